// Builds the rooms that worker and gateway share from the environment, so that both processes read one graph, one key store
// and one set of rules.
import { join } from 'node:path';
import type { Environment } from '../config/environment.ts';
import { loadConfig } from '../config/index.ts';
import { createEventStream } from '../messaging/index.ts';
import {
  createCaseRecords,
  createCoverage,
  createDisclosures,
  createHelp,
  createNotifier,
  createSafetyReport,
  requireCheckedResources,
} from '../people/index.ts';
import {
  createFileKeyStore,
  createPayloadCodec,
  createPseudonymise,
  createSealer,
  parseKeyRing,
} from '../privacy/index.ts';
import { createSafety } from '../safety/index.ts';
import { loadFrameworks, loadStory } from '../story/index.ts';
import { createAuditTrail, type Log, type Metrics } from '../telemetry/index.ts';
import { connectGraph, createWorldStore } from '../world/index.ts';
import { createHistory } from './history.ts';
import { sealedDataConverter } from './temporal.ts';

export type Rooms = Awaited<ReturnType<typeof openRooms>>;

/** Opens nothing that fails when a server is down: parts are reached when they are first needed. */
export async function openRooms(env: Environment, telemetry: { log: Log; metrics: Metrics }) {
  const config = loadConfig(env.TTA_CONFIG);
  const keys = createFileKeyStore({ dir: join(env.TTA_STATE_DIR, 'keys'), dataKeys: parseKeyRing(env.TTA_DATA_KEYS) });
  const sealer = createSealer(keys);
  const graph = connectGraph({ url: env.NEO4J_URL, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
  const world = createWorldStore(graph);
  const history = createHistory({ world, sealer });
  const stream = createEventStream({ url: env.REDIS_URL, sealer, rebuild: history.stream, ...telemetry });
  const { log } = telemetry;
  const stale = requireCheckedResources({
    today: new Date().toISOString().slice(0, 10),
    env: env.TTA_ENV,
    country: env.TTA_COUNTRY ?? config.players.defaultCountry,
  });
  if (stale.length > 0) log.warn({ entries: stale.length }, 'help resources are unchecked or overdue: docs/safety.md');
  const safety = createSafety({
    ...(env.TTA_SAFETY_DIR === undefined ? {} : { directory: env.TTA_SAFETY_DIR }),
    onFault: (err) => log.fatal({ err }, 'the screening rules cannot be used'),
  });
  const coverage = createCoverage(config.people, { webhookUrl: env.WEBHOOK_URL });
  const cases = createCaseRecords(graph, sealer);
  const notifier = createNotifier({
    smtpUrl: env.SMTP_URL,
    webhookSecret: env.WEBHOOK_SECRET,
    consoleUrl: new URL('/clinician', env.TTA_PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`).href,
  });
  return {
    config,
    keys,
    sealer,
    graph,
    world,
    history,
    stream,
    safety,
    help: createHelp(safety, {
      coverage: coverage.sentence,
      onFault: (err) => log.error({ err }, 'a help line did not pass the screening door'),
    }),
    coverage,
    cases,
    disclosures: createDisclosures({ graph, sealer }),
    reports: createSafetyReport({ graph, records: cases, describe: safety.describe }),
    notifier,
    audit: createAuditTrail({ graph, sealer }),
    pseudonymise: await createPseudonymise(keys),
    techniques: loadFrameworks(),
    story: loadStory({
      ...(env.TTA_STORY_DIR === undefined ? {} : { folder: env.TTA_STORY_DIR }),
      // Every process that may begin or play a session keeps what it has loaded.
      archive: join(env.TTA_STATE_DIR, 'worlds'),
      compiled: join(env.TTA_STATE_DIR, 'cache'),
    }),
    dataConverter: sealedDataConverter(createPayloadCodec(keys)),
    async close(): Promise<void> {
      notifier.close();
      await Promise.allSettled([stream.close(), graph.close()]);
    },
  };
}
