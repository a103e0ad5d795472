// Workflows of the notifier's test: the operator's alert as it is, and one delivery with all that was told of it.

import type { Delivery, Notification, Recipient } from '../../src/domain/notification.ts';
import { deliver } from '../../src/workflows/delivery.ts';

export { operatorAlert } from '../../src/workflows/operator-alert.ts';

export async function oneDelivery(
  notification: Notification,
  recipient: Recipient,
  tryForMs: number,
): Promise<Delivery[]> {
  const told: Delivery[] = [];
  await deliver(notification, recipient, '0', (delivery) => void told.push(delivery), { tryForMs });
  return told;
}
