// The world of one playthrough kept in memory, for authors and tests: what the graph keeps of a session, without a session.
import type { Outcome } from '../domain/agents.ts';
import type {
  Direction,
  EntityId,
  NeighbourView,
  Properties,
  PropertyValue,
  TurnMemory,
  WorldChange,
  WorldView,
} from '../domain/world.ts';
import { PLAYER } from '../domain/world.ts';
import type { WorldSeed } from '../world/types.ts';

/** What the world remembers of a turn that was played. */
export interface PlayedTurn {
  intent: string;
  outcomes: readonly Outcome[];
  changes: readonly WorldChange[];
  narratorState: string | null;
}

export interface MemoryWorld {
  view(): WorldView;
  /** The turn is over: its changes hold, and it is remembered. Throws where a change does not fit, as the graph would refuse it. */
  keep(turn: PlayedTurn): void;
  /** What was told outside a turn, such as the opening. */
  told(narratorState: string | null): void;
  /** The same playthrough in another version of its world: what is still there stays as it is, what is new is new. */
  moveInto(seed: WorldSeed): void;
}

/** Turns that a view remembers. */
const REMEMBERED = 12;

export function createMemoryWorld(first: WorldSeed): MemoryWorld {
  let seed = first;
  let at = new Map<EntityId, EntityId>();
  let properties = new Map<EntityId, Map<string, PropertyValue>>();
  let knows = new Map<EntityId, Set<EntityId>>();
  const visits = new Map<EntityId, number>();
  let recent: readonly TurnMemory[] = [];
  let narratorState: string | null = null;
  let turnSeq = 0;
  begin();

  function begin(): void {
    const start = (id: EntityId, place: EntityId, own: Properties, known: readonly EntityId[] = []): void => {
      at.set(id, place);
      properties.set(id, new Map(Object.entries(own)));
      knows.set(id, new Set(known));
    };
    start(PLAYER, seed.start, {});
    for (const { id, at: place, properties: own } of seed.things) start(id, place, own);
    for (const { id, at: place, properties: own, disposition, knows: known } of seed.characters)
      start(id, place, { ...own, disposition }, known);
    for (const { id, properties: own } of [...seed.places, ...seed.storylines])
      properties.set(id, new Map(Object.entries(own)));
    for (const { id, locked, hidden } of seed.exits) properties.set(id, new Map(Object.entries({ locked, hidden })));
  }

  const own = (id: EntityId): Record<string, PropertyValue> => Object.fromEntries(properties.get(id) ?? []);
  const thingsWith = (owners: ReadonlySet<EntityId>) =>
    seed.things.flatMap(({ id }) => {
      const owner = at.get(id) ?? '';
      return owners.has(owner) ? [{ id, at: owner, properties: own(id) }] : [];
    });
  const detail = (place: EntityId): NeighbourView => {
    const people = seed.characters.filter(({ id }) => at.get(id) === place).map(({ id }) => id);
    const region = seed.places.find(({ id }) => id === place)?.region ?? '';
    return {
      place: { id: place, region, visits: visits.get(place) ?? 0, properties: own(place) },
      exits: seed.exits
        .filter(({ from }) => from === place)
        .map(({ id, to, direction }) => ({
          id,
          to,
          direction: directionOf(direction),
          locked: own(id).locked === true,
          hidden: own(id).hidden === true,
        })),
      things: thingsWith(new Set([place, ...people])),
      characters: people.map((id) => {
        const { disposition, ...rest } = own(id);
        return { id, at: place, disposition: Number(disposition), knows: [...(knows.get(id) ?? [])], properties: rest };
      }),
    };
  };

  const apply = (change: WorldChange): void => {
    switch (change.type) {
      case 'move':
        if (at.get(change.entity) !== change.from) throw misfit(change);
        at.set(change.entity, change.to);
        return;
      case 'set': {
        const mine = properties.get(change.entity);
        if (mine === undefined || (mine.get(change.property) ?? null) !== change.from) throw misfit(change);
        if (change.to === null) mine.delete(change.property);
        else mine.set(change.property, change.to);
        return;
      }
      case 'learn':
      case 'forget': {
        const known = knows.get(change.who);
        if (known === undefined || known.has(change.fact) === (change.type === 'learn')) throw misfit(change);
        if (change.type === 'learn') known.add(change.fact);
        else known.delete(change.fact);
      }
    }
  };

  return {
    view() {
      const here = detail(at.get(PLAYER) ?? seed.start);
      return {
        ...here,
        worldId: seed.worldId,
        worldVersion: seed.worldVersion,
        turnSeq,
        things: [...here.things, ...thingsWith(new Set([PLAYER]))],
        neighbours: [...new Set(here.exits.map(({ to }) => to))].map(detail),
        playerKnows: [...(knows.get(PLAYER) ?? [])],
        storylines: Object.fromEntries(seed.storylines.map(({ id }) => [id, own(id)])),
        goals: [],
        recent,
        narratorState,
      };
    },
    keep({ intent, outcomes, changes, narratorState: state }) {
      for (const change of changes) apply(change);
      narratorState = state;
      turnSeq += 1;
      const here = at.get(PLAYER) ?? seed.start;
      visits.set(here, (visits.get(here) ?? 0) + 1);
      const { entities: focus = [], code: outcome = '' } = outcomes[0] ?? {};
      const turn: TurnMemory = {
        turnId: `t${turnSeq}`,
        turnSeq,
        intent,
        focus,
        outcome,
        changes,
        kind: 'story',
        at: turnSeq,
      };
      recent = [turn, ...recent].slice(0, REMEMBERED);
    },
    told(state) {
      narratorState = state;
    },
    moveInto(next) {
      const before = { seed, at, properties, knows };
      seed = next;
      at = new Map();
      properties = new Map();
      knows = new Map();
      begin();
      const ids = new Set([PLAYER, ...next.places.map(({ id }) => id), ...at.keys()]);
      for (const [id, place] of before.at) if (at.has(id) && ids.has(place)) at.set(id, place);
      for (const [id, mine] of before.properties) {
        const theirs = properties.get(id);
        // Only what play has changed is carried over: what the author has changed is to be seen.
        const began = beginningOf(before.seed, id);
        for (const [name, value] of mine) if (theirs !== undefined && began[name] !== value) theirs.set(name, value);
      }
      for (const [id, facts] of before.knows) {
        const theirs = knows.get(id);
        for (const fact of facts) if (next.facts.includes(fact)) theirs?.add(fact);
      }
    },
  };
}

function misfit(change: WorldChange): Error {
  return new Error(`The world is not as this change expects it: ${JSON.stringify(change)}`);
}

/** The properties that an entity began with. */
function beginningOf(seed: WorldSeed, id: EntityId): Properties {
  const exit = seed.exits.find((one) => one.id === id);
  if (exit !== undefined) return { locked: exit.locked, hidden: exit.hidden };
  const person = seed.characters.find((one) => one.id === id);
  if (person !== undefined) return { ...person.properties, disposition: person.disposition };
  return [...seed.places, ...seed.things, ...seed.storylines].find((one) => one.id === id)?.properties ?? {};
}

/** The loader gives only the eight directions; the seed's type is wider. */
function directionOf(direction: string): Direction {
  return direction as Direction;
}
