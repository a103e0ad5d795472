// What a turn comes to, as its session is told: answered, or refused by a code; and what was found in it either way.
import type { TurnReply } from '../domain/turn.ts';
import { replySeq } from '../domain/turn.ts';
import type { TurnDone, TurnRun } from '../domain/turn-run.ts';
import { isCrisisKind } from '../domain/verdict.ts';
import { newsOf } from './plan.ts';
import type { ReplyParts } from './reply.ts';
import { composeReply } from './reply.ts';
import type { TurnServices } from './services.ts';
import { isAvoided } from './steps.ts';

/** Told at once and not stored: it takes no place in the session, so what follows has a number above it. */
export function unkept(services: TurnServices, run: TurnRun, parts: ReplyParts): TurnDone {
  const { session, input } = run;
  const reply = { ...composeReply(services, run, parts), seq: input.afterSeq ?? replySeq(session.turnSeq) };
  return done(reply, run, { turnSeq: null, help: session.help });
}

export function done(
  reply: TurnReply,
  run: TurnRun,
  then: { turnSeq: number | null; help: TurnDone['help']; evidence?: TurnDone['evidence'] },
): TurnDone {
  const { turnSeq, help, evidence = [] } = then;
  return {
    done: true,
    outcome: { answered: true, reply, textHash: run.textHash },
    turnSeq,
    help,
    evidence,
    news: turnSeq === null ? [] : [newsOf(run)],
    gentler: run.understanding?.intent === 'gentler',
    ...foundBy(run),
  };
}

/** What the screening of this turn means for its session. */
export function foundBy({ verdict, runs }: TurnRun): Pick<TurnDone, 'unreadable' | 'blocked' | 'concern'> {
  const { screen = 'rules', category = null, level = 'none' } = verdict ?? {};
  return {
    unreadable: screen === 'unreadable',
    blocked: runs.filter(({ findings }) => findings.some((id) => !isAvoided(id))).length,
    // Distress has no kind of its own; a case has to have one, and its reasons say what it came from.
    concern: level === 'none' ? null : { kind: isCrisisKind(category) ? category : 'selfharm', level },
  };
}

export function refused(
  run: TurnRun,
  code: 'session_paused' | 'text_too_long' | 'turn_id_reused' | 'text_empty' | 'session_ended',
): TurnDone {
  return {
    done: true,
    outcome: { answered: false, code },
    turnSeq: null,
    help: run.session.help,
    evidence: [],
    news: [],
    gentler: false,
    ...foundBy(run),
  };
}
