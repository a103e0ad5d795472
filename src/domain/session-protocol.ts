// The names by which a session and a case are spoken to, with the shapes of what is said: shared by workflow and client.
// Update ids carry their kind (`turn/…`, `player/…`, `staff/…`), because ids are shared by all handlers of a workflow.
import type { Role } from './actors.ts';
import type { CrisisCase, Disposition } from './crisis-case.ts';
import type { PublicStatus } from './events.ts';
import type { CaseEvidence, SessionId, SessionKnobs, SessionState } from './session.ts';
import type { TurnInput, TurnOutcome, TurnReply } from './turn.ts';
import type { CrisisKind, Level } from './verdict.ts';

export interface StartSession {
  sessionId: SessionId;
  worldId: string;
  worldVersion: string;
  locale: string;
  country: string;
  goals: readonly string[];
  knobs: SessionKnobs;
}

/** What `session` is started with: a new session, or the state carried over from the run before. */
export type SessionArgs = { start: StartSession } | { carried: SessionState };

export interface ActBy {
  role: Role;
  subject: string;
  displayName: string;
  /** When given, the act is refused unless the session is still at this version. */
  expectedVersion?: number;
}

export interface ActAnswer {
  status: PublicStatus;
  version: number;
}

export type Guidance = { kind: 'avoid_theme' | 'gentler' | 'offer_technique' | 'close_soon'; detail?: string };

/** Updates of the session workflow: name -> [argument, answer]. Same-named signals take the same argument. */
export interface SessionUpdates {
  open: [undefined, TurnReply];
  takeTurn: [TurnInput, TurnOutcome];
  pause: [ActBy, ActAnswer];
  resume: [ActBy, ActAnswer];
  end: [ActBy, TurnReply];
  escalate: [ActBy & { kind: CrisisKind; level: Level; turnId: string }, ActAnswer];
  /** From the case workflow: a person has acknowledged, or has released the held session. */
  helpAcknowledged: [{ displayName: string }, ActAnswer];
  helpReleased: [{ displayName: string }, ActAnswer];
}

export interface CaseArgs {
  caseId: string;
  first: CaseEvidence;
}

/** Updates of the case workflow. Evidence also arrives as the signal `addEvidence`. */
export interface CaseUpdates {
  addEvidence: [CaseEvidence, CrisisCase];
  acknowledge: [ActBy, CrisisCase];
  release: [ActBy, CrisisCase];
  resolve: [ActBy & { disposition: Disposition; note?: string }, CrisisCase];
}

export const WORKFLOW_TYPES = { session: 'session', crisisCase: 'crisisCase' } as const;
export const turnUpdateId = (turnId: string): string => `turn/${turnId}`;
export const playerUpdateId = (id: string): string => `player/${id}`;
export const staffUpdateId = (id: string): string => `staff/${id}`;
