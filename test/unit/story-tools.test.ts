// The author's commands as an author runs them, over a world of their own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPlayer } from '../../src/cli/story/player.ts';
import { playThrough } from '../../src/cli/story/walk.ts';
import { loadStory } from '../../src/story/index.ts';
import { until } from '../support/until.ts';

/** A process of its own compiles the rules of the screen first; a busy machine takes its time over it. */
const START_MS = 40_000;

const TTA = fileURLToPath(new URL('../../bin/tta.mjs', import.meta.url));

describe('the tools for authors', () => {
  let begun = '';
  let dir = '';
  let world = '';
  before(async () => {
    begun = mkdtempSync(join(tmpdir(), 'begun-'));
    assert.equal((await tta('new', 'night-garden', '--dir', begun)).code, 0);
  });
  after(() => rmSync(begun, { recursive: true }));
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'authors-'));
    world = join(dir, 'night-garden');
    cpSync(join(begun, 'night-garden'), world, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('begin a world that lints without an error, and never write over one', async () => {
    const linted = await tta('lint', world);
    assert.equal(linted.code, 0, linted.out);
    assert.match(linted.out, /1 world: 0 errors, 1 warning\./);
    assert.match(linted.out, /world\.yaml:\d+ warning no-review/);
    edit('world.yaml', 'Night Garden', 'My Own Garden');
    const again = await tta('new', 'night-garden', '--dir', dir);
    assert.equal(again.code, 1);
    assert.match(readFileSync(join(world, 'world.yaml'), 'utf8'), /My Own Garden/);
    assert.equal((await tta('new', 'Night Garden')).code, 1);
  });

  it('begin a world that can be played to its end', async () => {
    const player = createPlayer(loadStory({ only: world }), 'night-garden');
    for (const text of [
      'take the key',
      'north',
      'hello Ada',
      'ask Ada about the ring',
      'unlock the shed door',
      'in',
      'take the lantern',
      'out',
      'give the lantern to Ada',
    ]) {
      const { proposal } = await player.say(text);
      assert.ok(
        proposal.outcomes.every(({ success }) => success),
        `${text}: ${JSON.stringify(proposal.outcomes)}`,
      );
    }
    assert.deepEqual(player.view().storylines, { evening: { stage: 1 } });
    assert.match((await player.tell('closing')).sentences.join(''), /lifted once, for you/);
  });

  it('say in which line stands what the screen would stop, or what would take a player out of the story', async () => {
    edit('story.ink', 'It is dark already', 'You should kill yourself, it is dark already');
    edit('world.yaml', 'Give the lantern to Ada', 'Tell Ada that I want to die');
    const { code, out } = await tta('lint', world);
    assert.equal(code, 1);
    const line = (file: string, text: string): number =>
      1 +
      readFileSync(join(world, file), 'utf8')
        .split('\n')
        .findIndex((one) => one.includes(text));
    assert.match(out, new RegExp(`story\\.ink:${line('story.ink', 'kill yourself')} error screen-blocked`));
    assert.match(out, new RegExp(`world\\.yaml:${line('world.yaml', '- id: lantern_lent')} error suggestion-alarms`));
  });

  it('play a world that changes while it is played, and stop for a person in danger', async () => {
    const game = start('play', world, '--reload');
    game.type('take the key');
    await until('the first turn', async () => game.out().includes('[take: taken]'), START_MS);
    edit('story.ink', 'The garden is mostly hedge and stars.', 'The garden is all apples now.');
    game.type('north');
    await until('the change', async () => /the world is as you changed it[\s\S]*all apples now/.test(game.out()));
    game.type('inventory');
    await until('the key is still held', async () =>
      /the small key[\s\S]*\[inventory/.test(game.out().split('apples')[1] ?? ''),
    );
    edit('world.yaml', 'start: porch', 'start: cellar');
    game.type('wait');
    await until('the refusal', async () =>
      /the world before stays[\s\S]*world\.yaml:\d+ cellar[\s\S]*\[wait/.test(game.out()),
    );
    game.type('I want to kill myself tonight');
    assert.equal(await game.end, 0);
    assert.match(game.out(), /I am software, not a person/);
    assert.match(game.out(), /988/);
  });

  it('walk it the same way for the same seed, and another way for another', async () => {
    const story = loadStory({ only: world });
    const walk = async (seed: number): Promise<string[]> =>
      (await playThrough(story, 'night-garden', seed, 12, { ever: new Map() })).turns.map(({ text }) => text);
    const first = await walk(7);
    assert.deepEqual(await walk(7), first);
    assert.notDeepEqual(await walk(8), first);
  });

  it('say what no walk has met, and what was told against the rules', async () => {
    const asked = ['coverage', world, '--walks', '4', '--turns', '12', '--seed', '7'] as const;
    edit('story.ink', '=== bench\n', '=== nobody\nA line for nobody.\n-> DONE\n\n=== bench\n');
    const one = await tta(...asked);
    assert.equal(one.code, 0, one.out);
    assert.match(one.out, /never: story\.ink:\d+ nobody/);
    assert.doesNotMatch(one.out, /never: story\.ink:\d+ opening/);
    assert.match(one.out, /repeated 5-grams in a sensible walk: p50 \d/);
    edit('story.ink', 'One step, one nail', 'You should kill yourself. One nail');
    const bad = await tta(...asked);
    assert.equal(bad.code, 1);
    assert.match(bad.out, /fault: the screen stops/);
  });

  function edit(file: string, from: string, to: string): void {
    const path = join(world, file);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from), from);
    writeFileSync(path, text.replace(from, to));
  }

  async function tta(...args: string[]): Promise<{ code: number | null; out: string }> {
    const run = start(...args);
    run.close();
    return { code: await run.end, out: run.out() };
  }

  function start(...args: string[]) {
    const child = spawn(process.execPath, [TTA, 'story', ...args], { stdio: 'pipe' });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        out += text;
      });
    }
    return {
      out: () => out,
      type: (line: string) => child.stdin.write(`${line}\n`),
      close: () => child.stdin.end(),
      end: new Promise<number | null>((resolve) => child.on('close', resolve)),
    };
  }
});
