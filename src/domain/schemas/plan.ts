// The therapeutic plan as it is stored and carried.
import { z } from 'zod';
import { INTENTS } from '../agents.ts';
import type { Awaited, Offered, PlanRequest, Practice, TherapeuticPlan } from '../plan.ts';
import { ASKERS, CAUTIONS, GOAL_THEMES } from '../plan.ts';
import type { Act } from '../plan-progress.ts';
import { count, id, share } from './basics.ts';
import { schemaOf } from './parse.ts';

const awaited = schemaOf<Awaited>()(
  z.object({
    technique: id,
    form: id,
    act: id,
    intents: z.array(z.enum(INTENTS)),
    suggestion: z.string(),
    done: z.string(),
    untilTurn: count,
  }),
);

export const offeredSchema = schemaOf<Offered>()(
  z.object({ ...awaited.shape, turnSeq: count, askedBy: z.enum(ASKERS).nullable() }),
);

export const actSchema = schemaOf<Act>()(z.object({ turnSeq: count, technique: id, act: id }));

const request = schemaOf<PlanRequest>()(z.object({ by: z.enum(ASKERS), technique: z.string().max(200).nullable() }));

const practice = schemaOf<Practice>()(
  z.object({ technique: id, act: id, times: z.int().min(1), firstTurn: count, lastTurn: count }),
);

export const therapeuticPlanSchema = schemaOf<TherapeuticPlan>()(
  z.object({
    on: z.boolean(),
    intensity: share,
    readiness: share,
    bodyFocus: z.boolean(),
    themes: z.array(z.enum(GOAL_THEMES)),
    avoidSoft: z.array(z.string()),
    avoidHard: z.array(z.string()),
    cautions: z.array(z.enum(CAUTIONS)),
    restUntil: count,
    requests: z.array(request).max(2),
    lastOfferTurn: count,
    awaited: awaited.nullable(),
    shown: z.array(z.string()),
    practised: z.array(practice),
  }),
);
