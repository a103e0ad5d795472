// A telling that goes in circles, speaks of the story, or brings in what can do harm is none; the author's words of the same turn may.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { retellingWatch } from '../../src/agents/model/retelling.ts';

const HAPPENED = 'You put the letter down on the cold stone. Bram looks at it and says nothing.';
const NAMED = '{"things":[{"id":"net-knife","name":"the net knife"}]}';

const strays = (sentences: readonly string[], happened = HAPPENED, named = NAMED): boolean => {
  const watch = retellingWatch(happened, named);
  return sentences.map((sentence) => watch.strays(sentence)).includes(true);
};

describe('a retelling by a model', () => {
  const PAIRS: readonly [what: string, strays: string[], stands: string[]][] = [
    [
      'goes in circles',
      ['You did not do anything at all today. ', 'You did not do anything at all today. '],
      ['You set it down. ', 'You set it on the stone. ', 'The stone is cold, and it keeps the letter flat.'],
    ],
    [
      'goes in a circle within a sentence',
      ['It was a moment of a moment of a moment of a moment of it.'],
      ['It was a moment, and then another, and then the gulls.'],
    ],
    [
      'goes in a circle from one sentence to the next',
      ['The letter is on the stone ', 'now. The letter is on the stone now.'],
      ['The letter is on the stone. ', 'On the stone there is now a letter.'],
    ],
    [
      'speaks of the story',
      ['The scene is told slowly.', 'This is your story.'],
      ['Bram tells the gulls what he thinks of them.'],
    ],
    [
      'speaks of it within speech',
      ['\u201cMy first narrative,\u201d says Bram.'],
      ['\u201cMy first net,\u201d says Bram.'],
    ],
    [
      'brings in what can do harm',
      ['You touch a razor, cold and damp.', 'There is a bottle of pills beside it.', 'Two knives hang there.'],
      ['The net knife hangs on its nail.', 'The wind has an edge to it.'],
    ],
  ];
  for (const [what, out, inside] of PAIRS)
    it(`is none that ${what}`, () => {
      if (what.includes('circle')) assert.ok(strays(out, HAPPENED, ''), out.join(''));
      else for (const sentence of out) assert.ok(strays([sentence], HAPPENED, ''), sentence);
      assert.ok(!strays(inside), inside.join(''));
    });

  it('may say what the author said, twice too', () => {
    const author = 'Bram tells a story of a knife, and then a story of a knife and a rope.';
    assert.ok(!strays(['Bram tells stories. ', 'A story of a knife, and then a story of a knife and a rope.'], author));
  });

  it('has an end, later where the author said more', () => {
    const long = Array.from({ length: 70 }, (_, n) => `word${n}`).join(' ');
    const isLongAfter = (happened: string): boolean => {
      const watch = retellingWatch(happened, '');
      watch.strays(long);
      return watch.isLong;
    };
    assert.ok(isLongAfter('You wait.'));
    assert.ok(!isLongAfter(Array.from({ length: 40 }, (_, n) => `said${n}`).join(' ')));
  });
});
