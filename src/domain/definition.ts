// A workflow definition: which steps a turn takes, who performs them, and how long each may take.
import type { AgentType } from './agents.ts';
import type { TurnStep } from './turn-steps.ts';

export interface DefinedStep {
  name: TurnStep;
  /** Which agent performs it; left out where no agent is needed. */
  agent?: { type: AgentType; instance: string };
  timeoutMs: number;
}

export interface WorkflowDefinition {
  name: string;
  steps: readonly DefinedStep[];
  /** Not the sum of the steps: a step may use what an earlier one left. */
  totalTimeoutMs: number;
  /** `authored`: go on with the authored form of the agent. `undo`: apply the inverses and tell the player. */
  onError: 'authored' | 'undo';
}
