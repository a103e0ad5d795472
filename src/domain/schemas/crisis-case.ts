// A crisis case as it is answered and stored.
import { z } from 'zod';
import { type CrisisCase, DISPOSITIONS } from '../crisis-case.ts';
import { count, crisisKind, epochMs, id, level, pseudonym, sessionId } from './basics.ts';
import { schemaOf } from './parse.ts';
import { caseEvidenceSchema } from './session.ts';

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
    version: count,
  }),
);
