// What a client says on its event connection: kept from the first byte on, in small pieces and at a person's pace.
import type { RawData, WebSocket } from 'ws';

export interface Inbox {
  /** The first message as text, or null when none came in time. It is given to nobody else. */
  first(withinMs: number): Promise<string | null>;
  /** From now on each message, with those that came while nobody asked. `refused` when there is too much of it. */
  deliver(handler: (message: unknown) => void, refused: (why: 'tooLong' | 'tooBusy') => void): void;
  /** Nobody will ask: what waits is let go. */
  holdNoLonger(): void;
}

/** Bytes: several times what a page has to say. */
const MESSAGE_LIMIT = 1024;
/** A page says every 15 s what it looks at, and at each click: twenty at once are many clicks, and one a second goes on for ever. */
const BURST = 20;
const PER_SECOND = 1;

export function createInbox(socket: WebSocket): Inbox {
  const held: string[] = [];
  let take: (text: string) => void = hold;
  let delivering = false;
  let tokens = BURST;
  let filledAt = performance.now();

  function hold(text: string): void {
    if (held.length < BURST && Buffer.byteLength(text) <= MESSAGE_LIMIT) held.push(text);
  }

  function isFlood(): boolean {
    const now = performance.now();
    tokens = Math.min(BURST, tokens + ((now - filledAt) / 1000) * PER_SECOND) - 1;
    filledAt = now;
    return tokens < 0;
  }

  socket.on('message', (data: RawData) => take(String(data)));

  return {
    first(withinMs) {
      return new Promise((resolve) => {
        const done = (text: string | null): void => {
          clearTimeout(timer);
          take = hold;
          resolve(text);
        };
        const timer = setTimeout(() => done(null), withinMs);
        socket.once('close', () => done(null));
        take = done;
      });
    },
    deliver(handler, refused) {
      delivering = true;
      take = (text) => {
        if (Buffer.byteLength(text) > MESSAGE_LIMIT) return refused('tooLong');
        if (isFlood()) return refused('tooBusy');
        const message = parsed(text);
        if (message !== undefined) handler(message);
      };
      for (const text of held.splice(0)) take(text);
    },
    holdNoLonger() {
      held.length = 0;
      if (!delivering) take = () => undefined;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
