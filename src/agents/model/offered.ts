// What a model may answer here, as a schema that names only what is in sight: an endpoint that decodes by schema cannot name what
// is not there. What it answers is read with a wider schema and judged all the same, because not every endpoint keeps to one.
import { z } from 'zod';
import type { EntityId } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { Scope } from '../wba/index.ts';
import type { Wish } from './permitted.ts';
import { judge, statesOf } from './permitted.ts';

/**
 * One of these, or null; null alone where there is none. In the order of the alphabet: endpoints keep what they made of a schema, and the
 * same place should be the same schema.
 */
export function oneOrNone(ids: Iterable<string>): z.ZodType<string | null> {
  const [first, ...rest] = [...new Set(ids)].sort();
  return first === undefined ? z.null() : z.enum([first, ...rest]).nullable();
}

/** All that words may be about: the place, the ways and where they lead, who is here, and what lies here or is held. */
export function idsNear(scope: Scope): EntityId[] {
  const { view } = scope;
  const ways = view.exits.filter(({ hidden }) => !hidden);
  return [
    view.place.id,
    ...ways.flatMap(({ id, to }) => [id, to]),
    ...view.characters.map(({ id }) => id),
    ...view.things.filter(({ id }) => scope.thing(id) !== undefined).map(({ id }) => id),
  ];
}

export interface Offered {
  schema: z.ZodType;
  /** The facts that the schema names, for a question that says what they are. */
  facts: EntityId[];
}

/** The changes that a wish could bring about here; null where none could, and nobody need be asked. */
export function changesOffered(scope: Scope): Offered | null {
  const { view, world } = scope;
  const changes = (wish: Wish): boolean => {
    const judged = judge(wish, scope);
    return 'change' in judged && judged.change !== null;
  };
  const things = view.things.filter(({ id }) => scope.thing(id) !== undefined).map(({ id }) => id);
  const people = view.characters.map(({ id }) => id);
  const states = statesOf(world);
  const facts = Object.keys(world.facts);

  const places = [PLAYER, view.place.id, ...people];
  const moves = things.flatMap((entity) =>
    places.filter((to) => changes({ type: 'move', entity, to })).map((to) => ({ entity, to })),
  );
  const learned = facts.filter((fact) => changes({ type: 'learn', who: PLAYER, fact }));
  const told = people.flatMap((who) =>
    facts.filter((fact) => changes({ type: 'learn', who, fact })).map((fact) => ({ who, fact })),
  );

  const kinds = [
    kind({ type: ['move'], entity: moves.map(({ entity }) => entity), to: moves.map(({ to }) => to) }),
    kind({ type: ['set'], entity: things, property: states }, { to: z.boolean() }),
    kind({ type: ['learn'], who: [PLAYER], fact: learned }),
    kind({ type: ['learn'], who: told.map(({ who }) => who), fact: told.map(({ fact }) => fact) }),
  ].filter((one) => one !== null);
  if (kinds.length === 0) return null;
  return {
    schema: z.strictObject({ possible: z.boolean(), changes: z.array(z.union(kinds)) }),
    facts: [...new Set([...learned, ...told.map(({ fact }) => fact)])].sort(),
  };
}

/** One kind of change with the values that its fields may have; null where a field has none. */
function kind(fields: Record<string, readonly string[]>, rest: z.ZodRawShape = {}): z.ZodType | null {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, values] of Object.entries(fields)) {
    const [first, ...more] = [...new Set(values)].sort();
    if (first === undefined) return null;
    shape[name] = z.enum([first, ...more]);
  }
  return z.strictObject({ ...shape, ...rest });
}
