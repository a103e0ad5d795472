// The screening door. Every text is read here; the only maker of ScreenedText.
import type { AppError } from '../domain/errors.ts';
import type { ScreenedText } from '../domain/screened-text.ts';
import type { Verdict } from '../domain/verdict.ts';

export interface ScreenContext {
  /** BCP 47, of the session. */
  locale?: string;
  /** Levels of this session's earlier texts, newest first. */
  history?: readonly Verdict[];
}

export type NarrativeScreening =
  | { passed: true; sentences: readonly ScreenedText[]; text: ScreenedText }
  /** Sentences before the blocked one, and the rule ids the responsible agent is told. */
  | { passed: false; sentences: readonly ScreenedText[]; findings: readonly string[] };

export interface Safety {
  /** Reads one player text. Never throws: when it cannot answer, `screen` is `unreadable` and the caller shows no story. */
  screenPlayerText(text: string, context?: ScreenContext): Verdict;
  /** One agent text, as `tta screen` reports it. */
  screenAgentText(text: string): Verdict;
  /** Sentence by sentence, each with all before it. `avoid`: themes in the player's or the team's words, which block too, as the
   *  finding `avoid.theme`. */
  screenNarrative(sentences: readonly string[], context?: { avoid?: readonly string[] }): NarrativeScreening;
  /** Ids of the themes of config/safety/themes.yaml that a text names: words of ours for what a person wrote. */
  themesIn(text: string): readonly string[];
  /** Authored lines (help, notices, suggestions) pass the same door; AppError('internal') naming the file's key if one fails. */
  approve(text: string, key: string): ScreenedText;
  /** Hash of the rule set in force, for the audit. */
  readonly rulesVersion: string;
  /** What a rule is for and what to write instead, for those who review what it blocked; null for an unknown id. */
  describe(ruleId: string): { category: string; rationale: string; alternative: string | null } | null;
  /** Reads the rule files again now and puts them in force together, or keeps the old ones. Answers which. */
  reload(): { changed: boolean } | { refused: AppError };
  /** Reloads when a rule file changes, until the returned function is called. */
  watch(told: (outcome: { version: string } | { refused: AppError }) => void): () => void;
}
