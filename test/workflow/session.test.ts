// The session as its player and its clinicians meet it, on a Temporal whose time can be skipped.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../src/domain/errors.ts';
import { sessionWorkflowId } from '../../src/domain/session.ts';
import { replySeq } from '../../src/domain/turn.ts';
import { skippingClock } from '../support/clock.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const player = { role: 'player', subject: 'p', displayName: 'A player' } as const;
const clinician = { role: 'clinician', subject: 'c', displayName: 'Dr. Ruiz' } as const;

describe('a session', () => {
  let clock: Awaited<ReturnType<typeof skippingClock>>;
  let house: House;

  before(async () => {
    clock = await skippingClock();
    house = await openHouse({ temporal: clock.address });
    await house.work();
  });
  after(async () => {
    await house?.close();
    await clock?.stop();
  });

  const runOf = async (sessionId: string) =>
    (await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).describe()).runId;
  /** Ids of the workflows that this session has started. */
  const childrenOf = async (sessionId: string): Promise<string[]> => {
    const { events } = await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).fetchHistory();
    return (events ?? []).flatMap((event) => {
      const id = event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId;
      return id == null ? [] : [id];
    });
  };
  const refusedWith = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

  it('opens, answers turns in order and ends with a closing', async () => {
    const { sessionId, opening } = await house.begin();
    assert.equal(opening.seq, replySeq(1));
    assert.equal(opening.kind, 'story');
    const first = await house.say(sessionId, 'look around');
    const second = await house.say(sessionId, 'go north');
    assert.deepEqual([first.seq, second.seq], [replySeq(2), replySeq(3)]);
    assert.notEqual(first.place, second.place);
    const closing = await house.sessions.act(sessionId, 'end', player);
    assert.equal(closing.seq, replySeq(4));
    assert.ok(closing.text.length > 0);
    assert.equal((await house.composition.rooms.world.session(sessionId))?.status, 'ended');
  });

  it('is not begun anew by a turn after its end', async () => {
    const { sessionId } = await house.begin();
    await house.sessions.act(sessionId, 'end', player);
    await assert.rejects(house.take(sessionId, 'look around'), refusedWith('session_ended'));
  });

  it('answers a turn that is sent twice once, also in a later run', async () => {
    const { sessionId } = await house.begin({ knobs: { turnsPerRun: 2 } });
    const turnId = randomUUID();
    const first = await house.say(sessionId, 'go north', turnId);
    const run = await runOf(sessionId);
    for (let i = 0; i < 14; i += 1) await house.say(sessionId, 'look around');
    assert.notEqual(await runOf(sessionId), run);
    assert.deepEqual(await house.say(sessionId, 'go north', turnId), first);
    assert.equal((await house.composition.rooms.world.session(sessionId))?.turnSeq, 16);
  });

  it('refuses other words under a known turn id', async () => {
    const { sessionId } = await house.begin({ knobs: { turnsPerRun: 1 } });
    const turnId = randomUUID();
    await house.say(sessionId, 'look around', turnId);
    await house.say(sessionId, 'listen');
    assert.deepEqual(await house.take(sessionId, 'go north', turnId), { answered: false, code: 'turn_id_reused' });
  });

  it('goes on where it was after it continued as new', async () => {
    const { sessionId, opening } = await house.begin({ knobs: { turnsPerRun: 2 } });
    const run = await runOf(sessionId);
    const north = await house.say(sessionId, 'go north');
    await house.say(sessionId, 'look around');
    const after = await house.say(sessionId, 'look around');
    assert.notEqual(await runOf(sessionId), run);
    assert.equal(after.place, north.place);
    assert.notEqual(after.place, opening.place);
  });

  it('refuses a turn that was written before the story moved on', async () => {
    const { sessionId, opening } = await house.begin();
    await house.say(sessionId, 'go north');
    await assert.rejects(house.take(sessionId, 'look around', randomUUID(), opening.seq), refusedWith('stale_turn'));
  });

  it('opens with a recap, in a new run, when the player comes back after the idle time', async () => {
    const { sessionId } = await house.begin({ knobs: { idleMs: 30 * MINUTE } });
    const plain = await house.say(sessionId, 'look around');
    const run = await runOf(sessionId);
    await clock.sleep(20 * MINUTE);
    const soon = await house.say(sessionId, 'look around');
    await clock.sleep(31 * MINUTE);
    const back = await house.say(sessionId, 'look around');
    assert.ok(back.text.length > soon.text.length && back.text.length > plain.text.length, back.text);
    await house.say(sessionId, 'look around');
    assert.notEqual(await runOf(sessionId), run);
  });

  it('keeps one lazy idle timer however many turns are played', async () => {
    const { sessionId } = await house.begin();
    for (let i = 0; i < 5; i += 1) await house.say(sessionId, 'look around');
    const { events } = await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).fetchHistory();
    assert.equal((events ?? []).filter((event) => event.timerStartedEventAttributes).length, 1);
  });

  it('is paused and resumed by its player, and reads what is said meanwhile', async () => {
    const { sessionId } = await house.begin();
    assert.equal((await house.sessions.act(sessionId, 'pause', player)).status, 'paused');
    assert.deepEqual(await house.take(sessionId, 'look around'), { answered: false, code: 'session_paused' });
    assert.equal((await house.say(sessionId, 'I want to kill myself')).kind, 'help');
    assert.equal((await house.sessions.act(sessionId, 'resume', player)).status, 'help');
  });

  it('is not resumed by its player when the team paused it', async () => {
    const { sessionId } = await house.begin();
    await house.sessions.act(sessionId, 'pause', clinician);
    await assert.rejects(house.sessions.act(sessionId, 'resume', player), refusedWith('forbidden'));
    assert.equal((await house.sessions.act(sessionId, 'resume', clinician)).status, 'active');
  });

  it('refuses an act that was decided on an older state', async () => {
    const { sessionId } = await house.begin();
    const { version } = await house.sessions.act(sessionId, 'pause', clinician);
    await house.sessions.act(sessionId, 'resume', { ...clinician, expectedVersion: version });
    await assert.rejects(
      house.sessions.act(sessionId, 'pause', { ...clinician, expectedVersion: version }),
      refusedWith('version_conflict'),
    );
  });

  it('takes the same acts as signals', async () => {
    const { sessionId } = await house.begin();
    await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).signal('pause', clinician);
    assert.deepEqual(await house.take(sessionId, 'look around'), { answered: false, code: 'session_paused' });
  });

  it('is paused at the second text in a row that could not be read, and the operator is told', async () => {
    const { sessionId } = await house.begin();
    const first = await house.sessions.act(sessionId, 'couldNotRead', { turnId: randomUUID() });
    assert.equal(first.status, 'active');
    assert.equal((await house.say(sessionId, 'look around')).kind, 'story');
    await house.sessions.act(sessionId, 'couldNotRead', { turnId: randomUUID() });
    assert.equal((await house.say(sessionId, 'look around')).kind, 'story', 'one that was read lies between them');
    await house.sessions.act(sessionId, 'couldNotRead', { turnId: randomUUID() });
    await house.sessions.act(sessionId, 'couldNotRead', { turnId: randomUUID() });
    await until('the pause', async () => {
      const outcome = await house.take(sessionId, 'look around');
      return outcome.answered ? null : outcome.code === 'session_paused';
    });
    assert.ok((await childrenOf(sessionId)).some((id) => id.startsWith(`alert/texts_unreadable/${sessionId}`)));
    assert.equal((await house.sessions.act(sessionId, 'resume', player)).status, 'active');
  });

  it('is guided by its clinician from the next turn on, with nothing quoted to the player', async () => {
    const { sessionId } = await house.begin();
    await house.sessions.act(sessionId, 'guide', { ...clinician, guidance: { kind: 'close_soon' } });
    const reply = await house.say(sessionId, 'look around');
    assert.equal(reply.suggestions[0], 'Stop for today');
    const { events } = await house.composition.rooms.history.page(sessionId, 0, 50);
    assert.ok(!JSON.stringify(events).includes('close_soon'));
  });

  it('tells its player what a clinician wrote, and that nobody has answered', async () => {
    const { sessionId } = await house.begin();
    const handle = house.client.workflow.getHandle(sessionWorkflowId(sessionId));
    const said = { id: randomUUID(), displayName: 'Dr. Ruiz', role: 'clinician', text: 'I am here.' };
    await handle.signal('humanMessage', said);
    await handle.signal('helpUnanswered', { number: 1 });
    const events = await until('both are told', async () => {
      const { events } = await house.composition.rooms.history.page(sessionId, 0, 50);
      return events.some(({ type }) => type === 'help.unanswered') ? events : null;
    });
    assert.deepEqual(events.find(({ type }) => type === 'human.message')?.data, said);
    const unanswered = events.find((event) => event.type === 'help.unanswered');
    assert.ok(unanswered?.type === 'help.unanswered' && unanswered.data.text.length > 20);
    assert.ok(unanswered.data.resources.length > 0);
  });

  it('survives a signal that says nothing', async () => {
    const { sessionId } = await house.begin();
    await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).signal('pause');
    assert.equal((await house.say(sessionId, 'look around')).kind, 'story');
  });
});
