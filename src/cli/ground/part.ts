// One part of the system that is a program of somebody else's: found or fetched, started, watched, restarted, stopped.

import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Component } from '../../domain/component.ts';
import { AppError } from '../../domain/errors.ts';
import type { Say } from './fetch.ts';
import { type LeashedProgram, logFile, startLeashed } from './leash.ts';
import { lastLine } from './run.ts';

/** How a program is run. */
export interface Launch {
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
}

export interface PartOptions {
  name: string;
  needs?: readonly string[];
  stopsBefore?: readonly string[];
  stateDir: string;
  say: Say;
  /** Finds or fetches the program. AppError('part_missing') with one sentence when it cannot be had. Null: it runs elsewhere. */
  launch: () => Promise<Launch | null>;
  /** Resolves when the part serves; rejects when it does not (yet). */
  answers: () => Promise<void>;
  /** How long a first start may take until `answers`. */
  startTimeoutMs: number;
  /** Seconds a stop may take before it is forced. */
  graceS: number;
  /** Set for our own Node processes: they have an IPC channel, and this is told of each start. */
  onSpawn?: (program: LeashedProgram) => void;
  inherit?: boolean;
}

const POLL_MS = 100;
const BACKOFF_MS = { first: 500, most: 10_000 };
/** A program that ran this long before it ended is taken as sound: its backoff begins anew. */
const SOUND_AFTER_MS = 30_000;

export function createPart(options: PartOptions): Component {
  let program: LeashedProgram | null = null;
  let launch: Launch | null = null;
  let served = false;
  let stopping = false;
  let restarting: AbortController | null = null;
  let backoffMs = BACKOFF_MS.first;

  function spawn(found: Launch): void {
    const startedAt = performance.now();
    const current = startLeashed({
      name: options.name,
      stateDir: options.stateDir,
      graceS: options.graceS,
      command: found.command,
      args: found.args,
      ...(found.env === undefined ? {} : { env: found.env }),
      ipc: options.onSpawn !== undefined,
      inherit: options.inherit ?? false,
    });
    program = current;
    options.onSpawn?.(current);
    void current.ended.then((code) => {
      if (program === current) program = null;
      if (stopping || !served) return;
      if (performance.now() - startedAt > SOUND_AFTER_MS) backoffMs = BACKOFF_MS.first;
      void restart(found, code);
    });
  }

  async function restart(found: Launch, code: number): Promise<void> {
    options.say(
      `ended with code ${code}; starting it again in ${backoffMs} ms (log: ${logFile(options.stateDir, options.name)})`,
    );
    restarting = new AbortController();
    try {
      await delay(backoffMs, undefined, { signal: restarting.signal });
    } catch {
      return; // stopped meanwhile
    }
    backoffMs = Math.min(backoffMs * 2, BACKOFF_MS.most);
    if (!stopping) spawn(found);
  }

  function failed(how: string): AppError {
    const log = logFile(options.stateDir, options.name);
    let words = '';
    try {
      words = lastLine(readFileSync(log, 'utf8')).slice(0, 300);
    } catch {
      // It wrote nothing, or to our own output.
    }
    return new AppError(
      'part_missing',
      `${options.name} ${how}; its log is ${log}${words === '' ? '.' : ` and ends: ${words}`}`,
    );
  }

  return {
    name: options.name,
    ...(options.needs === undefined ? {} : { needs: options.needs }),
    ...(options.stopsBefore === undefined ? {} : { stopsBefore: options.stopsBefore }),
    async start() {
      launch = await options.launch();
      if (launch !== null && !stopping) spawn(launch);
    },
    async ready() {
      const until = performance.now() + options.startTimeoutMs;
      for (;;) {
        if (stopping) throw new AppError('part_missing', `${options.name} was stopped while starting.`);
        if (launch !== null && program === null) throw failed('ended while starting');
        try {
          await options.answers();
          served = true;
          return;
        } catch (error) {
          // Somebody else's server has no log of ours: its own error says more.
          if (performance.now() > until) {
            if (launch === null && error instanceof AppError) throw error;
            throw failed(`did not answer within ${Math.round(options.startTimeoutMs / 1000)} s`);
          }
        }
        await delay(POLL_MS);
      }
    },
    async drain() {},
    async stop() {
      stopping = true;
      restarting?.abort();
      await program?.stop();
    },
    async health() {
      if (launch !== null && program === null) return { ok: false, detail: 'not running' };
      try {
        await options.answers();
        return { ok: true };
      } catch {
        return { ok: false, detail: 'does not answer' };
      }
    },
  };
}
