import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../src/domain/errors.ts';
import { createFileKeyStore, createPseudonymise, createSealer, parseKeyRing } from '../../src/privacy/index.ts';

const ringText = (...kids: string[]): string =>
  kids.map((kid) => `${kid}:${randomBytes(32).toString('base64url')}`).join(',');
const PLAYER = '0123456789abcdef';
const OTHER = 'fedcba9876543210';
const SESSION = `${PLAYER}-00000000000000aa`;
const codeOf = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('a key ring', () => {
  it('has its first key as the current one and finds the others by id', () => {
    const ring = parseKeyRing(ringText('new', 'old'));
    assert.equal(ring.current.kid, 'new');
    assert.equal(ring.find('old')?.length, 32);
    assert.equal(ring.find('unknown'), undefined);
  });

  const key = randomBytes(32).toString('base64url');
  const faulty: [string, string][] = [
    ['an empty text', ''],
    ['a key without an id', key],
    ['an id with a space', `a b:${key}`],
    ['a key that is too short', `a:${key.slice(0, 20)}`],
    ['a key that is not base64url', `a:${key.slice(0, 40)}!!`],
    ['the same id twice', `a:${key},a:${key}`],
  ];
  for (const [what, text] of faulty) {
    it(`refuses ${what} without showing any of it`, () => {
      assert.throws(
        () => parseKeyRing(text),
        (error: unknown) => codeOf('config_invalid')(error) && !String(error).includes(key.slice(0, 6)),
      );
    });
  }
});

describe('the key store', () => {
  let dir: string;
  const text = ringText('k1');
  const dataKeys = parseKeyRing(text);
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'keys-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('gives every scope its own key, the same after a restart', async () => {
    const first = createFileKeyStore({ dir, dataKeys });
    await first.ensureSession(SESSION);
    const scopes = [{ sessionId: SESSION }, { player: PLAYER }, 'organisation'] as const;
    const keys = await Promise.all(scopes.map((scope) => first.dataKey(scope)));
    assert.equal(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size, 3);
    const second = createFileKeyStore({ dir, dataKeys });
    assert.deepEqual(
      (await Promise.all(scopes.map((scope) => second.dataKey(scope)))).map((key) => Buffer.from(key)),
      keys.map((key) => Buffer.from(key)),
    );
  });

  it('has no key for a session or a player it does not know', async () => {
    const store = createFileKeyStore({ dir, dataKeys });
    await assert.rejects(store.dataKey({ sessionId: SESSION }), codeOf('key_missing'));
    await assert.rejects(store.dataKey({ player: PLAYER }), codeOf('key_missing'));
    await assert.rejects(store.dataKey({ player: '../installation' }), codeOf('key_missing'));
  });

  it('writes files that only their owner can read, and leaves no temporary ones', async () => {
    const store = createFileKeyStore({ dir, dataKeys });
    await store.ensureSession(SESSION);
    await store.dataKey('organisation');
    const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    assert.deepEqual(
      files.map((file) => file.name).sort(),
      ['organisation.key', 'player.key', `${SESSION}.session`].sort(),
    );
    for (const file of files) assert.equal((await stat(join(file.parentPath, file.name))).mode & 0o777, 0o600);
  });

  it('never writes a key unwrapped', async () => {
    const store = createFileKeyStore({ dir, dataKeys });
    await store.ensureSession(SESSION);
    const key = Buffer.from(await store.dataKey({ sessionId: SESSION }));
    const stored = await readFile(join(dir, 'players', PLAYER, `${SESSION}.session`));
    for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const) {
      assert.equal(stored.includes(key.toString(form)), false);
    }
  });

  it('makes one key when two processes ask for it at once', async () => {
    const script = `
      import { createFileKeyStore, parseKeyRing } from ${JSON.stringify(new URL('../../src/privacy/index.ts', import.meta.url).href)};
      const store = createFileKeyStore({ dir: process.env.KEYS, dataKeys: parseKeyRing(process.env.RING) });
      await Promise.all([store.ensureSession('${SESSION}'), store.ensureSession('${SESSION}')]);
      console.log(Buffer.from(await store.dataKey({ sessionId: '${SESSION}' })).toString('hex'));`;
    const run = () =>
      promisify(execFile)(process.execPath, ['--import=tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, KEYS: dir, RING: text },
      });
    const [one, two] = await Promise.all([run(), run()]);
    assert.equal(one.stdout, two.stdout);
    assert.match(one.stdout, /^[0-9a-f]{64}\n$/);
  });

  it('forgets a shredded player at once and for ever, and nobody else', async () => {
    const store = createFileKeyStore({ dir, dataKeys });
    await store.ensureSession(SESSION);
    await store.ensurePlayer(OTHER);
    await store.dataKey({ sessionId: SESSION });
    await store.shred(PLAYER);
    await assert.rejects(store.dataKey({ sessionId: SESSION }), codeOf('key_missing'));
    await assert.rejects(createFileKeyStore({ dir, dataKeys }).dataKey({ player: PLAYER }), codeOf('key_missing'));
    assert.deepEqual(await readdir(join(dir, 'players')), [OTHER]);
    await store.dataKey({ player: OTHER });
    await store.shred(PLAYER);
  });

  it('gives a player who comes back after erasure a new key, also in a process that remembered the old one', async () => {
    const [here, elsewhere] = [createFileKeyStore({ dir, dataKeys }), createFileKeyStore({ dir, dataKeys })];
    await here.ensurePlayer(PLAYER);
    const before = await here.dataKey({ player: PLAYER });
    await elsewhere.shred(PLAYER);
    await elsewhere.ensureSession(SESSION);
    await here.dataKey({ sessionId: SESSION });
    assert.notDeepEqual(await here.dataKey({ player: PLAYER }), before);
  });

  it('finishes a removal that was interrupted', async () => {
    const store = createFileKeyStore({ dir, dataKeys });
    await store.ensurePlayer(PLAYER);
    const half = join(dir, 'players', '.shredding-half');
    await promisify(execFile)('cp', ['-r', join(dir, 'players', PLAYER), half]);
    await createFileKeyStore({ dir, dataKeys }).ensurePlayer(PLAYER);
    assert.deepEqual(await readdir(join(dir, 'players')), [PLAYER]);
  });

  it('opens with an older key of the ring, and after wrapping again without it', async () => {
    const store = createFileKeyStore({ dir, dataKeys });
    await store.ensureSession(SESSION);
    const scopes = [{ sessionId: SESSION }, 'organisation'] as const;
    const keys = await Promise.all(scopes.map((scope) => store.dataKey(scope)));
    const pseudonym = (await createPseudonymise(store))('somebody');

    const fresh = ringText('k2');
    const both = createFileKeyStore({ dir, dataKeys: parseKeyRing(`${fresh},${text}`) });
    assert.deepEqual(
      await Promise.all(scopes.map((scope) => both.dataKey(scope))),
      keys.map((key) => Buffer.from(key)),
    );
    await assert.rejects(
      createFileKeyStore({ dir, dataKeys: parseKeyRing(fresh) }).dataKey('organisation'),
      codeOf('config_invalid'),
    );

    assert.equal(await both.rewrap(), 3);
    assert.equal(await both.rewrap(), 0);
    const alone = createFileKeyStore({ dir, dataKeys: parseKeyRing(fresh) });
    assert.deepEqual(
      await Promise.all(scopes.map((scope) => alone.dataKey(scope))),
      keys.map((key) => Buffer.from(key)),
    );
    assert.equal((await createPseudonymise(alone))('somebody'), pseudonym);
  });

  it('says that a damaged file is damaged instead of giving a wrong key', async () => {
    const store = createFileKeyStore({ dir, dataKeys });
    await store.ensurePlayer(PLAYER);
    await store.ensurePlayer(OTHER);
    // Another player's key file in the place of this one's is noticed too.
    const theirs = await readFile(join(dir, 'players', OTHER, 'player.key'));
    await writeFile(join(dir, 'players', PLAYER, 'player.key'), theirs);
    await assert.rejects(store.dataKey({ player: PLAYER }), codeOf('internal'));
  });
});

describe('a pseudonym', () => {
  it('is 16 hex digits, the same for the same account only', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'keys-'));
    const pseudonymise = await createPseudonymise(createFileKeyStore({ dir, dataKeys: parseKeyRing(ringText('k1')) }));
    assert.match(pseudonymise('ana'), /^[0-9a-f]{16}$/);
    assert.equal(pseudonymise('ana'), pseudonymise('ana'));
    assert.notEqual(pseudonymise('ana'), pseudonymise('anb'));
    await rm(dir, { recursive: true });
  });
});

describe('a sealed text', () => {
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'keys-'));
  });
  after(() => rm(dir, { recursive: true }));

  const sealing = async () => {
    const keys = createFileKeyStore({ dir, dataKeys: parseKeyRing(ringText('k1')) });
    await rm(join(dir, 'players'), { recursive: true, force: true });
    await keys.ensureSession(SESSION);
    return { keys, sealer: createSealer(keys) };
  };

  it('opens in its own field and scope and nowhere else', async () => {
    const { sealer } = await sealing();
    const sealed = await sealer.seal({ sessionId: SESSION }, 'text', 'a quiet harbour, Ñandú 🐚');
    assert.equal(sealed.includes('harbour'), false);
    assert.equal(await sealer.open({ sessionId: SESSION }, 'text', sealed), 'a quiet harbour, Ñandú 🐚');
    await assert.rejects(sealer.open({ sessionId: SESSION }, 'reply', sealed), codeOf('internal'));
    await assert.rejects(sealer.open({ player: PLAYER }, 'text', sealed), codeOf('internal'));
    await assert.rejects(sealer.open({ sessionId: SESSION }, 'text', `${sealed.slice(0, -2)}AA`), codeOf('internal'));
    await assert.rejects(sealer.open({ sessionId: SESSION }, 'text', 'clear text'), codeOf('internal'));
  });

  it('cannot be opened once the player was erased', async () => {
    const { keys, sealer } = await sealing();
    const sealed = await sealer.seal({ sessionId: SESSION }, 'text', 'gone soon');
    await keys.shred(PLAYER);
    await assert.rejects(sealer.open({ sessionId: SESSION }, 'text', sealed), codeOf('key_missing'));
  });

  it('has a hash that is equal for equal texts under one key and tells nothing under another', async () => {
    const { sealer } = await sealing();
    const hash = await sealer.hash({ sessionId: SESSION }, 'take the lamp');
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.equal(await sealer.hash({ sessionId: SESSION }, 'take the lamp'), hash);
    assert.notEqual(await sealer.hash({ sessionId: SESSION }, 'take the lamp.'), hash);
    assert.notEqual(await sealer.hash({ player: PLAYER }, 'take the lamp'), hash);
  });
});
