// The installation's rings of keys: the first key is the current one, the others still open what they once closed.
import { AppError } from '../domain/errors.ts';

export const KEY_BYTES = 32;

export interface RingKey {
  kid: string;
  key: Uint8Array;
}

export interface KeyRing {
  current: RingKey;
  find(kid: string): Uint8Array | undefined;
}

const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;
const BASE64URL = /^[A-Za-z0-9_-]+={0,2}$/;

/**
 * Reads `kid:base64url-of-32-bytes[,kid2:...]`, as TTA_TOKEN_KEYS and TTA_DATA_KEYS hold it.
 * AppError('config_invalid') tells the position and what is wrong, never any part of a key.
 */
export function parseKeyRing(text: string): KeyRing {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const [current, ...older] = entries.map(parseEntry);
  if (current === undefined) throw invalid('the key ring is empty');
  const keys = new Map<string, Uint8Array>();
  for (const { kid, key } of [current, ...older]) {
    if (keys.has(kid)) throw invalid('two keys have the same id; every id may be used once');
    keys.set(kid, key);
  }
  return { current, find: (kid) => keys.get(kid) };
}

function parseEntry(entry: string, index: number): RingKey {
  const place = `entry ${index + 1} of the key ring`;
  const colon = entry.indexOf(':');
  // Without a colon the whole entry may be a key, so not even its beginning is shown.
  if (colon < 0) throw invalid(`${place} has no id`);
  const kid = entry.slice(0, colon);
  const encoded = entry.slice(colon + 1);
  if (!KEY_ID.test(kid)) throw invalid(`the id in ${place} must be 1 to 32 letters, digits, "-" or "_"`);
  if (!BASE64URL.test(encoded)) throw invalid(`the key in ${place} is not base64url`);
  const key = Buffer.from(encoded, 'base64url');
  if (key.length !== KEY_BYTES) throw invalid(`the key in ${place} has ${key.length} bytes instead of ${KEY_BYTES}`);
  return { kid, key };
}

function invalid(what: string): AppError {
  return new AppError('config_invalid', `${what}. The form is id:base64url-of-32-bytes, separated by commas.`);
}
