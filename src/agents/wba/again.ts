// "Again": the last thing done of what still stands. A turn that was taken back is as though it had not happened, so after an
// undo it is the one before it that is done again, as in other interactive fiction; the undo itself is never repeated.
import type { Intent } from '../../domain/agents.ts';
import type { TurnMemory } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { Command } from './decision.ts';
import type { Scope } from './scope.ts';
import { standing } from './undo.ts';

/** What can be done again from what the graph remembers of a turn: its intent, and what it was about. */
const REPEATABLE: readonly Intent[] = [
  'move',
  'look',
  'examine',
  'search',
  'listen',
  'smell',
  'touch',
  'read',
  'wait',
  'talk',
  'greet',
  'take',
  'drop',
  'inventory',
  'where',
  'who',
  'recap',
  'hint',
];

/** The command to be done; null when the last one cannot be told from what is remembered. */
export function againWith(scope: Scope): Command | null {
  const last = standing(scope.view.recent).find(({ intent }) => intent !== 'again');
  const intent = REPEATABLE.find((one) => one === last?.intent);
  if (last === undefined || intent === undefined) return null;
  const about = intent === 'move' ? way(last, scope) : focus(last);
  if (about === null) return null;
  return {
    intent,
    interaction: 'play',
    spoken: false,
    entities: last.focus,
    unresolved: false,
    tone: 'neutral',
    confidence: 1,
    ...about,
  };
}

function focus({ focus: [target, indirect] }: TurnMemory): Pick<Command, 'target' | 'indirect'> {
  return { ...(target && { target }), ...(indirect && { indirect }) };
}

/** The same direction from where the player is now, by where they went; null for a way that did not open. */
function way({ changes }: TurnMemory, { world }: Scope): Pick<Command, 'direction'> | null {
  const went = changes.find((change) => change.type === 'move' && change.entity === PLAYER);
  if (went?.type !== 'move') return null;
  const exit = Object.values(world.exits).find(({ from, to }) => from === went.from && to === went.to);
  return exit === undefined ? null : { direction: exit.direction };
}
