// The gateway process as components: the shared rooms, a session client with the codec, the outbox, the server over them.
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { FastifyInstance } from 'fastify';
import { createAccounts } from '../accounts/index.ts';
import { createSessionClient } from '../client/index.ts';
import { modelNameOf } from '../compose/model.ts';
import { answering, part } from '../compose/part.ts';
import { DRAIN_TIMEOUT_MS, type ProcessTools } from '../compose/process.ts';
import { openRooms } from '../compose/rooms.ts';
import { watchRules } from '../compose/watch-rules.ts';
import { watchWorlds } from '../compose/watch-worlds.ts';
import {
  type Components,
  type Config,
  createComponents,
  type Environment,
  temporalConnection,
} from '../config/index.ts';
import { AppError } from '../domain/errors.ts';
import { createPresence } from '../messaging/index.ts';
import { createOperatorAlerts } from '../people/index.ts';
import { parseKeyRing } from '../privacy/index.ts';
import { createAnchors, createMetrics } from '../telemetry/index.ts';
import { createHeldTexts } from './held-texts.ts';
import { intakeText } from './intake-text.ts';
import { createOutbox } from './outbox.ts';
import { createGateway } from './server.ts';
import type { GatewaySettings } from './services.ts';
import { CRISIS_DEADLINE_MS } from './services.ts';
import { namesIn } from './world-names.ts';

const PAGES = fileURLToPath(new URL('../../web/dist', import.meta.url));
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
/** A page signs in at once; ten seconds are for a slow connection. */
const SOCKET_SIGN_IN_MS = 10_000;
/** Over about three seconds: a server that restarts is not noticed, one that is gone is told to the player soon. The default
 *  of ten attempts kept a player waiting for eighteen seconds. */
const retryBriefly = makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 6 }));

/** The parts of a gateway process. None is waited for but the server itself: it reads and helps also while the others are away. */
export async function composeGateway({ env, log }: Pick<ProcessTools, 'env' | 'log'>): Promise<Components> {
  const loopback = LOOPBACK.includes(env.TTA_HOST);
  if (env.TTA_ENV === 'local' && !loopback) {
    throw new AppError(
      'config_invalid',
      'TTA_HOST: a local run listens on 127.0.0.1 only. Set TTA_ENV=production to open it.',
    );
  }
  const metrics = createMetrics();
  const rooms = await openRooms(env, { log, metrics });
  const settings = settingsOf(env, rooms.config, loopback, await modelNameOf(env, rooms.config));
  const connection = Connection.lazy({
    ...temporalConnection(env.TEMPORAL_ADDRESS, env),
    interceptors: [retryBriefly],
  });
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE, dataConverter: rooms.dataConverter });
  const sessions = createSessionClient(client);
  const alerts = createOperatorAlerts({
    start: (notification) => sessions.alert(notification),
    notifier: rooms.notifier,
    recipients: () => rooms.coverage.operator(),
    log,
  });
  const presence = createPresence({ url: env.REDIS_URL, sealer: rooms.sealer, log });
  const outbox = createOutbox({
    file: join(env.TTA_STATE_DIR, 'outbox', 'crisis-evidence.jsonl'),
    sealer: rooms.sealer,
    deliver: (evidence) => sessions.openCase(evidence, { deadlineMs: CRISIS_DEADLINE_MS }),
    alerts,
    log,
    metrics,
  });
  const heldFile = join(env.TTA_STATE_DIR, 'outbox', 'held-texts.txt');
  const heldTexts = createHeldTexts({ ...rooms, file: heldFile, outbox, log });
  const anchors = createAnchors({
    ...rooms,
    directory: join(env.TTA_STATE_DIR, 'audit'),
    log,
    alert: ([first]) => void alerts.alert('audit_broken', first?.writer ?? 'audit'),
  });
  // One chain for each gateway of the installation, and not one for each of its starts.
  const auditWriter = `gateway/${hostname()}`;
  const worlds = rooms.story.worlds();
  const server = await createGateway({
    ...rooms,
    accounts: createAccounts({ ...rooms, ...settings, tokenKeys: parseKeyRing(env.TTA_TOKEN_KEYS), log }),
    alerts,
    report: rooms.reports.between,
    auditWriter,
    heldTexts,
    presence,
    sessions,
    outbox,
    health: () => components.health(),
    log,
    metrics,
    techniques: rooms.techniques,
    worlds,
    namesIn: namesIn(rooms.story),
    settings,
  });

  const components = createComponents(
    [
      part('neo4j', { stop: () => rooms.graph.close(), health: answering(() => rooms.graph.ping()) }),
      part('redis', { stop: () => rooms.stream.close(), health: answering(() => rooms.stream.ping()) }),
      part('temporal', { stop: () => connection.close(), health: answering(() => sessions.ping()) }),
      part('outbox', { start: async () => outbox.start(), stop: () => outbox.stop(), needs: ['temporal'] }),
      part('held-texts', {
        start: async () => heldTexts.start(),
        stop: () => heldTexts.stop(),
        needs: ['outbox'],
      }),
      part('presence', { stop: () => presence.close(), needs: ['redis'] }),
      part('notifier', { stop: async () => rooms.notifier.close() }),
      watchRules({ ...rooms, log, refused: () => void alerts.alert('rules_refused', 'rules') }),
      watchWorlds({
        ...rooms,
        env: env.TTA_ENV,
        log,
        // The routes hold on to the one list.
        changed: () => worlds.splice(0, worlds.length, ...rooms.story.worlds()),
      }),
      part('audit anchors', { needs: ['neo4j'], start: async () => anchors.start(), stop: () => anchors.stop() }),
      part('http', {
        needs: ['neo4j', 'redis', 'temporal', 'outbox', 'held-texts', 'presence', 'notifier', 'rules'],
        async start() {
          await warmUp();
          await listen(server, env);
        },
        drain: () => server.close(),
        stop: () => server.close(),
        health: async () => ({ ok: server.server.listening }),
      }),
    ],
    { drainTimeoutMs: DRAIN_TIMEOUT_MS },
  );
  return components;

  /** Does once what the first player would otherwise wait for: compiles the rules, plans queries, connects. */
  async function warmUp(): Promise<void> {
    rooms.safety.screenPlayerText('a first text');
    await Promise.allSettled([
      rooms.graph.ping(),
      rooms.stream.ping(),
      sessions.ping(),
      rooms.cases.list({ status: 'open' }),
    ]);
  }
}

async function listen(server: FastifyInstance, { TTA_HOST: host, PORT: port }: Environment): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    throw new AppError('config_invalid', `The gateway cannot listen on ${host}:${port}. Set PORT to a free one.`, {
      cause,
    });
  }
}

function settingsOf(
  env: Environment,
  config: Config,
  loopback: boolean,
  modelProvider: string | null,
): GatewaySettings {
  const told = { coverage: config.people.coverage, modelProvider };
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
