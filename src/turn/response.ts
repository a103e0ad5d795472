// What the verdict on the player's words asks for, when it is not the story: help, a step back, an honest line, a refusal.
// None of it needs the graph, so a person in danger is answered when the graph is down.
import type { CaseEvidence, HelpState } from '../domain/session.ts';
import { HOLD_REVIEW_MS } from '../domain/session.ts';
import type { TurnOutcome } from '../domain/turn.ts';
import { MAX_TEXT_LENGTH } from '../domain/turn.ts';
import type { TurnRun } from '../domain/turn-run.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isCrisisKind } from '../domain/verdict.ts';
import type { HelpLine } from '../people/types.ts';
import type { ReplyParts } from './reply.ts';
import type { TurnServices } from './services.ts';

type Refusal = Extract<TurnOutcome, { answered: false }>['code'];

export type Answer =
  | { do: 'refuse'; code: Refusal }
  /** Told at once and not kept: nothing was understood, so nothing happened. */
  | { do: 'tell'; parts: ReplyParts }
  | { do: 'keep'; parts: ReplyParts; help: HelpState | null; evidence: readonly CaseEvidence[] }
  | { do: 'refuseHarm' }
  | { do: 'story' };

export function answerTo(services: TurnServices, run: TurnRun, verdict: Verdict): Answer {
  const { session, input } = run;
  const { country } = session;
  const at = run.startedAt;
  const turn = { sessionId: session.sessionId, turnId: input.turnId, at };
  if (verdict.screen === 'unreadable') {
    const line = services.help.notice('unreadable', country);
    return {
      do: 'tell',
      parts: {
        kind: 'notice',
        text: line.text,
        sentences: [line.text],
        suggestions: [],
        resources: line.resources,
        retryable: true,
      },
    };
  }
  if (session.help !== null) {
    const due = session.help.response === 'hold' && at - session.help.openedAt >= HOLD_REVIEW_MS && !verdict.crisis;
    const line = due
      ? services.help.recheck(session.help, { country, at })
      : services.help.next(session.help, { text: input.text, verdict, country, at });
    const evidence = [...evidenceOf(turn, verdict), ...(line.aboutGame ? [saidToBeTheGame(turn, session.help)] : [])];
    return { do: 'keep', parts: helpParts(line), help: line.state, evidence };
  }
  if (verdict.crisis && isCrisisKind(verdict.category)) {
    const { category: kind, level, reasons } = verdict;
    const line = services.help.open({ kind, level, country, at, reasons });
    return { do: 'keep', parts: helpParts(line), help: line.state, evidence: evidenceOf(turn, verdict) };
  }
  if (input.text.length > MAX_TEXT_LENGTH) return { do: 'refuse', code: 'text_too_long' };
  if (session.paused) return { do: 'refuse', code: 'session_paused' };
  if (verdict.blocked) return { do: 'refuseHarm' };
  if (verdict.response === 'support') {
    const line = services.help.support({ category: verdict.category, country, reasons: verdict.reasons });
    return { do: 'keep', parts: { kind: 'support', ...line, suggestions: [] }, help: null, evidence: [] };
  }
  if (verdict.reasons.includes('language.unsupported')) {
    const line = services.help.notice('language', country);
    return {
      do: 'keep',
      parts: {
        kind: 'notice',
        text: line.text,
        sentences: [line.text],
        suggestions: [],
        resources: line.resources,
        retryable: false,
      },
      help: null,
      evidence: [],
    };
  }
  return { do: 'story' };
}

function helpParts({ text, sentences, suggestions, resources, quickExit }: HelpLine): ReplyParts {
  return { kind: 'help', text, sentences, suggestions, resources, quickExit };
}

/** Noted on the case for whoever answers for it; it neither raises nor ends anything by itself. */
function saidToBeTheGame(turn: Pick<CaseEvidence, 'sessionId' | 'turnId' | 'at'>, help: HelpState): CaseEvidence {
  const { kind, level, response } = help;
  return { ...turn, kind, level, response, reasons: [], origin: 'game' };
}

/** What a case is told of a text: nothing, unless it was a crisis. */
export function evidenceOf(turn: Pick<CaseEvidence, 'sessionId' | 'turnId' | 'at'>, verdict: Verdict): CaseEvidence[] {
  if (!verdict.crisis || !isCrisisKind(verdict.category)) return [];
  const response = verdict.response === 'hold' ? 'hold' : 'checkin';
  const { category: kind, level, reasons } = verdict;
  return [{ ...turn, kind, level, response, reasons, origin: 'screening' }];
}
