// The state of a session as its workflow keeps it and carries through continue-as-new: plain records only.
import type { Role } from './actors.ts';
import type { PublicStatus } from './events.ts';
import type { TherapeuticPlan } from './plan.ts';
import type { CrisisKind, Level, Verdict } from './verdict.ts';

/** `<pseudonym of the player>-<16 hex>`: whose session it is can be read off the id, who the player is cannot. */
export type SessionId = string;

export const PSEUDONYM_LENGTH = 16;
const SESSION_ID = /^[0-9a-f]{16}-[0-9a-f]{16}$/;

export function isSessionId(text: string): boolean {
  return SESSION_ID.test(text);
}

export function pseudonymOf(sessionId: SessionId): string {
  return sessionId.slice(0, PSEUDONYM_LENGTH);
}

/** Workflow ids. They are stored in clear, so they hold pseudonyms only. */
export const sessionWorkflowId = (sessionId: SessionId): string => `session/${sessionId}`;
export const caseWorkflowId = (pseudonym: string): string => `case/${pseudonym}`;

/** Local-activity work of sessions, and cases, run on their own queues so that a busy story never delays a case. */
export const TASK_QUEUES = { sessions: 'sessions', agents: 'agents', cases: 'cases' } as const;

export interface SessionKnobs {
  /** Idle time after which the next turn opens with a recap and a new run. Default 30 min. */
  idleMs: number;
  /** Turns per workflow run before continue-as-new. Default 200: history stays far under the server's limits. */
  turnsPerRun: number;
}

export const DEFAULT_KNOBS: SessionKnobs = { idleMs: 30 * 60_000, turnsPerRun: 200 };

export interface HelpState {
  response: 'checkin' | 'hold';
  kind: CrisisKind;
  level: Level;
  /** Key of the last help line shown, so that none repeats. */
  step: string;
  shown: readonly string[];
  openedAt: number;
}

export interface SessionState {
  sessionId: SessionId;
  worldId: string;
  worldVersion: string;
  locale: string;
  country: string;
  knobs: SessionKnobs;
  turnSeq: number;
  /** Acts (pause, release …) since the last turn; see actSeq. */
  acts: number;
  status: 'opening' | 'active' | 'paused' | 'ended';
  /** `system`: texts could not be read. */
  pausedBy: Role | 'system' | null;
  help: HelpState | null;
  /** Raised by every accepted change; `expectedVersion` of an act is compared with it. */
  version: number;
  /** Ids of the last turns, newest last, at most 12. */
  recentTurnIds: readonly string[];
  /** Epoch ms of the last turn or act. */
  lastActivityAt: number;
  /** True once the idle timer fired: the next turn opens with a recap. */
  idle: boolean;
  turnsInRun: number;
  /** Texts in a row that could not be read; the second pauses the session. */
  unreadable: number;
  /** Narratives that were blocked in this session; the third makes it authored-only and gentler. */
  blocked: number;
  /** The gravest of what weighed on the player's words in this session. */
  concern: Concern | null;
  /** What a clinician asked of the story. */
  guidance: SessionGuidance;
  /** Themes the player does not want to meet, in their own words. */
  avoid: readonly string[];
  plan: TherapeuticPlan;
  /** The player agreed that the provider of a model receives what they write. */
  modelConsent: boolean;
}

export interface Concern {
  kind: CrisisKind;
  level: Level;
}

/** Structured, never quoted to the player; in force from the next turn on. */
export interface SessionGuidance {
  gentler: boolean;
  closeSoon: boolean;
  /** Themes to keep away from, beside the player's own. */
  avoid: readonly string[];
  /** A technique to offer when the story next allows one; null when none is asked for. */
  technique: string | null;
  /** Free words, for models only. */
  note: string | null;
}

export const NO_GUIDANCE: SessionGuidance = {
  gentler: false,
  closeSoon: false,
  avoid: [],
  technique: null,
  note: null,
};
/** A hold that no person has released for a day asks the player anew (DESIGN 6: the reviewed time). */
export const HOLD_REVIEW_MS = 24 * 60 * 60_000;
export const UNREADABLE_BEFORE_PAUSE = 2;
export const BLOCKED_BEFORE_PROTECTION = 3;

export interface CaseEvidence {
  sessionId: SessionId;
  turnId: string;
  kind: CrisisKind;
  level: Level;
  response: 'checkin' | 'hold';
  reasons: readonly string[];
  /** Epoch ms. */
  at: number;
  /** `requested`: the player asked for a person; `team`: a clinician escalated; `outbox`: kept while Temporal was away;
   *  `late`: a text that could not be read at first; `game`: said in a hold to have been about the game; `drill`: a rehearsal. */
  origin: 'screening' | 'requested' | 'team' | 'outbox' | 'late' | 'game' | 'drill';
}

export function publicStatus(state: Pick<SessionState, 'status' | 'help'>): PublicStatus {
  if (state.status === 'ended') return 'ended';
  if (state.help !== null) return 'help';
  return state.status === 'paused' ? 'paused' : 'active';
}

/** The verdict as it may be stored and audited: no words of the player. */
export type StoredVerdict = Pick<Verdict, 'level' | 'category' | 'response' | 'reasons' | 'screen' | 'blocked'>;
