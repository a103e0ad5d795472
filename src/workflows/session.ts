// A session: opened once, then a turn at a time until it ends, for days if need be. Handlers are registered before the
// first await, so that no update is refused while a run begins.
import type { RetryPolicy } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  defineUpdate,
  log,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { SessionActivities } from '../activities/session.ts';
import type { SessionEvent } from '../domain/events.ts';
import type { NoticeCode } from '../domain/notification.ts';
import { withProfile } from '../domain/plan.ts';
import { afterTurn } from '../domain/plan-progress.ts';
import type { SessionState } from '../domain/session.ts';
import { BLOCKED_BEFORE_PROTECTION, publicStatus, UNREADABLE_BEFORE_PAUSE } from '../domain/session.ts';
import type { SessionArgs, SessionUpdates } from '../domain/session-protocol.ts';
import type { TurnInput } from '../domain/turn.ts';
import { actSeq, MAX_ACTS_PER_TURN, turnSeqOf } from '../domain/turn.ts';
import { turnSession } from '../domain/turn-run.ts';
import { sendAlert } from './alert-sender.ts';
import { createCaseReporter } from './case-reporter.ts';
import { answered, codeOf, isRetryable, refuse } from './failures.ts';
import { createLock } from './lock.ts';
import { graverConcern, guidedBy, mayResume, newSession, plannedBy, RECENT_TURNS } from './session-state.ts';
import type { Due } from './turn.ts';
import { performTurn, TURN_MS } from './turn.ts';
import { createUrgency } from './urgency.ts';

/** The update answers and can refuse; the signal of the same name is the fire-and-forget door for the Temporal UI and CLI. */
function register<Arg, Answer>(name: string, handler: (arg: Arg) => Promise<Answer>): void {
  setHandler(defineUpdate<Answer, [Arg]>(name), handler);
  setHandler(defineSignal<[Arg]>(name), async (arg) => {
    await handler(arg).catch((error: unknown) =>
      log.warn('a signal had no effect', { signal: name, code: codeOf(error) }),
    );
  });
}

const ended = () => refuse('session_ended', 'This session has ended. Begin a new one.');

/** Between attempts to record a release: turns get their chance in between. */
const RETRY_RELEASE_AFTER = '3 seconds';

type Act = Exclude<keyof SessionUpdates, 'open' | 'takeTurn' | 'end'>;
const update = <N extends keyof SessionUpdates>(name: N) =>
  defineUpdate<SessionUpdates[N][1], [SessionUpdates[N][0]], N>(name);

const retry: RetryPolicy = { maximumAttempts: 2, initialInterval: '100 milliseconds' };
// Writes a whole world, on a graph that may be cold. Nobody can be in danger yet, so it may take its time.
const { openSession } = proxyLocalActivities<SessionActivities>({
  startToCloseTimeout: '8 seconds',
  scheduleToCloseTimeout: '17 seconds',
  retry,
});
const { closeSession, recordAct } = proxyLocalActivities<SessionActivities>({
  startToCloseTimeout: '3 seconds',
  scheduleToCloseTimeout: '7 seconds',
  retry,
});

export async function session(args: SessionArgs): Promise<void> {
  const state: SessionState =
    'carried' in args ? { ...args.carried, turnsInRun: 0 } : newSession(args.start, Date.now());
  const cases = createCaseReporter();
  const lock = createLock();
  const urgency = createUrgency();
  let openingFailed = false;
  let rollDue = false;

  const exclusively = <T>(work: () => Promise<T>) => answered(() => lock.run(work));

  setHandler(update('open'), () =>
    exclusively(async () => {
      try {
        // In a later run the opening is found in the graph and told again.
        const opened = await openSession('start' in args ? args.start : { ...state, goals: [] });
        if (state.status === 'opening') state.status = 'active';
        state.turnSeq = Math.max(state.turnSeq, opened.turnSeq);
        touch();
        return opened.reply;
      } catch (error) {
        openingFailed = state.status === 'opening';
        throw error;
      }
    }),
  );

  setHandler(
    update('takeTurn'),
    (input) => {
      const due = { by: Date.now() + TURN_MS, urgency };
      const turnCame = input.urgent === true ? urgency.arises() : () => undefined;
      return exclusively(() => {
        turnCame();
        return takeTurn(input, due);
      });
    },
    { validator: mayTakeTurn },
  );

  async function takeTurn(input: TurnInput, due: Due) {
    // The end may have come while this turn was waiting for it.
    if (state.status === 'ended' && !state.recentTurnIds.includes(input.turnId)) throw ended();
    const wasIdle = state.idle;
    const turn = await performTurn(turnSession(state), input, due);
    if (turn.turnSeq !== null && turn.turnSeq > state.turnSeq) {
      state.turnSeq = turn.turnSeq;
      state.acts = 0;
      state.turnsInRun += 1;
    }
    state.help = turn.help;
    state.concern = graverConcern(state.concern, turn.concern);
    state.plan = turn.news.reduce(afterTurn, state.plan);
    if (turn.gentler) state.guidance = { ...state.guidance, gentler: true };
    if (turn.outcome.answered) state.recentTurnIds = [...state.recentTurnIds, input.turnId].slice(-RECENT_TURNS);
    touch();
    // In the same workflow task as the reply: whoever is shown help has a case.
    cases.report(turn.evidence);
    if (turn.unreadable) {
      const pause = unreadablePause();
      // After the reply, which has its own honest line.
      if (pause !== null) void act({}, () => pause).catch(() => undefined);
    } else if (turn.outcome.answered) state.unreadable = 0;
    noteBlocked(turn.blocked);
    rollDue ||= wasIdle || state.turnsInRun >= state.knobs.turnsPerRun || workflowInfo().continueAsNewSuggested;
    return turn.outcome;
  }

  /** The second text in a row that could not be read stops the story: somebody may be saying what nobody hears. */
  function unreadablePause(): [Partial<SessionState>, SessionEvent] | null {
    state.unreadable += 1;
    if (state.unreadable < UNREADABLE_BEFORE_PAUSE || state.status !== 'active') return null;
    alertOperator('texts_unreadable');
    const paused = { status: 'paused', pausedBy: 'system' } as const;
    return [paused, statusEvent('system', { ...state, ...paused })];
  }

  /** The third narrative that had to be blocked: the operator looks at it, and the session is told in authored words only. A
   *  clinician hears of it where the player's own words weigh something. */
  function noteBlocked(blocked: number): void {
    const before = state.blocked;
    state.blocked += blocked;
    if (before >= BLOCKED_BEFORE_PROTECTION || state.blocked < BLOCKED_BEFORE_PROTECTION) return;
    alertOperator('narrative_blocked');
    if (state.concern === null) return;
    const { sessionId, concern, turnSeq } = state;
    const turnId = `narrative-blocked/${turnSeq}`;
    const reasons = ['narrative.blocked'];
    cases.report([
      {
        ...{ sessionId, turnId, kind: concern.kind, level: 'moderate', response: 'checkin', reasons },
        ...{ at: Date.now(), origin: 'screening' },
      },
    ]);
  }

  function alertOperator(code: NoticeCode): void {
    const id = `${code}/${state.sessionId}/${state.turnSeq}`;
    const at = Date.now();
    sendAlert({ id, code, about: state.sessionId, level: null, dueBy: null, at, drill: false });
  }

  function mayTakeTurn(input: TurnInput): void {
    if (state.recentTurnIds.includes(input.turnId)) return;
    if (state.status === 'ended') throw ended();
    if (input.text.trim() === '') throw refuse('text_empty', 'Write what you do or say, then send it.');
    if (input.afterSeq !== undefined && turnSeqOf(input.afterSeq) < state.turnSeq) {
      throw refuse(
        'stale_turn',
        'The story has moved on since this was written. Read on, then send it again if it still fits.',
      );
    }
  }

  const acts: { [A in Act]: (by: SessionUpdates[A][0]) => Promise<SessionUpdates[A][1]> } = {
    pause: (by) =>
      act(by, () => {
        const who = state.pausedBy === null || by.role !== 'player' ? by.role : state.pausedBy;
        return [{ status: 'paused', pausedBy: who }, statusEvent(by.role, { ...state, status: 'paused' })];
      }),
    resume: (by) =>
      act(by, () => {
        if (!mayResume(state.pausedBy, by.role))
          throw refuse('forbidden', 'Your care team paused this session; only they can resume it.');
        return [{ status: 'active', pausedBy: null }, statusEvent(by.role, { ...state, status: 'active' })];
      }),
    escalate: (by) =>
      act(by, () => {
        const origin = by.role === 'player' ? 'requested' : 'team';
        const { kind, level, turnId } = by;
        const response = level === 'moderate' ? 'checkin' : 'hold';
        cases.report([
          { sessionId: state.sessionId, turnId, kind, level, response, reasons: [origin], at: Date.now(), origin },
        ]);
        return [{}, statusEvent(by.role, state)];
      }),
    guide: (by) =>
      act(by, () => [
        { guidance: guidedBy(state.guidance, by.guidance), plan: plannedBy(state.plan, by.guidance) },
        null,
      ]),
    profile: ({ avoid, profile, modelConsent }) =>
      act({}, () => [{ avoid, modelConsent, plan: withProfile(state.plan, profile) }, null]),
    couldNotRead: () => act({}, () => unreadablePause() ?? [{}, null]),
    humanMessage: (said) => act({}, () => [{}, event('human.message', said)]),
    // Its words are authored; what writes the event down fills them in.
    helpUnanswered: () => act({}, () => [{}, event('help.unanswered', { text: '', resources: [] })]),
    helpAcknowledged: ({ displayName }) => act({}, () => [{}, event('help.acknowledged', { displayName })]),
    helpReleased: () => act({}, () => [{ help: null }, event('help.released', {})]),
  };

  /** Decides, records, then takes effect: an act that could not be recorded has not happened. */
  function act(by: { expectedVersion?: number }, decide: () => [Partial<SessionState>, SessionEvent | null]) {
    return exclusively(async () => {
      if (state.status === 'ended') throw ended();
      if (by.expectedVersion !== undefined && by.expectedVersion !== state.version) {
        throw refuse('version_conflict', 'Somebody else changed this session. Look again, then decide.');
      }
      if (state.acts >= MAX_ACTS_PER_TURN)
        throw refuse('too_many_requests', 'Too many changes since the last turn. Wait for the player.');
      const [change, told] = decide();
      if (told !== null) {
        const { sessionId, country } = state;
        const event = { ...told, seq: actSeq(state.turnSeq, state.acts) };
        await recordAct({ sessionId, country, event, status: publicStatus({ ...state, ...change }) });
        state.acts += 1;
      }
      Object.assign(state, change);
      touch();
      return { status: publicStatus(state), version: state.version };
    });
  }

  register('pause', (by: SessionUpdates['pause'][0]) => atOnce(() => acts.pause(by)));
  register('resume', acts.resume);
  register('escalate', (by: SessionUpdates['escalate'][0]) => atOnce(() => acts.escalate(by)));
  register('guide', acts.guide);
  register('profile', acts.profile);
  register('couldNotRead', acts.couldNotRead);
  register('helpAcknowledged', acts.helpAcknowledged);
  for (const name of ['helpReleased', 'helpUnanswered', 'humanMessage'] as const) registerUntilRecorded(name);

  /** The case tells each of these once. With a graph that is down a release would be lost, and its player be held for ever. */
  function registerUntilRecorded<N extends 'helpReleased' | 'helpUnanswered' | 'humanMessage'>(name: N): void {
    register(name, (told: SessionUpdates[N][0]) => untilRecorded(() => acts[name](told)));
  }

  async function untilRecorded<T>(tell: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await tell();
      } catch (error) {
        if (!isRetryable(codeOf(error))) throw error;
        log.warn('what the case told could not be recorded yet', { code: codeOf(error) });
      }
      await sleep(RETRY_RELEASE_AFTER);
    }
  }

  /** Whoever asks for a person, or for a stop, does not wait for a model either. */
  function atOnce<T>(work: () => Promise<T>): Promise<T> {
    const came = urgency.arises();
    return work().finally(came);
  }

  const end = () =>
    exclusively(async () => {
      // A repeat finds the stored closing, so it is told the same again.
      const closed = await closeSession(turnSession(state));
      state.turnSeq = closed.turnSeq;
      cases.report(closed.evidence);
      state.status = 'ended';
      touch();
      return closed.reply;
    });
  register('end', () => atOnce(end));

  function touch(): void {
    state.version += 1;
    state.lastActivityAt = Date.now();
    state.idle = false;
  }

  const finished = () => state.status === 'ended' || openingFailed;
  const quiet = () => lock.free && cases.pending.length === 0 && allHandlersFinished();
  while (!finished()) {
    if (rollDue && quiet()) await continueAsNew<typeof session>({ carried: state });
    const wanted = () => finished() || (rollDue && quiet());
    // One lazy timer: turns do not re-arm it, it re-arms itself when it fires; an idle session has none.
    if (state.idle) await condition(() => wanted() || !state.idle);
    else await condition(wanted, Math.max(1, idleAt() - Date.now()));
    if (idleAt() <= Date.now()) state.idle = true;
  }
  await condition(quiet);
  // A failed run is the only kind that the same idempotency key may start again.
  if (openingFailed) throw refuse('unavailable', 'The session could not be opened. Start it again.');

  function idleAt(): number {
    return state.lastActivityAt + state.knobs.idleMs;
  }

  function event<T extends 'help.acknowledged' | 'help.released' | 'help.unanswered' | 'human.message'>(
    type: T,
    data: Extract<SessionEvent, { type: T }>['data'],
  ): SessionEvent {
    // The pair (type, data) is checked by the signature; TypeScript cannot join it back to the union.
    return { type, at: new Date(Date.now()).toISOString(), data } as SessionEvent;
  }
}

function statusEvent(role: string, state: SessionState): SessionEvent {
  const by = role === 'player' || role === 'system' ? role : 'team';
  return { type: 'session.status', at: new Date(Date.now()).toISOString(), data: { status: publicStatus(state), by } };
}
