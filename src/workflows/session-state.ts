// The rules of a session's state that need no Temporal.
import type { Role } from '../domain/actors.ts';
import type { TherapeuticPlan } from '../domain/plan.ts';
import { withRequest } from '../domain/plan.ts';
import type { Concern, SessionGuidance, SessionState } from '../domain/session.ts';
import { NO_GUIDANCE } from '../domain/session.ts';
import type { Guidance, StartSession } from '../domain/session-protocol.ts';
import { levelRank } from '../domain/verdict.ts';

/** Turn ids kept for the validator: more than a browser can have in doubt at once. Older ones are found in the graph. */
export const RECENT_TURNS = 12;

export function newSession(start: StartSession, now: number): SessionState {
  const { sessionId, worldId, worldVersion, locale, country, knobs, avoid, plan, modelConsent } = start;
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
    unreadable: 0,
    blocked: 0,
    concern: null,
    guidance: NO_GUIDANCE,
    avoid,
    plan,
    modelConsent,
  };
}

/** What the care team asks for adds up; a theme or a wish that was given stays until the session ends. */
export function guidedBy(found: SessionGuidance, { kind, detail }: Guidance): SessionGuidance {
  switch (kind) {
    case 'gentler':
      return { ...found, gentler: true };
    case 'close_soon':
      return { ...found, closeSoon: true };
    case 'avoid_theme':
      return detail === undefined ? found : { ...found, avoid: [...new Set([...found.avoid, detail])] };
    case 'offer_technique':
      return { ...found, technique: detail ?? null };
    case 'free':
      return { ...found, note: detail ?? null };
  }
}

/** A technique that the care team asks for comes at the next turn that allows one. */
export function plannedBy(plan: TherapeuticPlan, { kind, detail }: Guidance): TherapeuticPlan {
  return kind === 'offer_technique' ? withRequest(plan, { by: 'clinician', technique: detail ?? null }) : plan;
}

export function graverConcern(a: Concern | null, b: Concern | null): Concern | null {
  if (a === null || b === null) return a ?? b;
  return levelRank(b.level) > levelRank(a.level) ? b : a;
}

/** A pause by the team is lifted by the team; the player's own, and one for texts that could not be read, by either. */
export function mayResume(pausedBy: SessionState['pausedBy'], by: Role): boolean {
  return by !== 'player' || pausedBy === null || pausedBy === 'player' || pausedBy === 'system';
}
