// Which chains have grown since a moment, with what they end with now: all that an anchor has to write, so that an hour in
// which a hundred of a million sessions were played costs a hundred look-ups.
import type { Graph } from '../../world/types.ts';
import type { Anchored } from './anchor-file.ts';
import { isWarmUp, type Only, sessionWriter } from './chains.ts';

/** As many as a line of the file holds. */
export const CHANGED_PER_PAGE = 1_000;

interface Row {
  id: string;
  changedAt: number;
  head: string;
  count: number;
}

/** A writer's end is read from its last record, which never changes: the writer itself may move on between two reads. */
const WRITERS = `
MATCH (w:AuditWriter)
WHERE w.changedAt >= $given.from AND w.changedAt <= $given.until
  AND (w.changedAt > $given.from OR w.writer > $given.after)
WITH w, w.changedAt AS changedAt ORDER BY changedAt, w.writer LIMIT ${CHANGED_PER_PAGE}
OPTIONAL MATCH (r:AuditRecord {writer: w.writer, n: w.count})
RETURN w.writer AS id, changedAt, coalesce(r.head, w.head, '') AS head, coalesce(r.n, w.count, 0) AS count
ORDER BY changedAt, id`;

const SESSIONS = `
MATCH (s:Session)
WHERE s.lastTurnAt >= $given.from AND s.lastTurnAt <= $given.until
  AND (s.lastTurnAt > $given.from OR s.sessionId > $given.after)
WITH s, s.lastTurnAt AS changedAt ORDER BY changedAt, s.sessionId LIMIT ${CHANGED_PER_PAGE}
RETURN s.sessionId AS id, changedAt, coalesce(s.auditHead, '') AS head,
  COUNT { MATCH (a:AuditEntry {sessionId: s.sessionId}) WHERE a.turnSeq IS NOT NULL } AS count
ORDER BY changedAt, id`;

/** Pages of chains changed from `from` to `until`, epoch ms. One that grows meanwhile may come twice. */
export async function* changedSince(
  graph: Pick<Graph, 'run'>,
  { from, until, only }: { from: number; until: number; only: Only },
): AsyncGenerator<Anchored[]> {
  for (const [statement, writerOf] of [
    [WRITERS, (id: string) => id],
    [SESSIONS, sessionWriter],
  ] as const) {
    let cursor = { from, after: '' };
    for (;;) {
      const rows: Row[] = await graph.run<Row>(statement, { given: { ...cursor, until } });
      const page = rows.map(({ id, head, count }) => ({ writer: writerOf(id), head, count }));
      yield page.filter(({ writer }) => !isWarmUp(writer) && only(writer));
      const last = rows.at(-1);
      if (last === undefined || rows.length < CHANGED_PER_PAGE) break;
      cursor = { from: last.changedAt, after: last.id };
    }
  }
}
