// Drives one turn: the fast steps run together in one local activity; where a step waits for a model it becomes an activity
// of its own on the agents' queue, and the fast steps go on after it.
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { TurnActivities } from '../activities/turn.ts';
import { TASK_QUEUES } from '../domain/session.ts';
import type { TurnInput } from '../domain/turn.ts';
import type { TurnDone, TurnSession } from '../domain/turn-run.ts';

// Milliseconds of work; 2 s covers a retried graph write, and a second attempt still leaves the gateway's 8 s in hand.
const { runFast } = proxyLocalActivities<Pick<TurnActivities, 'runFast'>>({
  startToCloseTimeout: '2 seconds',
  scheduleToCloseTimeout: '4 seconds',
  retry: { maximumAttempts: 2, initialInterval: '50 milliseconds' },
});

// The longest step is narration: 20 s. The heartbeat finds a dead worker in 5 s; below that, load alone trips it.
const { runSlow } = proxyActivities<Pick<TurnActivities, 'runSlow'>>({
  taskQueue: TASK_QUEUES.agents,
  startToCloseTimeout: '25 seconds',
  scheduleToCloseTimeout: '60 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { maximumAttempts: 2, initialInterval: '200 milliseconds' },
});

export async function performTurn(session: TurnSession, input: TurnInput): Promise<TurnDone> {
  let result = await runFast({ session, input });
  while (!result.done) result = await runFast({ run: await runSlow(result.run) });
  return result;
}
