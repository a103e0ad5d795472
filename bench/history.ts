// What turns leave in Temporal's history, as the server counts it.
import { Client, Connection } from '@temporalio/client';
import type { Environment } from '../src/config/index.ts';
import { sessionWorkflowId } from '../src/domain/session.ts';

/** `EVENT_TYPE_WORKFLOW_TASK_COMPLETED` and `EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED` of Temporal's API. */
const TASK_COMPLETED = 7;
const UPDATE_COMPLETED = 43;

export interface HistorySize {
  runId: string;
  events: number;
  tasks: number;
  updates: number;
  bytes: number;
}

export async function historySize(env: Environment, sessionId: string): Promise<HistorySize> {
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
  try {
    const handle = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE }).workflow.getHandle(
      sessionWorkflowId(sessionId),
    );
    const [{ runId, historySize: bytes = 0 }, { events }] = await Promise.all([
      handle.describe(),
      handle.fetchHistory(),
    ]);
    const count = (type: number) => (events ?? []).filter((event) => event.eventType === type).length;
    return {
      runId,
      events: events?.length ?? 0,
      tasks: count(TASK_COMPLETED),
      updates: count(UPDATE_COMPLETED),
      bytes,
    };
  } finally {
    await connection.close();
  }
}

/** What each turn between two readings of the same run added. */
export function costPerTurn(before: HistorySize, after: HistorySize) {
  const turns = after.updates - before.updates;
  if (before.runId !== after.runId || turns < 1)
    throw new Error('the session went on in another run between two readings of its history');
  const per = (from: number, to: number) => Math.round(((to - from) / turns) * 10) / 10;
  return {
    workflowTasksPerTurn: per(before.tasks, after.tasks),
    historyEventsPerTurn: per(before.events, after.events),
    historyBytesPerTurn: Math.round(per(before.bytes, after.bytes)),
  };
}
