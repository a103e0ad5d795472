// Writing the trail. A record is appended by compare-and-set on the head of its writer's chain, in one statement, so that
// any number of processes may write the same chain and it never forks. Who loses a race is promised the next place, or one
// process in step with another could lose every time.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import type { Sealer } from '../../privacy/types.ts';
import type { Graph } from '../../world/types.ts';
import { entryOf, headMaker, NO_HEAD } from './entry.ts';
import { withAuditSchema } from './schema.ts';
import type { AuditEvent, AuditTrail, AuditWriter } from './types.ts';

/** The first SET takes the node's lock, so what is read after it is the newest. */
const APPEND = `
MERGE (w:AuditWriter {writer: $given.record.writer})
ON CREATE SET w.head = '', w.count = 0
SET w.changedAt = timestamp()
WITH w
OPTIONAL MATCH (old:AuditRecord {writer: $given.record.writer, id: $given.record.id})
WITH w, old IS NOT NULL AS known, w.head AS head, w.count AS count
WITH w, known, head, count,
  coalesce(w.nextUntil, 0) < timestamp() OR w.next = $given.process AS free
WITH w, known, head, count, free,
  free AND NOT known AND head = $given.record.previousHead AND count = $given.record.n - 1 AS fits
FOREACH (_ IN CASE WHEN fits THEN [1] ELSE [] END |
  CREATE (r:AuditRecord)
  SET r = $given.record, w.head = $given.record.head, w.count = $given.record.n, w.next = null, w.nextUntil = null)
FOREACH (_ IN CASE WHEN free AND NOT fits AND NOT known THEN [1] ELSE [] END |
  SET w.next = $given.process, w.nextUntil = timestamp() + $given.promiseMs)
RETURN known, fits, head, count`;

interface Tip {
  head: string;
  count: number;
}

/** For how long the next place is kept for the process that lost a race; a dead one holds the others up no longer. */
const PROMISE_MS = 250;
/** A chain is written by a handful of processes, so the next place is never far. */
const PATIENCE_MS = 5_000;
/** Ends of chains remembered, so that the usual append is one round trip. A forgotten one costs a second. */
const REMEMBERED = 512;

/** AppError('unavailable') from `append` when the graph does not answer, or the chain is so busy that no place came free in 5 s. */
export function createAuditTrail({
  graph,
  sealer,
}: {
  graph: Pick<Graph, 'run'>;
  sealer: Pick<Sealer, 'hash'>;
}): AuditTrail {
  const run = withAuditSchema(graph);
  const process = randomUUID();
  const headOf = headMaker(sealer);
  const tips = new Map<AuditWriter, Tip>();
  const last = new Map<AuditWriter, Promise<void>>();

  async function write(writer: AuditWriter, id: string, event: AuditEvent): Promise<void> {
    let tip = tips.get(writer) ?? { head: NO_HEAD, count: 0 };
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (performance.now() < giveUpAt) {
      const n = tip.count + 1;
      const entry = await entryOf(sealer, { writer, n, id }, event);
      const head = await headOf(tip.head, entry);
      const record = { writer, n, id, at: event.at, entry, previousHead: tip.head, head };
      const given = { record, process, promiseMs: PROMISE_MS };
      const [row] = await run<Tip & { known: boolean; fits: boolean }>(APPEND, { given }).catch(notInPlace);
      if (row === undefined) throw new AppError('internal', 'The audit trail did not answer.');
      tip = row.fits ? { head, count: n } : { head: row.head, count: row.count };
      remember(writer, tip);
      if (row.fits || row.known) return;
    }
    throw new AppError('unavailable', 'The audit trail is too busy to take this; try again in a moment.');
  }

  function remember(writer: AuditWriter, tip: Tip): void {
    tips.delete(writer);
    tips.set(writer, tip);
    const [oldest] = tips.keys();
    if (tips.size > REMEMBERED && oldest !== undefined) tips.delete(oldest);
  }

  return {
    // One after the other within this process: only others are raced against.
    append(writer, id, event) {
      const before = last.get(writer) ?? Promise.resolve();
      const written = before.then(() => write(writer, id, event));
      const settled = written.catch(() => undefined);
      last.set(writer, settled);
      void settled.then(() => {
        if (last.get(writer) === settled) last.delete(writer);
      });
      return written;
    },
  };
}

/** The place that the writer's own node calls free is taken: it was turned back, or taken away, by hand. */
function notInPlace(error: unknown): never {
  if (!(error instanceof AppError && error.code === 'version_conflict')) throw error;
  const message = 'A chain of the audit trail was altered and takes no more records. Run: npx tta audit verify';
  throw new AppError('unavailable', message, { cause: error });
}
