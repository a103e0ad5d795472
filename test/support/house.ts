// A worker and a client of our own over the real parts, with keys that are thrown away: what workflow and integration tests
// play sessions with. Each house has its own key store, so its sessions are nobody else's.

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { SessionClient } from '../../src/client/index.ts';
import { createSessionClient } from '../../src/client/index.ts';
import type { Environment } from '../../src/config/environment.ts';
import { readEnvironment } from '../../src/config/environment.ts';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import type { TherapeuticPlan } from '../../src/domain/plan.ts';
import { NO_TECHNIQUES } from '../../src/domain/plan.ts';
import type { SessionKnobs } from '../../src/domain/session.ts';
import { caseWorkflowId, DEFAULT_KNOBS, pseudonymOf, sessionWorkflowId } from '../../src/domain/session.ts';
import type { TurnOutcome, TurnReply } from '../../src/domain/turn.ts';
import type { WorldServices } from '../../src/turn/index.ts';
import type { WorkerComposition } from '../../src/workers/compose.ts';
import { composeWorker } from '../../src/workers/compose.ts';
import type { WorkerRole } from '../../src/workers/workers.ts';
import { createWorker } from '../../src/workers/workers.ts';
import { atRest } from './at-rest.ts';
import { shareBundles } from './bundles.ts';

export interface House {
  env: Environment;
  composition: WorkerComposition;
  client: Client;
  sessions: SessionClient;
  /** Starts a session of a new player and answers its opening. */
  begin(options?: {
    knobs?: Partial<SessionKnobs>;
    player?: string;
    avoid?: readonly string[];
    plan?: TherapeuticPlan;
    modelConsent?: boolean;
  }): Promise<{ sessionId: string; opening: TurnReply }>;
  /** One turn; fails the test when the session refuses it. */
  say(sessionId: string, text: string, turnId?: string): Promise<TurnReply>;
  take(sessionId: string, text: string, turnId?: string, afterSeq?: number): Promise<TurnOutcome>;
  caseOf(sessionId: string): Promise<CrisisCase | null>;
  /** What a clinician does on a case, once it is at rest. */
  caseAct: SessionClient['caseAct'];
  /** Starts workers; they stop with the house, or earlier when the answered function is called. */
  work(roles?: readonly WorkerRole[]): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A fresh ring for one test run. */
export const throwAwayRing = (): string => `test:${randomBytes(32).toString('base64url')}`;

export function testEnvironment(overrides: Record<string, string> = {}): Environment {
  return readEnvironment({
    ...process.env,
    TTA_TOKEN_KEYS: throwAwayRing(),
    TTA_DATA_KEYS: throwAwayRing(),
    ...overrides,
  });
}

export async function openHouse(
  options: {
    temporal?: string;
    adapt?: (world: WorldServices) => WorldServices;
    /** Over the process's own environment. */
    env?: Record<string, string>;
  } = {},
): Promise<House> {
  const stateDir = await mkdtemp(join(tmpdir(), 'tta-house-'));
  shareBundles(stateDir);
  const env = testEnvironment({
    TTA_STATE_DIR: stateDir,
    ...(options.temporal === undefined ? {} : { TEMPORAL_ADDRESS: options.temporal }),
    ...options.env,
  });
  const composition = await composeWorker(env, options.adapt === undefined ? {} : { adapt: options.adapt });
  const { rooms } = composition;
  await rooms.world.migrate();
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE, dataConverter: rooms.dataConverter });
  const sessions = createSessionClient(client);
  const begun = new Set<string>();
  let stopWork = async (): Promise<void> => undefined;
  const take: House['take'] = (sessionId, text, turnId = randomUUID(), afterSeq) =>
    sessions.takeTurn(sessionId, { turnId, text, ...(afterSeq === undefined ? {} : { afterSeq }) });

  const caseAct: House['caseAct'] = async (caseId, name, by, actOptions) => {
    await atRest('the case', client.workflow.getHandle(caseWorkflowId(caseId)));
    return sessions.caseAct(caseId, name, by, actOptions);
  };

  return {
    env,
    composition,
    caseAct,
    client,
    sessions,
    take,
    async begin({
      knobs = {},
      player = randomBytes(8).toString('hex'),
      avoid = [],
      plan = NO_TECHNIQUES,
      modelConsent = false,
    } = {}) {
      const [world] = rooms.story.worlds();
      if (world === undefined) throw new Error('no world to play');
      const sessionId = `${player}-${randomBytes(8).toString('hex')}`;
      begun.add(sessionId);
      await rooms.keys.ensurePlayer(player);
      await rooms.keys.ensureSession(sessionId);
      const opening = await sessions.start({
        sessionId,
        worldId: world.id,
        worldVersion: world.version,
        locale: 'en',
        country: 'US',
        goals: [],
        avoid,
        plan,
        modelConsent,
        knobs: { ...DEFAULT_KNOBS, ...knobs },
      });
      return { sessionId, opening };
    },
    async say(sessionId, text, turnId) {
      const outcome = await take(sessionId, text, turnId);
      if (!outcome.answered) throw new Error(`the session refused the turn: ${outcome.code}`);
      return outcome.reply;
    },
    caseOf: (sessionId) => rooms.cases.get(pseudonymOf(sessionId)),
    async work(roles = ['sessions', 'cases']) {
      const workers = await Promise.all(roles.map((role) => createWorker(role, composition.parts)));
      const running = Promise.all(workers.map((worker) => worker.run()));
      stopWork = async () => {
        for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
        await running;
      };
      return stopWork;
    },
    async close() {
      // Left running, they would be handed to the next house's workers, which cannot read them.
      const ids = [...begun].flatMap((id) => [sessionWorkflowId(id), caseWorkflowId(pseudonymOf(id))]);
      await Promise.allSettled(ids.map((id) => client.workflow.getHandle(id).terminate('the test is over')));
      await stopWork();
      await composition.close();
      await connection.close();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** The current run's history of a session: how many events of each type. */
export async function historyOf(house: House, sessionId: string) {
  const handle = house.client.workflow.getHandle(sessionWorkflowId(sessionId));
  return (await handle.fetchHistory()).events ?? [];
}
