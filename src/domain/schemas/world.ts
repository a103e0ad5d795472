// The world as agents see it, and the changes they may propose.
import { z } from 'zod';
import type {
  CharacterView,
  ExitView,
  GoalView,
  NeighbourView,
  PlaceView,
  Properties,
  ThingView,
  TurnMemory,
  WorldChange,
  WorldView,
} from '../world.ts';
import { count, epochMs, id, share } from './basics.ts';
import { schemaOf } from './parse.ts';

const propertyValue = z.union([z.string(), z.number(), z.boolean()]);
const properties = schemaOf<Properties>()(z.record(z.string(), propertyValue));

export const direction = z.enum(['north', 'south', 'east', 'west', 'up', 'down', 'in', 'out']);

export const worldChangeSchema = schemaOf<WorldChange>()(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('move'), entity: id, from: id, to: id }),
    z.object({
      type: z.literal('set'),
      entity: id,
      property: id,
      from: propertyValue.nullable(),
      to: propertyValue.nullable(),
    }),
    z.object({ type: z.literal('learn'), who: id, fact: id }),
    z.object({ type: z.literal('forget'), who: id, fact: id }),
  ]),
);

const place = schemaOf<PlaceView>()(z.object({ id, region: id, visits: count, properties }));

const exit = schemaOf<ExitView>()(z.object({ id, direction, to: id, locked: z.boolean(), hidden: z.boolean() }));

const thing = schemaOf<ThingView>()(z.object({ id, at: id, properties }));

const character = schemaOf<CharacterView>()(
  z.object({ id, at: id, disposition: z.number().min(-1).max(1), knows: z.array(id), properties }),
);

const memory = schemaOf<TurnMemory>()(
  z.object({
    turnId: id,
    turnSeq: count,
    intent: z.string(),
    focus: z.array(id),
    outcome: z.string(),
    changes: z.array(worldChangeSchema),
    kind: z.string(),
    at: epochMs,
  }),
);

const neighbour = schemaOf<NeighbourView>()(
  z.object({ place, exits: z.array(exit), things: z.array(thing), characters: z.array(character) }),
);

const goal = schemaOf<GoalView>()(z.object({ id, progress: share }));

export const worldViewSchema = schemaOf<WorldView>()(
  z.object({
    worldId: id,
    worldVersion: id,
    turnSeq: count,
    place,
    exits: z.array(exit),
    things: z.array(thing),
    characters: z.array(character),
    neighbours: z.array(neighbour),
    playerKnows: z.array(id),
    storylines: z.record(z.string(), properties),
    goals: z.array(goal),
    recent: z.array(memory),
    /** 8 KB, of JSON that is nearly all ASCII: what Ink may remember. */
    narratorState: z.string().max(8192).nullable(),
  }),
);
