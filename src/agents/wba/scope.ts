// Questions that rules and narrator ask of one view: who is here, what is held, what holds. Reads only.
import type {
  CharacterView,
  EntityId,
  ExitView,
  PlaceView,
  PropertyValue,
  ThingView,
  WorldChange,
  WorldView,
} from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { AuthoredWorld, Condition, Effect } from '../../story/index.ts';

export interface Scope {
  view: WorldView;
  world: AuthoredWorld;
  thing(id: EntityId | undefined): ThingView | undefined;
  character(id: EntityId | undefined): CharacterView | undefined;
  exit(id: EntityId | undefined): ExitView | undefined;
  held(id: EntityId | undefined): boolean;
  /** Seen and reachable here: a thing in this place, in the hands of the player or of somebody here; a character; a way. */
  present(id: EntityId | undefined): boolean;
  property(entity: EntityId, name: string): PropertyValue | null;
  playerKnows(fact: EntityId): boolean;
  holds(condition: Condition): boolean;
}

export function scopeOf(view: WorldView, world: AuthoredWorld): Scope {
  const things = new Map(view.things.map((t) => [t.id, t]));
  const characters = new Map(view.characters.map((c) => [c.id, c]));
  const knows = new Set(view.playerKnows);
  let around: Around | undefined;

  const property = (entity: EntityId, name: string): PropertyValue | null => {
    around ??= lookAround(view);
    const exit = around.exits.get(entity);
    if (exit !== undefined) return name === 'locked' ? exit.locked : name === 'hidden' ? exit.hidden : null;
    const character = characters.get(entity) ?? around.characters.get(entity);
    if (character !== undefined)
      return name === 'disposition' ? character.disposition : (character.properties[name] ?? null);
    return (
      (things.get(entity) ?? around.things.get(entity) ?? around.places.get(entity))?.properties[name] ??
      view.storylines[entity]?.[name] ??
      null
    );
  };
  const held = (id: EntityId | undefined): boolean => id !== undefined && things.get(id)?.at === PLAYER;
  const thing = (id: EntityId | undefined): ThingView | undefined => {
    const found = id === undefined ? undefined : things.get(id);
    return found?.properties.hidden === true ? undefined : found;
  };
  const character = (id: EntityId | undefined): CharacterView | undefined =>
    id === undefined ? undefined : characters.get(id);
  const exit = (id: EntityId | undefined): ExitView | undefined => view.exits.find((e) => e.id === id && !e.hidden);
  const present = (id: EntityId | undefined): boolean =>
    thing(id) !== undefined || character(id) !== undefined || exit(id) !== undefined || id === view.place.id;

  const isSo = ({ entity, name, wanted }: Demand): boolean => matches(property(entity, name), wanted);
  const isAt = ([id, owner]: [EntityId, EntityId]): boolean => things.get(id)?.at === owner;
  const isKnown = (fact: EntityId): boolean => knows.has(fact);

  /** What costs least to look at first: most conditions of a world are of other places. */
  const holds = (c: Condition): boolean => {
    if ((c.at !== undefined && c.at !== view.place.id) || !c.here.every(present) || !c.held.every(held)) return false;
    const { is, owner } = demandsOf(c);
    return is.every(isSo) && owner.every(isAt) && c.knows.every(isKnown) && !c.unaware.some(isKnown);
  };

  return {
    view,
    world,
    thing,
    character,
    exit,
    held,
    present,
    property,
    playerKnows: isKnown,
    holds,
  };
}

/** What a condition demands of a property. */
interface Demand {
  entity: EntityId;
  name: string;
  wanted: Condition['is'][string];
}

interface Demands {
  is: readonly Demand[];
  owner: readonly [EntityId, EntityId][];
}

/** Taken apart once: conditions are the author's, and a turn looks at a hundred of them. */
const DEMANDS = new WeakMap<Condition, Demands>();

function demandsOf(condition: Condition): Demands {
  const known = DEMANDS.get(condition);
  if (known !== undefined) return known;
  const demands = {
    is: Object.entries(condition.is).map(([path, wanted]): Demand => {
      const [entity, name] = entityAndName(path);
      return { entity, name, wanted };
    }),
    owner: Object.entries(condition.owner),
  };
  DEMANDS.set(condition, demands);
  return demands;
}

type Around = ReturnType<typeof lookAround>;

/** What can be asked about here and one step away. What is here comes last, and so counts where both know of it. */
function lookAround(view: WorldView) {
  const around = {
    exits: new Map<EntityId, ExitView>(),
    places: new Map<EntityId, PlaceView>(),
    characters: new Map<EntityId, CharacterView>(),
    things: new Map<EntityId, ThingView>(),
  };
  for (const near of [...view.neighbours, view]) {
    for (const exit of near.exits) around.exits.set(exit.id, exit);
    for (const character of near.characters) around.characters.set(character.id, character);
    for (const thing of near.things) around.things.set(thing.id, thing);
    around.places.set(near.place.id, near.place);
  }
  return around;
}

export function entityAndName(path: string): [EntityId, string] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}

function matches(found: PropertyValue | null, wanted: Condition['is'][string]): boolean {
  if (typeof wanted !== 'object') return found === null ? wanted === false || wanted === 0 : found === wanted;
  const number = typeof found === 'number' ? found : 0;
  return number >= (wanted.min ?? -Infinity) && number <= (wanted.max ?? Infinity);
}

/** Authored effects as typed changes whose `from` is what the view holds. What already is so gives no change. */
export function changesOf(effects: readonly Effect[], scope: Scope): WorldChange[] {
  return effects.flatMap((effect): WorldChange[] => {
    if ('set' in effect) {
      const [entity, name] = entityAndName(effect.set);
      const twin = name === 'locked' ? scope.world.exits[entity]?.twin : undefined;
      return [
        ...setting(scope, entity, name, effect.to),
        ...(twin === undefined ? [] : setting(scope, twin, name, effect.to)),
      ];
    }
    if ('move' in effect) {
      const to = effect.to === 'here' ? scope.view.place.id : effect.to;
      const from = effect.move === PLAYER ? scope.view.place.id : whereIs(scope, effect.move);
      return from === undefined || from === to ? [] : [{ type: 'move', entity: effect.move, from, to }];
    }
    if ('learn' in effect) return learning(scope, effect.who, effect.learn);
    return warming(scope, effect.warm, effect.by);
  });
}

/** Also finds what is hidden: an author may move what the player cannot see yet. */
function whereIs(scope: Scope, id: EntityId): EntityId | undefined {
  return scope.view.things.find((t) => t.id === id)?.at ?? scope.character(id)?.at;
}

export function setting(scope: Scope, entity: EntityId, property: string, to: PropertyValue): WorldChange[] {
  const from = scope.property(entity, property);
  return from === to ? [] : [{ type: 'set', entity, property, from, to }];
}

export function learning(scope: Scope, who: EntityId, fact: EntityId): WorldChange[] {
  const character = scope.character(who);
  const known = who === PLAYER ? scope.playerKnows(fact) : character === undefined || character.knows.includes(fact);
  return known ? [] : [{ type: 'learn', who, fact }];
}

/** Kindness and rudeness move a disposition; two decimals, so that sums of small steps compare equal. */
export function warming(scope: Scope, id: EntityId, by: number): WorldChange[] {
  const from = scope.character(id)?.disposition;
  if (from === undefined) return [];
  const to = Math.round(Math.max(-1, Math.min(1, from + by)) * 100) / 100;
  return from === to ? [] : [{ type: 'set', entity: id, property: 'disposition', from, to }];
}
