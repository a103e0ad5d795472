// The story so far as a journal tells it: by place, a line for each turn, from what is on the page.
import type { Entry, TurnEntry } from './entries.ts';
import { changeLine } from './wording.ts';

export interface JournalLine {
  turnId: string;
  /** The player's own words; null for an opening or closing. */
  said: string | null;
  /** What came of it. */
  came: string;
}

/** One stay in one place; coming back later is another chapter. */
export interface Chapter {
  /** The turn that began it, by which it is known. */
  turnId: string;
  place: string;
  lines: JournalLine[];
}

/** About two lines of the side panel. */
const LONGEST = 110;

export function chaptersOf(entries: readonly Entry[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'turn' || entry.reply === null || entry.reply.kind === 'notice') continue;
    const open = chapters.at(-1);
    const place = entry.reply.place ?? open?.place ?? '';
    const line = { turnId: entry.turnId, said: saidIn(entry), came: cameOf(entry) };
    if (open !== undefined && open.place === place) open.lines.push(line);
    else chapters.push({ turnId: entry.turnId, place, lines: [line] });
  }
  return chapters;
}

/** What the player knows by now: what was learned, without what an undo took back. */
export function learnedIn(entries: readonly Entry[]): string[] {
  const learned = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'turn') continue;
    for (const { kind, what } of entry.reply?.worldChanges ?? []) {
      if (kind === 'learned') learned.add(what);
      else if (kind === 'undone') learned.delete(what);
    }
  }
  return [...learned];
}

/** What was said and answered outside the story is not laid open again in a list that somebody may see over a shoulder. */
function saidIn(turn: TurnEntry): string | null {
  return turn.reply?.kind === 'help' || turn.said === null ? null : shortened(turn.said);
}

function cameOf({ reply, sentences }: TurnEntry): string {
  if (reply?.kind === 'help') return 'You stepped outside the story for a while.';
  const changes = reply?.worldChanges.map(changeLine).filter((line) => line !== null) ?? [];
  return changes.length > 0 ? changes.join(' · ') : shortened(sentences.find((s) => s.trim() !== '') ?? '');
}

/** The first paragraph of a sentence, cut at a word when it is long. */
function shortened(sentence: string): string {
  const text = sentence.trim().split(/\n\s*\n/)[0] ?? '';
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/\W*\s+\S*$/u, '')}…`;
}
