// Processor time of the programs a run has started, from the kernel's accounts (Linux only).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Played } from './measure.ts';

/** The kernel counts in hundredths of a second on every Linux that Node runs on. */
const MS_PER_TICK = 10;

type Spent = Record<string, number>;

/** What one kind of play has cost each program, over all stretches of it. */
export interface CpuAccount {
  during(play: () => Promise<Played>): Promise<Played>;
  /** Milliseconds by program name, hundredths; empty where the system has no /proc. */
  perTurn(): Spent;
}

export function createCpuAccount(stateDir: string): CpuAccount {
  const total: Spent = {};
  let turns = 0;
  return {
    async during(play) {
      const before = cpuMs(stateDir);
      const played = await play();
      for (const [name, ms] of Object.entries(cpuMs(stateDir))) {
        total[name] = (total[name] ?? 0) + ms - (before[name] ?? 0);
      }
      turns += played.samples.length;
      return played;
    },
    perTurn: () =>
      Object.fromEntries(
        Object.entries(total).map(([name, ms]) => [name, Math.round((ms / Math.max(1, turns)) * 100) / 100]),
      ),
  };
}

function cpuMs(stateDir: string): Spent {
  const used: Spent = { bench: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000 };
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
