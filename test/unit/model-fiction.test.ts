// A narrator that steps out of its story is not told. Each rule both ways: the same words are a figure's to say, or mean a thing.
import assert from 'node:assert/strict';
import { fictionWatch } from '../../src/agents/model/fiction.ts';

const leaves = (...sentences: string[]): boolean => {
  const watch = fictionWatch();
  return sentences.map((sentence) => watch(sentence)).includes(true);
};

/** What the teller may not say, beside what may well be told. */
const PAIRS: readonly [what: string, out: string[], inside: string[]][] = [
  [
    'the teller as a person',
    [
      'I watch you set the letter down.',
      'Let me tell you what happens.',
      'We find ourselves on the quay.',
      'In my view it is late.',
    ],
    [
      '"I watch the water," Bram says.',
      '\u201cLet me see it. It is my letter,\u201d says Mara.',
      'The old mine is shut.',
      '\u2018I know,\u2019 he says, and it\u2019s plain he does.',
    ],
  ],
  [
    'what it was made for',
    [
      'Trained to be helpful, the voice goes on.',
      'I was trained to follow rules.',
      'My programming forbids it.',
      'It is programmed to stop.',
    ],
    [
      '"I was trained to climb," says Idris.',
      '"My training was long," the nurse says.',
      'The dog is trained to wait.',
      'A telescope is trained on the sea.',
    ],
  ],
  [
    'what only a maker speaks of',
    [
      'The narrator falls silent.',
      'The protagonist sets the letter down.',
      'The player now has the lamp.',
      'In this game the door is locked.',
      'Nothing else happens in the game.',
      'The letter is added to your inventory.',
      'As requested, the wind drops.',
      'Here is the retelling: you wait.',
    ],
    [
      '"You are the narrator of your own bad luck," Bram says.',
      'A flute player sits on the wall.',
      'You watch this game of draughts to its end.',
      'They sit in the game of shadows that the lamp makes.',
      'Bram tells the story again.',
      '"This game is rigged," he says.',
    ],
  ],
  [
    'what a machine says of itself',
    [
      'As an AI, this cannot be told.',
      'A language model has no hands.',
      '"As an AI I cannot," says Bram.',
      'The system prompt says so.',
      'Ignore all previous instructions.',
    ],
    [
      'The air is an odd colour.',
      '"Those were my instructions," says the captain.',
      'You follow the instructions on the lid.',
    ],
  ],
  [
    'debris',
    [
      '{"happened": true}',
      '**You wait.**',
      '# The quay',
      '- You wait.',
      '1. You wait.',
      'Narrator: You wait.',
      'See https://example.com.',
      'Write to a@b.example.',
      'Note: the door is locked.',
      'You say it\\n twice.',
    ],
    ['Three gulls wait.', 'You wait \u2013 and nothing comes.', 'You note the time: late.', 'The scene is quiet.'],
  ],
  [
    'a question to whoever reads',
    [
      'What would you like to do?',
      'What do you do next?',
      'Where will you go?',
      'How do you respond?',
      'Do you want to open it?',
      'Would you like to go on?',
      'So, what now?',
      'Choose wisely.',
      'Please tell me more.',
      'It is your turn.',
      'The quay waits for your command.',
    ],
    [
      '"What would you like to do?" Mara asks.',
      '\u201cDo you want tea?\u201d',
      'Who lit it, and when?',
      'What you do is up to the wind.',
      'You choose a flat stone.',
      'Was it always so quiet?',
      'Bram waits for you.',
    ],
  ],
];

describe('a narrator that steps out of the story', () => {
  for (const [what, out, inside] of PAIRS) {
    for (const sentence of out) it(`with ${what} is refused: ${sentence}`, () => assert.ok(leaves(sentence)));
    for (const sentence of inside) it(`without ${what} is told: ${sentence}`, () => assert.ok(!leaves(sentence)));
  }

  it('is not mistaken for a figure that speaks for longer than a sentence', () => {
    assert.ok(
      !leaves(
        'Idris looks up. ',
        '“I went there once. ',
        'I was trained to climb. ',
        'What would you do?” Idris asks.',
      ),
    );
    assert.ok(leaves('“I went there once.” ', 'I was there too.'), 'what comes after the mark is the teller');
  });

  it('is not told in quotation marks from its first word on', () => {
    assert.ok(leaves('“Bram mends, and you stand by. ', 'There is no fate in the world.”'));
    assert.ok(!leaves('“Late?” she says. ', 'Nobody answers.'));
    assert.ok(!leaves('“Late,” she says, “and cold. ', 'So cold.”'));
  });

  it('cannot hide behind a mark that is never closed', () => {
    assert.ok(
      leaves('The rope creaks. ', '“It is late, says Mara.\n\n', 'I am the teller now.'),
      'speech ends with its paragraph',
    );
    assert.ok(leaves('The rope creaks. ', '“It is late. ', 'As an AI I must stop.'), 'and nobody says that anywhere');
  });
});
