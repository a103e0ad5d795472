// While a player reads, what their next turn needs is read already: a third of what a turn costs the graph is then paid before it
// comes. Nothing is trusted that was read early: the turn's own transaction fails when anything has changed, and the turn looks again.
import type { SessionId } from '../domain/session.ts';
import type { TurnSession } from '../domain/turn-run.ts';
import type { Recall, WorldStore } from '../world/types.ts';

export interface ReadAhead {
  /** Begins to read, after a turn that stands as number `turnSeq`. Fails silently: the turn then reads for itself. */
  prepare(sessionId: SessionId, turnSeq: number): void;
  /** What was read for the next turn of the session as it is, once; null when nothing was. */
  take(session: Pick<TurnSession, 'sessionId' | 'turnSeq'>): Promise<Recall | null> | null;
}

interface Entry {
  turnSeq: number;
  recalled: Promise<Recall | null>;
}

/** Some 30 KB each. Who plays on another worker, or not any more, makes room. */
const SESSIONS = 500;

export function createReadAhead(world: Pick<WorldStore, 'recall'>, limit = SESSIONS): ReadAhead {
  const entries = new Map<SessionId, Entry>();
  return {
    prepare(sessionId, turnSeq) {
      entries.delete(sessionId);
      entries.set(sessionId, { turnSeq, recalled: read(world, sessionId, turnSeq) });
      for (const oldest of entries.keys()) {
        if (entries.size <= limit) break;
        entries.delete(oldest);
      }
    },
    take({ sessionId, turnSeq }) {
      const entry = entries.get(sessionId);
      entries.delete(sessionId);
      return entry?.turnSeq === turnSeq ? entry.recalled : null;
    },
  };
}

async function read(world: Pick<WorldStore, 'recall'>, sessionId: SessionId, turnSeq: number): Promise<Recall | null> {
  // The reply goes first.
  await new Promise((resolve) => setImmediate(resolve));
  // No turn has an empty id.
  const recalled = await world.recall(sessionId, '', turnSeq).catch(() => null);
  return recalled?.orphan === null ? recalled : null;
}
