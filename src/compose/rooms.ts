// Builds the rooms that worker and gateway share from the environment, so that both processes read one graph, one key store
// and one set of rules.
import { join } from 'node:path';
import type { Environment } from '../config/environment.ts';
import { loadConfig } from '../config/index.ts';
import type { SessionEvent } from '../domain/events.ts';
import { eventsOfTurn } from '../domain/events.ts';
import type { TurnReply } from '../domain/turn.ts';
import { createEventStream } from '../messaging/index.ts';
import { createCaseRecords, createHelp } from '../people/index.ts';
import type { Sealer } from '../privacy/index.ts';
import {
  createFileKeyStore,
  createPayloadCodec,
  createPseudonymise,
  createSealer,
  parseKeyRing,
} from '../privacy/index.ts';
import { createSafety } from '../safety/index.ts';
import { loadStory } from '../story/index.ts';
import type { Log, Metrics } from '../telemetry/index.ts';
import type { WorldStore } from '../world/index.ts';
import { connectGraph, createWorldStore } from '../world/index.ts';
import { sealedDataConverter } from './temporal.ts';

export type Rooms = Awaited<ReturnType<typeof openRooms>>;

/** Opens nothing that fails when a server is down: parts are reached when they are first needed. */
export async function openRooms(env: Environment, telemetry: { log: Log; metrics: Metrics }) {
  const config = loadConfig(env.TTA_CONFIG);
  const keys = createFileKeyStore({ dir: join(env.TTA_STATE_DIR, 'keys'), dataKeys: parseKeyRing(env.TTA_DATA_KEYS) });
  const sealer = createSealer(keys);
  const graph = connectGraph({ url: env.NEO4J_URL, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
  const world = createWorldStore(graph);
  const stream = createEventStream({ url: env.REDIS_URL, sealer, rebuild: rebuildFrom(world, sealer), ...telemetry });
  const safety = createSafety();
  return {
    config,
    keys,
    sealer,
    graph,
    world,
    stream,
    safety,
    help: createHelp(safety),
    cases: createCaseRecords(graph, sealer),
    pseudonymise: await createPseudonymise(keys),
    story: loadStory(),
    dataConverter: sealedDataConverter(createPayloadCodec(keys)),
    async close(): Promise<void> {
      await Promise.allSettled([stream.close(), graph.close()]);
    },
  };
}

/** More than a session has in a month of play; a longer one is read in steps. */
const HISTORY_STEP = 500;

/** The remembered events of a session from the graph: what a flushed Redis is filled with again. */
export function rebuildFrom(world: Pick<WorldStore, 'history'>, sealer: Sealer) {
  return async (sessionId: string, after: number): Promise<SessionEvent[]> => {
    const events: SessionEvent[] = [];
    const scope = { sessionId };
    for (let from = after; ; ) {
      const entries = await world.history(sessionId, from, HISTORY_STEP);
      for (const entry of entries) {
        if ('turn' in entry) {
          // Sealed by the turn's commit: what opens is the reply that was screened and stored.
          const reply = JSON.parse(await sealer.open(scope, 'turn.reply', entry.turn.sealedReply)) as TurnReply;
          events.push(...eventsOfTurn({ ...entry.turn, reply }).filter((event) => (event.seq ?? 0) > after));
        } else {
          // Sealed by recordAct, likewise.
          events.push(JSON.parse(await sealer.open(scope, 'act.event', entry.act.sealedEvent)) as SessionEvent);
        }
      }
      const last = events.at(-1)?.seq;
      if (entries.length < HISTORY_STEP || last === undefined) return events;
      from = last;
    }
  };
}
