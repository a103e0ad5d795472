// What agents are given and what they answer: also the shape a model's JSON must have.
import { z } from 'zod';
import { INTENTS, type Narration, type Outcome, type Understanding, type WorldProposal } from '../agents.ts';
import type { AgentRunRecord, TurnRun, TurnSession } from '../turn-run.ts';
import { TURN_STEPS } from '../turn-steps.ts';
import { agentType, count, country, durationMs, epochMs, id, locale, sessionId, share } from './basics.ts';
import { schemaOf } from './parse.ts';
import { actSchema, offeredSchema, therapeuticPlanSchema } from './plan.ts';
import { helpStateSchema, sessionGuidanceSchema } from './session.ts';
import { turnInputSchema, verdictSchema } from './turn.ts';
import { direction, worldChangeSchema, worldViewSchema } from './world.ts';

const source = z.enum(['model', 'authored', 'rules']);

const command = schemaOf<Omit<Understanding, 'then'>>()(
  z.object({
    intent: z.enum(INTENTS),
    interaction: z.enum(['play', 'talk', 'about_game', 'technique', 'stop', 'real']),
    target: id.exactOptional(),
    indirect: id.exactOptional(),
    direction: direction.exactOptional(),
    topic: id.exactOptional(),
    wish: id.exactOptional(),
    spoken: z.boolean(),
    entities: z.array(id),
    ambiguous: z.array(id).exactOptional(),
    unresolved: z.boolean(),
    tone: z.enum(['neutral', 'warm', 'playful', 'curious', 'anxious', 'sad', 'angry', 'tired']),
    confidence: share,
    source: source.exactOptional(),
  }),
);

export const understandingSchema = schemaOf<Understanding>()(
  // biome-ignore lint/suspicious/noThenProperty: an array, never called; the type is the agents' contract.
  z.object({ ...command.shape, then: z.array(command).max(2) }),
);

const outcome = schemaOf<Outcome>()(
  z.object({ code: id, success: z.boolean(), knot: id.exactOptional(), entities: z.array(id) }),
);

export const worldProposalSchema = schemaOf<WorldProposal>()(
  z.object({ changes: z.array(worldChangeSchema), outcomes: z.array(outcome).min(1), source: source.exactOptional() }),
);

export const narrationSchema = schemaOf<Narration>()(
  z.object({
    sentences: z.array(z.string()),
    suggestions: z.array(z.string()).max(4),
    narratorState: z.string().max(8192).nullable(),
    authoredOnly: z.boolean(),
    source: source.exactOptional(),
  }),
);

/** What is recorded of one agent's work in a turn. */
export const agentRunSchema = schemaOf<AgentRunRecord>()(
  z.object({
    agent: agentType,
    instance: id,
    version: id,
    ms: durationMs,
    source,
    findings: z.array(id),
  }),
);

const turnSession = schemaOf<TurnSession>()(
  z.object({
    sessionId,
    worldId: id,
    worldVersion: id,
    locale,
    country,
    turnSeq: count,
    paused: z.boolean(),
    help: helpStateSchema.nullable(),
    returning: z.boolean(),
    guidance: sessionGuidanceSchema,
    avoid: z.array(z.string()),
    protected: z.boolean(),
    modelConsent: z.boolean(),
    plan: therapeuticPlanSchema,
  }),
);

/** The state of the agents' work on one turn, as it travels between the steps. */
export const turnRunSchema = schemaOf<TurnRun>()(
  z.object({
    session: turnSession,
    input: turnInputSchema,
    generation: id,
    startedAt: epochMs,
    turnSeq: count,
    next: z.enum(TURN_STEPS),
    textHash: z.string(),
    verdict: verdictSchema.exactOptional(),
    view: worldViewSchema.exactOptional(),
    auditHead: z.string().exactOptional(),
    undone: z.int().min(0).exactOptional(),
    ahead: z.literal(true).exactOptional(),
    understanding: understandingSchema.exactOptional(),
    proposal: worldProposalSchema.exactOptional(),
    viewAfter: worldViewSchema.exactOptional(),
    act: actSchema.exactOptional(),
    offered: offeredSchema.exactOptional(),
    narration: narrationSchema.exactOptional(),
    runs: z.array(agentRunSchema),
    screenMs: durationMs,
    modelMs: durationMs,
    firstTextMs: durationMs.exactOptional(),
  }),
);
