// Rules that change while the system runs: taken whole or not at all, without a restart, by whoever edits a file.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../src/domain/errors.ts';
import type { Safety } from '../../src/safety/index.ts';
import { createSafety } from '../../src/safety/index.ts';
import { ownSafety } from '../support/authored.ts';

const RULES = fileURLToPath(new URL('../../config/safety', import.meta.url));
const LINE = 'The purple walrus waltzes.';
const MORE = `
  - id: agent.walrus
    level: low
    rationale: A rule that only this test has.
    alternative: Let another animal dance instead.
    patterns: [purple walrus]
`;

type Outcome = { version: string } | { refused: AppError };

describe('safety rules while the system runs', function () {
  this.timeout(20_000);
  let directory: string;
  let safety: Safety;
  let stop: () => void;
  const file = (name: string): string => join(directory, name);
  const edit = (name: string, change: (text: string) => string): void =>
    writeFileSync(file(name), change(readFileSync(file(name), 'utf8')));
  const addRule = (text: string): string => text.trimEnd() + MORE;

  /** What the watch tells from now on, one by one. */
  function watched(): { next(): Promise<Outcome>; told: Outcome[] } {
    const told: Outcome[] = [];
    const waiting: ((outcome: Outcome) => void)[] = [];
    let given = 0;
    stop = safety.watch((outcome) => {
      told.push(outcome);
      waiting.shift()?.(outcome);
    });
    return {
      told,
      next: () =>
        new Promise((resolve) => {
          const held = told[given];
          given += 1;
          if (held === undefined) waiting.push(resolve);
          else resolve(held);
        }),
    };
  }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'rules-'));
    cpSync(RULES, directory, { recursive: true });
    stop = () => undefined;
    safety = createSafety({ directory });
  });
  afterEach(() => {
    stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('take effect without a restart, under a new version', async () => {
    const before = safety.rulesVersion;
    const watch = watched();
    assert.equal(safety.screenAgentText(LINE).blocked, false);
    edit('agent-leak.yaml', addRule);
    const outcome = await watch.next();
    assert.ok('version' in outcome && outcome.version === safety.rulesVersion && outcome.version !== before);
    assert.deepEqual(safety.screenAgentText(LINE).reasons, ['agent.walrus']);
    assert.equal(safety.describe('agent.walrus')?.alternative, 'Let another animal dance instead.');
  });

  it('are seen when an editor writes a new file and renames it over the old', async () => {
    const watch = watched();
    writeFileSync(file('.agent-leak.yaml.swp'), addRule(readFileSync(file('agent-leak.yaml'), 'utf8')));
    renameSync(file('.agent-leak.yaml.swp'), file('agent-leak.yaml'));
    assert.ok('version' in (await watch.next()));
    assert.equal(safety.screenAgentText(LINE).blocked, true);
    edit('agent-leak.yaml', (text) => text.replace('purple walrus', 'yellow walrus'));
    assert.ok('version' in (await watch.next()));
    assert.equal(safety.screenAgentText(LINE).blocked, false);
  });

  it('stay as they are when the new ones are not valid, and the fault is told with file, line and field', async () => {
    const before = safety.rulesVersion;
    const watch = watched();
    edit('agent-leak.yaml', (text) =>
      addRule(text).replace('level: low\n    rationale: A rule', 'level: loud\n    rationale: A rule'),
    );
    const outcome = await watch.next();
    assert.ok('refused' in outcome && outcome.refused.code === 'config_invalid');
    assert.match(outcome.refused.issues[0]?.path ?? '', /^agent-leak\.yaml:\d+ rules\.2\.level$/);
    assert.equal(safety.rulesVersion, before);
    assert.equal(safety.screenAgentText('You should kill yourself.').blocked, true);
    edit('agent-leak.yaml', (text) => text.replace('level: loud', 'level: low'));
    assert.ok('version' in (await watch.next()));
  });

  it('stay as they are when a file is gone, because a set without a kind of rule lets that kind through', async () => {
    const watch = watched();
    rmSync(file('player-suicide.yaml'));
    const outcome = await watch.next();
    assert.ok('refused' in outcome);
    assert.deepEqual(
      outcome.refused.issues.map(({ path }) => path),
      ['player-suicide.yaml'],
    );
    assert.equal(safety.screenPlayerText('I want to kill myself').category, 'suicide');
  });

  it('stay as they are when the whole directory is gone', () => {
    rmSync(directory, { recursive: true });
    const outcome = safety.reload();
    assert.ok('refused' in outcome && outcome.refused instanceof AppError);
    assert.equal(safety.screenPlayerText('I want to kill myself').category, 'suicide');
  });

  it('are told of once for a burst of changes', async () => {
    const watch = watched();
    for (let n = 0; n < 20; n += 1) edit('agent-leak.yaml', (text) => `${text}\n# ${n}`);
    edit('agent-leak.yaml', addRule);
    await watch.next();
    edit('themes.yaml', (text) => `${text}\n# one more`);
    await watch.next();
    assert.equal(watch.told.length, 2);
  });

  it('are not watched any more once the watch is ended', async () => {
    const ended = watched();
    stop();
    const other = watched();
    edit('agent-leak.yaml', addRule);
    await other.next();
    assert.deepEqual(ended.told, []);
  });

  it('open a door that was closed at the start, once they can be read', () => {
    edit('cues.yaml', () => 'cues: [');
    const closed = createSafety({ directory });
    assert.equal(closed.screenPlayerText('hello').screen, 'unreadable');
    cpSync(join(RULES, 'cues.yaml'), file('cues.yaml'));
    assert.deepEqual(closed.reload(), { changed: true });
    assert.equal(closed.screenPlayerText('hello').screen, 'rules');
    assert.deepEqual(closed.reload(), { changed: false });
  });

  describe('are refused', () => {
    const WRONG: readonly [why: string, from: RegExp, to: string, path: RegExp, message: RegExp][] = [
      [
        'a rule on agents without an alternative',
        /\n {4}alternative: .*(?=\n {4}quoted)/,
        '',
        /rules\.0\.alternative$/,
        /instead/,
      ],
      ['a rule by meaning', /quoted: pass/, 'meaning: it speaks of itself', /rules\.0\.meaning$/, /not supported/],
      ['an unknown field', /quoted: pass/, 'severity: high', /rules\.0/, /severity/i],
      ['a rule without patterns or marks', /marks:\n(?: {6}- .*\n)+/, '', /rules\.1/, /patterns or marks/],
      ['a second rule of the same id', /id: agent\.leak-format/, 'id: agent.leak', /agent\.leak/, /two rules/],
      [
        'a pattern that cannot be read',
        /- \(large\)\? language model/,
        '- (large language model',
        /rules\.0\.patterns\.\d+$/,
        /lacks/,
      ],
      [
        'a category of agents in a file on players',
        /contexts: \[agent\]/,
        'contexts: [agent, player]',
        /category/,
        /agents/,
      ],
      ['text that is no YAML', /category: prompt-leak/, 'category: [', /^agent-leak\.yaml:\d+/, /./],
    ];
    for (const [why, from, to, path, message] of WRONG) {
      it(`for ${why}`, () => {
        const valid = readFileSync(file('agent-leak.yaml'), 'utf8');
        edit('agent-leak.yaml', (text) => text.replace(from, () => to));
        assert.notEqual(readFileSync(file('agent-leak.yaml'), 'utf8'), valid, 'the test edits something');
        const outcome = safety.reload();
        assert.ok('refused' in outcome);
        const [issue] = outcome.refused.issues;
        assert.match(issue?.path ?? '', path);
        assert.match(issue?.message ?? '', message);
      });
    }
  });
});

describe('a rule', () => {
  const safety = ownSafety();
  it('can be described to those who review, with what to write instead', () => {
    const described = safety.describe('agent.diagnosis');
    assert.equal(described?.category, 'medical-advice');
    assert.ok((described?.rationale ?? '').length > 10 && (described?.alternative ?? '').length > 10);
    assert.equal(safety.describe('suicide.intent')?.alternative, null);
    assert.equal(safety.describe('agent.no-such-rule'), null);
  });
});
