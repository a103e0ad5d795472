// What the verdict on the player's words asks for, when it is not the story: help, a step back, an honest line, a refusal.
// None of it needs the graph, so a person in danger is answered when the graph is down.
import type { CaseEvidence, HelpState } from '../domain/session.ts';
import type { TurnOutcome } from '../domain/turn.ts';
import { MAX_TEXT_LENGTH } from '../domain/turn.ts';
import type { TurnRun } from '../domain/turn-run.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isCrisisKind } from '../domain/verdict.ts';
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
    const line = services.help.next(session.help, { text: input.text, verdict, country, at });
    return { do: 'keep', parts: { kind: 'help', ...line }, help: line.state, evidence: evidenceOf(turn, verdict) };
  }
  if (verdict.crisis && isCrisisKind(verdict.category)) {
    const line = services.help.open({ kind: verdict.category, level: verdict.level, country, at });
    return { do: 'keep', parts: { kind: 'help', ...line }, help: line.state, evidence: evidenceOf(turn, verdict) };
  }
  if (input.text.length > MAX_TEXT_LENGTH) return { do: 'refuse', code: 'text_too_long' };
  if (session.paused) return { do: 'refuse', code: 'session_paused' };
  if (verdict.blocked) return { do: 'refuseHarm' };
  if (verdict.response === 'support') {
    const line = services.help.support({ category: verdict.category, country });
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

/** What a case is told of a text: nothing, unless it was a crisis. */
export function evidenceOf(turn: Pick<CaseEvidence, 'sessionId' | 'turnId' | 'at'>, verdict: Verdict): CaseEvidence[] {
  if (!verdict.crisis || !isCrisisKind(verdict.category)) return [];
  const response = verdict.response === 'hold' ? 'hold' : 'checkin';
  const { category: kind, level, reasons } = verdict;
  return [{ ...turn, kind, level, response, reasons, origin: 'screening' }];
}
