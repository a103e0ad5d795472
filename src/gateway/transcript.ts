// What happened in a session, page by page, from the graph: the truth that event streams are rebuilt from too.
import type { SessionEvent } from '../domain/events.ts';
import { eventsOfTurn } from '../domain/events.ts';
import type { SessionId } from '../domain/session.ts';
import type { TurnReply } from '../domain/turn.ts';
import type { Sealer } from '../privacy/types.ts';
import type { WorldStore } from '../world/types.ts';

export interface Transcript {
  /** Events above `after` of at most `limit` turns and acts; `next` is the seq to go on from, null at the end. */
  page(sessionId: SessionId, after: number, limit: number): Promise<{ events: SessionEvent[]; next: number | null }>;
}

export function createTranscript(rooms: { world: Pick<WorldStore, 'history'>; sealer: Sealer }): Transcript {
  const { world, sealer } = rooms;

  async function page(sessionId: SessionId, after: number, limit: number) {
    const rows = await world.history(sessionId, after, limit);
    const scope = { sessionId };
    const groups = await Promise.all(
      rows.map(async (row): Promise<SessionEvent[]> => {
        // Both were sealed by the turn room, as the types say, under this session's key and these field names.
        if ('act' in row)
          return [JSON.parse(await sealer.open(scope, 'act.event', row.act.sealedEvent)) as SessionEvent];
        const reply = JSON.parse(await sealer.open(scope, 'turn.reply', row.turn.sealedReply)) as TurnReply;
        return eventsOfTurn({ reply, at: row.turn.at, generation: row.turn.generation });
      }),
    );
    const events = groups.flat().filter(({ seq }) => seq !== undefined && seq > after);
    return { events, next: rows.length < limit ? null : (events.at(-1)?.seq ?? null) };
  }

  return {
    page,
  };
}
