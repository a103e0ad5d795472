// The session's event stream: what a browser resumes from. Losing Redis loses nothing: streams are rebuilt from the graph.
import type { SessionEvent } from '../domain/events.ts';
import type { SessionId } from '../domain/session.ts';

export interface EventStream {
  /** Appends remembered events as one entry with an explicit id, so that a repeat is refused (and ignored). Never throws:
   *  a failed append never fails a turn. `entry` is the highest seq in it. */
  append(sessionId: SessionId, events: readonly SessionEvent[]): Promise<void>;
  /** Takes the events of an undone turn out. Listeners and later readers read the rest again. Never throws. */
  withdraw(sessionId: SessionId, turnSeq: number): Promise<void>;
  /** Passing events without seq (progress, service notices): delivered to whoever listens now. */
  announce(sessionId: SessionId, event: SessionEvent): Promise<void>;
  /** Remembered events above `after` in order. Rebuilds the stream from the graph when Redis lost it. */
  since(sessionId: SessionId, after: number): Promise<{ epoch: string; events: SessionEvent[] }>;
  /** Everything above `after` once and in order, then live, until the returned function is called. */
  follow(
    sessionId: SessionId,
    after: number,
    listener: (event: SessionEvent) => void,
  ): Promise<{ epoch: string; stop: () => Promise<void> }>;
  /** A per-session lease so that one turn runs at a time; true when taken or already held for the same turn. `begun` is announced
   *  when it is taken, in the same trip. */
  lease(sessionId: SessionId, turnId: string, ttlMs: number, begun?: SessionEvent): Promise<boolean>;
  releaseLease(sessionId: SessionId, turnId: string): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Who has the console open, and which case on the screen. Forgotten by itself after 30 s without a sign of life. */
export interface Presence {
  here(who: { subject: string; displayName: string; caseId: string | null }): Promise<void>;
  gone(subject: string): Promise<void>;
  list(): Promise<readonly { subject: string; displayName: string; caseId: string | null; at: number }[]>;
}
