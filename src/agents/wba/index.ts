// The world builder's door: what a command changes in the world, by rules and the author's interactions.
import type { Outcome, Understanding, WorldBuilder, WorldProposal } from '../../domain/agents.ts';
import type { WorldChange, WorldView } from '../../domain/world.ts';
import type { AuthoredWorld } from '../../story/index.ts';
import { decide } from './rules.ts';
import { scopeOf } from './scope.ts';
import { applyToView } from './view.ts';

export { isAnswered } from './answering.ts';
export type { Command, Decision } from './decision.ts';
export { decide } from './rules.ts';
export { type Scope, scopeOf } from './scope.ts';
export { allHold } from './undo.ts';
export { applyToView } from './view.ts';

/** The commands of one text in order, each against the world as the earlier ones left it; the first failure ends it. */
export function propose(understanding: Understanding, view: WorldView, world: AuthoredWorld): WorldProposal {
  const { then, ...first } = understanding;
  const changes: WorldChange[] = [];
  const outcomes: Outcome[] = [];
  let current = view;
  for (const [n, command] of [first, ...then].entries()) {
    const decided = decide(command, scopeOf(current, world));
    outcomes.push(decided.outcome);
    if (!decided.outcome.success) break;
    changes.push(...decided.changes);
    // Nobody looks at the world after the last of them.
    if (n < then.length) current = applyToView(current, decided.changes, world);
  }
  return { changes, outcomes };
}

export function createRulesWorldBuilder(world: AuthoredWorld): WorldBuilder {
  return {
    id: { type: 'wba', instance: 'rules' },
    version: '1.0.0',
    speed: 'fast',
    // Rules see all there is to see: an objection of the graph means that the view was stale, and the caller recalls anew.
    propose: async ({ understanding, view }) => propose(understanding, view, world),
  };
}
