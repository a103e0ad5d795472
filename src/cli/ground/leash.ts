// Every program we start runs on a leash (scripts/lib/leash.sh): it ends when this process does, however that ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { LEASH, ROOT } from './paths.ts';

export interface LeashedProgram {
  /** Of the leash: alive as long as the program is. */
  child: ChildProcess;
  /** Resolves with the exit code when the program has ended for whatever reason. */
  ended: Promise<number>;
  /** Asks the program to stop with SIGTERM, kills it after its grace, and resolves when it is gone. */
  stop(): Promise<void>;
}

export interface LeashOptions {
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Holds `run/<name>.pid` while the program lives, and `logs/<name>.log` with its output of this and the last run. */
  stateDir: string;
  /** Seconds from SIGTERM to SIGKILL. */
  graceS: number;
  /** Opens an IPC channel, for our own Node processes. */
  ipc?: boolean;
  /** Shows the output on our own instead of in the log file. */
  inherit?: boolean;
}

export function logFile(stateDir: string, name: string): string {
  return join(stateDir, 'logs', `${name}.log`);
}

export function startLeashed(options: LeashOptions): LeashedProgram {
  const pidFile = join(options.stateDir, 'run', `${options.name}.pid`);
  mkdirSync(dirname(pidFile), { recursive: true });
  const output = options.inherit === true ? 'inherit' : openLog(options.stateDir, options.name);
  const child = spawn('sh', [LEASH, pidFile, String(options.graceS), options.command, ...options.args], {
    cwd: ROOT,
    // The state directory in the environment marks the program as this installation's own, see state.ts.
    env: { ...(options.env ?? process.env), TTA_STATE_DIR: options.stateDir },
    // A group of its own, so that Ctrl-C in a terminal reaches only us and we stop things in order.
    detached: true,
    stdio: options.ipc === true ? ['pipe', output, output, 'ipc'] : ['pipe', output, output],
  });
  if (typeof output === 'number') closeSync(output);
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1));
  // The program may end first; writing is never meant, so a broken pipe says nothing.
  child.stdin?.on('error', () => undefined);
  return {
    child,
    ended,
    async stop() {
      child.stdin?.destroy();
      await ended;
    },
  };
}

/** The log of the run before is kept beside the new one, so that a restart does not wipe out its own cause. */
function openLog(stateDir: string, name: string): number {
  const file = logFile(stateDir, name);
  mkdirSync(dirname(file), { recursive: true });
  try {
    renameSync(file, `${file}.1`);
  } catch {
    // There was no earlier run.
  }
  return openSync(file, 'a');
}
