// What world.yaml may hold. The loader reports every fault with the file, the line and the path of the field.
import { z } from 'zod';
import { INTENTS } from '../domain/agents.ts';

const id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'lower-case letters, digits and _ only, beginning with a letter');
const value = z.union([z.string().max(200), z.number(), z.boolean()]);
const properties = z.record(id, value).default({});
/** `lamp.stage`: a property of an entity or storyline. */
const fieldPath = z.string().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, 'written as entity.property');
const oneOrMore = z.union([id.transform((one) => [one]), z.array(id).min(1)]);
const names = z.array(z.string().min(1)).min(1);
const direction = z.enum(['north', 'south', 'east', 'west', 'up', 'down', 'in', 'out']);

const condition = z.strictObject({
  /** Properties by path; a number may be given as a range, both ends included. Absent properties count as false or 0. */
  is: z
    .record(fieldPath, z.union([value, z.strictObject({ min: z.number().optional(), max: z.number().optional() })]))
    .default({}),
  held: z.array(id).default([]),
  here: z.array(id).default([]),
  /** Thing to its owner or place. */
  owner: z.record(id, id).default({}),
  at: id.optional(),
  knows: z.array(id).default([]),
  unaware: z.array(id).default([]),
});

const effect = z.union([
  z.strictObject({ set: fieldPath, to: value }),
  /** `to: here` is the place where the player stands. */
  z.strictObject({ move: id, to: id }),
  z.strictObject({ learn: id, who: id.default('player') }),
  /** Disposition, kept within -1 … 1. */
  z.strictObject({ warm: id, by: z.number().min(-1).max(1) }),
]);

const interaction = z.strictObject({
  id,
  do: z.array(z.enum(INTENTS)).min(1),
  target: oneOrMore.optional(),
  indirect: oneOrMore.optional(),
  /** When true, the command counts without its second object ("light the lamp" for "light the lamp with the matches"). */
  indirectOptional: z.boolean().default(false),
  topic: oneOrMore.optional(),
  when: condition.prefault({}),
  changes: z.array(effect).default([]),
  knot: z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/),
  success: z.boolean().default(true),
  /** Offered as a suggestion while the interaction would succeed. Leave out what should be found out. */
  suggest: z.string().max(60).optional(),
});

const common = { name: z.string().min(1), names, adjectives: z.array(z.string()).default([]) };

export const worldSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: z.string().min(1),
  summary: z.string().min(1).max(400),
  /** What may be hard to read, in the words that a player sees before beginning. */
  warnings: z.array(z.string()).default([]),
  /** The clinician who read it, with the date; until then `not reviewed by a clinician`. */
  reviewedBy: z.string().max(200).optional(),
  start: id,
  /** The ink file that includes the others. */
  ink: z.string().regex(/^[a-z0-9-]+\.ink$/),
  regions: z.record(id, z.strictObject({ name: z.string() })),
  places: z.record(id, z.strictObject({ ...common, region: id, properties })),
  /** Each is made into two, one for either way, which lock and unlock together. */
  exits: z.array(
    z.strictObject({
      id,
      back: id,
      from: id,
      to: id,
      direction,
      returning: direction,
      locked: z.boolean().default(false),
      hidden: z.boolean().default(false),
      key: id.optional(),
      name: z.string().optional(),
      names: names.optional(),
      adjectives: z.array(z.string()).default([]),
    }),
  ),
  things: z.record(
    id,
    z.strictObject({
      ...common,
      at: id,
      portable: z.boolean().default(false),
      /** Taken, a thing with several parts is "them". */
      plural: z.boolean().default(false),
      properties,
    }),
  ),
  characters: z.record(
    id,
    z.strictObject({
      ...common,
      pronoun: z.enum(['he', 'she', 'they', 'it']),
      at: id,
      disposition: z.number().min(-1).max(1).default(0),
      knows: z.array(id).default([]),
      properties,
      /** By fact or entity id: what is learned by asking, and how well disposed the character must be to say it. */
      topics: z.record(
        id,
        z.strictObject({
          teaches: z.array(id).default([]),
          from: z.number().default(-1),
          suggest: z.boolean().default(true),
        }),
      ),
    }),
  ),
  facts: z.record(
    id,
    z.strictObject({
      names: names.optional(),
      /** In a suggestion: "Ask Bram about …". */
      about: z.string().optional(),
      /** What the player's journal says of it, a whole sentence. */
      journal: z
        .string()
        .max(140)
        .regex(/^\p{Lu}.*[.!?]$/u, 'a whole sentence, such as "The lamp has been dark for three nights."'),
    }),
  ),
  storylines: z.record(id, z.strictObject({ properties })),
  interactions: z.array(interaction),
  verbs: z.array(z.strictObject({ phrase: z.string(), intent: z.enum(INTENTS) })).default([]),
});

export type WorldFile = z.output<typeof worldSchema>;
export type Interaction = z.output<typeof interaction>;
export type Condition = z.output<typeof condition>;
export type Effect = z.output<typeof effect>;
