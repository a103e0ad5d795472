// A story that repeats itself tires a reader: how much of a playthrough was met before, over players who were not the author.
import assert from 'node:assert/strict';
import { playThrough } from '../story/random-player.ts';
import { repetitionOf } from '../story/repetition.ts';
import { authoredStory } from '../support/authored.ts';

const story = authoredStory();
const TURNS = 60;
const PLAYTHROUGHS = 12;
const MOST = 0.05;

describe('story repetition', () => {
  it('counts five words met before, and lets names come back', () => {
    const world = story.authored('last-light');
    const line = 'The wind goes round the yard and comes back.';
    assert.equal(repetitionOf([line, 'Something else entirely, in other words.'], world).repeated, 0);
    assert.equal(repetitionOf([line, line], world).share, 0.5);
    assert.equal(repetitionOf(['You take the harbour bell.', 'You take the harbour bell.'], world).grams, 0);
  });

  for (const { id, title } of story.worlds()) {
    it(`is at most one part in twenty of ${TURNS} turns in ${title}`, async () => {
      for (let seed = 1; seed <= PLAYTHROUGHS; seed += 1) {
        const { opening, turns } = await playThrough(story, id, seed, TURNS);
        const { share, worst } = repetitionOf([opening, ...turns.map(({ told }) => told)], story.authored(id));
        assert.ok(share <= MOST, `seed ${seed}: ${(share * 100).toFixed(1)} %, ${JSON.stringify(worst.slice(0, 5))}`);
      }
    });
  }
});
