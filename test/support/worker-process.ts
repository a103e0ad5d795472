// A worker in a process of its own that can be killed as a power cut would kill it, and a Temporal server on a file likewise.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLeashed } from '../../src/cli/ground/leash.ts';
import { choosePorts } from '../../src/cli/ground/ports.ts';
import { createTemporal } from '../../src/cli/ground/temporal.ts';
import type { Environment } from '../../src/config/environment.ts';
import { HOST_MESSAGES, isMessage } from '../../src/config/hosted.ts';
import { until } from './until.ts';

const MAIN = fileURLToPath(new URL('./worker-main.ts', import.meta.url));

export interface WorkerProcess {
  /** Resolves when the process is gone; nothing in it had a say. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  ended: Promise<number>;
}

/** `diesAfterCommit`: kills itself as soon as it has stored a turn, before anybody hears of it. */
export async function startWorkerProcess(env: Environment, { diesAfterCommit = false } = {}): Promise<WorkerProcess> {
  const name = 'test-worker';
  const program = startLeashed({
    name,
    stateDir: env.TTA_STATE_DIR,
    graceS: 3,
    command: process.execPath,
    args: ['--import', 'tsx', MAIN],
    env: { ...process.env, ...asVariables(env), ...(diesAfterCommit ? { TEST_DIES_AFTER_COMMIT: '1' } : {}) },
    ipc: true,
  });
  const ready = new Promise<void>((resolve) => {
    program.child.on('message', (message) => isMessage(message, HOST_MESSAGES.ready) && resolve());
  });
  const failed = program.ended.then((code) => {
    throw new Error(`the worker ended with code ${code} before it was ready`);
  });
  await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  return {
    async kill() {
      process.kill(pidOf(env.TTA_STATE_DIR, name), 'SIGKILL');
      await program.ended;
    },
    stop: program.stop,
    ended: program.ended,
  };
}

export interface OwnTemporal {
  address: string;
  /** Kills the server; it is started again on the same file by its part, and this resolves when it answers. */
  killAndWait(): Promise<void>;
  stop(): Promise<void>;
}

/** A Temporal that no other test shares, away from the ports of `npm start`, `npm test` and the benchmark. */
export async function startTemporal(stateDir: string): Promise<OwnTemporal> {
  const ports = await choosePorts({ TTA_PORT_BASE: '29600', PORT: '29700' }, join(stateDir, 'ports.json'));
  const part = createTemporal({
    server: null,
    namespace: 'default',
    port: ports.temporal,
    uiPort: ports.temporalUi,
    stateDir,
    say: () => undefined,
  });
  await part.start();
  await part.ready();
  return {
    address: `127.0.0.1:${ports.temporal}`,
    async killAndWait() {
      const pid = pidOf(stateDir, 'temporal');
      process.kill(pid, 'SIGKILL');
      await until('another server', async () => ![null, pid].includes(currentPid(stateDir, 'temporal')), 20_000);
      await until('the server answers', async () => (await part.health()).ok, 60_000);
    },
    stop: () => part.stop(),
  };
}

function pidOf(stateDir: string, name: string): number {
  return Number(readFileSync(join(stateDir, 'run', `${name}.pid`), 'utf8'));
}

/** Null while no server runs. */
function currentPid(stateDir: string, name: string): number | null {
  try {
    return pidOf(stateDir, name);
  } catch {
    return null;
  }
}

function asVariables(env: Environment): NodeJS.ProcessEnv {
  const { cores: _, ...variables } = env;
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
