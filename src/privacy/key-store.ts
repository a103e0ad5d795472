// The key store: its own directory, backed up apart from the data, so that shredding one small folder makes a player's
// text unreadable wherever copies of it still lie.
//
//   <dir>/installation/organisation.key            wrapped by the installation's ring
//   <dir>/installation/pseudonyms.key              likewise
//   <dir>/players/<pseudonym>/player.key           likewise
//   <dir>/players/<pseudonym>/<sessionId>.session  wrapped by the player's key
import { hkdfSync, randomBytes } from 'node:crypto';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../domain/errors.ts';
import { isSessionId, PSEUDONYM_LENGTH, pseudonymOf } from '../domain/session.ts';
import { openBytes, sealBytes } from './aead.ts';
import { createKeyCache } from './key-cache.ts';
import { createOnce, destroyFolder, hasCode, makeFolder, readIfThere, replaceFile, syncFolder } from './key-files.ts';
import { KEY_BYTES, type KeyRing } from './key-ring.ts';
import { damaged, unwrapBy, wrapBy } from './key-wrap.ts';
import type { KeyScope, KeyStore } from './types.ts';

export interface FileKeyStore extends KeyStore {
  /** The key of the pseudonyms: made once, so that pseudonyms outlive any rotation of the ring. */
  pseudonymKey(): Promise<Uint8Array>;
  /** Wraps again, with the ring's current key, all that an older one wrapped; returns how many. After it has run, and
   *  every process has the new ring, the older keys may be taken out of the ring. */
  rewrap(): Promise<number>;
}

const PSEUDONYM = new RegExp(`^[0-9a-f]{${PSEUDONYM_LENGTH}}$`);
/** Folders under this name are on their way out; whoever finds one finishes the removal. */
const SHREDDING = '.shredding-';
const PLAYER_FILE = 'player.key';

type InstallationKey = 'organisation' | 'pseudonyms';

export function createFileKeyStore({ dir, dataKeys }: { dir: string; dataKeys: KeyRing }): FileKeyStore {
  const players = join(dir, 'players');
  const installation = join(dir, 'installation');
  const cache = createKeyCache();
  /** Raised by every shred: a key that was being read meanwhile is not kept. */
  let shreds = 0;
  let prepared: Promise<void> | undefined;

  const folderOf = (player: string): string => join(players, player);
  const playerFile = (player: string): string => join(folderOf(player), PLAYER_FILE);
  const sessionFile = (sessionId: string): string => join(folderOf(pseudonymOf(sessionId)), `${sessionId}.session`);

  function ready(): Promise<void> {
    prepared ??= prepare().catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    return prepared;
  }

  async function prepare(): Promise<void> {
    await makeFolder(players);
    await makeFolder(installation);
    for (const name of await readdir(players)) {
      if (name.startsWith(SHREDDING)) await destroyFolder(join(players, name)).catch(ignoreAbsent);
    }
  }

  async function remembered(name: string, read: () => Promise<Uint8Array | undefined>): Promise<Uint8Array> {
    const known = cache.get(name);
    if (known !== undefined) return known;
    await ready();
    const before = shreds;
    const key = await read();
    if (key === undefined) throw missing();
    if (shreds === before) cache.put(name, key);
    return key;
  }

  async function readPlayer(player: string): Promise<Uint8Array | undefined> {
    const text = await readIfThere(playerFile(player));
    return text === undefined ? undefined : unwrapBy(dataKeys, `player/${player}`, text).key;
  }

  const playerKey = (player: string): Promise<Uint8Array> => {
    if (!PSEUDONYM.test(player)) throw missing();
    return remembered(`${player}/player`, () => readPlayer(player));
  };

  const sessionKey = (sessionId: string): Promise<Uint8Array> => {
    if (!isSessionId(sessionId)) throw missing();
    return remembered(`${pseudonymOf(sessionId)}/session/${sessionId}`, async () => {
      const text = await readIfThere(sessionFile(sessionId));
      if (text === undefined) return undefined;
      const wrapped = Buffer.from(text.trim().replace('v1.', ''), 'base64url');
      const unwrap = async () => openBytes(await playerKey(pseudonymOf(sessionId)), `session/${sessionId}`, wrapped);
      const key = await unwrap();
      if (key !== undefined) return key;
      // Erased and signed up again through another process: the remembered player's key is then the old one.
      cache.drop(`${pseudonymOf(sessionId)}/player`);
      const again = await unwrap();
      if (again === undefined) throw damaged();
      return again;
    });
  };

  async function installationKey(name: InstallationKey): Promise<Uint8Array> {
    return remembered(`installation/${name}`, async () => {
      const path = join(installation, `${name}.key`);
      const found = await readIfThere(path);
      if (found !== undefined) return unwrapBy(dataKeys, name, found).key;
      // Derived, not random: should the store be lost while the ring is as at the first start, these two come back.
      const made = new Uint8Array(hkdfSync('sha256', dataKeys.current.key, 'installation', name, KEY_BYTES));
      if (await createOnce(path, wrapBy(dataKeys, name, made))) return made;
      const theirs = await readIfThere(path);
      return theirs === undefined ? undefined : unwrapBy(dataKeys, name, theirs).key;
    });
  }

  const store: FileKeyStore = {
    async ensurePlayer(player) {
      if (!PSEUDONYM.test(player)) throw new AppError('internal', 'A player key is kept under a pseudonym only.');
      await ready();
      await makeFolder(folderOf(player));
      if ((await readIfThere(playerFile(player))) !== undefined) return;
      // Another process may have erased a key that is still remembered here.
      cache.drop(`${player}/`);
      await createOnce(playerFile(player), wrapBy(dataKeys, `player/${player}`, randomBytes(KEY_BYTES)));
    },

    async ensureSession(sessionId) {
      if (!isSessionId(sessionId)) throw new AppError('internal', 'A session key is kept under a session id only.');
      const player = pseudonymOf(sessionId);
      await store.ensurePlayer(player);
      if ((await readIfThere(sessionFile(sessionId))) !== undefined) return;
      const wrapped = sealBytes(await playerKey(player), `session/${sessionId}`, randomBytes(KEY_BYTES));
      await createOnce(sessionFile(sessionId), `v1.${wrapped.toString('base64url')}\n`);
    },

    async dataKey(scope: KeyScope) {
      if (scope === 'organisation') return installationKey('organisation');
      return 'player' in scope ? playerKey(scope.player) : sessionKey(scope.sessionId);
    },

    async shred(player) {
      if (!PSEUDONYM.test(player)) return;
      shreds += 1;
      cache.drop(`${player}/`);
      await ready();
      // Renamed first: from here on nobody finds the key, also if this process dies before the bytes are overwritten.
      const doomed = join(players, `${SHREDDING}${player}-${randomBytes(4).toString('hex')}`);
      try {
        await rename(folderOf(player), doomed);
        await syncFolder(players);
        await destroyFolder(doomed);
      } catch (error) {
        ignoreAbsent(error);
      }
      shreds += 1;
      cache.drop(`${player}/`);
    },

    pseudonymKey: () => installationKey('pseudonyms'),

    async rewrap() {
      await ready();
      const wrapped = [
        ...(await readdir(installation)).flatMap((file) =>
          file.endsWith('.key') ? [{ name: file.slice(0, -4), path: join(installation, file) }] : [],
        ),
        ...(await readdir(players)).flatMap((player) =>
          PSEUDONYM.test(player) ? [{ name: `player/${player}`, path: playerFile(player) }] : [],
        ),
      ];
      let count = 0;
      for (const { name, path } of wrapped) {
        const text = await readIfThere(path);
        if (text === undefined) continue;
        const { key, kid } = unwrapBy(dataKeys, name, text);
        if (kid === dataKeys.current.kid) continue;
        // A player erased meanwhile has no folder any more, so nothing comes back.
        await replaceFile(path, wrapBy(dataKeys, name, key)).catch(ignoreAbsent);
        count += 1;
      }
      return count;
    },
  };
  return store;
}

function ignoreAbsent(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}

function missing(): AppError {
  return new AppError('key_missing', 'The key of this data does not exist or was erased; the data cannot be read.');
}
