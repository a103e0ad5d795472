// An alert to the operator of this installation, as a workflow of its own: it is delivered although the process that raised it
// has died, and although a mail server is down for hours.
import { log, proxyActivities } from '@temporalio/workflow';
import type { AlertActivities } from '../activities/alerts.ts';
import type { Delivery } from '../domain/notification.ts';
import type { AlertArgs } from '../domain/session-protocol.ts';
import { DELIVERY_RETRY, deliver } from './delivery.ts';

/** After a day the operator has found out in another way, or an alert no longer helps. */
const TRY_FOR_MS = 24 * 60 * 60_000;

const { operatorRecipients } = proxyActivities<AlertActivities>({
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: TRY_FOR_MS,
  retry: DELIVERY_RETRY,
});

export async function operatorAlert({ notification }: AlertArgs): Promise<Delivery[]> {
  const recipients = await operatorRecipients();
  const deliveries = new Map<string, Delivery>();
  await Promise.all(
    recipients.map((recipient) =>
      deliver(notification, recipient, 'operator', (delivery) => void deliveries.set(delivery.id, delivery), {
        tryForMs: TRY_FOR_MS,
      }),
    ),
  );
  const outcome = [...deliveries.values()];
  if (!outcome.some(({ state }) => state === 'accepted')) {
    // The log is the last channel: with no recipient configured it is the only one.
    const { code: alert, about, level, drill } = notification;
    log.error('operator alert', { alert, about, caseLevel: level, drill, recipients: recipients.length });
  }
  return outcome;
}
