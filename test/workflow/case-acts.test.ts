// What people do with a case, and who hears of it: one of two always loses, nothing said is lost, nothing waits for the graph.
import assert from 'node:assert/strict';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import { caseWorkflowId, TASK_QUEUES } from '../../src/domain/session.ts';
import { until } from '../support/until.ts';
import { DAY, type Desk, MINUTE, okafor, openDesk, ruiz } from './case-desk.ts';

const TEAM = {
  coverage: '24/7',
  ladder: [
    { subject: 'ruiz', displayName: 'Dr. Ruiz' },
    { subject: 'okafor', displayName: 'Dr. Okafor' },
  ],
};

describe('a case in people’s hands', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.tidy());
  after(() => desk?.close());

  async function opened(level: 'moderate' | 'high' | 'critical' = 'high') {
    await desk.work(TEAM);
    const player = await desk.player();
    await desk.danger(player.sessionId, level);
    return player;
  }

  it('is acknowledged by one of two who try at once', async () => {
    const { caseId, sessionId } = await opened();
    const answers = await desk.both(caseId, 'acknowledge', [ruiz, okafor]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [lost] = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    assert.equal(lost.code, 'case_held');
    const { heldBy, deliveries } = await desk.found(caseId);
    assert.equal((await desk.told(sessionId)).length, 1);
    const states = deliveries.filter(({ subject }) => subject === heldBy?.subject).map(({ state }) => state);
    assert.ok(states.every((state) => state === 'acknowledged'));
  });

  it('is decided by one of two who saw the same version; deliveries in between do not count', async () => {
    const { caseId } = await opened();
    const taken = await desk.act(caseId, 'acknowledge', ruiz);
    const seen = { ...ruiz, expectedVersion: taken.version };
    const note = (id: string) => ({ ...seen, id: `${caseId}-${id}`, text: 'Called the clinic.', contacted: false });
    const answers = await desk.both(caseId, 'note', [note('a'), note('b')]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [lost] = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    assert.equal(lost.code, 'version_conflict');
    const { version } = await desk.found(caseId);
    await desk.act(caseId, 'opened', okafor);
    await desk.act(caseId, 'release', { ...ruiz, expectedVersion: version });
    await assert.rejects(desk.act(caseId, 'release', { ...ruiz, expectedVersion: 99 }), { code: 'version_conflict' });
  });

  it('shows whose notifications were opened', async () => {
    const { caseId } = await opened();
    const found = await desk.act(caseId, 'opened', ruiz);
    assert.deepEqual(new Set(found.deliveries.map(({ state }) => state)), new Set(['opened']));
    assert.equal((await desk.act(caseId, 'opened', okafor)).version, found.version);
  });

  it('is released and resolved by its holder only, and closed only with a disposition', async () => {
    const { caseId, sessionId } = await opened();
    await desk.act(caseId, 'acknowledge', ruiz);
    await assert.rejects(desk.act(caseId, 'resolve', { ...okafor, disposition: 'safe' }), { code: 'case_held' });
    // What the types forbid may still come from the command line.
    const none = { ...ruiz, disposition: 'done' as 'safe' };
    await assert.rejects(desk.act(caseId, 'resolve', none), { code: 'malformed' });
    await desk.act(caseId, 'release', ruiz);
    const closed = await desk.act(caseId, 'resolve', { ...ruiz, disposition: 'referred', note: 'To the day clinic.' });
    assert.deepEqual([closed.status, closed.disposition], ['resolved', 'referred']);
    assert.equal(closed.reopenableUntil, (closed.resolvedAt ?? 0) + 7 * DAY);
    assert.deepEqual(
      (await desk.told(sessionId)).map(({ what }) => what),
      ['helpAcknowledged', 'helpReleased'],
    );
    assert.deepEqual(
      (await desk.records.entries(caseId, 1)).map(({ kind, text }) => [kind, text]),
      [['note', 'To the day clinic.']],
    );
    await assert.rejects(desk.act(caseId, 'release', ruiz), { code: 'not_found' });
    await assert.rejects(desk.act(caseId, 'message', { ...ruiz, id: 'x', text: 'x' }), { code: 'not_found' });
  });

  it('holds the player again when danger comes after a release, and its holder hears of it', async () => {
    const { caseId, sessionId } = await opened();
    await desk.act(caseId, 'acknowledge', ruiz);
    await desk.act(caseId, 'release', ruiz);
    const again = await desk.danger(sessionId, 'high');
    assert.deepEqual([again.status, again.releasedAt], ['acknowledged', null]);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'ruiz case_raised']);
    await desk.act(caseId, 'resolve', { ...ruiz, disposition: 'safe' });
    assert.equal((await desk.told(sessionId)).filter(({ what }) => what === 'helpReleased').length, 2);
  });

  it('can be opened again for seven days, by whoever then holds it', async () => {
    const { caseId } = await opened();
    await desk.act(caseId, 'resolve', { ...ruiz, disposition: 'safe' });
    await desk.sleep(7 * DAY - MINUTE);
    const again = await desk.act(caseId, 'reopen', okafor);
    assert.deepEqual([again.status, again.number, again.heldBy?.subject], ['acknowledged', 1, 'okafor']);
    assert.deepEqual([again.resolvedAt, again.disposition, again.reopenableUntil], [null, null, null]);
    await desk.act(caseId, 'resolve', { ...okafor, disposition: 'safe' });
    await desk.sleep(7 * DAY + MINUTE);
    await until('the workflow has ended', async () => {
      const { status } = await desk.env.client.workflow.getHandle(caseWorkflowId(caseId)).describe();
      return status.name === 'COMPLETED';
    });
    await assert.rejects(desk.act(caseId, 'reopen', okafor), { code: 'not_found' });
  });

  it('is followed by the next one, which knows it for a week', async () => {
    const { caseId, sessionId } = await opened();
    const first = await desk.act(caseId, 'resolve', { ...ruiz, disposition: 'safe' });
    const [known] = first.evidence;
    await desk.danger(sessionId, 'high', { turnId: known?.turnId ?? '', origin: 'outbox' });
    assert.equal((await desk.found(caseId)).status, 'resolved');
    await desk.sleep(DAY);
    const next = await desk.danger(sessionId, 'critical');
    assert.deepEqual([next.number, next.previous, next.status, next.level], [2, 1, 'open', 'critical']);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'ruiz case_opened']);
    await desk.act(caseId, 'resolve', { ...ruiz, disposition: 'safe' });
    await desk.sleep(8 * DAY);
    const later = await desk.danger(sessionId, 'high');
    assert.deepEqual([later.number, later.previous], [3, null]);
    const rows = await desk.graph.run<{ number: number; status: string }>(
      'MATCH (c:CrisisCase {caseId: $caseId}) RETURN c.number AS number, c.status AS status ORDER BY c.number',
      { caseId },
    );
    assert.deepEqual(rows, [
      { number: 1, status: 'resolved' },
      { number: 2, status: 'resolved' },
      { number: 3, status: 'open' },
    ]);
  });

  it('is handed over to a named person, who is told', async () => {
    const { caseId } = await opened();
    await desk.act(caseId, 'acknowledge', ruiz);
    const lee = { subject: 'lee', displayName: 'Dr. Lee' };
    const handed = await desk.act(caseId, 'handover', { ...ruiz, to: okafor });
    assert.deepEqual([handed.status, handed.heldBy?.subject], ['acknowledged', 'okafor']);
    assert.equal(desk.paged(caseId).at(-1), 'okafor case_handed_over');
    await assert.rejects(desk.act(caseId, 'handover', { ...ruiz, to: lee }), { code: 'case_held' });
    const outside = await desk.act(caseId, 'handover', { ...okafor, to: lee });
    assert.ok(outside.routedTo.includes('lee'));
    assert.ok(
      outside.deliveries.some(({ displayName, channel }) => displayName === 'Dr. Lee' && channel === 'console'),
    );
    const disclosed = await desk.disclosed(caseId);
    for (const line of ['handed_over Dr. Okafor', 'handed_over Dr. Lee', 'notified Dr. Lee'])
      assert.ok(disclosed.includes(line), line);
  });

  it('carries messages both ways, and says so to its holder at most every ten minutes', async () => {
    const { caseId, sessionId } = await opened();
    const player = { role: 'player', subject: 'p-1', displayName: 'Player' } as const;
    const asked = { ...player, id: `${caseId}-1`, text: 'Is somebody there?', sessionId };
    await desk.act(caseId, 'message', asked);
    await until('the letter in the player’s own story', async () =>
      (await desk.told(sessionId)).some(
        ({ what, said }) => what === 'humanMessage' && JSON.stringify(said).includes('"role":"player"'),
      ),
    );
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'ruiz player_wrote']);
    await desk.act(caseId, 'acknowledge', okafor);
    await assert.rejects(desk.act(caseId, 'message', { ...ruiz, id: 'no', text: 'No.' }), { code: 'case_held' });
    const found = await desk.act(caseId, 'message', { ...okafor, id: `${caseId}-2`, text: 'I am here.' });
    assert.ok(found.contactedAt !== null);
    await desk.act(caseId, 'message', { ...player, id: `${caseId}-3`, text: 'Thank you.' });
    assert.equal(desk.paged(caseId).filter((line) => line.endsWith('player_wrote')).length, 1);
    await desk.sleep(11 * MINUTE);
    await desk.act(caseId, 'message', { ...player, id: `${caseId}-4`, text: 'Still here.' });
    assert.equal(desk.paged(caseId).at(-1), 'okafor player_wrote');
    assert.deepEqual((await desk.told(sessionId)).at(-1), {
      what: 'humanMessage',
      said: { id: `${caseId}-2`, displayName: 'Dr. Okafor', role: 'clinician', text: 'I am here.' },
    });
    assert.deepEqual(
      (await desk.records.entries(caseId, 1)).map(({ from, text }) => `${from.role}: ${text}`),
      ['player: Is somebody there?', 'clinician: I am here.', 'player: Thank you.', 'player: Still here.'],
    );
    assert.ok((await desk.disclosed(caseId)).includes('wrote Dr. Okafor'));
  });

  it('refuses a message that no session of the player can take any more', async () => {
    const { caseId, sessionId } = await opened();
    await desk.act(caseId, 'acknowledge', ruiz);
    await desk.endSession(sessionId);
    const message = { ...ruiz, id: `${caseId}-1`, text: 'I am here.' };
    await assert.rejects(desk.act(caseId, 'message', message), { code: 'session_ended' });
    assert.equal((await desk.found(caseId)).contactedAt, null);
    assert.deepEqual(await desk.records.entries(caseId, 1), []);
  });

  it('counts what the player said to be the game, and is not raised by it', async () => {
    const { caseId, sessionId } = await opened('moderate');
    const found = await desk.danger(sessionId, 'critical', { origin: 'game' });
    assert.deepEqual([found.aboutGame, found.level, found.evidence.length], [1, 'moderate', 2]);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
  });

  it('is rehearsed whole by a drill: everything is marked, and no session hears of it', async () => {
    await desk.work(TEAM);
    const { caseId, sessionId } = await desk.player();
    const drill = await desk.danger(sessionId, 'critical', { origin: 'drill' });
    assert.equal(drill.drill, true);
    await desk.sleep(6 * MINUTE);
    await desk.atRest(caseId);
    await desk.sleep(6 * MINUTE);
    assert.equal((await desk.found(caseId)).status, 'unanswered');
    await desk.act(caseId, 'acknowledge', ruiz);
    const contact = await desk.act(caseId, 'message', { ...ruiz, id: `${caseId}-1`, text: 'This is a drill.' });
    assert.ok(contact.contactedAt !== null);
    await desk.act(caseId, 'resolve', { ...ruiz, disposition: 'safe' });
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'okafor case_opened', 'operator case_unanswered']);
    const sent = desk.receiver.received.filter(({ body }) => body.includes(caseId));
    assert.ok(sent.every(({ body }) => (JSON.parse(body) as { drill: boolean }).drill));
    assert.deepEqual(await desk.told(sessionId), []);
    assert.deepEqual(await desk.disclosed(caseId), []);
    const opened = await desk.records.openedBetween(drill.openedAt, drill.openedAt + 1);
    assert.equal(
      opened.some((found) => found.caseId === caseId),
      false,
    );
  });

  it('is acted on while graph and audit are away, and recorded when they are back', async () => {
    await desk.work(TEAM);
    const { caseId, sessionId } = await desk.player();
    desk.fault.records = true;
    desk.fault.audit = true;
    const client = desk.client();
    const found = await client.openCase(await desk.evidence(sessionId, 'high'));
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    const taken = await client.caseAct(caseId, 'acknowledge', ruiz);
    assert.equal(taken.status, 'acknowledged');
    assert.equal((await desk.told(sessionId))[0]?.what, 'helpAcknowledged');
    assert.equal(await desk.records.get(caseId), null);
    desk.fault.records = false;
    desk.fault.audit = false;
    const kept = await until('the record', async () => {
      await desk.sleep(10_000);
      const now = await desk.records.get(caseId);
      return now?.status === 'acknowledged' ? now : null;
    });
    assert.equal(kept.openedAt, found.openedAt);
    await desk.atRest(caseId);
    const acts = await desk.audited(caseId);
    assert.deepEqual(
      acts.filter((act) => !act.includes('delivery')),
      ['case.opened', 'case.paged', 'case.acknowledge'],
    );
    assert.ok(acts.includes('case.delivery_accepted'));
  }).timeout(60_000);

  it('goes on where it was when its workflow begins a new run', async () => {
    const { caseId, sessionId } = await opened('critical');
    const taken = await desk.act(caseId, 'acknowledge', ruiz);
    const handle = desk.env.client.workflow.getHandle(caseWorkflowId(caseId));
    await handle.terminate('to be carried over');
    const carried: CrisisCase = await desk.found(caseId);
    await desk.env.client.workflow.start('crisisCase', {
      workflowId: caseWorkflowId(caseId),
      taskQueue: TASK_QUEUES.cases,
      args: [{ carried }],
    });
    await desk.sleep(29 * MINUTE);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    await desk.sleep(2 * MINUTE);
    const overdue = await desk.found(caseId);
    assert.deepEqual([overdue.status, overdue.contactBy], ['open', taken.contactBy]);
    assert.equal(overdue.number, 1);
    assert.ok(desk.paged(caseId).includes('okafor case_due'));
    assert.equal((await desk.told(sessionId)).length, 1);
  });
});
