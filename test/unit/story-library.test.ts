// The worlds of a folder over time: a changed world is there for new sessions, what others began in stays to be had.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAgents } from '../../src/agents/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Reloaded } from '../../src/story/index.ts';
import { loadStory } from '../../src/story/index.ts';
import { until } from '../support/until.ts';

const TINY = fileURLToPath(new URL('../../src/story/worlds/small-hours', import.meta.url));
const ID = 'small-hours';

describe('the worlds of a folder', () => {
  let root = '';
  let folder = '';
  let archive = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'worlds-'));
    folder = join(root, 'worlds');
    archive = join(root, 'state', 'worlds');
    cpSync(TINY, join(folder, ID), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const edit = (from: string, to: string, file = 'world.yaml'): void => {
    const path = join(folder, ID, file);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from));
    writeFileSync(path, text.replace(from, to));
  };
  const code = (wanted: string, says: RegExp) => (error: unknown) =>
    error instanceof AppError && error.code === wanted && says.test(error.message);

  it('give the new text to new sessions and the old one to those that began in it, also in another process', () => {
    const story = loadStory({ folder, archive });
    const { version: before } = story.authored(ID);
    edit('the jug of milk', 'the pail of milk');
    assert.deepEqual(
      story.reload().changed.map(({ id }) => id),
      [ID],
    );
    const { version: after } = story.authored(ID);
    assert.notEqual(after, before);
    for (const known of [story, loadStory({ folder, archive })]) {
      assert.equal(known.authored(ID).things.milk?.name, 'the pail of milk');
      assert.equal(known.authored(ID, after), known.authored(ID));
      assert.equal(known.authored(ID, before).things.milk?.name, 'the jug of milk');
      assert.equal(known.authored(ID, before).version, before);
      assert.equal(known.seed(ID, before).worldVersion, before);
    }
  });

  it('have agents of their own for each version', async () => {
    const story = loadStory({ folder });
    const { version: before } = story.authored(ID);
    const agents = createAgents({ story });
    const old = agents.narrator(ID);
    edit('It is ten past three', 'It is ten to four', 'story.ink');
    story.reload();
    const { version: after } = story.authored(ID);
    assert.equal(agents.narrator(ID, before), old);
    assert.notEqual(agents.narrator(ID), old);
    assert.equal(agents.narrator(ID), agents.narrator(ID, after));
    assert.equal(agents.fallbackNarrator(ID, before), old);
  });

  it('stay as they were when the changed files are not valid, and say so', () => {
    const story = loadStory({ folder, archive });
    const { version } = story.authored(ID);
    edit('start: landing', 'start: cellar');
    const { changed, refused } = story.reload();
    assert.deepEqual(changed, []);
    assert.match(refused[0]?.message ?? '', /small-hours.*world\.yaml:6 cellar is not defined/);
    assert.equal(story.authored(ID).version, version);
    assert.deepEqual(readdirSync(join(archive, ID)), [version]);
    edit('start: cellar', 'start: kitchen');
    assert.equal(story.reload().changed.length, 1);
    assert.equal(story.authored(ID).start, 'kitchen');
  });

  it('are watched: a change is told once the files rest', async () => {
    const story = loadStory({ folder, archive });
    const told: Reloaded[] = [];
    const unwatch = story.watch((outcome) => told.push(outcome));
    try {
      edit('the jug of milk', 'the pail of milk');
      await until('the change is seen', async () => told.length > 0);
      assert.equal(told[0]?.changed[0]?.version, story.authored(ID).version);
      assert.equal(story.authored(ID).things.milk?.name, 'the pail of milk');
    } finally {
      unwatch();
    }
  });

  it('are kept whole by several processes at once, and nothing half-written is left', () => {
    const stories = [1, 2, 3].map(() => loadStory({ folder, archive }));
    const version = stories[0]?.authored(ID).version ?? '';
    assert.deepEqual(readdirSync(join(archive, ID)), [version]);
    assert.ok(readdirSync(join(archive, ID, version)).includes('outcomes.ink'), 'the shared ink of that day too');
  });

  it('say which version is missing and where it belongs', () => {
    const story = loadStory({ folder, archive });
    const unknown = '0123456789abcdef';
    assert.throws(
      () => story.authored(ID, unknown),
      code('not_found', new RegExp(`Version ${unknown} .* in ${join(archive, ID, unknown)}`)),
    );
    assert.throws(() => story.authored(ID, '../../../etc'), code('not_found', /no such version/));
    assert.throws(() => story.authored('../..', unknown), code('not_found', /no such version/));
  });

  it('refuse kept files that were changed afterwards', () => {
    const { version } = loadStory({ folder, archive }).authored(ID);
    edit('the jug of milk', 'the pail of milk');
    const kept = join(archive, ID, version, 'world.yaml');
    writeFileSync(kept, readFileSync(kept, 'utf8').replace('the jug of milk', 'the sack of gold'));
    assert.throws(() => loadStory({ folder, archive }).authored(ID, version), code('config_invalid', /Restore them/));
  });

  it('are not played when they cannot be kept', () => {
    mkdirSync(join(root, 'state'), { recursive: true });
    writeFileSync(archive, 'a file where the folder should be');
    assert.throws(() => loadStory({ folder, archive }), code('unavailable', /Make it writable/));
  });

  it('are refused at the start when two share an id', () => {
    cpSync(join(folder, ID), join(folder, 'other'), { recursive: true });
    assert.throws(
      () => loadStory({ folder, archive }),
      code('config_invalid', /Two folders hold the world small-hours/),
    );
  });

  it('are refused with file and line when two entities share an id', () => {
    edit('  house: { name: the house }', '  kitchen: { name: the house }');
    edit('region: house', 'region: kitchen');
    edit('region: house', 'region: kitchen');
    edit('region: house', 'region: kitchen');
    assert.throws(() => loadStory({ folder }), code('config_invalid', /world\.yaml:14 the id kitchen is used twice/));
  });
});
