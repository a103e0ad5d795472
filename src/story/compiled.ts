// Compiled ink on disk: compiling a world takes most of a second of every process's start, and gives the same for the same
// text. What is kept here can be thrown away at any time; a file that cannot be read or written is only compiled again.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface CompiledInk {
  json: string;
  /** Every knot, and every stitch as `knot.stitch`. */
  paths: ReadonlySet<string>;
}

export interface Compiled {
  /** What was kept for the same text under the same compiler. */
  read(): CompiledInk | undefined;
  /** Never throws. */
  keep(ink: CompiledInk): void;
}

const FILE = z.strictObject({ json: z.string(), paths: z.array(z.string()) });

/** An author changes a world many times a day; each change is about half a megabyte. */
const KEPT = 20;

export function createCompiled(folder: string, main: string, files: Readonly<Record<string, string>>): Compiled {
  const path = join(folder, `ink-${keyOf(main, files)}.json`);
  return {
    read() {
      try {
        const { json, paths } = FILE.parse(JSON.parse(readFileSync(path, 'utf8')));
        return { json, paths: new Set(paths) };
      } catch {
        return undefined;
      }
    },
    keep({ json, paths }) {
      // Written aside first: several processes may start at once, and none may read half a file.
      const aside = `${path}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(aside, JSON.stringify({ json, paths: [...paths] }));
        renameSync(aside, path);
        forgetOld(folder);
      } catch {
        // The next start compiles again. What was left aside is forgotten with the old ones.
      }
    },
  };
}

/** All that the result is made from: the text, the compiler, and what we read from it. */
function keyOf(main: string, files: Readonly<Record<string, string>>): string {
  const compiler = createRequire(import.meta.url).resolve('inkjs/full');
  const hash = createHash('sha256');
  for (const file of [compiler, fileURLToPath(new URL('./ink.ts', import.meta.url))]) hash.update(readFileSync(file));
  hash.update(`\0${main}\0`);
  for (const name of Object.keys(files).sort()) hash.update(`${name}\0${files[name] ?? ''}\0`);
  return hash.digest('hex').slice(0, 32);
}

function forgetOld(folder: string): void {
  const age = (name: string): number => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newestFirst = readdirSync(folder)
    .filter((name) => name.startsWith('ink-'))
    .map((name) => ({ name, age: age(name) }))
    .sort((a, b) => b.age - a.age);
  for (const { name } of newestFirst.slice(KEPT)) rmSync(join(folder, name), { force: true });
}
