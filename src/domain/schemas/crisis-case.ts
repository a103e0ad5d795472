// A crisis case as it is answered and stored, and what people wrote in it.
import { z } from 'zod';
import { type CaseCoverage, type CaseEntry, type CrisisCase, DELIVERIES_KEPT, DISPOSITIONS } from '../crisis-case.ts';
import { CHANNELS, type Delivery, NOTICE_CODES } from '../notification.ts';
import type { CaseEvidence } from '../session.ts';
import type { CaseArgs } from '../session-protocol.ts';
import { count, crisisKind, epochMs, id, level, pseudonym, sessionId } from './basics.ts';
import { schemaOf } from './parse.ts';
import { caseEvidenceSchema } from './session.ts';

export const deliverySchema = schemaOf<Delivery>()(
  z.object({
    id,
    code: z.enum(NOTICE_CODES),
    displayName: z.string(),
    subject: id.nullable(),
    channel: z.enum(CHANNELS),
    state: z.enum(['queued', 'accepted', 'failed', 'opened', 'acknowledged']),
    at: epochMs,
    attempts: count,
  }),
);

const coverage = schemaOf<CaseCoverage>()(
  z.object({ mode: z.enum(['none', 'hours', '24/7']), open: z.boolean(), opensAt: epochMs.nullable() }),
);

export const caseEntrySchema = schemaOf<CaseEntry>()(
  z.object({
    id,
    caseId: pseudonym,
    number: z.int().min(1),
    kind: z.enum(['note', 'message']),
    from: z.object({ role: z.enum(['clinician', 'player']), displayName: z.string() }),
    text: z.string().min(1).max(4000),
    at: epochMs,
  }),
);

export const crisisCaseSchema = schemaOf<CrisisCase>()(
  z.object({
    caseId: pseudonym,
    number: z.int().min(1),
    status: z.enum(['open', 'acknowledged', 'released', 'resolved', 'unanswered']),
    kind: crisisKind,
    level,
    sessions: z.array(sessionId),
    evidence: z.array(caseEvidenceSchema),
    openedAt: epochMs,
    acknowledgeBy: epochMs,
    contactBy: epochMs.nullable(),
    heldBy: z.object({ subject: id, displayName: z.string() }).nullable(),
    acknowledgedAt: epochMs.nullable(),
    releasedAt: epochMs.nullable(),
    resolvedAt: epochMs.nullable(),
    disposition: z.enum(DISPOSITIONS).nullable(),
    drill: z.boolean(),
    coverage,
    rungsPaged: count,
    routedTo: z.array(id),
    deliveries: z.array(deliverySchema).max(DELIVERIES_KEPT),
    contactedAt: epochMs.nullable(),
    reopenableUntil: epochMs.nullable(),
    previous: z.int().min(1).nullable(),
    aboutGame: count,
    version: count,
  }),
);

/** How a case is started from outside; what a run carries over to the next is a case. */
export const caseArgsSchema = schemaOf<Extract<CaseArgs, { first: CaseEvidence }>>()(
  z.object({ caseId: pseudonym, first: caseEvidenceSchema }),
);
