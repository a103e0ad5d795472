// One notifier for everything that the system tells people outside of it: cases to clinicians, faults to the operator.
import { AppError } from '../../domain/errors.ts';
import type { ChannelName } from '../../domain/notification.ts';
import type { Notifier } from '../types.ts';
import type { Channel } from './channel.ts';
import { createMail } from './email.ts';
import { createWebhook } from './webhook.ts';

export interface NotifierOptions {
  /** SMTP_URL: smtp(s)://user:password@host:port, with `?from=` for the sender. Without it nobody is mailed. */
  smtpUrl?: string | undefined;
  /** WEBHOOK_SECRET. Without it no webhook is called: its receiver could not tell us from anybody else. */
  webhookSecret?: string | undefined;
  /** Where clinicians sign in, as mails name it. */
  consoleUrl?: string | undefined;
  /** Sender of mails; by default taken from the SMTP address. */
  from?: string | undefined;
  fetch?: typeof fetch | undefined;
  /** For each wait: to connect, for a greeting, for an answer with its body. */
  timeoutMs?: number;
}

export interface OpenNotifier extends Notifier {
  /** Ends idle connections; what is being sent is finished. */
  close(): void;
}

/** A mail server that greylists answers within seconds; one that takes longer is as good as down. */
const TIMEOUT_MS = 10_000;

const UNSET: Readonly<Record<Exclude<ChannelName, 'console'>, string>> = {
  email: 'Mail is not configured. Set SMTP_URL to the address of a mail server.',
  webhook: 'Webhooks are not configured. Set WEBHOOK_SECRET, by which their receivers know us.',
};

/** AppError('config_invalid') when SMTP_URL is no address. */
export function createNotifier(options: NotifierOptions): OpenNotifier {
  const { smtpUrl, webhookSecret, timeoutMs = TIMEOUT_MS } = options;
  // Nothing is sent to the console: it lives from the case records, and whoever has it open sees the case there.
  const open = new Map<ChannelName, Channel>([['console', { send: async () => undefined, close: () => undefined }]]);
  if (smtpUrl !== undefined) open.set('email', createMail({ ...options, smtpUrl, timeoutMs }));
  if (webhookSecret !== undefined)
    open.set('webhook', createWebhook({ secret: webhookSecret, timeoutMs, fetch: options.fetch }));

  return {
    channels: [...open.keys()],
    async send(notification, { channel, address }) {
      const found = open.get(channel);
      if (found !== undefined) return found.send(notification, address);
      throw new AppError('config_invalid', channel === 'console' ? 'There is no console.' : UNSET[channel]);
    },
    close() {
      for (const channel of open.values()) channel.close();
    },
  };
}
