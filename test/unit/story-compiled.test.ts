// Compiled ink between two starts: taken over for the same text alone, and never trusted to be there or whole.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadStory } from '../../src/story/index.ts';
import { compileInk } from '../../src/story/ink.ts';

const FILES = { 'main.ink': '=== opening\nIt is {late()}.\n-> DONE\n\n=== function late()\n~ return "late"\n' };

describe('compiled ink that is kept', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const compile = (files: Readonly<Record<string, string>> = FILES) => compileInk('main.ink', files, folder);
  const only = (): string => {
    const [name, ...others] = readdirSync(folder);
    assert.deepEqual(others, []);
    return join(folder, name ?? '');
  };

  it('is what compiling gives, and is taken over for the same text', () => {
    const fresh = compileInk('main.ink', FILES);
    assert.deepEqual(compile(), fresh);
    assert.deepEqual(compile(), fresh);
    // Seen by a mark: what comes back was read.
    writeFileSync(only(), readFileSync(only(), 'utf8').replace('"opening"', '"marked"'));
    assert.ok(compile().paths.has('marked'));
  });

  it('is not taken over for another text, nor for another main file', () => {
    compile();
    const other = { 'main.ink': FILES['main.ink'].replace('It is', 'Now it is') };
    assert.match(compile(other).json, /Now it is/);
    const named = { ...FILES, 'other.ink': '=== ending\nIt ends.\n-> DONE\n' };
    assert.ok(compile(named).paths.has('opening'));
    assert.deepEqual([...compileInk('other.ink', named, folder).paths].includes('ending'), true);
    assert.equal(readdirSync(folder).length, 4);
  });

  it('is compiled again, and mended, when it is cut short, empty or something else', () => {
    const fresh = compile();
    const whole = readFileSync(only(), 'utf8');
    for (const text of [whole.slice(0, 40), '', '{"json":7}', 'null', '\0'.repeat(100)]) {
      writeFileSync(only(), text);
      assert.deepEqual(compile(), fresh);
      assert.equal(readFileSync(only(), 'utf8'), whole);
    }
  });

  it('is done without where nothing can be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    assert.deepEqual(compileInk('main.ink', FILES, join(file, 'cache')), compileInk('main.ink', FILES));
  });

  it('holds no text with a fault in it, which is told each time', () => {
    const broken = { 'main.ink': '=== opening\n{nowhere}\n-> gone\n' };
    for (let time = 0; time < 2; time += 1) assert.throws(() => compile(broken), /Mend the ink/);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('does not grow without end, and leaves what others keep there', () => {
    writeFileSync(join(folder, 'workflows-1.js'), '');
    for (let n = 0; n < 25; n += 1) compile({ 'main.ink': `=== opening\nIt is ${n}.\n-> DONE\n` });
    assert.equal(readdirSync(folder).filter((name) => name.startsWith('ink-')).length, 20);
    assert.ok(readdirSync(folder).includes('workflows-1.js'));
  });

  it('makes the same world', () => {
    const only = fileURLToPath(new URL('../../src/story/worlds/small-hours', import.meta.url));
    const [fresh, kept] = [1, 2].map(() => loadStory({ only, compiled: folder }).authored('small-hours'));
    assert.deepEqual(kept, fresh);
    assert.equal(readdirSync(folder).length, 1);
  });
});
