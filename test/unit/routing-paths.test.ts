// What comes of each kind of conversation in a turn: plain, true answers that change nothing, a stop that is respected, and
// suggestions that the game itself understands.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAuthoredNarrator } from '../../src/agents/index.ts';
import { ASIDES } from '../../src/agents/ipa/lexicon/asides.ts';
import { createModelNarrator } from '../../src/agents/model/index.ts';
import type { ModelProvider } from '../../src/models/index.ts';
import { authoredStory, ownSafety } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const safety = ownSafety();

const QUESTIONS: Readonly<Record<string, RegExp>> = {
  'how do i save': /kept as soon as it is answered/,
  'what can i type': /Short sentences work best/,
  'who reads this': /care team/,
  'is there an end': /nothing has to be finished/,
  'how do i undo': /Write “undo”/,
  'can i lose': /cannot lose/,
  'how do i stop': /your place is kept/,
  'what happens if i close the page': /from the same place/,
  'is this therapy': /^No\. It is a game/,
  'where is the help button': /Get help now/,
  'are you real?': /software, and a game.*No person is reading along.*Get help now/s,
  'are you a bot': /software, and a game/,
  'i want to talk to a real person': /Ask for a person/,
  'i want to stop': /You can stop here\. Your place is kept/,
  gentler: /Quieter/,
  'skip this': /left alone/,
};

/** The edge of the process: a model that would say yes to anything. */
const eager: ModelProvider = {
  id: 'eager',
  displayName: 'eager',
  inHouse: true,
  complete: () => Promise.reject(new Error('only told to tell')),
  async *stream() {
    yield 'Yes, of course. I am as real as you are. ';
  },
};

/** Every sentence of the answers as it stands in ink. */
const answers = readFileSync(new URL('../../src/story/shared/answers.ink', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !/^(=|->|\/\/)/.test(line));

for (const { id, title } of story.worlds()) {
  describe(`words to the game in ${title}`, () => {
    for (const [text, told] of Object.entries(QUESTIONS)) {
      it(`"${text}" is answered plainly, and nothing in the world changes`, async () => {
        const player = createPlayer(story, id);
        const before = player.view();
        const turn = await player.say(text);
        assert.match(turn.told, told);
        assert.deepEqual(turn.proposal.changes, []);
        const { place, things, characters, exits, storylines } = player.view();
        assert.deepEqual(
          { things, characters, exits, storylines },
          {
            things: before.things,
            characters: before.characters,
            exits: before.exits,
            storylines: before.storylines,
          },
        );
        assert.equal(place.id, before.place.id);
        assert.ok(safety.screenNarrative(turn.narration.sentences).passed);
      });
    }

    it('are answered alike however often they are asked', async () => {
      const player = createPlayer(story, id);
      const first = (await player.say('are you real?')).told;
      assert.equal((await player.say('are you real?')).told, first);
    });

    it('has an answer for everything that can be asked about', () => {
      const { paths } = story.authored(id).ink;
      const asked = ASIDES.filter(({ intent }) => intent === 'gamehelp' || intent === 'areyoureal');
      for (const { wish } of asked) if (wish !== undefined) assert.ok(paths.has(`about.${wish}`), wish);
    });

    it('lets a player stop at once, and offers a gentle closing and a way to go on', async () => {
      const player = createPlayer(story, id);
      const stopped = await player.say('sorry i have to go now');
      assert.deepEqual(stopped.narration.suggestions, ['Close gently for today', 'Keep playing']);
      // Nobody waits, nobody misses anybody, and nothing is asked.
      assert.doesNotMatch(stopped.told, /\?|stay|wait for|miss|sure|before you go|don.t|sad|one more/i);
      const [close = '', go = ''] = stopped.narration.suggestions;
      const closed = await player.say(close);
      assert.equal(closed.understanding.intent, 'stop');
      assert.match(closed.told, /Your place is kept\. You can close the page now\.$/);
      assert.ok(closed.told.length > 80, 'the world says its own farewell');
      assert.deepEqual(closed.narration.suggestions, [go]);
      const on = await player.say(go);
      assert.equal(on.understanding.intent, 'look');
      assert.ok(on.narration.suggestions.length > 1);
    });

    it('tells more softly for a while after "gentler"', async () => {
      const plain = createPlayer(story, id);
      const asked = createPlayer(story, id);
      await plain.say('recap');
      await asked.say('gentler');
      assert.ok((await asked.say('wait')).told.length > (await plain.say('wait')).told.length);
    });

    it('offers only what is understood and works', async () => {
      const player = createPlayer(story, id);
      let offered = (await player.tell('opening')).suggestions;
      for (let turn = 0; turn < 30; turn += 1) {
        const text = turn % 7 === 6 ? 'i want to stop' : (offered[turn % Math.max(1, offered.length)] ?? 'look around');
        const { understanding, proposal, narration } = await player.say(text);
        assert.ok(understanding.intent !== 'unknown' && !understanding.unresolved, text);
        assert.ok(proposal.outcomes[0]?.success, text);
        offered = narration.suggestions;
      }
    });

    it('are told word for word, also by a narrator that has a model', async () => {
      const world = story.authored(id);
      const player = createPlayer(story, id);
      const { understanding, proposal, told } = await player.say('are you real?');
      const narrator = createModelNarrator(world, createAuthoredNarrator(world), {
        provider: eager,
        withinMs: 1_000,
      });
      const again = await narrator.narrate({
        occasion: 'turn',
        understanding,
        proposal,
        view: player.view(),
        seed: 'x',
      });
      assert.equal(again.sentences.join(''), told);
      assert.equal(again.source, 'authored');
    });
  });
}

describe('the answers about the game', () => {
  it('name no button that the page does not have', () => {
    const web = fileURLToPath(new URL('../../web', import.meta.url));
    const page = ['player', 'shared']
      .flatMap((folder) => readdirSync(join(web, folder)).map((name) => readFileSync(join(web, folder, name), 'utf8')))
      .join('\n');
    const named = answers.flatMap((line) => [...line.matchAll(/"([A-Z][^"]+)"/g)].map(([, label]) => label ?? ''));
    const labels = new Set(named.filter((label) => label !== 'Who is here'));
    assert.ok(labels.size >= 9);
    for (const label of labels) assert.ok(page.includes(label), label);
  });

  it('claim nothing that a clinic would, and press nobody', () => {
    for (const line of answers) {
      assert.doesNotMatch(
        line,
        /cure|heal|diagnos|clinical|symptom|disorder|therapy|you should|you must|we care|don't go/i,
      );
      if (/treatment/.test(line)) assert.match(line, /not a treatment/);
    }
  });
});
