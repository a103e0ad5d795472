// The two key rings of a local installation: made once, kept in the state directory for its owner only, never shown.
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';

/** Rings as `kid:key[,kid2:key2…]`, each key 32 bytes in base64url; the first one signs and seals, all verify and open. */
export interface KeyRings {
  TTA_TOKEN_KEYS: string;
  TTA_DATA_KEYS: string;
}

const NAMES = ['TTA_TOKEN_KEYS', 'TTA_DATA_KEYS'] as const;

/** The rings of the environment where given, else those of the state directory. */
export function keyRings(env: NodeJS.ProcessEnv, stateDir: string, makeThem: boolean): KeyRings {
  const kept = env.TTA_TOKEN_KEYS && env.TTA_DATA_KEYS ? {} : keptRings(env, stateDir, makeThem);
  const rings = { ...kept, ...given(env) };
  return { TTA_TOKEN_KEYS: rings.TTA_TOKEN_KEYS ?? '', TTA_DATA_KEYS: rings.TTA_DATA_KEYS ?? '' };
}

function given(env: NodeJS.ProcessEnv): Partial<KeyRings> {
  return Object.fromEntries(NAMES.filter((name) => env[name]).map((name) => [name, env[name]]));
}

function keptRings(env: NodeJS.ProcessEnv, stateDir: string, makeThem: boolean): Partial<KeyRings> {
  if ((env.TTA_ENV ?? 'local') !== 'local') {
    throw new AppError(
      'config_invalid',
      'Set TTA_TOKEN_KEYS and TTA_DATA_KEYS: keys are made by themselves only where TTA_ENV is local.',
    );
  }
  const file = join(stateDir, 'keyrings');
  const before = read(file);
  if (before !== null) return before;
  if (!makeThem) {
    throw new AppError(
      'part_missing',
      `There are no keys in ${stateDir} yet: run \`npm start\` once, or set TTA_TOKEN_KEYS.`,
    );
  }
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  // Linked into place whole: what seals players' words must never be read half-written, nor be overwritten.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, NAMES.map((name) => `${name}=${newKey()}\n`).join(''), { mode: 0o600, flush: true });
  try {
    linkSync(unfinished, file);
  } catch {
    // Another process was first; its keys are the ones.
  }
  rmSync(unfinished);
  return read(file) ?? {};
}

function read(file: string): Partial<KeyRings> | null {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
  } catch {
    return null;
  }
}

function newKey(): string {
  const made = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  return `local${made}:${randomBytes(32).toString('base64url')}`;
}
