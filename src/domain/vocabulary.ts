// The words a world is spoken of with: where the authored story meets the input processor. Names are data of the story;
// how a sentence is built around them is the input processor's business.
import type { Intent } from './agents.ts';
import type { EntityId } from './world.ts';

export type EntityKind = 'place' | 'thing' | 'character' | 'fact' | 'exit';

export interface VocabularyEntity {
  id: EntityId;
  kind: EntityKind;
  /**
   * Noun phrases without an article, fullest first: `['brass lamp', 'lamp']`. The last word of a name is its head, words
   * before it may be left out or reordered by a player. Two entities may share a name; the player is then asked which.
   * A fact's names are what it is asked about by: `['the storm', 'storm night']`.
   */
  names: readonly string[];
  /** Further words that may stand before a name, or alone before "one": `['old', 'shiny']`. */
  adjectives?: readonly string[];
  /** What it is referred back to by. Without one: `they` for a character, `it` for the rest. */
  pronoun?: 'it' | 'he' | 'she' | 'they';
  /** It stays where it is: not meant by whoever takes everything. */
  fixed?: true;
}

export interface Vocabulary {
  entities: readonly VocabularyEntity[];
  /** Verbs of this world beyond the common ones, such as `{ phrase: 'wind up', intent: 'use' }`; an object may follow. */
  verbs?: readonly { phrase: string; intent: Intent }[];
}
