// Taking back a turn: fresh changes that are the inverse of the last turn that changed something and was not taken back yet.
import type { TurnMemory, WorldChange } from '../../domain/world.ts';
import { inverseAll, PLAYER } from '../../domain/world.ts';
import type { Decision } from './decision.ts';
import { failed, told } from './decision.ts';
import type { Scope } from './scope.ts';
import { scopeOf } from './scope.ts';
import { applyToView } from './view.ts';

/** Turns of the story that stand, the newest first: neither those that were taken back nor the taking back. */
export function standing(recent: readonly TurnMemory[]): TurnMemory[] {
  let takenBack = 0;
  return recent.filter(({ intent, kind, changes }) => {
    if (intent === 'undo') {
      if (changes.length > 0) takenBack += 1;
      return false;
    }
    if (kind !== 'story') return false;
    if (changes.length === 0 || takenBack === 0) return true;
    takenBack -= 1;
    return false;
  });
}

export function undo(scope: Scope): Decision {
  const last = standing(scope.view.recent).find(({ changes }) => changes.length > 0);
  return last === undefined ? failed('nothing_to_undo') : takeBack(inverseAll(last.changes), scope);
}

function takeBack(changes: readonly WorldChange[], scope: Scope): Decision {
  if (!allHold(changes, scope)) return failed('cannot_undo');
  return told('undone', [applyToView(scope.view, changes, scope.world).place.id], { changes });
}

/** True when each change finds, after those before it, what it says it finds. */
export function allHold(changes: readonly WorldChange[], start: Scope): boolean {
  let scope = start;
  for (const change of changes) {
    if (!finds(change, scope)) return false;
    scope = scopeOf(applyToView(scope.view, [change], scope.world), scope.world);
  }
  return true;
}

function finds(change: WorldChange, scope: Scope): boolean {
  const { view } = scope;
  switch (change.type) {
    case 'move': {
      if (change.entity === PLAYER)
        return view.place.id === change.from && view.neighbours.some(({ place }) => place.id === change.to);
      const all = [view, ...view.neighbours];
      return all.some((n) =>
        [...n.things, ...n.characters].some(({ id, at }) => id === change.entity && at === change.from),
      );
    }
    case 'set':
      return scope.property(change.entity, change.property) === change.from;
    case 'learn':
    case 'forget': {
      const knows =
        change.who === PLAYER
          ? scope.playerKnows(change.fact)
          : scope.character(change.who)?.knows.includes(change.fact);
      return knows === (change.type === 'forget');
    }
  }
}
