// Presence on a real Redis: what one gateway hears, all of them show.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { createPresence } from '../../src/messaging/index.ts';
import { createFileKeyStore, createSealer, parseKeyRing, type Sealer } from '../../src/privacy/index.ts';
import { createLog } from '../../src/telemetry/index.ts';
import { openRelay, type Relay } from '../support/relay.ts';
import { until } from '../support/until.ts';

const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
const ana = { subject: 'dr-ana', displayName: 'Dr. Ana', caseId: null };
const ben = { subject: 'dr-ben', displayName: 'Dr. Ben', caseId: '0123456789abcdef' };

describe('who has the console open', () => {
  let dir: string;
  let sealer: Sealer;
  const open: ReturnType<typeof createPresence>[] = [];

  /** Keys of its own, hence people of its own. */
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'presence-'));
    const dataKeys = parseKeyRing(`k1:${randomBytes(32).toString('base64url')}`);
    sealer = createSealer(createFileKeyStore({ dir, dataKeys }));
  });
  afterEach(async () => {
    for (const presence of open.splice(0)) await presence.close();
    await rm(dir, { recursive: true });
  });

  function gateway(more: { url?: string; forgottenAfterMs?: number } = {}) {
    const presence = createPresence({ url, sealer, ...more });
    open.push(presence);
    return presence;
  }
  const namesIn = async (presence: ReturnType<typeof gateway>) =>
    (await presence.list()).map(({ displayName, caseId }) => `${displayName} ${caseId}`);

  it('is seen by every gateway, with the case each looks at', async () => {
    const [first, second] = [gateway(), gateway()];
    const from = Date.now();
    await first.here(ana);
    await second.here(ben);
    for (const presence of [first, second]) {
      const listed = await presence.list();
      // In the same millisecond nobody was first.
      const people = listed.map(({ at, ...person }) => person);
      assert.deepEqual(
        people.toSorted((a, b) => a.subject.localeCompare(b.subject)),
        [ana, ben],
      );
      for (const { at } of listed) assert.ok(Math.abs(at - from) < 5_000);
    }
    await second.here({ ...ana, caseId: 'fedcba9876543210' });
    assert.deepEqual((await namesIn(first)).sort(), ['Dr. Ana fedcba9876543210', 'Dr. Ben 0123456789abcdef']);
  });

  it('is left at once by who goes, and after a while by who is not heard of any more', async () => {
    const presence = gateway({ forgottenAfterMs: 300 });
    await presence.here(ana);
    await presence.here(ben);
    await presence.gone(ana.subject);
    assert.deepEqual(await namesIn(presence), ['Dr. Ben 0123456789abcdef']);
    await until('Ben forgotten', async () => (await presence.list()).length === 0, 5_000);
  });

  it('stays with whoever keeps giving a sign of life', async () => {
    const presence = gateway({ forgottenAfterMs: 400 });
    await presence.here(ben);
    await until(
      'Ben forgotten while Ana stays',
      async () => {
        await presence.here(ana);
        return (await presence.list()).length === 1;
      },
      5_000,
    );
    assert.deepEqual(await namesIn(presence), ['Dr. Ana null']);
  });

  it('is not shared with another installation on the same Redis', async () => {
    await gateway().here(ana);
    const dataKeys = parseKeyRing(`k2:${randomBytes(32).toString('base64url')}`);
    const elsewhere = await mkdtemp(join(tmpdir(), 'presence-'));
    const theirs = createPresence({ url, sealer: createSealer(createFileKeyStore({ dir: elsewhere, dataKeys })) });
    open.push(theirs);
    assert.deepEqual(await theirs.list(), []);
    await rm(elsewhere, { recursive: true });
  });

  it('leaves no account id and no name readable in Redis', async () => {
    await gateway().here(ben);
    const redis = new Redis(url);
    const key = `tta:{presence-${(await sealer.hash('organisation', 'presence\n')).slice(0, 16)}}`;
    const kept = JSON.stringify([await redis.zrange(`${key}:seen`, '0', '-1'), await redis.hgetall(`${key}:people`)]);
    redis.disconnect();
    assert.ok(kept.length > 100);
    for (const secret of ['dr-ben', 'Dr. Ben', '0123456789abcdef']) assert.equal(kept.includes(secret), false);
  });

  describe('while Redis is away', () => {
    let relay: Relay;
    before(async () => {
      relay = await openRelay(url);
    });
    after(() => relay.close());

    it('lists nobody, fails nobody, says so once in the log, and is whole again afterwards', async () => {
      const said: string[] = [];
      const log = createLog('test', { to: { write: (line) => void said.push(line) } });
      const presence = createPresence({ url: relay.url, sealer, log });
      open.push(presence);
      await presence.here(ana);
      await relay.cut();
      await presence.here(ben);
      assert.deepEqual(await presence.list(), []);
      await presence.gone(ana.subject);
      assert.equal(said.length, 1);
      assert.equal(said.join().includes('dr-'), false);
      await relay.restore();
      await until('Redis back', async () => {
        await presence.here(ben);
        return (await presence.list()).some(({ subject }) => subject === ben.subject);
      });
    });
  });
});
