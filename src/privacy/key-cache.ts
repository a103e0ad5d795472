// Keys held in memory for a short time, so that a turn opens no file. An erased key is forgotten everywhere within the limit.

/** An erased key may be readable in another process for this long: DESIGN 6 allows 5 minutes, of which we use 4. */
const KEEP_MS = 4 * 60_000;
const SWEEP_MS = 30_000;
/** About 10,000 sessions at work at once in one process; the oldest entry goes first. */
const MAX_KEYS = 10_000;

export interface KeyCache {
  get(name: string): Uint8Array | undefined;
  put(name: string, key: Uint8Array): void;
  /** Forgets all keys whose name begins so. */
  drop(prefix: string): void;
}

export function createKeyCache(now: () => number = Date.now): KeyCache {
  const kept = new Map<string, { key: Uint8Array; until: number }>();

  // Entries nobody asks for again must go as well, so reading alone cannot be what removes them.
  setInterval(() => {
    const at = now();
    for (const [name, entry] of kept) if (entry.until <= at) kept.delete(name);
  }, SWEEP_MS).unref();

  return {
    get(name) {
      const entry = kept.get(name);
      if (entry === undefined) return undefined;
      if (entry.until > now()) return entry.key;
      kept.delete(name);
      return undefined;
    },
    put(name, key) {
      kept.delete(name);
      kept.set(name, { key, until: now() + KEEP_MS });
      const [oldest] = kept.keys();
      if (kept.size > MAX_KEYS && oldest !== undefined) kept.delete(oldest);
    },
    drop(prefix) {
      for (const name of kept.keys()) if (name.startsWith(prefix)) kept.delete(name);
    },
  };
}
