// A turn that is cut off, run again, or lost when everything died: the player's story stays one story.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { AppError } from '../../src/domain/errors.ts';
import type { SessionEvent } from '../../src/domain/events.ts';
import type { TurnSession } from '../../src/domain/turn-run.ts';
import type { TurnServices } from '../../src/turn/index.ts';
import { closeSession } from '../../src/turn/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import type { Turns } from '../support/turns.ts';
import { createTurns, DANGER, later, replyOf, told } from '../support/turns.ts';
import { until } from '../support/until.ts';
import { dump } from './world-helpers.ts';

describe('a turn', () => {
  let house: House;
  let services: TurnServices;
  let turns: Turns;

  before(async () => {
    house = await openHouse();
    services = house.composition.parts.turn;
    turns = createTurns(house);
  });
  after(() => house?.close());

  const opened: Turns['opened'] = () => turns.opened();
  const play: Turns['play'] = (...given) => turns.play(...given);
  const held: Turns['held'] = (session) => turns.held(session);
  const remembered: Turns['remembered'] = (session) => turns.remembered(session);
  const worldOf = (session: TurnSession) => dump(house.composition.rooms.graph, session.sessionId);

  describe('that is run again', () => {
    it('sees its own first run: what it took is not said to be taken already', async () => {
      const session = await opened();
      const turnId = randomUUID();
      const first = await play(session, 'drop the letter', { turnId });
      const [world, events] = [await worldOf(session), await remembered(session)];
      assert.equal(await held(session), '');
      const again = await play(session, 'drop the letter', { turnId });
      assert.deepEqual(again, first);
      assert.deepEqual(await worldOf(session), world);
      assert.deepEqual(await remembered(session), events);
    });

    it('answers the same also when many turns have been played since', async () => {
      let session = await opened();
      const turnId = randomUUID();
      const first = await play(session, 'drop the letter', { turnId });
      session = later(session, first);
      for (const text of ['take the letter', 'look around', 'go north'])
        session = later(session, await play(session, text));
      const world = await worldOf(session);
      const again = await play(session, 'drop the letter', { turnId });
      assert.equal(JSON.stringify(again.outcome), JSON.stringify(first.outcome));
      assert.deepEqual(again.evidence, []);
      assert.deepEqual(await worldOf(session), world);
    });

    it('in a crisis shows the same help again, and its evidence is not forgotten', async () => {
      const session = await opened();
      const turnId = randomUUID();
      const first = await play(session, DANGER, { turnId });
      const again = await play(session, DANGER, { turnId });
      assert.deepEqual(again.outcome, first.outcome);
      assert.equal(replyOf(again).kind, 'help');
      assert.equal(again.help?.response, 'hold');
      assert.deepEqual(again.evidence.map(forgetTime), first.evidence.map(forgetTime));
      assert.equal(again.evidence.length, 1);
      assert.equal(again.turnSeq, first.turnSeq);
    });

    it('at the same moment is stored once, and both runs get the one reply', async () => {
      const session = await opened();
      const turnId = randomUUID();
      const [one, two] = await Promise.all([
        play(session, 'drop the letter', { turnId }),
        play(session, 'drop the letter', { turnId }),
      ]);
      assert.deepEqual(one, two);
      const turns = await services.world.history(session.sessionId, 0, 10);
      assert.equal(turns.length, 2, 'the opening and this turn');
      assert.deepEqual(
        told(await remembered(session)).filter((id) => id === turnId),
        [turnId],
      );
    });
  });

  describe('whose id was used for other words', () => {
    it('is refused, and nothing happens', async () => {
      const session = await opened();
      const turnId = randomUUID();
      const first = await play(session, 'look around', { turnId });
      const world = await worldOf(session);
      const other = await play(later(session, first), 'drop the letter', { turnId });
      assert.deepEqual(other.outcome, { answered: false, code: 'turn_id_reused' });
      assert.deepEqual(await worldOf(session), world);
    });

    it('is answered with help when the words are of danger', async () => {
      const session = await opened();
      const turnId = randomUUID();
      const first = await play(session, 'look around', { turnId });
      const other = await play(later(session, first), DANGER, { turnId });
      assert.equal(replyOf(other).kind, 'help');
      assert.equal(other.evidence.length, 1);
      assert.equal(other.turnSeq, 3);
      const third = await play(later(session, other), DANGER, { turnId });
      assert.deepEqual(third.outcome, other.outcome);
    });
  });

  describe('that was stored and never answered', () => {
    it('is adopted when the same turn comes again', async () => {
      const session = await opened();
      const turnId = randomUUID();
      const lost = await play(session, 'drop the letter', { turnId });
      const next = await play(session, 'drop the letter', { turnId });
      assert.deepEqual(next.outcome, lost.outcome);
      assert.equal(next.turnSeq, lost.turnSeq);
      assert.equal(await held(session), '');
    });

    it('is undone when another turn comes first, and its player is told', async () => {
      const session = await opened();
      const before = await worldOf(session);
      const turnId = randomUUID();
      const heard: SessionEvent[] = [];
      const follower = await services.stream.follow(session.sessionId, 0, (event) => heard.push(event));
      const lost = await play(session, 'drop the letter', { turnId });
      assert.notDeepEqual(await worldOf(session), before);
      const answered = await play(session, 'what am I holding?');
      assert.equal(await held(session), 'letter');
      assert.match(replyOf(answered).text, /letter/);
      assert.ok((answered.turnSeq ?? 0) > (lost.turnSeq ?? 0), 'the sequence never goes back');
      const failed = await until('the player is told', async () => heard.find(({ type }) => type === 'turn.failed'));
      assert.deepEqual(failed.data, { turnId, code: 'unavailable' });
      await until('the answer is heard', async () => told(heard).includes(replyOf(answered).turnId));
      await follower.stop();
      assert.deepEqual(await services.world.check(session.sessionId), []);
    });

    it('is not in the stream of whoever reads it later', async () => {
      const session = await opened();
      const turnId = randomUUID();
      await play(session, 'drop the letter', { turnId });
      assert.ok(told(await remembered(session)).includes(turnId));
      const answered = await play(session, 'look around');
      assert.deepEqual(told(await remembered(session)).slice(1), [replyOf(answered).turnId]);
    });

    it('gives its number to nobody, also when the turn that undid it was refused', async () => {
      const session = await opened();
      const lost = await play(session, 'drop the letter');
      const refused = await play({ ...session, paused: true }, 'look around');
      assert.deepEqual(refused.outcome, { answered: false, code: 'session_paused' });
      const next = await play(session, 'look around');
      assert.ok((next.turnSeq ?? 0) > (lost.turnSeq ?? 0));
      assert.ok(told(await remembered(session)).includes(replyOf(next).turnId));
    });

    it('is not taken back when it was help: the help goes on, and the case is told', async () => {
      const session = await opened();
      const lost = await play(session, DANGER);
      const next = await play(session, 'look around');
      assert.equal(replyOf(next).kind, 'help');
      assert.equal(next.help?.response, 'hold');
      assert.deepEqual(next.evidence.map(forgetTime), lost.evidence.map(forgetTime));
      const turns = told(await remembered(session));
      assert.deepEqual(turns.slice(1), [replyOf(lost).turnId, replyOf(next).turnId]);
      assert.deepEqual(await services.world.check(session.sessionId), []);
    });

    it('is found below another that was lost too', async () => {
      const session = await opened();
      const help = await play(session, DANGER);
      // Its session never knew of the help, so it is played as if released.
      await play({ ...session, turnSeq: 2 }, 'drop the letter');
      const next = await play(session, 'look around');
      assert.equal(await held(session), 'letter');
      assert.deepEqual(next.evidence.map(forgetTime), help.evidence.map(forgetTime));
      assert.ok((next.turnSeq ?? 0) > 3);
    });

    it('is left alone by an attempt that was given up: it may have been answered since', async () => {
      const session = await opened();
      const other = await play(session, 'drop the letter');
      await assert.rejects(
        play(session, 'look around', { giveUpAt: Date.now() - 1 }),
        (error) => error instanceof AppError && error.code === 'unavailable',
      );
      assert.equal((await services.world.findTurn(session.sessionId, replyOf(other).turnId))?.state, 'applied');
      assert.equal(await held(session), '');
    });

    it('is settled before the session closes', async () => {
      const session = await opened();
      const lost = await play(session, 'drop the letter');
      const closing = await closeSession(services, session);
      assert.ok(closing.turnSeq > (lost.turnSeq ?? 0));
      assert.equal((await services.world.findTurn(session.sessionId, replyOf(lost).turnId))?.state, 'undone');
    });
  });
});

const forgetTime = <T extends { at: number }>({ at: _, ...rest }: T) => rest;
