// Processor time of the programs a run has started, from the kernel's accounts (Linux only).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kernel counts in hundredths of a second on every Linux that Node runs on. */
const MS_PER_TICK = 10;

/** Milliseconds by program name; empty where the system has no /proc. */
export function cpuMs(stateDir: string): Record<string, number> {
  const used: Record<string, number> = { bench: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000 };
  try {
    for (const file of readdirSync(join(stateDir, 'run'))) {
      if (!file.endsWith('.pid')) continue;
      const pid = readFileSync(join(stateDir, 'run', file), 'utf8').trim();
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      // Fields 14 and 15 of proc(5), counted from the state letter here: user and system time.
      used[file.slice(0, -4)] = (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
    }
  } catch {
    return {};
  }
  return used;
}

export function perTurn(
  before: Record<string, number>,
  after: Record<string, number>,
  turns: number,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [
      name,
      Math.round(((ms - (before[name] ?? 0)) / Math.max(1, turns)) * 10) / 10,
    ]),
  );
}
