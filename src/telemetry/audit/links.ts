// Follows one chain from its first entry, link by link, and says where it is not what was written. Only linkage counts:
// numbers may have gaps and entries may arrive out of order. Memory stays constant however long the chain is.
import type { HeadOf } from './entry.ts';
import { NO_HEAD } from './entry.ts';
import type { AuditFinding } from './types.ts';

export interface Link {
  previousHead: string;
  entry: string;
  head: string;
  /** Place in the chain that the entry itself tells, from 1; null where it tells none. */
  place: number | null;
  /** Whether the record around the entry says the same as the entry: `elsewhere` when its number differs, `altered` when
   *  another of its fields does. */
  standing: 'agrees' | 'elsewhere' | 'altered';
}

export type LinkFinding = Pick<AuditFinding, 'what' | 'at'>;

export interface Followed {
  findings: readonly LinkFinding[];
  /** Position of the last entry. */
  length: number;
  /** The heads with which the chain may rightly end. They differ only where the last entry's own head was altered. */
  ends: readonly string[];
}

/** So many links may wait for the one they follow: far more than can ever be out of order by right. */
const WINDOW = 1_000;
/** A chain with more than this is broken; where else does not matter any more. */
const MAX_FINDINGS = 100;

interface Doubt {
  at: number;
  link: Link;
}

export async function follow(links: AsyncIterable<Link>, headOf: HeadOf): Promise<Followed> {
  const findings: LinkFinding[] = [];
  const doubts: Doubt[] = [];
  const waiting = new Map<string, Link[]>();
  let waitingCount = 0;
  let ends: readonly string[] = [NO_HEAD];
  let at = 0;
  /** The last link was changed, so that what follows need not fit. */
  let afterDoubt = false;

  async function take(link: Link): Promise<void> {
    at += 1;
    const made = await headOf(link.previousHead, link.entry);
    afterDoubt = made !== link.head;
    if (afterDoubt) doubts.push({ at, link });
    else if (link.standing === 'altered') findings.push({ what: 'changed', at });
    else if (link.standing === 'elsewhere') findings.push({ what: 'reordered', at });
    ends = afterDoubt ? [link.head, made] : [link.head];
  }

  async function takeWaiting(): Promise<void> {
    for (;;) {
      const next = ends.map((end) => claim(end)).find((link) => link !== undefined);
      if (next === undefined) return;
      await take(next);
    }
  }

  function claim(previousHead: string): Link | undefined {
    const found = waiting.get(previousHead);
    const link = found?.shift();
    if (link === undefined) return undefined;
    if (found?.length === 0) waiting.delete(previousHead);
    waitingCount -= 1;
    return link;
  }

  /** Nothing follows the last link: goes on at the earliest piece that is there. */
  async function jump(): Promise<void> {
    const heads = new Set([...waiting.values()].flat().map(({ head }) => head));
    const starts = [...waiting.keys()];
    const start = starts.find((previousHead) => !heads.has(previousHead));
    const link = claim(start ?? starts[0] ?? '');
    if (link === undefined) return;
    const sound = (await headOf(link.previousHead, link.entry)) === link.head;
    // Pieces that all follow one another are a circle: nothing is missing, one of them is where it does not belong.
    if (sound && !afterDoubt && start !== undefined) {
      findings.push({ what: 'removed', at: at + 1 });
      // At least one is missing; where the entry tells its place, it is known how many.
      at = Math.max(at + 1, (link.place ?? 0) - 1);
    }
    await take(link);
    await takeWaiting();
  }

  for await (const link of links) {
    if (findings.length + doubts.length > MAX_FINDINGS) break;
    if (ends.includes(link.previousHead)) {
      await take(link);
      await takeWaiting();
    } else if (ends.includes(link.head)) {
      // The entry before it once more: somebody copied it.
      findings.push({ what: 'changed', at });
    } else {
      waiting.set(link.previousHead, [...(waiting.get(link.previousHead) ?? []), link]);
      waitingCount += 1;
      if (waitingCount > WINDOW) await jump();
    }
  }
  while (waitingCount > 0 && findings.length + doubts.length <= MAX_FINDINGS) await jump();
  findings.push(...(await settle(doubts, headOf)));
  return { findings: findings.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)), length: at, ends };
}

/** An entry that is not what its head says was changed, unless it is sound in the place of another such: then they swapped. */
async function settle(doubts: readonly Doubt[], headOf: HeadOf): Promise<LinkFinding[]> {
  const findings: LinkFinding[] = [];
  for (const { at, link } of doubts) {
    let moved = false;
    for (const other of doubts) {
      if (other.link === link) continue;
      const made = await headOf(other.link.previousHead, link.entry);
      moved ||= made === other.link.head || made === link.head;
    }
    findings.push({ what: moved ? 'reordered' : 'changed', at });
  }
  return findings;
}
