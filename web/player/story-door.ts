// Joins the page to one session: transcript, live events, turns. It holds the state and tells whoever listens; React
// only draws it. Everything at the edge (network, storage, clock) comes in, so a test can take the network away.
import type { PublicStatus, SessionEvent } from '../../src/domain/events.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import type { Answer, Api, Problem } from '../shared/api.ts';
import { createLiveSocket, type Line, type LineState } from '../shared/live-socket.ts';
import { deliver } from './delivery.ts';
import {
  EMPTY_STORY,
  placeForLetter,
  type StoryAction,
  type StoryState,
  seenSeq,
  storyReducer,
  turnInFlight,
} from './state.ts';
import type { Words } from './words.ts';

export interface SessionView {
  status: PublicStatus;
  place?: string;
  inventory?: readonly string[];
  goals?: readonly { id?: string; text?: string; progress?: number }[];
  /** What the player did in the story with what it offered, in plain sentences. */
  practice?: readonly string[];
}

export interface DoorView {
  story: StoryState;
  line: LineState;
  view: SessionView | null;
  loaded: boolean;
  /** Why the session cannot be shown at all: not theirs, gone, signed out. */
  closed: Problem | null;
}

export interface DoorPorts {
  api: Api;
  words: Words;
  socketBase: string;
  newId: () => string;
  connect?: (url: string) => Line;
}

export interface StoryDoor {
  current: () => DoorView;
  subscribe: (listener: () => void) => () => void;
  send: (text: string) => void;
  /** Sends a refused turn's words once more, as a new turn. */
  again: (turnId: string) => void;
  /** Takes a refused turn off the page and gives its words back. */
  takeBack: (turnId: string) => string;
  /** To the people who answer, not to the story. Resolves to why it was not passed on, or null when it was. */
  write: (text: string) => Promise<Problem | null>;
  act: (name: 'pause' | 'resume' | 'human' | 'end') => Promise<Answer<unknown>>;
  nudge: () => void;
  stop: () => void;
}

export function openStoryDoor(sessionId: string, ports: DoorPorts): StoryDoor {
  const base = `/v1/sessions/${encodeURIComponent(sessionId)}`;
  const listeners = new Set<() => void>();
  const wakers = new Set<() => void>();
  let now: DoorView = { story: EMPTY_STORY, line: 'connecting', view: null, loaded: false, closed: null };
  let stopped = false;
  let socket: ReturnType<typeof createLiveSocket> | null = null;

  function show(change: Partial<DoorView>): void {
    if (stopped) return;
    now = { ...now, ...change };
    for (const listener of listeners) listener();
  }

  function dispatch(action: StoryAction): void {
    show({ story: storyReducer(now.story, action) });
  }

  const isAnswered = (turnId: string): boolean =>
    stopped || now.story.entries.some((e) => e.kind === 'turn' && e.turnId === turnId && e.reply !== null);

  function wake(): void {
    for (const waker of wakers) waker();
    wakers.clear();
  }

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      wakers.add(done);
    });

  async function transcript(after: number): Promise<Answer<SessionEvent[]>> {
    const events: SessionEvent[] = [];
    for (let from = after; ; ) {
      const page = await ports.api<{ events: SessionEvent[]; next?: number | null }>(
        `${base}/transcript?after=${from}`,
      );
      if (!page.ok) return page;
      events.push(...page.value.events);
      const next = page.value.next;
      if (typeof next !== 'number' || next <= from || page.value.events.length === 0)
        return { ok: true, value: events };
      from = next;
    }
  }

  let asked = 0;
  async function refreshView(): Promise<void> {
    asked += 1;
    const mine = asked;
    const answer = await ports.api<SessionView>(base);
    // An answer that was overtaken by a later question shows what is over, such as a pause that has ended.
    if (!answer.ok || mine !== asked) return;
    show({ view: answer.value });
    dispatch({ type: 'status', status: answer.value.status });
  }

  async function load(): Promise<void> {
    for (let attempt = 0; !stopped; attempt += 1) {
      const answer = await transcript(0);
      if (answer.ok) {
        dispatch({ type: 'replaced', events: answer.value, said: ports.words.said() });
        dispatch({ type: 'letters', letters: ports.words.letters() });
        break;
      }
      if (answer.problem.code !== 'network' && answer.problem.status < 500) return show({ closed: answer.problem });
      show({ line: 'lost' });
      await pause(Math.min(8_000, 1_000 * 2 ** attempt));
    }
    if (stopped) return;
    show({ loaded: true });
    await refreshView();
    listen();
    const left = ports.words.unanswered();
    if (left !== null) void carry(left.turnId, left.text, left.afterSeq);
  }

  function listen(): void {
    if (stopped || socket !== null) return;
    socket = createLiveSocket({
      url: () => {
        const { epoch, streamSeq } = now.story;
        return `${ports.socketBase}${base}/events?after=${streamSeq}${epoch === null ? '' : `&epoch=${epoch}`}`;
      },
      ...(ports.connect ? { connect: ports.connect } : {}),
      onMessage: (parsed) => onEvent(parsed as SessionEvent), // same release, same contract
      onState: (line) => {
        show({ line });
        if (line === 'live') wake();
      },
    });
  }

  function onEvent(event: SessionEvent): void {
    const news = event.type === 'turn.reply' && !isAnswered(event.data.turnId);
    dispatch({ type: 'event', event });
    if (event.type === 'turn.reply' && news) {
      ports.words.settled(event.data.turnId);
      wake();
      void refreshView();
    }
    if (event.type === 'session.status') void refreshView();
    const { wantsReload, gapAfter } = now.story;
    if (wantsReload) void fill(0, 'replaced');
    else if (gapAfter !== null) void fill(gapAfter, 'transcript');
  }

  let filling = false;
  async function fill(after: number, type: 'replaced' | 'transcript'): Promise<void> {
    if (filling) return;
    filling = true;
    const answer = await transcript(after);
    filling = false;
    if (answer.ok) dispatch({ type, events: answer.value, said: ports.words.said() });
  }

  async function carry(turnId: string, text: string, afterSeq: number): Promise<void> {
    dispatch({ type: 'sent', turnId, text });
    const delivered = await deliver(
      sessionId,
      { turnId, text, afterSeq },
      {
        api: ports.api,
        isAnswered,
        onDelay: (id) => dispatch({ type: 'delayed', turnId: id }),
        pause,
      },
    );
    if (stopped) return;
    ports.words.settled(turnId);
    if (delivered.outcome === 'answered' && !isAnswered(turnId)) {
      dispatch({ type: 'answered', reply: delivered.reply });
      await refreshView();
    }
    if (delivered.outcome === 'refused') {
      dispatch({ type: 'refused', turnId, problem: delivered.problem });
      if (delivered.problem.code === 'stale_turn') await fill(now.story.streamSeq, 'transcript');
      if (delivered.problem.code.startsWith('session_')) await refreshView();
    }
  }

  function send(text: string): void {
    if (turnInFlight(now.story) !== null) return;
    const turn = { turnId: ports.newId(), text, afterSeq: seenSeq(now.story) };
    ports.words.sending(turn);
    void carry(turn.turnId, turn.text, turn.afterSeq);
  }

  void load();
  return {
    current: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send,
    again(turnId) {
      const turn = now.story.entries.find((e) => e.kind === 'turn' && e.turnId === turnId);
      if (turn?.kind !== 'turn' || turn.said === null) return;
      // A refused turn left nothing behind; a notice was answered and stays as part of the page.
      if (turn.reply === null) dispatch({ type: 'withdrawn', turnId });
      send(turn.said);
    },
    takeBack(turnId) {
      const turn = now.story.entries.find((e) => e.kind === 'turn' && e.turnId === turnId);
      dispatch({ type: 'withdrawn', turnId });
      return turn?.kind === 'turn' ? (turn.said ?? '') : '';
    },
    async write(text) {
      type Told = { told?: boolean; help?: Partial<TurnReply> } & Partial<TurnReply>;
      const id = ports.newId();
      const answer = await ports.api<Told>(`${base}/messages`, {
        method: 'POST',
        body: { id, text },
      });
      if (!answer.ok) return answer.problem;
      const { told, ...value } = answer.value;
      if (told === true) {
        const letter = { id, order: placeForLetter(now.story), text };
        ports.words.wrote(letter);
        dispatch({ type: 'letters', letters: [letter] });
      }
      // A letter is read like every text: words that sound like danger are met with help as well.
      const help = value.help ?? value;
      if (help.kind === 'help' && isReply(help)) dispatch({ type: 'answered', reply: help });
      return told === true ? null : NOT_PASSED_ON;
    },
    async act(name) {
      const answer = await ports.api<unknown>(`${base}/${name}`, { method: 'POST', body: {} });
      if (answer.ok && name !== 'human') await refreshView();
      return answer;
    },
    nudge() {
      wake();
      socket?.nudge();
    },
    stop() {
      stopped = true;
      socket?.stop();
      wake();
    },
  };
}

const NOT_PASSED_ON: Problem = {
  code: 'unavailable',
  status: 200,
  detail: 'It could not be passed on to a person just now. Please use one of the numbers on this page.',
  issues: [],
  retryAfterS: null,
  resources: [],
};

/** Whole enough to stand among the turns. */
function isReply(value: Partial<TurnReply>): value is TurnReply {
  return value.turnId !== undefined && value.seq !== undefined && value.sentences !== undefined;
}
