// A player who wants to have tried everything: takes the next step of a story where one is offered, and otherwise does what has
// been done least. Walks of this player come to corners that a sensible one leaves out.
import type { EntityId, WorldView } from '../domain/world.ts';
import { PLAYER } from '../domain/world.ts';
import type { AuthoredWorld } from './types.ts';
import { pick } from './walk.ts';

/** How often each command was given at each place: by this walk, and by all of them. */
export interface Tried {
  walk: Map<string, number>;
  ever: Map<string, number>;
}

/** Stories go on by their steps; more often than this and nothing beside them would be tried. */
const TAKES_STEP = 0.6;
/** Walking on is one command among very many: alone by their number, a walk would stay where it began. */
const WALKS_ON = 0.3;

const HERE = [
  'look around',
  'listen',
  'smell',
  'search',
  'touch',
  'wait',
  'hint',
  'recap',
  'inventory',
  'undo',
  'again',
];
const WITH_THING = [
  'look at',
  'take',
  'read',
  'open',
  'close',
  'search',
  'use',
  'touch',
  'smell',
  'listen to',
  'light',
  'eat',
  'drop',
];
const WITH_PERSON = ['greet', 'look at', 'talk to', 'thank', 'say sorry to'];
const WITH_DOOR = ['open', 'unlock', 'look at', 'use', 'touch', 'close', 'lock'];

export function curiousCommand(
  view: WorldView,
  suggested: readonly string[],
  world: AuthoredWorld,
  tried: Tried,
  random: () => number,
): string {
  const steps = suggested.filter((text) => world.interactions.some(({ suggest }) => suggest === text));
  const step = random() < TAKES_STEP ? pick(steps, random) : undefined;
  const ways = view.exits.filter(({ hidden }) => !hidden).map(({ direction }) => `go ${direction}`);
  const offered = random() < WALKS_ON ? ways : commandsHere(view, world);
  const chosen = step ?? leastTried(offered, view.place.id, tried, random) ?? 'look around';
  const key = keyOf(chosen, view.place.id);
  for (const counts of [tried.walk, tried.ever]) counts.set(key, (counts.get(key) ?? 0) + 1);
  return chosen;
}

function leastTried(
  commands: readonly string[],
  place: EntityId,
  { walk, ever }: Tried,
  random: () => number,
): string | undefined {
  const rank = (command: string): [number, number] => {
    const key = keyOf(command, place);
    return [walk.get(key) ?? 0, ever.get(key) ?? 0];
  };
  let best: string[] = [];
  let [leastNow, leastEver] = [Infinity, Infinity];
  for (const command of commands) {
    const [now, before] = rank(command);
    if (now > leastNow || (now === leastNow && before > leastEver)) continue;
    if (now < leastNow || before < leastEver) best = [];
    [leastNow, leastEver] = [now, before];
    best.push(command);
  }
  return pick(best, random);
}

const keyOf = (command: string, place: EntityId): string => `${place}: ${command}`;

/** All that could be meant here, in the words that a person would use. */
function commandsHere(view: WorldView, world: AuthoredWorld): string[] {
  const nameOf = (id: EntityId): string =>
    (world.facts[id]?.names?.[0] ??
      (world.places[id] ?? world.things[id] ?? world.characters[id])?.name ??
      world.exits[id]?.name) ||
    id;
  const things = view.things.filter(({ properties }) => properties.hidden !== true).map(({ id }) => id);
  const held = view.things.filter(({ at }) => at === PLAYER).map(({ id }) => id);
  const doors = view.exits.filter(({ id, hidden }) => !hidden && world.exits[id]?.name != null).map(({ id }) => id);
  const people = view.characters.map(({ id }) => id);
  return [
    ...HERE,
    ...things.flatMap((id) => WITH_THING.map((verb) => `${verb} ${nameOf(id)}`)),
    ...doors.flatMap((id) => WITH_DOOR.map((verb) => `${verb} ${nameOf(id)}`)),
    ...people.flatMap((id) => [
      ...WITH_PERSON.map((verb) => `${verb} ${nameOf(id)}`),
      `I promise ${nameOf(id)} to come back`,
      `ask ${nameOf(id)} about the weather in Paris`,
      `tell ${nameOf(id)} that it is late`,
      ...Object.keys(world.characters[id]?.topics ?? {}).map((topic) => `ask ${nameOf(id)} about ${nameOf(topic)}`),
      ...view.playerKnows.map((fact) => `tell ${nameOf(id)} about ${nameOf(fact)}`),
      ...held.map((thing) => `give ${nameOf(thing)} to ${nameOf(id)}`),
    ]),
    ...held.flatMap((id) =>
      [...things, ...doors].filter((other) => other !== id).map((other) => `use ${nameOf(id)} on ${nameOf(other)}`),
    ),
  ];
}
