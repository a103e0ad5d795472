// What other rooms need of a world: the entities the graph begins with, and the words players call them by.
import type { Vocabulary, VocabularyEntity } from '../domain/vocabulary.ts';
import type { WorldSeed } from '../world/types.ts';
import type { AuthoredWorld } from './types.ts';

export function seedOf(world: AuthoredWorld): WorldSeed {
  return {
    worldId: world.id,
    worldVersion: world.version,
    start: world.start,
    regions: Object.entries(world.regions).map(([id, { name }]) => ({ id, name })),
    places: Object.entries(world.places).map(([id, { region, properties }]) => ({ id, region, properties })),
    exits: Object.values(world.exits).map(({ id, from, to, direction, locked, hidden, twin }) => ({
      id,
      from,
      to,
      direction,
      locked,
      hidden,
      twin,
    })),
    characters: Object.entries(world.characters).map(([id, { at, disposition, knows, properties }]) => ({
      id,
      at,
      disposition,
      knows,
      properties,
    })),
    things: Object.entries(world.things).map(([id, { at, properties }]) => ({ id, at, properties })),
    facts: Object.keys(world.facts),
    storylines: Object.entries(world.storylines).map(([id, { properties }]) => ({ id, properties })),
  };
}

export function vocabularyOf(world: AuthoredWorld): Vocabulary {
  const entities: VocabularyEntity[] = [];
  for (const [id, place] of Object.entries(world.places))
    entities.push({ id, kind: 'place', names: place.names, adjectives: place.adjectives });
  for (const [id, thing] of Object.entries(world.things)) {
    entities.push({
      id,
      kind: 'thing',
      names: thing.names,
      adjectives: thing.adjectives,
      pronoun: thing.plural ? 'they' : 'it',
      ...(thing.portable ? {} : { fixed: true as const }),
    });
  }
  for (const [id, { names, adjectives, pronoun }] of Object.entries(world.characters)) {
    entities.push({ id, kind: 'character', names, adjectives, pronoun });
  }
  for (const [id, { names }] of Object.entries(world.facts)) {
    if (names !== undefined) entities.push({ id, kind: 'fact', names });
  }
  for (const { id, names, adjectives } of Object.values(world.exits)) {
    if (names.length > 0) entities.push({ id, kind: 'exit', names, adjectives });
  }
  return { entities, verbs: world.verbs };
}
