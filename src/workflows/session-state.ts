// The rules of a session's state that need no Temporal.
import type { Role } from '../domain/actors.ts';
import type { SessionState } from '../domain/session.ts';
import type { StartSession } from '../domain/session-protocol.ts';

/** Turn ids kept for the validator: more than a browser can have in doubt at once. Older ones are found in the graph. */
export const RECENT_TURNS = 12;

export function newSession(start: StartSession, now: number): SessionState {
  const { sessionId, worldId, worldVersion, locale, country, knobs } = start;
  return {
    sessionId,
    worldId,
    worldVersion,
    locale,
    country,
    knobs,
    turnSeq: 0,
    acts: 0,
    status: 'opening',
    pausedBy: null,
    help: null,
    version: 0,
    recentTurnIds: [],
    lastActivityAt: now,
    idle: false,
    turnsInRun: 0,
  };
}

/** A pause by the team is lifted by the team; the player's own by either. */
export function mayResume(pausedBy: Role | null, by: Role): boolean {
  return by !== 'player' || pausedBy === null || pausedBy === 'player';
}
