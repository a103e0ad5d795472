// When the console makes itself heard: what is new between two readings of the list, and what nobody has answered yet.
import type { Level } from '../../src/domain/verdict.ts';
import { levelRank } from '../../src/domain/verdict.ts';
import { isUnacknowledged, type ListedCase, lettersIn } from './cases.ts';

export type AlarmCause = 'opened' | 'raised' | 'reopened' | 'unanswered' | 'handed' | 'wrote';

export interface Alarm {
  caseId: string;
  number: number;
  cause: AlarmCause;
  level: Level;
  drill: boolean;
  /** When it was heard, epoch ms: the same words heard again are read again. */
  at: number;
}

/** Of one case between two readings at most one alarm, the weightiest. `me` is the reader's account id. */
export function alarmsBetween(
  before: readonly ListedCase[],
  after: readonly ListedCase[],
  me: string,
  at: number,
): Alarm[] {
  const known = new Map(before.map((found) => [found.caseId, found]));
  return after.flatMap((found) => {
    const cause = causeOf(known.get(found.caseId), found, me);
    return cause === null
      ? []
      : [{ caseId: found.caseId, number: found.number, cause, level: found.level, drill: found.drill, at }];
  });
}

function causeOf(before: ListedCase | undefined, found: ListedCase, me: string): AlarmCause | null {
  if (found.status === 'resolved') return null;
  if (before === undefined || before.number !== found.number) return 'opened';
  if (before.status === 'resolved') return 'reopened';
  if (levelRank(found.level) > levelRank(before.level)) return 'raised';
  if (before.status === 'open' && found.status === 'unanswered') return 'unanswered';
  // What concerns only who holds the case is heard by nobody else.
  if (found.heldBy?.subject !== me) return null;
  if (before.heldBy !== null && before.heldBy.subject !== me) return 'handed';
  return lettersIn(found) > lettersIn(before) ? 'wrote' : null;
}

/** A grave case that nobody answers is heard again: often enough not to be slept through, seldom enough to think beside it. */
const AGAIN_AFTER_MS: Readonly<Partial<Record<Level, number>>> = { critical: 30_000, high: 120_000 };

/** The level to ring at now, or null. `rangAt` is when the console rang last; null when it has not yet. */
export function ringAgain(cases: readonly ListedCase[], rangAt: number | null, now: number): Level | null {
  const waiting = cases.filter((found) => isUnacknowledged(found) && AGAIN_AFTER_MS[found.level] !== undefined);
  const gravest = waiting.toSorted((a, b) => levelRank(b.level) - levelRank(a.level))[0];
  if (gravest === undefined) return null;
  return rangAt === null || now - rangAt >= (AGAIN_AFTER_MS[gravest.level] ?? 0) ? gravest.level : null;
}

export function gravestOf(alarms: readonly Alarm[]): Level {
  return alarms.reduce<Level>((worst, { level }) => (levelRank(level) > levelRank(worst) ? level : worst), 'none');
}

/** Read aloud at once, or when the reader pauses. */
export function politeness(level: Level): 'assertive' | 'polite' {
  return level === 'critical' || level === 'high' ? 'assertive' : 'polite';
}

/** Said by the live region and by the browser's notification: no kind and no name, a screen may be seen by others. */
export function alarmText({ cause, level, drill }: Alarm): string {
  const what = {
    opened: `New ${level} case.`,
    raised: `A case became ${level}.`,
    reopened: `A ${level} case was opened again.`,
    unanswered: `Nobody has answered a ${level} case.`,
    handed: `A ${level} case was handed over to you.`,
    wrote: 'A player whose case you hold has written.',
  }[cause];
  return drill ? `Drill. ${what}` : what;
}
