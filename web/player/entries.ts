// What stands on the page of a story, in its order: turns, and beside them what passes between the player and people.
import type { HelpResource, TurnReply } from '../../src/domain/turn.ts';
import type { Problem } from '../shared/api.ts';

export type Stage = 'sent' | 'reading' | 'thinking' | 'telling' | 'waiting';

export interface TurnEntry {
  kind: 'turn';
  turnId: string;
  /** Seq of its reply; Infinity while there is none, so that it stands last. */
  order: number;
  /** The player's own words; null when neither this device nor the transcript has them (the opening has none). */
  said: string | null;
  stage: Stage | null;
  /** Execution whose sentences these are; another one's replace them. */
  generation: string | null;
  abandoned: readonly string[];
  sentences: readonly string[];
  reply: TurnReply | null;
  problem: Problem | null;
  /** Happened while the reader watched, so it is told sentence by sentence; history is simply there. */
  fresh: boolean;
  /** From before a resync: it stays only if the transcript, once read again, has it too. */
  stale: boolean;
}

/** What a person of the care team wrote. */
export interface PersonEntry {
  kind: 'person';
  order: number;
  id: string;
  displayName: string;
  role: string;
  text: string;
  /** Came while the reader watched: it is read aloud. */
  fresh: boolean;
}

/** What the player wrote to the people who answer, once it was passed on. */
export interface LetterEntry {
  kind: 'letter';
  order: number;
  id: string;
  text: string;
}

export interface MarkEntry {
  kind: 'mark';
  order: number;
  mark: 'acknowledged' | 'released';
  displayName: string | null;
  fresh: boolean;
}

/** Nobody has answered in time; the words are the gateway's, authored. */
export interface UnansweredEntry {
  kind: 'unanswered';
  order: number;
  text: string;
  resources: readonly HelpResource[];
  fresh: boolean;
}

export type AsideEntry = PersonEntry | LetterEntry | MarkEntry | UnansweredEntry;
export type Entry = TurnEntry | AsideEntry;

export function newTurn(turnId: string): TurnEntry {
  return {
    kind: 'turn',
    turnId,
    order: Number.POSITIVE_INFINITY,
    said: null,
    stage: null,
    generation: null,
    abandoned: [],
    sentences: [],
    reply: null,
    problem: null,
    fresh: false,
    stale: false,
  };
}

/** A person's words by their own id, so that a repeat with another seq is no second message. */
export function sameAside(entry: Entry, aside: AsideEntry): boolean {
  return 'id' in entry && 'id' in aside ? entry.id === aside.id : entry.order === aside.order;
}

/** Stable, so that turns without an answer keep the order in which they were written. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (a.order === b.order ? 0 : a.order - b.order));
}
