// Processes that are killed in the middle of everything: what was answered is never lost, what was not answered is answered
// when it is sent again, and no thing is ever in two places.
import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { after, before, describe, it } from 'mocha';
import { createSessionClient } from '../../src/client/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import { until } from '../support/until.ts';
import type { OwnTemporal, WorkerProcess } from '../support/worker-process.ts';
import { startTemporal, startWorkerProcess } from '../support/worker-process.ts';

const SESSIONS = 8;
const COMMANDS = ['drop the letter', 'take the letter', 'go north', 'go south'];
const DANGER = 'I want to kill myself tonight';

interface Played {
  sessionId: string;
  turns: { turnId: string; text: string; reply: TurnReply }[];
}

describe('a kill', function () {
  this.timeout(240_000);
  let stateDir: string;
  let temporal: OwnTemporal;
  let house: House;
  let worker: WorkerProcess;
  /** Milliseconds to the first answer after each kill: from the kill, and from the killed parts being ready again. */
  const recoveries: { fromKill: number; fromReady: number }[] = [];

  before(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'tta-kill-'));
    temporal = await startTemporal(stateDir);
    house = await openHouse({ temporal: temporal.address, env: { TEMPORAL_NAMESPACE: 'default' } });
    worker = await startWorkerProcess(house.env);
  });
  after(async () => {
    await worker?.stop();
    await house?.close();
    await temporal?.stop();
    await rm(stateDir, { recursive: true, force: true });
    // Numbers for docs/operations.md; a test that asserted them would fail on a busy machine.
    if (process.env.TTA_TIMES !== undefined) console.log('recovery in ms:', recoveries);
  });

  /** Sends the turn, with the same id, until it is answered. */
  function answered(sessionId: string, text: string, turnId: string): Promise<TurnReply> {
    return until(
      `turn ${turnId} is answered`,
      async () => {
        try {
          const outcome = await house.sessions.takeTurn(sessionId, { turnId, text }, { deadlineMs: 5_000 });
          assert.ok(outcome.answered, JSON.stringify(outcome));
          return outcome.reply;
        } catch (error) {
          assert.ok(error instanceof AppError && error.code === 'unavailable', String(error));
          return null;
        }
      },
      90_000,
    );
  }

  async function play(sessionId: string, goesOn: (turns: number) => boolean, onAnswer: () => void): Promise<Played> {
    const turns: Played['turns'] = [];
    while (goesOn(turns.length)) {
      const text = COMMANDS[turns.length % COMMANDS.length] ?? '';
      const turnId = randomUUID();
      turns.push({ turnId, text, reply: await answered(sessionId, text, turnId) });
      onAnswer();
    }
    return { sessionId, turns };
  }

  /** Plays in eight sessions while `strike` is called `strikes` times at random moments. */
  async function playThrough(strikes: number, strike: () => Promise<void>): Promise<Played[]> {
    const begun = await Promise.all(Array.from({ length: SESSIONS }, () => house.begin()));
    let struckAt: number | null = null;
    let answeredAt = 0;
    let struck = 0;
    const onAnswer = (): void => {
      if (struckAt !== null) answeredAt = performance.now();
      struckAt = null;
    };
    const players = Promise.all(
      begun.map(({ sessionId }) => play(sessionId, (n) => struck < strikes || n < 12, onAnswer)),
    );
    for (; struck < strikes; struck += 1) {
      await wait(randomInt(150, 1_200));
      const from = performance.now();
      struckAt = from;
      await strike();
      const readyAt = performance.now();
      await until('an answer after the kill', async () => struckAt === null, 60_000);
      recoveries.push({
        fromKill: Math.round(answeredAt - from),
        fromReady: Math.max(0, Math.round(answeredAt - readyAt)),
      });
    }
    return players;
  }

  async function checkAll(played: readonly Played[]): Promise<void> {
    const { world } = house.composition.rooms;
    for (const { sessionId, turns } of played) {
      assert.deepEqual(await world.check(sessionId), []);
      const entries = await world.history(sessionId, 0, 1_000);
      const stored = entries.flatMap((entry) => ('turn' in entry ? [entry.turn] : [])).slice(1);
      assert.deepEqual(
        stored.map(({ turnId }) => turnId),
        turns.map(({ turnId }) => turnId),
        'every answered turn is stored exactly once, in the order of its answer, and nothing else is',
      );
      const seqs = turns.map(({ reply }) => reply.seq);
      assert.ok(
        seqs.every((seq, i) => i === 0 || seq > (seqs[i - 1] ?? 0)),
        `rising: ${seqs}`,
      );
      for (const [i, { text, reply }] of turns.entries()) {
        // Each command changes what the one before left: told twice, or lost, it would say so.
        assert.equal(reply.worldChanges.length > 0, true, `${text} (${i}): ${reply.text}`);
      }
      const { turnId, text, reply } = turns[randomInt(turns.length)] ?? assert.fail('nothing was played');
      assert.deepEqual(await answered(sessionId, text, turnId), reply);
      const { events } = await house.composition.rooms.stream.since(sessionId, 0);
      const told = events.flatMap((event) => (event.type === 'turn.reply' ? [event.data.turnId] : []));
      assert.deepEqual(
        told.slice(1),
        turns.map((turn) => turn.turnId),
      );
    }
  }

  it('of the worker loses no answered turn, doubles none, and leaves none without an answer', async () => {
    const played = await playThrough(4, async () => {
      await worker.kill();
      worker = await startWorkerProcess(house.env);
    });
    await checkAll(played);
  });

  it('of Temporal and the worker together does neither', async () => {
    const played = await playThrough(2, async () => {
      await Promise.all([temporal.killAndWait(), worker.kill()]);
      worker = await startWorkerProcess(house.env);
    });
    await checkAll(played);
  });

  it('of the worker in a crisis still brings help and one case', async () => {
    const { sessionId } = await house.begin();
    const turnId = randomUUID();
    const reply = answered(sessionId, DANGER, turnId);
    await worker.kill();
    worker = await startWorkerProcess(house.env);
    assert.equal((await reply).kind, 'help');
    const found = await until('the case', () => house.caseOf(sessionId), 20_000);
    assert.deepEqual(
      found.evidence.map((one) => one.turnId),
      [turnId],
    );
  });

  for (const [text, kind] of [
    ['drop the letter', 'story'],
    [DANGER, 'help'],
  ] as const) {
    it(`between storing a turn and answering it is answered with what was stored: ${kind}`, async () => {
      const { sessionId } = await house.begin();
      const turnId = randomUUID();
      await worker.stop();
      worker = await startWorkerProcess(house.env, { diesAfterCommit: true });
      const answer = answered(sessionId, text, turnId);
      await worker.ended;
      const { rooms } = house.composition;
      const stored = await rooms.world.findTurn(sessionId, turnId);
      worker = await startWorkerProcess(house.env);
      const reply = await answer;
      assert.equal(reply.kind, kind);
      assert.equal(
        JSON.stringify(reply),
        await rooms.sealer.open({ sessionId }, 'turn.reply', stored?.sealedReply ?? ''),
      );
      if (kind === 'help') await until('the case', () => house.caseOf(sessionId), 20_000);
    });
  }

  it('of a client leaves its turn to be answered the same to another', async () => {
    const { sessionId } = await house.begin();
    const { rooms } = house.composition;
    for (let i = 0; i < 6; i += 1) {
      const connection = await Connection.connect({ address: temporal.address });
      const doomed = createSessionClient(new Client({ connection, dataConverter: rooms.dataConverter }));
      const turn = { turnId: randomUUID(), text: COMMANDS[i % 2] ?? '' };
      const lost = doomed.takeTurn(sessionId, turn).catch(() => null);
      await wait(i * 8);
      await connection.close();
      const heard = await lost;
      const reply = await answered(sessionId, turn.text, turn.turnId);
      if (heard?.answered === true) assert.deepEqual(heard.reply, reply);
      assert.equal(reply.worldChanges.length, 1);
    }
    assert.deepEqual(await rooms.world.check(sessionId), []);
  });
});
