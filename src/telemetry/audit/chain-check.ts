// Verifies one chain of the graph: follows its links, and looks whether it ends as the graph says that it ends.
import type { Graph } from '../../world/types.ts';
import { type ChainEnd, chainEnd, linksOf, sessionOf } from './chains.ts';
import type { HeadOf } from './entry.ts';
import { type Followed, follow, type Link, type LinkFinding } from './links.ts';

/** A chain that grows while it is read is read again, so often. */
const READINGS = 4;

export interface CheckedChain {
  entries: number;
  findings: readonly LinkFinding[];
}

export async function verifyChain(graph: Pick<Graph, 'run'>, headOf: HeadOf, first: ChainEnd): Promise<CheckedChain> {
  let end: ChainEnd = first;
  for (let reading = 1; ; reading += 1) {
    let entries = 0;
    let passed = false;
    const { head } = end;
    // A writer's records are never written late, so those up to its count stand still; a session's are numbered otherwise.
    const until = sessionOf(end.writer) === null ? end.count : undefined;
    async function* counted(): AsyncGenerator<Link> {
      for await (const link of linksOf(graph, end.writer, until)) {
        entries += 1;
        passed ||= link.head === head;
        yield link;
      }
    }
    const followed = await follow(counted(), headOf);
    const findings = [...followed.findings, ...atTheEnd(end, followed)];
    if (findings.length === 0) return { entries, findings };
    const now = await chainEnd(graph, end.writer);
    // Erased meanwhile, or dropped: what was anchored of it will tell.
    if (now === null) return { entries, findings: [] };
    if (now.head === end.head && now.count === end.count) return { entries, findings };
    // Its links hold, and it has gone on from where it ended: on a busy machine that may never stand still.
    const grew = passed && followed.findings.length === 0 && end.count <= followed.length;
    if (reading === READINGS) return { entries, findings: grew ? [] : findings };
    end = now;
  }
}

function atTheEnd({ writer, head, count, more }: ChainEnd, { length, ends, findings }: Followed): LinkFinding[] {
  const whole = ends.includes(head);
  // How much is missing in between may not be known, so the count tells nothing more then.
  if (whole && findings.length > 0) return [];
  if (count > length) return [{ what: 'tail_cut', at: length + 1 }];
  // A session may have more entries than turns only where turns were taken out; that is not for the audit to say.
  const beyond = sessionOf(writer) === null && (count < length || more);
  return whole && !beyond ? [] : [{ what: 'head_differs', at: length === 0 ? null : length }];
}
