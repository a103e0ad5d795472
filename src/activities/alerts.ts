// Telling people outside: who the operator is, and one attempt at sending one notification by one channel.
import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import type { Notification, Recipient } from '../domain/notification.ts';
import type { Coverage, Notifier } from '../people/types.ts';
import { mapped } from './errors.ts';

/** How many attempts it took; also the first detail of a failure, since a workflow cannot see retries itself. */
export interface Attempts {
  attempts: number;
}

export interface AlertActivities {
  operatorRecipients(): Promise<readonly Recipient[]>;
  deliver(sending: { notification: Notification; recipient: Recipient }): Promise<Attempts>;
}

export function createAlertActivities(services: {
  notifier: Notifier;
  coverage: Pick<Coverage, 'operator'>;
}): AlertActivities {
  const { notifier, coverage } = services;
  return {
    operatorRecipients: () => mapped(async () => coverage.operator()),
    async deliver({ notification, recipient }) {
      const attempts: Attempts = { attempts: activityInfo().attempt };
      try {
        await mapped(() => notifier.send(notification, recipient));
        return attempts;
      } catch (error) {
        if (!(error instanceof ApplicationFailure)) throw error;
        const { type, message, nonRetryable } = error;
        throw ApplicationFailure.create({
          message,
          nonRetryable: nonRetryable ?? false,
          details: [attempts],
          ...(type != null && { type }),
        });
      }
    },
  };
}
