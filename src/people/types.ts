// People: help dialogues and resources by country, and the records of crisis cases.
import type { CaseCoverage, CaseEntry, CrisisCase } from '../domain/crisis-case.ts';
import type { ChannelName, Notification, Recipient } from '../domain/notification.ts';
import type { ScreenedText } from '../domain/screened-text.ts';
import type { HelpState } from '../domain/session.ts';
import type { HelpResource } from '../domain/turn.ts';
import type { CrisisKind, Level, Verdict } from '../domain/verdict.ts';

export interface HelpLine {
  text: ScreenedText;
  sentences: readonly ScreenedText[];
  suggestions: readonly string[];
  resources: readonly HelpResource[];
  /** The state after this line; null when the player has gone on with the story. */
  state: HelpState | null;
  /** The player has just said that it was about the game: noted on the case of a hold. */
  aboutGame: boolean;
  /** Offer a way to leave this page at once: somebody may be looking over the shoulder. */
  quickExit: boolean;
}

export interface Help {
  /** First line of a help dialogue. `nobodyTold` says plainly that no person could be informed. `reasons`: ids of the rules that
   *  hit; they choose among the dialogues of one kind (medical: overdose, emergency, psychosis). */
  open(input: {
    kind: CrisisKind;
    level: Level;
    country: string;
    at: number;
    nobodyTold?: boolean;
    reasons?: readonly string[];
  }): HelpLine;
  /** The next line for what the player said while help is open. A graver verdict raises it. */
  next(state: HelpState, input: { text: string; verdict: Verdict; country: string; at: number }): HelpLine;
  /** A hold that nobody has released for `HOLD_REVIEW_MS`: asks anew, as a check-in that the player may end. */
  recheck(state: HelpState, input: { country: string; at: number }): HelpLine;
  /** A kind step back for `support`: out of the plot, one resource, no dialogue. Where it is about abuse it offers the quick way
   *  off the page, as the help dialogues do. */
  support(input: { category: string | null; country: string; reasons?: readonly string[] }): {
    text: ScreenedText;
    sentences: readonly ScreenedText[];
    resources: readonly HelpResource[];
    quickExit: boolean;
  };
  resources(country: string, kind: CrisisKind | null): readonly HelpResource[];
  /** Honest lines by key: `unreadable`, `unavailable`, `refusal`, `language`, … */
  notice(key: string, country: string): { text: ScreenedText; resources: readonly HelpResource[] };
}

export interface CaseRecords {
  /** Keeps the newest version, whatever order versions arrive in. */
  save(found: CrisisCase): Promise<void>;
  /** The player's latest case. */
  get(caseId: string): Promise<CrisisCase | null>;
  /** Nearest deadline first, at most 100 unless `limit` says otherwise. `open`: not yet resolved;
   *  `resolved`: the last one first. With `players` or `routedTo`
   *  only cases of these players or routed to this account, so that a case is never crowded out of a clinician's list by those
   *  of other teams; drills are included. */
  list(filter: {
    status?: 'open' | 'resolved';
    players?: readonly string[];
    routedTo?: string;
    limit?: number;
  }): Promise<CrisisCase[]>;
  /** Cases opened in the span, drills left out: what reports count. */
  openedBetween(from: number, to: number): Promise<CrisisCase[]>;
  /** Idempotent by the entry's id. */
  keepEntry(entry: CaseEntry): Promise<void>;
  /** Notes and messages of one case, oldest first. */
  entries(caseId: string, number: number): Promise<CaseEntry[]>;
}

/** Who is there, from the installation's configuration: opening hours with their zone and holidays, or always, or never. */
export interface Coverage {
  at(ms: number): CaseCoverage;
  /** By when a case of this level has to be acknowledged: a moderate one waits for the next opening, a graver one does not. */
  acknowledgeBy(level: Level, at: number): number;
  /** One plain sentence for the player, such as "No person is reading this now; the team reads from 8:00 on Monday (London)." */
  sentence(ms: number): string;
  /** People on the n-th rung of the on-call ladder (from 0) with the channels they are reached by; empty when there is no such
   *  rung. Rungs for opening hours only are left out outside of them. */
  rung(n: number, at: number): readonly Recipient[];
  /** The operator's channels. The console is no channel of the operator's: an alert that nobody has open is not seen. */
  operator(): readonly Recipient[];
  /** All people of the ladder in order, for the shift list. */
  ladder(): readonly { subject: string; displayName: string; when: 'always' | 'hours' }[];
}

/** Sends one notification to one person by one channel. */
export interface Notifier {
  readonly channels: readonly ChannelName[];
  /** Resolves when the channel has accepted it. AppError('unavailable') when a later attempt may succeed, another code when it
   *  never will. A repeat with the same notification id is recognisable to the receiver. */
  send(notification: Notification, recipient: Recipient): Promise<void>;
}

/** Who read or was told what of a player, in words a player understands: shown to the player. */
export interface Disclosure {
  id: string;
  /** The player's pseudonym. */
  player: string;
  sessionId: string | null;
  /** Epoch ms. */
  at: number;
  /** As the player may see it: a name, or a role such as "on-call clinician". */
  who: string;
  what: 'notified' | 'opened_case' | 'read_transcript' | 'wrote' | 'handed_over' | 'break_glass';
  /** For break-glass: the reason that was given. Sealed where it rests. */
  reason?: string;
}

export interface Disclosures {
  /** Idempotent by id. */
  add(disclosure: Disclosure): Promise<void>;
  of(player: string, sessionId?: string): Promise<Disclosure[]>;
}
