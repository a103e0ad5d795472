// Questions that rules and narrator ask of one view: who is here, what is held, what holds. Reads only.
import type {
  CharacterView,
  EntityId,
  ExitView,
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
  const exits = new Map([...view.neighbours.flatMap((n) => n.exits), ...view.exits].map((e) => [e.id, e]));
  const places = new Map([...view.neighbours.map((n) => n.place), view.place].map((p) => [p.id, p]));
  const knows = new Set(view.playerKnows);
  // Of the places one step away.
  const charactersNear = new Map(view.neighbours.flatMap((n) => n.characters).map((c) => [c.id, c]));
  const thingsNear = new Map(view.neighbours.flatMap((n) => n.things).map((t) => [t.id, t]));

  const property = (entity: EntityId, name: string): PropertyValue | null => {
    const exit = exits.get(entity);
    if (exit !== undefined) return name === 'locked' ? exit.locked : name === 'hidden' ? exit.hidden : null;
    const character = characters.get(entity) ?? charactersNear.get(entity);
    if (character !== undefined)
      return name === 'disposition' ? character.disposition : (character.properties[name] ?? null);
    return (
      (things.get(entity) ?? thingsNear.get(entity) ?? places.get(entity))?.properties[name] ??
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

  const holds = (c: Condition): boolean =>
    Object.entries(c.is).every(([path, wanted]) => matches(property(...entityAndName(path)), wanted)) &&
    c.held.every(held) &&
    c.here.every(present) &&
    Object.entries(c.owner).every(([id, owner]) => things.get(id)?.at === owner) &&
    (c.at === undefined || c.at === view.place.id) &&
    c.knows.every((fact) => knows.has(fact)) &&
    !c.unaware.some((fact) => knows.has(fact));

  return {
    view,
    world,
    thing,
    character,
    exit,
    held,
    present,
    property,
    playerKnows: (fact) => knows.has(fact),
    holds,
  };
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
