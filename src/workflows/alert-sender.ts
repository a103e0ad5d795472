// Tells the operator durably, without the caller waiting: a workflow of its own delivers, and outlives whoever started it.
import { log, ParentClosePolicy, startChild, WorkflowIdReusePolicy } from '@temporalio/workflow';
import type { Notification } from '../domain/notification.ts';
import { TASK_QUEUES } from '../domain/session.ts';
import type { AlertArgs } from '../domain/session-protocol.ts';
import { alertWorkflowId, WORKFLOW_TYPES } from '../domain/session-protocol.ts';

export function sendAlert(notification: Notification): void {
  const args: [AlertArgs] = [{ notification }];
  startChild(WORKFLOW_TYPES.operatorAlert, {
    workflowId: alertWorkflowId(notification.id),
    taskQueue: TASK_QUEUES.cases,
    args,
    parentClosePolicy: ParentClosePolicy.ABANDON,
    // The same alert is sent once.
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
  }).catch((error: unknown) =>
    log.warn('an alert was not started', { errorName: error instanceof Error ? error.name : 'unknown' }),
  );
}
