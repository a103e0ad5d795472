// Mail over SMTP. The mail server's own words never leave this file: they may repeat addresses or a sign-in.
import { createHash } from 'node:crypto';
import type { NodemailerError } from 'nodemailer';
import { createTransport } from 'nodemailer';
import { AppError } from '../../domain/errors.ts';
import type { Notification } from '../../domain/notification.ts';
import type { Channel } from './channel.ts';
import { wordsFor } from './wording.ts';

export interface MailOptions {
  smtpUrl: string;
  from?: string | undefined;
  consoleUrl?: string | undefined;
  timeoutMs: number;
}

/** Connections are kept for the next page of the same case, and given back soon after. */
const IDLE_MS = 30_000;

export function createMail({ smtpUrl, from, consoleUrl, timeoutMs }: MailOptions): Channel {
  const server = parsed(smtpUrl);
  const sender = from ?? senderOf(server);
  const transport = createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: 3,
    // Whoever calls decides on the next attempt.
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // A password goes to another machine under encryption only. `?requireTLS=false` in the address overrules it.
    requireTLS: server.user !== '' && !isThisMachine(server.hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(notification, address) {
      try {
        await transport.sendMail({
          from: sender,
          to: { name: '', address },
          messageId: messageId(notification, sender),
          ...wordsFor(notification, consoleUrl),
          // No out-of-office answers.
          headers: { 'Auto-Submitted': 'auto-generated' },
          priority: isUrgent(notification) ? 'high' : 'normal',
          // Each stage has its own timeout; together they must not outlast an attempt of the workflow (15 s).
          signal: AbortSignal.timeout(timeoutMs * 1.2),
        });
      } catch (error) {
        throw explained(error);
      }
    },
    close: () => transport.close(),
  };
}

/** The same for every attempt, so that mail servers and readers can tell a repeat. */
function messageId({ id }: Notification, sender: string): string {
  const domain = sender.slice(sender.lastIndexOf('@') + 1).replace(/>$/, '');
  return `<${createHash('sha256').update(id).digest('hex').slice(0, 40)}@${domain}>`;
}

function isUrgent({ code, level }: Notification): boolean {
  return level === 'critical' || level === 'high' || code === 'case_unanswered' || code === 'outbox_waiting';
}

interface Server {
  hostname: string;
  user: string;
  /** `?from=` of the address. */
  from: string | null;
}

function parsed(smtpUrl: string): Server {
  try {
    const { hostname, username, searchParams } = new URL(smtpUrl);
    return { hostname, user: decodeURIComponent(username), from: searchParams.get('from') };
  } catch {
    throw new AppError('config_invalid', 'SMTP_URL is not an address such as smtps://user:password@mail.example.org.');
  }
}

/** As the address says, else the user who signs in, else a name at the mail server's own host. */
function senderOf({ hostname, user, from }: Server): string {
  const named = from ?? (user.includes('@') ? user : null);
  return named ?? `therapeutic-stories@${/[a-z]/i.test(hostname) ? hostname : 'localhost'}`;
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** A refusal for good (5yz but 503) is told from what a later attempt may overcome. */
function explained(error: unknown): AppError {
  if (!(error instanceof Error)) return new AppError('internal', 'Mail could not be sent.');
  const { code, originalCode, responseCode, permanent }: NodemailerError = error;
  if (code === 'ETLS' && permanent === true)
    return new AppError(
      'config_invalid',
      'The mail server offers no encryption, so the password was not sent. Use smtps:// or another server in SMTP_URL.',
    );
  if (code === 'EAUTH' && permanent === true)
    return new AppError('config_invalid', `The mail server refused the sign-in (${responseCode}). Correct SMTP_URL.`);
  // Without an answer of the server, an envelope error is an address that is none.
  if (permanent === true || (code === 'EENVELOPE' && responseCode === undefined))
    return new AppError(
      'config_invalid',
      `The message was refused for good (${responseCode ?? 'no address'}). Check the address in the configuration's people section.`,
    );
  const why = responseCode ?? originalCode ?? code ?? error.name;
  return new AppError('unavailable', `The mail server did not take the message (${why}). It is tried again.`);
}
