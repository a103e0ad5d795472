// Graph rows as the records of types.ts. The graph holds only what this room wrote, so JSON properties are trusted here.
import type { PlanStep } from '../domain/plan-progress.ts';
import { NO_STEP } from '../domain/plan-progress.ts';
import type { StoredVerdict } from '../domain/session.ts';
import type { Properties } from '../domain/world.ts';
import { RESERVED_PROPERTIES } from './compile.ts';
import type { StoredTurn } from './types.ts';

/** Properties of a Turn node, as far as a stored turn needs them. */
export interface TurnRow extends Omit<StoredTurn, 'verdict' | 'plan'> {
  /** JSON */
  verdict: string;
  /** JSON; absent where nothing happened to the plan. */
  plan?: string;
}

export function storedTurn(row: TurnRow): StoredTurn {
  const { turnId, turnSeq, at, generation, textHash, sealedText, sealedReply, kind, intent, state } = row;
  const verdict: StoredVerdict = JSON.parse(row.verdict);
  const plan: PlanStep = row.plan === undefined ? NO_STEP : JSON.parse(row.plan);
  return { turnId, turnSeq, at, generation, textHash, sealedText, sealedReply, kind, verdict, intent, plan, state };
}

/** An entity's own properties: what the graph keeps for itself, and the names given in `except`, left out. */
export function ownProperties(node: Properties, except: readonly string[] = []): Properties {
  const hidden: readonly string[] = [...RESERVED_PROPERTIES, ...except];
  return Object.fromEntries(Object.entries(node).filter(([name]) => !hidden.includes(name)));
}
