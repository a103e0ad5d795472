// What words may refer to this turn: names made ready once per world, and what of them is in sight, was spoken of, or can be
// gone to. Only this can be meant, so no wording reaches a thing that is elsewhere or hidden.
import type { Vocabulary, VocabularyEntity } from '../../domain/vocabulary.ts';
import type { EntityId, WorldView } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import { wordsOf } from './tokens.ts';

/** An entity with its names taken apart once, not once a turn. */
export interface Named {
  entity: VocabularyEntity;
  names: readonly (readonly string[])[];
  heads: ReadonlySet<string>;
  modifiers: ReadonlySet<string>;
}

export interface Nouns {
  all: readonly Named[];
  /** Those that a noun phrase ending in this word can name, in the order of `all`. */
  byHead: ReadonlyMap<string, readonly Named[]>;
  byId: ReadonlyMap<EntityId, VocabularyEntity>;
  ids: ReadonlySet<EntityId>;
  words: ReadonlySet<string>;
}

export const ARTICLES = new Set('the a an some any my your our their his her its that this those these'.split(' '));
export const unowned = (words: readonly string[]): string[] => words.filter((word) => word !== "'s");

export function indexNouns(vocabulary: Vocabulary): Nouns {
  const all = vocabulary.entities.map((entity): Named => {
    const names = entity.names.map((name) =>
      unowned(wordsOf(name)).filter((w, i, ws) => ws.length === 1 || i > 0 || !ARTICLES.has(w)),
    );
    const heads = new Set(names.flatMap((name) => name.slice(-1)));
    const modifiers = new Set([
      ...names.flatMap((name) => name.slice(0, -1)),
      ...(entity.adjectives ?? []).flatMap(wordsOf),
    ]);
    return { entity, names: names.filter((name) => name.length > 0), heads, modifiers };
  });
  const byHead = new Map<string, Named[]>();
  for (const named of all) {
    for (const head of named.heads) byHead.set(head, [...(byHead.get(head) ?? []), named]);
  }
  return {
    all,
    byHead,
    byId: new Map(vocabulary.entities.map((entity) => [entity.id, entity])),
    ids: new Set(vocabulary.entities.map(({ id }) => id)),
    words: new Set(all.flatMap(({ heads, modifiers }) => [...heads, ...modifiers])),
  };
}

/** What may be meant this turn. */
export interface Scope {
  view: WorldView;
  nouns: Nouns;
  /** In sight: this place, its ways out and what they visibly lead to, things and characters here or in hand. */
  visible: ReadonlySet<EntityId>;
  /** What can be gone to, also when it is not next door: ways, and places and people of earlier turns. */
  ways: ReadonlySet<EntityId>;
  /** Places that a way of a neighbouring place leads to, for a wish to walk further than one turn goes. */
  beyond: ReadonlySet<EntityId>;
  /** What words may be about: anything with a name, what somebody here knows of first. */
  topics: ReadonlySet<EntityId>;
  /** Earlier turns' entities that are still in `visible` or `ways`, newest and most salient first, without repeats. */
  focus: readonly EntityId[];
  /** Everything of earlier turns and clauses, also what is not in sight or is no thing: what a question is about by "it". */
  spokenOf: readonly EntityId[];
  /** What was spoken of last, in an earlier turn or an earlier clause of this one. */
  last: readonly EntityId[];
  /** The last turn asked which of several was meant. */
  asked: boolean;
}

/** The scope after a clause has spoken of these: "open the chest and look into it". */
export function having(scope: Scope, spokenOf: readonly EntityId[]): Scope {
  if (spokenOf.length === 0) return scope;
  const first = (earlier: readonly EntityId[]): EntityId[] => [...new Set([...spokenOf, ...earlier])];
  return { ...scope, focus: first(scope.focus), spokenOf: first(scope.spokenOf), last: spokenOf, asked: false };
}

/** What the player will see after going there, for the clause that follows ("go up and look at the anchor"). */
export function arrivedAt(scope: Scope, place: EntityId): Scope {
  const { view } = scope;
  const next = view.neighbours.find((neighbour) => neighbour.place.id === place);
  const exit = view.exits.find(({ to }) => to === place);
  if (next === undefined || exit === undefined || exit.hidden || exit.locked) return scope;
  const held = view.things.filter((thing) => thing.at === PLAYER);
  return scopeOf(scope.nouns, { ...view, ...next, things: [...held, ...next.things] });
}

/** Nothing of what only a hidden way leads to. */
function placesBeyond({ exits, neighbours }: WorldView): ReadonlySet<EntityId> {
  const next = new Set(exits.filter(({ hidden }) => !hidden).map(({ to }) => to));
  const onward = neighbours.filter(({ place }) => next.has(place.id)).flatMap((near) => near.exits);
  return new Set(onward.filter(({ hidden, to }) => !hidden && !next.has(to)).map(({ to }) => to));
}

export function scopeOf(nouns: Nouns, view: WorldView): Scope {
  const exits = view.exits.filter((exit) => !exit.hidden);
  const things = view.things.filter((thing) => thing.properties.hidden !== true);
  const visible = new Set([
    view.place.id,
    ...things.map((thing) => thing.id),
    ...view.characters.map((character) => character.id),
    ...exits.flatMap((exit) => [exit.id, exit.to]),
  ]);
  const canBeSought = (id: EntityId): boolean => {
    const kind = nouns.byId.get(id)?.kind;
    return kind === 'place' || kind === 'character';
  };
  const walked = view.recent.flatMap((turn) =>
    turn.changes.flatMap((c) => (c.type === 'move' && c.entity === PLAYER ? [c.from, c.to] : [])),
  );
  const mentioned = view.recent.flatMap((turn) => turn.focus);
  const ways = new Set([
    ...exits.flatMap((exit) => [exit.id, exit.to]),
    view.place.id,
    ...[...walked, ...mentioned].filter(canBeSought),
  ]);
  const spokenOf = [...new Set(mentioned)];
  const focus = spokenOf.filter((id) => visible.has(id) || ways.has(id));
  const last = (view.recent[0]?.focus ?? []).filter((id) => visible.has(id) || ways.has(id));
  return {
    view,
    nouns,
    visible,
    ways,
    beyond: placesBeyond(view),
    topics: nouns.ids,
    focus,
    spokenOf,
    last,
    asked: view.recent[0]?.outcome === 'ambiguous',
  };
}
