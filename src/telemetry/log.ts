// The log of a process: JSON lines by pino. What a player wrote, and what could sign somebody in, is cut out by field name,
// so that a careless log line costs a word and not a person's privacy.

import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';

export type Log = Logger;

/** Fields that may hold a person's words or a secret, wherever they turn up in a logged object. */
const NEVER_LOGGED = [
  'text',
  'body',
  'goals',
  'note',
  'detail',
  'name',
  'displayName',
  'subject',
  'token',
  'code',
  'authorization',
  'cookie',
  'sentences',
  'chunk',
  'reply',
  'evidence',
] as const;

const paths = NEVER_LOGGED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]).concat([
  // The request's path is logged by route pattern; the address itself could carry an id typed by a person.
  'req.headers',
  'req.url',
]);

/** `part` names the process, such as `gateway`. LOG_LEVEL (trace … silent) decides how much is said; default `info`. */
export function createLog(part: string, options: { level?: string; to?: DestinationStream } = {}): Log {
  const settings = {
    base: { part },
    level: options.level ?? process.env.LOG_LEVEL ?? 'info',
    redact: { paths, censor: '[cut]' },
    serializers: { err: errorWithoutWords },
  };
  return options.to === undefined ? pino(settings) : pino(settings, options.to);
}

/** An error's name, code and place. Its message is kept only for our own errors, which never hold a player's words. */
function errorWithoutWords(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const ours = error.name === 'AppError';
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return {
    type: error.name,
    ...(ours && { message: error.message }),
    ...('code' in error && typeof error.code === 'string' && { errorCode: error.code }),
    frames,
    ...(error.cause instanceof Error && { cause: errorWithoutWords(error.cause) }),
  };
}
