// What a model is told of the world: what the player could see too, by the author's ids and names. Nothing of the session, its
// player, its turns or its times is in it, and nothing hidden.
import type { WorldProposal } from '../../domain/agents.ts';
import type { EntityId, Properties, WorldChange } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import { nameOf } from '../nga/facts.ts';
import type { Scope } from '../wba/index.ts';

export interface Scene {
  place: { id: EntityId; name: string };
  ways: { id: EntityId; name: string; direction: string; to: string; locked: boolean }[];
  people: { id: EntityId; name: string; holds: EntityId[] }[];
  things: { id: EntityId; name: string; portable: boolean; state: Properties }[];
  /** What the player holds. */
  player: { id: EntityId; name: string; state: Properties }[];
}

export function sceneOf(scope: Scope): Scene {
  const { view, world } = scope;
  const seen = view.things.filter(({ id }) => scope.thing(id) !== undefined);
  const named = (id: EntityId) => ({ id, name: nameOf(id, scope) });
  return {
    place: named(view.place.id),
    ways: view.exits
      .filter(({ hidden }) => !hidden)
      .map(({ id, direction, to, locked }) => ({ ...named(id), direction, to: nameOf(to, scope), locked })),
    people: view.characters.map(({ id }) => ({
      ...named(id),
      holds: seen.filter(({ at }) => at === id).map((thing) => thing.id),
    })),
    things: seen
      .filter(({ at }) => at === view.place.id)
      .map(({ id, properties }) => ({
        ...named(id),
        portable: world.things[id]?.portable === true,
        state: withoutHidden(properties),
      })),
    player: seen
      .filter(({ at }) => at === PLAYER)
      .map(({ id, properties }) => ({ ...named(id), state: withoutHidden(properties) })),
  };
}

function withoutHidden({ hidden: _hidden, ...state }: Properties): Properties {
  return state;
}

/** What can be spoken of with those who are here, and a word for each. */
export function topicsOf({ view, world }: Scope): { id: EntityId; about: string }[] {
  const ids = new Set(view.characters.flatMap(({ id }) => Object.keys(world.characters[id]?.topics ?? {})));
  return [...ids].map((id) => {
    const entity = world.things[id] ?? world.characters[id] ?? world.places[id];
    return entity === undefined ? factNamed(id, world) : { id, about: entity.name };
  });
}

/** Facts by a word for each; what they say is not told. */
export const factsNamed = (ids: readonly EntityId[], { world }: Scope): { id: EntityId; about: string }[] =>
  ids.map((id) => factNamed(id, world));

function factNamed(id: EntityId, { facts }: Scope['world']): { id: EntityId; about: string } {
  return { id, about: facts[id]?.about ?? facts[id]?.names?.[0] ?? id };
}

/** An improvised change in words, for a narrator: the author has none for it. */
export function changesInWords({ changes }: WorldProposal, scope: Scope): string[] {
  return changes.map((change) => inWords(change, scope));
}

function inWords(change: WorldChange, scope: Scope): string {
  const named = (id: EntityId): string => (id === PLAYER ? 'you' : nameOf(id, scope));
  switch (change.type) {
    case 'move':
      return `${named(change.entity)} is now with ${named(change.to)}`;
    case 'set':
      return `${named(change.entity)} is ${change.to === true ? 'now' : 'no longer'} ${change.property}`;
    case 'learn':
    case 'forget':
      return `now known to ${named(change.who)}: ${scope.world.facts[change.fact]?.journal ?? 'something'}`;
  }
}
