// A turn at the gateway, as a story: the words are read first; in a crisis there is help whatever else happens; otherwise the
// session answers, and a turn that was answered before is answered the same again.
import { z } from 'zod';
import type { Actor } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import type { SessionEvent } from '../domain/events.ts';
import type { SessionId } from '../domain/session.ts';
import type { TurnInput, TurnOutcome, TurnReply } from '../domain/turn.ts';
import { MAX_TEXT_LENGTH } from '../domain/turn.ts';
import type { Admission } from './admission.ts';
import { parseAs, readBody } from './body.ts';
import type { Emergency } from './emergency.ts';
import type { Ownership } from './ownership.ts';
import { asAppError } from './problems.ts';
import type { Read, Reading } from './reading.ts';
import type { GatewayServices } from './services.ts';
import type { Standings } from './standing.ts';
import type { Unreadable } from './unreadable.ts';
import { within } from './within.ts';

export interface TurnDoor {
  read: Read;
  standings: Standings;
  ownership: Ownership;
  admission: Admission;
  emergency: Emergency;
  unreadable: Unreadable;
}

interface Asked {
  actor: Actor;
  sessionId: string;
  body: unknown;
}

/** Milliseconds. Longer than a session client waits, so that a lease is never lost under a turn that is still answered. */
const LEASE_MS = 35_000;

const turnSchema = z.object({
  turnId: z.guid(),
  text: z.string(),
  afterSeq: z.number().int().min(0).optional(),
});
/** What can be said of a body before its fields are judged. */
const loose = z.object({
  turnId: z.guid().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  afterSeq: z.number().int().min(0).optional().catch(undefined),
});

export function createAnswerTurn(services: GatewayServices, door: TurnDoor) {
  const { sessions, stream, sealer, world, settings, metrics } = services;
  const { read, standings, ownership, admission, emergency, unreadable } = door;

  return async function answerTurn({ actor, sessionId, body: raw }: Asked): Promise<TurnReply> {
    const from = performance.now();
    const body = readBody(raw);
    const said = body.ok ? loose.safeParse(body.value).data : { text: body.words };
    // Words that are not where a turn has its text are read where they are.
    const text = said?.text ?? body.words;
    const reading = read(text);
    const normally = () => {
      if (!body.ok) throw body.refusal;
      return play(actor, sessionId, body.value, reading);
    };
    const answer = async (): Promise<TurnReply> => {
      if (reading.verdict.screen === 'unreadable') {
        return unreadable.answer({ actor, sessionId, text, reading, turnId: said?.turnId, afterSeq: said?.afterSeq });
      }
      unreadable.readAgain(sessionId);
      return reading.verdict.crisis ? helpInAnyCase(normally) : normally();
    };
    const helpInAnyCase = async (work: () => Promise<TurnReply>): Promise<TurnReply> => {
      let why = 'not_help';
      try {
        const reply = await within(settings.crisisDeadlineMs / 2, (async () => work())());
        if (reply.kind === 'help') return reply;
      } catch (error) {
        why = asAppError(error).code;
      }
      return emergency.help({ actor, sessionId, reading, why, ...said });
    };
    const reply = await answer();
    metrics.turnSeconds.observe({ kind: reply.kind, source: reply.source }, (performance.now() - from) / 1000);
    return reply;
  };

  async function play(actor: Actor, asked: string, value: unknown, reading: Reading): Promise<TurnReply> {
    const turn = parseTurn(value);
    const sessionId = await ownership.requireOwn(actor, asked);
    try {
      // In a crisis the session takes also a long text, so that it knows of it and steps aside.
      if (turn.text.length > settings.textLength && !reading.verdict.crisis) {
        throw new AppError('text_too_long', `Say it in at most ${settings.textLength} characters.`);
      }
      if (turn.text.trim() === '') throw new AppError('text_empty', 'Write what you do or say, then send it.');
      await standings.requireConsent(actor);
      const outcome = reading.verdict.crisis
        ? await takeAtOnce(sessionId, { ...turn, urgent: true })
        : await takeInOrder(actor, sessionId, turn);
      if (!outcome.answered) throw new AppError(outcome.code, REFUSED[outcome.code]);
      if (outcome.textHash !== (await sealer.hash({ sessionId }, turn.text))) throw reused();
      return outcome.reply;
    } catch (error) {
      return await answeredBefore(sessionId, turn, asAppError(error));
    }
  }

  /** One turn of a session at a time, and not more turns at once than this machine serves quickly. */
  async function takeInOrder(actor: Actor, sessionId: SessionId, turn: TurnInput): Promise<TurnOutcome> {
    const leave = await admission.enter(services.pseudonymise(actor.subject));
    try {
      if (!(await stream.lease(sessionId, turn.turnId, LEASE_MS, begun(turn)))) {
        metrics.leases.inc({ result: 'busy' });
        throw new AppError('turn_in_progress', 'Your last turn is still being told. Wait for it.', { retryAfterS: 1 });
      }
      metrics.leases.inc({ result: 'taken' });
      try {
        return await sessions.takeTurn(sessionId, turn);
      } finally {
        void stream.releaseLease(sessionId, turn.turnId);
      }
    } finally {
      leave();
    }
  }

  async function takeAtOnce(sessionId: SessionId, turn: TurnInput): Promise<TurnOutcome> {
    void stream.announce(sessionId, begun(turn));
    return await sessions.takeTurn(sessionId, turn);
  }

  /** A turn that was answered keeps its answer for ever, whatever has become of its session. */
  async function answeredBefore(sessionId: SessionId, turn: TurnInput, refusal: AppError): Promise<TurnReply> {
    // Whoever is told to come back later is asked to do so; looking up every refused one would feed the crowd.
    if (refusal.code === 'too_many_requests') throw refusal;
    const stored = await world.findTurn(sessionId, turn.turnId).catch(() => null);
    if (stored === null || stored.state === 'undone') throw refusal;
    if (stored.textHash !== (await sealer.hash({ sessionId }, turn.text))) throw reused();
    // Sealed by the turn's commit; what opens is the reply that was stored.
    return JSON.parse(await sealer.open({ sessionId }, 'turn.reply', stored.sealedReply)) as TurnReply;
  }
}

function begun({ turnId }: TurnInput): SessionEvent {
  return { type: 'turn.progress', at: new Date().toISOString(), data: { turnId, stage: 'reading' } };
}

/** Control characters carry no meaning in a story; they go before anything counts, hashes or stores the text. */
function parseTurn(value: unknown): TurnInput {
  const { turnId, text, afterSeq } = parseAs(turnSchema, value);
  return { turnId, text: text.replace(/[^\P{Cc}\n\t]/gu, ''), ...(afterSeq !== undefined && { afterSeq }) };
}

const REFUSED = {
  session_paused: 'This session is paused. Resume it to go on.',
  session_ended: 'This session has ended. Begin a new one.',
  text_too_long: `Say it in at most ${MAX_TEXT_LENGTH} characters.`,
  text_empty: 'Write what you do or say, then send it.',
  turn_id_reused: 'This turn id was used for other words. Send these with a new one.',
} as const;

const reused = (): AppError => new AppError('turn_id_reused', REFUSED.turn_id_reused);
