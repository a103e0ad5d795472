// Crisis evidence that no case could take yet: sealed lines in a local file, on disk before anybody is answered, handed over in
// the background as soon as Temporal takes them. When something waits for long the operator hears of it. One gateway per file.
import { AppError } from '../domain/errors.ts';
import type { CaseEvidence } from '../domain/session.ts';
import type { Sealer } from '../privacy/types.ts';
import type { Log, Metrics } from '../telemetry/index.ts';
import type { Alerts } from './alerts.ts';
import { createLineFile, type Taken } from './line-file.ts';
import { nowAndThen } from './now-and-then.ts';

export interface Outbox {
  /** Resolves when the evidence is on disk. */
  put(evidence: CaseEvidence): Promise<void>;
  /** Hands over what waits; what cannot be handed over stays. Answers how many still wait. */
  drain(): Promise<number>;
  /** Drains now and then until stopped. */
  start(): void;
  stop(): Promise<void>;
}

export interface OutboxOptions {
  file: string;
  sealer: Sealer;
  deliver: (evidence: CaseEvidence) => Promise<unknown>;
  alerts?: Alerts;
  log?: Log;
  metrics?: Pick<Metrics, 'outboxWaiting' | 'casesOpened'>;
  /** Soon enough to be well inside the shortest deadline of a case (5 minutes), seldom enough to cost nothing. */
  everyMs?: number;
  /** How old waiting evidence is when the operator is told: longer than a server takes to restart. */
  alertAfterMs?: number;
}

const FIELD = 'outbox.evidence';
const EVERY_MS = 5_000;
const ALERT_AFTER_MS = 30_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { sealer, log, metrics, alerts, everyMs = EVERY_MS, alertAfterMs = ALERT_AFTER_MS } = options;
  const kept = createLineFile(options.file);
  /** The operator is told once of everything that waits at the same time. */
  let alerted = false;

  async function handOver(line: string): Promise<{ taken: Taken; at: number }> {
    const opened = await open(line);
    if (opened === 'damaged') return { taken: 'damaged', at: 0 };
    if (opened === null) return { taken: 'wait', at: Date.now() };
    try {
      await options.deliver({ ...opened, origin: opened.origin === 'screening' ? 'outbox' : opened.origin });
      metrics?.casesOpened.inc({ door: 'outbox' });
      return { taken: 'done', at: opened.at };
    } catch (error) {
      log?.warn({ err: error }, 'crisis evidence in the outbox could not be handed over yet');
      return { taken: 'wait', at: opened.at };
    }
  }

  /** Null: the key cannot be had just now. */
  async function open(line: string): Promise<CaseEvidence | 'damaged' | null> {
    try {
      // Sealed by `put`, so its shape is known.
      return JSON.parse(await sealer.open('organisation', FIELD, line)) as CaseEvidence;
    } catch (error) {
      const altered = error instanceof AppError && error.code === 'internal';
      if (altered) log?.fatal('a line of the outbox is damaged; it is put beside it, in a file ending in .damaged');
      else log?.error({ err: error }, 'a line of the outbox cannot be opened');
      return altered ? 'damaged' : null;
    }
  }

  async function drain(): Promise<number> {
    let oldest = Number.POSITIVE_INFINITY;
    const waiting = await kept.offer(async (line) => {
      const { taken, at } = await handOver(line);
      if (taken === 'wait') oldest = Math.min(oldest, at);
      return taken;
    });
    metrics?.outboxWaiting.set(waiting);
    if (waiting === 0) alerted = false;
    if (!alerted && Date.now() - oldest >= alertAfterMs) {
      alerted = true;
      // Not waited for: evidence that can be handed over now does not wait for an alert.
      void alerts?.alert('outbox_waiting', 'outbox', { level: 'critical' });
    }
    return waiting;
  }

  const draining = nowAndThen(drain, everyMs, (error) =>
    log?.error({ err: error }, 'the outbox of crisis evidence cannot be read'),
  );

  return {
    async put(evidence) {
      await kept.append(await sealer.seal('organisation', FIELD, JSON.stringify(evidence)));
      metrics?.outboxWaiting.inc();
    },
    drain,
    start: () => draining.start(),
    async stop() {
      await draining.stop();
      await kept.settled();
    },
  };
}
