// The player's own words of this visit, kept in this tab only: a turn in flight survives a reload, and a page read again
// shows what was said. Closing the tab, signing out or leaving quickly forgets them.
import type { Store } from '../shared/help-store.ts';

export interface Unanswered {
  turnId: string;
  text: string;
  afterSeq: number;
}

/** What was written to the care team and passed on; no transcript tells it. */
export interface Letter {
  id: string;
  order: number;
  text: string;
}

export interface Words {
  letters(): readonly Letter[];
  wrote(letter: Letter): void;
  said(): Readonly<Record<string, string>>;
  unanswered(): Unanswered | null;
  /** Kept before it is sent. */
  sending(turn: Unanswered): void;
  settled(turnId: string): void;
}

interface Kept {
  said: Record<string, string>;
  unanswered: Unanswered | null;
  letters?: readonly Letter[];
}

const PREFIX = 'tta.words.';
/** Enough for any sitting; the oldest go first, because storage is small and shared. */
const MOST = 400;

export function wordsOf(store: Store, sessionId: string): Words {
  const key = PREFIX + sessionId;
  let kept = read(store, key);
  const write = (): void => {
    try {
      store.setItem(key, JSON.stringify(kept));
    } catch {
      // Without storage the words last as long as the page.
    }
  };
  return {
    letters: () => kept.letters ?? [],
    wrote(letter) {
      kept = { ...kept, letters: [...(kept.letters ?? []), letter].slice(-MOST) };
      write();
    },
    said: () => kept.said,
    unanswered: () => kept.unanswered,
    sending(turn) {
      const said = Object.entries({ ...kept.said, [turn.turnId]: turn.text }).slice(-MOST);
      kept = { ...kept, said: Object.fromEntries(said), unanswered: turn };
      write();
    },
    settled(turnId) {
      if (kept.unanswered?.turnId !== turnId) return;
      kept = { ...kept, unanswered: null };
      write();
    },
  };
}

/** Forgets the words of every session in this tab. */
export function forgetWords(store: Storage): void {
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
}

function read(store: Store, key: string): Kept {
  try {
    const parsed: unknown = JSON.parse(store.getItem(key) ?? 'null');
    // Written only by this file; anything else in its place is discarded by the check.
    if (typeof parsed === 'object' && parsed !== null && 'said' in parsed) return parsed as Kept;
  } catch {
    // Unreadable: nothing was kept.
  }
  return { said: {}, unanswered: null };
}
