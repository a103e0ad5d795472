// One thing at a time in a session: bursts, repeats, roll-overs and acts that come together are answered one after the other.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { AppError } from '../../src/domain/errors.ts';
import { sessionWorkflowId } from '../../src/domain/session.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import { turnSeqOf } from '../../src/domain/turn.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';

const player = { role: 'player', subject: 'p', displayName: 'the player' } as const;
const ruiz = { role: 'clinician', subject: 'ruiz', displayName: 'Dr. Ruiz' } as const;
const refusedWith = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('the order of a session', () => {
  let house: House;

  before(async () => {
    house = await openHouse();
    await house.work();
  });
  after(() => house?.close());

  const handleOf = (sessionId: string) => house.client.workflow.getHandle(sessionWorkflowId(sessionId));
  const runOf = async (sessionId: string) => (await handleOf(sessionId).describe()).runId;
  const seqsOf = (replies: readonly TurnReply[]) => replies.map(({ seq }) => turnSeqOf(seq)).sort((a, b) => a - b);
  const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

  async function storedTurns(sessionId: string): Promise<string[]> {
    const entries = await house.composition.rooms.world.history(sessionId, 0, 500);
    return entries.flatMap((entry) => ('turn' in entry ? [entry.turn.turnId] : []));
  }

  it('answers two turns that come at once one after the other', async () => {
    const { sessionId } = await house.begin();
    const replies = await Promise.all([
      house.say(sessionId, 'drop the letter'),
      house.say(sessionId, 'drop the letter'),
    ]);
    assert.deepEqual(seqsOf(replies), [2, 3]);
    const dropped = replies.filter(({ worldChanges }) => worldChanges.length > 0);
    assert.equal(dropped.length, 1, 'what the first dropped the second does not hold');
    assert.equal(dropped[0]?.seq, Math.min(...replies.map(({ seq }) => seq)));
  });

  it('answers one turn that is sent by many at once with one reply', async () => {
    const { sessionId } = await house.begin();
    const turnId = randomUUID();
    const replies = await Promise.all(range(0, 5).map(() => house.say(sessionId, 'drop the letter', turnId)));
    for (const reply of replies) assert.deepEqual(reply, replies[0]);
    assert.deepEqual(
      (await storedTurns(sessionId)).filter((id) => id === turnId),
      [turnId],
    );
  });

  it('never answers a turn with what an act of the same id was answered', async () => {
    const { sessionId } = await house.begin();
    const id = randomUUID();
    await house.sessions.act(sessionId, 'pause', player, { id });
    await house.sessions.act(sessionId, 'resume', ruiz, { id });
    const reply = await house.say(sessionId, 'look around', id);
    assert.equal(reply.turnId, id);
    assert.equal(reply.kind, 'story');
  });

  it('loses no turn of a burst that runs over several roll-overs', async () => {
    const { sessionId } = await house.begin({ knobs: { turnsPerRun: 3 } });
    const run = await runOf(sessionId);
    const count = 20;
    // Temporal takes 10 updates of one session at a time.
    const ids = range(0, count).map(() => randomUUID());
    const replies = await inLanes(ids, 5, (id) => house.say(sessionId, 'look around', id));
    assert.deepEqual(seqsOf(replies), range(2, count));
    assert.deepEqual((await storedTurns(sessionId)).slice(1).sort(), [...ids].sort());
    assert.notEqual(await runOf(sessionId), run);
  });

  it('answers a turn that comes right at the roll-over once, in the next run', async () => {
    const { sessionId } = await house.begin({ knobs: { turnsPerRun: 1 } });
    for (const seq of range(2, 6)) {
      const turnId = randomUUID();
      const reply = await house.say(sessionId, 'look around', turnId);
      assert.equal(turnSeqOf(reply.seq), seq);
      assert.deepEqual(await house.say(sessionId, 'look around', turnId), reply);
    }
  });

  it('takes a pause between two turns of a burst, and it holds from then on', async () => {
    const { sessionId } = await house.begin();
    const [, act, after] = await Promise.all([
      house.take(sessionId, 'look around'),
      house.sessions.act(sessionId, 'pause', ruiz),
      house.take(sessionId, 'look around'),
    ]);
    assert.equal(act.status, 'paused');
    assert.ok(after.answered || after.code === 'session_paused');
    assert.deepEqual(await house.take(sessionId, 'look around'), { answered: false, code: 'session_paused' });
  });

  it('is over for turns and acts that were waiting for its end', async () => {
    const { sessionId } = await house.begin();
    // While the first runs all the others arrive, and are handed to the session together.
    const running = house.take(sessionId, 'look around');
    const ends = [1, 2].map(() => house.sessions.act(sessionId, 'end', player));
    const others = range(0, 3).map(() => house.take(sessionId, 'drop the letter'));
    const results = await Promise.allSettled([
      running,
      ...ends,
      ...others,
      house.sessions.act(sessionId, 'pause', ruiz),
    ]);
    for (const result of results) {
      if (result.status === 'rejected') assert.ok(refusedWith('session_ended')(result.reason), String(result.reason));
    }
    const [end, ...more] = (await Promise.allSettled(ends)).flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
    assert.ok(end !== undefined);
    for (const again of more) assert.deepEqual(again, end, 'a second end is told the same closing');
    const { world } = house.composition.rooms;
    const record = await world.session(sessionId);
    assert.equal(record?.status, 'ended');
    assert.equal(record?.turnSeq, turnSeqOf(end.seq), 'nothing was stored after the closing');
  });
});

/** Runs the work on all items, `lanes` at a time. */
async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
