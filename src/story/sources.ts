// The files of a world as they are on disk, and the version they make: the same text gives the same version everywhere.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Ink that any world may include by its file name, and replace with a file of the same name. */
export const SHARED = fileURLToPath(new URL('./shared/', import.meta.url));
/** The worlds that come with the product. */
export const WORLDS = fileURLToPath(new URL('./worlds/', import.meta.url));

/** Text by file name. */
export type Sources = Readonly<Record<string, string>>;

/** What a world folder and the shared ink hold together. */
export function readSources(folder: string): Sources {
  return { ...sourcesIn(SHARED), ...sourcesIn(folder) };
}

/** The files of one folder alone. */
export function sourcesIn(folder: string): Sources {
  return Object.fromEntries(storyFiles(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The folders below this one that hold a world. */
export function worldFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .sort();
}

export function versionOf(sources: Sources): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(sources).sort()) hash.update(`${name}\0${sources[name] ?? ''}\0`);
  return hash.digest('hex').slice(0, 16);
}

/** Another text as soon as a file of these folders is written, added or removed; cheap, because nothing is read. */
export function signatureOf(folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      storyFiles(folder).map((name) => {
        const stat = statSync(join(folder, name), { throwIfNoEntry: false });
        return `${folder}/${name} ${stat?.mtimeMs ?? 0} ${stat?.size ?? 0}`;
      }),
    )
    .join('\n');
}

function storyFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name === 'world.yaml' || name.endsWith('.ink'))
    .sort();
}
