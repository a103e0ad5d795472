// What a model may change in the world: little, and only where no author has a say. Every wish is checked against the view; a
// refusal is a sentence that the model is told once. Ids are named back only where they are known here.
import { z } from 'zod';
import type { EntityId, WorldChange } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { AuthoredWorld } from '../../story/index.ts';
import type { Scope } from '../wba/index.ts';
import { applyToView, scopeOf } from '../wba/index.ts';

/** A plain union: some endpoints refuse schemas with `oneOf`. `from` is not asked for: the view knows it better than any model. */
export const wishSchema = z.union([
  z.strictObject({ type: z.literal('move'), entity: z.string(), to: z.string() }),
  z.strictObject({
    type: z.literal('set'),
    entity: z.string(),
    property: z.string(),
    to: z.union([z.string(), z.number(), z.boolean()]),
  }),
  z.strictObject({ type: z.literal('learn'), who: z.string(), fact: z.string() }),
]);
export type Wish = z.output<typeof wishSchema>;

/** What may come over a thing without an author's rule, true or false. */
const STATES = ['wet', 'clean', 'warm', 'folded', 'turned', 'wrapped', 'marked', 'dusty'] as const;
/** More in one act is a plot, not a consequence. */
export const MOST_CHANGES = 3;

type Judged = { change: WorldChange | null } | { because: string };
export type Permitted = { changes: readonly WorldChange[] } | { because: string };

/** States that the author's own rules use are the author's alone. */
export function statesOf(world: AuthoredWorld): string[] {
  const used = new Set(
    world.interactions.flatMap(({ when, changes }) => [
      ...Object.keys(when.is),
      ...changes.flatMap((effect) => ('set' in effect ? [effect.set] : [])),
    ]),
  );
  const names = new Set([...used].map((path) => path.slice(path.indexOf('.') + 1)));
  return STATES.filter((state) => !names.has(state));
}

/** Each against the world as those before it left it. A wish for what already is so changes nothing and is no fault. */
export function permitted(wishes: readonly Wish[], start: Scope): Permitted {
  if (wishes.length > MOST_CHANGES) return { because: `There were more than ${MOST_CHANGES} changes.` };
  const changes: WorldChange[] = [];
  let scope = start;
  for (const wish of wishes) {
    const judged = judge(wish, scope);
    if ('because' in judged) return judged;
    if (judged.change === null) continue;
    changes.push(judged.change);
    scope = scopeOf(applyToView(scope.view, [judged.change], scope.world), scope.world);
  }
  return { changes };
}

/** One wish by itself; `null` where it already is so. */
export function judge(wish: Wish, scope: Scope): Judged {
  switch (wish.type) {
    case 'move':
      return moving(wish, scope);
    case 'set':
      return setting(wish, scope);
    case 'learn':
      return learning(wish, scope);
  }
}

function moving({ entity, to }: Extract<Wish, { type: 'move' }>, scope: Scope): Judged {
  const { view, world } = scope;
  if (entity === PLAYER || scope.character(entity)) return { because: 'People and the player do not change place.' };
  const thing = scope.thing(entity);
  if (thing === undefined) return { because: 'A thing that is not here cannot be moved.' };
  if (thing.at !== PLAYER && thing.at !== view.place.id)
    return { because: `${entity} is held by ${thing.at} and stays there.` };
  if (world.things[entity]?.portable !== true) return { because: `${entity} cannot be carried.` };
  const toPerson = scope.character(to) !== undefined;
  if (to !== PLAYER && to !== view.place.id && !toPerson)
    return { because: `${entity} can only go to player, to ${view.place.id} or to somebody here.` };
  if (toPerson && thing.at !== PLAYER) return { because: `The player does not hold ${entity} and so cannot give it.` };
  // Who takes what is the author's to say: a letter given to the wrong person would end a story.
  if (toPerson && concerns(entity, world)) return { because: `${to} does not take ${entity}.` };
  return { change: thing.at === to ? null : { type: 'move', entity, from: thing.at, to } };
}

function setting({ entity, property, to }: Extract<Wish, { type: 'set' }>, scope: Scope): Judged {
  const exit = scope.exit(entity);
  if (exit !== undefined)
    return { because: exit.locked ? `${entity} is locked, and only its key opens it.` : `${entity} stays as it is.` };
  if (scope.thing(entity) === undefined) return { because: 'Only a thing that is here can take another state.' };
  if (typeof to !== 'boolean' || !statesOf(scope.world).includes(property))
    return { because: `A state must be true or false and one of: ${statesOf(scope.world).join(', ')}.` };
  const from = scope.property(entity, property);
  return { change: (from ?? false) === to ? null : { type: 'set', entity, property, from, to } };
}

function learning({ who, fact }: Extract<Wish, { type: 'learn' }>, scope: Scope): Judged {
  const { view, world } = scope;
  if (world.facts[fact] === undefined) return { because: 'There is no such fact.' };
  if (who === PLAYER) {
    if (scope.playerKnows(fact)) return { change: null };
    const teller = view.characters.find(({ id, knows, disposition }) => {
      const topics = Object.values(world.characters[id]?.topics ?? {}).filter(({ teaches }) => teaches.includes(fact));
      return knows.includes(fact) && topics.every(({ from }) => disposition >= from);
    });
    return teller === undefined
      ? { because: 'Nobody here tells the player that.' }
      : { change: { type: 'learn', who, fact } };
  }
  const character = scope.character(who);
  if (character === undefined) return { because: 'Only somebody who is here can come to know something.' };
  if (!scope.playerKnows(fact)) return { because: 'The player does not know that and so cannot tell it.' };
  return { change: character.knows.includes(fact) ? null : { type: 'learn', who, fact } };
}

/** Something that an author's rule waits for in somebody's hands. */
function concerns(thing: EntityId, { interactions }: AuthoredWorld): boolean {
  return interactions.some(({ target = [], indirect = [], when }) =>
    [...target, ...indirect, ...when.held, ...Object.keys(when.owner)].includes(thing),
  );
}
