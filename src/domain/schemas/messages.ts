// Messages between agents and the entries, subscriptions and results around them.
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../errors.ts';
import { type Message, type MessageResult, PRIORITIES, type QueueEntry, type Subscription } from '../messages.ts';
import { agentId, agentType, count, durationMs, epochMs, id, sessionId } from './basics.ts';
import { schemaOf } from './parse.ts';

const routingKey = z.string().regex(/^[a-z0-9_-]{1,40}(\.[a-z0-9_-]{1,40}){0,7}$/);
const routingPattern = z.string().regex(/^(\*|[a-z0-9_-]{1,40})(\.(\*|[a-z0-9_-]{1,40})){0,7}$/);
// Object.keys gives strings; that they are the codes is what ERROR_CODES says.
const errorCode = schemaOf<ErrorCode>()(z.enum(Object.keys(ERROR_CODES) as ErrorCode[]));

export const messageSchema = schemaOf<Message>()(
  z.object({
    messageId: id,
    type: id,
    priority: z.literal(PRIORITIES),
    routingKey,
    from: agentId,
    sessionId: sessionId.nullable(),
    /** Redis keeps a mailbox in memory; larger things go into the graph and their id into the message. */
    sealedBody: z.string().max(65_536),
    sentAt: epochMs,
    expiresAt: epochMs.nullable(),
  }),
);

export const queueEntrySchema = schemaOf<QueueEntry>()(
  z.object({
    message: messageSchema,
    attempts: count,
    visibleAt: epochMs,
    lease: z.object({ consumer: id, until: epochMs }).nullable(),
  }),
);

export const subscriptionSchema = schemaOf<Subscription>()(
  z.object({
    subscriptionId: id,
    agent: agentType,
    instance: id.nullable(),
    routingKey: routingPattern,
    types: z.array(id),
  }),
);

export const messageResultSchema = schemaOf<MessageResult>()(
  z.discriminatedUnion('status', [
    z.object({ status: z.literal('queued'), messageId: id, mailboxes: count }),
    z.object({ status: z.literal('duplicate'), messageId: id }),
    z.object({ status: z.literal('refused'), messageId: id, reason: z.enum(['full', 'no_subscriber', 'expired']) }),
    z.object({ status: z.literal('handled'), messageId: id, ms: durationMs }),
    z.object({ status: z.literal('retrying'), messageId: id, attempts: count, visibleAt: epochMs }),
    z.object({ status: z.literal('dead'), messageId: id, attempts: count, code: errorCode }),
  ]),
);
