// Locks as files, between processes: who holds one is written in it, so a lock left by a killed process is taken over.
// Plain JavaScript: the installation of the packages needs it too.
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Takes the lock and returns its release, or returns the pid of the living process that holds it. */
export function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, `${process.pid} ${startedAt(process.pid)}`);
    try {
      // A link appears at once with its content; a file opened and then written could be read empty in between.
      linkSync(mine, file);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      rmSync(mine, { force: true });
    }
    const holder = holderOf(file);
    if (holder.alive) return { heldBy: holder.pid };
    takeAway(file, holder.content);
  }
}

/** Runs `work` while holding the lock, after waiting for whoever holds it now. */
export async function withLock(file, work) {
  let taken = tryLock(file);
  while (taken.release === undefined) {
    await delay(150);
    taken = tryLock(file);
  }
  try {
    return await work();
  } finally {
    taken.release();
  }
}

function holderOf(file) {
  let content = '';
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    return { alive: false, pid: 0, content };
  }
  const [pid, started] = content.split(' ');
  return { alive: isAlive(Number(pid)) && startedAt(Number(pid)) === started, pid: Number(pid), content };
}

/** Renaming first: of two that find the lock stale one wins, and a fresh lock taken meanwhile is put back. */
function takeAway(file, content) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') === content) rmSync(aside);
  else renameSync(aside, file);
}

export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Tells a process from a later one with the same pid. */
function startedAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return startedAtByPs(pid);
  }
}

function startedAtByPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .replaceAll(' ', '_');
  } catch {
    return '';
  }
}
