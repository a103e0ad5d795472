import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection, WorkflowUpdateFailedError } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createFileKeyStore, createPayloadCodec, parseKeyRing } from '../../src/privacy/index.ts';
import { heard, listen, say, talk, tell } from '../support/codec-workflows.ts';

const address = process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:17233';
const SECRET = 'the secret lighthouse';
const pseudonym = randomBytes(8).toString('hex');
const sessionId = `${pseudonym}-${randomBytes(8).toString('hex')}`;

describe('what Temporal stores of a session', () => {
  let dir: string;
  let keys: ReturnType<typeof createFileKeyStore>;
  let connection: Connection;
  let native: NativeConnection;
  let worker: Worker;
  let client: Client;
  const taskQueue = `codec-${randomUUID()}`;
  const workflowId = `session/${sessionId}`;
  const caseId = `case/${pseudonym}`;

  before(async function () {
    this.timeout(60_000);
    dir = await mkdtemp(join(tmpdir(), 'codec-'));
    keys = createFileKeyStore({ dir, dataKeys: parseKeyRing(`k1:${randomBytes(32).toString('base64url')}`) });
    await keys.ensureSession(sessionId);
    const dataConverter = { payloadCodecs: [createPayloadCodec(keys)] };
    connection = await Connection.connect({ address });
    client = new Client({ connection, dataConverter });
    native = await NativeConnection.connect({ address });
    worker = await Worker.create({
      connection: native,
      taskQueue,
      dataConverter,
      workflowsPath: fileURLToPath(new URL('../support/codec-workflows.ts', import.meta.url)),
      activities: { echo: async (text: string) => text },
    });
  });
  after(async () => {
    await native.close();
    await connection.close();
    await rm(dir, { recursive: true });
  });

  it('is unreadable there, and every kind of payload comes through to those who hold the key', async function () {
    this.timeout(60_000);
    await worker.runUntil(async () => {
      const listening = await client.workflow.start(listen, { taskQueue, workflowId: caseId, args: [SECRET, 3] });
      const talking = await client.workflow.start(talk, {
        taskQueue,
        workflowId,
        args: [caseId, [], 0],
        memo: { note: SECRET },
      });
      assert.equal(await talking.executeUpdate(say, { args: [SECRET] }), `${SECRET} ${SECRET}`);
      await talking.signal(tell, SECRET);
      assert.ok((await talking.query(heard)).includes(SECRET));
      await assert.rejects(talking.executeUpdate(say, { args: ['fail'] }), WorkflowUpdateFailedError);
      await talking.executeUpdate(say, { args: [SECRET] });
      await talking.signal(tell, SECRET);
      await talking.signal(tell, SECRET);
      assert.ok((await talking.result()).every((said) => said.includes(SECRET)));
      assert.equal(await listening.result(), [SECRET, SECRET, SECRET].join(' | '));
      assert.equal((await talking.describe()).memo?.note, SECRET);
    });

    // A client without the codec sees what the server has.
    const bare = new Client({ connection });
    const runs = await Promise.all([workflowId, caseId].map((id) => bare.workflow.getHandle(id).fetchHistory()));
    const first = await bare.workflow.getHandle(workflowId, await firstRun(bare)).fetchHistory();
    const bytes = [...runs, first].flatMap((history) => payloadBytes(history));
    assert.ok(bytes.length > 20);
    for (const one of bytes) assert.equal(one.includes('lighthouse'), false);
  });

  it('cannot be read by anybody once the player was erased', async () => {
    await keys.shred(pseudonym);
    await assert.rejects(client.workflow.getHandle(workflowId).result(), /erased/);
  });

  async function firstRun(bare: Client): Promise<string> {
    const { firstExecutionRunId } = (await bare.workflow.getHandle(workflowId).fetchHistory()).events?.[0]
      ?.workflowExecutionStartedEventAttributes ?? { firstExecutionRunId: undefined };
    assert.ok(firstExecutionRunId);
    return firstExecutionRunId;
  }
});

/** Every run of bytes anywhere inside a history: payloads, and whatever else might carry text. */
function payloadBytes(value: unknown): Buffer[] {
  if (value instanceof Uint8Array) return [Buffer.from(value)];
  if (typeof value === 'string') return [Buffer.from(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(payloadBytes);
}
