// Which lines of the story tell a turn: what happened first, then, on arrival or a look round, what can be seen here.
import type { Outcome } from '../../domain/agents.ts';
import type { EntityId } from '../../domain/world.ts';
import type { Scope } from '../wba/index.ts';
import type { Beat, Teller } from './teller.ts';

/** Sentences: the whole of a session that is remembered, and about ten turns of it. */
const EVER = Number.MAX_SAFE_INTEGER;
const OF_LATE = 60;

/**
 * How a line is told when it is mostly known already. What the player asks to see again is shown in full again, unless it was
 * seen only just before.
 */
function brief(teller: Teller, within: number, entities: readonly string[], ...paths: string[]): Pick<Beat, 'brief'> {
  const path = paths.find((one) => teller.has(one));
  return path === undefined ? {} : { brief: { path, with: entities, within } };
}

/** Told of all their entities, which go to ink as one word per id. */
const LISTS = new Set(['ambiguous', 'where_to', 'no_way', 'which_among', 'which_heard', 'taken_all']);

/** For worlds whose words are older than these codes. */
const OLDER: Readonly<Record<string, string>> = {
  taken_all: 'done',
  which_only: 'examined',
  which_among: 'ambiguous',
  which_heard: 'no_such_thing',
  which_far: 'no_such_thing',
  which_none: 'no_such_thing',
  nobody_such: 'no_such_thing',
  nothing_taken: 'drop_what',
  not_taken: 'no_effect',
};

/** The first of these that the author wrote: the outcome's own knot, the entity's own line for it, the common line. */
export function beatsOf(outcome: Outcome, scope: Scope, teller: Teller): Beat[] {
  const [first = '', second = ''] = outcome.entities;
  if (outcome.code === 'moved') return arrival(scope, teller, scope.view.place.visits === 0 ? 'arrive' : 'back');
  if (outcome.code === 'looked') return arrival(scope, teller, 'look');
  const many = LISTS.has(outcome.code);
  const older = OLDER[outcome.code];
  const code = older === undefined || teller.has(`o_${outcome.code}`) ? outcome.code : older;
  const common: Beat = { path: `o_${code}`, with: many ? [outcome.entities.join(' '), ''] : [first, second] };
  // The world's own farewell, and then, out of the fiction, that nothing is lost by going.
  if (outcome.code === 'closing') return [{ path: 'closing' }, common];
  const own = [outcome.knot, `${first}.${outcome.code}`].find((path) => path !== undefined && teller.has(path));
  const within = outcome.code === 'examined' || outcome.code === 'read' ? OF_LATE : EVER;
  const voice = outcome.code === 'answered' ? [`${first}.repeats`] : [];
  // What changed the world is told whole; the codes of the story's own acts have no brief form.
  const known = brief(teller, within, [first, second], ...voice, `o_${outcome.code}_brief`);
  const told: Beat = { ...(own === undefined ? common : { path: own }), ...known };
  if (!teller.has(told.path)) return [{ path: outcome.success ? 'o_done' : 'o_unclear', with: [first, second] }];
  // What it is, is told in its own words.
  if (outcome.code === 'which_only' && teller.has(`${first}.look`))
    return [told, { path: `${first}.look`, joins: true, ...brief(teller, OF_LATE, [first], 'o_examined_brief') }];
  return outcome.code === 'undone' ? [told, ...around(scope, teller)] : [told];
}

/** A place, what lies in it, and who is there. */
export function arrival(scope: Scope, teller: Teller, how: 'arrive' | 'back' | 'look'): Beat[] {
  const { id } = scope.view.place;
  const known =
    how === 'look' ? brief(teller, OF_LATE, [id], 'o_looked_brief') : brief(teller, EVER, [id], 'o_back_brief');
  return [{ path: `${id}.${how}`, ...known }, ...around(scope, teller)];
}

function around(scope: Scope, teller: Teller): Beat[] {
  const { view, world } = scope;
  const lying = view.things.filter(
    ({ id, at }) => at === view.place.id && scope.thing(id) !== undefined && world.things[id]?.portable,
  );
  const inPlace = (id: EntityId): boolean => world.things[id]?.at === view.place.id && teller.has(`${id}.here`);
  const loose = lying.filter(({ id }) => !inPlace(id)).map(({ id }) => id);
  const things: Beat[] = [
    ...lying
      .filter(({ id }) => inPlace(id))
      .map(({ id }) => ({
        path: `${id}.here`,
        ...brief(teller, EVER, [id, ''], 'o_lying_here'),
      })),
    ...(loose.length === 0 ? [] : [{ path: 'o_lying_here', with: [loose.join(' '), ''] }]),
  ];
  return [
    ...things.map((beat, i) => ({ ...beat, joins: i > 0 })),
    ...view.characters.map(({ id }): Beat => ({ path: `${id}.here`, ...brief(teller, EVER, [id], 'o_here_brief') })),
  ];
}
