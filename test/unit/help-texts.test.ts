// The words of help themselves: who wrote them, how hard they are to read, and what they never say.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { typeset } from '../../src/domain/typography.ts';
import { authoredLines } from '../../src/people/help/authored.ts';
import { loadDialogues, OFFERED_LANGUAGES } from '../../src/people/help/dialogues.ts';
import { ownSafety } from '../support/authored.ts';

const DIRECTORY = new URL('../../src/people/help/dialogues/', import.meta.url);
const HARDEST = 7;

const lines = authoredLines();
const filled = (text: string): string => text.replaceAll('{emergency}', '911').replaceAll('{poison}', '1-800-222-1222');

/** Vowel groups, less a silent e and a silent -es or -ed; at least one. Right for nine words in ten, which a mean bears. */
function syllablesIn(word: string): number {
  const bare = word
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/(?<![aeiouy])y(?=[aeiou])/g, 'i')
    .replace(/([^aeiouydt])ed$|([^aeiouyscxzgh])es$|([^aeiouyl])e$/, '$1$2$3');
  return Math.max(1, bare.match(/[aeiouy]+/g)?.length ?? 0);
}

/** Flesch-Kincaid grade level: the American school year in which a text can be read (Kincaid, Fishburne, Rogers and Chissom,
 *  "Derivation of new readability formulas", Naval Technical Training Command, 1975). Grade 7 is an age of about twelve. */
function gradeOf(text: string): number {
  const words = text.match(/[\p{L}']+/gu) ?? [];
  const sentences = text.split(/[.!?]+["')]*(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence));
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (syllables / Math.max(1, words.length)) - 15.59;
}

describe('the measure of reading age', () => {
  it('counts syllables as a dictionary does', () => {
    const counts = {
      emergency: 4,
      please: 1,
      someone: 2,
      people: 2,
      quiet: 1,
      moved: 1,
      ended: 2,
      little: 2,
      story: 2,
    };
    for (const [word, count] of Object.entries(counts)) assert.equal(syllablesIn(word), count, word);
  });

  it('finds a child’s sentence easy and an official’s hard', () => {
    assert.ok(gradeOf('The cat sat on the mat. It was warm.') < 1);
    assert.ok(
      gradeOf('Individuals experiencing psychological deterioration should immediately consult professionals.') > 15,
    );
  });
});

describe('the texts of help', () => {
  const files = [...new Set(lines.map(({ file }) => file))];

  it('are there for all kinds, each file with a role for its author, its date and that no clinician reviewed it', () => {
    const onDisk = readdirSync(new URL('en/', DIRECTORY)).map((name) => name.replace('.yaml', ''));
    assert.deepEqual([...files].sort(), onDisk.sort());
    for (const file of files) {
      const { author, date, reviewedBy, language } = parse(readFileSync(new URL(`en/${file}.yaml`, DIRECTORY), 'utf8'));
      assert.equal(author, 'product team');
      assert.match(date, /^2026-\d\d-\d\d$/);
      assert.equal(reviewedBy, 'not reviewed by a clinician');
      assert.equal(language, 'en');
    }
  });

  it('are offered only in the languages whose screen is measured', () => {
    assert.deepEqual(OFFERED_LANGUAGES, ['en']);
    assert.deepEqual(readdirSync(DIRECTORY), ['en']);
  });

  for (const file of files) {
    it(`of ${file} can each be read at about twelve`, () => {
      const graded = lines
        // A button is a word or two, which the formula says nothing about.
        .filter((line) => line.file === file && /[.?!"]$/.test(line.text))
        .map(({ text }) => ({ grade: gradeOf(filled(text)), text }))
        .sort((a, b) => b.grade - a.grade);
      const [worst] = graded;
      assert.ok(worst !== undefined && worst.grade <= HARDEST, `grade ${worst?.grade.toFixed(1)}: ${worst?.text}`);
      if (process.env.TTA_SHOW_GRADES !== undefined) {
        for (const { grade, text } of graded.slice(0, 3))
          process.stdout.write(`${grade.toFixed(1)} ${file}: ${text}\n`);
      }
    });
  }

  it('say nothing twice: no line of a dialogue stands in another, or a second time in its own', () => {
    const { common, all } = loadDialogues();
    const pools = [common.game, common.goOn, common.again, common.later, common.still, common.after, common.danger];
    const spoken = [
      ...pools.flatMap((pool) => (Array.isArray(pool) ? pool : Object.values(pool).flat())),
      ...all.flatMap(({ openings }) => Object.values(openings)),
      ...new Set([...all.map(({ stay }) => stay), common.stay]),
    ].flat();
    const steps = new Map(all.flatMap(({ courses }) => Object.values(courses).flat()).map((step) => [step.key, step]));
    for (const { ask, yes, no, silence, rude, other } of steps.values())
      spoken.push(ask, yes, no, silence, rude, other);
    const twice = spoken.filter((text, n) => spoken.indexOf(text) !== n);
    assert.deepEqual(twice, []);
  });

  it('pass the screen of agent texts, one by one and as they are set', () => {
    const safety = ownSafety();
    for (const { text, file } of lines) safety.approve(typeset(filled(text)), file);
  });

  it('offer no button that would itself be read as a danger', () => {
    const safety = ownSafety();
    for (const { courses } of loadDialogues().all) {
      for (const { key, buttons } of new Set(Object.values(courses).flat())) {
        for (const button of Object.values(buttons))
          assert.equal(safety.screenPlayerText(button).crisis, false, `${key}: ${button}`);
      }
    }
  });

  it('never claim that a person was told or is coming, or that this is one', () => {
    const claims =
      /\b(we|i|someone|somebody|the team|they) (have |has )?(called|contacted|alerted|notified|informed|told) (the |an? |your |someone|somebody|them)|\b(on (its|their) way|is coming|are coming|will be with you)\b|\b(ambulance|police|help) (is|are) (coming|on)|\bi am (a person|human|a doctor|here for you as)|\b(?<!when )(someone|a person|the team) (is reading|will read|will answer|will call)\b/i;
    for (const { text } of lines) assert.doesNotMatch(text, claims, text);
  });

  it('promise no clinical help and give no diagnosis', () => {
    for (const { text } of lines)
      assert.doesNotMatch(text, /\b(diagnos|therap|treat(ment)?\b|disorder|symptom|psychosis|depress|suicidal)/i, text);
  });

  it('of abuse never send anyone to those at home, never offer mail, and always say whose fault it is not', () => {
    const abuse = lines.filter(({ file }) => file === 'abuse').map(({ text }) => text);
    for (const text of abuse)
      assert.doesNotMatch(
        text,
        /at home|your (family|parents?|mother|father|partner|husband|wife)|a parent|e-?mail/i,
        text,
      );
    assert.ok(abuse.some((text) => /not your fault/.test(text)));
    // Lines that every dialogue shares are said in abuse too.
    for (const { text } of lines.filter(({ file }) => file === 'common'))
      assert.doesNotMatch(text, /at home|your (family|parents?|partner)|e-?mail/i, text);
  });

  it('of voices and fears neither argue nor confirm', () => {
    const psychosis = lines.filter(({ file }) => file === 'psychosis').map(({ text }) => text);
    for (const text of psychosis) {
      assert.doesNotMatch(
        text,
        /\b(not real|is real|imagin|nobody is (there|watching)|they are (after|watching)|believe you)/i,
        text,
      );
      assert.doesNotMatch(text, /\b(voices?|chip|camera|spies|watch(ed|ing) you)\b/i, text);
    }
  });

  it('of eating hold no numbers and no praise or blame for what was eaten', () => {
    for (const { text, file } of lines.filter((line) => line.file === 'eating'))
      assert.doesNotMatch(text, /\d|calorie|kilo|pound|\b(fat|thin|skinny|slim)\b/i, `${file}: ${text}`);
  });

  it('of poison never offer a drink', () => {
    for (const { text } of lines.filter(({ file }) => file === 'overdose' || file === 'emergency'))
      assert.doesNotMatch(text, /glass of|have a drink|drink some|drink water/i, text);
  });
});

describe('a help file', () => {
  const broken: [string, string, (text: string) => string, RegExp][] = [
    [
      'that does not ask about means',
      'suicide',
      (t) => t.replace('asks: means', 'asks: more'),
      /nothing asks about "means"/,
    ],
    ['that asks what it does not hold', 'abuse', (t) => t.replace('trust, out]', 'trust, flee]'), /no step "flee"/],
    ['without a reply to silence', 'eating', (t) => t.replace(/ {4}silence: .*\n/, ''), /silence/],
    ['without its author', 'violence', (t) => t.replace(/author: .*\n/, ''), /author/],
    ['in a language that is not offered', 'common', (t) => t.replace('language: en', 'language: fr'), /language/],
    ['that leaves a kind without words', 'suicide', (t) => t.replace('kind: suicide', 'kind: eating'), /for suicide/],
  ];
  for (const [what, file, change, message] of broken) {
    it(`${what} stops the start`, () => {
      const root = mkdtempSync(join(tmpdir(), 'help-'));
      try {
        cpSync(fileURLToPath(DIRECTORY), root, { recursive: true });
        const path = join(root, 'en', `${file}.yaml`);
        const text = readFileSync(path, 'utf8');
        assert.notEqual(change(text), text);
        writeFileSync(path, change(text));
        assert.throws(() => loadDialogues('en', root), message);
      } finally {
        rmSync(root, { recursive: true });
      }
    });
  }
});
