// `npm start` is npm, perhaps a shell, then us. When one of them is killed outright nobody tells us, so we look.
// Plain JavaScript: it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isAlive } from './lock.mjs';

/** Twice a second: an orphan is noticed within a second and the looking costs nothing. */
const EVERY_MS = 500;
/** npm, a shell, npm's own helper: more than that between us and npm has not been seen. */
const DEPTH = 4;

/** Ends this process as `kill` would when the npm (or npx) above it, or anything between, is gone. */
export function endWithNpm() {
  const chain = upToNpm();
  if (chain.length === 0) return;
  const direct = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === direct && chain.every(isAlive)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  timer.unref();
}

/** Pids from our parent up to npm, or none when npm is not above us: then whoever started us ends us. */
function upToNpm() {
  if (process.env.npm_execpath === undefined) return [];
  const chain = [];
  let pid = process.ppid;
  for (let step = 0; step < DEPTH && pid > 1; step++) {
    const { parent, command } = describe(pid);
    chain.push(pid);
    if (/\b(npm|npx|pnpm|yarn|bun)\b/.test(command)) return chain;
    pid = parent;
  }
  return [];
}

function describe(pid) {
  try {
    // The command name in field two may hold spaces and brackets, so fields are counted after the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return describeWithPs(pid);
  }
}

function describeWithPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return { parent: Number.parseInt(line, 10), command: line };
  } catch {
    return { parent: 0, command: '' };
  }
}
