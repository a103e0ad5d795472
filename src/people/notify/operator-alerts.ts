// Alerts to the operator from a running process: through Temporal, which delivers them however long that takes, and straight
// through the channels when Temporal itself is what is down.
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../domain/errors.ts';
import type { NoticeCode, Notification, Recipient } from '../../domain/notification.ts';
import type { Level } from '../../domain/verdict.ts';
import type { Log } from '../../telemetry/index.ts';
import type { Notifier } from '../types.ts';

export interface OperatorAlerts {
  /** Once per code and `about` in a quarter of an hour. Resolves when it was handed over or given up; never rejects. */
  alert(
    code: NoticeCode,
    about: string,
    extra?: { level?: Level | null; dueBy?: number | null; drill?: boolean },
  ): Promise<void>;
}

export interface OperatorAlertsOptions {
  /** Starts the workflow that delivers it; resolves too when that workflow has been started before. */
  start(notification: Notification): Promise<void>;
  notifier: Notifier;
  recipients(): readonly Recipient[];
  log: Log;
  now?: () => number;
  /** Before the second direct attempt; doubled before the third. */
  pauseMs?: number;
  startWithinMs?: number;
}

/** A part that stays down is told again, but not every second. */
const BUCKET_MS = 15 * 60_000;
/** A healthy Temporal starts a workflow in well under a second. */
const START_WITHIN_MS = 3_000;
const DIRECT_ATTEMPTS = 3;
const PAUSE_MS = 1_000;

export function createOperatorAlerts(options: OperatorAlertsOptions): OperatorAlerts {
  const { start, notifier, recipients, log, now = Date.now } = options;
  const { pauseMs = PAUSE_MS, startWithinMs = START_WITHIN_MS } = options;
  /** Ids of the current quarter of an hour, with what became of them. */
  let raised = new Map<string, Promise<boolean>>();
  let current = Number.NaN;

  return {
    async alert(code, about, { level = null, dueBy = null, drill = false } = {}) {
      const at = now();
      const bucket = Math.floor(at / BUCKET_MS);
      if (bucket !== current) raised = new Map();
      current = bucket;
      const id = idOf(code, about, bucket);
      const told = raised.get(id) ?? raise({ id, code, about, level, dueBy, at, drill });
      raised.set(id, told);
      // Nobody was told, so the next one with the same id is no repeat.
      if (!(await told)) raised.delete(id);
    },
  };

  /** A part that fails again after it was said to be back is told anew, or the last word would be that all is well. */
  function idOf(code: NoticeCode, about: string, bucket: number): string {
    const what = `${about.replace(/[^\w.:-]+/g, '-')}/${bucket}`;
    return code === 'part_down' && raised.has(`part_restored/${what}`) ? `${code}/${what}/again` : `${code}/${what}`;
  }

  async function raise(notification: Notification): Promise<boolean> {
    const { id, code: alert, about, level } = notification;
    try {
      await within(startWithinMs, start(notification));
      log.info({ alert, about, notification: id }, 'an alert was handed to Temporal for delivery');
      return true;
    } catch (error) {
      log.warn({ err: error, alert, about }, 'an alert could not be handed to Temporal and is sent directly');
    }
    try {
      const sent = await Promise.all(recipients().map((recipient) => send(notification, recipient)));
      if (sent.includes(true)) return true;
    } catch (error) {
      log.error({ err: error, alert, about }, 'the recipients of an alert could not be read');
    }
    // The log is the last channel: with no recipient configured it is the only one.
    log.error({ alert, about, caseLevel: level }, 'operator alert');
    return false;
  }

  async function send(notification: Notification, recipient: Recipient): Promise<boolean> {
    const { code: alert, about } = notification;
    const { channel } = recipient;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await notifier.send(notification, recipient);
        log.info({ alert, about, channel, attempt }, 'an alert was sent directly');
        return true;
      } catch (error) {
        log.error({ err: error, alert, about, channel, attempt }, 'an alert could not be sent');
        if (attempt === DIRECT_ATTEMPTS || !(error instanceof AppError && error.retryable)) return false;
      }
      await pause(pauseMs * 2 ** (attempt - 1));
    }
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  // Its late failure was answered by the direct way.
  work.catch(() => undefined);
  try {
    await Promise.race([
      work,
      pause(ms, undefined, { signal: timer.signal }).then(() => {
        throw new AppError('unavailable', `Temporal did not take it within ${ms} ms.`);
      }),
    ]);
  } finally {
    timer.abort();
  }
}
