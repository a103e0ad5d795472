// Once an hour the heads of all chains that have grown go into a file outside the graph, and the last line of that file
// into a chain of the graph and into the log: whoever wants to cut one has to cut all three in step.
import { randomBytes } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import type { Sealer } from '../../privacy/types.ts';
import type { Graph } from '../../world/types.ts';
import type { Log } from '../log.ts';
import {
  type Anchored,
  type AnchorFile,
  type AnchorLine,
  type AnchorRun,
  entryOfLine,
  openAnchorFile,
  peekAnchorFile,
} from './anchor-file.ts';
import type { Only } from './chains.ts';
import { CHANGED_PER_PAGE, changedSince } from './changed.ts';
import { headMaker } from './entry.ts';
import { lastAnchorRecord } from './recorded.ts';
import { withAuditSchema } from './schema.ts';
import { createAuditTrail } from './trail.ts';
import type { AuditFinding, AuditWriter } from './types.ts';

export interface AnchorsOptions {
  graph: Pick<Graph, 'run'>;
  sealer: Pick<Sealer, 'hash'>;
  /** `<state>/audit`. */
  directory: string;
  /** Default: an hour. So long may a cut stay unseen. */
  everyMs?: number;
  log: Pick<Log, 'info' | 'error'>;
  /** Told when the file is not what the graph remembers of it. */
  alert: (findings: readonly AuditFinding[]) => void;
  /** All chains unless something else is said. */
  only?: Only;
  /** The chain that keeps the file's last lines; another name only where several installations share a graph. */
  chain?: AuditWriter;
}

export interface AnchorReport {
  line: number;
  hmac: string;
  /** Chains written in this run. */
  writers: number;
}

export interface Anchors {
  /** Anchors when the last time is longer ago than `everyMs`, and from then on by itself. */
  start(): void;
  stop(): Promise<void>;
  /** Anchors now. AppError('version_conflict') while another process does, AppError('unavailable') without the graph. */
  anchor(): Promise<AnchorReport>;
}

export const ANCHOR_CHAIN = 'anchors';
const HOUR_MS = 3_600_000;
/** After a failure: soon enough that a graph restarted costs no whole hour. */
const AGAIN_MS = 300_000;
/** Turns carry the time at which they began, by their worker's clock: what was written late is looked at once more. */
const OVERLAP_MS = 600_000;
/** A chain changed later than this after the start waits for the next time, so that a busy hour has an end. */
const AHEAD_MS = 60_000;
/** A process that died while anchoring holds the others up for so long. */
const LEASE_MS = 60_000;

const LEASE = `
MERGE (l:AuditLease {file: $given.file}) ON CREATE SET l.until = 0
SET l.asked = timestamp()
WITH l, l.until <= timestamp() OR l.holder = $given.holder AS ours
FOREACH (_ IN CASE WHEN ours THEN [1] ELSE [] END | SET l.holder = $given.holder, l.until = timestamp() + $given.ms)
RETURN ours`;

export function createAnchors(options: AnchorsOptions): Anchors {
  const { sealer, directory, everyMs = HOUR_MS, log, alert, only = () => true, chain = ANCHOR_CHAIN } = options;
  const run = withAuditSchema(options.graph);
  const graph = { run };
  const headOf = headMaker(sealer);
  const trail = createAuditTrail({ graph: options.graph, sealer });
  const holder = randomBytes(8).toString('hex');
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<unknown> = Promise.resolve();
  let queue: Promise<unknown> = Promise.resolve();
  let stopped = true;

  async function lease(file: string, ms: number): Promise<void> {
    const [row] = await run<{ ours: boolean }>(LEASE, { given: { file, holder, ms } });
    if (row?.ours !== true) {
      throw new AppError('version_conflict', 'Another process is anchoring the audit trail; try again in a minute.');
    }
  }

  /** One after the other within this process; the lease holds off the others. */
  function anchor(): Promise<AnchorReport> {
    const done = queue.then(anchorNow);
    queue = done.catch(() => undefined);
    return done;
  }

  async function anchorNow(): Promise<AnchorReport> {
    // One whose end cannot be read is nobody's; the line that is added says so.
    const { file: id } = (await peekAnchorFile(directory, headOf)) ?? { file: 'unreadable' };
    await lease(id, LEASE_MS);
    try {
      // What another process wrote before it let go is the end of the file now.
      const file = await openAnchorFile(directory, headOf);
      try {
        return await write(file, () => lease(id, LEASE_MS));
      } finally {
        await file.close();
      }
    } finally {
      // Where the graph is gone it runs out by itself.
      await lease(id, 0).catch(() => undefined);
    }
  }

  async function write(file: AnchorFile, keepLease: () => Promise<void>): Promise<AnchorReport> {
    const fromLine = await compare(file);
    const { last } = file;
    const before = last?.end ? last.at - OVERLAP_MS : (last?.since ?? 0);
    const thisRun: AnchorRun = { at: Date.now(), since: Math.max(0, before) };
    let count = 0;
    let waiting: Anchored[] = [];
    for await (const page of changedSince(graph, { from: thisRun.since, until: thisRun.at + AHEAD_MS, only })) {
      waiting.push(...page);
      count += page.length;
      while (waiting.length >= CHANGED_PER_PAGE) {
        await keepLease();
        await file.add(thisRun, waiting.slice(0, CHANGED_PER_PAGE), { end: false, fromLine });
        waiting = waiting.slice(CHANGED_PER_PAGE);
      }
    }
    await keepLease();
    const line = await file.add(thisRun, waiting, { end: true, fromLine });
    await remember(line, count);
    log.info({ line: line.line, hmac: line.hmac, writers: count }, 'audit trail anchored');
    return { line: line.line, hmac: line.hmac, writers: count };
  }

  /** Looks whether the file still ends as the graph remembers. Returns the number from which lines are new to both. */
  async function compare({ file, last }: AnchorFile): Promise<number> {
    const known = await lastAnchorRecord(graph, chain, file);
    const line = last?.line ?? 0;
    const knownLine = known?.line ?? 0;
    if (last !== null && (await headOf(last.previous, entryOfLine(last))) !== last.hmac) tell('changed', line);
    else if (knownLine > line) tell('tail_cut', line + 1);
    else if (known !== null && knownLine === line && known.hmac !== last?.hmac) tell('head_differs', line);
    // The process that wrote it died before the graph knew.
    else if (last?.end && knownLine !== line) await remember(last, last.writers.length);
    return knownLine + 1;
  }

  function tell(what: AuditFinding['what'], at: number): void {
    log.error({ line: at }, 'the file of audit anchors is not what was written: run `tta audit verify`');
    alert([{ writer: 'anchors.jsonl', what, at }]);
  }

  async function remember({ file, line, hmac, at }: AnchorLine, writers: number): Promise<void> {
    await trail.append(chain, `${file}/${line}`, { act: 'anchor.written', at, facts: { file, line, hmac, writers } });
  }

  async function look(): Promise<number> {
    try {
      const waited = Date.now() - ((await peekAnchorFile(directory, headOf))?.at ?? 0);
      if (waited < everyMs) return everyMs - waited;
      await anchor();
      return everyMs;
    } catch (error) {
      log.error({ err: error }, 'the audit trail could not be anchored; it is tried again');
      return Math.min(everyMs, AGAIN_MS);
    }
  }

  function lookAfter(ms: number): void {
    timer = setTimeout(() => {
      working = look().then((next) => {
        if (!stopped) lookAfter(next);
      });
    }, ms).unref();
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      lookAfter(0);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
    anchor,
  };
}
