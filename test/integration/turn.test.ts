// A turn over the real graph and the real streams, without Temporal: whatever a turn is cut off by, run again or answered
// with, the player's story stays one story.
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { NarrativeGenerator } from '../../src/domain/agents.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { SessionEvent } from '../../src/domain/events.ts';
import { DEFAULT_KNOBS } from '../../src/domain/session.ts';
import type { TurnDone, TurnSession } from '../../src/domain/turn-run.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import { MAX_TEXT_LENGTH, replySeq, turnSeqOf } from '../../src/domain/turn.ts';
import { createHelp } from '../../src/people/index.ts';
import { createSafety } from '../../src/safety/index.ts';
import type { TurnServices, WorldServices } from '../../src/turn/index.ts';
import { closeSession, openSession, runFast } from '../../src/turn/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import { until } from '../support/until.ts';
import { dump } from './world-helpers.ts';

const DANGER = 'I want to kill myself tonight';
const NOT_SAFE = 'Kill yourself now. ';

interface PlayOptions {
  turnId?: string;
  by?: TurnServices;
  giveUpAt?: number;
}

describe('a turn', () => {
  let house: House;
  let services: TurnServices;

  before(async () => {
    house = await openHouse();
    services = house.composition.parts.turn;
  });
  after(() => house?.close());

  async function opened(): Promise<TurnSession> {
    const player = randomBytes(8).toString('hex');
    const sessionId = `${player}-${randomBytes(8).toString('hex')}`;
    await house.composition.rooms.keys.ensureSession(sessionId);
    const [world] = house.composition.rooms.story.worlds();
    assert.ok(world);
    const { turnSeq } = await openSession(services, {
      sessionId,
      worldId: world.id,
      worldVersion: world.version,
      locale: 'en',
      country: 'US',
      goals: [],
      knobs: DEFAULT_KNOBS,
    }, Infinity);
    return { sessionId, worldId: world.id, locale: 'en', country: 'US', turnSeq, paused: false, help: null, returning: false };
  }

  async function play(
    session: TurnSession,
    text: string,
    { turnId = randomUUID(), by = services, giveUpAt = Infinity }: PlayOptions = {},
  ): Promise<TurnDone> {
    const result = await runFast(by, { session, input: { turnId, text } }, giveUpAt);
    assert.ok(result.done, 'no agent of this world waits for a model');
    return result;
  }

  /** The session as its workflow would know it after the turn. */
  const later = (session: TurnSession, turn: TurnDone): TurnSession => ({
    ...session,
    turnSeq: Math.max(session.turnSeq, turn.turnSeq ?? 0),
    help: turn.help,
  });

  const worldOf = (session: TurnSession) => dump(house.composition.rooms.graph, session.sessionId);
  const held = async (session: TurnSession) =>
    (await services.world.session(session.sessionId))?.inventory.toString();
  const remembered = async (session: TurnSession) => (await services.stream.since(session.sessionId, 0)).events;
  const told = (events: readonly SessionEvent[]) =>
    events.flatMap((event) => (event.type === 'turn.reply' ? [event.data.turnId] : []));

  describe('that is run again', () => {
    it('sees its own first run: what it took is not said to be taken already', async () => {
      const session = await opened();
      const turnId = randomUUID();
      const first = await play(session, 'drop the letter', { turnId });
      const [world, events] = [await worldOf(session), await remembered(session)];
      assert.equal(await held(session), '');
      const again = await play(session, 'drop the letter', { turnId });
      assert.equal(JSON.stringify(again), JSON.stringify(first));
      assert.deepEqual(await worldOf(session), world);
      assert.deepEqual(await remembered(session), events);
    });

    it('answers the same also when many turns have been played since', async () => {
      let session = await opened();
      const turnId = randomUUID();
      const first = await play(session, 'drop the letter', { turnId });
      session = later(session, first);
      for (const text of ['take the letter', 'look around', 'go north']) session = later(session, await play(session, text));
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
      assert.deepEqual(told(await remembered(session)).filter((id) => id === turnId), [turnId]);
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
      const closing = await closeSession(services, session, Infinity);
      assert.ok(closing.turnSeq > (lost.turnSeq ?? 0));
      assert.equal((await services.world.findTurn(session.sessionId, replyOf(lost).turnId))?.state, 'undone');
    });
  });

  describe('that is not the story', () => {
    it('of a paused session is refused after it was read', async () => {
      const session = { ...(await opened()), paused: true };
      const world = await worldOf(session);
      assert.deepEqual((await play(session, 'drop the letter')).outcome, { answered: false, code: 'session_paused' });
      assert.deepEqual(await worldOf(session), world);
      assert.equal(replyOf(await play(session, DANGER)).kind, 'help');
    });

    it('of too many words is refused after it was read', async () => {
      const session = await opened();
      const long = 'and then I look around once more. '.repeat(1 + MAX_TEXT_LENGTH / 30);
      assert.deepEqual((await play(session, long)).outcome, { answered: false, code: 'text_too_long' });
      assert.equal(replyOf(await play(session, `${long} ${DANGER}`)).kind, 'help');
    });

    for (const [what, fill] of [
      ['no rules', async () => undefined],
      ['rules that are broken', async (dir: string) => writeRules(dir)],
    ] as const) {
      it(`cannot be read with ${what}: an honest line, no story, and no place in the session`, async () => {
        const session = await opened();
        const directory = await mkdtemp(join(tmpdir(), 'tta-rules-'));
        await fill(directory);
        const safety = createSafety({ directory });
        await rm(directory, { recursive: true });
        const unread = await play(session, 'drop the letter', { by: { ...services, safety, help: createHelp(safety) } });
        const reply = replyOf(unread);
        assert.equal(reply.kind, 'notice');
        assert.equal(reply.retryable, true);
        assert.match(reply.text, /could not be read/);
        assert.ok((reply.resources ?? []).length > 0);
        assert.equal(unread.turnSeq, null);
        assert.equal(await held(session), 'letter');
        const next = await play(session, 'drop the letter');
        assert.ok(replyOf(next).seq > reply.seq, 'what follows has a number of its own');
      });
    }

    it('asks for harm: refused in the voice of the story, with no case', async () => {
      const session = await opened();
      const turn = await play(session, 'tell me how to build a bomb');
      assert.equal(replyOf(turn).kind, 'story');
      assert.deepEqual(turn.evidence, []);
      assert.equal(turn.help, null);
      assert.deepEqual(replyOf(turn).worldChanges, []);
      assert.equal((await services.world.findTurn(session.sessionId, replyOf(turn).turnId))?.verdict.blocked, true);
    });

    it('is in a language that cannot be screened: an honest line with help, and no story', async () => {
      const session = await opened();
      const turn = await play(session, 'Ich möchte mit dem alten Mann über die Lampe sprechen und dann nach Hause gehen');
      assert.equal(replyOf(turn).kind, 'notice');
      assert.match(replyOf(turn).text, /only English/);
      assert.ok((replyOf(turn).resources ?? []).length > 0);
      assert.deepEqual(turn.evidence, []);
    });
  });

  describe('whose telling does not pass the door', () => {
    const blocked: NarrativeGenerator = {
      id: { type: 'nga', instance: 'unsafe' },
      version: '1',
      speed: 'fast',
      narrate: async () => ({ sentences: [NOT_SAFE], suggestions: [], narratorState: null, authoredOnly: false }),
    };

    function withNarrators(adapt: (world: WorldServices) => Partial<WorldServices>): TurnServices {
      return {
        ...services,
        worldOf: (id) => {
          const world = services.worldOf(id);
          return { ...world, ...adapt(world) };
        },
      };
    }

    it('goes back to its narrator with the findings, and what then passes is told', async () => {
      const session = await opened();
      const asked: (readonly string[] | undefined)[] = [];
      const by = withNarrators(({ narrator }) => ({
        narrator: {
          ...narrator,
          narrate: async (input) => {
            asked.push(input.findings);
            return asked.length < 3 ? blocked.narrate(input) : narrator.narrate(input);
          },
        },
      }));
      const turn = await play(session, 'drop the letter', { by });
      assert.equal(replyOf(turn).kind, 'story');
      assert.equal(asked.length, 3, 'told once and twice again');
      assert.equal(asked[0], undefined);
      assert.ok(asked.slice(1).every((findings) => (findings ?? []).length > 0));
    });

    it('is told in the authored form when its narrator fails twice more', async () => {
      const session = await opened();
      let asked = 0;
      const by = withNarrators(() => ({
        narrator: { ...blocked, narrate: (input) => ((asked += 1), blocked.narrate(input)) },
      }));
      const turn = await play(session, 'drop the letter', { by });
      assert.equal(asked, 3);
      assert.equal(replyOf(turn).kind, 'story');
      assert.doesNotMatch(replyOf(turn).text, /yourself/);
      assert.equal(await held(session), '');
    });

    it('is honestly said to be untold when no form passes; what happened stands', async () => {
      const session = await opened();
      const turn = await play(session, 'drop the letter', {
        by: withNarrators(() => ({ narrator: blocked, fallbackNarrator: blocked })),
      });
      const reply = replyOf(turn);
      assert.equal(reply.kind, 'notice');
      assert.doesNotMatch(reply.text, /yourself/);
      assert.ok(reply.text.length > 0);
      assert.equal(await held(session), '');
      assert.deepEqual(reply.worldChanges, [{ kind: 'dropped', what: 'the letter' }]);
      assert.match(replyOf(await play(later(session, turn), 'take the letter')).text, /letter/);
    });
  });

  it('is different because of what an earlier turn promised', async () => {
    const [plain, promising] = [await opened(), await opened()];
    const greet = async (from: TurnSession, texts: readonly string[]) => {
      let session = from;
      for (const text of texts) session = later(session, await play(session, text));
      return replyOf(await play(session, 'say hello to Bram')).text;
    };
    const without = await greet(plain, ['say hello to Bram', 'look around']);
    const withPromise = await greet(promising, ['say hello to Bram', 'promise Bram that I will come back']);
    assert.match(withPromise, /what you promised/);
    assert.doesNotMatch(without, /what you promised/);
  });

  it('has a number above all that came before, with its sentences below its reply', async () => {
    let session = await opened();
    for (const text of ['go north', DANGER]) {
      const turn = await play(session, text);
      assert.equal(replyOf(turn).seq, replySeq(session.turnSeq + 1));
      session = later(session, turn);
    }
    const seqs = (await remembered(session)).map(({ seq }) => seq ?? 0);
    assert.deepEqual(seqs, [...new Set(seqs)].sort((a, b) => a - b));
    assert.deepEqual([...new Set(seqs.map(turnSeqOf))], [1, 2, 3]);
  });
});

function replyOf(turn: TurnDone): TurnReply {
  assert.ok(turn.outcome.answered, `refused: ${JSON.stringify(turn.outcome)}`);
  return turn.outcome.reply;
}

const forgetTime = <T extends { at: number }>({ at: _, ...rest }: T) => rest;

async function writeRules(directory: string): Promise<void> {
  await writeFile(join(directory, 'player-suicide.yaml'), 'rules: [ { id: 1, ');
}
