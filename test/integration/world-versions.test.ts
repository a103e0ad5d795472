// A session is played to its end in the text it began with, whatever its authors do to the world meanwhile.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { pseudonymOf } from '../../src/domain/session.ts';
import { sessionView } from '../../src/gateway/views.ts';
import { namesIn } from '../../src/gateway/world-names.ts';
import type { WorkerComposition } from '../../src/workers/compose.ts';
import { composeWorker } from '../../src/workers/compose.ts';
import { createWorker } from '../../src/workers/workers.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import { DANGER } from '../support/turns.ts';

const TINY = fileURLToPath(new URL('../../src/story/worlds/small-hours', import.meta.url));
const ID = 'small-hours';
const OLD = /Ten past three/;
const NEW = /Half past nine/;

describe('a changed world', () => {
  let folder = '';
  let house: House;
  let stopWork: () => Promise<void>;
  let restarted: WorkerComposition | undefined;
  /** Begun before the change, each in the kitchen. */
  let first: string;
  let second: string;
  let third: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tta-worlds-'));
    cpSync(TINY, join(folder, ID), { recursive: true });
    house = await openHouse({ env: { TTA_STORY_DIR: folder } });
    stopWork = await house.work();
    [first, second, third] = await Promise.all([begun(), begun(), begun()]);
    edit('story.ink', 'Ten past three', 'Half past nine');
    edit(
      'world.yaml',
      'the jug of milk, names: [jug of milk, milk, jug]',
      'the pail of milk, names: [pail of milk, milk, pail]',
    );
    const { changed } = house.composition.rooms.story.reload();
    assert.equal(changed.length, 1);
  });
  after(async () => {
    await stopWork?.();
    await restarted?.close();
    await house?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves a session that has begun in the words and names it began with', async () => {
    const { text } = await house.say(first, 'look at the clock');
    assert.match(text, OLD);
    const taken = await house.say(first, 'take the jug');
    assert.deepEqual(
      taken.worldChanges?.map(({ what }) => what),
      ['the jug of milk'],
    );
  });

  it('is what a new session begins in', async () => {
    const fresh = await begun();
    assert.match((await house.say(fresh, 'look at the clock')).text, NEW);
    const taken = await house.say(fresh, 'take the pail');
    assert.deepEqual(
      taken.worldChanges?.map(({ what }) => what),
      ['the pail of milk'],
    );
  });

  it('does not rename what a session that has begun says is carried', async () => {
    const { world, sealer, story } = house.composition.rooms;
    const rooms = { sealer, namesIn: namesIn(story) };
    const fresh = await begun();
    await house.say(fresh, 'take the pail');
    const carried = async (sessionId: string): Promise<readonly string[]> => {
      const record = await world.session(sessionId);
      assert.ok(record);
      const [listed] = (await world.sessionsOf(pseudonymOf(sessionId))).map((one) => sessionView(one, rooms));
      assert.deepEqual(await listed, await sessionView(record, rooms));
      return (await sessionView(record, rooms)).inventory;
    };
    assert.deepEqual(await carried(first), ['the jug of milk']);
    assert.deepEqual(await carried(fresh), ['the pail of milk']);
  });

  it('leaves a session where it was also when the worker is started anew', async () => {
    await restart();
    assert.match((await house.say(second, 'look at the clock')).text, OLD);
    assert.match((await house.say(await begun(), 'look at the clock')).text, NEW);
  });

  it('of which the old version is lost refuses the turn by name, and still answers danger with help', async () => {
    rmSync(join(house.env.TTA_STATE_DIR, 'worlds', ID), { recursive: true });
    await restart();
    await assert.rejects(
      house.say(third, 'look at the clock'),
      /Version [0-9a-f]{16} of the world small-hours is missing/,
    );
    assert.equal((await house.say(third, DANGER)).kind, 'help');
  });

  async function begun(): Promise<string> {
    const { sessionId } = await house.begin();
    await house.say(sessionId, 'go down');
    return sessionId;
  }

  /** Another worker process as far as this one goes: its own rooms over the same state directory. */
  async function restart(): Promise<void> {
    await stopWork();
    await restarted?.close();
    const composition = await composeWorker(house.env);
    restarted = composition;
    const roles = ['sessions', 'cases'] as const;
    const workers = await Promise.all(roles.map((role) => createWorker(role, composition.parts)));
    const running = Promise.all(workers.map((worker) => worker.run()));
    stopWork = async () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    };
  }

  function edit(file: string, from: string, to: string): void {
    const path = join(folder, ID, file);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from));
    writeFileSync(path, text.replace(from, to));
  }
});
