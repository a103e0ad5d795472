// Messages between agents, as the mailboxes on Redis will keep them. Shapes only; delivery is in messaging/.
import type { AgentId, AgentType } from './agents.ts';
import type { ErrorCode } from './errors.ts';
import type { SessionId } from './session.ts';

/** 9 goes first: safety and people. 5: work of a turn. 1: upkeep. Inside one priority the order is that of sending. */
export const PRIORITIES = [9, 5, 1] as const;
export type Priority = (typeof PRIORITIES)[number];

/**
 * Where a message goes: dotted lower-case words such as `agents.nga.model` or `sessions.ended`.
 * In a subscription `*` stands for exactly one word.
 */
export type RoutingKey = string;

export interface Message {
  /** Given by the sender; a second message with the same id is dropped. */
  messageId: string;
  /** What it says, such as `proposal.offered`. Handlers are chosen by it. */
  type: string;
  priority: Priority;
  routingKey: RoutingKey;
  from: AgentId;
  /** Messages of one session keep their order; null: belongs to none. */
  sessionId: SessionId | null;
  /** JSON, sealed by privacy/ under the session's key, or the organisation's where there is no session. */
  sealedBody: string;
  /** Epoch ms. */
  sentAt: number;
  /** Epoch ms; after it the message is of no use. Null: never. */
  expiresAt: number | null;
}

/** A message in a mailbox. */
export interface QueueEntry {
  message: Message;
  /** Deliveries so far; a consumer that died with it counts as one. */
  attempts: number;
  /** Epoch ms before which it is not given out again, after a failed attempt. */
  visibleAt: number;
  /** Who works on it now, and until when it is theirs (epoch ms). */
  lease: { consumer: string; until: number } | null;
}

export interface Subscription {
  subscriptionId: string;
  agent: AgentType;
  /** Null: any agent of that type, one of them gets each message. */
  instance: string | null;
  routingKey: RoutingKey;
  /** Message types wanted; empty: all. */
  types: readonly string[];
}

/** What became of sending or handling a message. */
export type MessageResult =
  | { status: 'queued'; messageId: string; mailboxes: number }
  | { status: 'duplicate'; messageId: string }
  | { status: 'refused'; messageId: string; reason: 'full' | 'no_subscriber' | 'expired' }
  | { status: 'handled'; messageId: string; ms: number }
  | { status: 'retrying'; messageId: string; attempts: number; visibleAt: number }
  | { status: 'dead'; messageId: string; attempts: number; code: ErrorCode };
