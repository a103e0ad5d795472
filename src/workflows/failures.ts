// Turns what can go wrong inside a handler into a failure its caller can read. A plain Error thrown in a handler would fail
// the workflow task, and the player would wait for ever; so nothing but an ApplicationFailure leaves a handler.
import { ActivityFailure, ApplicationFailure, isCancellation, log } from '@temporalio/workflow';
import type { ErrorCode } from '../domain/errors.ts';
import { ERROR_CODES, isErrorCode } from '../domain/errors.ts';

export function refuse(code: ErrorCode, message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, code);
}

export async function answered<T>(handler: () => Promise<T>): Promise<T> {
  try {
    return await handler();
  } catch (error) {
    throw asFailure(error);
  }
}

/** The code of a failure that `answered` made. */
export function codeOf(error: unknown): ErrorCode {
  const type = error instanceof ApplicationFailure ? error.type : undefined;
  return typeof type === 'string' && isErrorCode(type) ? type : 'internal';
}

export function isRetryable(code: ErrorCode): boolean {
  return ERROR_CODES[code].retryable;
}

function asFailure(error: unknown): ApplicationFailure {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure && typeof cause.type === 'string' && isErrorCode(cause.type))
    return refuse(cause.type, cause.message);
  if (isCancellation(error)) return refuse('unavailable', 'The session is being stopped. Try again in a moment.');
  if (error instanceof ActivityFailure)
    return refuse('unavailable', 'A part of the system did not answer in time. Send the turn again.');
  // The name only: a message of unknown origin might hold what a player wrote.
  log.error('a handler failed with an unexpected error', {
    errorName: error instanceof Error ? error.name : typeof error,
  });
  return refuse('internal', 'The session met an unexpected fault. The operator can find it in the worker log.');
}
