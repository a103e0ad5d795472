// The order of the list and the words of its clocks: pure, with the time given from outside.
import { levelRank } from '../../src/domain/verdict.ts';
import type { ListedCase } from './cases.ts';

/** The next time by which somebody must act on a case, or null when nothing is due. */
export function dueAt(found: ListedCase): number | null {
  switch (found.status) {
    case 'open':
    case 'unanswered':
      return found.acknowledgeBy;
    case 'acknowledged':
    case 'released':
      return found.contactedAt === null ? found.contactBy : null;
    case 'resolved':
      return null;
  }
}

/** Soonest deadline first, what is overdue above all; then the graver; cases without one last. */
export function inOrder<T extends ListedCase>(cases: readonly T[]): T[] {
  return cases.toSorted((a, b) => {
    const byTime = (dueAt(a) ?? Number.MAX_SAFE_INTEGER) - (dueAt(b) ?? Number.MAX_SAFE_INTEGER);
    if (byTime !== 0) return byTime;
    const byLevel = levelRank(b.level) - levelRank(a.level);
    // The same order on every screen, also for two that are alike.
    return byLevel !== 0 ? byLevel : a.caseId.localeCompare(b.caseId);
  });
}

export type Urgency = 'overdue' | 'soon' | 'later' | 'none';

/** `soon`: within five minutes, the shortest deadline there is. */
export function urgencyOf(found: ListedCase, now: number): Urgency {
  const due = dueAt(found);
  if (due === null) return 'none';
  if (due <= now) return 'overdue';
  return due - now <= 5 * 60_000 ? 'soon' : 'later';
}

/** `4:05 left`, `12 min over`, `1 h 20 min left`: seconds only where they matter. */
export function clockText(due: number, now: number): string {
  const over = due <= now;
  const seconds = Math.floor(Math.abs(due - now) / 1000);
  const word = over ? 'over' : 'left';
  if (seconds < 600) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} ${word}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${word}`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min ${word}` : `${Math.floor(hours / 24)} days ${word}`;
}

export function dueLabel(found: ListedCase): string {
  switch (found.status) {
    case 'open':
      return 'To acknowledge';
    case 'unanswered':
      return 'Nobody has answered';
    case 'acknowledged':
    case 'released':
      return found.contactedAt === null && found.contactBy !== null
        ? 'To reach the player'
        : found.status === 'released'
          ? 'Story released'
          : 'To resolve';
    case 'resolved':
      return 'Resolved';
  }
}

/** How the list as a whole stands, said once above it and in the page's title. */
export function countText(cases: readonly ListedCase[], now: number): string {
  if (cases.length === 0) return 'No open case';
  const overdue = cases.filter((found) => urgencyOf(found, now) === 'overdue').length;
  const open = cases.length === 1 ? 'One open case' : `${cases.length} open cases`;
  return overdue === 0 ? open : `${open}, ${overdue} past ${overdue === 1 ? 'its' : 'their'} deadline`;
}
