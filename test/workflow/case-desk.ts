// A team's desk for tests of cases: the case workflow on a clock that can be turned, over the real graph, with a real receiver
// of notifications. Each test configures who is there.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { createAlertActivities } from '../../src/activities/alerts.ts';
import { createCaseActivities } from '../../src/activities/cases.ts';
import { createSessionClient } from '../../src/client/index.ts';
import type { Config } from '../../src/config/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import { configSchema } from '../../src/domain/schemas/config.ts';
import type { CaseEvidence } from '../../src/domain/session.ts';
import { caseWorkflowId, sessionWorkflowId, TASK_QUEUES } from '../../src/domain/session.ts';
import type { CaseUpdates } from '../../src/domain/session-protocol.ts';
import { createCaseRecords, createCoverage, createDisclosures, createNotifier } from '../../src/people/index.ts';
import { createFileKeyStore, createSealer, parseKeyRing } from '../../src/privacy/index.ts';
import { createAuditTrail, exportAudit } from '../../src/telemetry/audit/index.ts';
import { connectGraph } from '../../src/world/index.ts';
import { atRest } from '../support/at-rest.ts';
import { quietRuntime } from '../support/clock.ts';
import { startReceiver } from '../support/receiver.ts';
import { until } from '../support/until.ts';
import type { Told } from './case-workflows.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const ruiz = { role: 'clinician', subject: 'ruiz', displayName: 'Dr. Ruiz' } as const;
export const okafor = { role: 'clinician', subject: 'okafor', displayName: 'Dr. Okafor' } as const;

const SECRET = 'a secret of the test alone';

export type Desk = Awaited<ReturnType<typeof openDesk>>;

export async function openDesk() {
  quietRuntime();
  const path = process.env.TTA_TEST_SERVER;
  if (path === undefined) throw new Error('TTA_TEST_SERVER is not set: run the tests with `npm test`');
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  const bundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./case-workflows.ts', import.meta.url)),
    logger: { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error, log() {} },
  });
  const dir = await mkdtemp(join(tmpdir(), 'tta-desk-'));
  const keys = createFileKeyStore({ dir, dataKeys: parseKeyRing(`test:${randomBytes(32).toString('base64url')}`) });
  const sealer = createSealer(keys);
  const graph = connectGraph({
    url: process.env.NEO4J_URL ?? 'bolt://127.0.0.1:7687',
    user: process.env.NEO4J_USER,
    password: process.env.NEO4J_PASSWORD,
  });
  const receiver = await startReceiver(SECRET);
  const notifier = createNotifier({ webhookSecret: SECRET });
  const records = createCaseRecords(graph, sealer);
  const disclosures = createDisclosures({ graph, sealer });
  const audit = createAuditTrail({ graph, sealer });
  const sessions = createSessionClient(env.client);
  const begun = new Set<string>();
  let stopWork = async (): Promise<void> => undefined;
  /** What becomes of each write to the audit trail and the records; a test may make them fail. */
  const fault = { audit: false, records: false };
  const failing = <T>(part: keyof typeof fault, work: () => Promise<T>): Promise<T> =>
    fault[part] ? Promise.reject(new AppError('unavailable', 'Switched off by the test.')) : work();

  const rests = (caseId: string): Promise<void> =>
    atRest('the case', env.client.workflow.getHandle(caseWorkflowId(caseId)));

  return {
    env,
    graph,
    records,
    receiver,
    fault,
    atRest: rests,
    now: () => env.currentTimeMs(),
    sleep: (ms: number) => env.sleep(ms),

    /** Starts the worker of a team: `people` as in the configuration, addresses of people on the ladder are the receiver's. */
    async work(people: object = {}): Promise<void> {
      const parsed: Config['people'] = configSchema.parse({ people }).people;
      const ladder = parsed.ladder.map((one) => ({ ...one, webhook: `${receiver.url}/${one.subject}` }));
      const coverage = createCoverage({ ...parsed, ladder }, { webhookUrl: `${receiver.url}/operator` });
      const worker = await Worker.create({
        connection: env.nativeConnection,
        taskQueue: TASK_QUEUES.cases,
        workflowBundle: bundle,
        activities: {
          ...createCaseActivities({
            records: { ...records, save: (found) => failing('records', () => records.save(found)) },
            coverage,
            disclosures,
            audit: { append: (...given) => failing('audit', () => audit.append(...given)) },
          }),
          ...createAlertActivities({ notifier, coverage }),
        },
        workflowThreadPoolSize: 1,
        // Nothing is kept in memory: each task replays the whole history, so a step that is not deterministic shows at once.
        maxCachedWorkflows: 0,
      });
      const running = worker.run();
      stopWork = async () => {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await running;
      };
    },
    stopWork: () => stopWork(),
    client: () => sessions,

    async endSession(sessionId: string): Promise<void> {
      const handle = env.client.workflow.getHandle(sessionWorkflowId(sessionId));
      await handle.signal('end');
      await until('the session has ended', async () => (await handle.describe()).status.name === 'COMPLETED');
    },

    /** A player in a session that keeps what it is told. */
    async player(): Promise<{ caseId: string; sessionId: string }> {
      const caseId = randomBytes(8).toString('hex');
      const sessionId = `${caseId}-${randomBytes(8).toString('hex')}`;
      begun.add(sessionWorkflowId(sessionId)).add(caseWorkflowId(caseId));
      await env.client.workflow.start('session', {
        workflowId: sessionWorkflowId(sessionId),
        taskQueue: TASK_QUEUES.cases,
        args: [],
      });
      return { caseId, sessionId };
    },

    async evidence(sessionId: string, level: CaseEvidence['level'], more: Partial<CaseEvidence> = {}) {
      const at = await env.currentTimeMs();
      const response = level === 'moderate' ? ('checkin' as const) : ('hold' as const);
      return {
        ...{ sessionId, turnId: randomUUID(), kind: 'suicide', level, response },
        ...{ reasons: ['suicide.intent.1'], at, origin: 'screening', ...more },
      } as CaseEvidence;
    },

    /** Tells the case of danger, opening it if there is none. */
    async danger(sessionId: string, level: CaseEvidence['level'], more: Partial<CaseEvidence> = {}) {
      const evidence = await this.evidence(sessionId, level, more);
      if (begun.has(`opened ${sessionId}`)) await rests(evidence.sessionId.slice(0, 16));
      begun.add(`opened ${sessionId}`);
      const found = await sessions.openCase(evidence);
      await rests(found.caseId);
      return found;
    },

    async act<N extends Exclude<keyof CaseUpdates, 'addEvidence'>>(caseId: string, name: N, by: CaseUpdates[N][0]) {
      await rests(caseId);
      const found = await sessions.caseAct(caseId, name, by);
      await rests(caseId);
      return found;
    },
    both: <N extends Exclude<keyof CaseUpdates, 'addEvidence'>>(caseId: string, name: N, all: CaseUpdates[N][0][]) =>
      Promise.allSettled(all.map((by) => sessions.caseAct(caseId, name, by))),

    /** The case as its record has it, once it has come to rest. */
    async found(caseId: string) {
      await rests(caseId);
      const found = await records.get(caseId);
      if (found === null) throw new Error('no such case');
      return found;
    },

    /** Who was sent what, in order, as `subject code`: each notification once. */
    paged(caseId: string): string[] {
      const seen = new Set<string>();
      return receiver.received.flatMap(({ path: to, body }) => {
        const told = JSON.parse(body) as { id: string; code: string; about: string };
        const once = `${to} ${told.id}`;
        if (!JSON.stringify(told).includes(caseId) || seen.has(once)) return [];
        seen.add(once);
        return [`${to.split('/').at(-1)} ${told.code}`];
      });
    },

    async told(sessionId: string): Promise<Told[]> {
      return env.client.workflow.getHandle(sessionWorkflowId(sessionId)).query<Told[]>('told');
    },
    disclosed: async (caseId: string) =>
      (await disclosures.of(caseId)).map(({ what, who }) => `${what} ${who}`).reverse(),
    audited: async (caseId: string): Promise<string[]> => {
      const acts: string[] = [];
      for await (const { entry } of exportAudit({ graph, only: (writer) => writer === `case/${caseId}` })) {
        acts.push((JSON.parse(entry) as { act: string }).act);
      }
      return acts;
    },

    /** Ends what the tests left, so that its timers do not hold the clock of the next. */
    async tidy(): Promise<void> {
      const ids = [...begun].filter((id) => id.includes('/'));
      await Promise.allSettled(ids.map((id) => env.client.workflow.getHandle(id).terminate('the test is over')));
      await stopWork();
      stopWork = async () => undefined;
      const caseIds = ids.filter((id) => id.startsWith('case/')).map((id) => id.slice('case/'.length));
      await graph.run(
        `MATCH (n) WHERE (n:CrisisCase OR n:CaseEntry) AND n.caseId IN $caseIds
           OR n:Disclosure AND n.player IN $caseIds
           OR (n:AuditWriter OR n:AuditRecord) AND n.writer IN $writers DELETE n`,
        { caseIds, writers: caseIds.map((caseId) => `case/${caseId}`) },
      );
      begun.clear();
      fault.audit = false;
      fault.records = false;
    },

    async close(): Promise<void> {
      await this.tidy();
      await receiver.stop();
      notifier.close();
      await graph.close();
      await env.teardown();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
