// Going from place to place: by direction, by the name of the place, the way or somebody who is there.
import type { Direction, EntityId, ExitView } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { Command, Decision } from './decision.ts';
import { failed, told } from './decision.ts';
import type { Scope } from './scope.ts';

export function move(command: Command, scope: Scope): Decision {
  const { view } = scope;
  if (command.direction === undefined && command.target === undefined) return failed('where_to', ways(scope));
  if (command.target === view.place.id) return failed('already_here', [view.place.id]);
  if (command.target !== undefined && (scope.character(command.target) || scope.thing(command.target)))
    return failed('already_near', [command.target]);
  const exit = findExit(command, scope);
  if (exit === undefined)
    return failed(
      command.target === undefined ? 'no_way' : 'no_way_there',
      command.target === undefined ? ways(scope) : [command.target],
    );
  if (exit.locked) return failed('locked', [exit.id], { knot: `${exit.id}.locked` });
  // The place beyond the next one is not in the context of this turn: whoever hurries stops to look first.
  if (!view.neighbours.some(({ place }) => place.id === exit.to)) return failed('one_at_a_time', [view.place.id]);
  return told('moved', [exit.to, exit.id], {
    changes: [{ type: 'move', entity: PLAYER, from: view.place.id, to: exit.to }],
  });
}

/** Under a roof, or from under it; also out by the one way there is, whatever is beyond. */
function leads({ to }: ExitView, direction: Direction, { view }: Scope): boolean {
  const there = view.neighbours.find(({ place }) => place.id === to)?.place.properties.indoors;
  const here = view.place.properties.indoors;
  if (direction === 'in') return there === true && here === false;
  const lone = view.exits.filter(({ hidden }) => !hidden).length === 1;
  return direction === 'out' && here !== false && (lone || there === false);
}

function findExit({ direction, target }: Command, scope: Scope): ExitView | undefined {
  const { view } = scope;
  const open = view.exits.filter(({ hidden }) => !hidden);
  if (direction !== undefined) {
    const found = open.find((exit) => exit.direction === direction);
    // "Go in" where the only way in is called north is not a mistake worth making a player pay for.
    const [only, ...more] = open.filter((exit) => leads(exit, direction, scope));
    return found ?? (more.length === 0 ? only : undefined);
  }
  const where = view.neighbours.find((n) => n.place.id === target || n.characters.some(({ id }) => id === target))
    ?.place.id;
  return open.find(({ id, to }) => id === target || to === where);
}

function ways({ view }: Scope): EntityId[] {
  return view.exits.filter(({ hidden }) => !hidden).map(({ id }) => id);
}
