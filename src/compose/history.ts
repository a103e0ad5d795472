// What happened in a session, from the graph: the one reading that a transcript, and a stream lost with its Redis, are made from.
import type { SessionEvent, TranscriptEvent } from '../domain/events.ts';
import { eventsOfTurn } from '../domain/events.ts';
import type { SessionId } from '../domain/session.ts';
import type { TurnReply } from '../domain/turn.ts';
import type { Sealer } from '../privacy/types.ts';
import type { ActRecord, StoredTurn, WorldStore } from '../world/types.ts';

export interface History {
  /** Events above `after` of at most `limit` turns and acts, each reply with the words it answers; `next` is the seq to go on
   *  from, null at the end. */
  page(sessionId: SessionId, after: number, limit: number): Promise<{ events: TranscriptEvent[]; next: number | null }>;
  /** All events above `after` as the live stream carries them: without the player's words. */
  stream(sessionId: SessionId, after: number): Promise<SessionEvent[]>;
}

/** More than a session has in a month of play; a longer one is read in steps. */
const STEP = 500;

export function createHistory({ world, sealer }: { world: Pick<WorldStore, 'history'>; sealer: Sealer }): History {
  async function read<Event extends SessionEvent>(
    sessionId: SessionId,
    after: number,
    limit: number,
    ofTurn: (sessionId: SessionId, turn: StoredTurn) => Promise<Event[]>,
  ): Promise<{ events: (SessionEvent | Event)[]; next: number | null }> {
    const rows = await world.history(sessionId, after, limit);
    const groups = await Promise.all(
      rows.map(async (row) => ('turn' in row ? ofTurn(sessionId, row.turn) : [await actEvent(sessionId, row.act)])),
    );
    const events = groups.flat().filter(({ seq }) => seq !== undefined && seq > after);
    return { events, next: rows.length < limit ? null : (events.at(-1)?.seq ?? null) };
  }

  async function actEvent(sessionId: SessionId, act: ActRecord): Promise<SessionEvent> {
    // Sealed by recordAct, so its shape is known.
    return JSON.parse(await sealer.open({ sessionId }, 'act.event', act.sealedEvent)) as SessionEvent;
  }

  async function turnEvents(sessionId: SessionId, turn: StoredTurn): Promise<SessionEvent[]> {
    // Sealed by the turn's commit: what opens is the reply that was screened and stored.
    const reply = JSON.parse(await sealer.open({ sessionId }, 'turn.reply', turn.sealedReply)) as TurnReply;
    return eventsOfTurn({ reply, at: turn.at, generation: turn.generation });
  }

  async function turnEventsWithWords(sessionId: SessionId, turn: StoredTurn): Promise<TranscriptEvent[]> {
    const [events, said] = await Promise.all([
      turnEvents(sessionId, turn),
      sealer.open({ sessionId }, 'turn.text', turn.sealedText),
    ]);
    // The opening and the closing answer no words.
    if (said === '') return events;
    return events.map((event) => (event.type === 'turn.reply' ? { ...event, data: { ...event.data, said } } : event));
  }

  return {
    page: (sessionId, after, limit) => read(sessionId, after, limit, turnEventsWithWords),
    async stream(sessionId, after) {
      const all: SessionEvent[] = [];
      for (let from: number | null = after; from !== null; ) {
        const { events, next }: { events: SessionEvent[]; next: number | null } = await read(
          sessionId,
          from,
          STEP,
          turnEvents,
        );
        all.push(...events);
        from = next;
      }
      return all;
    },
  };
}
