// The answer of every rule to one command: the changes it asks for, and what happened as a code the narrator tells.
import type { Outcome, Understanding } from '../../domain/agents.ts';
import type { EntityId, WorldChange } from '../../domain/world.ts';

export type Command = Omit<Understanding, 'then'>;

export interface Decision {
  changes: readonly WorldChange[];
  outcome: Outcome;
}

export const told = (
  code: string,
  entities: readonly (EntityId | undefined)[] = [],
  extra: { knot?: string | undefined; changes?: readonly WorldChange[] } = {},
): Decision => decision(true, code, entities, extra);
export const failed = (
  code: string,
  entities: readonly (EntityId | undefined)[] = [],
  extra: { knot?: string | undefined } = {},
): Decision => decision(false, code, entities, extra);

function decision(
  success: boolean,
  code: string,
  entities: readonly (EntityId | undefined)[],
  extra: { knot?: string | undefined; changes?: readonly WorldChange[] },
): Decision {
  const outcome = { code, success, entities: entities.filter((id) => id !== undefined) };
  return {
    changes: extra.changes ?? [],
    outcome: extra.knot === undefined ? outcome : { ...outcome, knot: extra.knot },
  };
}
