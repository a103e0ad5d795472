// What a turn is answered with: the story, or help, an honest line, a refusal; told only in words that passed the door.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { NarrativeGenerator } from '../../src/domain/agents.ts';
import { MAX_TEXT_LENGTH, replySeq, turnSeqOf } from '../../src/domain/turn.ts';
import type { TurnSession } from '../../src/domain/turn-run.ts';
import { createHelp } from '../../src/people/index.ts';
import { createSafety } from '../../src/safety/index.ts';
import type { TurnServices, WorldServices } from '../../src/turn/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import type { Turns } from '../support/turns.ts';
import { createTurns, DANGER, later, replyOf } from '../support/turns.ts';
import { dump } from './world-helpers.ts';

const NOT_SAFE = 'Kill yourself now. ';

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
        const unread = await play(session, 'drop the letter', {
          by: { ...services, safety, help: createHelp(safety) },
        });
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
      const { view } = await services.world.recall(session.sessionId, 'none', turn.turnSeq ?? 0);
      assert.equal(view.recent[0]?.intent, 'none', 'no agent was asked to make sense of it');
      assert.equal((await services.world.findTurn(session.sessionId, replyOf(turn).turnId))?.verdict.blocked, true);
    });

    it('is in a language that cannot be screened: an honest line with help, and no story', async () => {
      const session = await opened();
      const turn = await play(
        session,
        'Ich möchte mit dem alten Mann über die Lampe sprechen und dann nach Hause gehen',
      );
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
      const count: NarrativeGenerator['narrate'] = (input) => {
        asked += 1;
        return blocked.narrate(input);
      };
      const by = withNarrators(() => ({
        narrator: { ...blocked, narrate: count },
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
    assert.deepEqual(
      seqs,
      [...new Set(seqs)].sort((a, b) => a - b),
    );
    assert.deepEqual([...new Set(seqs.map(turnSeqOf))], [1, 2, 3]);
  });
});

async function writeRules(directory: string): Promise<void> {
  await writeFile(join(directory, 'player-suicide.yaml'), 'rules: [ { id: 1, ');
}
