// A workflow definition as an operator may send it.
import { z } from 'zod';
import type { DefinedStep, WorkflowDefinition } from '../definition.ts';
import { TURN_STEPS } from '../turn-steps.ts';
import { agentId, id } from './basics.ts';
import { schemaOf } from './parse.ts';

/** Ten minutes: a step that needs longer is stuck, and its player has gone. */
const timeoutMs = z.int().min(1).max(600_000);

const step = schemaOf<DefinedStep>()(z.object({ name: z.enum(TURN_STEPS), agent: agentId.exactOptional(), timeoutMs }));

export const workflowDefinitionSchema = schemaOf<WorkflowDefinition>()(
  z.object({
    name: id,
    steps: z.array(step).min(1).max(20),
    totalTimeoutMs: timeoutMs,
    onError: z.enum(['authored', 'undo']),
  }),
);
