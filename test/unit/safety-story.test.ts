// No innocent telling is blocked: what a narrator puts together of names and places by itself, in every combination that could
// make a rule stumble, and random playthroughs. A blocked line costs the player the story that was meant.
import assert from 'node:assert/strict';
import { typeset } from '../../src/domain/typography.ts';
import { PLAYER } from '../../src/domain/world.ts';
import { playThrough } from '../story/random-player.ts';
import { authoredStory, ownSafety } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const safety = ownSafety();
/** By hand, before a release: TTA_PLAYTHROUGHS=200 TTA_TURNS=60 (about five minutes). */
const PLAYTHROUGHS = Number(process.env.TTA_PLAYTHROUGHS ?? 4);
const TURNS = Number(process.env.TTA_TURNS ?? 20);
/** Other seeds than those of the tests that look at facts and repetition. */
const FIRST_SEED = 5_000;

/** The finding and the sentence that it stopped, for each text that is not passed. Texts met before are not read again. */
function createScreen(): (sentences: readonly string[]) => string[] {
  const met = new Set<string>();
  return (sentences) => {
    const whole = sentences.join('');
    if (met.has(whole)) return [];
    met.add(whole);
    const screening = safety.screenNarrative(sentences);
    return screening.passed ? [] : [`${screening.findings.join(', ')}: ${sentences[screening.sentences.length] ?? ''}`];
  };
}

/** A player who begins somewhere else, with other things in hand. */
function playerWith(worldId: string, { at, held }: { at?: string; held?: readonly string[] }) {
  const seed = story.seed(worldId);
  const things = seed.things.map((thing) => {
    if (held === undefined) return thing;
    if (held.includes(thing.id)) return { ...thing, at: PLAYER };
    return thing.at === PLAYER ? { ...thing, at: seed.start } : thing;
  });
  // Seeds of their own, so that every way of saying a thing has its turn.
  return createPlayer({ ...story, seed: () => ({ ...seed, start: at ?? seed.start, things }) }, worldId, {
    agents,
    seed: `${at ?? ''} ${held?.join(' ') ?? ''}`,
  });
}
const { agents } = createPlayer(story, story.worlds()[0]?.id ?? '');

for (const { id, title } of story.worlds()) {
  describe(`what is told of ${title}`, function () {
    this.timeout(20_000);
    const world = story.authored(id);
    const portable = Object.entries(world.things).flatMap(([thing, { portable: may }]) => (may ? [thing] : []));

    it('is not blocked for what a player carries, whatever lies beside what', async () => {
      const screen = createScreen();
      const pairs = portable.flatMap((one, n) => portable.slice(n).map((other) => [...new Set([one, other])]));
      const blocked: string[] = [];
      for (const held of [[], ...pairs, portable]) {
        const { narration } = await playerWith(id, { held }).say('inventory');
        blocked.push(...screen(narration.sentences));
      }
      assert.deepEqual(blocked, []);
    });

    it('is not blocked for where a player is, what is there and where the ways lead', async () => {
      const screen = createScreen();
      const blocked: string[] = [];
      for (const at of Object.keys(world.places)) {
        const player = playerWith(id, { at });
        for (const text of ['look around', 'where am i', 'where can i go', 'recap', 'hint']) {
          blocked.push(...screen((await player.say(text)).narration.sentences));
        }
      }
      assert.deepEqual(blocked, []);
    });

    it('is not blocked for any name in the sentences that narrators are made of', () => {
      const groups = [world.places, world.things, world.characters];
      const names = groups.flatMap((group) => Object.values(group).map(({ name }) => name));
      const tellings = names.flatMap((name) => [
        `You are carrying ${name}.`,
        `You are at ${name}.`,
        `You are looking at ${name}, and you have ${name}.`,
        `You take ${name}. You go to ${name}.`,
        `${name} is here, and so are you.`,
      ]);
      const blocked = tellings.filter((text) => safety.screenAgentText(typeset(text)).blocked);
      assert.deepEqual(blocked, []);
    });

    it(`is not blocked in ${PLAYTHROUGHS} random playthroughs of ${TURNS} turns`, async () => {
      const screen = createScreen();
      const blocked: string[] = [];
      for (let n = 0; n < PLAYTHROUGHS; n += 1) {
        const { turns, around } = await playThrough(story, id, FIRST_SEED + n, TURNS, { agents });
        for (const { sentences } of [...around, ...turns.map(({ narration }) => narration)])
          blocked.push(...screen(sentences));
      }
      assert.deepEqual(blocked, []);
    }).timeout(20_000 + PLAYTHROUGHS * TURNS * 50);
  });
}

describe('the screen of what is told', () => {
  it('would notice an insult among the names', () => {
    assert.deepEqual(createScreen()(['You are carrying the letter. ', 'You are a worthless idiot.']), [
      'agent.insult: You are a worthless idiot.',
    ]);
  });
});
