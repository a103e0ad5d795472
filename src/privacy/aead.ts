// Authenticated encryption of bytes, AES-256-GCM, in the one layout used everywhere here: iv | ciphertext | tag.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** 96-bit random ivs are safe for 2^32 messages under one key (NIST SP 800-38D 8.3), far above what a session seals. */
let pool = Buffer.alloc(0);
let used = 0;

/** Random bytes are drawn in blocks, because one system call for each iv costs more than sealing a short text. */
function nextIv(): Buffer {
  if (used + IV_BYTES > pool.length) {
    pool = randomBytes(IV_BYTES * 256);
    used = 0;
  }
  const iv = pool.subarray(used, used + IV_BYTES);
  used += IV_BYTES;
  return iv;
}

export function sealBytes(key: Uint8Array, bound: string, plain: Uint8Array): Buffer {
  const iv = nextIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when the key or `bound` is another one, or the bytes were altered. */
export function openBytes(key: Uint8Array, bound: string, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < IV_BYTES + TAG_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(end));
  const head = decipher.update(sealed.subarray(IV_BYTES, end));
  try {
    return Buffer.concat([head, decipher.final()]);
  } catch {
    return undefined;
  }
}
