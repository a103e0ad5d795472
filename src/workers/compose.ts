// The rooms as a turn needs them, and the workers over them.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { NativeConnection } from '@temporalio/worker';
import type { Agents, AgentTimeouts } from '../agents/index.ts';
import { applyToView, createAgents } from '../agents/index.ts';
import { modelOf } from '../compose/model.ts';
import { nameIn, titleIn } from '../compose/names.ts';
import type { Rooms } from '../compose/rooms.ts';
import { openRooms } from '../compose/rooms.ts';
import { type Config, type Environment, temporalConnection } from '../config/index.ts';
import { AppError } from '../domain/errors.ts';
import type { Story } from '../story/index.ts';
import { createLog, createMetrics, type Log } from '../telemetry/index.ts';
import type { TurnServices, WorldServices } from '../turn/index.ts';
import { createReadAhead } from '../turn/index.ts';
import { workflowBundle } from './bundle.ts';
import type { WorkerParts } from './workers.ts';

/** All that a worker is made of but its connection: nothing here fails because a server is down. */
export interface WorkerKit {
  rooms: Rooms;
  parts: Omit<WorkerParts, 'connection'>;
}

export interface WorkerComposition {
  parts: WorkerParts;
  rooms: Rooms;
  close(): Promise<void>;
}

export interface WorkerOptions {
  log?: Log;
  /** Resolves when the servers answer; bundling and loading go on before. */
  partsReady?: () => Promise<void>;
  /** Lets the benchmark put its delayed agents in the place of the real ones. */
  adapt?: (world: WorldServices) => WorldServices;
}

export async function prepareWorker(env: Environment, options: WorkerOptions = {}): Promise<WorkerKit> {
  const { log = createLog('worker'), adapt = (world) => world } = options;
  const rooms = await openRooms(env, { log, metrics: createMetrics() });
  const { config } = rooms;
  const bundle = await workflowBundle(join(env.TTA_STATE_DIR, 'cache'), { callStacks: config.session.callStacks });
  const agents = createAgents({
    story: rooms.story,
    enabled: config.agents,
    timeouts: timeoutsOf(config, log),
    model: await modelOf(env, config),
    onDegraded: (agent, reason) => log.warn({ agent, reason }, 'an agent answered without its model'),
  });
  const worldOf = worldServices(rooms.story, agents, adapt);
  const turn: TurnServices = {
    safety: rooms.safety,
    help: rooms.help,
    world: rooms.world,
    sealer: rooms.sealer,
    stream: rooms.stream,
    techniques: rooms.techniques,
    worldOf,
    ahead: createReadAhead({
      world: rooms.world,
      applyToView: (played, view, changes) => worldOf(played).applyToView(view, changes),
      onDrift: (sessionId) => log.error({ sessionId }, 'what was carried to the next turn is not what the graph says'),
    }),
    clock: { now: () => Date.now(), tick: () => performance.now() },
    nonce: () => randomBytes(9).toString('base64url'),
  };
  const turnsAtOnce = env.cores * config.limits.turnsAtOncePerCore;
  return {
    rooms,
    parts: {
      namespace: env.TEMPORAL_NAMESPACE,
      dataConverter: rooms.dataConverter,
      bundle,
      turn,
      cases: { ...rooms, records: rooms.cases },
      maxCachedWorkflows: config.limits.cachedSessions,
      fastTurns: turnsAtOnce,
      slowSteps: turnsAtOnce,
    },
  };
}

/** AppError('unavailable') with the address when Temporal does not answer. */
export async function connect(env: Environment): Promise<NativeConnection> {
  const address = env.TEMPORAL_ADDRESS;
  const how = temporalConnection(address, env);
  try {
    // What is sent is sealed, and so does not shrink: compressing it would cost both ends processor time for nothing.
    return await NativeConnection.connect({ ...how, grpcCompression: { codec: 'none' } });
  } catch (cause) {
    throw new AppError('unavailable', `Temporal does not answer at ${address}. Start it, or set TEMPORAL_ADDRESS.`, {
      cause,
    });
  }
}

/** A worker's parts with their connection, for those who run workers themselves: the benchmark and the tests. */
export async function composeWorker(env: Environment, options: WorkerOptions = {}): Promise<WorkerComposition> {
  const [{ rooms, parts }] = await Promise.all([prepareWorker(env, options), options.partsReady?.()]);
  const connection = await connect(env);
  return {
    rooms,
    parts: { ...parts, connection },
    async close() {
      await rooms.close();
      await connection.close();
    },
  };
}

function timeoutsOf({ timeouts: { ipaS, wbaS, ngaS, warnAt } }: Config, log: Log): AgentTimeouts {
  return {
    ms: { ipa: ipaS * 1000, wba: wbaS * 1000, nga: ngaS * 1000 },
    warnAt,
    onSlow: (agent) => log.warn({ agent }, 'an agent has used most of its time'),
  };
}

/** Agents and authored facts of a world in one version, made when a session that began in it is first played here. */
function worldServices(
  story: Story,
  agents: Agents,
  adapt: (world: WorldServices) => WorldServices,
): TurnServices['worldOf'] {
  const made = new Map<string, WorldServices>();
  return ({ worldId, worldVersion }) => {
    const key = `${worldId}@${worldVersion}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const authored = story.authored(worldId, worldVersion);
    const services = adapt({
      inputProcessor: agents.inputProcessor(worldId, worldVersion),
      worldBuilder: agents.worldBuilder(worldId, worldVersion),
      narrator: agents.narrator(worldId, worldVersion),
      fallbackNarrator: agents.fallbackNarrator(worldId, worldVersion),
      seed: story.seed(worldId, worldVersion),
      nameOf: (entity) => nameIn(authored, entity),
      titleOf: (entity) => titleIn(authored, entity),
      applyToView: (view, changes) => applyToView(view, changes, authored),
    });
    made.set(key, services);
    return services;
  };
}
