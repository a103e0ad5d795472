// Faults planted in a sound little world: each is found where it stands, and the sound world has none.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintWorld } from '../../src/story/index.ts';

const WORLDS = fileURLToPath(new URL('../../src/story/worlds', import.meta.url));

interface Planted {
  /** What an author got wrong. */
  fault: string;
  edits: readonly [from: string | RegExp, to: string, file?: string][];
  found: string;
  /** Text of the line that the finding must name. */
  on: string | RegExp;
  file?: string;
}

const YAML = 'world.yaml';
const INK = 'story.ink';

const PLANTED: readonly Planted[] = [
  {
    fault: 'a place without a way to it',
    edits: [
      [/ {2}- \{ id: back_door.*\n/, ''],
      ['when: { held: [milk], here: [cat], at: night_garden }', 'when: { held: [milk] }'],
    ],
    found: 'error place-unreachable',
    on: /^ {2}night_garden:/,
  },
  {
    fault: 'a door whose key lies behind it',
    edits: [['name: the back door,', 'name: the back door, locked: true, key: bird_bath,']],
    found: 'error place-unreachable',
    on: /^ {2}night_garden:/,
  },
  {
    fault: 'a door that nothing opens',
    edits: [['name: the back door,', 'name: the back door, locked: true,']],
    found: 'warning way-never-open',
    on: /id: back_door/,
  },
  {
    fault: 'a place that one only falls into',
    edits: [
      ['regions:\n', 'regions:\n  below: { name: below }\n'],
      [
        '  kitchen: {',
        '  cellar: { region: below, name: the cellar, names: [cellar], properties: { indoors: true } }\n  kitchen: {',
      ],
      ['changes: [{ move: blanket, to: here }', 'changes: [{ move: player, to: cellar }'],
      [
        '=== kitchen\n',
        '=== cellar\n= arrive\nDark.\n-> DONE\n= back\nDark.\n-> DONE\n= look\nDark.\n-> DONE\n\n=== kitchen\n',
        INK,
      ],
    ],
    found: 'error dead-end',
    on: /^ {2}cellar:/,
  },
  {
    fault: 'a stage that no step brings about',
    edits: [['{ set: night_in.stage, to: 1 }, ', '']],
    found: 'error storyline-endless',
    on: /^ {2}night_in:/,
  },
  {
    fault: 'a step that asks for what never is',
    edits: [['when: { held: [blanket], here: [cat] }', 'when: { held: [blanket], is: { cat.asleep: true } }']],
    found: 'error step-impossible',
    on: /id: cat_wrapped/,
  },
  {
    fault: 'a thing that stays hidden',
    edits: [['at: night_garden }\n\nchar', 'at: night_garden, properties: { hidden: true } }\n\nchar']],
    found: 'error thing-unreachable',
    on: /^ {2}bird_bath:/,
  },
  {
    fault: 'a thing that its place does not name',
    edits: [
      [/A clock, a table, a jug\./, 'A table, a jug.', INK],
      ['Table, clock, a dresser', 'Table, a dresser', INK],
      ["the clock's opinion", 'no opinion', INK],
    ],
    found: 'warning thing-unmentioned',
    on: /^ {2}clock:/,
  },
  {
    fault: 'a stitch with a misspelt name',
    edits: [['= listen\nA drip', '= lisen\nA drip', INK]],
    found: 'warning never-told',
    on: '= lisen',
    file: INK,
  },
  {
    fault: 'a knot that nothing leads to',
    edits: [['=== clock\n', '=== forgotten\nA line for nobody.\n-> DONE\n\n=== clock\n', INK]],
    found: 'warning never-told',
    on: '=== forgotten',
    file: INK,
  },
  {
    fault: 'a topic that was renamed in the data alone',
    edits: [
      ['clock: { suggest: false }', 'milk: { suggest: false }'],
      ['= t_clock', '= t_milk\nThe cat looks up.\n-> DONE\n= t_clock', INK],
    ],
    found: 'warning never-told',
    on: '= t_clock',
    file: INK,
  },
  {
    fault: 'a fact that nobody tells',
    edits: [['facts:\n', 'facts:\n  moon: { journal: The moon was up. }\n']],
    found: 'warning fact-unused',
    on: /^ {2}moon:/,
  },
  {
    fault: 'no word on what may be hard to read',
    edits: [['warnings: [Being awake at night]\n', '']],
    found: 'error no-warnings',
    on: /^title:/,
  },
  {
    fault: 'a place of which nobody knows whether it has a roof',
    edits: [[', properties: { indoors: false }', '']],
    found: 'warning no-indoors',
    on: /^ {2}night_garden:/,
  },
  {
    fault: 'a word of the consulting room',
    edits: [['A small jug of milk', 'Milk, good for your anxiety', INK]],
    found: 'error clinical-word',
    on: /Milk, good for/,
    file: INK,
  },
  {
    fault: 'an id used twice',
    edits: [
      ['night_in:', 'kitchen:'],
      [/night_in\.stage/, 'kitchen.stage'],
    ],
    found: 'error invalid',
    on: /^ {2}kitchen: \{ properties/,
  },
  {
    fault: 'ink that does not compile',
    edits: [['-> DONE\n\n=== opening', '-> nowhere\n\n=== opening', INK]],
    found: 'error ink',
    on: '-> nowhere',
    file: INK,
  },
  {
    fault: 'a knot that is still to be written',
    edits: [[/= thanked\n.*\n-> DONE\n/, '', INK]],
    found: 'error knot-missing',
    on: /cat/,
  },
];

describe('the lint of worlds', () => {
  for (const id of ['last-light', 'small-hours']) {
    it(`finds nothing in ${id} but that no clinician has read it`, () => {
      assert.deepEqual(
        lintWorld(join(WORLDS, id)).findings.map(({ code }) => code),
        ['no-review'],
      );
    });
  }

  it('is content with a review that names who and when', () => {
    const { findings } = planted([['not reviewed by a clinician', 'Dr. Example, 2031-02-03']]);
    assert.deepEqual(findings, []);
  });

  for (const { fault, edits, found, on, file = YAML } of PLANTED) {
    it(`finds ${fault}`, () => {
      const { findings, text } = planted(edits);
      const lines = text(file).split('\n');
      const hit = findings.filter(
        (one) =>
          `${one.severity} ${one.code}` === found &&
          one.file === file &&
          (typeof on === 'string' ? lines[one.line - 1] === on : on.test(lines[one.line - 1] ?? '')),
      );
      assert.ok(hit.length > 0, JSON.stringify(findings, null, 1));
    });
  }

  it('gives every line that a player may read, each with its place', () => {
    const { lines } = lintWorld(join(WORLDS, 'small-hours'));
    const ink = readFileSync(join(WORLDS, 'small-hours', INK), 'utf8').split('\n');
    assert.ok(lines.length > 60);
    for (const { file, line, text } of lines)
      if (file === INK) assert.ok(ink[line - 1]?.includes(text), `${line}: ${text}`);
    assert.ok(lines.some(({ kind, text }) => kind === 'suggestion' && text === 'Give the jug of milk to the cat'));
    assert.ok(lines.some(({ text }) => text === 'The night has a cat in it.'));
  });

  function planted(edits: Planted['edits']) {
    const folder = mkdtempSync(join(tmpdir(), 'lint-'));
    try {
      cpSync(join(WORLDS, 'small-hours'), folder, { recursive: true });
      for (const [from, to, file = YAML] of edits) {
        const path = join(folder, file);
        const before = readFileSync(path, 'utf8');
        const after = before.replace(from, to);
        assert.notEqual(after, before, String(from));
        writeFileSync(path, after);
      }
      const texts = new Map([YAML, INK].map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
      return { ...lintWorld(folder), text: (name: string) => texts.get(name) ?? '' };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});
