// The world of a turn after changes, as a pure function: follow-on commands and the narrator see what the graph will hold.
import type {
  CharacterView,
  EntityId,
  ExitView,
  NeighbourView,
  PlaceView,
  Properties,
  PropertyValue,
  ThingView,
  WorldChange,
  WorldView,
} from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { AuthoredWorld } from '../../story/index.ts';

interface Known {
  here: EntityId;
  places: Map<EntityId, PlaceView>;
  exits: Map<EntityId, { place: EntityId; exit: ExitView }>;
  things: Map<EntityId, ThingView>;
  characters: Map<EntityId, CharacterView>;
  playerKnows: Set<EntityId>;
  storylines: Map<EntityId, Properties>;
}

/**
 * The view after the changes, its lists in order of id. Places that were known stay known, so a change and its inverse give
 * the same view again. What goes beyond the known places leaves the view.
 */
export function applyToView(view: WorldView, changes: readonly WorldChange[], world: AuthoredWorld): WorldView {
  const known = gather(view);
  for (const change of changes) apply(known, change, world);
  return assemble(view, known);
}

function gather(view: WorldView): Known {
  const all: readonly NeighbourView[] = [view, ...view.neighbours];
  return {
    here: view.place.id,
    places: new Map(all.map(({ place }) => [place.id, place])),
    exits: new Map(all.flatMap(({ place, exits }) => exits.map((exit) => [exit.id, { place: place.id, exit }]))),
    things: new Map(all.flatMap(({ things }) => things.map((thing) => [thing.id, thing]))),
    characters: new Map(all.flatMap(({ characters }) => characters.map((c) => [c.id, c]))),
    playerKnows: new Set(view.playerKnows),
    storylines: new Map(Object.entries(view.storylines)),
  };
}

function apply(known: Known, change: WorldChange, world: AuthoredWorld): void {
  switch (change.type) {
    case 'move': {
      const { entity, to } = change;
      const thing = known.things.get(entity);
      const character = known.characters.get(entity);
      if (entity === PLAYER) known.here = to;
      else if (thing !== undefined) known.things.set(entity, { ...thing, at: to });
      else if (character !== undefined) known.characters.set(entity, { ...character, at: to });
      return;
    }
    case 'set':
      set(known, change.entity, change.property, change.to, world);
      return;
    case 'learn':
    case 'forget': {
      const { who, fact } = change;
      const learns = change.type === 'learn';
      if (who === PLAYER) {
        if (learns) known.playerKnows.add(fact);
        else known.playerKnows.delete(fact);
        return;
      }
      const character = known.characters.get(who);
      if (character === undefined) return;
      const others = character.knows.filter((one) => one !== fact);
      known.characters.set(who, { ...character, knows: learns ? [...others, fact] : others });
    }
  }
}

function set(known: Known, entity: EntityId, property: string, to: PropertyValue | null, world: AuthoredWorld): void {
  const exit = known.exits.get(entity);
  if (exit !== undefined) {
    const { locked, hidden } = exit.exit;
    const flags = { locked, hidden, [property]: to === true };
    known.exits.set(entity, { ...exit, exit: { ...exit.exit, locked: flags.locked, hidden: flags.hidden } });
    return;
  }
  const character = known.characters.get(entity);
  if (character !== undefined) {
    const changed =
      property === 'disposition' && typeof to === 'number'
        ? { ...character, disposition: to }
        : { ...character, properties: withProperty(character.properties, property, to) };
    known.characters.set(entity, changed);
    return;
  }
  const thing = known.things.get(entity);
  if (thing !== undefined) {
    known.things.set(entity, { ...thing, properties: withProperty(thing.properties, property, to) });
    return;
  }
  const place = known.places.get(entity);
  if (place !== undefined) {
    known.places.set(entity, { ...place, properties: withProperty(place.properties, property, to) });
    return;
  }
  // What is neither here nor a step away has left the view; a storyline never does.
  if (world.storylines[entity] !== undefined)
    known.storylines.set(entity, withProperty(known.storylines.get(entity) ?? {}, property, to));
}

function withProperty(properties: Properties, property: string, to: PropertyValue | null): Properties {
  const { [property]: _before, ...others } = properties;
  return to === null ? others : { ...others, [property]: to };
}

function assemble(view: WorldView, known: Known): WorldView {
  const things = [...known.things.values()];
  const detail = (place: PlaceView, withHeld: boolean): NeighbourView => {
    const characters = [...known.characters.values()].filter(({ at }) => at === place.id);
    const owners = new Set([place.id, ...characters.map(({ id }) => id), ...(withHeld ? [PLAYER] : [])]);
    return {
      place,
      exits: [...known.exits.values()]
        .filter((found) => found.place === place.id)
        .map(({ exit }) => exit)
        .sort(byId),
      things: things.filter(({ at }) => owners.has(at)).sort(byId),
      characters: characters.map((c) => ({ ...c, knows: [...c.knows].sort() })).sort(byId),
    };
  };
  const here = known.places.get(known.here) ?? view.place;
  const others = [...known.places.values()].filter(({ id }) => id !== here.id).sort(byId);
  return {
    ...view,
    ...detail(here, true),
    neighbours: others.map((place) => detail(place, false)),
    playerKnows: [...known.playerKnows].sort(),
    storylines: Object.fromEntries(known.storylines),
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
