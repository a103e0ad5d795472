// A WebSocket that comes back: reconnects with growing waits, asks for what it missed through the url it is given,
// and treats a silent line as a dead one.
import { backoffMs } from './backoff.ts';

export type LineState = 'connecting' | 'live' | 'lost' | 'refused';

/** The part of a browser WebSocket that is used, so that a test can stand in for the network. */
export interface Line {
  onopen: (() => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: ((closed: { code: number }) => void) | null;
  send?(text: string): void;
  close(): void;
}

export interface LiveSocketOptions {
  /** Asked anew for each connection, so that it can carry the last seq. */
  url: () => string;
  connect?: (url: string) => Line;
  onMessage: (parsed: unknown) => void;
  onState: (state: LineState, closeCode: number | null) => void;
  random?: () => number;
}

export interface LiveSocket {
  /** Says something to the server; while the line is down it is dropped. */
  say(message: unknown): void;
  /** Tries at once instead of waiting out the backoff: the browser says that the network is back. */
  nudge(): void;
  stop(): void;
}

/** The server pings well within this; longer silence means a half-open connection that no close event will ever tell of. */
const SILENCE_MS = 75_000;
/** Not authenticated, not yours, authentication timed out: coming back with the same cookie cannot help. */
const FINAL_CODES: readonly number[] = [4401, 4403, 4408];

export function createLiveSocket(options: LiveSocketOptions): LiveSocket {
  // A browser WebSocket has these members; its handlers take wider event types than Line declares.
  const connect = options.connect ?? ((url: string) => new WebSocket(url) as unknown as Line);
  const random = options.random ?? Math.random;
  let line: Line | null = null;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let ready = false;

  function heard(current: Line): void {
    clearTimeout(silence);
    silence = setTimeout(() => drop(current, null), SILENCE_MS);
  }

  function drop(current: Line, code: number | null): void {
    if (line !== current) return;
    line = null;
    ready = false;
    clearTimeout(silence);
    current.onclose = null;
    current.close();
    if (stopped) return;
    if (code !== null && FINAL_CODES.includes(code)) {
      options.onState('refused', code);
      return;
    }
    options.onState('lost', code);
    retry = setTimeout(open, backoffMs(attempt, random()));
    attempt += 1;
  }

  function open(): void {
    clearTimeout(retry);
    options.onState('connecting', null);
    const current = connect(options.url());
    line = current;
    heard(current);
    current.onopen = () => {
      if (line !== current) return;
      ready = true;
      options.onState('live', null);
    };
    current.onmessage = (message) => {
      if (line !== current) return;
      heard(current);
      // Only a line that has carried something counts as good: one that opens and closes keeps its growing wait.
      attempt = 0;
      try {
        options.onMessage(JSON.parse(String(message.data)));
      } catch {
        drop(current, null);
      }
    };
    current.onclose = (closed) => drop(current, closed.code);
  }

  open();
  return {
    say(message) {
      if (!ready) return;
      line?.send?.(JSON.stringify(message));
    },
    nudge() {
      if (stopped || line !== null) return;
      attempt = 0;
      open();
    },
    stop() {
      stopped = true;
      ready = false;
      clearTimeout(retry);
      clearTimeout(silence);
      const current = line;
      line = null;
      current?.close();
    },
  };
}
