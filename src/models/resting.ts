// Lets a model rest that has failed again and again: a turn should not wait out a whole step for it, turn after turn. After a
// while one call is let through to see; when it is answered, all are again.
import { AppError } from '../domain/errors.ts';
import type { CompletionRequest, ModelProvider } from './types.ts';

/** Failures in a row, and then milliseconds of rest: long enough to restart a model server, short enough to be noticed as back. */
const FAILURES = 5;
const REST_MS = 60_000;

export function resting(
  provider: ModelProvider,
  { failures = FAILURES, restMs = REST_MS, now = () => performance.now() } = {},
): ModelProvider {
  let inARow = 0;
  let restsUntil = 0;
  let probing = false;

  /** Answers whether this call is the one that sees whether the model is back. */
  function begin(): boolean {
    if (inARow < failures) return false;
    const leftMs = restsUntil - now();
    if (leftMs > 0 || probing)
      throw new AppError('unavailable', 'The model has failed again and again and is left alone for a while.', {
        retryAfterS: Math.max(1, Math.ceil(leftMs / 1000)),
      });
    probing = true;
    return true;
  }

  function ended(probe: boolean, how: 'answered' | 'failed' | 'stopped'): void {
    if (probe) probing = false;
    if (how === 'stopped') return;
    inARow = how === 'answered' ? 0 : inARow + 1;
    if (inARow >= failures) restsUntil = now() + restMs;
  }

  return {
    id: provider.id,
    displayName: provider.displayName,
    inHouse: provider.inHouse,
    async complete(request) {
      const probe = begin();
      try {
        const completion = await provider.complete(request);
        ended(probe, 'answered');
        return completion;
      } catch (error) {
        ended(probe, failureOf(request));
        throw error;
      }
    },
    async *stream(request) {
      const probe = begin();
      // Whoever leaves the loop early has heard enough: the model did answer.
      let how: 'answered' | 'failed' | 'stopped' = 'answered';
      try {
        yield* provider.stream(request);
      } catch (error) {
        how = failureOf(request);
        throw error;
      } finally {
        ended(probe, how);
      }
    },
  };
}

/** A call that its caller gave up for reasons of its own says nothing about the model; one that ran out of time does. */
function failureOf({ signal }: CompletionRequest): 'failed' | 'stopped' {
  if (signal?.aborted !== true) return 'failed';
  return signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError' ? 'failed' : 'stopped';
}
