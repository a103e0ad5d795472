// The rooms as a turn needs them, and the workers over them.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { NativeConnection } from '@temporalio/worker';
import type { Agents } from '../agents/index.ts';
import { applyToView, createAgents } from '../agents/index.ts';
import { nameIn } from '../compose/names.ts';
import type { Rooms } from '../compose/rooms.ts';
import { openRooms } from '../compose/rooms.ts';
import type { Environment } from '../config/environment.ts';
import type { Story } from '../story/index.ts';
import { createLog, createMetrics } from '../telemetry/index.ts';
import type { TurnServices, WorldServices } from '../turn/index.ts';
import { workflowBundle } from './bundle.ts';
import type { WorkerParts } from './workers.ts';

/** Sessions in memory: 0.2 to 0.5 MB each. Fewer than the live ones cost four times the work a turn. */
const CACHED_SESSIONS = 1_000;
/** Fast turns at once for each two cores; more only make each other wait. */
const FAST_TURNS_PER_CORE = 16;

export interface WorkerComposition {
  parts: WorkerParts;
  rooms: Rooms;
  close(): Promise<void>;
}

export interface WorkerOptions {
  /** Resolves when the servers answer; bundling and loading go on before. */
  partsReady?: () => Promise<void>;
  /** Lets the benchmark put its delayed agents in the place of the real ones. */
  adapt?: (world: WorldServices) => WorldServices;
}

export async function composeWorker(env: Environment, options: WorkerOptions = {}): Promise<WorkerComposition> {
  const { partsReady = async () => {}, adapt = (world) => world } = options;
  const telemetry = { log: createLog('worker'), metrics: createMetrics() };
  const bundling = workflowBundle(join(env.TTA_STATE_DIR, 'cache'));
  await Promise.all([bundling, partsReady()]);
  const [rooms, bundle, connection] = await Promise.all([
    openRooms(env, telemetry),
    bundling,
    NativeConnection.connect({ address: env.TEMPORAL_ADDRESS }),
  ]);
  const worlds = worldServices(rooms.story, createAgents({ story: rooms.story, enabled: rooms.config.agents }), adapt);
  const turn: TurnServices = {
    safety: rooms.safety,
    help: rooms.help,
    world: rooms.world,
    sealer: rooms.sealer,
    stream: rooms.stream,
    worldOf: worlds,
    clock: { now: () => Date.now(), tick: () => performance.now() },
    nonce: () => randomBytes(9).toString('base64url'),
  };
  const parts: WorkerParts = {
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    dataConverter: rooms.dataConverter,
    bundle,
    turn,
    cases: rooms.cases,
    maxCachedWorkflows: CACHED_SESSIONS,
    fastTurns: env.cores * FAST_TURNS_PER_CORE,
    slowSteps: env.cores * FAST_TURNS_PER_CORE,
  };
  return {
    parts,
    rooms,
    async close() {
      await rooms.close();
      await connection.close();
    },
  };
}

/** Agents and authored facts of a world, made when the world is first played. */
function worldServices(
  story: Story,
  agents: Agents,
  adapt: (world: WorldServices) => WorldServices,
): (worldId: string) => WorldServices {
  const made = new Map<string, WorldServices>();
  return (worldId) => {
    const known = made.get(worldId);
    if (known !== undefined) return known;
    const authored = story.authored(worldId);
    const narrator = agents.narrator(worldId);
    const services = adapt({
      inputProcessor: agents.inputProcessor(worldId),
      worldBuilder: agents.worldBuilder(worldId),
      narrator,
      fallbackNarrator: narrator,
      seed: story.seed(worldId),
      nameOf: (entity) => nameIn(authored, entity),
      applyToView: (view, changes) => applyToView(view, changes, authored),
    });
    made.set(worldId, services);
    return services;
  };
}
