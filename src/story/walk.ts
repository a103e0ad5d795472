// A player who is not the author: seeded, choosing among what is suggested and what a sensible person would type here.
import type { WorldView } from '../domain/world.ts';
import type { AuthoredWorld } from './types.ts';

/** mulberry32: small, seeded and the same on every machine. Gives 0 … 1, never 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Two turns in three take up a suggestion, as players of such games do; the rest is their own. */
const TAKES_SUGGESTION = 0.66;

/** What is typed next. */
export function nextCommand(
  view: WorldView,
  suggested: readonly string[],
  world: AuthoredWorld,
  random: () => number,
): string {
  const offered = random() < TAKES_SUGGESTION ? pick(suggested, random) : undefined;
  return offered ?? ownIdea(view, world, random);
}

export function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}

/** What one might type here: walking, looking closer, taking, asking about anybody, giving, promising. */
export function ownIdea(view: WorldView, world: AuthoredWorld, random: () => number): string {
  const way = pick(
    view.exits.filter(({ hidden }) => !hidden),
    random,
  );
  const visible = view.things.filter(({ properties }) => properties.hidden !== true);
  const thing = pick(visible, random);
  const person = pick(view.characters, random);
  const nameOf = (id: string | undefined): string =>
    (world.things[id ?? ''] ?? world.characters[id ?? ''])?.name ?? 'the sea';
  const held = pick(
    visible.filter(({ at }) => at === 'player'),
    random,
  );
  const topic = person && pick(Object.keys(world.characters[person.id]?.topics ?? {}), random);
  const about =
    topic === undefined
      ? 'the island'
      : (world.facts[topic]?.names?.[0] ??
        (world.places[topic] ?? world.things[topic] ?? world.characters[topic])?.name);
  const ideas = [
    ...(way === undefined ? [] : [`go ${way.direction}`, `go ${way.direction}`]),
    ...(thing === undefined
      ? []
      : [`look at ${nameOf(thing.id)}`, `take ${nameOf(thing.id)}`, `use ${nameOf(thing.id)}`]),
    ...(person === undefined
      ? ['look around', 'listen', 'search']
      : [
          `ask ${nameOf(person.id)} about ${about ?? 'the island'}`,
          `ask ${nameOf(person.id)} about ${about ?? 'the island'}`,
          `thank ${nameOf(person.id)}`,
          `I promise ${nameOf(person.id)} to come back`,
          `talk to ${nameOf(person.id)}`,
        ]),
    ...(held === undefined ? [] : [`look at ${nameOf(held.id)}`, `drop ${nameOf(held.id)}`]),
    ...(held === undefined || person === undefined ? [] : [`give ${nameOf(held.id)} to ${nameOf(person.id)}`]),
    'inventory',
    'wait',
  ];
  return pick(ideas, random) ?? 'look around';
}
