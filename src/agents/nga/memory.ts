// What the narrator itself remembers between turns, as JSON of at most 8 KB: how often each line was met, which sentences
// were told of late, and the number from which this session's variations are drawn. Facts of the world are never in it.
import { hash } from 'node:crypto';
import { z } from 'zod';

/** The graph takes 8 KB (WorldView.narratorState); the rest is left for a longer session's counts. */
const MAX_BYTES = 8 * 1024 - 256;

/** Characters of a sentence's mark: one chance in sixteen million to take one sentence for another. */
const MARK = 4;
/** About seventy turns of telling, in 1.6 KB. */
const MOST_HEARD = 400;

const schema = z.strictObject({
  v: z.literal(1),
  seed: z.int(),
  turn: z.int(),
  visits: z.array(z.tuple([z.string(), z.int()])),
  /** Marks in a row, the oldest first. Sessions begun before there were any have none. */
  heard: z.string().default(''),
});

const MARKS = new RegExp(`.{${MARK}}`, 'g');

export interface NarratorMemory {
  seed: number;
  /** Ink's own turn count. */
  turn: number;
  /** Container path to count, the least recently met first. */
  visits: ReadonlyMap<string, number>;
  /** Marks of the sentences and lines told of late, the oldest first. */
  heard: readonly string[];
}

/** A memory that cannot be read is begun anew: the telling is then less varied, but never wrong. */
export function readMemory(state: string | null, seed: string): NarratorMemory {
  const fresh = (): NarratorMemory => ({ seed: numberOf(seed), turn: 0, visits: new Map(), heard: [] });
  if (state === null) return fresh();
  try {
    const read = schema.safeParse(JSON.parse(state));
    if (!read.success) return fresh();
    const { visits, heard, ...rest } = read.data;
    return { seed: rest.seed, turn: rest.turn, visits: new Map(visits), heard: heard.match(MARKS) ?? [] };
  } catch {
    return fresh();
  }
}

/** Forgets the lines met longest ago when there are too many. */
export function writeMemory(memory: NarratorMemory, before: ReadonlyMap<string, number>): string {
  const entries = [...memory.visits];
  const unchanged = entries.filter(([path, count]) => before.get(path) === count);
  const rank = new Map([...before.keys()].map((path, i) => [path, i]));
  unchanged.sort(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const visits = [...unchanged, ...entries.filter(([path, count]) => before.get(path) !== count)];
  const heard = memory.heard.slice(-MOST_HEARD).join('');
  let text = JSON.stringify({ v: 1, seed: memory.seed, turn: memory.turn, visits, heard });
  while (Buffer.byteLength(text) > MAX_BYTES) {
    visits.splice(0, Math.max(1, Math.ceil(visits.length / 16)));
    text = JSON.stringify({ v: 1, seed: memory.seed, turn: memory.turn, visits, heard });
  }
  return text;
}

/** A short stable mark of a sentence, or of the path of a line, by which it is known again. */
export function markOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, MARK);
}

/** A stable number below 2^31 from any text. */
export function numberOf(text: string): number {
  return hash('sha256', text, 'buffer').readUInt32BE(0) >>> 1;
}
