// What the system tells people outside of it, and what became of it. Never a word, a kind or a name of a player.
import type { Level } from './verdict.ts';

export const CHANNELS = ['console', 'email', 'webhook'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** Why somebody is told. Each has its authored wording in people/notify. */
export const NOTICE_CODES = [
  'case_opened',
  'case_raised',
  'case_due',
  'case_unanswered',
  'case_digest',
  'case_handed_over',
  'player_wrote',
  'texts_unreadable',
  'narrative_blocked',
  'part_down',
  'part_restored',
  'outbox_waiting',
  'audit_broken',
  'rules_refused',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export interface Notification {
  /** The same for every attempt and channel: receivers drop what they have seen. */
  id: string;
  code: NoticeCode;
  /** What it is about: a case (the player's pseudonym), a session id, a part's name. */
  about: string;
  level: Level | null;
  /** By when somebody has to act, epoch ms. */
  dueBy: number | null;
  /** Epoch ms. */
  at: number;
  drill: boolean;
}

export interface Recipient {
  /** Account id, or null for an address that is no account (the operator's mailbox). */
  subject: string | null;
  displayName: string;
  channel: ChannelName;
  /** E-mail address or URL; empty for the console. */
  address: string;
}

/** `opened` and `acknowledged` are set by a signed-in person only; `accepted` means that the channel took it, nothing more. */
export type DeliveryState = 'queued' | 'accepted' | 'failed' | 'opened' | 'acknowledged';

export interface Delivery {
  /** `<notification id>/<channel>/<rung or operator>`. */
  id: string;
  code: NoticeCode;
  displayName: string;
  subject: string | null;
  channel: ChannelName;
  state: DeliveryState;
  /** Of the latest state, epoch ms. */
  at: number;
  attempts: number;
}
