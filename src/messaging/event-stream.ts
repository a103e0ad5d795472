// The event stream of a session on Redis: sealed entries with ids from the session's own counting, so a repeat is refused, and
// a live channel beside it. Redis is never the truth: a stream without an epoch is not whole, and is rebuilt from the graph.
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { AppError } from '../domain/errors.ts';
import type { SessionEvent } from '../domain/events.ts';
import type { SessionId } from '../domain/session.ts';
import { replySeq, SEQ_BLOCK, turnSeqOf } from '../domain/turn.ts';
import type { Sealer } from '../privacy/types.ts';
import type { Log, Metrics } from '../telemetry/index.ts';
import { connectRedis, firstConnection } from './connection.ts';
import { createFollower } from './follower.ts';
import { APPEND, REBUILD, RELEASE_LEASE, TAKE_LEASE } from './scripts.ts';
import { createSubscriptions } from './subscriptions.ts';
import type { EventStream } from './types.ts';

export interface EventStreamOptions {
  /** `redis://` or `rediss://`. */
  url: string;
  sealer: Sealer;
  /** Remembered events above `after` in order, from the graph. */
  rebuild: (sessionId: SessionId, after: number) => Promise<readonly SessionEvent[]>;
  log?: Log;
  metrics?: Pick<Metrics, 'appendFailures' | 'streamsRebuilt'>;
  /** Entries kept per session; older ones are read from the graph. Default 2,000: more turns than a browser ever resumes. */
  maxEntries?: number;
}

const MAX_ENTRIES = 2_000;

const EVENT_FIELD = 'stream.events';
/** First letter of a live message: events follow sealed, or listeners should read the stream again. */
const EVENTS = 'e';
const READ_AGAIN = 'r';

const eventsKey = (id: SessionId): string => `tta:{${id}}:events`;
const epochKey = (id: SessionId): string => `tta:{${id}}:epoch`;
const leaseKey = (id: SessionId): string => `tta:{${id}}:lease`;
const liveChannel = (id: SessionId): string => `tta:{${id}}:live`;

export function createEventStream(options: EventStreamOptions): EventStream {
  const { sealer, log, metrics } = options;
  const maxEntries = options.maxEntries ?? MAX_ENTRIES;
  const commands = connectRedis(options.url, 'commands', log);
  const connected = firstConnection(commands);
  /** Sessions whose append failed here: their streams are not whole, which Redis is told when it is back. */
  const unwritten = new Set<SessionId>();
  let listening: {
    redis: Redis;
    subscriptions: ReturnType<typeof createSubscriptions>;
    connected: Promise<void>;
  } | null = null;

  commands.on('ready', () => void confessUnwritten());

  async function confessUnwritten(): Promise<void> {
    for (const sessionId of [...unwritten]) {
      try {
        await commands.multi().del(epochKey(sessionId)).publish(liveChannel(sessionId), READ_AGAIN).exec();
        unwritten.delete(sessionId);
      } catch {
        return;
      }
    }
  }

  const seal = (sessionId: SessionId, events: readonly SessionEvent[]) =>
    sealer.seal({ sessionId }, EVENT_FIELD, JSON.stringify(events));
  async function unseal(sessionId: SessionId, sealed: string): Promise<SessionEvent[]> {
    // Sealed by `seal` above, and bound to the session and field: what opens is what was written.
    return JSON.parse(await sealer.open({ sessionId }, EVENT_FIELD, sealed)) as SessionEvent[];
  }

  async function append(sessionId: SessionId, events: readonly SessionEvent[]): Promise<void> {
    const seqs = events.flatMap(({ seq }) => (seq === undefined ? [] : [seq]));
    if (seqs.length === 0) return;
    try {
      const entry = await seal(sessionId, events);
      await connected;
      const newest = Math.max(...seqs);
      await commands.eval(
        APPEND,
        2,
        eventsKey(sessionId),
        epochKey(sessionId),
        newest,
        turnSeqOf(Math.min(...seqs)),
        entry,
        maxEntries,
        liveChannel(sessionId),
        SEQ_BLOCK,
      );
    } catch (error) {
      unwritten.add(sessionId);
      metrics?.appendFailures.inc();
      log?.warn({ err: error, sessionId }, 'an event stream missed an append; it will be rebuilt from the graph');
      if (commands.status === 'ready') await confessUnwritten();
    }
  }

  async function withdraw(sessionId: SessionId, turnSeq: number): Promise<void> {
    try {
      await connected;
      // The epoch goes too: whoever has seen the turn is given the session anew.
      const gone = commands
        .multi()
        .xdel(eventsKey(sessionId), `${replySeq(turnSeq)}-0`)
        .del(epochKey(sessionId));
      await gone.publish(liveChannel(sessionId), READ_AGAIN).exec();
    } catch (error) {
      log?.warn({ err: error, sessionId }, 'an undone turn could not be taken out of its stream');
    }
  }

  const passing = async (sessionId: SessionId, event: SessionEvent): Promise<string> =>
    EVENTS + (await seal(sessionId, [event]));

  async function announce(sessionId: SessionId, event: SessionEvent): Promise<void> {
    try {
      const message = await passing(sessionId, event);
      await connected;
      await commands.publish(liveChannel(sessionId), message);
    } catch (error) {
      log?.debug({ err: error, sessionId }, 'a passing event was not announced');
    }
  }

  async function since(sessionId: SessionId, after: number): Promise<{ epoch: string; events: SessionEvent[] }> {
    await connected;
    const epoch = await reachable(() => commands.get(epochKey(sessionId)));
    if (epoch === null) return rebuilt(sessionId, after);
    const entries = await reachable(() => commands.xrange(eventsKey(sessionId), `(${after}-0`, '+'));
    const stored = (await Promise.all(entries.map(([, fields]) => unseal(sessionId, fields[1] ?? '')))).flat();
    if (await wasTrimmed(sessionId, after)) return { epoch, events: [...(await options.rebuild(sessionId, after))] };
    const events = stored.filter(({ seq }) => seq !== undefined && seq > after);
    const newest = events.at(-1)?.seq ?? after;
    return { epoch, events: [...events, ...(await unappended(sessionId, newest))] };
  }

  /** Turns that are in the graph but whose append never came, because its process died in between. */
  async function unappended(sessionId: SessionId, newest: number): Promise<readonly SessionEvent[]> {
    try {
      return await options.rebuild(sessionId, newest);
    } catch (error) {
      // The stream has its own copy: without the graph it is still read as far as it goes.
      log?.warn({ err: error, sessionId }, 'the end of a stream could not be checked against the graph');
      return [];
    }
  }

  async function wasTrimmed(sessionId: SessionId, after: number): Promise<boolean> {
    const length = await reachable(() => commands.xlen(eventsKey(sessionId)));
    if (length < maxEntries) return false;
    const [oldest] = await reachable(() => commands.xrange(eventsKey(sessionId), '-', '+', 'COUNT', 1));
    return oldest !== undefined && after < Number.parseInt(oldest[0], 10);
  }

  async function rebuilt(sessionId: SessionId, after: number): Promise<{ epoch: string; events: SessionEvent[] }> {
    const all = await options.rebuild(sessionId, 0);
    const entries = await Promise.all(
      all.slice(-maxEntries).map(async (event) => [String(event.seq), await seal(sessionId, [event])] as const),
    );
    const args = [eventsKey(sessionId), epochKey(sessionId), randomUUID(), maxEntries, ...entries.flat()];
    const epoch = String(await reachable(() => commands.eval(REBUILD, 2, ...args)));
    metrics?.streamsRebuilt.inc();
    return { epoch, events: all.filter(({ seq }) => seq !== undefined && seq > after) };
  }

  async function follow(sessionId: SessionId, after: number, listener: (event: SessionEvent) => void) {
    listening ??= listen();
    await listening.connected;
    let epoch = '';
    const follower = createFollower({
      after,
      listener,
      read: async (from) => {
        const answer = await since(sessionId, from);
        epoch = answer.epoch;
        return answer.events;
      },
    });
    // Opening is asynchronous: one after the other, so that what is heard keeps its order.
    let opening = Promise.resolve();
    const hear = (message: string): void => {
      if (message === READ_AGAIN) follower.catchUpSoon();
      else
        opening = opening.then(async () => follower.hear(await unseal(sessionId, message.slice(1)))).catch(cannotOpen);
    };
    const cannotOpen = (error: unknown) => log?.warn({ err: error, sessionId }, 'a live event could not be opened');
    const { subscriptions } = listening;
    const leave = await reachable(() => subscriptions.join(liveChannel(sessionId), hear, follower.catchUpSoon));
    const stop = async (): Promise<void> => {
      follower.stop();
      await leave();
    };
    try {
      await follower.catchUp();
    } catch (error) {
      await stop();
      throw error;
    }
    return { epoch, stop };
  }

  function listen() {
    const redis = connectRedis(options.url, 'subscriber', log);
    return { redis, subscriptions: createSubscriptions(redis), connected: firstConnection(redis) };
  }

  return {
    append,
    withdraw,
    announce,
    since,
    follow,
    async lease(sessionId, turnId, ttlMs, begun) {
      try {
        const message = begun === undefined ? '' : await passing(sessionId, begun);
        await connected;
        const given = [leaseKey(sessionId), turnId, ttlMs, liveChannel(sessionId), message];
        return (await commands.eval(TAKE_LEASE, 1, ...given)) === 1;
      } catch {
        // The session's own lock is the second line; without Redis a player still plays.
        return true;
      }
    },
    async releaseLease(sessionId, turnId) {
      await commands.eval(RELEASE_LEASE, 1, leaseKey(sessionId), turnId).catch(() => undefined);
    },
    async ping() {
      await connected;
      await reachable(() => commands.ping());
    },
    async close() {
      commands.disconnect();
      listening?.redis.disconnect();
    },
  };
}

async function reachable<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unavailable', 'The event stream (Redis) cannot be reached. Try again in a moment.', {
      cause: error,
    });
  }
}
