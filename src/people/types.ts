// People: help dialogues and resources by country, and the records of crisis cases.
import type { CrisisCase } from '../domain/crisis-case.ts';
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
}

export interface Help {
  /** First line of a help dialogue. `nobodyTold` says plainly that no person could be informed. */
  open(input: { kind: CrisisKind; level: Level; country: string; at: number; nobodyTold?: boolean }): HelpLine;
  /** The next line for what the player said while help is open. A graver verdict raises it. */
  next(state: HelpState, input: { text: string; verdict: Verdict; country: string; at: number }): HelpLine;
  /** A kind step back for `support`: out of the plot, one resource, no dialogue. */
  support(input: { category: string | null; country: string }): {
    text: ScreenedText;
    sentences: readonly ScreenedText[];
    resources: readonly HelpResource[];
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
  /** Nearest deadline first, at most 100 unless `limit` says otherwise. `open`: not yet resolved; `players`: cases of these
   *  only, so that a case is never crowded out of a clinician's list by those of other teams. */
  list(filter: { status?: 'open'; players?: readonly string[]; limit?: number }): Promise<CrisisCase[]>;
}
