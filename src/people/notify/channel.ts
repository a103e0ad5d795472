// What a channel is to the notifier.
import type { Notification } from '../../domain/notification.ts';

export interface Channel {
  /** Resolves when it was accepted. AppError('unavailable') when trying again may help, another code when it will not. */
  send(notification: Notification, address: string): Promise<void>;
  close(): void;
}
