// The live queue of open cases for clinicians, read from the graph that the cases write: one reader per process, only while
// somebody is looking.
import type { CrisisCase } from '../domain/crisis-case.ts';
import type { CaseRecords } from '../people/types.ts';
import type { Log } from '../telemetry/index.ts';

export type CrisisListener = (change: { opened: boolean; found: CrisisCase }) => void;

export interface CrisisFeed {
  /** Changes from now on, until the returned function is called. */
  listen(listener: CrisisListener): () => void;
  stop(): void;
}

/** The shortest deadline of a case is five minutes; two seconds are felt as at once. */
const EVERY_MS = 2_000;
/** Open cases of all teams that are watched at once: more than any installation can answer for. */
const FEED_LIMIT = 5_000;

export function createCrisisFeed(options: {
  cases: Pick<CaseRecords, 'get' | 'list'>;
  log: Log;
  everyMs?: number;
}): CrisisFeed {
  const { cases, log, everyMs = EVERY_MS } = options;
  const listeners = new Set<CrisisListener>();
  let known: Map<string, CrisisCase> | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const open = new Map(
      (await cases.list({ status: 'open', limit: FEED_LIMIT })).map((found) => [found.caseId, found]),
    );
    const before = known;
    known = open;
    if (before === null) return;
    for (const found of open.values()) {
      const last = before.get(found.caseId);
      if (last?.version !== found.version || last.number !== found.number) tell(last === undefined, found);
    }
    for (const caseId of before.keys()) {
      const closed = open.has(caseId) ? null : await cases.get(caseId);
      if (closed !== null) tell(false, closed);
    }
  }

  function tell(opened: boolean, found: CrisisCase): void {
    for (const listener of listeners) listener({ opened, found });
  }

  function again(): void {
    look()
      .catch((error: unknown) => log.warn({ err: error }, 'the list of open cases could not be read'))
      .finally(() => {
        if (listeners.size > 0) timer = setTimeout(again, everyMs).unref();
      });
  }

  return {
    listen(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        known = null;
        clearTimeout(timer);
        again();
      }
      return () => listeners.delete(listener);
    },
    stop() {
      listeners.clear();
      clearTimeout(timer);
    },
  };
}
