// Reads all chains from the graph, a page at a time: those of the writers, and those of the sessions, whose entries are
// written by their turns. What differs between the two ends here.
import { isSessionId, PSEUDONYM_LENGTH } from '../../domain/session.ts';
import type { Graph } from '../../world/types.ts';
import { fieldsOf } from './entry.ts';
import type { Link } from './links.ts';
import type { AuditWriter } from './types.ts';

/** What the graph says a chain ends with. */
export interface ChainEnd {
  writer: AuditWriter;
  head: string;
  /** Records there should be. For a session, its turns: each has one entry, and keeps it when it is undone. */
  count: number;
  /** There are records after the last one that the chain owns to. */
  more: boolean;
}

export interface StoredLink extends Link {
  /** Epoch ms. */
  at: number;
  /** Number beside the record: `n`, or a turn's. */
  number: number;
}

/** Choosing chains by their writer; all of them unless something else is said. */
export type Only = (writer: AuditWriter) => boolean;

interface Cursor {
  number: number;
  key: string;
}

/** Whoever has their hands in the database can take any field but the numbers away. */
interface Row {
  number: number;
  key: string;
  at: number | null;
  id: string | null;
  previousHead: string | null;
  entry: string | null;
  head: string | null;
}

interface Kind {
  /** Pages of ids in their order. */
  ids: string;
  /** What the chains of some ids end with. */
  ends: string;
  /** A page of the entries of one chain. */
  rows: string;
}

/** Small enough that a page of chains, or of entries, answers well within a second. */
const IDS_PER_PAGE = 500;
const ROWS_PER_PAGE = 500;

const SESSION = 'session/';
/** The worlds that warm a cold graph up; no player has this pseudonym (world/warm-up.ts). */
const NOBODY = '0'.repeat(PSEUDONYM_LENGTH);

const SESSIONS: Kind = {
  ids: `MATCH (s:Session) WHERE s.sessionId > $given.after
    RETURN s.sessionId AS id ORDER BY id LIMIT ${IDS_PER_PAGE}`,
  ends: `UNWIND $given.ids AS id
    MATCH (s:Session {sessionId: id})
    RETURN id, s.auditHead AS head,
      COUNT { MATCH (t:Turn {sessionId: id}) WHERE t.turnSeq IS NOT NULL } AS count, false AS more
    ORDER BY id`,
  // By the whole index key, or each page would be sorted out of all that is left.
  // A number may come twice (a turn undone, and the one after it), hence the second key.
  rows: `MATCH (a:AuditEntry {sessionId: $given.id})
    WHERE a.turnSeq >= $given.number AND (a.turnSeq > $given.number OR elementId(a) > $given.key)
    RETURN a.turnSeq AS number, elementId(a) AS key, a.at AS at, null AS id,
      a.previousHead AS previousHead, a.entry AS entry, a.head AS head
    ORDER BY a.sessionId, a.turnSeq, key LIMIT ${ROWS_PER_PAGE}`,
};

const WRITERS: Kind = {
  ids: `MATCH (w:AuditWriter) WHERE w.writer > $given.after
    RETURN w.writer AS id ORDER BY id LIMIT ${IDS_PER_PAGE}`,
  ends: `UNWIND $given.ids AS id
    MATCH (w:AuditWriter {writer: id})
    RETURN id, w.head AS head, w.count AS count,
      EXISTS { MATCH (r:AuditRecord {writer: id}) WHERE r.n > w.count } AS more
    ORDER BY id`,
  rows: `MATCH (r:AuditRecord {writer: $given.id}) WHERE r.n > $given.number
    RETURN r.n AS number, '' AS key, r.at AS at, r.id AS id,
      r.previousHead AS previousHead, r.entry AS entry, r.head AS head
    ORDER BY r.writer, r.n LIMIT ${ROWS_PER_PAGE}`,
};

/** The session that writes this chain, or null. */
export function sessionOf(writer: AuditWriter): string | null {
  const id = writer.startsWith(SESSION) ? writer.slice(SESSION.length) : '';
  return isSessionId(id) ? id : null;
}

export const sessionWriter = (sessionId: string): AuditWriter => `${SESSION}${sessionId}`;

export const isWarmUp = (writer: AuditWriter): boolean => writer.startsWith(`${SESSION}${NOBODY}-`);

interface EndRow {
  id: string;
  head: string | null;
  count: number | null;
  more: boolean;
}

/** A page at a time. */
export async function* chainEnds(graph: Pick<Graph, 'run'>, only: Only): AsyncGenerator<ChainEnd[]> {
  for (const [kind, writerOf] of [
    [WRITERS, (id: string) => id],
    [SESSIONS, sessionWriter],
  ] as const) {
    let after = '';
    for (;;) {
      const page = await graph.run<{ id: string }>(kind.ids, { given: { after } });
      const ids = page.flatMap(({ id }) => (only(writerOf(id)) && !isWarmUp(writerOf(id)) ? [id] : []));
      if (ids.length > 0) {
        const rows = await graph.run<EndRow>(kind.ends, { given: { ids } });
        yield rows.map((row) => endOf(writerOf(row.id), row));
      }
      after = page.at(-1)?.id ?? '';
      if (page.length < IDS_PER_PAGE) break;
    }
  }
}

/** As it stands now; null when the graph has no such writer. */
export async function chainEnd(graph: Pick<Graph, 'run'>, writer: AuditWriter): Promise<ChainEnd | null> {
  const sessionId = sessionOf(writer);
  const kind = sessionId === null ? WRITERS : SESSIONS;
  const [row] = await graph.run<EndRow>(kind.ends, { given: { ids: [sessionId ?? writer] } });
  return row === undefined ? null : endOf(writer, row);
}

/** A record of which a field was taken away is read as if it held nothing there, and then found. */
function endOf(writer: AuditWriter, { head, count, more }: EndRow): ChainEnd {
  return { writer, head: head ?? '', count: count ?? 0, more };
}

/** The links of one chain in the order of their numbers; with `until`, those up to this number. */
export async function* linksOf(
  graph: Pick<Graph, 'run'>,
  writer: AuditWriter,
  until = Number.POSITIVE_INFINITY,
): AsyncGenerator<StoredLink> {
  const sessionId = sessionOf(writer);
  const kind = sessionId === null ? WRITERS : SESSIONS;
  // Turns are counted from 0 on, records from 1.
  let cursor: Cursor = { number: sessionId === null ? 0 : -1, key: '' };
  for (;;) {
    const rows = await graph.run<Row>(kind.rows, { given: { id: sessionId ?? writer, ...cursor } });
    for (const row of rows) {
      if (row.number > until) return;
      yield linkOf(writer, sessionId, row);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_PER_PAGE) return;
    cursor = { number: last.number, key: last.key };
  }
}

function linkOf(writer: AuditWriter, sessionId: string | null, row: Row): StoredLink {
  const { number } = row;
  const [previousHead, entry, head] = [row.previousHead ?? '', row.entry ?? '', row.head ?? ''];
  const told = fieldsOf(entry);
  const says = (field: string, value: unknown): boolean => told[field] === undefined || told[field] === value;
  const inPlace = sessionId === null ? says('n', number) : says('turnSeq', number);
  const same =
    sessionId === null
      ? says('writer', writer) && says('id', row.id) && says('at', row.at)
      : says('sessionId', sessionId) && says('at', row.at);
  const standing = !inPlace ? 'elsewhere' : same ? 'agrees' : 'altered';
  const place = typeof told.n === 'number' ? told.n : null;
  return { previousHead, entry, head, place, standing, at: row.at ?? 0, number };
}
