// The names by which a session and a case are spoken to, with the shapes of what is said: shared by workflow and client.
// Update ids carry their kind (`turn/…`, `player/…`, `staff/…`), because ids are shared by all handlers of a workflow.
import type { Role } from './actors.ts';
import type { CrisisCase, Disposition } from './crisis-case.ts';
import type { PublicStatus } from './events.ts';
import type { Notification } from './notification.ts';
import type { PlanProfile, TherapeuticPlan } from './plan.ts';
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
  /** Themes the player does not want to meet. */
  avoid: readonly string[];
  plan: TherapeuticPlan;
  modelConsent: boolean;
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

/** `detail`: the theme, the technique, or the free words. */
export type Guidance = {
  kind: 'avoid_theme' | 'gentler' | 'offer_technique' | 'close_soon' | 'free';
  detail?: string;
};

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
  /** From the case workflow: the ladder is exhausted and nobody has answered. */
  helpUnanswered: [{ number: number }, ActAnswer];
  /** From the case workflow: a clinician wrote to the player. `id` is the entry's, so that a repeat is dropped. */
  humanMessage: [{ id: string; displayName: string; role: string; text: string }, ActAnswer];
  guide: [ActBy & { guidance: Guidance }, ActAnswer];
  /** From the gateway: a text could not be read there. The second in a row pauses the session. */
  couldNotRead: [{ turnId: string }, ActAnswer];
  /** From the gateway: the player changed the profile or a consent; it holds from the next turn on. */
  profile: [{ avoid: readonly string[]; profile: PlanProfile; modelConsent: boolean }, ActAnswer];
}

/** What `crisisCase` is started with: its first evidence, or the state carried over from the run before. */
export type CaseArgs = { caseId: string; first: CaseEvidence } | { carried: CrisisCase };

/** A notification to the operator, delivered durably by a workflow of its own (`alert/<id>`). */
export interface AlertArgs {
  notification: Notification;
}

/** Updates of the case workflow. Evidence also arrives as the signal `addEvidence`. */
export interface CaseUpdates {
  addEvidence: [CaseEvidence, CrisisCase];
  acknowledge: [ActBy, CrisisCase];
  release: [ActBy, CrisisCase];
  resolve: [ActBy & { disposition: Disposition; note?: string }, CrisisCase];
  /** Within seven days of being resolved. */
  reopen: [ActBy, CrisisCase];
  handover: [ActBy & { to: { subject: string; displayName: string } }, CrisisCase];
  /** `contacted`: the player was reached by other means, such as the telephone. */
  note: [ActBy & { id: string; text: string; contacted: boolean }, CrisisCase];
  /** From the holder to the player: is a contact. From the player: is shown to those who answer for the case. */
  message: [ActBy & { id: string; text: string; sessionId?: SessionId }, CrisisCase];
  /** A signed-in person has the case on the screen: their notifications count as opened. */
  opened: [ActBy, CrisisCase];
}

export const WORKFLOW_TYPES = { session: 'session', crisisCase: 'crisisCase', operatorAlert: 'operatorAlert' } as const;
export const alertWorkflowId = (notificationId: string): string => `alert/${notificationId}`;
export const turnUpdateId = (turnId: string): string => `turn/${turnId}`;
export const playerUpdateId = (id: string): string => `player/${id}`;
export const staffUpdateId = (id: string): string => `staff/${id}`;
