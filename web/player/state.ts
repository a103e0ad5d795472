// The story on the page as a pure function of what was heard. Everything merges by its own identity (turn id, sentence
// index, seq), so an event heard twice, late, or both as answer and as event changes nothing the second time.
import type { PublicStatus, SessionEvent } from '../../src/domain/events.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import { replySeq, turnSeqOf } from '../../src/domain/turn.ts';
import type { Problem } from '../shared/api.ts';
import {
  type AsideEntry,
  type Entry,
  inOrder,
  type LetterEntry,
  newTurn,
  sameAside,
  type TurnEntry,
} from './entries.ts';

export interface StoryState {
  entries: readonly Entry[];
  status: PublicStatus;
  statusSeq: number;
  /** Who paused it: `system` when texts could not be read; null while it is not paused. */
  pausedBy: 'player' | 'team' | 'system' | null;
  /** Where the event stream resumes: only the stream itself moves it, so an early answer skips nothing. */
  streamSeq: number;
  epoch: string | null;
  degraded: boolean;
  /** A turn is missing between what is here and what was heard: the transcript after this seq fills it. */
  gapAfter: number | null;
  /** The stream began anew without a usable snapshot: the whole transcript is needed. */
  wantsReload: boolean;
}

export type StoryAction =
  | { type: 'sent'; turnId: string; text: string }
  | { type: 'delayed'; turnId: string }
  | { type: 'answered'; reply: TurnReply }
  | { type: 'refused'; turnId: string; problem: Problem }
  | { type: 'withdrawn'; turnId: string }
  | { type: 'letters'; letters: readonly Omit<LetterEntry, 'kind'>[] }
  | { type: 'event'; event: SessionEvent }
  | { type: 'transcript'; events: readonly SessionEvent[]; said: Readonly<Record<string, string>> }
  | { type: 'replaced'; events: readonly SessionEvent[]; said: Readonly<Record<string, string>> }
  | { type: 'status'; status: PublicStatus };

export const EMPTY_STORY: StoryState = {
  entries: [],
  status: 'active',
  statusSeq: -1,
  pausedBy: null,
  streamSeq: 0,
  epoch: null,
  degraded: false,
  gapAfter: null,
  wantsReload: false,
};

export function storyReducer(state: StoryState, action: StoryAction): StoryState {
  switch (action.type) {
    case 'sent':
      return withTurn(state, action.turnId, (turn) => ({
        ...turn,
        said: action.text,
        stage: turn.reply ? null : 'sent',
        problem: null,
        fresh: true,
      }));
    case 'delayed':
      return withTurn(state, action.turnId, (turn) => (turn.reply ? turn : { ...turn, stage: 'waiting' }));
    case 'answered':
      return withReply(state, action.reply, true);
    case 'refused':
      return withTurn(state, action.turnId, (turn) =>
        turn.reply ? turn : { ...turn, stage: null, problem: action.problem },
      );
    case 'withdrawn':
      return { ...state, entries: state.entries.filter((e) => e.kind !== 'turn' || e.turnId !== action.turnId) };
    case 'letters':
      return action.letters.reduce((now, letter) => withAside(now, { kind: 'letter', ...letter }), state);
    case 'event':
      return heard(state, action.event, true);
    case 'transcript':
      return { ...told(state, action.events, action.said), gapAfter: null };
    case 'replaced': {
      const stored = new Set(action.events.flatMap((e) => (e.type === 'turn.reply' ? [e.data.turnId] : [])));
      const lastSeq = Math.max(-1, ...action.events.map((e) => e.seq ?? -1));
      const kept = state.entries.filter(
        (e): e is TurnEntry => e.kind === 'turn' && !stored.has(e.turnId) && notInTranscript(e, lastSeq),
      );
      // What passed between people stays on the page whatever the transcript holds of it.
      const people = state.entries.filter((e) => e.kind !== 'turn');
      const { epoch, status, statusSeq, pausedBy, streamSeq } = state;
      const next = told({ ...EMPTY_STORY, epoch, status, statusSeq, pausedBy, streamSeq }, action.events, action.said);
      return people.reduce(withAside, { ...next, entries: inOrder([...next.entries, ...kept]) });
    }
    case 'status':
      return { ...state, status: action.status };
  }
}

/** Highest seq on the page: what the player has seen when writing the next turn. */
export function seenSeq(state: StoryState): number {
  const answered = state.entries.map((entry) => entry.order).filter(Number.isFinite);
  return Math.max(0, state.streamSeq, ...answered);
}

export function turnInFlight(state: StoryState): TurnEntry | null {
  const last = state.entries.findLast((entry) => entry.kind === 'turn');
  return last && last.reply === null && last.problem === null ? last : null;
}

/**
 * Words without an answer yet, help or notices that the gateway gave by itself while the session could not, and turns that
 * were heard while the transcript was on its way.
 */
function notInTranscript(turn: TurnEntry, lastSeq: number): boolean {
  if (turn.reply === null) return turn.said !== null;
  if (turn.order > lastSeq && !turn.stale) return true;
  return turn.fresh && (turn.reply.kind === 'help' || turn.reply.kind === 'notice');
}

function told(state: StoryState, events: readonly SessionEvent[], said: Readonly<Record<string, string>>): StoryState {
  let next = state;
  for (const event of events) next = heard(next, event, false);
  const entries = next.entries.map((entry) =>
    entry.kind === 'turn' && entry.said === null && said[entry.turnId] !== undefined
      ? { ...entry, said: said[entry.turnId] ?? null }
      : entry,
  );
  return { ...next, entries, wantsReload: false };
}

function heard(state: StoryState, event: SessionEvent, live: boolean): StoryState {
  const seq = event.seq;
  // A stream delivers in order: what is not above the resume point was here before the line broke.
  if (live && seq !== undefined && seq <= state.streamSeq) return state;
  const moved = seq === undefined ? state : { ...state, streamSeq: Math.max(state.streamSeq, seq) };
  const gap = live && event.type === 'turn.reply' ? gapBefore(state, event.data.seq) : null;
  const next = applied(moved, event, live);
  return gap === null ? next : { ...next, gapAfter: next.gapAfter ?? gap };
}

function gapBefore(state: StoryState, seq: number): number | null {
  const before = Math.max(
    -1,
    ...state.entries.map((e) => (e.order < seq && Number.isFinite(e.order) ? turnSeqOf(e.order) : -1)),
  );
  return before >= 0 && turnSeqOf(seq) > before + 1 ? replySeq(before) : null;
}

function applied(state: StoryState, event: SessionEvent, live: boolean): StoryState {
  switch (event.type) {
    case 'turn.progress':
      return changeTurn(state, event.data.turnId, (turn) =>
        turn.reply || turn.problem ? turn : { ...turn, stage: event.data.stage },
      );
    case 'turn.text':
      return withTurn(state, event.data.turnId, (turn) => withSentence(turn, event.data, event.seq, live));
    case 'turn.reset':
      return changeTurn(state, event.data.turnId, (turn) => withoutTelling(turn, event.data.generation));
    case 'turn.reply':
      return withReply(state, event.data, live);
    case 'turn.failed':
      return changeTurn(state, event.data.turnId, (turn) =>
        turn.reply ? turn : { ...turn, stage: null, sentences: [], problem: failed() },
      );
    case 'session.status':
      if (event.seq !== undefined && event.seq <= state.statusSeq) return state;
      return {
        ...state,
        status: event.data.status,
        statusSeq: event.seq ?? state.statusSeq,
        pausedBy: event.data.status === 'paused' ? (event.data.by ?? 'player') : null,
      };
    case 'session.rolledback':
      return {
        ...state,
        entries: state.entries.filter((e) => e.order <= event.data.toSeq || !Number.isFinite(e.order)),
      };
    case 'resync':
      return resynced(state, event.data);
    case 'human.message':
      if (event.data.role === 'player') {
        const { id, text } = event.data;
        return withAside(state, { kind: 'letter', order: placeOf(state, event.seq), id, text });
      }
      return withAside(state, { kind: 'person', order: placeOf(state, event.seq), fresh: live, ...event.data });
    case 'help.opened':
      return { ...state, status: 'help' };
    case 'help.acknowledged':
      return withAside(state, {
        kind: 'mark',
        order: placeOf(state, event.seq),
        mark: 'acknowledged',
        displayName: event.data.displayName,
        fresh: live,
      });
    case 'help.unanswered':
      return withAside(state, {
        kind: 'unanswered',
        order: placeOf(state, event.seq),
        fresh: live,
        ...event.data,
      });
    case 'help.released': {
      const marked = withAside(state, {
        kind: 'mark',
        order: placeOf(state, event.seq),
        mark: 'released',
        displayName: null,
        fresh: live,
      });
      return marked.status === 'help' ? { ...marked, status: 'active' } : marked;
    }
    case 'service.degraded':
      return { ...state, degraded: true };
    case 'service.restored':
      return { ...state, degraded: false };
    case 'ping':
      // The first ping of a connection names the stream's epoch.
      return 'epoch' in event.data && typeof event.data.epoch === 'string'
        ? { ...state, epoch: event.data.epoch }
        : state;
  }
}

function withSentence(
  turn: TurnEntry,
  data: { generation: string; index: number; chunk: string },
  seq: number | undefined,
  live: boolean,
): TurnEntry {
  if (turn.reply !== null || turn.abandoned.includes(data.generation)) return turn;
  const sentences = turn.generation === data.generation ? [...turn.sentences] : [];
  sentences[data.index] = data.chunk;
  return {
    ...turn,
    generation: data.generation,
    // A sentence that overtook an earlier one leaves a hole; it is filled with nothing until the earlier one comes.
    sentences: Array.from(sentences, (sentence) => sentence ?? ''),
    stage: 'telling',
    problem: null,
    fresh: turn.fresh || live,
    order: seq === undefined ? turn.order : replySeq(turnSeqOf(seq)),
  };
}

/** Also of a telling that was not heard yet: what is left of it may still be on its way. */
function withoutTelling(turn: TurnEntry, generation: string): TurnEntry {
  if (turn.reply !== null) return turn;
  const abandoned = [...turn.abandoned, generation];
  if (turn.generation !== generation) return { ...turn, abandoned };
  return { ...turn, abandoned, generation: null, sentences: [], stage: 'thinking' };
}

function withReply(state: StoryState, reply: TurnReply & { said?: string }, live: boolean): StoryState {
  const next = withTurn(state, reply.turnId, (turn) =>
    turn.reply
      ? turn
      : {
          ...turn,
          order: reply.seq,
          said: turn.said ?? reply.said ?? null,
          stage: null,
          problem: null,
          sentences: reply.sentences.length > 0 ? reply.sentences : [reply.text],
          reply,
          fresh: turn.fresh || live,
        },
  );
  return reply.kind === 'help' && live && next.status === 'active' ? { ...next, status: 'help' } : next;
}

function resynced(state: StoryState, data: { epoch: string; snapshot: unknown }): StoryState {
  const snapshot = data.snapshot;
  const events =
    typeof snapshot === 'object' && snapshot !== null && 'events' in snapshot && Array.isArray(snapshot.events)
      ? // Written by the same release of the gateway as this page.
        (snapshot.events as SessionEvent[])
      : null;
  const entries = state.entries.map((e) => (e.kind === 'turn' && e.reply !== null ? { ...e, stale: true } : e));
  const begun = { ...state, epoch: data.epoch, streamSeq: 0, entries };
  if (events === null) return { ...begun, wantsReload: true };
  const said = Object.fromEntries(
    entries.flatMap((e) => (e.kind === 'turn' && e.said !== null ? [[e.turnId, e.said] as const] : [])),
  );
  return storyReducer(begun, { type: 'replaced', events, said });
}

function withTurn(state: StoryState, turnId: string, change: (turn: TurnEntry) => TurnEntry): StoryState {
  const known = state.entries.some((entry) => entry.kind === 'turn' && entry.turnId === turnId);
  return changeTurn(known ? state : { ...state, entries: [...state.entries, newTurn(turnId)] }, turnId, change);
}

function changeTurn(state: StoryState, turnId: string, change: (turn: TurnEntry) => TurnEntry): StoryState {
  return {
    ...state,
    entries: inOrder(state.entries.map((e) => (e.kind === 'turn' && e.turnId === turnId ? change(e) : e))),
  };
}

function withAside(state: StoryState, aside: AsideEntry): StoryState {
  const known = state.entries.some((entry) => entry.kind === aside.kind && sameAside(entry, aside));
  return known ? state : { ...state, entries: inOrder([...state.entries, aside]) };
}

/** The place of a letter that is written now: after everything that is on the page. */
export function placeForLetter(state: StoryState): number {
  return placeOf(state, undefined);
}

/** Whom the player can write to: who acknowledged or wrote last; null while nobody has. */
export function personHere(state: StoryState): string | null {
  const last = state.entries.findLast((e) => e.kind === 'person' || (e.kind === 'mark' && e.mark === 'acknowledged'));
  return last?.kind === 'person' || last?.kind === 'mark' ? last.displayName : null;
}

/** An aside without a seq of its own stands after all that is answered, a little past the last. */
function placeOf(state: StoryState, seq: number | undefined): number {
  return seq ?? seenSeq(state) + 0.001 * (1 + state.entries.filter((entry) => entry.kind !== 'turn').length);
}

function failed(): Problem {
  return {
    code: 'unavailable',
    status: 503,
    detail: 'This part of the story could not be told. Nothing was changed by it.',
    issues: [],
    retryAfterS: null,
    resources: [],
  };
}
