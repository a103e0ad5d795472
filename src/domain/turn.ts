// One turn as data: what the player sends, what comes back, and how its place in the session is counted.
import type { ScreenedText } from './screened-text.ts';

/** The longest text a player may send, in UTF-16 code units. Longer text is still screened, then refused. */
export const MAX_TEXT_LENGTH = 2000;

/** Events of one turn share a block of this many sequence numbers: `turnSeq * SEQ_BLOCK + i`. */
export const SEQ_BLOCK = 1000;
/** Within its block a turn's reply has this place; its sentences come before, acts that follow it (pause, release) after. */
const REPLY_PLACE = 499;

export function replySeq(turnSeq: number): number {
  return turnSeq * SEQ_BLOCK + REPLY_PLACE;
}

/** Place of the i-th sentence (from 0) of a turn. A turn has at most REPLY_PLACE - 1 sentences. */
export function sentenceSeq(turnSeq: number, index: number): number {
  return turnSeq * SEQ_BLOCK + 1 + index;
}

/** Place of the n-th act (from 0) after a turn, at most 499 of them. */
export function actSeq(turnSeq: number, n: number): number {
  return turnSeq * SEQ_BLOCK + REPLY_PLACE + 1 + n;
}

export const MAX_ACTS_PER_TURN = SEQ_BLOCK - REPLY_PLACE - 1;

export function turnSeqOf(seq: number): number {
  return Math.floor(seq / SEQ_BLOCK);
}

export type TurnKind = 'story' | 'support' | 'help' | 'notice';

export interface TurnTiming {
  totalMs: number;
  modelMs: number;
  screenMs: number;
  firstTextMs: number;
}

export interface HelpResource {
  name: string;
  contact: string;
  hours: string;
}

/** A change a player can see, told in the player's words, such as `{kind:'taken', what:'the brass lamp'}`. */
export interface VisibleChange {
  kind: 'moved' | 'taken' | 'dropped' | 'given' | 'opened' | 'closed' | 'unlocked' | 'changed' | 'learned' | 'undone';
  what: string;
}

export interface TurnReply {
  turnId: string;
  /** Sequence number of this reply; a client sends the highest one it saw back as `afterSeq`. */
  seq: number;
  kind: TurnKind;
  text: ScreenedText;
  /** The text in the sentences it is streamed in; joined by their own white space they are `text`. */
  sentences: readonly ScreenedText[];
  /** At most four. */
  suggestions: readonly string[];
  place?: string;
  worldChanges: readonly VisibleChange[];
  source: 'model' | 'authored';
  timing: TurnTiming;
  /** Not on `story`. */
  resources?: readonly HelpResource[];
  /** Only on `help` and `support`: offer a way to leave the page at once. */
  quickExit?: boolean;
  /** Only on `notice`: whether sending again (with a new turnId) can help. */
  retryable?: boolean;
}

export interface TurnInput {
  turnId: string;
  text: string;
  /** Highest seq the player had seen when writing. */
  afterSeq?: number;
  /** Set by the gateway, never by a client: the words speak of danger, so what waits for a model is set aside for them. */
  urgent?: boolean;
}

/** What the session workflow answers to a turn. A refusal is decided only after the text was screened. */
export type TurnOutcome =
  | { answered: true; reply: TurnReply; textHash: string }
  | { answered: false; code: 'session_paused' | 'session_ended' | 'text_too_long' | 'text_empty' | 'turn_id_reused' };
