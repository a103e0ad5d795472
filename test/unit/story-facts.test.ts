// Text and graph agree over whole playthroughs, and the checker that says so is not blind: ten planted lies are all found.
import assert from 'node:assert/strict';
import { checkFacts } from '../../src/story/check-facts.ts';
import { playThrough } from '../story/random-player.ts';
import { authoredStory } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const world = story.authored('last-light');
const TURNS = 60;
const PLAYTHROUGHS = 8;

async function viewAfter(...texts: string[]) {
  const player = createPlayer(story, 'last-light');
  for (const text of texts) await player.say(text);
  return player.view();
}

const YARD = ['north', 'north'];
const PLANTED: [string, string[], string, string][] = [
  ['a thing said to be taken that lies where it lay', ['north', 'east'], 'You take the matches.', 'held'],
  [
    'a taken thing seen lying there',
    ['north', 'east', 'take the matches'],
    'A box of matches lies on the shelf by the stove.',
    'gone',
  ],
  ['a list of things carried that names another', [], 'You are carrying the letter and the iron key.', 'carried'],
  ['empty pockets with a letter in them', [], 'Your pockets are empty.', 'carried'],
  ['a locked door standing open', YARD, 'The green door stands ajar.', 'lock'],
  [
    'an unlocked door that is shut',
    [...YARD, 'give the letter to Idris', 'ask Idris about the key', 'unlock the door'],
    'The green door is shut.',
    'lock',
  ],
  ['a person of another place', [], 'Idris nods to you.', 'who'],
  ['a player who stands elsewhere', YARD, 'You are at the quay.', 'where'],
  ['a way that leads nowhere', [], 'You can go north to Harbour Lane or down to the cove.', 'ways'],
  ['a promise that was never given', [], 'Idris has your word.', 'promise'],
  ['a beam from a dark lamp', [], 'Above, the light goes round over the water.', 'lamp'],
];

describe('story facts', () => {
  for (const [what, texts, lie, rule] of PLANTED) {
    it(`catches ${what}`, async () => {
      const view = await viewAfter(...texts);
      assert.deepEqual(
        checkFacts({ text: lie, before: view, after: view }, world).map((found) => found.rule),
        [rule],
      );
    });
  }

  it('catches a character who was told and does not know', async () => {
    const player = createPlayer(story, 'last-light');
    await player.say('ask Bram about the weather');
    await player.say('east');
    await player.say('in');
    await player.say('hello Wenna');
    const before = player.view();
    const { told, proposal } = await player.say('tell Wenna about the weather');
    assert.equal(proposal.outcomes[0]?.code, 'told');
    const view = player.view();
    assert.deepEqual(checkFacts({ text: told, before, after: view }, world), []);
    const forgetful = { ...view, characters: view.characters.map((c) => ({ ...c, knows: [] })) };
    assert.deepEqual(
      checkFacts({ text: told, before, after: forgetful }, world).map(({ rule }) => rule),
      ['told'],
    );
  });

  it('lets people say what is not so', async () => {
    const view = await viewAfter(...YARD);
    assert.deepEqual(
      checkFacts({ text: 'The wind turns. "The green door stands ajar," you hear.', before: view, after: view }, world),
      [],
    );
  });

  for (const { id, title } of story.worlds()) {
    it(`hold in ${PLAYTHROUGHS} playthroughs of ${TURNS} turns of ${title}`, async () => {
      for (let seed = 1; seed <= PLAYTHROUGHS; seed += 1) {
        const { turns } = await playThrough(story, id, seed, TURNS);
        for (const turn of turns)
          assert.deepEqual(
            checkFacts({ ...turn, text: turn.told }, story.authored(id)),
            [],
            `seed ${seed}: ${turn.text} → ${turn.told}`,
          );
      }
    });
  }
});
