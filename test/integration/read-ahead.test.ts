// What a turn needs is read while its player reads the turn before. Whatever happens in between, the turn is made from what
// stands when it is stored.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { AppError } from '../../src/domain/errors.ts';
import type { TurnSession } from '../../src/domain/turn-run.ts';
import type { TurnServices } from '../../src/turn/index.ts';
import { createReadAhead } from '../../src/turn/index.ts';
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
    services.ahead.prepare(session.sessionId, session.turnSeq);
    const behind = { ...session, turnSeq: session.turnSeq + 1 };
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
    const sessions = await Promise.all([turns.opened(), turns.opened(), turns.opened()]);
    const ahead = createReadAhead(services.world, 2);
    for (const { sessionId, turnSeq } of sessions) ahead.prepare(sessionId, turnSeq);
    const read = await Promise.all(sessions.map((session) => ahead.take(session)));
    assert.deepEqual(
      read.map((one) => one === null),
      [true, false, false],
    );
    const [, second] = sessions;
    assert.ok(second);
    assert.equal(ahead.take(second), null, 'once');
  });
});
