// The parts of a worker process: what it reaches, and one component for each of the workers it was asked to run.
import type { NativeConnection, Worker } from '@temporalio/worker';
import { answering, part, patiently } from '../compose/part.ts';
import { watchRules } from '../compose/watch-rules.ts';
import { watchWorlds } from '../compose/watch-worlds.ts';
import type { Config, Environment } from '../config/index.ts';
import type { Component } from '../domain/component.ts';
import { AppError } from '../domain/errors.ts';
import { TASK_QUEUES } from '../domain/session.ts';
import type { Log } from '../telemetry/index.ts';
import { connect, type WorkerKit } from './compose.ts';
import { warmUp } from './warm-up.ts';
import { createWorker, type WorkerRole } from './workers.ts';

const ROLES: readonly WorkerRole[] = ['sessions', 'agents', 'cases'];
/** What a worker of each role cannot do without. */
const NEEDS: Readonly<Record<WorkerRole, readonly string[]>> = {
  sessions: ['temporal', 'neo4j', 'redis'],
  agents: ['temporal', 'neo4j'],
  cases: ['temporal', 'neo4j'],
};

export function workerComponents(
  { rooms, parts }: WorkerKit,
  env: Environment,
  failed: (part: string, error: unknown) => void,
  log: Log,
): Component[] {
  const roles = rolesOf(env.TTA_WORKER_ROLES, rooms.config);
  let connection: NativeConnection | undefined;
  const connected = (): NativeConnection => {
    if (connection === undefined) throw new AppError('unavailable', 'Temporal is not connected.');
    return connection;
  };

  return [
    part('neo4j', {
      async ready() {
        await patiently(() => rooms.graph.ping());
        if (!roles.includes('sessions')) return;
        await rooms.world.migrate();
        // A cold graph would make the first players wait; better this start does.
        await warmUp({ rooms, parts });
      },
      stop: () => rooms.graph.close(),
      health: answering(() => rooms.graph.ping()),
    }),
    // Not waited for: a session goes on without live events, and they are rebuilt.
    part('redis', { stop: () => rooms.stream.close(), health: answering(() => rooms.stream.ping()) }),
    part('temporal', {
      async start() {
        connection = await patiently(() => connect(env));
      },
      stop: async () => connection?.close(),
      health: answering(() => connected().workflowService.getSystemInfo({})),
    }),
    watchRules({ ...rooms, log }),
    watchWorlds({ ...rooms, env: env.TTA_ENV, log }),
    ...roles.map((role) =>
      roleComponent(role, () => createWorker(role, { ...parts, connection: connected() }), failed),
    ),
  ];
}

function roleComponent(
  role: WorkerRole,
  create: () => Promise<Worker>,
  failed: (part: string, error: unknown) => void,
): Component {
  let worker: Worker | undefined;
  let running: Promise<void> = Promise.resolve();
  /** Takes no new tasks and finishes those it has. */
  async function drain(): Promise<void> {
    if (worker?.getState() === 'RUNNING') worker.shutdown();
    await running;
  }
  return part(`worker ${role}`, {
    needs: NEEDS[role],
    async start() {
      worker = await create();
      running = worker.run();
      running.catch((error: unknown) => failed(`worker ${role}`, error));
    },
    drain,
    stop: drain,
    async health() {
      const state = worker?.getState() ?? 'NOT STARTED';
      return state === 'RUNNING' ? { ok: true } : { ok: false, detail: state.toLowerCase() };
    },
  });
}

/**
 * The roles that the configuration leaves on and `TTA_WORKER_ROLES` (comma-separated, all by default) asks for. Cases alone in a
 * process stay quick when sessions are busy.
 */
export function rolesOf(wanted: string | undefined, { parts }: Pick<Config, 'parts'>): WorkerRole[] {
  const names = wanted === undefined || wanted === '' ? ROLES : wanted.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !Object.hasOwn(TASK_QUEUES, name));
  if (unknown.length > 0) {
    throw new AppError(
      'config_invalid',
      `TTA_WORKER_ROLES: there is no role ${unknown.join(', ')}. Choose from ${ROLES.join(', ')}.`,
    );
  }
  const roles = ROLES.filter((role) => names.includes(role) && parts[role]);
  if (roles.length > 0) return roles;
  throw new AppError(
    'config_invalid',
    'This worker has nothing to do: switch on one of parts.sessions, parts.agents, parts.cases for the roles in TTA_WORKER_ROLES.',
  );
}
