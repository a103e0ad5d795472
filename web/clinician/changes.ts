// What is different between two readings of a case, said plainly: shown when somebody else was quicker.
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import { type ListedCase, lettersIn, type OpenedCase } from './cases.ts';
import { DISPOSITION_LABELS } from './words.ts';

/**
 * Whether a person should look again before acting. What became of a notification is no reason to stop somebody: those states
 * change by themselves in the seconds after each act.
 */
export function isNews(before: OpenedCase, after: OpenedCase): boolean {
  const same =
    after.number === before.number &&
    after.status === before.status &&
    after.level === before.level &&
    after.heldBy?.subject === before.heldBy?.subject &&
    after.evidence.length === before.evidence.length &&
    after.entries.length === before.entries.length &&
    after.releasedAt === before.releasedAt &&
    after.contactedAt === before.contactedAt;
  return !same;
}

export function whatChanged(before: ListedCase, after: ListedCase): string[] {
  const changes: string[] = [];
  if (after.number !== before.number) return ['This is a new case of the same player; the one before was closed.'];
  const who = after.heldBy?.displayName ?? null;
  if (before.heldBy?.subject !== after.heldBy?.subject)
    changes.push(who === null ? 'Nobody holds the case any more.' : `${who} holds the case now.`);
  if (before.level !== after.level) changes.push(`The level rose from ${before.level} to ${after.level}.`);
  if (grown(before.evidence, after.evidence)) changes.push('There is new evidence.');
  if (lettersIn(after) > lettersIn(before)) changes.push('The player has written.');
  if (before.contactedAt === null && after.contactedAt !== null) changes.push('The player has been reached.');
  if (before.releasedAt === null && after.releasedAt !== null) changes.push('The story was released.');
  if (before.status !== after.status) {
    if (after.status === 'resolved') changes.push(`The case was resolved${ending(after.disposition)}.`);
    else if (before.status === 'resolved') changes.push('The case was opened again.');
    else if (after.status === 'unanswered') changes.push('Its time to be acknowledged ran out.');
  }
  if (changes.length === 0) changes.push('A note, a message or a notification was added to it.');
  return changes;
}

function grown(before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): boolean {
  return (after?.length ?? 0) > (before?.length ?? 0);
}

function ending(disposition: CrisisCase['disposition'] | undefined): string {
  return disposition ? `: ${DISPOSITION_LABELS[disposition].toLowerCase()}` : '';
}
