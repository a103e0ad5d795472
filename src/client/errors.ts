// What Temporal says when something goes wrong, in our own codes. The callers of a SessionClient see nothing of Temporal.
import {
  ApplicationFailure,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { AppError, isErrorCode } from '../domain/errors.ts';

/** Failure type when a run ended with an update accepted but unanswered: its successor, if any, takes it again. */
const RUN_ENDED = 'AcceptedUpdateCompletedWorkflow';

export function isRunEnded(error: unknown): boolean {
  return error instanceof WorkflowUpdateFailedError && hasType(error.cause, RUN_ENDED);
}

/** True for an update that failed because a part was away when it ran. */
export function mayPass(error: unknown): boolean {
  return error instanceof WorkflowUpdateFailedError && hasType(error.cause, 'unavailable');
}

/** Never answers with Temporal's own message: one of unknown origin might quote an argument. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof WorkflowUpdateFailedError) return fromFailure(error.cause) ?? unexpected(error);
  if (error instanceof WorkflowExecutionAlreadyStartedError || isRunEnded(error)) return ended();
  if (error instanceof WorkflowNotFoundError) return new AppError('not_found', 'There is nothing under this id.');
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcServiceError(error)) {
    return new AppError('unavailable', 'The session did not answer in time. Send the same request again.', {
      cause: error,
    });
  }
  return unexpected(error);
}

function fromFailure(cause: unknown): AppError | undefined {
  if (hasType(cause, RUN_ENDED)) return ended();
  if (!(cause instanceof ApplicationFailure)) return undefined;
  const { type } = cause;
  // Failures with one of our codes were written by our own handlers; their messages hold no words of a player.
  return typeof type === 'string' && isErrorCode(type) ? new AppError(type, cause.message) : undefined;
}

export function ended(): AppError {
  return new AppError('session_ended', 'This session has ended. Begin a new one.');
}

function unexpected(cause: unknown): AppError {
  return new AppError('unavailable', 'The session could not be reached. Try again in a moment.', { cause });
}

function hasType(error: unknown, type: string): boolean {
  return error instanceof ApplicationFailure && error.type === type;
}
