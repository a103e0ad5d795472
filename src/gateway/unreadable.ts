// What happens to a text that nothing can read: it is kept to be read later, the player hears so, and the session hears it too.
// The second in a row pauses the session and calls the operator.
import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/actors.ts';
import type { SessionId } from '../domain/session.ts';
import { UNREADABLE_BEFORE_PAUSE } from '../domain/session.ts';
import type { TurnReply } from '../domain/turn.ts';
import type { Emergency } from './emergency.ts';
import type { Reading } from './reading.ts';
import type { GatewayServices } from './services.ts';
import type { Standings } from './standing.ts';
import { within } from './within.ts';

export interface Unreadable {
  /** Never rejects: a farewell may be what could not be read. */
  answer(unread: UnreadText): Promise<TurnReply>;
  /** Keeps the text for later, and nothing else. Never rejects. */
  keep(unread: Pick<UnreadText, 'actor' | 'sessionId' | 'turnId' | 'text'>): Promise<void>;
  /** A text of this session could be read: the next unreadable one is the first again. */
  readAgain(sessionId: string): void;
}

export interface UnreadText {
  actor: Actor;
  /** As the request named it. */
  sessionId: string;
  turnId?: string | undefined;
  afterSeq?: number | undefined;
  text: string;
  reading: Reading;
}

/** Turns in a row of one session that could not be read; the same turn sent again is still one text. */
interface Row {
  seen: Set<string>;
  /** Those that the session has heard of. */
  heard: Set<string>;
  alerted: boolean;
}

/** The session counts and pauses; the player's answer waits for it no longer than this. */
const TOLD_WITHIN_MS = 1_500;
/** Sessions remembered; the oldest go first, and then count from one again. */
const REMEMBERED_MAX = 10_000;

export function createUnreadable(
  services: Pick<GatewayServices, 'alerts' | 'heldTexts' | 'help' | 'log' | 'sessions'>,
  { emergency, standings }: { emergency: Pick<Emergency, 'sessionOf'>; standings: Standings },
): Unreadable {
  const { alerts, heldTexts, help, log, sessions } = services;
  const inARow = new Map<SessionId, Row>();

  async function keep({ actor, sessionId, turnId = randomUUID(), text }: Parameters<Unreadable['keep']>[0]) {
    const held = { sessionId: emergency.sessionOf(actor, sessionId), turnId, text, at: Date.now() };
    await heldTexts
      .keep(held)
      .catch((error: unknown) => log.fatal({ err: error }, 'a text that could not be read could not be kept either'));
  }

  /** Whether the session pauses now. False also when it did not hear of it: nobody is told what may not be so. */
  async function tellSession(sessionId: SessionId, turnId: string, row: Row): Promise<boolean> {
    try {
      const options = { deadlineMs: TOLD_WITHIN_MS, id: turnId };
      const told = sessions.act(sessionId, 'couldNotRead', { turnId }, options);
      const { status } = await within(TOLD_WITHIN_MS, told);
      if (row.heard.size < UNREADABLE_BEFORE_PAUSE) row.heard.add(turnId);
      // The session answers at once and pauses right after; it has heard what we have told it.
      return status === 'paused' || row.heard.size >= UNREADABLE_BEFORE_PAUSE;
    } catch (error) {
      log.warn({ err: error }, 'a session was not told of a text that could not be read');
      return false;
    }
  }

  function noted(sessionId: SessionId, turnId: string): Row {
    const row = inARow.get(sessionId) ?? { seen: new Set(), heard: new Set(), alerted: false };
    if (row.seen.size < UNREADABLE_BEFORE_PAUSE) row.seen.add(turnId);
    inARow.delete(sessionId);
    inARow.set(sessionId, row);
    const [oldest] = inARow.keys();
    if (inARow.size > REMEMBERED_MAX && oldest !== undefined) inARow.delete(oldest);
    return row;
  }

  return {
    keep,

    async answer({ actor, sessionId: asked, turnId = randomUUID(), afterSeq = 0, text, reading }) {
      const sessionId = emergency.sessionOf(actor, asked);
      const row = noted(sessionId, turnId);
      const [paused, country] = await Promise.all([
        sessionId === asked ? tellSession(sessionId, turnId, row) : false,
        standings.countryOf(actor),
        keep({ actor, sessionId: asked, turnId, text }),
      ]);
      // A session that pauses alerts the operator itself.
      if (!paused && row.seen.size >= UNREADABLE_BEFORE_PAUSE && !row.alerted) {
        row.alerted = true;
        void alerts.alert('texts_unreadable', sessionId);
      }
      const notice = help.notice(paused ? 'paused_unreadable' : 'unreadable', country);
      const screenMs = Math.round(reading.screenMs);
      return {
        turnId,
        seq: afterSeq,
        kind: 'notice',
        text: notice.text,
        sentences: [notice.text],
        suggestions: [],
        worldChanges: [],
        source: 'authored',
        timing: { totalMs: screenMs, modelMs: 0, screenMs, firstTextMs: screenMs },
        resources: notice.resources,
        retryable: true,
      };
    },

    readAgain(sessionId) {
      if (inARow.size > 0) inARow.delete(sessionId);
    },
  };
}
