// Makes the gateway of this installation: the shared rooms, a session client with the codec, the outbox, the settings.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { createAccounts } from '../accounts/index.ts';
import { createSessionClient } from '../client/index.ts';
import { nameIn } from '../compose/names.ts';
import { openRooms } from '../compose/rooms.ts';
import type { Environment } from '../config/environment.ts';
import type { Config } from '../config/index.ts';
import { AppError } from '../domain/errors.ts';
import { parseKeyRing } from '../privacy/index.ts';
import { createLog, createMetrics } from '../telemetry/index.ts';
import { intakeText } from './intake-text.ts';
import { createOutbox } from './outbox.ts';
import { createGateway } from './server.ts';
import type { GatewaySettings } from './services.ts';
import { CRISIS_DEADLINE_MS } from './services.ts';

const PAGES = fileURLToPath(new URL('../../web/dist', import.meta.url));
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
/** A page signs in at once; ten seconds are for a slow connection. */
const SOCKET_SIGN_IN_MS = 10_000;

export async function composeGateway(env: Environment) {
  const loopback = LOOPBACK.includes(env.TTA_HOST);
  if (env.TTA_ENV === 'local' && !loopback) {
    throw new AppError(
      'config_invalid',
      'TTA_HOST: a local run listens on 127.0.0.1 only. Set TTA_ENV=production to open it.',
    );
  }
  const log = createLog('gateway');
  const metrics = createMetrics();
  const rooms = await openRooms(env, { log, metrics });
  // Lazy: the gateway reads and helps also while Temporal is away.
  const connection = Connection.lazy({ address: env.TEMPORAL_ADDRESS });
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE, dataConverter: rooms.dataConverter });
  const sessions = createSessionClient(client);
  const settings = settingsOf(env, rooms.config, loopback);
  const outbox = createOutbox({
    file: join(env.TTA_STATE_DIR, 'outbox', 'crisis-evidence.jsonl'),
    sealer: rooms.sealer,
    deliver: (evidence) => sessions.openCase(evidence),
    log,
    metrics,
  });
  const gateway = await createGateway({
    ...rooms,
    accounts: createAccounts({ ...rooms, ...settings, tokenKeys: parseKeyRing(env.TTA_TOKEN_KEYS) }),
    sessions,
    outbox,
    log,
    metrics,
    worlds: rooms.story.worlds().map((world) => {
      const authored = rooms.story.authored(world.id);
      return { ...world, nameOf: (entity: string) => nameIn(authored, entity) };
    }),
    settings,
  });
  outbox.start();
  return {
    gateway,
    log,
    /** Does once what the first player would otherwise wait for: compiles the rules, plans queries, connects. */
    async warmUp(): Promise<void> {
      rooms.safety.screenPlayerText('a first text');
      await Promise.allSettled([
        rooms.graph.ping(),
        rooms.stream.ping(),
        sessions.ping(),
        rooms.cases.list({ status: 'open' }),
      ]);
    },
    async close(): Promise<void> {
      await gateway.close();
      await outbox.stop();
      await rooms.close();
      await connection.close();
    },
  };
}

function settingsOf(env: Environment, config: Config, loopback: boolean): GatewaySettings {
  // Nobody is on duty in an installation until its on-call ladder is configured, and its model reads nothing until it is.
  const told = { coverage: 'none', modelProvider: null } as const;
  return {
    ...told,
    env: env.TTA_ENV,
    country: env.TTA_COUNTRY ?? config.players.defaultCountry,
    minAge: config.players.minAge,
    intakeText: intakeText(told),
    languages: ['en'],
    knobs: { idleMs: config.session.idleMinutes * 60_000, turnsPerRun: config.session.turnsPerRun },
    textLength: config.limits.textLength,
    maxTurns: Math.max(1, env.cores) * config.limits.turnsAtOncePerCore,
    turnsPerSecond: config.limits.turnsPerSecond,
    // A few seconds' worth at once: a page that comes back with a backlog is no flood.
    turnBurst: config.limits.turnsPerSecond * 4,
    crisisDeadlineMs: CRISIS_DEADLINE_MS,
    socketSignInMs: SOCKET_SIGN_IN_MS,
    loopback,
    metrics: config.parts.metrics,
    pages: config.parts.pages ? PAGES : null,
  };
}
