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
      // A key of its own, because one key should serve one algorithm.
      const key = hkdfSync('sha256', await keys.dataKey(scope), '', 'text-hash', KEY_BYTES);
      return createHmac('sha256', Buffer.from(key)).update(text).digest('hex');
    },
  };
}

/** A line break cannot stand in a scope's name, so two different pairs never read the same. */
function bound(scope: KeyScope, field: string): string {
  if (scope === 'organisation') return `organisation\n${field}`;
  return 'player' in scope ? `player/${scope.player}\n${field}` : `session/${scope.sessionId}\n${field}`;
}
