// The file outside the graph that holds the heads of all chains: lines that are only ever added, each sealed together with
// the one before it, so that a line cannot be changed or taken out unseen. Whether the last ones are still there is told by
// a chain in the graph.
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { link, mkdir, open, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { HeadOf } from './entry.ts';
import { canonicalJson, NO_HEAD } from './entry.ts';

const anchoredSchema = z.object({ writer: z.string(), head: z.string(), count: z.number() });

const lineSchema = z.object({
  /** Made once for each file, so that another file cannot take its place. */
  file: z.string(),
  line: z.number(),
  /** When this run of anchoring began, epoch ms. */
  at: z.number(),
  /** Writers changed from here on are in this run's lines. */
  since: z.number(),
  writers: z.array(anchoredSchema),
  /** The run is complete with this line. */
  end: z.boolean(),
  previous: z.string(),
  hmac: z.string(),
});

export type Anchored = z.output<typeof anchoredSchema>;
export type AnchorLine = z.output<typeof lineSchema>;
export type AnchorRun = Pick<AnchorLine, 'at' | 'since'>;

const NAME = 'anchors.jsonl';
/** Files of other machines are verified beside our own under names such as `anchors.gateway-2.jsonl`. */
const FILES = /^anchors(\..+)?\.jsonl$/;
/** Longer than the longest line: 1,000 writers of some 200 bytes. */
const TAIL_BYTES = 1 << 20;
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

export interface AnchorFile {
  file: string;
  /** Null only where it cannot be read. */
  readonly last: AnchorLine | null;
  /** Adds lines to the end, on disk when it returns. `fromLine`: a number that no line had before. */
  add(run: AnchorRun, writers: readonly Anchored[], place: { end: boolean; fromLine: number }): Promise<AnchorLine>;
  close(): Promise<void>;
}

/** The text that a line's HMAC seals, after the HMAC of the line before. */
export function entryOfLine({ file, line, at, since, writers, end }: Omit<AnchorLine, 'hmac'>): string {
  return canonicalJson({ file, line, at, since, writers, end });
}

/** Undefined for what is no line of such a file. */
export function parseLine(text: string): AnchorLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The last line as it stands, without holding or mending anything: another process may be writing. Makes the file when
 *  there is none; null when its last line cannot be read. */
export async function peekAnchorFile(directory: string, headOf: HeadOf): Promise<AnchorLine | null> {
  const handle = await open(await existing(directory, headOf), 'r');
  try {
    return (await readEnd(handle)).last;
  } finally {
    await handle.close();
  }
}

/** Opens the folder's file to add to it, and makes it when there is none. A last line that was cut short while it was
 *  written is taken away, so only one process at a time may do this (anchors.ts sees to it). */
export async function openAnchorFile(directory: string, headOf: HeadOf): Promise<AnchorFile> {
  const handle = await open(await existing(directory, headOf), 'a+', FILE_MODE);
  try {
    const { last: found, wholeBytes } = await readEnd(handle);
    await handle.truncate(wholeBytes);
    let last = found;
    // A last line that cannot be read stays, for verification to find; what follows counts as another file.
    const file = last?.file ?? newId();
    return {
      file,
      get last() {
        return last;
      },
      async add(run, writers, { end, fromLine }) {
        const line = Math.max((last?.line ?? 0) + 1, fromLine);
        const bare = { file, line, ...run, writers: [...writers], end, previous: last?.hmac ?? NO_HEAD };
        last = await sealedLine(bare, headOf);
        await handle.appendFile(textOf(last));
        await handle.datasync();
        return last;
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The last whole line, and how many bytes there are up to its end. */
async function readEnd(handle: FileHandle): Promise<{ last: AnchorLine | null; wholeBytes: number }> {
  const { size } = await handle.stat();
  if (size === 0) return { last: null, wholeBytes: 0 };
  const start = Math.max(0, size - TAIL_BYTES);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
  const whole = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1;
  const text = buffer.subarray(0, whole).toString().trimEnd();
  return { last: parseLine(text.slice(text.lastIndexOf('\n') + 1)) ?? null, wholeBytes: start + whole };
}

async function existing(directory: string, headOf: HeadOf): Promise<string> {
  await mkdir(directory, { recursive: true, mode: FOLDER_MODE });
  const path = join(directory, NAME);
  if (!(await exists(path))) await createWithFirstLine(path, headOf);
  return path;
}

/** Linked into place with its first line in it: of several processes that start at once, one makes the file. */
async function createWithFirstLine(path: string, headOf: HeadOf): Promise<void> {
  const first = { file: newId(), line: 1, at: 0, since: 0, writers: [], end: false, previous: NO_HEAD };
  const unfinished = `${path}.${newId()}.tmp`;
  await writeFile(unfinished, textOf(await sealedLine(first, headOf)), { mode: FILE_MODE, flush: true });
  await link(unfinished, path).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  await unlink(unfinished);
  await syncFolder(dirname(path));
}

async function sealedLine(bare: Omit<AnchorLine, 'hmac'>, headOf: HeadOf): Promise<AnchorLine> {
  return { ...bare, hmac: await headOf(bare.previous, entryOfLine(bare)) };
}

const textOf = (line: AnchorLine): string => `${JSON.stringify(line)}\n`;
const newId = (): string => randomBytes(8).toString('hex');

/** The names of all anchor files of the folder. */
export async function anchorFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  return names.filter((name) => FILES.test(name)).sort();
}

/** The lines of a file as they stand; undefined for one that cannot be read. */
export async function* linesIn(directory: string, name: string): AsyncGenerator<AnchorLine | undefined> {
  const input = createReadStream(join(directory, name));
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) yield parseLine(text);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'ENOENT')) return false;
      throw error;
    },
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
