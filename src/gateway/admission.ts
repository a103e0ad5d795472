// How many turns at once, and how many from one player. Beyond it a turn waits its turn for a moment, in order of arrival; when
// that would not help the gateway answers early, so that those inside stay quick. A text in crisis never comes through here.
import { AppError } from '../domain/errors.ts';
import type { GatewayServices } from './services.ts';

export interface Admission {
  /** Takes a place, at once or when one is free; AppError('too_many_requests') with Retry-After when none comes free soon.
   *  The returned function gives the place back. */
  enter(player: string): Promise<() => void>;
  readonly running: number;
  /** Resolves when no turn is running any more. */
  idle(): Promise<void>;
}

/** Seconds. With 32 places and turns of well under a second, a place is free again by then. */
const RETRY_AFTER_S = 1;
/** Milliseconds. Several times what a turn takes on a full machine; whoever would wait longer is better told so. */
const QUEUE_MS = 3_000;
/** Turns that wait at most, for each place: more could not be served within QUEUE_MS. */
const QUEUED_PER_PLACE = 4;
/** Buckets kept; a full bucket that is forgotten is simply full again. */
const BUCKETS_MAX = 50_000;

export function createAdmission({ settings, metrics }: Pick<GatewayServices, 'settings' | 'metrics'>): Admission {
  const { maxTurns, turnsPerSecond, turnBurst } = settings;
  const buckets = new Map<string, { tokens: number; at: number }>();
  const idlers: (() => void)[] = [];
  const queue = new Set<() => void>();
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

  /** The longest waiting turn takes the place that has come free; when nobody waits it stays free. */
  function leave(): void {
    const [next] = queue;
    if (next !== undefined) {
      queue.delete(next);
      next();
      return;
    }
    running -= 1;
    metrics.turnsRunning.set(running);
    if (running === 0) for (const wake of idlers.splice(0)) wake();
  }

  function aPlace(): Promise<void> {
    if (queue.size >= maxTurns * QUEUED_PER_PLACE) throw crowded();
    return new Promise((resolve, reject) => {
      const taken = () => {
        clearTimeout(patience);
        resolve();
      };
      const patience = setTimeout(() => {
        queue.delete(taken);
        reject(crowded());
      }, QUEUE_MS);
      queue.add(taken);
    });
  }

  return {
    async enter(player) {
      takeToken(player);
      if (running >= maxTurns) await aPlace();
      else running += 1;
      metrics.turnsRunning.set(running);
      return leave;
    },
    get running() {
      return running;
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
  };
}

const crowded = (): AppError => tooMany('Many people are playing just now. Try again in a moment.');

function tooMany(message: string): AppError {
  return new AppError('too_many_requests', message, { retryAfterS: RETRY_AFTER_S });
}
