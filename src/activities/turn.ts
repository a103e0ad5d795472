// The turn's steps as activities: fast ones together in a local activity, a slow one beside a model with a heartbeat.
import { cancellationSignal, heartbeat } from '@temporalio/activity';
import type { TurnInput } from '../domain/turn.ts';
import type { FastResult, TurnRun, TurnSession } from '../domain/turn-run.ts';
import type { TurnServices } from '../turn/index.ts';
import { runFast, runSlow } from '../turn/index.ts';
import { givenUpAt } from './attempt.ts';
import { mapped } from './errors.ts';

export interface TurnActivities {
  runFast(from: { session: TurnSession; input: TurnInput } | { run: TurnRun }): Promise<FastResult>;
  runSlow(run: TurnRun): Promise<TurnRun>;
}

/** Well inside the 5 s heartbeat timeout. */
const HEARTBEAT_EVERY_MS = 1_000;

export function createTurnActivities(services: TurnServices): TurnActivities {
  return {
    runFast: (from) => mapped(() => runFast(services, from, givenUpAt())),
    runSlow: (run) =>
      mapped(async () => {
        const beat = setInterval(heartbeat, HEARTBEAT_EVERY_MS);
        try {
          return await Promise.race([runSlow(services, run), cancelled()]);
        } finally {
          clearInterval(beat);
        }
      }),
  };
}

function cancelled(): Promise<never> {
  return new Promise((_, reject) =>
    cancellationSignal().addEventListener('abort', () => reject(cancellationSignal().reason)),
  );
}
