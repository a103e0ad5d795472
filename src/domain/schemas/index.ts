// The door of the schemas: for the edges of the system. Workflows never import it; zod would triple their bundle's start.
export { intakeSchema, profilePatchSchema, profileSchema } from './accounts.ts';
export { agentRunSchema, narrationSchema, turnRunSchema, understandingSchema, worldProposalSchema } from './agents.ts';
export { caseArgsSchema, caseEntrySchema, crisisCaseSchema } from './crisis-case.ts';
export { workflowDefinitionSchema } from './definition.ts';
export {
  type ResolveRequest,
  resolveRequestSchema,
  type StartSessionRequest,
  startSessionRequestSchema,
} from './http.ts';
export { messageResultSchema, messageSchema, queueEntrySchema, subscriptionSchema } from './messages.ts';
export { parse, type Same } from './parse.ts';
export { actSchema, offeredSchema, therapeuticPlanSchema } from './plan.ts';
export {
  actAnswerSchema,
  actBySchema,
  caseEvidenceSchema,
  guidanceSchema,
  sessionStateSchema,
  startSessionSchema,
} from './session.ts';
export { turnInputSchema, turnOutcomeSchema, turnReplySchema, turnRequestSchema, verdictSchema } from './turn.ts';
export { worldChangeSchema, worldViewSchema } from './world.ts';
