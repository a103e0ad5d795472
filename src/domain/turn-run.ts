// What travels between the session workflow and the activities that perform the steps of a turn.
import type { AgentSource, AgentType, Narration, Understanding, WorldProposal } from './agents.ts';
import type { Offered, TherapeuticPlan } from './plan.ts';
import type { Act, PlanNews } from './plan-progress.ts';
import type { CaseEvidence, Concern, HelpState, SessionGuidance, SessionId, SessionState } from './session.ts';
import { BLOCKED_BEFORE_PROTECTION } from './session.ts';
import type { TurnInput, TurnOutcome, TurnReply } from './turn.ts';
import type { TurnStep } from './turn-steps.ts';
import type { Verdict } from './verdict.ts';
import type { WorldView } from './world.ts';

/** What a turn needs to know of its session. */
export interface TurnSession {
  sessionId: SessionId;
  worldId: string;
  worldVersion: string;
  locale: string;
  country: string;
  turnSeq: number;
  paused: boolean;
  help: HelpState | null;
  /** The player comes back after the idle time: the turn opens with a recap. */
  returning: boolean;
  guidance: SessionGuidance;
  /** Themes that no narrative may bring: the player's own and the team's. */
  avoid: readonly string[];
  /** Narrative was blocked too often here: authored text only, and gentler. */
  protected: boolean;
  /** The player agreed that the provider of a model receives what they write. */
  modelConsent: boolean;
  plan: TherapeuticPlan;
}

export function turnSession(state: SessionState): TurnSession {
  const { sessionId, worldId, worldVersion, locale, country, turnSeq, help, idle, guidance } = state;
  return {
    sessionId,
    worldId,
    worldVersion,
    locale,
    country,
    turnSeq,
    help,
    paused: state.status === 'paused',
    returning: idle,
    guidance,
    avoid: [...state.avoid, ...guidance.avoid],
    protected: state.blocked >= BLOCKED_BEFORE_PROTECTION,
    modelConsent: state.modelConsent,
    plan: state.plan,
  };
}

export interface AgentRunRecord {
  agent: AgentType;
  instance: string;
  version: string;
  ms: number;
  source: AgentSource;
  findings: readonly string[];
}

/** A turn on its way: each step adds what it found. Plain data, since a slow step carries it through history. */
export interface TurnRun {
  session: TurnSession;
  input: TurnInput;
  /** Nonce of this execution: clients drop sentences of an abandoned one. */
  generation: string;
  /** Epoch ms. */
  startedAt: number;
  /** The seq this turn will have: above the session's, and above an undone orphan's. */
  turnSeq: number;
  next: TurnStep;
  textHash: string;
  verdict?: Verdict;
  view?: WorldView;
  auditHead?: string;
  undone?: number;
  /** Made from a context that was read ahead, see turn/ahead.ts. */
  ahead?: true;
  understanding?: Understanding;
  proposal?: WorldProposal;
  viewAfter?: WorldView;
  /** What the player has just done of an earlier offer, and what this turn brings in. */
  act?: Act;
  offered?: Offered;
  narration?: Narration;
  runs: readonly AgentRunRecord[];
  screenMs: number;
  modelMs: number;
  /** When the first sentence left, where one left before the reply. */
  firstTextMs?: number;
}

/** What a finished turn means for the session's state. */
export interface TurnDone {
  done: true;
  outcome: TurnOutcome;
  /** Null for a refusal: the session's counter stands. */
  turnSeq: number | null;
  help: HelpState | null;
  evidence: readonly CaseEvidence[];
  /** The text could not be read. */
  unreadable: boolean;
  /** Narratives of this turn that were blocked before one passed. */
  blocked: number;
  /** What weighed on the player's words, also below a crisis: a clinician hears of blocked narrative only where something did. */
  concern: Concern | null;
  /** What it means for the plan, with that of an adopted turn before it; none for a turn that took no place in the session. */
  news: readonly PlanNews[];
  /** The player asked for a gentler story. */
  gentler: boolean;
}

/** The fast steps either finish the turn or stop before one that waits for a model. */
export type FastResult = TurnDone | { done: false; run: TurnRun };

export interface OpenedSession {
  reply: TurnReply;
  turnSeq: number;
  /** Of a help turn that was stored and never answered, found on the way. */
  evidence: readonly CaseEvidence[];
}
