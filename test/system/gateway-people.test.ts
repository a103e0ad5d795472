// Between players and people over the running system: a case is answered, seen, written in and rehearsed.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { ROOT } from '../../src/cli/ground/paths.ts';
import { run } from '../../src/cli/ground/run.ts';
import type { CaseEntry, CrisisCase } from '../../src/domain/crisis-case.ts';
import type { SafetyReport } from '../../src/domain/safety-report.ts';
import { connectGraph } from '../../src/world/index.ts';
import { CRISIS, listedCase, newPlayer, type Person, person, sharedSystem } from '../support/outside.ts';
import { until } from '../support/until.ts';

const DAY_MS = 86_400_000;

type Opened = CrisisCase & { entries: CaseEntry[]; player: { careTeam: number; country: string } };
type Shared = { at: string; who: string; what: string; reason?: string }[];

describe('people around a player', function () {
  this.timeout(60_000);
  const system = sharedSystem();

  /** Cases of the last day that are no drill, as the graph has them. */
  async function realCases(): Promise<number> {
    const { NEO4J_URL: url = '', NEO4J_USER: user, NEO4J_PASSWORD: password } = system().env;
    const graph = connectGraph({ url, user, password });
    try {
      const to = Date.now();
      const rows = await graph.run<{ openedAt: number; drill: boolean | null }>(
        'MATCH (c:CrisisCase) RETURN c.openedAt AS openedAt, c.drill AS drill',
      );
      return rows.filter(({ openedAt, drill }) => !drill && openedAt > to - DAY_MS && openedAt < to).length;
    } finally {
      await graph.close();
    }
  }

  async function inCrisis() {
    const player = await newPlayer(system());
    const clinician = await person(system(), 'clinician');
    await player.say(CRISIS);
    const { caseId } = await listedCase(clinician, player);
    const act = (name: string, body: object = {}) =>
      clinician.call<CrisisCase>('POST', `/v1/crises/${caseId}/${name}`, body);
    const shared = async () => (await player.call<Shared>('GET', `/v1/sessions/${player.sessionId}/shared-with`)).body;
    return { player, clinician, caseId, act, shared };
  }

  it('write to each other in an open case, and both can read it afterwards', async () => {
    const { player, clinician, caseId, act, shared } = await inCrisis();
    const line = player.follow();
    assert.equal((await act('acknowledge')).status, 200);
    assert.equal((await act('messages', { text: 'I am here. Are you safe?' })).status, 200);
    const heard = await line.until('the message', ({ type }) => type === 'human.message');
    assert.ok(heard.type === 'human.message' && heard.data.text === 'I am here. Are you safe?');
    const path = `/v1/sessions/${player.sessionId}/messages`;
    assert.deepEqual((await player.call('POST', path, { text: 'Yes, I am.' })).body, { told: true });
    assert.equal((await act('note', { text: 'Spoke by message.', contacted: true })).status, 200);

    const opened = await until('the entries', async () => {
      const { body } = await clinician.call<Opened>('GET', `/v1/crises/${caseId}`);
      return body.entries.length === 3 && body;
    });
    assert.deepEqual(
      opened.entries.map(({ kind, from, text }) => [kind, from.role, text]),
      [
        ['message', 'clinician', 'I am here. Are you safe?'],
        ['message', 'player', 'Yes, I am.'],
        ['note', 'clinician', 'Spoke by message.'],
      ],
    );
    const seen = await until('what was shared', async () => {
      const list = await shared();
      return list.some(({ what }) => what === 'wrote') && list.some(({ what }) => what === 'opened_case') && list;
    });
    for (const one of seen)
      assert.deepEqual(Object.keys(one), ['at', 'who', 'what'], 'names and times, no account ids');

    const { body: taken } = await player.call<{ messages: { text: string }[]; sessions: { events: unknown[] }[] }>(
      'GET',
      '/v1/players/me/export',
    );
    assert.deepEqual(
      taken.messages.map(({ text }) => text),
      ['I am here. Are you safe?', 'Yes, I am.'],
    );
    assert.ok((taken.sessions[0]?.events.length ?? 0) > 0);
    line.close();
  });

  it('leave a trace when they read a transcript', async () => {
    const { player, clinician, shared } = await inCrisis();
    assert.equal((await clinician.call('GET', `/v1/sessions/${player.sessionId}/transcript`)).status, 200);
    const reading = (await shared()).find(({ what }) => what === 'read_transcript');
    assert.equal(reading?.who, `clinician ${clinician.subject}`);
  });

  it('hand a case over, and both are in its list', async () => {
    const { player, act } = await inCrisis();
    const second = await person(system(), 'clinician');
    // Demonstration clinicians are known once they have come in.
    assert.equal((await second.call('GET', '/v1/auth/me')).status, 200);
    await act('acknowledge');
    const handed = await act('handover', { to: second.subject, displayName: 'Dr. Second' });
    assert.deepEqual([handed.status, handed.body.heldBy?.displayName], [200, 'Dr. Second']);
    assert.equal((await listedCase(second, player)).heldBy?.subject, second.subject);
  });

  it('guide the story, and a theme that the player names is kept out of it', async () => {
    const player = await newPlayer(system());
    const clinician = await person(system(), 'clinician');
    const path = `/v1/sessions/${player.sessionId}/guidance`;
    const first = await clinician.call<{ version: number }>('POST', path, { kind: 'gentler' });
    assert.equal(first.status, 200);
    const stale = await clinician.call('POST', path, { kind: 'close_soon', expectedVersion: first.body.version - 1 });
    assert.deepEqual([stale.status, stale.body.code], [409, 'version_conflict']);
    assert.equal((await player.call('PUT', '/v1/players/me', { avoidHard: ['storms'] })).status, 200);
    assert.equal((await player.say('look around')).status, 200);
  });

  it('see each other at the console, and which case each has open', async () => {
    const { caseId, clinician } = await inCrisis();
    const colleague = await person(system(), 'clinician');
    const [one, other] = [clinician.listen('/v1/crises/events'), colleague.listen('/v1/crises/events')];
    await until('both queues', async () => one.heard.length > 0 && other.heard.length > 0);
    other.socket.send(JSON.stringify({ type: 'looking', caseId }));
    const sees = (who: Person, what: string | null) => () =>
      one.heard.some((event) => {
        const { type, data } = event as unknown as { type: string; data: { people: Looking[] } };
        return (
          type === 'presence' && data.people.some(({ subject, caseId: id }) => subject === who.subject && id === what)
        );
      });
    await until('the colleague on the case', async () => sees(colleague, caseId)(), 15_000);
    other.close();
    await until(
      'the colleague gone',
      async () => {
        const last = one.heard.findLast(({ type }) => String(type) === 'presence');
        return last !== undefined && !JSON.stringify(last).includes(colleague.subject);
      },
      15_000,
    );
    const { body } = await clinician.call<{ sentence: string; present: Looking[] }>('GET', '/v1/shifts');
    assert.ok(body.sentence.length > 0 && body.present.some(({ subject }) => subject === clinician.subject));
    one.close();
  });

  it('rehearse with one command, and reports leave the drill out', async () => {
    const supervisor = await person(system(), 'supervisor');
    const opened = async () =>
      (await supervisor.call<SafetyReport>('GET', '/v1/reports/safety?days=1')).body.cases.opened;
    const tta = join(ROOT, 'bin', 'tta.mjs');
    const drilled = await run(process.execPath, [tta, 'drill', '--level', 'high', '--api', system().api], {
      env: system().env,
    });
    assert.equal(drilled.code, 0, drilled.output);
    const caseId = /case ([0-9a-f]{16})/.exec(drilled.output)?.[1];
    const list = async () => (await supervisor.call<CrisisCase[]>('GET', '/v1/crises?status=open')).body;
    const found = await until('the drill', async () => (await list()).find((one) => one.caseId === caseId));
    assert.deepEqual([found.drill, found.level], [true, 'high']);
    // A made-up player has no care team, so every clinician may answer.
    const clinician = await person(system(), 'clinician');
    const act = (name: string, body: object) => clinician.call('POST', `/v1/crises/${caseId}/${name}`, body);
    assert.equal((await act('acknowledge', {})).status, 200);
    assert.equal((await act('resolve', { disposition: 'safe' })).status, 200);
    // Other tests open cases in the same graph meanwhile, so their number is looked at before and after.
    const [earlier, reported, later] = [await realCases(), await opened(), await realCases()];
    assert.ok(earlier <= reported && reported <= later, `${reported} reported, ${earlier} to ${later} real`);
  });

  it('say in one sentence what is wrong with a drill that cannot run', async () => {
    const tta = join(ROOT, 'bin', 'tta.mjs');
    const drill = (...args: string[]) => run(process.execPath, [tta, 'drill', ...args], { env: system().env });
    const [grave, nowhere] = await Promise.all([drill('--level', 'awful'), drill('--api', 'http://127.0.0.1:1')]);
    assert.deepEqual([grave.code, nowhere.code], [1, 1]);
    assert.match(grave.output, /--level moderate\|high\|critical/);
    assert.match(nowhere.output, /Nothing answers/);
  });
});

interface Looking {
  subject: string;
  caseId: string | null;
}
