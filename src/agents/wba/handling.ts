// Things in the hands and under the eyes: taking, giving, opening, locking, looking, reading, listening.
import type { EntityId, WorldChange } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { Command, Decision } from './decision.ts';
import { failed, told } from './decision.ts';
import type { Scope } from './scope.ts';
import { setting } from './scope.ts';

export function take({ target }: Command, scope: Scope): Decision {
  if (target === undefined) return failed('take_what');
  if (scope.held(target)) return failed('already_held', [target]);
  if (scope.character(target)) return failed('take_person', [target]);
  const thing = scope.thing(target);
  if (thing === undefined) return scope.exit(target) ? failed('fixed', [target]) : failed('not_here', [target]);
  if (thing.at !== scope.view.place.id) return failed('not_yours', [target, thing.at]);
  if (scope.world.things[target]?.portable !== true) return failed('fixed', [target]);
  return told('taken', [target], { changes: [{ type: 'move', entity: target, from: thing.at, to: PLAYER }] });
}

/** The player came with it: it was never taken from anywhere, and so does not go back. */
function isOwn(id: EntityId, { world }: Scope): boolean {
  return world.things[id]?.at === PLAYER;
}

/** Also "put the shell on the bench": it then lies in this place. */
export function drop({ target, indirect, wish }: Command, scope: Scope): Decision {
  if (wish === 'back' && (target === undefined || isOwn(target, scope))) {
    const taken = scope.view.things.some(({ id }) => scope.held(id) && !isOwn(id, scope));
    return taken ? failed(target === undefined ? 'drop_what' : 'not_taken', [target]) : failed('nothing_taken');
  }
  if (target === undefined) return failed('drop_what');
  if (!scope.held(target)) return failed('not_held', [target]);
  if (indirect !== undefined && !scope.present(indirect)) return failed('not_here', [indirect]);
  if (indirect !== undefined && scope.character(indirect)) return give({ ...bare, target, indirect }, scope);
  if (indirect !== undefined) return failed('does_not_fit', [target, indirect]);
  return told('dropped', [target], {
    changes: [{ type: 'move', entity: target, from: PLAYER, to: scope.view.place.id }],
  });
}

export function give({ target, indirect }: Command, scope: Scope): Decision {
  const only = scope.view.characters.length === 1 ? scope.view.characters[0]?.id : undefined;
  const to = indirect ?? only;
  if (target === undefined) return failed('give_what');
  if (!scope.held(target)) return failed('not_held', [target]);
  if (to === undefined) return failed(scope.view.characters.length === 0 ? 'nobody_here' : 'give_whom', [target]);
  if (!scope.character(to))
    return failed(scope.present(to) ? 'does_not_fit' : 'not_here', scope.present(to) ? [target, to] : [to]);
  return failed('declined', [to, target], { knot: `${to}.declined` });
}

export function open({ target }: Command, scope: Scope): Decision {
  if (target === undefined) return failed('open_what');
  const exit = scope.exit(target);
  if (exit !== undefined)
    return exit.locked ? failed('locked', [target], { knot: `${target}.locked` }) : told('way_open', [target]);
  return swing(target, true, scope);
}

export function close({ target }: Command, scope: Scope): Decision {
  if (target === undefined) return failed('open_what');
  const exit = scope.exit(target);
  if (exit !== undefined)
    return exit.locked ? failed('locked', [target], { knot: `${target}.locked` }) : told('stays_open', [target]);
  return swing(target, false, scope);
}

function swing(target: EntityId, to: boolean, scope: Scope): Decision {
  const thing = scope.thing(target);
  if (thing === undefined) return failed(scope.present(target) ? 'does_not_open' : 'not_here', [target]);
  if (typeof thing.properties.open !== 'boolean') return failed('does_not_open', [target]);
  const changes = setting(scope, target, 'open', to);
  if (changes.length === 0) return failed(to ? 'already_open' : 'already_closed', [target]);
  return told(to ? 'opened' : 'closed', [target], { changes });
}

export function unlock(command: Command, scope: Scope): Decision {
  return turnKey(command, scope, false);
}

export function lock(command: Command, scope: Scope): Decision {
  return turnKey(command, scope, true);
}

function turnKey({ target, indirect }: Command, scope: Scope, to: boolean): Decision {
  const locks = scope.view.exits.filter((e) => !e.hidden && scope.world.exits[e.id]?.key);
  const exit = target === undefined && locks.length === 1 ? locks[0] : scope.exit(target);
  if (exit === undefined)
    return failed(target === undefined || scope.present(target) ? 'no_lock' : 'not_here', [target]);
  const authored = scope.world.exits[exit.id];
  if (authored === undefined || authored.key === null) return failed('no_lock', [exit.id]);
  if (exit.locked === to) return failed(to ? 'already_locked' : 'already_unlocked', [exit.id]);
  if (indirect !== undefined && indirect !== authored.key) return failed('wrong_key', [exit.id, indirect]);
  if (!scope.held(authored.key)) return failed('no_key', [exit.id], { knot: `${exit.id}.no_key` });
  const changes: WorldChange[] = [
    ...setting(scope, exit.id, 'locked', to),
    ...setting(scope, authored.twin, 'locked', to),
  ];
  return told(to ? 'locked_now' : 'unlocked', [exit.id, authored.key], { changes });
}

export function examine({ target }: Command, scope: Scope): Decision {
  if (target === undefined) return told('looked', [scope.view.place.id]);
  if (target === scope.view.place.id) return told('looked', [target]);
  // Of the player the story knows what they carry, and nothing else.
  if (target === PLAYER) return told('inventory');
  if (!scope.present(target)) return failed(scope.world.places[target] ? 'far_place' : 'not_here', [target]);
  return told('examined', [target], { knot: `${target}.look` });
}

/** Reading, searching, listening, smelling, touching: the thing's own words, or those of the place. */
export function sense(
  how: 'read' | 'search' | 'listen' | 'smell' | 'touch',
): (command: Command, scope: Scope) => Decision {
  return ({ target }, scope) => {
    if (target !== undefined && !scope.present(target)) return failed('not_here', [target]);
    if (how === 'read' && target === undefined) return failed('read_what');
    const knot = `${target ?? scope.view.place.id}.${how}`;
    return told(how, [target ?? scope.view.place.id], scope.world.ink.paths.has(knot) ? { knot } : {});
  };
}

const bare: Command = {
  intent: 'give',
  interaction: 'play',
  spoken: false,
  entities: [],
  unresolved: false,
  tone: 'neutral',
  confidence: 1,
};
