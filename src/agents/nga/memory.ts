// What the narrator itself remembers between turns, as JSON of at most 8 KB: how often each line was met, and the number
// from which this session's variations are drawn. Facts of the world are never in it.
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The graph takes 8 KB (WorldView.narratorState); the rest is left for a longer session's counts. */
const MAX_BYTES = 8 * 1024 - 256;

const schema = z.strictObject({
  v: z.literal(1),
  seed: z.int(),
  turn: z.int(),
  visits: z.array(z.tuple([z.string(), z.int()])),
});

export interface NarratorMemory {
  seed: number;
  /** Ink's own turn count. */
  turn: number;
  /** Container path to count, the least recently met first. */
  visits: ReadonlyMap<string, number>;
}

/** A memory that cannot be read is begun anew: the telling is then less varied, but never wrong. */
export function readMemory(state: string | null, seed: string): NarratorMemory {
  const fresh: NarratorMemory = { seed: numberOf(seed), turn: 0, visits: new Map() };
  if (state === null) return fresh;
  try {
    const read = schema.safeParse(JSON.parse(state));
    return read.success ? { seed: read.data.seed, turn: read.data.turn, visits: new Map(read.data.visits) } : fresh;
  } catch {
    return fresh;
  }
}

/** Forgets the lines met longest ago when there are too many. */
export function writeMemory(memory: NarratorMemory, before: ReadonlyMap<string, number>): string {
  const entries = [...memory.visits];
  const unchanged = entries.filter(([path, count]) => before.get(path) === count);
  const rank = new Map([...before.keys()].map((path, i) => [path, i]));
  unchanged.sort(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const visits = [...unchanged, ...entries.filter(([path, count]) => before.get(path) !== count)];
  let text = JSON.stringify({ v: 1, seed: memory.seed, turn: memory.turn, visits });
  while (Buffer.byteLength(text) > MAX_BYTES) {
    visits.splice(0, Math.max(1, Math.ceil(visits.length / 16)));
    text = JSON.stringify({ v: 1, seed: memory.seed, turn: memory.turn, visits });
  }
  return text;
}

/** A stable number below 2^31 from any text. */
export function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) >>> 1;
}
