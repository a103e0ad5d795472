// What can go wrong between us and a model, as the errors of this system. What was asked or answered is never part of them.
import { AppError } from '../domain/errors.ts';

/** For an answer that is not 2xx. */
export function refusal(status: number, retryAfter: string | null, where: string): AppError {
  if (status === 401 || status === 403)
    return new AppError('config_invalid', `The model at ${where} refuses our key. Set MODEL_API_KEY.`);
  if (status === 404)
    return new AppError('config_invalid', `The model at ${where} is not found. Check MODEL_URL and MODEL_NAME.`);
  if (status === 429) {
    const seconds = Number(retryAfter);
    return new AppError('too_many_requests', `The model at ${where} has too much to do. Try again later.`, {
      ...(retryAfter !== null && Number.isFinite(seconds) && seconds >= 0 ? { retryAfterS: seconds } : {}),
    });
  }
  if (status >= 300 && status < 500)
    return new AppError('config_invalid', `The model at ${where} does not take this request (status ${status}).`);
  return new AppError('unavailable', `The model at ${where} has failed (status ${status}). Try again later.`);
}

/** For a call that broke off, or ended because its time or its caller's patience was over. */
export function broken(cause: unknown, where: string): AppError {
  if (cause instanceof AppError) return cause;
  // Only the name: messages of parsers and sockets may quote what was sent.
  const why = cause instanceof Error ? cause.name : 'unknown';
  return new AppError('unavailable', `The model at ${where} did not answer (${why}). Check that it runs.`);
}

export function unreadable(where: string): AppError {
  return new AppError('unavailable', `The model at ${where} answered what is no answer of the chat protocol.`);
}
