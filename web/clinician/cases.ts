// The shapes that the gateway gives a console: a case as it is listed, as it is opened, and who has a console open.
import type { CaseEntry, CrisisCase } from '../../src/domain/crisis-case.ts';

/** What every list carries; a supervisor's carries nothing more. */
type Listed =
  | 'caseId'
  | 'number'
  | 'status'
  | 'level'
  | 'drill'
  | 'openedAt'
  | 'acknowledgeBy'
  | 'contactBy'
  | 'acknowledgedAt'
  | 'contactedAt'
  | 'releasedAt'
  | 'resolvedAt'
  | 'reopenableUntil'
  | 'heldBy'
  | 'rungsPaged'
  | 'coverage'
  | 'version';

export type ListedCase = Pick<CrisisCase, Listed> & Partial<Omit<CrisisCase, Listed>>;

export interface PlayerFacts {
  country: string | null;
  language: string | null;
  /** Clinicians in the care team. */
  careTeam: number;
  /** Only with the player's consent to be contacted in a crisis. */
  contactPerson: { name: string; contact: string } | null;
}

export interface OpenedCase extends CrisisCase {
  entries: readonly CaseEntry[];
  /** Null while their profile cannot be read. */
  player: PlayerFacts | null;
}

/** Somebody with a console open. */
export interface Present {
  subject: string;
  displayName: string;
  /** The case on their screen. */
  caseId: string | null;
}

export const isUnacknowledged = (found: Pick<CrisisCase, 'status'>): boolean =>
  found.status === 'open' || found.status === 'unanswered';

/** Held by a colleague who has let the time to reach the player pass: anybody who may answer can take it. */
export function isOverdueElsewhere(found: ListedCase, me: string, now: number): boolean {
  const held = found.status === 'acknowledged' || found.status === 'released';
  return (
    held &&
    found.heldBy !== null &&
    found.heldBy.subject !== me &&
    found.contactedAt === null &&
    found.contactBy !== null &&
    found.contactBy <= now
  );
}

/** How often the player has written to those who answer: each time is told as a notification, its text is not. */
export function lettersIn(found: Pick<ListedCase, 'deliveries'>): number {
  const told = (found.deliveries ?? []).filter(({ code }) => code === 'player_wrote');
  // A delivery's id is the notification's, then channel and rung: one letter goes out by several.
  return new Set(told.map(({ id }) => id.split('/').slice(0, -2).join('/'))).size;
}
