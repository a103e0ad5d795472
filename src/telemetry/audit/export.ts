// The trail as records for whoever has to keep or examine it elsewhere: entries with their heads, so that linkage can be
// followed without the graph. They hold codes, ids and keyed hashes; no text of anybody.
import type { Graph } from '../../world/types.ts';
import { chainEnds, linksOf, type Only } from './chains.ts';
import { withAuditSchema } from './schema.ts';
import type { AuditWriter } from './types.ts';

export interface ExportedRecord {
  writer: AuditWriter;
  /** Number of the record in its chain; for a session, of the turn. */
  number: number;
  /** Epoch ms. */
  at: number;
  entry: string;
  previousHead: string;
  head: string;
}

/** Chain by chain, each in its order. `from` and `to` are epoch ms; `to` itself is not in it. */
export async function* exportAudit(options: {
  graph: Pick<Graph, 'run'>;
  from?: number;
  to?: number;
  only?: Only;
}): AsyncGenerator<ExportedRecord> {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, only = () => true } = options;
  const graph = { run: withAuditSchema(options.graph) };
  for await (const page of chainEnds(graph, only)) {
    for (const { writer } of page) {
      for await (const { number, at, entry, previousHead, head } of linksOf(graph, writer)) {
        if (at >= from && at < to) yield { writer, number, at, entry, previousHead, head };
      }
    }
  }
}
