// A local file of lines that must not be lost: on disk before `append` answers, taken out only once somebody else has what the
// line says. Safe against being killed at any moment; the same line may then be offered twice, never not at all. One process
// per file.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** `done`: somebody else has it. `wait`: offer it again later. `damaged`: nobody can ever read it. */
export type Taken = 'done' | 'wait' | 'damaged';

export interface LineFile {
  /** Resolves when the line is on disk. Lines have to differ from each other, as sealed ones do. Never waits for an offer. */
  append(line: string): Promise<void>;
  /** Offers each line in order and takes out those that are done; damaged ones are put beside the file. Answers how many stay. */
  offer(take: (line: string) => Promise<Taken>): Promise<number>;
  /** Resolves when nothing is being written or offered. */
  settled(): Promise<void>;
}

export function createLineFile(file: string): LineFile {
  const exclusively = inTurn();
  const oneOfferAtATime = inTurn();

  async function lines(): Promise<string[]> {
    try {
      return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  async function take(out: ReadonlySet<string>): Promise<number> {
    // Read again: lines may have come while these were being offered.
    const left = (await lines()).filter((line) => !out.has(line));
    await write('w', `${file}.new`, left.map((line) => `${line}\n`).join(''));
    await rename(`${file}.new`, file);
    await syncFolder(dirname(file));
    return left.length;
  }

  return {
    // A process killed while it wrote leaves half a line: the next one begins on a line of its own.
    append: (line) => exclusively(() => write('a', file, `\n${line}\n`)),

    offer: (ask) =>
      oneOfferAtATime(async () => {
        const waiting = await exclusively(lines);
        const out = new Set<string>();
        const damaged: string[] = [];
        for (const line of waiting) {
          const taken = await ask(line);
          if (taken !== 'wait') out.add(line);
          if (taken === 'damaged') damaged.push(line);
        }
        if (damaged.length > 0) {
          await exclusively(() => write('a', `${file}.damaged`, damaged.map((line) => `${line}\n`).join('')));
        }
        return exclusively(async () => (out.size === 0 ? (await lines()).length : take(out)));
      }),

    async settled() {
      await oneOfferAtATime(async () => undefined);
      await exclusively(async () => undefined);
    },
  };
}

/** Runs one piece of work at a time, in the order in which they were asked for. */
function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
}

async function write(flags: 'a' | 'w', path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, flags, 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(path));
}

/** A file that is renamed or new is only safe once its folder is on disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
