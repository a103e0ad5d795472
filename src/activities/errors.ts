// Errors of the rooms as failures that a workflow and its caller can read: the code as type, retried only where that can help.
import { ApplicationFailure } from '@temporalio/activity';
import { AppError } from '../domain/errors.ts';

export async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw ApplicationFailure.create({ type: error.code, message: error.message, nonRetryable: !error.retryable });
  }
}
