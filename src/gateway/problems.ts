// Every refusal and fault as one shape: an RFC 9457 problem document with a stable code, and no word of a player.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../domain/errors.ts';
import type { GatewayServices } from './services.ts';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** `extra` are members of the document's own, such as `help` beside a fault. */
export function sendProblem(
  reply: FastifyReply,
  error: AppError,
  extra: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  if (error.retryAfterS !== undefined) void reply.header('retry-after', String(Math.ceil(error.retryAfterS)));
  return reply
    .code(error.status)
    .type(PROBLEM_TYPE)
    .send(
      JSON.stringify({
        type: `urn:tta:problem:${error.code}`,
        title: error.code.replaceAll('_', ' '),
        status: error.status,
        code: error.code,
        detail: error.message,
        ...(error.issues.length > 0 && { issues: error.issues }),
        retryable: error.retryable,
        ...extra,
      }),
    );
}

/** Our own errors as they are; the server's own refusals in our codes; anything else is a fault of ours. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode } = (typeof error === 'object' && error !== null ? error : {}) as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new AppError('text_too_long', 'The body is too long. Send less at once.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new AppError('malformed', 'The request could not be read.');
  }
  return new AppError('internal', 'Something went wrong on our side. Try again in a moment.', { cause: error });
}

export function createErrorHandler({ metrics }: Pick<GatewayServices, 'metrics'>) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = asAppError(error);
    metrics.refusals.inc({ code: problem.code });
    if (problem.code === 'internal') request.log.error({ err: error }, 'a request failed unexpectedly');
    void sendProblem(reply, problem);
  };
}
