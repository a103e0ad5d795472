// What the graph remembers of the anchor files: the last line of each run of anchoring, in a chain of its own.
import type { Graph } from '../../world/types.ts';
import { linksOf } from './chains.ts';
import { fieldsOf, type HeadOf, isRecord } from './entry.ts';
import type { AuditWriter } from './types.ts';

export interface AnchorRecord {
  file: string;
  line: number;
  hmac: string;
}

/** Other files' lines may stand between two of one file, where several machines anchor. */
const LOOKED_BACK = 500;

/** The newest that the chain knows of this file, or null. */
export async function lastAnchorRecord(
  graph: Pick<Graph, 'run'>,
  chain: AuditWriter,
  file: string,
): Promise<AnchorRecord | null> {
  const rows = await graph.run<{ entry: string }>(
    `MATCH (w:AuditWriter {writer: $given.chain})
     MATCH (r:AuditRecord {writer: $given.chain}) WHERE r.n > w.count - ${LOOKED_BACK}
     RETURN r.entry AS entry ORDER BY r.n DESC`,
    { given: { chain } },
  );
  for (const { entry } of rows) {
    const record = recordOf(entry);
    if (record?.file === file) return record;
  }
  return null;
}

/** The first `count` that were written by us, oldest first: what somebody else put there is found when the chain itself is followed. */
export async function* anchorRecords(
  graph: Pick<Graph, 'run'>,
  chain: AuditWriter,
  headOf: HeadOf,
  count: number,
): AsyncGenerator<AnchorRecord> {
  for await (const { previousHead, entry, head } of linksOf(graph, chain, count)) {
    const record = recordOf(entry);
    if (record !== null && (await headOf(previousHead, entry)) === head) yield record;
  }
}

function recordOf(entry: string): AnchorRecord | null {
  const { facts } = fieldsOf(entry);
  if (!isRecord(facts)) return null;
  const { file, line, hmac } = facts;
  const whole = typeof file === 'string' && typeof line === 'number' && typeof hmac === 'string';
  return whole ? { file, line, hmac } : null;
}
