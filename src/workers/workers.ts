// The workers of this installation: one for sessions with their fast turns, one for what waits for models, one for cases.

import type { DataConverter } from '@temporalio/common';
import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { createAlertActivities } from '../activities/alerts.ts';
import type { CaseServices } from '../activities/cases.ts';
import { createCaseActivities } from '../activities/cases.ts';
import { createSessionActivities } from '../activities/session.ts';
import { createTurnActivities } from '../activities/turn.ts';
import { TASK_QUEUES } from '../domain/session.ts';
import type { Notifier } from '../people/types.ts';
import type { TurnServices } from '../turn/index.ts';

export type WorkerRole = keyof typeof TASK_QUEUES;

export interface WorkerParts {
  connection: NativeConnection;
  namespace: string;
  dataConverter: DataConverter;
  bundle: { codePath: string };
  turn: TurnServices;
  cases: CaseServices & { notifier: Notifier };
  /** Sessions whose state stays in memory; fewer than the live ones cost four times the work a turn. */
  maxCachedWorkflows: number;
  /** Fast turns at once. */
  fastTurns: number;
  /** Calls to models at once on this worker. */
  slowSteps: number;
  timeouts?: Partial<Pick<WorkerOptions, 'stickyQueueScheduleToStartTimeout' | 'shutdownGraceTime'>>;
}

export function createWorker(role: WorkerRole, parts: WorkerParts): Promise<Worker> {
  return Worker.create({ ...shared(parts), ...optionsOf(role, parts), taskQueue: TASK_QUEUES[role] });
}

function shared(parts: WorkerParts): Omit<WorkerOptions, 'taskQueue'> {
  return {
    connection: parts.connection,
    namespace: parts.namespace,
    dataConverter: parts.dataConverter,
    // Longer than the longest step, so that a stopping worker finishes its narration.
    shutdownGraceTime: '25 seconds',
    shutdownForceTime: '30 seconds',
    // After a kill the dead worker's sticky queue is given up after 3 s; less trips under load (docs/operations.md).
    stickyQueueScheduleToStartTimeout: '3 seconds',
    maxHeartbeatThrottleInterval: '1 second',
    ...parts.timeouts,
  };
}

function optionsOf(role: WorkerRole, parts: WorkerParts): Partial<WorkerOptions> {
  switch (role) {
    case 'sessions':
      return {
        workflowBundle: parts.bundle,
        activities: { ...createTurnActivities(parts.turn), ...createSessionActivities(parts.turn) },
        maxCachedWorkflows: parts.maxCachedWorkflows,
        maxConcurrentLocalActivityExecutions: parts.fastTurns,
        maxConcurrentWorkflowTaskExecutions: parts.fastTurns,
        workflowThreadPoolSize: 1,
      };
    case 'agents':
      return {
        activities: { runSlow: createTurnActivities(parts.turn).runSlow },
        maxConcurrentActivityTaskExecutions: parts.slowSteps,
      };
    case 'cases':
      return {
        workflowBundle: parts.bundle,
        activities: { ...createCaseActivities(parts.cases), ...createAlertActivities(parts.cases) },
        maxCachedWorkflows: 200,
        workflowThreadPoolSize: 1,
      };
  }
}
