// A session's state, and what is said to a session and to a case.
import { z } from 'zod';
import type { CaseEvidence, HelpState, SessionGuidance, SessionKnobs, SessionState } from '../session.ts';
import type { ActAnswer, ActBy, Guidance, StartSession } from '../session-protocol.ts';
import { count, country, crisisKind, epochMs, goalTexts, id, level, locale, role, sessionId } from './basics.ts';
import { schemaOf } from './parse.ts';
import { therapeuticPlanSchema } from './plan.ts';

const response = z.enum(['checkin', 'hold']);

const knobs = schemaOf<SessionKnobs>()(z.object({ idleMs: z.int().min(1), turnsPerRun: z.int().min(1) }));

export const helpStateSchema = schemaOf<HelpState>()(
  z.object({ response, kind: crisisKind, level, step: id, shown: z.array(id), openedAt: epochMs }),
);

export const caseEvidenceSchema = schemaOf<CaseEvidence>()(
  z.object({
    sessionId,
    turnId: id,
    kind: crisisKind,
    level,
    response,
    reasons: z.array(id),
    at: epochMs,
    origin: z.enum(['screening', 'requested', 'team', 'outbox', 'late', 'game', 'drill']),
  }),
);

export const sessionGuidanceSchema = schemaOf<SessionGuidance>()(
  z.object({
    gentler: z.boolean(),
    closeSoon: z.boolean(),
    avoid: z.array(z.string()),
    technique: z.string().nullable(),
    note: z.string().nullable(),
  }),
);

export const sessionStateSchema = schemaOf<SessionState>()(
  z.object({
    sessionId,
    worldId: id,
    worldVersion: id,
    locale,
    country,
    knobs,
    turnSeq: count,
    acts: count,
    status: z.enum(['opening', 'active', 'paused', 'ended']),
    pausedBy: z.union([role, z.literal('system')]).nullable(),
    help: helpStateSchema.nullable(),
    version: count,
    recentTurnIds: z.array(id).max(12),
    lastActivityAt: epochMs,
    idle: z.boolean(),
    turnsInRun: count,
    unreadable: count,
    blocked: count,
    concern: z.object({ kind: crisisKind, level }).nullable(),
    guidance: sessionGuidanceSchema,
    avoid: z.array(z.string()),
    plan: therapeuticPlanSchema,
    modelConsent: z.boolean(),
  }),
);

export const startSessionSchema = schemaOf<StartSession>()(
  z.object({
    sessionId,
    worldId: id,
    worldVersion: id,
    locale,
    country,
    goals: goalTexts,
    avoid: z.array(z.string()),
    plan: therapeuticPlanSchema,
    modelConsent: z.boolean(),
    knobs,
  }),
);

export const actBySchema = schemaOf<ActBy>()(
  z.object({ role, subject: id, displayName: z.string(), expectedVersion: count.exactOptional() }),
);

export const actAnswerSchema = schemaOf<ActAnswer>()(
  z.object({ status: z.enum(['active', 'paused', 'help', 'ended']), version: count }),
);

export const guidanceSchema = schemaOf<Guidance>()(
  z.object({
    kind: z.enum(['avoid_theme', 'gentler', 'offer_technique', 'close_soon', 'free']),
    detail: z.string().max(200).exactOptional(),
  }),
);
