// A Temporal namespace that no other test works in.
import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { until } from './until.ts';

/** The shortest the server takes. */
const RETENTION_MS = 24 * 3_600_000;

/** A namespace of its own: two workers with different keys on one task queue would take each other's work. */
export async function newNamespace(address = process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233'): Promise<string> {
  const namespace = `tta-test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(RETENTION_MS),
    });
    const taskQueue = { name: 'nobody' };
    await until('the new namespace', () =>
      connection.workflowService.describeTaskQueue({ namespace, taskQueue }).catch(() => null),
    );
  } finally {
    await connection.close();
  }
  return namespace;
}
