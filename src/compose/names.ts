// How a player reads the name of something in an authored world.
import { typeset } from '../domain/typography.ts';
import type { AuthoredWorld } from '../story/index.ts';

/** Within a sentence: `the brass lamp`. A fact is called by the sentence that a journal keeps of it. */
export function nameIn(world: AuthoredWorld, entity: string): string {
  const { places, things, characters, facts, exits } = world;
  const named = places[entity] ?? things[entity] ?? characters[entity] ?? exits[entity];
  // A plain way (an exit without a name) is called by its id; nothing of it is shown to players.
  return typeset(named?.name ?? facts[entity]?.journal ?? entity);
}

/** At the head of a page: `The brass lamp`. */
export function titleIn(world: AuthoredWorld, entity: string): string {
  const name = nameIn(world, entity);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
