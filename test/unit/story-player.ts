// Plays a world in memory for tests: the three real agents and a plain record of the whole world in the place of the graph.

import { applyToView, createAgents } from '../../src/agents/index.ts';
import type { Narration, NarrativeGenerator, Occasion, Understanding, WorldProposal } from '../../src/domain/agents.ts';
import type {
  EntityId,
  NeighbourView,
  PropertyValue,
  TurnMemory,
  WorldChange,
  WorldView,
} from '../../src/domain/world.ts';
import { PLAYER } from '../../src/domain/world.ts';
import type { Story } from '../../src/story/index.ts';

/** What is asked of the telling beside the command itself. */
type Asked = Partial<Pick<Parameters<NarrativeGenerator['narrate']>[0], 'guidance' | 'plain' | 'findings'>>;

export interface Played {
  text: string;
  understanding: Understanding;
  proposal: WorldProposal;
  narration: Narration;
  told: string;
}

export function createPlayer(story: Story, worldId: string) {
  const agents = createAgents({ story });
  const seed = story.seed(worldId);
  const at = new Map<EntityId, EntityId>([[PLAYER, seed.start]]);
  const properties = new Map<EntityId, Map<string, PropertyValue>>();
  const knows = new Map<EntityId, Set<EntityId>>([[PLAYER, new Set()]]);
  const visits = new Map<EntityId, number>();
  const keep = (id: EntityId, all: Readonly<Record<string, PropertyValue>>): void => {
    properties.set(id, new Map(Object.entries(all)));
  };
  for (const place of seed.places) keep(place.id, place.properties);
  for (const { id, locked, hidden } of seed.exits) keep(id, { locked, hidden });
  for (const thing of seed.things) {
    keep(thing.id, thing.properties);
    at.set(thing.id, thing.at);
  }
  for (const person of seed.characters) {
    keep(person.id, { ...person.properties, disposition: person.disposition });
    at.set(person.id, person.at);
    knows.set(person.id, new Set(person.knows));
  }
  for (const storyline of seed.storylines) keep(storyline.id, storyline.properties);
  let recent: TurnMemory[] = [];
  let narratorState: string | null = null;
  let turnSeq = 0;

  const own = (id: EntityId): Record<string, PropertyValue> => Object.fromEntries(properties.get(id) ?? []);
  const detail = (place: EntityId): NeighbourView => {
    const people = seed.characters.filter(({ id }) => at.get(id) === place);
    const owners = new Set<EntityId | undefined>([place, ...people.map(({ id }) => id)]);
    const region = seed.places.find(({ id }) => id === place)?.region ?? '';
    return {
      place: { id: place, region, visits: visits.get(place) ?? 0, properties: own(place) },
      exits: seed.exits
        .filter(({ from }) => from === place)
        // The loader gives only the eight directions; the seed's type is wider.
        .map(({ id, to, direction }) => ({
          id,
          to,
          direction: direction as 'north',
          locked: own(id).locked === true,
          hidden: own(id).hidden === true,
        })),
      things: seed.things
        .filter(({ id }) => owners.has(at.get(id)))
        .map(({ id }) => ({ id, at: at.get(id) ?? '', properties: own(id) })),
      characters: people.map(({ id }) => {
        const { disposition, ...rest } = own(id);
        return { id, at: place, disposition: Number(disposition), knows: [...(knows.get(id) ?? [])], properties: rest };
      }),
    };
  };

  const view = (): WorldView => {
    const here = detail(at.get(PLAYER) ?? '');
    const held = seed.things
      .filter(({ id }) => at.get(id) === PLAYER)
      .map(({ id }) => ({ id, at: PLAYER, properties: own(id) }));
    return {
      ...here,
      worldId,
      worldVersion: seed.worldVersion,
      turnSeq,
      things: [...here.things, ...held],
      neighbours: [...new Set(here.exits.map(({ to }) => to))].map(detail),
      playerKnows: [...(knows.get(PLAYER) ?? [])],
      storylines: Object.fromEntries(seed.storylines.map(({ id }) => [id, own(id)])),
      goals: [],
      recent,
      narratorState,
    };
  };

  /** As the graph does it: a change whose `from` does not hold is an error. */
  const apply = (change: WorldChange): void => {
    if (change.type === 'move') {
      if (at.get(change.entity) !== change.from) throw new Error(`conflict: ${change.entity} is not at ${change.from}`);
      at.set(change.entity, change.to);
    } else if (change.type === 'set') {
      const mine = properties.get(change.entity);
      if (mine === undefined || (mine.get(change.property) ?? null) !== change.from)
        throw new Error(`conflict: ${change.entity}.${change.property}`);
      if (change.to === null) mine.delete(change.property);
      else mine.set(change.property, change.to);
    } else {
      const known = knows.get(change.who);
      if (known === undefined || known.has(change.fact) === (change.type === 'learn'))
        throw new Error(`conflict: ${change.who} and ${change.fact}`);
      if (change.type === 'learn') known.add(change.fact);
      else known.delete(change.fact);
    }
  };

  const finish = (understanding: Understanding, proposal: WorldProposal, narration: Narration): void => {
    for (const change of proposal.changes) apply(change);
    narratorState = narration.narratorState;
    turnSeq += 1;
    const here = at.get(PLAYER) ?? '';
    visits.set(here, (visits.get(here) ?? 0) + 1);
    const [first] = proposal.outcomes;
    const focus = first?.entities ?? [];
    recent = [
      {
        turnId: `t${turnSeq}`,
        turnSeq,
        intent: understanding.intent,
        focus,
        outcome: first?.code ?? '',
        changes: proposal.changes,
        kind: 'story',
        at: turnSeq,
      },
      ...recent,
    ].slice(0, 12);
  };

  const narrator = agents.narrator(worldId);
  const act = async (text: string, understanding: Understanding, asked: Asked = {}): Promise<Played> => {
    const before = view();
    const proposal = await agents.worldBuilder(worldId).propose({ understanding, view: before });
    const after = applyToView(before, proposal.changes, story.authored(worldId));
    const narration = await narrator.narrate({
      occasion: 'turn',
      understanding,
      proposal,
      view: after,
      seed: `s${turnSeq}`,
      ...asked,
    });
    finish(understanding, proposal, narration);
    return { text, understanding, proposal, narration, told: narration.sentences.join('') };
  };

  return {
    agents,
    view,
    act,
    say: async (text: string, asked?: Asked): Promise<Played> =>
      act(text, await agents.inputProcessor(worldId).understand({ text, view: view() }), asked),
    tell: async (occasion: Occasion): Promise<Narration> => {
      const narration = await narrator.narrate({ occasion, view: view(), seed: 'occasion' });
      narratorState = narration.narratorState;
      return narration;
    },
  };
}
