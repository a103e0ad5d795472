// What the outside sees of a session: names instead of ids, no clinical label for a player.
import type { CrisisCase } from '../domain/crisis-case.ts';
import type { Sealer } from '../privacy/types.ts';
import type { SessionRecord } from '../world/types.ts';
import type { GatewayServices } from './services.ts';

export async function sessionView(record: SessionRecord, rooms: Pick<GatewayServices, 'namesIn'> & { sealer: Sealer }) {
  const { sessionId, worldId, worldVersion, status, turnSeq, openedAt, lastTurnAt } = record;
  // By the text it is played in, whatever its authors have done to the world since.
  const world = rooms.namesIn(worldId, worldVersion);
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

/** By when somebody has to act next: acknowledge it, or once that is done reach the player. */
function deadlineOf({ acknowledgedAt, acknowledgeBy, contactBy }: CrisisCase): number {
  return acknowledgedAt === null ? acknowledgeBy : (contactBy ?? acknowledgeBy);
}

/** Those that are open first, the nearest deadline before the later. */
export function byDeadline(a: CrisisCase, b: CrisisCase): number {
  const closed = Number(a.status === 'resolved') - Number(b.status === 'resolved');
  if (closed !== 0) return closed;
  return a.resolvedAt !== null && b.resolvedAt !== null ? b.resolvedAt - a.resolvedAt : deadlineOf(a) - deadlineOf(b);
}

/** What a supervisor sees of a case: how it goes, not what it is about. */
export function caseMetadata(found: CrisisCase) {
  const { caseId, number, status, level, drill, openedAt, acknowledgeBy, contactBy, acknowledgedAt } = found;
  const { contactedAt, releasedAt, resolvedAt, reopenableUntil, heldBy, rungsPaged, coverage, version } = found;
  const times = {
    openedAt,
    acknowledgeBy,
    contactBy,
    acknowledgedAt,
    contactedAt,
    releasedAt,
    resolvedAt,
    reopenableUntil,
  };
  return { caseId, number, status, level, drill, ...times, heldBy, rungsPaged, coverage, version };
}

/** What staff see beside it: how the open case meets this player. */
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
