// A crisis case as its workflow keeps it: evidence, who answers for it, and the times by which somebody must act.
import type { CaseEvidence, SessionId } from './session.ts';
import type { CrisisKind, Level } from './verdict.ts';
import { levelRank } from './verdict.ts';

export type CaseStatus = 'open' | 'acknowledged' | 'released' | 'resolved' | 'unanswered';

export const DISPOSITIONS = [
  'false_alarm',
  'safe',
  'referred',
  'emergency_services_called',
  'could_not_reach',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export interface CrisisCase {
  /** The player's pseudonym; one open case per player. */
  caseId: string;
  /** Counts cases of the same player, from 1. */
  number: number;
  status: CaseStatus;
  kind: CrisisKind;
  level: Level;
  sessions: readonly SessionId[];
  evidence: readonly CaseEvidence[];
  openedAt: number;
  /** Absolute, epoch ms: acknowledge by then, else the next on the ladder is paged. */
  acknowledgeBy: number;
  /** After acknowledgement: a contact or disposition by then. */
  contactBy: number | null;
  heldBy: { subject: string; displayName: string } | null;
  acknowledgedAt: number | null;
  releasedAt: number | null;
  resolvedAt: number | null;
  disposition: Disposition | null;
  version: number;
}

const MINUTE = 60_000;
/** Time to acknowledge by level: the agreed clinical service level of DESIGN 6. */
export const ACKNOWLEDGE_WITHIN_MS: Readonly<Record<Level, number>> = {
  none: 60 * MINUTE,
  low: 60 * MINUTE,
  moderate: 60 * MINUTE,
  high: 15 * MINUTE,
  critical: 5 * MINUTE,
};

/** After acknowledgement: time to a contact or a disposition. */
export const CONTACT_WITHIN_MS: Readonly<Record<Level, number>> = {
  none: 24 * 60 * MINUTE,
  low: 24 * 60 * MINUTE,
  moderate: 24 * 60 * MINUTE,
  high: 2 * 60 * MINUTE,
  critical: 30 * MINUTE,
};

/** Adds evidence: the level only rises, and a higher level shortens the deadline, never lengthens it. */
export function withEvidence(found: CrisisCase, evidence: CaseEvidence): CrisisCase {
  const graver = levelRank(evidence.level) > levelRank(found.level);
  const seen = found.evidence.some((e) => e.turnId === evidence.turnId && e.origin === evidence.origin);
  if (seen && !graver) return found;
  return {
    ...found,
    kind: graver ? evidence.kind : found.kind,
    level: graver ? evidence.level : found.level,
    sessions: found.sessions.includes(evidence.sessionId) ? found.sessions : [...found.sessions, evidence.sessionId],
    evidence: seen ? found.evidence : [...found.evidence, evidence],
    acknowledgeBy: graver
      ? Math.min(found.acknowledgeBy, evidence.at + ACKNOWLEDGE_WITHIN_MS[evidence.level])
      : found.acknowledgeBy,
    version: found.version + 1,
  };
}

export function openedCase(caseId: string, first: CaseEvidence): CrisisCase {
  return {
    caseId,
    number: 1,
    status: 'open',
    kind: first.kind,
    level: first.level,
    sessions: [first.sessionId],
    evidence: [first],
    openedAt: first.at,
    acknowledgeBy: first.at + ACKNOWLEDGE_WITHIN_MS[first.level],
    contactBy: null,
    heldBy: null,
    acknowledgedAt: null,
    releasedAt: null,
    resolvedAt: null,
    disposition: null,
    version: 1,
  };
}

/** A person answers for the case. Acknowledging again by the same person changes nothing. */
export function acknowledgedBy(
  found: CrisisCase,
  by: { subject: string; displayName: string },
  now: number,
): CrisisCase {
  if (found.acknowledgedAt !== null) return found;
  return {
    ...found,
    status: 'acknowledged',
    heldBy: { subject: by.subject, displayName: by.displayName },
    acknowledgedAt: now,
    contactBy: now + CONTACT_WITHIN_MS[found.level],
  };
}
