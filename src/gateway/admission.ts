// How many turns at once, and how many from one player: beyond it the gateway answers early, so that those inside stay quick.
// A text in crisis never comes through here.
import { AppError } from '../domain/errors.ts';
import type { GatewayServices } from './services.ts';

export interface Admission {
  /** Takes a place, or AppError('too_many_requests') with Retry-After. The returned function gives the place back. */
  enter(player: string): () => void;
  readonly running: number;
  /** Resolves when no turn is running any more. */
  idle(): Promise<void>;
}

/** Seconds. With 32 places and turns of well under a second, a place is free again by then. */
const RETRY_AFTER_S = 1;
/** Buckets kept; a full bucket that is forgotten is simply full again. */
const BUCKETS_MAX = 50_000;

export function createAdmission({ settings, metrics }: Pick<GatewayServices, 'settings' | 'metrics'>): Admission {
  const { maxTurns, turnsPerSecond, turnBurst } = settings;
  const buckets = new Map<string, { tokens: number; at: number }>();
  const waiting: (() => void)[] = [];
  let running = 0;

  function takeToken(player: string): void {
    const now = Date.now();
    const { tokens, at } = buckets.get(player) ?? { tokens: turnBurst, at: now };
    const filled = Math.min(turnBurst, tokens + ((now - at) / 1000) * turnsPerSecond);
    buckets.delete(player);
    buckets.set(player, { tokens: Math.max(0, filled - 1), at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > BUCKETS_MAX && oldest !== undefined) buckets.delete(oldest);
    if (filled < 1) throw tooMany('You are sending faster than the story can be told. Wait a moment.');
  }

  return {
    enter(player) {
      if (running >= maxTurns) throw tooMany('Many people are playing just now. Try again in a moment.');
      takeToken(player);
      running += 1;
      metrics.turnsRunning.set(running);
      return () => {
        running -= 1;
        metrics.turnsRunning.set(running);
        if (running === 0) for (const wake of waiting.splice(0)) wake();
      };
    },
    get running() {
      return running;
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

function tooMany(message: string): AppError {
  return new AppError('too_many_requests', message, { retryAfterS: RETRY_AFTER_S });
}
