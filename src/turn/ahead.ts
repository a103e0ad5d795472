// While a player reads, what their next turn needs is made ready: carried over from the turn before where everything in it is
// known, else read. Nothing is trusted that was made early: the turn's own transaction fails when anything has changed since,
// and the turn looks again. What is carried is compared with what the graph says every few turns.
import { isDeepStrictEqual } from 'node:util';
import type { SessionId } from '../domain/session.ts';
import type { TurnRun, TurnSession } from '../domain/turn-run.ts';
import type { WorldChange, WorldView } from '../domain/world.ts';
import type { Recall, WorldStore } from '../world/types.ts';
import type { Kept, Known } from './carried.ts';
import { carried, knownIn, knownWith } from './carried.ts';

export interface ReadAhead {
  /** Begins to make ready what comes after a turn that stands in the graph. Fails silently: the next turn then reads for itself. */
  prepare(run: TurnRun, kept: Kept): void;
  /** What was made ready for the next turn of the session as it is, once; null when nothing was. */
  take(session: Pick<TurnSession, 'sessionId' | 'turnSeq'>): Promise<Recall | null> | null;
}

export interface ReadAheadOptions {
  world: Pick<WorldStore, 'recall'>;
  /** The view after the changes, by the rules of the session's world; pure. */
  applyToView: (
    played: Pick<TurnSession, 'worldId' | 'worldVersion'>,
    view: WorldView,
    changes: readonly WorldChange[],
  ) => WorldView;
  /** Told when what was carried is not what the graph says: a fault. The next turn is made from what the graph says. */
  onDrift: (sessionId: SessionId) => void;
  /** Sessions remembered at the same time; who has not played for the longest makes room. */
  limit?: number;
  /** Every so many turns of a session the graph is asked all the same, and what it says is compared with what was carried. */
  comparedTurns?: number;
}

interface Entry {
  turnSeq: number;
  known: Known | null;
  recalled: Promise<Recall | null> | null;
}

/** Some 20 KB each after thirty turns. Who plays on another worker, or not any more, makes room. */
const SESSIONS = 500;
const COMPARED_TURNS = 8;

export function createReadAhead(options: ReadAheadOptions): ReadAhead {
  const { world, applyToView, onDrift, limit = SESSIONS, comparedTurns = COMPARED_TURNS } = options;
  const entries = new Map<SessionId, Entry>();

  async function next(entry: Entry, run: TurnRun, before: Known | null, kept: Kept): Promise<Recall | null> {
    // The reply goes first.
    await new Promise((resolve) => setImmediate(resolve));
    const { sessionId } = run.session;
    const { view, undone = 0 } = run;
    const made =
      view === undefined
        ? { known: null, recalled: null }
        : carried({ view, undone }, before ?? knownIn(view), kept, (all, changes) =>
            applyToView(run.session, all, changes),
          );
    entry.known = made.known;
    if (made.recalled !== null && kept.memory.turnSeq % comparedTurns !== 0) return made.recalled;
    // No turn has an empty id.
    const read = await world.recall(sessionId, '', kept.memory.turnSeq);
    if (read.orphan !== null) return null;
    // A later turn, or a turn taken back, is no fault of what was carried.
    const drifted =
      made.recalled !== null &&
      read.auditHead === kept.auditHead &&
      read.undone === undone &&
      !isDeepStrictEqual(made.recalled, read);
    if (drifted) onDrift(sessionId);
    entry.known = drifted || made.known === null ? knownIn(read.view) : knownWith(made.known, read.view);
    return read;
  }

  return {
    prepare(run, kept) {
      const { sessionId, turnSeq } = run.session;
      const last = entries.get(sessionId);
      // What was known is what the graph says only if this turn was made from it.
      const before = run.ahead === true && last?.turnSeq === turnSeq ? last.known : null;
      const entry: Entry = { turnSeq: kept.memory.turnSeq, known: null, recalled: null };
      entry.recalled = next(entry, run, before, kept).catch(() => null);
      entries.delete(sessionId);
      entries.set(sessionId, entry);
      for (const oldest of entries.keys()) {
        if (entries.size <= limit) break;
        entries.delete(oldest);
      }
    },
    take({ sessionId, turnSeq }) {
      const entry = entries.get(sessionId);
      if (entry?.turnSeq !== turnSeq) return null;
      const { recalled } = entry;
      entry.recalled = null;
      return recalled;
    },
  };
}
