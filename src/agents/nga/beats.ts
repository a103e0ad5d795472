// Which lines of the story tell a turn: what happened first, then, on arrival or a look round, what can be seen here.
import type { Outcome } from '../../domain/agents.ts';
import type { EntityId } from '../../domain/world.ts';
import type { Scope } from '../wba/index.ts';
import type { Beat, Teller } from './teller.ts';

/** The first of these that the author wrote: the outcome's own knot, the entity's own line for it, the common line. */
export function beatsOf(outcome: Outcome, scope: Scope, teller: Teller): Beat[] {
  const [first = '', second = ''] = outcome.entities;
  if (outcome.code === 'moved') return arrival(scope, teller, scope.view.place.visits === 0 ? 'arrive' : 'back');
  if (outcome.code === 'looked') return arrival(scope, teller, 'look');
  // Lists of entities go to ink as one word per id.
  const many = outcome.code === 'ambiguous' || outcome.code === 'where_to' || outcome.code === 'no_way';
  const common: Beat = { path: `o_${outcome.code}`, with: many ? [outcome.entities.join(' '), ''] : [first, second] };
  const own = [outcome.knot, `${first}.${outcome.code}`].find((path) => path !== undefined && teller.has(path));
  const told = own === undefined ? common : { path: own };
  if (!teller.has(told.path)) return [{ path: outcome.success ? 'o_done' : 'o_unclear', with: [first, second] }];
  return outcome.code === 'undone' ? [told, ...around(scope, teller)] : [told];
}

/** A place, what lies in it, and who is there. */
export function arrival(scope: Scope, teller: Teller, how: 'arrive' | 'back' | 'look'): Beat[] {
  return [{ path: `${scope.view.place.id}.${how}` }, ...around(scope, teller)];
}

function around(scope: Scope, teller: Teller): Beat[] {
  const { view, world } = scope;
  const lying = view.things.filter(
    ({ id, at }) => at === view.place.id && scope.thing(id) !== undefined && world.things[id]?.portable,
  );
  const inPlace = (id: EntityId): boolean => world.things[id]?.at === view.place.id && teller.has(`${id}.here`);
  const loose = lying.filter(({ id }) => !inPlace(id)).map(({ id }) => id);
  const things: Beat[] = [
    ...lying.filter(({ id }) => inPlace(id)).map(({ id }) => ({ path: `${id}.here` })),
    ...(loose.length === 0 ? [] : [{ path: 'o_lying_here', with: [loose.join(' '), ''] }]),
  ];
  return [
    ...things.map((beat, i) => ({ ...beat, joins: i > 0 })),
    ...view.characters.map(({ id }): Beat => ({ path: `${id}.here` })),
  ];
}
