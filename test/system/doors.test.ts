// Every text is read before anything may refuse it: for each refusal there is, and for each part that may be away, a text in
// crisis gets help all the same, and the player's case has it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import {
  type Answer,
  BURST,
  CRISIS,
  listedCase,
  newPlayer,
  type Person,
  type Player,
  person,
  personWith,
  sharedSystem,
} from '../support/outside.ts';
import { type System, startSystem } from '../support/system.ts';
import { until } from '../support/until.ts';

/** Of evidence that belongs to a player and to no session. */
const NO_SESSION = '0'.repeat(16);
const NOBODY_TOLD = /could not reach|nobody has been told|no one has been told/i;

describe('the doors of a turn', function () {
  this.timeout(60_000);
  const system = sharedSystem();
  let clinician: Person;
  before(async () => {
    clinician = await person(system(), 'clinician');
  });

  type Send = (text: string) => Promise<Answer<TurnReply>>;
  const plain =
    (player: Player): Send =>
    (text) =>
      player.say(text);
  const turnTo =
    (player: Person, sessionId: string): Send =>
    (text) =>
      player.call('POST', `/v1/sessions/${sessionId}/turns`, { turnId: randomUUID(), text });

  /** For each code: what has to have happened, and how a turn is sent then. */
  const doors: Readonly<Record<string, { status: number; text?: string; arrange: (player: Player) => Promise<Send> }>> =
    {
      stale_turn: {
        status: 409,
        async arrange(player) {
          await player.say('look around');
          return (text) => player.say(text, { afterSeq: player.opening.seq });
        },
      },
      turn_id_reused: {
        status: 409,
        async arrange(player) {
          const turnId = randomUUID();
          await player.say('look around', { turnId });
          return (text) => player.say(text, { turnId });
        },
      },
      session_ended: {
        status: 409,
        async arrange(player) {
          await player.act('end');
          return plain(player);
        },
      },
      session_paused: {
        status: 409,
        async arrange(player) {
          await player.act('pause');
          return plain(player);
        },
      },
      text_too_long: {
        status: 422,
        arrange: async (player) => (text) => player.say(`${'The rain goes on and on. '.repeat(100)}${text}`),
      },
      malformed: {
        status: 400,
        arrange: async (player) => (text) =>
          player.call('POST', `/v1/sessions/${player.sessionId}/turns`, { turnId: 'mine', text, afterSeq: 'x' }),
      },
      not_found: {
        status: 404,
        arrange: async (player) => turnTo(player, `${'0'.repeat(16)}-${'0'.repeat(16)}`),
      },
      forbidden: {
        status: 403,
        arrange: async (player) => turnTo(player, (await newPlayer(system())).sessionId),
      },
    };

  for (const [code, { status, arrange }] of Object.entries(doors)) {
    it(`${code} is refused, and a crisis at the same door gets help and a case`, async () => {
      const player = await newPlayer(system());
      const send = await arrange(player);
      const refusal = await send('listen to the sea');
      assert.deepEqual([refusal.status, refusal.body.code], [status, code]);
      await helped(await send(CRISIS), player);
    });
  }

  it('turn_in_progress is refused, and a crisis while a turn is told gets help and a case', async () => {
    const player = await newPlayer(system());
    await until('two turns that meet', async () => {
      const both = await Promise.all([player.say('listen'), player.say('wait')]);
      const refusal = both.find(({ status }) => status !== 200);
      if (refusal === undefined) return false;
      assert.deepEqual([refusal.status, refusal.body.code], [409, 'turn_in_progress']);
      assert.ok(Number(refusal.headers.get('retry-after')) > 0);
      return true;
    });
    const [, crisis] = await Promise.all([player.say('listen'), player.say(CRISIS)]);
    await helped(crisis, player);
  });

  it('too_many_requests is refused with Retry-After, and a crisis in the flood gets help and a case', async () => {
    const player = await newPlayer(system());
    let refusal: Answer<TurnReply> | undefined;
    const flood = Array.from({ length: 2 * BURST }, async () => {
      const answer = await player.say('wait');
      if (answer.status === 429) refusal ??= answer;
    });
    const all = Promise.all(flood);
    const seen = await until('a refusal', async () => refusal);
    assert.equal(seen.body.code, 'too_many_requests');
    assert.ok(Number(seen.headers.get('retry-after')) > 0);
    await helped(await player.say(CRISIS), player);
    await all;
  });

  it('consent_missing is refused, and a crisis before the intake gets help and a case', async () => {
    const operator = await person(system(), 'operator');
    const carer = await person(system(), 'clinician', { demo: false });
    const somebody = await person(system(), 'player', { demo: false });
    const invited = { role: 'player', subject: somebody.subject, displayName: 'Robin', careTeam: [carer.subject] };
    assert.equal((await operator.call('POST', '/v1/invitations', invited)).status, 201);
    const refusal = await somebody.call('POST', '/v1/sessions', {});
    assert.deepEqual([refusal.status, refusal.body.code], [403, 'consent_missing']);
    const asked = Date.now();
    const goal = await somebody.call<TurnReply>('POST', '/v1/sessions', { goals: [CRISIS] });
    assert.deepEqual([goal.status, goal.body.kind], [200, 'help']);
    // Cases of players without a care team are listed too; those two facts are theirs alone.
    const found = await until('the case', async () => {
      const { body } = await carer.call<CrisisCase[]>('GET', '/v1/crises?status=open');
      return body.find(({ openedAt, sessions }) => openedAt >= asked && sessions.some((id) => id.endsWith(NO_SESSION)));
    });
    // Not even in a session that could be the player's own.
    const send = turnTo(somebody, `${found.caseId}-${NO_SESSION}`);
    const turn = await send('look around');
    assert.deepEqual([turn.status, turn.body.code], [403, 'consent_missing']);
    await helped(await send(CRISIS), { sessionId: found.caseId }, carer);
  });

  describe('while Temporal is away', () => {
    it('unavailable is answered with numbers to call, a crisis with help that says nobody has been told, and the case comes once Temporal is back', async () => {
      const player = await newPlayer(system());
      await system().parts.temporal.cut();
      try {
        const sent = performance.now();
        const help = await player.say(CRISIS);
        assert.deepEqual([help.status, help.body.kind], [200, 'help']);
        assert.ok(performance.now() - sent < 9_000);
        assert.match(help.body.text, NOBODY_TOLD);
        const refusal = await player.say('look around');
        assert.deepEqual([refusal.status, refusal.body.code, refusal.body.retryable], [503, 'unavailable', true]);
        assert.ok((refusal.body.help?.resources ?? []).length > 0);
        const kept = await evidenceOnDisk(system());
        assert.equal(kept.split('\n').filter(Boolean).length, 1);
      } finally {
        await system().parts.temporal.mend();
      }
      const found = await listedCase(clinician, player);
      assert.deepEqual([found.sessions, found.evidence.map(({ origin }) => origin)], [[player.sessionId], ['outbox']]);
      await until('an empty outbox', async () => (await evidenceOnDisk(system())) === '');
      await until('the story again', async () => (await player.say('look around')).status === 200, 30_000);
    });
  });

  for (const part of ['neo4j', 'redis'] as const) {
    describe(`while ${part} is away`, () => {
      it('a crisis gets help and a case', async () => {
        const player = await newPlayer(system());
        await system().parts[part].cut();
        try {
          const help = await player.say(CRISIS);
          assert.deepEqual([help.status, help.body.kind], [200, 'help']);
          assert.ok((help.body.resources ?? []).length > 0);
          assert.doesNotMatch(help.body.text, NOBODY_TOLD);
        } finally {
          await system().parts[part].mend();
        }
        await listedCase(clinician, player);
      });
    });
  }

  describe('while the worker is dead', () => {
    it('a crisis gets help within eight seconds or so, and the case once a worker is there', async () => {
      const player = await newPlayer(system());
      const dead = system().kill('worker');
      const sent = performance.now();
      const help = await player.say(CRISIS);
      assert.deepEqual([help.status, help.body.kind], [200, 'help']);
      assert.ok(performance.now() - sent < 9_000);
      await dead;
      await listedCase(clinician, player);
    });
  });

  async function helped(
    { status, body }: Answer<TurnReply>,
    player: Pick<Player, 'sessionId'>,
    by: Person = clinician,
  ): Promise<void> {
    assert.deepEqual([status, body.kind], [200, 'help']);
    assert.ok((body.resources ?? []).length > 0 && body.text.length > 0);
    assert.doesNotMatch(body.text, NOBODY_TOLD);
    const found = await listedCase(by, player);
    assert.equal(found.level, 'critical');
    assert.ok(found.sessions.every((sessionId) => sessionId.startsWith(found.caseId)));
  }
});

describe('a gateway that reaches no other part', function () {
  this.timeout(90_000);
  let alone: System;
  before(async () => {
    alone = await startSystem({ processes: ['gateway'], without: ['temporal', 'neo4j', 'redis'] });
  });
  after(() => alone?.stop());

  it('helps within about eight seconds, says that nobody has been told, and has the evidence sealed on disk', async () => {
    const subject = `lost-${randomUUID()}`;
    const somebody = personWith(alone, await alone.token('player', subject), subject);
    const session = `${'a'.repeat(16)}-${'b'.repeat(16)}`;
    const sent = performance.now();
    const help = await somebody.call<TurnReply>('POST', `/v1/sessions/${session}/turns`, {
      turnId: randomUUID(),
      text: CRISIS,
    });
    const waitedMs = performance.now() - sent;
    assert.deepEqual([help.status, help.body.kind], [200, 'help']);
    assert.match(help.body.text, NOBODY_TOLD);
    assert.ok(help.body.resources?.some(({ contact }) => contact.includes('988')));
    assert.ok(waitedMs < 9_000, `${waitedMs} ms`);
    const kept = await evidenceOnDisk(alone);
    assert.equal(kept.split('\n').filter(Boolean).length, 1);
    assert.ok(!kept.includes('suicide') && !kept.includes(subject) && !kept.includes('pills'));
  });

  it('still serves the resources, the pages and an honest readyz, and refuses play with numbers to call', async () => {
    const get = async (path: string) => (await fetch(`${alone.api}${path}`)).status;
    assert.equal(await get('/v1/help/resources'), 200);
    assert.equal(await get('/'), 200);
    assert.equal(await get('/healthz'), 200);
    const ready = await (await fetch(`${alone.api}/readyz`)).json();
    assert.deepEqual([...ready.down].sort(), ['neo4j', 'redis', 'temporal']);
    const somebody = personWith(alone, await alone.token('player', 'lost'));
    const refusal = await somebody.call('POST', `/v1/sessions/${'a'.repeat(16)}-${'b'.repeat(16)}/turns`, {
      turnId: randomUUID(),
      text: 'look around',
    });
    assert.deepEqual([refusal.status, refusal.body.code], [503, 'unavailable']);
    assert.ok((refusal.body.help?.resources ?? []).length > 0);
  });
});

function evidenceOnDisk({ stateDir }: System): Promise<string> {
  return readFile(join(stateDir, 'outbox', 'crisis-evidence.jsonl'), 'utf8').catch(() => '');
}
