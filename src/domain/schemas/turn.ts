// A turn as it is sent, answered and refused.
import { z } from 'zod';
import type { HelpResource, TurnInput, TurnOutcome, TurnReply, TurnTiming, VisibleChange } from '../turn.ts';
import type { Verdict } from '../verdict.ts';
import { CRISIS_KINDS, RESPONSES } from '../verdict.ts';
import { count, durationMs, id, level } from './basics.ts';
import { schemaOf } from './parse.ts';

/** Body of `POST /v1/sessions/:id/turns`. Length is not judged here: a text that is too long is read before it is refused. */
export const turnRequestSchema = schemaOf<Omit<TurnInput, 'urgent'>>()(
  z.object({ turnId: z.guid(), text: z.string(), afterSeq: count.exactOptional() }),
);

/** The same inside the system, where an opening or a drill names its turns otherwise. */
export const turnInputSchema = schemaOf<TurnInput>()(
  z.object({ turnId: id, text: z.string(), afterSeq: count.exactOptional(), urgent: z.boolean().exactOptional() }),
);

const timing = schemaOf<TurnTiming>()(
  z.object({ totalMs: durationMs, modelMs: durationMs, screenMs: durationMs, firstTextMs: durationMs }),
);

const helpResource = schemaOf<HelpResource>()(z.object({ name: z.string(), contact: z.string(), hours: z.string() }));

const visibleChange = schemaOf<VisibleChange>()(
  z.object({
    kind: z.enum([
      'moved',
      'taken',
      'dropped',
      'given',
      'opened',
      'closed',
      'unlocked',
      'changed',
      'learned',
      'undone',
    ]),
    what: z.string(),
  }),
);

export const turnReplySchema = schemaOf<TurnReply>()(
  z.object({
    turnId: id,
    seq: count,
    kind: z.enum(['story', 'support', 'help', 'notice']),
    text: z.string(),
    sentences: z.array(z.string()),
    suggestions: z.array(z.string()).max(4),
    place: z.string().exactOptional(),
    worldChanges: z.array(visibleChange),
    source: z.enum(['model', 'authored']),
    timing,
    resources: z.array(helpResource).exactOptional(),
    quickExit: z.boolean().exactOptional(),
    retryable: z.boolean().exactOptional(),
  }),
);

export const turnOutcomeSchema = schemaOf<TurnOutcome>()(
  z.discriminatedUnion('answered', [
    z.object({ answered: z.literal(true), reply: turnReplySchema, textHash: z.string() }),
    z.object({
      answered: z.literal(false),
      code: z.enum(['session_paused', 'session_ended', 'text_too_long', 'text_empty', 'turn_id_reused']),
    }),
  ]),
);

export const verdictSchema = schemaOf<Verdict>()(
  z.object({
    level,
    category: z.enum([...CRISIS_KINDS, 'unsafe']).nullable(),
    crisis: z.boolean(),
    blocked: z.boolean(),
    response: z.enum(RESPONSES),
    reasons: z.array(id),
    screen: z.enum(['rules', 'rules+classifier', 'unreadable']),
  }),
);
