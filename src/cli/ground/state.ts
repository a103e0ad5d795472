// A state directory belongs to one running copy at a time.
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, tryLock } from '../../../scripts/lib/lock.mjs';
import { AppError } from '../../domain/errors.ts';
import type { Say } from './fetch.ts';

/** Longest grace of any part, and a little: programs of a killed copy are gone by then. */
const SETTLE_MS = 15_000;

/** Takes the directory for this process. Waits for programs of an earlier copy that was killed and are still stopping. */
export async function takeState(directory: string, say: Say): Promise<{ release: () => void }> {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o700);
  const lock = tryLock(join(directory, 'lock'));
  if (lock.release === undefined) {
    throw new AppError(
      'part_missing',
      `Another copy (process ${lock.heldBy}) runs on ${directory}: stop it, or set TTA_STATE_DIR to another directory for this one.`,
    );
  }
  await settle(directory, say);
  return { release: lock.release };
}

async function settle(directory: string, say: Say): Promise<void> {
  const until = performance.now() + SETTLE_MS;
  let told = false;
  while (stillRunning(directory).length > 0 && performance.now() < until) {
    if (!told) say('waiting for the programs of the last run to stop');
    told = true;
    await delay(100);
  }
  // Their leash must have been killed as well, so nobody else will end them; two databases on one directory would harm it.
  for (const pid of stillRunning(directory)) process.kill(pid, 'SIGKILL');
}

/** Each program's pid is in `run/<name>.pid` as long as its leash holds it. */
function stillRunning(directory: string): number[] {
  let files: string[] = [];
  try {
    files = readdirSync(join(directory, 'run'));
  } catch {
    return []; // first run here
  }
  return files
    .map((file) => readPid(join(directory, 'run', file)))
    .filter((pid) => isAlive(pid) && isOurs(pid, directory));
}

/** A pid may have been given to some other program since, after a restart of the machine for one. */
function isOurs(pid: number, directory: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`TTA_STATE_DIR=${directory}`);
  } catch {
    return false; // ended just now, or a system without /proc: there only the leash looks after them
  }
}

function readPid(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0; // its leash removed it just now
  }
}
