// Each storyline of the big world to its end, in as few commands as will do, and with what a hint says on the way: a player
// who asks when stuck, and does what is said, gets there. And the editor's transcripts, which must not become worse to read.
import assert from 'node:assert/strict';
import { kept, linesOf, transcribe } from '../story/playthrough.ts';
import { authoredStory } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const WORLD = 'last-light';

/** A command; with a hint, what the hint says when it is asked for just before. */
type Step = string | { hint: RegExp; act: string };

const LAMP: readonly Step[] = [
  'north',
  { hint: /Idris.*yard of the lighthouse, north of Harbour Lane/, act: 'north' },
  { hint: /his name on it/, act: 'give the letter to Idris' },
  { hint: /Ask him about the lamp/, act: 'ask Idris about the lamp' },
  { hint: /key fits the green door/, act: 'use the iron key' },
  'south',
  'east',
  'take the matches',
  'west',
  'west',
  { hint: /boathouse, behind the hull in the cove/, act: 'search the hull' },
  'in',
  { hint: /in a chest/, act: 'open the chest' },
  'take the oil can and the wick',
  'out',
  'east',
  'north',
  'in',
  { hint: /top of the stair/, act: 'up' },
  'put the wick in the lamp',
  { hint: /half mended/, act: 'put the oil in the lamp' },
  { hint: /You have matches, and the lamp is ready/, act: 'light the lamp' },
];

const POST: readonly Step[] = [
  'east',
  'in',
  'hello Wenna',
  'ask Wenna about the forgotten letters',
  { hint: /wall box, out along the head path/, act: 'out' },
  'west',
  'north',
  'north',
  'east',
  'open the wall box',
  'take the folded note',
  { hint: /written by Idris.*shown to him, or given to Wenna/, act: 'west' },
  'give the note to Idris',
  { hint: /Wenna has the last bag open/, act: 'south' },
  'south',
  'east',
  'in',
  'give the note to Wenna',
];

const SONG: readonly Step[] = [
  'ask Bram about the tune',
  'east',
  'north',
  'ask Corin about the tune',
  {
    hint: /Wenna keeps lost property.*Bram, Oona and Idris each keep a phrase/,
    act: 'tell Corin about the first phrase',
  },
  'north',
  'hello Oona',
  'ask Oona about the tune',
  'south',
  'south',
  'in',
  'ask Wenna about the fiddle string',
  'out',
  'west',
  'north',
  'north',
  'give the letter to Idris',
  'ask Idris about the tune',
  'south',
  'south',
  'east',
  'north',
  'give the fiddle string to Corin',
  'tell Corin about the middle phrase',
  'tell Corin about the last phrase',
  { hint: /He has the whole tune now; ask him for it/, act: 'ask Corin about the tune' },
];

async function play(steps: readonly Step[], player = createPlayer(story, WORLD)) {
  for (const step of steps) {
    if (typeof step !== 'string') assert.match((await player.say('hint')).told.replace(/\s+/g, ' '), step.hint);
    const text = typeof step === 'string' ? step : step.act;
    const { proposal } = await player.say(text);
    assert.ok(
      proposal.outcomes.every(({ success }) => success),
      `${text}: ${JSON.stringify(proposal.outcomes)}`,
    );
  }
  return player;
}

describe('the storylines of The Last Light of Orrin', () => {
  it('light the lamp', async () => {
    const player = await play(LAMP);
    assert.equal(player.view().storylines.lamp?.lit, true);
    assert.match((await player.tell('closing')).sentences.join(''), /light goes round/);
  });

  it('send the last post, with the note of twelve years ago in it', async () => {
    const player = await play(POST);
    assert.deepEqual(player.view().storylines.post, { stage: 4, asked: true });
    assert.match((await player.tell('recap')).sentences.join(''), /last bag of Orrin is sealed/);
  });

  it('give the tune its end', async () => {
    const player = await play(SONG);
    assert.equal(player.view().storylines.song?.stage, 2);
    assert.match((await player.tell('recap')).sentences.join(''), /played to its end/);
  });

  it('are each named by a hint once the lamp is lit, so that nobody has to find them by chance', async () => {
    const player = await play(LAMP);
    const { told } = await player.say('hint');
    assert.match(told, /Strand|post/);
    assert.match(told, /chapel|fiddler/i);
  });

  it('can all three be brought to their ends in one visit', async () => {
    const player = await play([...LAMP, 'down', 'out', 'south', 'south']);
    await play(POST, player);
    await play(['out', 'west'], player);
    await play(
      SONG.filter((step) => step !== 'give the letter to Idris'),
      player,
    );
    const { lamp, post, song } = player.view().storylines;
    assert.deepEqual([lamp?.stage, post?.stage, song?.stage], [4, 4, 2]);
  });
});

/** Turns within which a person notices that a sentence was told before, and the letters from which it is more than "Yes." */
const NOTICED = { within: 10, from: 25 };

describe('the transcripts kept for docs/story-review.md', () => {
  it('are ten at least, two of them in the small world', () => {
    const worlds = kept().map(({ world }) => world);
    assert.ok(worlds.length >= 10);
    assert.ok(worlds.filter((world) => world === 'small-hours').length >= 2);
  });

  it('are understood in nine turns of ten, and seldom answered twice in the same words', async () => {
    let turns = 0;
    let lost = 0;
    let again = 0;
    for (const { world, persona } of kept()) {
      const transcript = await transcribe(story, world, linesOf(world, persona));
      const told = transcript.map((turn) => turn.told.trim());
      turns += transcript.length;
      lost += transcript.filter(({ read }) => /\b(?:unclear|no_such_thing)\b/.test(read)).length;
      again += told.filter(
        (text, n) => text.length >= NOTICED.from && told.slice(Math.max(0, n - NOTICED.within), n).includes(text),
      ).length;
    }
    assert.ok(lost <= turns / 10, `${lost} of ${turns} were not understood`);
    assert.ok(again <= 6, `${again} replies came twice within ${NOTICED.within} turns`);
  });
});
