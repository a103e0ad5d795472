// Who is called when, by absolute times: over nights, clock changes, dead workers and ladders that end.
import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { until } from '../support/until.ts';
import { DAY, type Desk, HOUR, MINUTE, okafor, openDesk, ruiz } from './case-desk.ts';

const LADDER = [
  { subject: 'ruiz', displayName: 'Dr. Ruiz' },
  { subject: 'okafor', displayName: 'Dr. Okafor' },
];

describe('the ladder of a case', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.tidy());
  after(() => desk?.close());

  /** A team that opens in `inMs`, for two hours, every day. */
  async function closedFor(inMs: number) {
    const opens = DateTime.fromMillis((await desk.now()) + inMs, { zone: 'UTC' }).startOf('minute');
    const span = [{ from: opens.toFormat('HH:mm'), to: opens.plus({ hours: 2 }).toFormat('HH:mm') }];
    const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, span]));
    return { opens: opens.toMillis(), people: { coverage: 'hours', zone: 'UTC', hours, ladder: LADDER } };
  }

  it('calls its first rung at once, and the next when the time to acknowledge has passed', async () => {
    await desk.work({ coverage: '24/7', ladder: LADDER });
    const { caseId, sessionId } = await desk.player();
    const opened = await desk.danger(sessionId, 'critical');
    assert.equal(opened.acknowledgeBy - opened.openedAt < 6 * MINUTE, true);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    await desk.sleep(4 * MINUTE);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    await desk.sleep(2 * MINUTE);
    const found = await desk.found(caseId);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'okafor case_opened']);
    assert.equal(found.status, 'open');
    assert.equal(found.rungsPaged, 2);
    assert.deepEqual(found.routedTo, ['ruiz', 'okafor']);
    assert.ok(found.acknowledgeBy > opened.acknowledgeBy + 4 * MINUTE);
    assert.deepEqual(
      found.deliveries.map(({ displayName, channel, state }) => `${displayName} ${channel} ${state}`).sort(),
      [
        'Dr. Okafor console accepted',
        'Dr. Okafor webhook accepted',
        'Dr. Ruiz console accepted',
        'Dr. Ruiz webhook accepted',
      ],
    );
    assert.deepEqual(await desk.disclosed(caseId), ['notified Dr. Ruiz', 'notified Dr. Okafor']);
  });

  it('ends unanswered: the operator is alerted, the player told, and it can still be acknowledged', async () => {
    await desk.work({ coverage: '24/7', ladder: LADDER });
    const { caseId, sessionId } = await desk.player();
    await desk.danger(sessionId, 'high');
    await desk.sleep(16 * MINUTE);
    await desk.atRest(caseId);
    await desk.sleep(16 * MINUTE);
    assert.equal((await desk.found(caseId)).status, 'unanswered');
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'okafor case_opened', 'operator case_unanswered']);
    assert.deepEqual(await desk.told(sessionId), [{ what: 'helpUnanswered', said: { number: 1 } }]);
    await desk.sleep(DAY);
    assert.equal(desk.paged(caseId).length, 3);
    const found = await desk.act(caseId, 'acknowledge', okafor);
    assert.equal(found.status, 'acknowledged');
    assert.deepEqual((await desk.told(sessionId)).at(-1), {
      what: 'helpAcknowledged',
      said: { displayName: 'Dr. Okafor' },
    });
  });

  it('that is empty still gives whoever looks the whole window, then alerts the operator', async () => {
    await desk.work({});
    const { caseId, sessionId } = await desk.player();
    await desk.danger(sessionId, 'critical');
    await desk.sleep(4 * MINUTE);
    assert.equal((await desk.found(caseId)).status, 'open');
    assert.deepEqual(desk.paged(caseId), []);
    await desk.sleep(2 * MINUTE);
    const found = await desk.found(caseId);
    assert.deepEqual([found.status, found.rungsPaged, found.routedTo.length], ['unanswered', 0, 0]);
    assert.deepEqual(desk.paged(caseId), ['operator case_unanswered']);
    assert.equal((await desk.told(sessionId))[0]?.what, 'helpUnanswered');
  });

  it('waits for the morning with a moderate case, and then says that it is of the night', async () => {
    const { opens, people } = await closedFor(5 * HOUR);
    await desk.work(people);
    const { caseId, sessionId } = await desk.player();
    const found = await desk.danger(sessionId, 'moderate');
    assert.deepEqual(found.coverage, { mode: 'hours', open: false, opensAt: opens });
    assert.equal(found.acknowledgeBy, opens + HOUR);
    await desk.sleep(4 * HOUR);
    assert.deepEqual(desk.paged(caseId), []);
    await desk.sleep(HOUR + MINUTE);
    assert.equal((await desk.found(caseId)).rungsPaged, 1);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_digest']);
    await desk.sleep(HOUR);
    await desk.atRest(caseId);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_digest', 'okafor case_opened']);
  });

  it('wakes somebody at night for a grave case', async () => {
    const { people } = await closedFor(5 * HOUR);
    await desk.work(people);
    const { caseId, sessionId } = await desk.player();
    const found = await desk.danger(sessionId, 'high');
    assert.equal(found.coverage.open, false);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    await desk.sleep(16 * MINUTE);
    await desk.atRest(caseId);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'okafor case_opened']);
  });

  it('goes on in the morning with a moderate case whose time runs out at night', async () => {
    const now = DateTime.fromMillis(await desk.now(), { zone: 'UTC' });
    const span = [{ from: now.minus({ hours: 1 }).toFormat('HH:mm'), to: now.plus({ minutes: 30 }).toFormat('HH:mm') }];
    const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, span]));
    await desk.work({ coverage: 'hours', hours, ladder: LADDER });
    const { caseId, sessionId } = await desk.player();
    await desk.danger(sessionId, 'moderate');
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    await desk.sleep(12 * HOUR);
    await desk.atRest(caseId);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    await desk.sleep(11 * HOUR + 5 * MINUTE);
    assert.equal((await desk.found(caseId)).status, 'open');
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'okafor case_opened']);
  });

  it('keeps to the clock on the wall when that is put forward in the night', async () => {
    const zone = 'Europe/London';
    const local = DateTime.fromMillis(await desk.now(), { zone });
    const day = Array.from({ length: 366 }, (_, i) => local.startOf('day').plus({ days: i + 1 })).find(
      (one) => one.plus({ hours: 12 }).offset > one.offset,
    );
    assert.ok(day !== undefined);
    await desk.sleep(day.minus({ hours: 4 }).toMillis() - local.toMillis());
    const span = [{ from: '08:00', to: '18:00' }];
    const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((one) => [one, span]));
    await desk.work({ coverage: 'hours', zone, hours, ladder: LADDER });
    const { caseId, sessionId } = await desk.player();
    const found = await desk.danger(sessionId, 'moderate');
    const opens = day.set({ hour: 8 }).toMillis();
    assert.equal(found.coverage.opensAt, opens);
    // One hour less than on other nights.
    assert.ok(opens - (await desk.now()) <= 11 * HOUR);
    await desk.sleep(opens - (await desk.now()) - MINUTE);
    assert.deepEqual(desk.paged(caseId), []);
    await desk.sleep(2 * MINUTE);
    await desk.atRest(caseId);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_digest']);
  });

  it('does what fell due while no worker was there as soon as one is, and once', async () => {
    const people = { coverage: '24/7', ladder: LADDER };
    await desk.work(people);
    const { caseId, sessionId } = await desk.player();
    const opened = await desk.danger(sessionId, 'critical');
    await desk.stopWork();
    // The deadline passes while nobody works; this clock goes no further while a task waits for a worker.
    const slept = desk.sleep(20 * MINUTE);
    await until('the deadline has passed', async () => (await desk.now()) >= opened.acknowledgeBy);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    await desk.work(people);
    await until('the next rung', async () => desk.paged(caseId).length > 1);
    // From here on the clock goes as fast as the worker lets it, so what came when is read from what is left behind.
    await slept;
    const found = await desk.found(caseId);
    assert.equal(found.rungsPaged, 2);
    assert.ok(found.acknowledgeBy >= opened.acknowledgeBy + 5 * MINUTE);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'okafor case_opened', 'operator case_unanswered']);
  });

  it('begins anew, and sooner, when the level rises; not when more of the same comes', async () => {
    await desk.work({ coverage: '24/7', ladder: LADDER });
    const { caseId, sessionId } = await desk.player();
    const opened = await desk.danger(sessionId, 'moderate');
    await desk.danger(sessionId, 'moderate');
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
    await desk.sleep(61 * MINUTE);
    await desk.atRest(caseId);
    const raised = await desk.danger(sessionId, 'critical');
    assert.equal(raised.evidence.length, 3);
    assert.equal(raised.level, 'critical');
    assert.ok(raised.acknowledgeBy <= (await desk.now()) + 5 * MINUTE && opened.level === 'moderate');
    const found = await desk.found(caseId);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'okafor case_opened', 'ruiz case_raised']);
    assert.equal(found.rungsPaged, 1);
    await desk.sleep(6 * MINUTE);
    await desk.atRest(caseId);
    assert.equal(desk.paged(caseId).at(-1), 'okafor case_opened');
  });

  it('resumes when whoever acknowledged was not with the player in time, and another may take the case', async () => {
    await desk.work({ coverage: '24/7', ladder: LADDER });
    const { caseId, sessionId } = await desk.player();
    await desk.danger(sessionId, 'critical');
    const taken = await desk.act(caseId, 'acknowledge', ruiz);
    assert.equal(taken.contactBy, (taken.acknowledgedAt ?? 0) + 30 * MINUTE);
    await desk.sleep(29 * MINUTE);
    assert.equal((await desk.found(caseId)).status, 'acknowledged');
    await assert.rejects(desk.act(caseId, 'acknowledge', okafor), { code: 'case_held' });
    await desk.sleep(2 * MINUTE);
    const overdue = await desk.found(caseId);
    assert.deepEqual([overdue.status, overdue.heldBy?.subject, overdue.rungsPaged], ['open', 'ruiz', 2]);
    assert.deepEqual(desk.paged(caseId).sort(), ['okafor case_due', 'ruiz case_due', 'ruiz case_opened']);
    const passed = await desk.act(caseId, 'acknowledge', okafor);
    assert.deepEqual([passed.status, passed.heldBy?.subject], ['acknowledged', 'okafor']);
    assert.equal(passed.acknowledgedAt, taken.acknowledgedAt);
    assert.ok((passed.contactBy ?? 0) > (await desk.now()) + 29 * MINUTE);
    await assert.rejects(desk.act(caseId, 'release', ruiz), { code: 'case_held' });
  });

  it('ends unanswered when the contact is overdue and nobody else is left on it', async () => {
    await desk.work({ coverage: '24/7', ladder: LADDER.slice(0, 1) });
    const { caseId, sessionId } = await desk.player();
    await desk.danger(sessionId, 'critical');
    await desk.act(caseId, 'acknowledge', ruiz);
    await desk.sleep(31 * MINUTE);
    assert.equal((await desk.found(caseId)).status, 'unanswered');
    await desk.sleep(1_000);
    assert.deepEqual(desk.paged(caseId).sort(), ['operator case_unanswered', 'ruiz case_due', 'ruiz case_opened']);
    const reached = await desk.act(caseId, 'note', {
      ...ruiz,
      id: `${caseId}-1`,
      text: 'By telephone.',
      contacted: true,
    });
    assert.equal(reached.status, 'acknowledged');
  });

  it('rests once there was a contact', async () => {
    await desk.work({ coverage: '24/7', ladder: LADDER });
    const { caseId, sessionId } = await desk.player();
    await desk.danger(sessionId, 'critical');
    await desk.act(caseId, 'acknowledge', ruiz);
    await desk.act(caseId, 'message', { ...ruiz, id: `${caseId}-m`, text: 'I am here.' });
    await desk.sleep(2 * DAY);
    const found = await desk.found(caseId);
    assert.equal(found.status, 'acknowledged');
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened']);
  });

  it('tells whoever holds a case when its level rises, and asks for a contact sooner', async () => {
    await desk.work({ coverage: '24/7', ladder: LADDER });
    const { caseId, sessionId } = await desk.player();
    await desk.danger(sessionId, 'moderate');
    const taken = await desk.act(caseId, 'acknowledge', ruiz);
    const raised = await desk.danger(sessionId, 'critical');
    assert.equal(raised.status, 'acknowledged');
    assert.ok((raised.contactBy ?? 0) <= (await desk.now()) + 30 * MINUTE && (taken.contactBy ?? 0) > raised.openedAt);
    assert.deepEqual(desk.paged(caseId), ['ruiz case_opened', 'ruiz case_raised']);
  });
});
