// How long the steps of one activity may wait, for what, and who hears of it meanwhile.
import type { Patience } from '../domain/agents.ts';
import type { Voice } from './live.ts';
import { SILENT } from './live.ts';

/** With less left than this a step does not go to a model: nothing of use would come back. */
export const LEAST_MS = 1_000;

export interface Pace {
  /** What an agent is told: the time that is left now, and what ends its waiting. */
  patience(): Patience;
  voice: Voice;
}

/** Steps among the fast ones ask nobody, whatever their agent would like. */
export const AT_ONCE: Pace = { patience: () => ({ withinMs: 0 }), voice: SILENT };

export interface Limits {
  /** Milliseconds from now; without a limit, the agents' own times hold. */
  withinMs?: number;
  signal?: AbortSignal;
  /** Which attempt at the step this is, from 1. */
  attempt?: number;
}

export function paced(clock: { tick(): number }, { withinMs, signal }: Limits, voice: Voice): Pace {
  const from = clock.tick();
  return {
    patience: () => ({
      ...(withinMs === undefined ? {} : { withinMs: Math.max(0, withinMs - (clock.tick() - from)) }),
      ...(signal === undefined ? {} : { signal }),
    }),
    voice,
  };
}
