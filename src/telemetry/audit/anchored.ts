// Compares what was anchored outside the graph with what is in it: a chain that was cut to fit, or is gone as a whole, looks
// sound in itself and is found only here.
import type { Sealer } from '../../privacy/types.ts';
import type { Graph } from '../../world/types.ts';
import type { Anchored } from './anchor-file.ts';
import { type Only, sessionOf } from './chains.ts';
import { NO_HEAD } from './entry.ts';
import { erasedAmong } from './erasure.ts';
import type { AuditFinding, AuditWriter } from './types.ts';

export interface AnchorCheck {
  /** The ends of chains as a line of a file tells them; lines in the order of the file. */
  add(anchored: readonly Anchored[]): Promise<void>;
  finish(): Promise<void>;
  readonly findings: readonly AuditFinding[];
  /** Ends looked up so far; of one chain only the newest of many lines. */
  count(): number;
}

/** Ends kept to be looked up: of many hours' lines on one chain the last is enough. Some 10 MB at most. */
const KEPT = 20_000;
const BATCH = 500;

const SESSIONS = `
UNWIND $given.rows AS row
OPTIONAL MATCH (s:Session {sessionId: row.id})
RETURN row.writer AS writer, row.head AS head, row.count AS count, s IS NOT NULL AS there,
  EXISTS { MATCH (a:AuditEntry {sessionId: row.id}) WHERE a.turnSeq IS NOT NULL AND a.head = row.head } AS found,
  COUNT { MATCH (a:AuditEntry {sessionId: row.id}) WHERE a.turnSeq IS NOT NULL } AS now`;

const WRITERS = `
UNWIND $given.rows AS row
OPTIONAL MATCH (w:AuditWriter {writer: row.id})
OPTIONAL MATCH (r:AuditRecord {writer: row.id, n: row.count})
RETURN row.writer AS writer, row.head AS head, row.count AS count, w IS NOT NULL AS there,
  coalesce(r.head = row.head, false) AS found, coalesce(w.count, 0) AS now`;

interface Row extends Anchored {
  there: boolean;
  found: boolean;
  now: number;
}

/** `known`: what has been found in the chains themselves and need not be told again. */
export function createAnchorCheck(options: {
  graph: Pick<Graph, 'run'>;
  sealer: Pick<Sealer, 'hash'>;
  only: Only;
  known: readonly AuditFinding[];
}): AnchorCheck {
  const { graph, only } = options;
  const ill = new Set(options.known.map(({ writer }) => writer));
  const cut = new Set(options.known.filter(({ what }) => what === 'tail_cut').map(({ writer }) => writer));
  const kept = new Map<AuditWriter, Anchored>();
  const findings: AuditFinding[] = [];
  const told = new Set<AuditWriter>();
  let count = 0;

  async function lookUp(): Promise<void> {
    const all = [...kept.values()];
    kept.clear();
    count += all.length;
    for (let i = 0; i < all.length; i += BATCH) {
      const batch = all.slice(i, i + BATCH).map((end) => ({ ...end, id: sessionOf(end.writer) ?? end.writer }));
      const sessions = batch.filter(({ writer }) => sessionOf(writer) !== null);
      const writers = batch.filter(({ writer }) => sessionOf(writer) === null);
      const wrong = [
        ...(sessions.length > 0 ? await graph.run<Row>(SESSIONS, { given: { rows: sessions } }) : []),
        ...(writers.length > 0 ? await graph.run<Row>(WRITERS, { given: { rows: writers } }) : []),
      ].filter(({ there, found, head }) => !there || (!found && head !== NO_HEAD));
      await tell(wrong);
    }
  }

  async function tell(wrong: readonly Row[]): Promise<void> {
    const erased = await erasedAmong(
      options,
      wrong.flatMap(({ writer }) => sessionOf(writer) ?? []),
    );
    for (const row of wrong) {
      const finding = findingOf(row);
      const known = told.has(row.writer) || (finding.what === 'tail_cut' ? cut : ill).has(row.writer);
      if (known || erased.has(sessionOf(row.writer) ?? '')) continue;
      told.add(row.writer);
      findings.push(finding);
    }
  }

  return {
    async add(anchored) {
      for (const end of anchored) if (only(end.writer)) kept.set(end.writer, end);
      if (kept.size >= KEPT) await lookUp();
    },
    finish: lookUp,
    findings,
    count: () => count,
  };
}

function findingOf({ writer, count, there, now }: Row): AuditFinding {
  if (!there) return { writer, what: 'writer_missing', at: null };
  return now < count ? { writer, what: 'tail_cut', at: now + 1 } : { writer, what: 'head_differs', at: count };
}
