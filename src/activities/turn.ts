// The turn's steps as activities: fast ones together in a local activity, a slow one beside a model with a heartbeat.
import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { TurnInput } from '../domain/turn.ts';
import type { FastResult, TurnDone, TurnRun, TurnSession } from '../domain/turn-run.ts';
import type { TurnServices } from '../turn/index.ts';
import { runFast, runSlow, setAside } from '../turn/index.ts';
import { givenUpAt, goneBefore } from './attempt.ts';
import { mapped } from './errors.ts';

export interface TurnActivities {
  runFast(from: { session: TurnSession; input: TurnInput } | { run: TurnRun; leftMs?: number }): Promise<FastResult>;
  /** `withinMs`: from when the workflow asked for it; a second attempt has what the first has left. */
  runSlow(run: TurnRun, withinMs: number): Promise<TurnRun>;
  setAside(run: TurnRun): Promise<TurnDone>;
}

/** Well inside the 5 s heartbeat timeout. */
const HEARTBEAT_EVERY_MS = 1_000;

export function createTurnActivities(services: TurnServices): TurnActivities {
  return {
    runFast: (from) => mapped(() => runFast(services, from, givenUpAt())),
    setAside: (run) => mapped(async () => setAside(services, run)),
    runSlow: (run, withinMs) =>
      mapped(async () => {
        // Taken now: where a cancellation arrives there is no activity to ask.
        const signal = cancellationSignal();
        const limits = { withinMs: withinMs - goneBefore(), signal, attempt: activityInfo().attempt };
        const beat = setInterval(heartbeat, HEARTBEAT_EVERY_MS);
        try {
          return await Promise.race([runSlow(services, run, limits), cancelled(signal)]);
        } finally {
          clearInterval(beat);
        }
      }),
  };
}

function cancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
