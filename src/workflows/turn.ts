// Drives one turn: the fast steps run together in one local activity; where a step waits for a model it becomes an activity
// of its own on the agents' queue, and the fast steps go on after it. The turn has one deadline: what does not come in time, or
// not at all, is done by rule and told by the author.
import { ActivityFailure, CancellationScope, log, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { TurnActivities } from '../activities/turn.ts';
import { TASK_QUEUES } from '../domain/session.ts';
import type { TurnInput } from '../domain/turn.ts';
import type { TurnDone, TurnRun, TurnSession } from '../domain/turn-run.ts';
import type { Urgency } from './urgency.ts';

/** Milliseconds from a turn's arrival to its reply, however many models it asks: 5 s under what its caller waits
 *  (client/session-client.ts), for a last graph write that is tried twice. */
export const TURN_MS = 25_000;
/** Of them the fast steps at the end keep this. */
const LAST_STEPS_MS = 2_000;
/** With less left no step goes to a model; the same line as in turn/pace.ts. */
const LEAST_MS = 1_000;

// Milliseconds of work; 2 s covers a retried graph write, and a second attempt still leaves the gateway's 8 s in hand.
const { runFast, setAside } = proxyLocalActivities<Pick<TurnActivities, 'runFast' | 'setAside'>>({
  startToCloseTimeout: '2 seconds',
  scheduleToCloseTimeout: '4 seconds',
  retry: { maximumAttempts: 2, initialInterval: '50 milliseconds' },
});

/** When a turn has to be answered, and what goes before it. */
export interface Due {
  /** Epoch ms. */
  by: number;
  urgency: Urgency;
}

export async function performTurn(session: TurnSession, input: TurnInput, due: Due): Promise<TurnDone> {
  let result = await runFast({ session, input });
  while (!result.done) {
    if (due.urgency.waits) return setAside(result.run);
    const { run } = result;
    const found = await foundSlowly(run, due);
    if (found === null && due.urgency.waits) return setAside(run);
    result = await runFast(found === null ? { run, leftMs: 0 } : { run: found, leftMs: leftMs(due) });
  }
  return result;
}

/** The run a step further; null when its step did not come: no time was left, no agent answered, or something urgent came. */
async function foundSlowly(run: TurnRun, due: Due): Promise<TurnRun | null> {
  const withinMs = leftMs(due);
  if (withinMs < LEAST_MS) return null;
  const { runSlow } = proxyActivities<Pick<TurnActivities, 'runSlow'>>({
    taskQueue: TASK_QUEUES.agents,
    scheduleToCloseTimeout: withinMs,
    // Nobody takes it up: no worker for agents is there, or all have their hands full. The story does not wait for that.
    scheduleToStartTimeout: '5 seconds',
    // Finds a dead worker; below 5 s load alone trips it.
    heartbeatTimeout: '5 seconds',
    retry: { maximumAttempts: 2, initialInterval: '200 milliseconds' },
    // Whoever cancels does not wait for the provider to be told.
    cancellationType: 'TRY_CANCEL',
  });
  try {
    return await due.urgency.interruptible(() => runSlow(run, withinMs));
  } catch (error) {
    if (!(error instanceof ActivityFailure) || CancellationScope.current().consideredCancelled) throw error;
    if (!due.urgency.waits) log.warn('a step was done without its model', { step: run.next });
    return null;
  }
}

function leftMs({ by }: Due): number {
  return by - LAST_STEPS_MS - Date.now();
}
