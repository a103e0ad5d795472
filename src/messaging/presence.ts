// Who has the console open, seen by all gateways alike: one entry per person on Redis, on Redis' own clock, gone by itself when
// no sign of life comes. It is a courtesy between colleagues: without Redis nobody is listed and nothing else changes.
import type { Redis } from 'ioredis';
import type { Sealer } from '../privacy/types.ts';
import type { Log } from '../telemetry/index.ts';
import { connectRedis, firstConnection } from './connection.ts';
import type { Presence } from './types.ts';

/** A console speaks at least every 15 s: one word may be lost on the way. */
const FORGOTTEN_AFTER_MS = 30_000;
const FIELD = 'presence.person';

const NOW = `local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
`;
/** ARGV: person, who they are sealed, ms. The keys outlive the last person by no more than the ms. */
const HERE = `${NOW}
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[3])`;
/** ARGV: person. */
const GONE = `redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])`;
/** ARGV: ms. Answers who they are and when they were last here, in turn, earliest first. */
const LIST = `${NOW}
for _, person in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1])) do
  redis.call('ZREM', KEYS[1], person)
  redis.call('HDEL', KEYS[2], person)
end
local found = {}
for i, each in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')) do
  if i % 2 == 1 then found[i] = redis.call('HGET', KEYS[2], each) else found[i] = each end
end
return found`;

interface Person {
  subject: string;
  displayName: string;
  caseId: string | null;
}

export interface PresenceOptions {
  /** Account ids and names of staff rest sealed. */
  sealer: Pick<Sealer, 'seal' | 'open' | 'hash'>;
  log?: Log;
  /** Default 30 s. */
  forgottenAfterMs?: number;
}

/** With `client` the connection is its owner's: it is neither configured nor closed here. One person with two consoles open is
 *  one person, who looks at what either said last. */
export function createPresence(
  options: PresenceOptions & ({ url: string } | { client: Redis }),
): Presence & { close(): Promise<void> } {
  const { sealer, log, forgottenAfterMs = FORGOTTEN_AFTER_MS } = options;
  const own = 'url' in options;
  const redis = own ? connectRedis(options.url, 'presence', log) : options.client;
  const connected = own ? firstConnection(redis) : Promise.resolve();
  let warned = false;

  async function answered<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      await connected;
      const answer = await work();
      warned = false;
      return answer;
    } catch (error) {
      // Once for each outage: every console speaks every few seconds.
      if (!warned) log?.warn({ err: error }, 'who has the console open is not known while Redis does not answer');
      warned = true;
      return null;
    }
  }

  const hashed = (text: string): Promise<string> => sealer.hash('organisation', `presence\n${text}`);

  /** Named after the organisation's key, so that installations on one Redis do not mix; both in one slot of a cluster. The first
   *  orders people by their last sign of life, the second says who they are. */
  async function keys(): Promise<[string, string]> {
    const ours = `tta:{presence-${(await hashed('')).slice(0, 16)}}`;
    return [`${ours}:seen`, `${ours}:people`];
  }

  return {
    async here({ subject, displayName, caseId }) {
      await answered(async () => {
        const person: Person = { subject, displayName, caseId };
        const sealed = await sealer.seal('organisation', FIELD, JSON.stringify(person));
        await redis.eval(HERE, 2, ...(await keys()), await hashed(subject), sealed, forgottenAfterMs);
      });
    },
    async gone(subject) {
      await answered(async () => redis.eval(GONE, 2, ...(await keys()), await hashed(subject)));
    },
    async list() {
      const found = await answered(async () => {
        // The script answers texts only, two for each person.
        const rows = (await redis.eval(LIST, 2, ...(await keys()), forgottenAfterMs)) as string[];
        const pairs = rows.flatMap((sealed, i) => (i % 2 === 0 ? [[sealed, Number(rows[i + 1])] as const] : []));
        return Promise.all(
          pairs.map(async ([sealed, at]) => {
            // Sealed by `here`, so its shape is known.
            const person = JSON.parse(await sealer.open('organisation', FIELD, sealed)) as Person;
            return { ...person, at };
          }),
        );
      });
      return found ?? [];
    },
    async close() {
      if (own) redis.disconnect();
    },
  };
}
