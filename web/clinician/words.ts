// The console's words for what the system keeps as codes, in one place so that they can be read through as a whole.
import type { CaseCoverage, CaseStatus, CrisisCase, Disposition } from '../../src/domain/crisis-case.ts';
import type { ChannelName, DeliveryState, NoticeCode } from '../../src/domain/notification.ts';
import type { CaseEvidence } from '../../src/domain/session.ts';

export const KIND_LABELS: Readonly<Record<CrisisCase['kind'], string>> = {
  suicide: 'Suicide',
  selfharm: 'Self-harm',
  abuse: 'Abuse',
  violence: 'Violence',
  medical: 'Medical emergency',
  eating: 'Eating',
};

export const STATUS_LABELS: Readonly<Record<CaseStatus, string>> = {
  open: 'Open',
  unanswered: 'Unanswered',
  acknowledged: 'Acknowledged',
  released: 'Story released',
  resolved: 'Resolved',
};

export const DISPOSITION_LABELS: Readonly<Record<Disposition, string>> = {
  false_alarm: 'False alarm',
  safe: 'Safe',
  referred: 'Referred on',
  emergency_services_called: 'I called emergency services',
  could_not_reach: 'Could not reach them',
};

/** How a piece of evidence came to be, as the rest of a sentence. */
export const ORIGIN_LABELS: Readonly<Record<CaseEvidence['origin'], string>> = {
  screening: 'found by the screening of a text',
  requested: 'the player asked for a person',
  team: 'a colleague raised it',
  outbox: 'screened during an outage, delivered after it',
  late: 'a text that could not be read at first',
  game: 'the player said it was about the game',
  drill: 'a rehearsal',
};

export const RESPONSE_LABELS: Readonly<Record<CaseEvidence['response'], string>> = {
  checkin: 'check-in: the player may go on',
  hold: 'hold: the story waits for a person',
};

export const CHANNEL_LABELS: Readonly<Record<ChannelName, string>> = {
  console: 'this console',
  email: 'e-mail',
  webhook: 'webhook',
};

export const DELIVERY_LABELS: Readonly<Record<DeliveryState, string>> = {
  queued: 'waiting to be sent',
  accepted: 'taken by the channel, not yet seen',
  failed: 'could not be delivered',
  opened: 'seen by this person',
  acknowledged: 'answered by this person',
};

export const NOTICE_LABELS: Readonly<Record<NoticeCode, string>> = {
  case_opened: 'a new case',
  case_raised: 'the case became graver',
  case_due: 'a deadline has passed',
  case_unanswered: 'nobody has answered',
  case_digest: 'digest of open cases',
  case_handed_over: 'the case was handed over',
  player_wrote: 'the player wrote',
  texts_unreadable: 'texts could not be read',
  narrative_blocked: 'narrative was blocked',
  part_down: 'a part is down',
  part_restored: 'a part is back',
  outbox_waiting: 'evidence waits for delivery',
  audit_broken: 'the audit trail does not verify',
  rules_refused: 'new safety rules were refused',
};

/** What the player was told about people when the case opened. */
export function coverageText(coverage: CaseCoverage): string {
  if (coverage.open) return 'The team was on duty, and the player was told so.';
  if (coverage.mode === 'none') return 'No team was on duty, and the player was told that no person was reading.';
  return coverage.opensAt === null
    ? 'The team was off duty, and the player was told so.'
    : `The team was off duty; the player was told that it reads again ${dayAndTime(coverage.opensAt)}.`;
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

export const timeOfDay = (at: number): string => TIME.format(at);
export const dayAndTime = (at: number): string => DAY_AND_TIME.format(at);

/** `a`, `a and b`, `a, b and c`. */
export function joined(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
