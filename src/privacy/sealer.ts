// Seals single text fields and makes keyed hashes of texts, under the key that belongs to the scope.
import { createHmac, hkdfSync } from 'node:crypto';
import { AppError } from '../domain/errors.ts';
import { openBytes, sealBytes } from './aead.ts';
import { KEY_BYTES } from './key-ring.ts';
import type { KeyScope, KeyStore, Sealer } from './types.ts';

const VERSION = 'v1.';

export function createSealer(keys: Pick<KeyStore, 'dataKey'>): Sealer {
  return {
    async seal(scope, field, plaintext) {
      const key = await keys.dataKey(scope);
      return VERSION + sealBytes(key, bound(scope, field), Buffer.from(plaintext)).toString('base64url');
    },
    async open(scope, field, sealed) {
      const key = await keys.dataKey(scope);
      const opened = sealed.startsWith(VERSION)
        ? openBytes(key, bound(scope, field), Buffer.from(sealed.slice(VERSION.length), 'base64url'))
        : undefined;
      if (opened === undefined) {
        throw new AppError(
          'internal',
          'A stored text was altered or belongs to another field. Restore it from a backup.',
        );
      }
      return opened.toString();
    },
    async hash(scope, text) {
      return createHmac('sha256', hashKeyOf(await keys.dataKey(scope)))
        .update(text)
        .digest('hex');
    },
  };
}

/** Kept as long as the key store keeps the data key itself: deriving costs more than hashing a turn's text. */
const hashKeys = new WeakMap<Uint8Array, Buffer>();

/** A key of its own, because one key should serve one algorithm. */
function hashKeyOf(dataKey: Uint8Array): Buffer {
  const known = hashKeys.get(dataKey);
  if (known !== undefined) return known;
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'text-hash', KEY_BYTES));
  hashKeys.set(dataKey, key);
  return key;
}

/** A line break cannot stand in a scope's name, so two different pairs never read the same. */
function bound(scope: KeyScope, field: string): string {
  if (scope === 'organisation') return `organisation\n${field}`;
  return 'player' in scope ? `player/${scope.player}\n${field}` : `session/${scope.sessionId}\n${field}`;
}
