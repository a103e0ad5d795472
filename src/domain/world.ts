// The world of one session as the agents see it, and the only ways it can change. Each change carries what was there
// before, so its inverse is a pure function and a stale change is refused instead of applied.

/** Where a thing is: in a place or with somebody, never both. `player` is the player's own hands. */
export type EntityId = string;
export const PLAYER: EntityId = 'player';

export type PropertyValue = string | number | boolean;

export type WorldChange =
  /** A character or the player goes from one place to another; a thing changes place or owner. */
  | { type: 'move'; entity: EntityId; from: EntityId; to: EntityId }
  /** A property of a place, exit, thing, character or storyline takes another value. null: it had, or has, none. */
  | { type: 'set'; entity: EntityId; property: string; from: PropertyValue | null; to: PropertyValue | null }
  /** A character (or the player) comes to know a fact. */
  | { type: 'learn'; who: EntityId; fact: EntityId }
  | { type: 'forget'; who: EntityId; fact: EntityId };

export function inverse(change: WorldChange): WorldChange {
  switch (change.type) {
    case 'move':
      return { ...change, from: change.to, to: change.from };
    case 'set':
      return { ...change, from: change.to, to: change.from };
    case 'learn':
      return { type: 'forget', who: change.who, fact: change.fact };
    case 'forget':
      return { type: 'learn', who: change.who, fact: change.fact };
  }
}

/** The changes that undo a list: each inverted, last in first out. */
export function inverseAll(changes: readonly WorldChange[]): WorldChange[] {
  return changes.map(inverse).reverse();
}

export type Properties = Readonly<Record<string, PropertyValue>>;

export interface PlaceView {
  id: EntityId;
  region: string;
  /** Turns in which the player arrived or acted here. */
  visits: number;
  properties: Properties;
}

export type Direction = 'north' | 'south' | 'east' | 'west' | 'up' | 'down' | 'in' | 'out';

export interface ExitView {
  id: EntityId;
  direction: Direction;
  to: EntityId;
  locked: boolean;
  /** A hidden exit is in the view (the world agent must know it) but is never told or suggested. */
  hidden: boolean;
}

export interface ThingView {
  id: EntityId;
  /** A place or a character's id, or `player`. */
  at: EntityId;
  properties: Properties;
}

export interface CharacterView {
  id: EntityId;
  at: EntityId;
  /** -1 hostile … 0 neutral … 1 devoted. */
  disposition: number;
  knows: readonly EntityId[];
  properties: Properties;
}

/** What the graph remembers of an earlier turn, newest first in a view. */
export interface TurnMemory {
  turnId: string;
  turnSeq: number;
  intent: string;
  /** Entities the turn was about, most salient first: what "it", "her", "them" refer to next. */
  focus: readonly EntityId[];
  /** Outcome code of the turn, such as `taken` or `locked`. */
  outcome: string;
  changes: readonly WorldChange[];
  kind: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface GoalView {
  id: string;
  /** 0 … 1 */
  progress: number;
}

/** What a place one step away holds, so that a turn which walks there can be told from the same context. */
export interface NeighbourView {
  place: PlaceView;
  exits: readonly ExitView[];
  /** Things in that place and things held by characters who are there; never the player's own. */
  things: readonly ThingView[];
  characters: readonly CharacterView[];
}

/** Context of one turn: what is here, held, known and remembered. One graph query. */
export interface WorldView {
  worldId: string;
  worldVersion: string;
  turnSeq: number;
  place: PlaceView;
  exits: readonly ExitView[];
  /** Things in this place, things the player holds, and things held by characters who are here. */
  things: readonly ThingView[];
  /** Characters in this place. */
  characters: readonly CharacterView[];
  /** The same detail for every place that one of `exits` leads to, locked and hidden ones too. */
  neighbours: readonly NeighbourView[];
  /** Facts the player has learned. */
  playerKnows: readonly EntityId[];
  /** Values of storylines and other world-wide state, such as `{ 'lamp.stage': 2 }`, by entity id then property. */
  storylines: Readonly<Record<EntityId, Properties>>;
  goals: readonly GoalView[];
  recent: readonly TurnMemory[];
  /** The narrator's own memory: Ink visit counts and choice position, JSON, at most 8 KB. Facts are never in it. */
  narratorState: string | null;
}
