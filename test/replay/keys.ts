// Keys that are public, because they lie in this repository: they seal nothing but the recorded test histories beside them.
// Never give them to an installation.
import { fileURLToPath } from 'node:url';

/** The ring that wraps the key store in `keys/`. TEST ONLY. */
export const TEST_RING = `test-only:${Buffer.from('public test key, seals no secrets').subarray(0, 32).toString('base64url')}`;

/** Key store of the recorded sessions. TEST ONLY. */
export const TEST_KEYS = fileURLToPath(new URL('./keys', import.meta.url));
export const HISTORIES = fileURLToPath(new URL('./histories', import.meta.url));
