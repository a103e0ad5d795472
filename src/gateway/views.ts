// What the outside sees of a session: names instead of ids, no clinical label for a player.
import type { CrisisCase } from '../domain/crisis-case.ts';
import type { Sealer } from '../privacy/types.ts';
import type { SessionRecord } from '../world/types.ts';
import type { OfferedWorld } from './services.ts';

export async function sessionView(record: SessionRecord, rooms: { worlds: readonly OfferedWorld[]; sealer: Sealer }) {
  const { sessionId, worldId, status, turnSeq, openedAt, lastTurnAt } = record;
  const world = rooms.worlds.find(({ id }) => id === worldId);
  return {
    sessionId,
    worldId,
    title: world?.title ?? worldId,
    status,
    turnCount: turnSeq,
    place: world?.titleOf(record.place) ?? record.place,
    inventory: record.inventory.map((entity) => world?.nameOf(entity) ?? entity),
    goals: await Promise.all(
      record.goals.map(async ({ id, progress, sealedText }) => ({
        id,
        text: await rooms.sealer.open({ sessionId }, 'goal.text', sealedText),
        progress,
      })),
    ),
    openedAt: new Date(openedAt).toISOString(),
    lastTurnAt: new Date(lastTurnAt).toISOString(),
  };
}

/** What a clinician sees beside it: how the open case meets this player. */
export function helpView(found: CrisisCase | null, sessionId: string) {
  if (found === null || found.status === 'resolved') return null;
  const hold = found.evidence.some((one) => one.sessionId === sessionId && one.response === 'hold');
  return {
    caseId: found.caseId,
    kind: found.kind,
    level: found.level,
    response: hold ? 'hold' : 'checkin',
    status: found.status,
  };
}
