// The form of one row of the lexicon: an intent and the ways to say it.
import type { Intent } from '../../../domain/agents.ts';
import type { Direction } from '../../../domain/world.ts';

export interface Rule {
  intent: Intent;
  /** Patterns as in grammar.ts, separated by semicolons. */
  patterns: string;
  direction?: Direction;
  /** A way out, or the way the player came: the exit is found from the view. Of a thing, back to where it was. */
  way?: 'out' | 'back';
  /** Its noun may be how one calls a person, be it nobody's name: "thanks, sunshine". */
  calling?: true;
  /** Words are spoken aloud to somebody. */
  spoken?: true;
  /** It is about the one spoken to. */
  aboutHearer?: true;
  /** It is about what was last talked of, and holds only where something was. */
  aboutLast?: true;
  /** Does not hold unless every noun in it names something here; then it is ordinary talk. */
  sure?: true;
  /** The words to the end of the text belong to it, also across "and" and commas. */
  toTheEnd?: true;
}

/** Verbs of looking, shared by the tables. */
export const SEE = 'look|peek|peer|glance|gaze|stare';
