// Deliveries as workflows on the real Temporal, to a real mail server and a real receiver.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { createAlertActivities } from '../../src/activities/alerts.ts';
import type { Notification, Recipient } from '../../src/domain/notification.ts';
import { WORKFLOW_TYPES } from '../../src/domain/session-protocol.ts';
import type { OpenNotifier } from '../../src/people/notify/index.ts';
import { createNotifier, createOperatorAlerts } from '../../src/people/notify/index.ts';
import { createLog } from '../../src/telemetry/index.ts';
import { quietRuntime } from '../support/clock.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { oneDelivery, operatorAlert } from '../support/notify-workflows.ts';
import type { Receiver } from '../support/receiver.ts';
import { startReceiver } from '../support/receiver.ts';
import { until } from '../support/until.ts';

const address = process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233';
const namespace = process.env.TEMPORAL_NAMESPACE ?? 'default';
const SECRET = 'known-to-both-sides-only';

describe('a delivery through Temporal', () => {
  let connection: Connection;
  let native: NativeConnection;
  let client: Client;
  let bundle: WorkflowBundle;
  let receiver: Receiver;
  let mail: MailServer;
  let notifier: OpenNotifier;
  let taskQueue: string;
  let operator: Recipient[];
  let logged: [string, unknown][];

  const hook = (): Recipient => ({ subject: null, displayName: 'Pager', channel: 'webhook', address: receiver.url });
  const box: Recipient = { subject: null, displayName: 'Mailbox', channel: 'email', address: 'it@clinic.test' };
  const notice = (): Notification => ({
    id: `audit_broken/chain/${randomUUID()}`,
    code: 'audit_broken',
    about: 'chain',
    level: null,
    dueBy: null,
    at: Date.now(),
    drill: false,
  });

  before(async () => {
    quietRuntime();
    [connection, native, bundle] = await Promise.all([
      Connection.connect({ address }),
      NativeConnection.connect({ address }),
      bundleWorkflowCode({
        workflowsPath: fileURLToPath(new URL('../support/notify-workflows.ts', import.meta.url)),
        logger: { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error, log() {} },
      }),
    ]);
    client = new Client({ connection, namespace });
  });
  after(async () => {
    await native?.close();
    await connection?.close();
  });
  beforeEach(async () => {
    [receiver, mail] = await Promise.all([startReceiver(SECRET), startMailServer()]);
    notifier = createNotifier({ smtpUrl: mail.url, webhookSecret: SECRET, timeoutMs: 500 });
    taskQueue = `notify-${randomUUID()}`;
    operator = [hook(), box];
    logged = [];
  });
  afterEach(async () => {
    notifier.close();
    await Promise.all([receiver.stop(), mail.stop()]);
  });

  const trace = { fn: () => undefined };
  const error = {
    fn: (_info: unknown, message: string, { alert }: Record<string, unknown>) => void logged.push([message, alert]),
  };
  const worker = () =>
    Worker.create({
      connection: native,
      namespace,
      taskQueue,
      workflowBundle: bundle,
      // What workflows log in this worker goes to the test.
      sinks: { defaultWorkerLogger: { trace, debug: trace, info: trace, warn: trace, error } },
      activities: createAlertActivities({ notifier, coverage: { operator: () => operator } }),
    });
  const startAlert = (notification: Notification) =>
    client.workflow.start<typeof operatorAlert>(WORKFLOW_TYPES.operatorAlert, {
      taskQueue,
      workflowId: `alert/${notification.id}`,
      args: [{ notification }],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
  const running = async <T>(work: () => Promise<T>): Promise<T> => (await worker()).runUntil(work);
  const oneDeliveryOf = (notification: Notification, recipient: Recipient, tryForMs: number) =>
    client.workflow.execute<typeof oneDelivery>('oneDelivery', {
      taskQueue,
      workflowId: `delivery/${notification.id}`,
      args: [notification, recipient, tryForMs],
    });

  it('tells the operator by every channel, trying again where one fails', async () => {
    const one = notice();
    receiver.behave(500, 500);
    mail.refuseNext(451);
    const deliveries = await running(async () => (await startAlert(one)).result());
    assert.deepEqual(
      deliveries.map(({ id, channel, state, attempts }) => ({ id, channel, state, attempts })),
      [
        { id: `${one.id}/webhook/operator`, channel: 'webhook', state: 'accepted', attempts: 3 },
        { id: `${one.id}/email/operator`, channel: 'email', state: 'accepted', attempts: 2 },
      ],
    );
    assert.equal(receiver.received.length, 3);
    assert.deepEqual(receiver.acted, [one.id]);
    assert.equal(mail.mails.length, 1);
  });

  it('is acted on once although the receiver never answered the first attempt', async () => {
    const one = notice();
    operator = [hook()];
    receiver.behave('hang', 'cut');
    const [delivery] = await running(async () => (await startAlert(one)).result());
    assert.equal(delivery?.state, 'accepted');
    assert.equal(receiver.received.length, 3);
    assert.deepEqual(receiver.acted, [one.id]);
  });

  it('is not held up by another channel that refuses for good', async () => {
    mail.refuseNext(550);
    const deliveries = await running(async () => (await startAlert(notice())).result());
    assert.deepEqual(
      deliveries.map(({ state, attempts }) => [state, attempts]),
      [
        ['accepted', 1],
        ['failed', 1],
      ],
    );
    assert.equal(mail.asked, 1);
    assert.deepEqual(logged, []);
  });

  it('is in the log when every channel refuses it', async () => {
    receiver.behave(410);
    mail.refuseNext(550);
    await running(async () => (await startAlert(notice())).result());
    assert.deepEqual(logged, [['operator alert', 'audit_broken']]);
  });

  it('ends without a recipient, for whom the log has to do', async () => {
    operator = [];
    assert.deepEqual(await running(async () => (await startAlert(notice())).result()), []);
    assert.deepEqual(logged, [['operator alert', 'audit_broken']]);
  });

  it('outlives the worker: an alert raised while none runs is delivered by the next', async () => {
    const one = notice();
    const handle = await startAlert(one);
    assert.deepEqual(receiver.acted, []);
    await running(() => handle.result());
    assert.deepEqual(receiver.acted, [one.id]);
    assert.equal(mail.mails.length, 1);
  });

  it('waits for a mail server that is down when it is raised', async () => {
    operator = [box];
    const { port } = mail;
    await mail.stop();
    const [delivery] = await running(async () => {
      const handle = await startAlert(notice());
      await until('a first attempt', async () => {
        const { raw } = await handle.describe();
        return (raw.pendingActivities?.[0]?.attempt ?? 0) > 1;
      });
      mail = await startMailServer({ port });
      return handle.result();
    });
    assert.equal(delivery?.state, 'accepted');
    assert.ok((delivery?.attempts ?? 0) > 1);
    assert.equal(mail.mails.length, 1);
  });

  it('is told as queued, then as accepted, or as failed when its time is over', async () => {
    const one = notice();
    const taken = await running(() => oneDeliveryOf(one, hook(), 60_000));
    assert.deepEqual(
      taken.map(({ id, state, attempts }) => [id, state, attempts]),
      [
        [`${one.id}/webhook/0`, 'queued', 0],
        [`${one.id}/webhook/0`, 'accepted', 1],
      ],
    );
    receiver.behave(500, 500, 500, 500, 500);
    const lost = await running(() => oneDeliveryOf(notice(), hook(), 2_500));
    assert.deepEqual(
      lost.map(({ state }) => state),
      ['queued', 'failed'],
    );
    // After 0 s and 1 s; the third would come too late.
    assert.equal(lost[1]?.attempts, 2);
  });

  it('is started once by two processes that see the same fault', async () => {
    const log = createLog('test', { level: 'silent' });
    const alertsOf = () =>
      createOperatorAlerts({
        start: async (notification) => {
          try {
            await startAlert({ ...notification, id: `${notification.id}/${taskQueue}` });
          } catch (error) {
            if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
          }
        },
        notifier,
        recipients: () => operator,
        log,
      });
    await running(async () => {
      await Promise.all([alertsOf(), alertsOf()].map((alerts) => alerts.alert('rules_refused', 'crisis.yaml')));
      await until('the alert', async () => receiver.acted.length > 0 && mail.mails.length > 0);
    });
    assert.equal(receiver.received.length, 1);
    assert.equal(mail.mails.length, 1);
  });
});
