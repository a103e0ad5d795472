// Who may come in: tokens, invitations, roles, intake and profile.
// `player` is always a pseudonym; `clinician` is an account id (an Actor's `subject`).
import type { Actor, Role } from '../domain/actors.ts';

export interface Intake {
  /** Version of the text the player read. */
  textVersion: string;
  consents: { play: boolean; clinicianMayRead: boolean; crisisContact: boolean; modelProvider: boolean };
  ageBand: 'under18' | '18-24' | '25-44' | '45-64' | '65plus';
  country: string;
  contactPerson?: { name: string; contact: string };
}

export interface Profile {
  goals: readonly string[];
  avoidSoft: readonly string[];
  avoidHard: readonly string[];
  /** 0 … 1 */
  intensity: number;
  readiness: number;
  techniques: boolean;
  country: string;
  language: string;
  contactPerson?: { name: string; contact: string };
  intake: { textVersion: string; at: number; consents: Intake['consents'] } | null;
}

/** What is left out stays as it is; a contact person of null is removed. */
export type ProfilePatch = Partial<Omit<Profile, 'intake' | 'contactPerson'>> & {
  contactPerson?: { name: string; contact: string } | null;
};

/** Leave to read outside the own team: sixty minutes, for a reason that the player is shown. */
export interface BreakGlass {
  id: string;
  subject: string;
  displayName: string;
  player: string;
  reason: string;
  from: number;
  until: number;
}

export interface Accounts {
  /** AppError('unauthenticated') when expired, forged or revoked. A revocation is known to every process within 30 s; without
   *  the graph the last known list stands. */
  verify(token: string): Promise<Actor>;
  issue(actor: { role: Role; subject: string; displayName?: string; demo?: boolean }, ttlS?: number): Promise<string>;
  createInvitation(role: Role, subject: string, displayName: string): Promise<{ code: string; expiresAt: number }>;
  /** One-time: AppError('invitation_invalid') the second time. */
  redeemInvitation(code: string): Promise<Actor>;
  profile(player: string): Promise<Profile>;
  saveProfile(player: string, patch: ProfilePatch): Promise<Profile>;
  /** AppError('consent_missing') without consent to play, AppError('forbidden') for a minor who is not enrolled. */
  recordIntake(player: string, intake: Intake): Promise<Profile>;
  /** A clinic enrols a minor, with the guardian's consent on paper with the clinic. */
  enrolMinor(player: string, clinician: string): Promise<void>;
  /** Erasure: removes the player's account, profile, care team and invitations. The key is privacy's to shred. */
  forget(player: string): Promise<void>;
  /** The pseudonyms of all players on the clinician's care team. */
  playersOf(clinician: string): Promise<string[]>;
  /** Whether the player is on the clinician's care team. */
  cares(clinician: string, player: string): Promise<boolean>;
  assignCare(clinician: string, player: string): Promise<void>;
  /** Whether the account is a clinician's whose role stands: invited and come, or a demonstration clinician who has signed in
   *  here. A name that nobody answers to is none. */
  isClinician(subject: string): Promise<boolean>;
  /** Clinicians in the player's care team. */
  teamOf(player: string): Promise<number>;
  /** Those of the players who have no care team at all. */
  teamless(players: readonly string[]): Promise<string[]>;
  /** Ends this role of the account: tokens issued before now are refused everywhere within 60 s. `role` null: all roles. */
  revoke(subject: string, role: Role | null): Promise<void>;
  /** AppError('malformed') for a reason under 10 characters. */
  breakGlass(actor: Actor, player: string, reason: string): Promise<BreakGlass>;
  /** Whether such leave stands now. */
  hasBrokenGlass(subject: string, player: string): Promise<boolean>;
  /** All players for whom it stands now. */
  glassOf(subject: string): Promise<string[]>;
}
