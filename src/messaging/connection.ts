// How this room connects to Redis: no queue while it is away, and no command that waits for long.
import { Redis } from 'ioredis';
import type { Log } from '../telemetry/index.ts';

/** A turn waits for its append: a Redis that is away may cost it this much, once per connection attempt. */
const CONNECT_TIMEOUT_MS = 1_000;
const COMMAND_TIMEOUT_MS = 700;
/** Reconnecting slower than this would keep followers behind; faster would only busy a starting server. */
const RECONNECT_MAX_MS = 1_000;

/** `purpose` names the connection in the log. */
export function connectRedis(url: string, purpose: string, log: Pick<Log, 'debug'> | undefined): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    // Subscriptions are renewed by subscriptions.ts, which has to know when it is done.
    autoResubscribe: false,
    retryStrategy: (attempt) => Math.min(50 * attempt, RECONNECT_MAX_MS),
  });
  redis.on('error', (error) => log?.debug({ err: error, purpose }, 'redis connection'));
  return redis;
}

/** Resolves when first connected, or when waiting longer would only delay an error. Never rejects. Without an offline queue the
 *  first commands of a process would fail while it is still connecting. */
export function firstConnection(redis: Redis): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, CONNECT_TIMEOUT_MS);
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
