// Workflow bundles and compiled ink are made from the sources alone and take seconds, so all that is under test shares them.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/ground/paths.ts';

export const CACHE = join(ROOT, '.local', 'cache');

/** A state directory finds there what another has built. */
export function shareBundles(stateDir: string): void {
  mkdirSync(CACHE, { recursive: true });
  symlinkSync(CACHE, join(stateDir, 'cache'));
}
