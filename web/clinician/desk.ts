// Joins the console to its queue: the list from the graph, the live link, who else is here. It holds the state and tells
// whoever listens; everything at the edge comes in, so that a test can take the network away.
import type { Api, Problem } from '../shared/api.ts';
import { listOf } from '../shared/list.ts';
import { createLiveSocket, type Line, type LineState } from '../shared/live-socket.ts';
import { type Alarm, alarmsBetween } from './alarm.ts';
import type { ListedCase, Present } from './cases.ts';

export interface DeskView {
  cases: readonly ListedCase[] | null;
  /** The last asking failed: what is shown may be old. */
  problem: Problem | null;
  /** When the list was last read, epoch ms. */
  readAt: number | null;
  line: LineState | 'none';
  /** Since when the line is not live. */
  lineSince: number | null;
  people: readonly Present[];
  /** Server's clock less this device's: a deadline must not be a guess of a clock that is wrong. */
  clockOffsetMs: number;
}

export interface DeskPorts {
  api: Api;
  me: string;
  /** A supervisor has the list, not the live link. */
  live: boolean;
  socketBase: string;
  connect?: (url: string) => Line;
  clock?: () => number;
  onAlarms: (alarms: readonly Alarm[]) => void;
}

export interface Desk {
  current: () => DeskView;
  subscribe: (listener: () => void) => () => void;
  refresh: () => Promise<void>;
  /** Takes a case that an act has answered, ahead of the list. */
  learn: (found: ListedCase) => void;
  /** Says which case is on the screen, so that colleagues see it. */
  look: (caseId: string | null) => void;
  nudge: () => void;
  stop: () => void;
}

/** Without the live link the list is asked for as often as a five-minute deadline can bear; with it, to be sure. */
const ASK_EVERY_MS = 5_000;
const ASK_EVERY_LIVE_MS = 20_000;
/** The gateway forgets who is silent for 30 s. */
const LOOKING_EVERY_MS = 10_000;
/** Less is the network's delay, not a clock that is wrong. */
const CLOCK_TOLERANCE_MS = 3_000;

export function openDesk(ports: DeskPorts): Desk {
  const clock = ports.clock ?? Date.now;
  const listeners = new Set<() => void>();
  let view: DeskView = {
    cases: null,
    problem: null,
    readAt: null,
    line: ports.live ? 'connecting' : 'none',
    lineSince: null,
    people: [],
    clockOffsetMs: 0,
  };
  let looking: string | null = null;
  let stopped = false;
  let asking: Promise<void> | null = null;
  // The list comes from the graph, a moment behind the case itself: what is known to be closed does not come back through it.
  const closed = new Map<string, { number: number; version: number }>();

  function show(change: Partial<DeskView>): void {
    if (stopped) return;
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  function take(listed: readonly ListedCase[]): void {
    const before = view.cases;
    const cases = listed.filter((found) => {
      const end = closed.get(found.caseId);
      return end === undefined || found.number > end.number || found.version > end.version;
    });
    show({ cases });
    // What was there when the console opened is on the screen; only what comes after is news to ring for.
    const alarms = before === null ? [] : alarmsBetween(before, cases, ports.me, clock());
    if (alarms.length > 0) ports.onAlarms(alarms);
  }

  function learn(found: ListedCase): void {
    if (view.cases === null) return;
    const known = view.cases.find((one) => one.caseId === found.caseId);
    if (known !== undefined && known.number === found.number && known.version > found.version) return;
    if (found.status === 'resolved') closed.set(found.caseId, { number: found.number, version: found.version });
    const others = view.cases.filter((one) => one.caseId !== found.caseId);
    take(found.status === 'resolved' ? others : [...others, found]);
  }

  async function ask(): Promise<void> {
    const answer = await ports.api<unknown>('/v1/crises?status=open', { timeoutMs: 8_000 });
    if (stopped) return;
    if (!answer.ok) return show({ problem: answer.problem });
    show({ problem: null, readAt: clock() });
    const listed = listOf<ListedCase>(answer.value, 'cases');
    // What was heard while the list was on its way is newer than the list.
    const newer = (one: ListedCase): ListedCase => {
      const known = view.cases?.find((k) => k.caseId === one.caseId && k.number === one.number);
      return known !== undefined && known.version > one.version ? known : one;
    };
    take(listed.map(newer));
  }

  function refresh(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  const socket = ports.live
    ? createLiveSocket({
        url: () => `${ports.socketBase}/v1/crises/events`,
        ...(ports.connect ? { connect: ports.connect } : {}),
        onMessage: hear,
        onState: (line) => {
          const lineSince = line === 'live' ? null : (view.lineSince ?? (line === 'connecting' ? null : clock()));
          show({ line, lineSince, ...(line === 'live' ? {} : { people: [] }) });
          if (line === 'live') sayLooking();
        },
      })
    : null;

  function hear(message: unknown): void {
    // Sent by the gateway of the same release; what is not known here is left alone.
    const event = message as { type?: string; at?: string; data?: unknown };
    setClock(event.at);
    switch (event.type) {
      case 'crises':
        take(listOf<ListedCase>(event.data, 'cases'));
        return;
      case 'crisis.opened':
      case 'crisis.changed':
        if (isCase(event.data)) learn(event.data);
        return;
      case 'presence':
        show({ people: listOf<Present>(event.data, 'people') });
    }
  }

  function setClock(at: string | undefined): void {
    const offset = at === undefined ? Number.NaN : Date.parse(at) - clock();
    if (Number.isNaN(offset)) return;
    const clockOffsetMs = Math.abs(offset) > CLOCK_TOLERANCE_MS ? offset : 0;
    if (Math.abs(clockOffsetMs - view.clockOffsetMs) > CLOCK_TOLERANCE_MS) show({ clockOffsetMs });
  }

  function sayLooking(): void {
    socket?.say({ type: 'looking', caseId: looking });
  }

  void refresh();
  const asker = setInterval(() => {
    const due = view.line === 'live' && view.problem === null ? ASK_EVERY_LIVE_MS : ASK_EVERY_MS;
    if (view.readAt === null || clock() - view.readAt >= due - 500) void refresh();
  }, ASK_EVERY_MS);
  const sayer = setInterval(sayLooking, LOOKING_EVERY_MS);

  return {
    current: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    learn,
    look(caseId) {
      if (caseId === looking) return;
      looking = caseId;
      sayLooking();
    },
    nudge() {
      socket?.nudge();
      void refresh();
    },
    stop() {
      stopped = true;
      clearInterval(asker);
      clearInterval(sayer);
      socket?.stop();
    },
  };
}

function isCase(value: unknown): value is ListedCase {
  return typeof value === 'object' && value !== null && 'caseId' in value && 'version' in value;
}
