// Where things lie on disk. Everything this system fetches or keeps is under `.local/`, which git ignores.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Ties a program's life to ours; see there. */
export const LEASH = join(ROOT, 'scripts', 'lib', 'leash.sh');

/** Fetched programs, shared by `npm start` and `npm test` of this checkout. */
export const PARTS_DIR = join(ROOT, '.local', 'parts');

/** Data, keys, logs and chosen ports of one local installation. */
export function stateDir(env: NodeJS.ProcessEnv): string {
  return resolve(ROOT, env.TTA_STATE_DIR ?? join('.local', 'state'));
}
