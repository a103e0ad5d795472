// The order of the clinician's list and the words of its clocks: pure, with the time given from outside.
import type { CrisisCase, Disposition } from '../../src/domain/crisis-case.ts';
import { levelRank } from '../../src/domain/verdict.ts';

/** The next time by which somebody must act on a case, or null when nothing is due. */
export function dueAt(found: CrisisCase): number | null {
  switch (found.status) {
    case 'open':
    case 'unanswered':
      return found.acknowledgeBy;
    case 'acknowledged':
      return found.contactBy;
    case 'released':
    case 'resolved':
      return null;
  }
}

/** Soonest deadline first, what is overdue above all; then the graver; cases without one last. */
export function inOrder(cases: readonly CrisisCase[]): CrisisCase[] {
  return cases.toSorted((a, b) => {
    const byTime = (dueAt(a) ?? Number.MAX_SAFE_INTEGER) - (dueAt(b) ?? Number.MAX_SAFE_INTEGER);
    return byTime !== 0 ? byTime : levelRank(b.level) - levelRank(a.level);
  });
}

export type Urgency = 'overdue' | 'soon' | 'later' | 'none';

/** `soon`: within five minutes, the shortest deadline there is. */
export function urgencyOf(found: CrisisCase, now: number): Urgency {
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
  return minutes < 60 ? `${minutes} min ${word}` : `${Math.floor(minutes / 60)} h ${minutes % 60} min ${word}`;
}

export function dueLabel(found: CrisisCase): string {
  switch (found.status) {
    case 'open':
      return 'To acknowledge';
    case 'unanswered':
      return 'Nobody has answered';
    case 'acknowledged':
      return 'To reach the player';
    case 'released':
      return 'Story released';
    case 'resolved':
      return 'Resolved';
  }
}

export const KIND_LABELS: Readonly<Record<CrisisCase['kind'], string>> = {
  suicide: 'Suicide',
  selfharm: 'Self-harm',
  abuse: 'Abuse',
  violence: 'Violence',
  medical: 'Medical emergency',
  eating: 'Eating',
};

export const DISPOSITION_LABELS: Readonly<Record<Disposition, string>> = {
  false_alarm: 'False alarm',
  safe: 'Safe',
  referred: 'Referred on',
  emergency_services_called: 'I called emergency services',
  could_not_reach: 'Could not reach them',
};

export const ORIGIN_LABELS: Readonly<Record<CrisisCase['evidence'][number]['origin'], string>> = {
  screening: 'the screening of a text',
  requested: 'the player’s own request',
  team: 'a colleague',
  outbox: 'a text screened during an outage',
};
