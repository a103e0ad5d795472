// Verifies the trail: first each chain in itself, then what was anchored outside the graph against what is there, then the
// anchor files against what the graph remembers of them. Pages all the way: memory does not grow with the trail.
import type { Sealer } from '../../privacy/types.ts';
import type { Graph } from '../../world/types.ts';
import { anchorFiles } from './anchor-file.ts';
import { createAnchorCheck } from './anchored.ts';
import { ANCHOR_CHAIN } from './anchors.ts';
import { verifyChain } from './chain-check.ts';
import { type ChainEnd, chainEnd, chainEnds, type Only, sessionOf } from './chains.ts';
import { headMaker } from './entry.ts';
import { erasedAmong } from './erasure.ts';
import { type CheckedFile, checkFile, cutFrom } from './file-check.ts';
import { anchorRecords } from './recorded.ts';
import { withAuditSchema } from './schema.ts';
import type { AuditFinding, AuditWriter } from './types.ts';

export interface VerifyOptions {
  graph: Pick<Graph, 'run'>;
  sealer: Pick<Sealer, 'hash'>;
  /** `<state>/audit`: all its anchor files are read. Copy those of other machines into it as `anchors.<name>.jsonl`. */
  directory: string;
  only?: Only;
  /** See AnchorsOptions. */
  chain?: AuditWriter;
}

export interface AuditVerification {
  findings: readonly AuditFinding[];
  counts: {
    sessions: number;
    writers: number;
    entries: number;
    /** Chains that an anchor file speaks of. */
    anchored: number;
    anchorLines: number;
    /** Of the newest whole run of anchoring, epoch ms; null when there is none. What came later nobody vouches for. */
    anchoredAt: number | null;
  };
}

/** Chains read beside each other: enough to keep the graph from waiting for us, too few to be felt by those who play. */
const AT_ONCE = 8;

/** Rejects with AppError('unavailable') without the graph, AppError('key_missing') without the organisation's key. */
export async function verifyAudit(options: VerifyOptions): Promise<AuditVerification> {
  const { sealer, directory, only = () => true, chain = ANCHOR_CHAIN } = options;
  const graph = { run: withAuditSchema(options.graph) };
  const headOf = headMaker(sealer);
  const findings: AuditFinding[] = [];
  const counts: AuditVerification['counts'] = {
    sessions: 0,
    writers: 0,
    entries: 0,
    anchored: 0,
    anchorLines: 0,
    anchoredAt: null,
  };

  async function verifyOne(end: ChainEnd): Promise<void> {
    const { writer } = end;
    const sessionId = sessionOf(writer);
    const checked = await verifyChain(graph, headOf, end);
    counts[sessionId === null ? 'writers' : 'sessions'] += 1;
    counts.entries += checked.entries;
    if (checked.findings.length === 0) return;
    const erased = sessionId !== null && (await erasedAmong({ graph, sealer }, [sessionId])).has(sessionId);
    if (!erased) findings.push(...checked.findings.map(({ what, at }) => ({ writer, what, at })));
  }

  for await (const page of chainEnds(graph, only)) {
    for (let i = 0; i < page.length; i += AT_ONCE) await Promise.all(page.slice(i, i + AT_ONCE).map(verifyOne));
  }

  // Asked before the files are read: a line is in its file before the graph hears of it.
  const remembered = (await chainEnd(graph, chain))?.count ?? 0;
  const anchored = createAnchorCheck({ graph, sealer, only, known: findings });
  const files: CheckedFile[] = [];
  for (const name of await anchorFiles(directory)) {
    const file = await checkFile({ directory, name, headOf }, (line) => anchored.add(line.writers));
    files.push(file);
    findings.push(...file.findings);
    counts.anchorLines += file.lines;
    counts.anchoredAt = latest(counts.anchoredAt, file.anchoredAt);
  }
  await anchored.finish();
  findings.push(...anchored.findings, ...(await cutFrom(files, anchorRecords(graph, chain, headOf, remembered))));
  counts.anchored = anchored.count();
  return { findings, counts };
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
