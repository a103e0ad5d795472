// Takes one notification to one person by one channel, however often that must be tried, and says what became of it.
import { ActivityFailure, ApplicationFailure, log, proxyActivities } from '@temporalio/workflow';
import type { AlertActivities } from '../activities/alerts.ts';
import type { Delivery, DeliveryState, Notification, Recipient } from '../domain/notification.ts';

/** Later than this the next rung of the ladder has long been paged: the console then says that it failed. */
const TRY_FOR_MS = 30 * 60_000;
/** A channel gives up by itself after 12 s (people/notify); this is for a worker that died while sending. */
const ATTEMPT_MS = 15_000;

export const DELIVERY_RETRY = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  // A mail server that greylists or restarts is found back within half a minute.
  maximumInterval: '30 seconds',
} as const;

/**
 * Tells `queued` at once, then `accepted` or `failed`. Never rejects, also when the workflow is cancelled: the delivery then
 * counts as failed. A workflow waits for it before it ends or continues as new, else the sending is lost with the run.
 * `key` is the rung, or `operator`: with notification and channel it makes the delivery's id.
 */
export async function deliver(
  notification: Notification,
  recipient: Recipient,
  key: string,
  told: (delivery: Delivery) => void,
  options: { tryForMs?: number } = {},
): Promise<void> {
  const activities = proxyActivities<AlertActivities>({
    startToCloseTimeout: ATTEMPT_MS,
    scheduleToCloseTimeout: options.tryForMs ?? TRY_FOR_MS,
    retry: DELIVERY_RETRY,
  });
  const tell = (state: DeliveryState, attempts: number): void =>
    told({
      id: `${notification.id}/${recipient.channel}/${key}`,
      code: notification.code,
      displayName: recipient.displayName,
      subject: recipient.subject,
      channel: recipient.channel,
      state,
      at: Date.now(),
      attempts,
    });

  tell('queued', 0);
  try {
    const { attempts } = await activities.deliver({ notification, recipient });
    tell('accepted', attempts);
  } catch (error) {
    const { reason, attempts } = lastAttempt(error);
    log.warn('a notification could not be delivered', {
      notification: notification.id,
      channel: recipient.channel,
      reason,
      attempts,
    });
    tell('failed', attempts);
  }
}

/** The failure of the last attempt lies under the activity's own, and under a timeout where time ran out between attempts. */
function lastAttempt(error: unknown): { reason: string; attempts: number } {
  let reason = 'unknown';
  for (let found: unknown = error; found instanceof Error; found = found.cause) {
    if (found instanceof ApplicationFailure) return { reason: found.type ?? reason, attempts: attemptsIn(found) };
    if (!(found instanceof ActivityFailure)) reason = found.name;
  }
  return { reason, attempts: 1 };
}

function attemptsIn({ details }: ApplicationFailure): number {
  const [first] = details ?? [];
  const told = typeof first === 'object' && first !== null && 'attempts' in first ? first.attempts : undefined;
  return typeof told === 'number' ? told : 1;
}
