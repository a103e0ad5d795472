// A signed HTTP POST, for pagers and chats. The address often is a secret itself, so no error repeats any part of it.
import { createHmac } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import type { Notification } from '../../domain/notification.ts';
import type { Channel } from './channel.ts';

export interface WebhookOptions {
  secret: string;
  timeoutMs: number;
  fetch?: typeof fetch | undefined;
}

/** Answers are read so that the connection can be used again; a longer one is not worth that. */
const ANSWER_MAX_BYTES = 64 * 1024;
/** Refusals that may pass: the receiver was slow, early, busy. */
const PASSING = new Set([408, 425, 429]);

export function createWebhook({ secret, timeoutMs, fetch = globalThis.fetch }: WebhookOptions): Channel {
  return {
    async send(notification, address) {
      const { url, authorization } = target(address);
      const body = bodyOf(notification);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const request: RequestInit = {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': notification.id,
          'x-tta-timestamp': timestamp,
          'x-tta-signature': signature(secret, timestamp, body),
          ...(authorization !== undefined && { authorization }),
        },
      };
      judge(await statusOf(() => fetch(url, request)));
    },
    close: () => undefined,
  };
}

/** `v1=` and the HMAC-SHA-256 of `<timestamp>.<body>` in hex. */
function signature(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** Field by field: what a notification may gain later is not sent to others unawares. */
function bodyOf({ id, code, about, level, dueBy, at, drill }: Notification): string {
  return JSON.stringify({ id, code, about, level, dueBy, at, drill });
}

/** Resolves once the whole answer has come: one that breaks off counts as none, and the receiver knows the repeat by its key. */
async function statusOf(send: () => Promise<Response>): Promise<number> {
  try {
    const response = await send();
    let read = 0;
    for await (const chunk of response.body ?? []) {
      read += chunk.length;
      if (read > ANSWER_MAX_BYTES) break;
    }
    return response.status;
  } catch (error) {
    throw new AppError(
      'unavailable',
      `The webhook's receiver could not be reached or did not answer in time (${nameOf(error)}). It is tried again.`,
    );
  }
}

function judge(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status >= 500 || PASSING.has(status))
    throw new AppError('unavailable', `The webhook's receiver answered with ${status}. It is tried again.`);
  const hint =
    status < 400
      ? 'Redirects are not followed: configure the address that it points to.'
      : 'Check the address in the configuration, and WEBHOOK_SECRET on both sides.';
  throw new AppError('config_invalid', `The webhook's receiver refused the notification with ${status}. ${hint}`);
}

/** A user and password in the address are sent as Basic authorization: fetch takes no address that holds them. */
function target(address: string): { url: URL; authorization: string | undefined } {
  try {
    const url = new URL(address);
    const [user, password] = [url.username, url.password].map(decodeURIComponent);
    url.username = '';
    url.password = '';
    const basic = Buffer.from(`${user}:${password}`).toString('base64');
    return { url, authorization: user === '' ? undefined : `Basic ${basic}` };
  } catch {
    throw new AppError('config_invalid', "A webhook's address is not a URL. Correct it in the configuration.");
  }
}

/** A short word such as ECONNREFUSED or TimeoutError, never a message: that could hold the address. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
}
