// Players of the yardstick: an update to a bare workflow, nothing around it.
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { Environment } from '../../src/config/index.ts';
import { BARE_QUEUE } from './queue.ts';

const TEXT = 'Look around and tell me what you see from the end of the stone quay';

export async function barePlayers(env: Environment, count: number) {
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE });
  const handles = await Promise.all(
    Array.from({ length: count }, () =>
      client.workflow.start('bare', { workflowId: `bare/${randomUUID()}`, taskQueue: BARE_QUEUE, args: [] }),
    ),
  );
  const players = handles.map((handle) => async () => {
    await handle.executeUpdate<string, [string]>('takeTurn', { args: [TEXT], updateId: randomUUID() });
    return { modelMs: 0 };
  });
  return {
    players,
    async close() {
      await Promise.all(handles.map((handle) => handle.terminate('the bench is over')));
      await connection.close();
    },
  };
}
