// How a player reads the name of something in an authored world.
import type { AuthoredWorld } from '../story/index.ts';

/** An entity without a name of its own (an exit, a fact) is called by its id; nothing of it is shown to players. */
export function nameIn(world: AuthoredWorld, entity: string): string {
  return world.places[entity]?.name ?? world.things[entity]?.name ?? world.characters[entity]?.name ?? entity;
}
