// Small ways to run other programs to their end, and to find them.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LEASH } from './paths.ts';

export interface RunResult {
  code: number;
  /** Standard output and error, in the order they came. */
  output: string;
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  timeoutMs?: number;
  /** For what must not be cut short half-way, such as a package manager at work: it outlives us until it is done. */
  letFinish?: boolean;
}

/** Runs a program to its end. Never rejects: a program that cannot be run at all has code 127, as in a shell. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve) => {
    let output = '';
    const leashed = options.letFinish === true ? [command, ...args] : ['sh', LEASH, '', '2', command, ...args];
    const [program = command, ...rest] = leashed;
    const child = spawn(program, rest, {
      stdio: [options.letFinish === true ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The first of the names that is an executable file on PATH, as a full path. */
export function onPath(...names: readonly string[]): string | null {
  for (const name of names) {
    for (const directory of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(directory, name);
      if (directory !== '' && isExecutable(file)) return file;
    }
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The line of a program's output that most likely says why it failed: its last complaint, else its last words. */
export function lastLine(output: string): string {
  const lines = output
    .trim()
    .split('\n')
    .map((line) => line.trim());
  return lines.findLast((line) => COMPLAINT.test(line)) ?? lines.at(-1) ?? '';
}

const COMPLAINT = /^(\S*error|fatal|panic|exception)\b.*\S{3}/i;
