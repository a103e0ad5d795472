// A world as authors wrote it, checked and compiled: the part that never changes during a session.
import type { AppError } from '../domain/errors.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import type { Direction, EntityId } from '../domain/world.ts';
import type { WorldSeed } from '../world/types.ts';
import type { Condition, Effect, Interaction, WorldFile } from './schema.ts';

export type { Condition, Effect, Interaction };
export type AuthoredPlace = WorldFile['places'][string];
export type AuthoredThing = WorldFile['things'][string];
export type AuthoredCharacter = WorldFile['characters'][string];

export interface AuthoredExit {
  id: EntityId;
  /** The same way in the other direction. */
  twin: EntityId;
  from: EntityId;
  to: EntityId;
  direction: Direction;
  locked: boolean;
  hidden: boolean;
  key: EntityId | null;
  /** What it is called in the text, such as `the tower door`; null for a plain way. */
  name: string | null;
  names: readonly string[];
  adjectives: readonly string[];
}

export interface AuthoredWorld {
  id: string;
  /** A hash of the world's files, so that a session stays with the text it began with. */
  version: string;
  title: string;
  summary: string;
  warnings: readonly string[];
  reviewedBy?: string | undefined;
  start: EntityId;
  regions: WorldFile['regions'];
  places: Readonly<Record<EntityId, AuthoredPlace>>;
  things: Readonly<Record<EntityId, AuthoredThing>>;
  characters: Readonly<Record<EntityId, AuthoredCharacter>>;
  facts: WorldFile['facts'];
  exits: Readonly<Record<EntityId, AuthoredExit>>;
  storylines: WorldFile['storylines'];
  interactions: readonly Interaction[];
  verbs: WorldFile['verbs'];
  /** Compiled ink (JSON) and every `knot` and `knot.stitch` in it. */
  ink: { json: string; paths: ReadonlySet<string> };
}

export interface WorldSummary {
  id: string;
  version: string;
  title: string;
  summary: string;
  /** What a reader may want to know before beginning, in whole phrases. */
  warnings: readonly string[];
}

/** What a look at the folder found. Of a world that is refused the version before stays. */
export interface Reloaded {
  changed: readonly WorldSummary[];
  refused: readonly AppError[];
}

/**
 * Everything else of a world is read through these. Without a version they give the newest, which new sessions begin in.
 * AppError('not_found') for an unknown world, and for a version that is neither loaded nor kept.
 */
export interface Story {
  worlds(): WorldSummary[];
  seed(worldId: string, version?: string): WorldSeed;
  vocabulary(worldId: string, version?: string): Vocabulary;
  authored(worldId: string, version?: string): AuthoredWorld;
  /** Reads the folder again. */
  reload(): Reloaded;
  /** Reloads when a file of a world changes, until the returned function is called. Told only what is worth telling. */
  watch(told: (outcome: Reloaded) => void): () => void;
}
