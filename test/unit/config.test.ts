// The configuration file: what is accepted, what is refused and how it is said, and that its guide is true.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { configurationGuide, loadConfig, parseConfig } from '../../src/config/index.ts';
import { AppError } from '../../src/domain/errors.ts';

function issuesOf(text: string): readonly { path: string; message: string }[] {
  try {
    parseConfig(text, 'tta_config.yaml');
  } catch (error) {
    assert(error instanceof AppError);
    assert.equal(error.code, 'config_invalid');
    assert.match(error.message, /tta_config\.yaml/);
    return error.issues;
  }
  return [];
}

describe('configuration', () => {
  it('has a default for every setting, so that an empty file is complete', () => {
    const config = parseConfig('', 'empty.yaml');
    assert.equal(config.timeouts.ipaS, 10);
    assert.equal(config.timeouts.wbaS, 15);
    assert.equal(config.timeouts.ngaS, 20);
    assert.deepEqual(config.session, { idleMinutes: 30, turnsPerRun: 200, callStacks: false });
    assert.deepEqual(config.players, { defaultCountry: 'US', minAge: 18 });
    assert.deepEqual(config.agents, { ipa: { rules: true }, wba: { rules: true }, nga: { authored: true } });
    assert.deepEqual(loadConfig(), config);
  });

  it('accepts the file that this installation ships with', () => {
    assert.equal(loadConfig('tta_config.yaml').session.turnsPerRun, 200);
  });

  it('refuses an unknown setting with its line and path', () => {
    assert.deepEqual(issuesOf('session:\n  idleMinutes: 20\n  idelMinutes: 10\n'), [
      { path: 'session.idelMinutes', message: 'line 3: there is no such setting' },
    ]);
  });

  it('refuses a bad value with its line, path and reason', () => {
    const [issue] = issuesOf('# a comment\ntimeouts:\n  ipaS: 10\n  ngaS: soon\n');
    assert.equal(issue?.path, 'timeouts.ngaS');
    assert.match(issue?.message ?? '', /^line 4: .*number/);
  });

  it('tells of all faults at once', () => {
    const issues = issuesOf('players:\n  minAge: 3\n  defaultCountry: usa\nspeed: 9\n');
    assert.deepEqual(issues.map((issue) => issue.path).sort(), ['players.defaultCountry', 'players.minAge', 'speed']);
  });

  it('refuses text that is not YAML with the line where it stops being that', () => {
    const [issue] = issuesOf('session:\n  idleMinutes: [1\nplayers: {\n');
    assert.match(issue?.message ?? '', /^line \d+: /);
  });

  it('refuses a file that it was told to read and cannot', () => {
    assert.throws(() => loadConfig('no/such/file.yaml'), /cannot be read/);
  });

  it('is described in words of values and defaults only: no setting is of a kind that the guide has no word for', () => {
    assert.doesNotMatch(configurationGuide(), /undefined|null|NaN/);
    assert.match(configurationGuide(), /`people\.coverage` \| none, hours, 24\/7 \| `none`/);
    assert.match(configurationGuide(), /`people\.operator\.email` \| a mail address \| none/);
  });

  it('is described by docs/configuration.md as it is', () => {
    assert.equal(readFileSync('docs/configuration.md', 'utf8'), configurationGuide(), 'run `npm run docs`');
  });
});
