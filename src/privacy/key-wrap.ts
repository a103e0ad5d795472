// How a key is kept in a file: wrapped by the ring's current key, with that key's id, so that the ring may be rotated.
import { AppError } from '../domain/errors.ts';
import { openBytes, sealBytes } from './aead.ts';
import type { KeyRing } from './key-ring.ts';

const VERSION = 'v1';

/** `name` is bound to it: one player's file in the place of another's does not open. */
export function wrapBy(ring: KeyRing, name: string, key: Uint8Array): string {
  return `${VERSION}.${ring.current.kid}.${sealBytes(ring.current.key, name, key).toString('base64url')}\n`;
}

/**
 * AppError('config_invalid') when the ring lacks the key, which an operator can put right; never 'key_missing', which
 * would make everybody look erased.
 */
export function unwrapBy(ring: KeyRing, name: string, text: string): { key: Uint8Array; kid: string } {
  const [version, kid = '', wrapped = ''] = text.trim().split('.');
  if (version !== VERSION) throw damaged();
  const ringKey = ring.find(kid);
  if (ringKey === undefined) {
    throw new AppError(
      'config_invalid',
      'TTA_DATA_KEYS no longer holds a key that stored keys are wrapped by. Add it back.',
    );
  }
  const key = openBytes(ringKey, name, Buffer.from(wrapped, 'base64url'));
  if (key === undefined) throw damaged();
  return { key, kid };
}

export function damaged(): AppError {
  return new AppError('internal', 'A file of the key store is damaged. Restore the key store from its backup.');
}
