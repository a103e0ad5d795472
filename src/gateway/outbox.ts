// Crisis evidence that no case could take yet: sealed lines in a local file, on disk before anybody is answered, handed over in
// the background as soon as Temporal takes them. One gateway per file.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CaseEvidence } from '../domain/session.ts';
import type { Sealer } from '../privacy/types.ts';
import type { Log, Metrics } from '../telemetry/index.ts';

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
  log?: Log;
  metrics?: Pick<Metrics, 'outboxWaiting' | 'casesOpened'>;
  /** Soon enough to be well inside the shortest deadline of a case (5 minutes), seldom enough to cost nothing. */
  everyMs?: number;
}

const FIELD = 'outbox.evidence';
const EVERY_MS = 5_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { file, sealer, log, metrics } = options;
  /** Writes and drains take turns on the file. */
  let turn: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  function next<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function lines(): Promise<string[]> {
    try {
      return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  async function write(flags: 'a' | 'w', path: string, text: string): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(path, flags, 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(dirname(file));
  }

  async function handOver(): Promise<number> {
    const waiting = await lines();
    if (waiting.length === 0) return 0;
    const left: string[] = [];
    for (const line of waiting) if (!(await handedOver(line))) left.push(line);
    if (left.length < waiting.length) {
      await write('w', `${file}.new`, left.map((line) => `${line}\n`).join(''));
      await rename(`${file}.new`, file);
      await syncFolder(dirname(file));
    }
    return left.length;
  }

  async function handedOver(line: string): Promise<boolean> {
    try {
      // Sealed by `put`, so its shape is known.
      const evidence = JSON.parse(await sealer.open('organisation', FIELD, line)) as CaseEvidence;
      await options.deliver({ ...evidence, origin: 'outbox' });
      metrics?.casesOpened.inc({ door: 'outbox' });
      return true;
    } catch (error) {
      log?.warn({ err: error }, 'crisis evidence in the outbox could not be handed over yet');
      return false;
    }
  }

  const drain = (): Promise<number> =>
    next(async () => {
      const waiting = await handOver();
      metrics?.outboxWaiting.set(waiting);
      return waiting;
    });

  return {
    put: (evidence) =>
      next(async () => {
        const line = await sealer.seal('organisation', FIELD, JSON.stringify(evidence));
        await write('a', file, `${line}\n`);
        metrics?.outboxWaiting.inc();
      }),
    drain,
    start() {
      const again = (): void => {
        drain()
          .catch((error: unknown) => log?.error({ err: error }, 'the outbox of crisis evidence cannot be read'))
          .finally(() => {
            if (timer !== undefined) timer = setTimeout(again, options.everyMs ?? EVERY_MS).unref();
          });
      };
      timer = setTimeout(again, 0).unref();
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await turn;
    },
  };
}

/** A file that is renamed or new is only safe once its folder is on disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
