// What a turn needs is read while its player reads the turn before. Whatever happens in between, the turn is made from what
// stands when it is stored.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { AppError } from '../../src/domain/errors.ts';
import type { TurnSession } from '../../src/domain/turn-run.ts';
import type { Tried } from '../../src/story/curious.ts';
import { curiousCommand } from '../../src/story/curious.ts';
import { randomOf } from '../../src/story/walk.ts';
import type { ReadAhead, ReadAheadOptions, TurnServices } from '../../src/turn/index.ts';
import { createReadAhead } from '../../src/turn/index.ts';
import type { Recall } from '../../src/world/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import type { Turns } from '../support/turns.ts';
import { createTurns, later, replyOf, told } from '../support/turns.ts';

describe('a turn whose context was read ahead', () => {
  let house: House;
  let services: TurnServices;
  let turns: Turns;
  /** Services whose graph tells a turn nothing any more. */
  let blind: TurnServices;

  before(async () => {
    house = await openHouse();
    services = house.composition.parts.turn;
    turns = createTurns(house);
    const recall = () => Promise.reject(new AppError('unavailable', 'nothing is told'));
    blind = { ...services, world: { ...services.world, recall } };
  });
  after(() => house?.close());

  /** A session that has played a turn, and services that give its next turn what was read right after it. */
  async function played(text: string, turnId = randomUUID()): Promise<{ session: TurnSession; ahead: TurnServices }> {
    const session = await turns.opened();
    const next = later(session, await turns.play(session, text, { turnId }));
    const read = await services.ahead.take(next);
    assert.ok(read, 'nothing was read ahead');
    return { session: next, ahead: { ...services, ahead: { prepare: () => undefined, take: async () => read } } };
  }

  it('does not ask the graph again', async () => {
    const { session, ahead } = await played('drop the letter');
    const turn = await turns.play(session, 'take the letter', { by: { ...blind, ahead: ahead.ahead } });
    assert.equal(replyOf(turn).kind, 'story');
    assert.equal(await turns.held(session), 'letter');
  });

  it('asks it when nothing, or another moment, was read', async () => {
    const { session } = await played('drop the letter');
    await assert.rejects(turns.play(session, 'look around', { by: blind }), { code: 'unavailable' });
    const another = await turns.opened();
    const next = later(another, await turns.play(another, 'look around'));
    const behind = { ...next, turnSeq: next.turnSeq + 1 };
    await assert.rejects(turns.play(behind, 'look around', { by: blind }), { code: 'unavailable' });
  });

  it('is told from the world after somebody took its last turn back', async () => {
    const turnId = randomUUID();
    const { session, ahead } = await played('drop the letter', turnId);
    assert.equal(await services.world.undoTurn(session.sessionId, turnId), 'undone');
    const reply = replyOf(await turns.play(session, 'inventory', { by: ahead }));
    assert.match(reply.text, /letter/);
    assert.equal(await turns.held(session), 'letter');
  });

  it('settles a turn that was lost after the reading', async () => {
    const { session, ahead } = await played('look around');
    const lost = randomUUID();
    await turns.play(session, 'drop the letter', { turnId: lost });
    await turns.play(session, 'look around', { by: ahead });
    assert.equal(await turns.held(session), 'letter');
    assert.ok(!told(await turns.remembered(session)).includes(lost));
  });

  it('that ran before gives its first answer, and is refused with other words', async () => {
    const turnId = randomUUID();
    const { session, ahead } = await played('drop the letter', turnId);
    const events = await turns.remembered(session);
    await turns.play(session, 'drop the letter', { turnId, by: ahead });
    assert.deepEqual(await turns.remembered(session), events);
    const other = await turns.play(session, 'look around', { turnId, by: ahead });
    assert.deepEqual(other.outcome, { answered: false, code: 'turn_id_reused' });
  });

  it('keeps few of them: who has not played for the longest is read again', async () => {
    const { world } = services;
    const ahead = createReadAhead({ world, applyToView: (_, view) => view, onDrift: () => undefined, limit: 2 });
    const sessions = await Promise.all([turns.opened(), turns.opened(), turns.opened()]);
    const next: TurnSession[] = [];
    for (const session of sessions) {
      next.push(later(session, await turns.play(session, 'wait', { by: { ...services, ahead } })));
    }
    const made = await Promise.all(next.map((session) => ahead.take(session)));
    assert.deepEqual(
      made.map((one) => one === null),
      [true, false, false],
    );
    const [, second] = next;
    assert.ok(second);
    assert.equal(ahead.take(second), null, 'once');
  });
});

describe('a context that is carried from turn to turn', () => {
  let house: House;
  let services: TurnServices;
  let turns: Turns;

  before(async () => {
    house = await openHouse();
    services = house.composition.parts.turn;
    turns = createTurns(house);
  });
  after(() => house?.close());

  /** Services that make ready by `ahead` and count how often the graph is asked. */
  function carrying(options: { comparedTurns: number; broken?: boolean }) {
    const seen = { drifts: [] as string[], asked: 0 };
    const world = {
      ...services.world,
      recall: (...about: Parameters<TurnServices['world']['recall']>) => {
        seen.asked += 1;
        return services.world.recall(...about);
      },
    };
    const applyToView: ReadAheadOptions['applyToView'] = (played, view, changes) =>
      options.broken ? view : services.worldOf(played).applyToView(view, changes);
    const onDrift = (id: string) => seen.drifts.push(id);
    const ahead = createReadAhead({ world, applyToView, onDrift, comparedTurns: options.comparedTurns });
    return { seen, ahead };
  }

  /** A curious player's turns, now and then one taken back; `check` sees what was made ready before each. */
  async function playOn(
    worldId: string,
    length: number,
    ahead: ReadAhead,
    check: (made: Recall | null, session: TurnSession) => Promise<void> = async () => undefined,
  ): Promise<TurnSession> {
    const authored = house.composition.rooms.story.authored(worldId);
    const tried: Tried = { walk: new Map(), ever: new Map() };
    const random = randomOf(7);
    let session = await turns.opened(worldId);
    let suggestions: readonly string[] = [];
    for (let turn = 0; turn < length; turn += 1) {
      const made = await ahead.take(session);
      await check(made, session);
      const view = made?.view ?? (await services.world.recall(session.sessionId, '', session.turnSeq)).view;
      const text = random() < 0.1 ? 'undo' : curiousCommand(view, suggestions, authored, tried, random);
      const given: ReadAhead = { prepare: ahead.prepare, take: async () => made };
      const played = await turns.play(session, text, { by: { ...services, ahead: given } });
      suggestions = replyOf(played).suggestions;
      session = later(session, played);
    }
    await ahead.take(session);
    return session;
  }

  for (const worldId of ['last-light', 'small-hours']) {
    it(`is what the graph says, turn after turn, in ${worldId}`, async () => {
      const { ahead, seen } = carrying({ comparedTurns: Number.POSITIVE_INFINITY });
      let made = 0;
      await playOn(worldId, 80, ahead, async (recalled, { sessionId, turnSeq }) => {
        if (recalled === null) return;
        made += 1;
        assert.deepEqual(recalled, await services.world.recall(sessionId, '', turnSeq));
      });
      assert.equal(made, 79, 'of every turn but the first');
      assert.ok(seen.asked < 40, `the graph was asked ${seen.asked} times`);
    });
  }

  it('is told as a fault where it is not what the graph says', async () => {
    const { ahead, seen } = carrying({ comparedTurns: 1, broken: true });
    const { sessionId } = await playOn('last-light', 10, ahead);
    assert.ok(seen.drifts.length > 0);
    assert.ok(seen.drifts.every((id) => id === sessionId));
  });

  it('is compared every few turns', async () => {
    const { ahead, seen } = carrying({ comparedTurns: 1 });
    await playOn('small-hours', 20, ahead);
    assert.deepEqual(seen, { drifts: [], asked: 20 });
  });
});
