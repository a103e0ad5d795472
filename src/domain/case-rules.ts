// How a crisis case changes: what evidence, people and time each make of it. Pure; who asks, and who is told, is the workflow's
// business, and so is the version, which rises with every change.
import type { CrisisCase, Disposition } from './crisis-case.ts';
import {
  ACKNOWLEDGE_WITHIN_MS,
  CONTACT_WITHIN_MS,
  DELIVERIES_KEPT,
  EVIDENCE_KEPT,
  REOPEN_WITHIN_MS,
} from './crisis-case.ts';
import type { Delivery, DeliveryState } from './notification.ts';
import type { CaseEvidence } from './session.ts';
import { levelRank } from './verdict.ts';

export interface Person {
  subject: string;
  displayName: string;
}

/** Before anybody has looked at who is there: coverage and deadline are planned right after. */
export function openedCase(caseId: string, first: CaseEvidence, before: CrisisCase | null = null): CrisisCase {
  return {
    caseId,
    number: (before?.number ?? 0) + 1,
    status: 'open',
    kind: first.kind,
    level: first.level,
    sessions: [first.sessionId],
    evidence: [first],
    // After the one before it, also when the text was read late: the newest is the player's case.
    openedAt: before === null ? first.at : Math.max(first.at, before.openedAt + 1),
    acknowledgeBy: first.at + ACKNOWLEDGE_WITHIN_MS[first.level],
    contactBy: null,
    heldBy: null,
    acknowledgedAt: null,
    releasedAt: null,
    resolvedAt: null,
    disposition: null,
    drill: first.origin === 'drill',
    coverage: { mode: 'none', open: false, opensAt: null },
    rungsPaged: 0,
    routedTo: [],
    deliveries: [],
    contactedAt: null,
    reopenableUntil: null,
    previous: before?.number ?? null,
    aboutGame: 0,
    version: 1,
  };
}

/**
 * The level only rises. A higher one begins the ladder anew while nobody answers, and with a person there asks for a contact
 * sooner; so does any evidence after a release, because the player is held again. The rest is added and changes no deadline.
 */
export function withEvidence(found: CrisisCase, evidence: CaseEvidence, now: number): CrisisCase {
  const seen = found.evidence.some((e) => e.turnId === evidence.turnId && e.origin === evidence.origin);
  const game = evidence.origin === 'game';
  const graver = !game && levelRank(evidence.level) > levelRank(found.level);
  if (seen && !graver) return found;
  const { sessionId } = evidence;
  const added: CrisisCase = {
    ...found,
    sessions: found.sessions.includes(sessionId) ? found.sessions : [...found.sessions, sessionId],
    evidence: seen ? found.evidence : kept([...found.evidence, evidence]),
  };
  if (game) return { ...added, aboutGame: found.aboutGame + 1 };
  const raised = graver ? { ...added, kind: evidence.kind, level: evidence.level } : added;
  if (isWaiting(found)) {
    if (!graver) return raised;
    const by = now + ACKNOWLEDGE_WITHIN_MS[evidence.level];
    const acknowledgeBy = found.status === 'open' ? Math.min(found.acknowledgeBy, by) : by;
    return { ...raised, status: 'open', rungsPaged: 0, acknowledgeBy };
  }
  if (!graver && found.status !== 'released') return raised;
  const by = now + CONTACT_WITHIN_MS[raised.level];
  const contactBy = found.contactedAt === null ? Math.min(found.contactBy ?? by, by) : by;
  return { ...raised, status: 'acknowledged', releasedAt: null, contactedAt: null, contactBy };
}

/** Somebody is asked to answer for it: nobody has, or whoever did owes the player a contact that is overdue. */
export function isWaiting(found: CrisisCase): boolean {
  return found.status === 'open' || found.status === 'unanswered';
}

/** Whether this person may take it: it is theirs, or nobody's, or its holder has let the contact deadline pass. */
export function mayTake(found: CrisisCase, subject: string, now: number): boolean {
  if (found.heldBy === null || found.heldBy.subject === subject || isWaiting(found)) return true;
  return found.contactedAt === null && found.contactBy !== null && found.contactBy <= now;
}

/** A person answers for the case. Again by the same person changes nothing, unless their contact is overdue. */
export function acknowledgedBy(found: CrisisCase, by: Person, now: number): CrisisCase {
  if (!isWaiting(found) && found.heldBy?.subject === by.subject) return found;
  return {
    ...withDeliveriesOf(found, by.subject, 'acknowledged', now),
    status: found.releasedAt === null ? 'acknowledged' : 'released',
    heldBy: { subject: by.subject, displayName: by.displayName },
    acknowledgedAt: found.acknowledgedAt ?? now,
    contactBy: now + CONTACT_WITHIN_MS[found.level],
    contactedAt: null,
    routedTo: routed(found, by.subject),
  };
}

/** The holder, or somebody of the team by other means, was with the player. */
export function contacted(found: CrisisCase, now: number): CrisisCase {
  if (!isWaiting(found)) return { ...found, contactedAt: now };
  return { ...found, contactedAt: now, status: found.releasedAt === null ? 'acknowledged' : 'released' };
}

export function released(found: CrisisCase, now: number): CrisisCase {
  return { ...found, status: 'released', releasedAt: now };
}

export function resolved(found: CrisisCase, disposition: Disposition, now: number): CrisisCase {
  return { ...found, status: 'resolved', resolvedAt: now, disposition, reopenableUntil: now + REOPEN_WITHIN_MS };
}

export function mayReopen(found: CrisisCase, now: number): boolean {
  return found.status === 'resolved' && found.reopenableUntil !== null && now < found.reopenableUntil;
}

/** Whoever opens it again answers for it. */
export function reopened(found: CrisisCase, by: Person, now: number): CrisisCase {
  const open: CrisisCase = { ...found, status: 'open', resolvedAt: null, disposition: null, reopenableUntil: null };
  return acknowledgedBy({ ...open, releasedAt: null }, by, now);
}

export function handedOver(found: CrisisCase, to: Person): CrisisCase {
  const heldBy = { subject: to.subject, displayName: to.displayName };
  return { ...found, heldBy, routedTo: routed(found, to.subject) };
}

/** The next on the ladder is called, and has until then. */
export function paged(found: CrisisCase, subject: string, acknowledgeBy: number): CrisisCase {
  const routedTo = [...found.routedTo.filter((one) => one !== subject), subject];
  return { ...found, status: 'open', rungsPaged: found.rungsPaged + 1, routedTo, acknowledgeBy };
}

/** Who was paged since the ladder last began: `paged` keeps them at the end of `routedTo`, everybody else goes to its front. */
export function pagedSoFar(found: CrisisCase): readonly string[] {
  return found.rungsPaged === 0 ? [] : found.routedTo.slice(-found.rungsPaged);
}

function routed(found: CrisisCase, subject: string): readonly string[] {
  return found.routedTo.includes(subject) ? found.routedTo : [subject, ...found.routedTo];
}

export function withDelivery(found: CrisisCase, delivery: Delivery): CrisisCase {
  const at = found.deliveries.findIndex(({ id }) => id === delivery.id);
  if (at === -1) return { ...found, deliveries: [...found.deliveries, delivery].slice(-DELIVERIES_KEPT) };
  // What a person has opened stays opened, though a channel may still say that it accepted it.
  if (isOfPerson(found.deliveries[at]?.state)) return found;
  return { ...found, deliveries: found.deliveries.with(at, delivery) };
}

/** A signed-in person has seen it, or answers for it: their notifications that had arrived say so. */
export function withDeliveriesOf(
  found: CrisisCase,
  subject: string,
  state: 'opened' | 'acknowledged',
  at: number,
): CrisisCase {
  const moves = (delivery: Delivery): boolean =>
    delivery.subject === subject &&
    (delivery.state === 'accepted' || (delivery.state === 'opened' && state === 'acknowledged'));
  if (!found.deliveries.some(moves)) return found;
  const deliveries = found.deliveries.map((delivery) => (moves(delivery) ? { ...delivery, state, at } : delivery));
  return { ...found, deliveries };
}

function isOfPerson(state: DeliveryState | undefined): boolean {
  return state === 'opened' || state === 'acknowledged';
}

function kept(evidence: readonly CaseEvidence[]): readonly CaseEvidence[] {
  const [first] = evidence;
  if (first === undefined || evidence.length <= EVIDENCE_KEPT) return evidence;
  return [first, ...evidence.slice(1 - EVIDENCE_KEPT)];
}

/** What time brings next, unless somebody acts before. */
export interface CaseStep {
  what: 'page_first' | 'page_next' | 'contact_due' | 'close';
  /** Absolute, epoch ms; may be over already. */
  at: number;
}

/** `askedLadder`: the ladder's first rung was looked for at this level, and may have been empty. */
export function nextStep(found: CrisisCase, askedLadder: boolean): CaseStep | null {
  switch (found.status) {
    case 'open':
      if (found.rungsPaged === 0 && !askedLadder) return { what: 'page_first', at: pageAt(found) };
      return { what: 'page_next', at: found.acknowledgeBy };
    case 'acknowledged':
    case 'released':
      if (found.contactedAt !== null || found.contactBy === null) return null;
      return { what: 'contact_due', at: found.contactBy };
    case 'unanswered':
      return null;
    case 'resolved':
      return { what: 'close', at: found.reopenableUntil ?? found.openedAt };
  }
}

/** A moderate case that opened outside the team's hours waits for the morning; a graver one wakes somebody. */
export function waitsForOpening(found: CrisisCase): boolean {
  return found.coverage.opensAt !== null && levelRank(found.level) <= levelRank('moderate');
}

function pageAt(found: CrisisCase): number {
  return waitsForOpening(found) && found.heldBy === null ? (found.coverage.opensAt ?? found.openedAt) : found.openedAt;
}

/** Later than any deadline: nobody has to act by a certain time. */
const NONE_DUE = Number.MAX_SAFE_INTEGER;

/** By when somebody has to act next, for a list that shows the nearest first. */
export function deadlineOf(found: CrisisCase): number {
  if (isWaiting(found)) return found.acknowledgeBy;
  return found.contactedAt === null ? (found.contactBy ?? NONE_DUE) : NONE_DUE;
}
