// Takes crisis evidence to the player's case workflow. The start of the case goes out in the same workflow task as the reply
// that shows help; if a case is already open it gets the evidence by workflow id. Nothing is dropped: what could not be
// delivered is tried again, and a session neither ends nor continues as new before it was.

import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  getExternalWorkflowHandle,
  log,
  ParentClosePolicy,
  sleep,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import type { CaseEvidence } from '../domain/session.ts';
import { caseWorkflowId, pseudonymOf, TASK_QUEUES } from '../domain/session.ts';
import type { CaseArgs } from '../domain/session-protocol.ts';
import { WORKFLOW_TYPES } from '../domain/session-protocol.ts';

/** Between attempts when neither starting nor signalling worked: the case closed in between, or the server is ill. */
const RETRY_AFTER = '2 seconds';

export interface CaseReporter {
  report(evidence: readonly CaseEvidence[]): void;
  readonly pending: readonly CaseEvidence[];
}

export function createCaseReporter(): CaseReporter {
  const pending: CaseEvidence[] = [];
  let delivering = false;

  async function deliverAll(): Promise<void> {
    if (delivering) return;
    delivering = true;
    for (let next = pending[0]; next !== undefined; next = pending[0]) {
      if (await deliver(next)) pending.shift();
      else await sleep(RETRY_AFTER);
    }
    delivering = false;
  }

  return {
    report(evidence) {
      pending.push(...evidence);
      void deliverAll();
    },
    get pending() {
      return pending;
    },
  };
}

async function deliver(evidence: CaseEvidence): Promise<boolean> {
  const caseId = pseudonymOf(evidence.sessionId);
  const workflowId = caseWorkflowId(caseId);
  const args: [CaseArgs] = [{ caseId, first: evidence }];
  try {
    await startChild(WORKFLOW_TYPES.crisisCase, {
      workflowId,
      taskQueue: TASK_QUEUES.cases,
      args,
      // The case outlives its session, and a resolved case may be followed by a new one.
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    });
    return true;
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) {
      log.error('a case could not be started yet', { errorName: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  }
  try {
    await getExternalWorkflowHandle(workflowId).signal('addEvidence', evidence);
    return true;
  } catch (error) {
    log.error('a case could not be told of evidence yet', {
      errorName: error instanceof Error ? error.name : 'unknown',
    });
    return false;
  }
}
