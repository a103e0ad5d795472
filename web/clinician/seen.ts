// What this reader has looked at, kept on the device: a case is marked as long as it is new, graver or answered since.
import type { Level } from '../../src/domain/verdict.ts';
import { LEVELS, levelRank } from '../../src/domain/verdict.ts';
import type { Store } from '../shared/help-store.ts';
import { type ListedCase, lettersIn } from './cases.ts';

export type News = 'new' | 'raised' | 'wrote';

interface Mark {
  number: number;
  level: Level;
  letters: number;
}

export interface Seen {
  newsOf(found: ListedCase): News | null;
  looked(found: ListedCase): void;
}

const KEY = 'tta.cases-seen';
/** More than are ever open at once; the oldest go first. */
const MOST = 300;

export function createSeen(store: Store, subject: string): Seen {
  const key = `${KEY}.${subject}`;
  let marks = read(store, key);
  return {
    newsOf(found) {
      const mark = marks.get(found.caseId);
      if (mark === undefined || mark.number !== found.number) return 'new';
      if (levelRank(found.level) > levelRank(mark.level)) return 'raised';
      return lettersIn(found) > mark.letters ? 'wrote' : null;
    },
    looked(found) {
      const { caseId, number, level } = found;
      marks.delete(caseId);
      marks.set(caseId, { number, level, letters: lettersIn(found) });
      marks = new Map([...marks].slice(-MOST));
      try {
        store.setItem(key, JSON.stringify([...marks]));
      } catch {
        // Without storage the marks last as long as the page.
      }
    },
  };
}

function read(store: Store, key: string): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? '[]');
    for (const line of Array.isArray(kept) ? kept : []) if (isMark(line)) marks.set(line[0], line[1]);
  } catch {
    // Unreadable: every case is new again, which errs on the side of being looked at.
  }
  return marks;
}

function isMark(line: unknown): line is [string, Mark] {
  if (!Array.isArray(line) || typeof line[0] !== 'string') return false;
  const mark: unknown = line[1];
  return (
    typeof mark === 'object' &&
    mark !== null &&
    'number' in mark &&
    'letters' in mark &&
    'level' in mark &&
    LEVELS.some((level) => level === mark.level)
  );
}
