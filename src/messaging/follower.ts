// One listener's place in a stream: everything once and in order, whatever is heard twice, late or not at all.
import type { SessionEvent } from '../domain/events.ts';
import { turnSeqOf } from '../domain/turn.ts';

export interface Follower {
  /** What was heard live. */
  hear(events: readonly SessionEvent[]): void;
  /** Reads what is above the last event delivered, then what was heard meanwhile. Rejects when it could not be read. */
  catchUp(): Promise<void>;
  /** The same, without waiting, and again until it works. */
  catchUpSoon(): void;
  stop(): void;
}

/** A catch-up that failed is tried again after this long: as soon as a store is likely back, without hammering it. */
const RETRY_MS = 1_000;

export function createFollower(options: {
  after: number;
  listener: (event: SessionEvent) => void;
  read: (after: number) => Promise<readonly SessionEvent[]>;
}): Follower {
  let last = options.after;
  let heard: SessionEvent[] = [];
  let reading: Promise<void> | null = null;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  function deliver(events: readonly SessionEvent[]): void {
    for (const event of events) {
      if (stopped) return;
      if (event.seq !== undefined) {
        if (event.seq <= last) continue;
        last = event.seq;
      }
      options.listener(event);
    }
  }

  async function read(): Promise<void> {
    const missed = await options.read(last);
    deliver(missed);
    deliver(heard);
    heard = [];
  }

  function catchUp(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  function catchUpSoon(): void {
    clearTimeout(retry);
    catchUp().catch(() => {
      if (!stopped) retry = setTimeout(catchUpSoon, RETRY_MS).unref();
    });
  }

  return {
    catchUp,
    catchUpSoon,
    hear(events) {
      const first = events.find((event) => event.seq !== undefined)?.seq;
      // A turn in between was never heard: it is read from the stream, before this one is told.
      const gap = first !== undefined && turnSeqOf(first) > turnSeqOf(last) + 1;
      if (reading !== null || gap) {
        heard.push(...events);
        if (gap) catchUpSoon();
      } else {
        deliver(events);
      }
    },
    stop() {
      stopped = true;
      clearTimeout(retry);
    },
  };
}
