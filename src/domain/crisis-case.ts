// A crisis case as its workflow keeps it: evidence, who answers for it, and the times by which somebody must act. How it
// changes is in case-rules.ts.
import type { Delivery } from './notification.ts';
import type { CaseEvidence, SessionId } from './session.ts';
import type { CrisisKind, Level } from './verdict.ts';

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
  /** A rehearsal: every notification says DRILL, no player is told anything, and reports leave it out. */
  drill: boolean;
  /** Who was there when it opened, as it was told to the player. */
  coverage: CaseCoverage;
  /** How many rungs of the on-call ladder have been paged. */
  rungsPaged: number;
  /** Account ids of those who were paged or took it over: they may answer for it, also outside the player's care team. */
  routedTo: readonly string[];
  /** What became of each notification, newest last, at most `DELIVERIES_KEPT`. */
  deliveries: readonly Delivery[];
  /** Of the holder with the player after acknowledging: a message, or a contact that a note records. */
  contactedAt: number | null;
  /** Until when it can be reopened; null while it is open. */
  reopenableUntil: number | null;
  /** Number of the player's case before this one, when that ended less than seven days before. */
  previous: number | null;
  /** How often the player said in a hold that it was about the game. */
  aboutGame: number;
  version: number;
}

export interface CaseCoverage {
  mode: 'none' | 'hours' | '24/7';
  /** Whether the team was reading at that moment. */
  open: boolean;
  /** When it reads next, epoch ms; null when that is now, or never. */
  opensAt: number | null;
}

/** Notes and messages of a case: kept apart from it, sealed under the organisation's key. */
export interface CaseEntry {
  id: string;
  caseId: string;
  /** Number of the case it belongs to. */
  number: number;
  kind: 'note' | 'message';
  from: { role: 'clinician' | 'player'; displayName: string };
  text: string;
  /** Epoch ms. */
  at: number;
}

export const DELIVERIES_KEPT = 40;
/** The first and the newest: a case that is carried and stored with each change must not grow without end. */
export const EVIDENCE_KEPT = 100;
/** However often a player writes, whoever answers for the case is told once in this time. */
export const PLAYER_WROTE_EVERY_MS = 10 * 60_000;
/** A resolved case can be opened again this long (DESIGN 6). */
export const REOPEN_WITHIN_MS = 7 * 24 * 60 * 60_000;

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
