// The world that authors begin from, under an id of their own.
import { fileURLToPath } from 'node:url';
import { type Sources, sourcesIn } from './sources.ts';

const STARTER = fileURLToPath(new URL('./starter/', import.meta.url));

export function starterFiles(id: string): Sources {
  const title = id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  return Object.fromEntries(
    Object.entries(sourcesIn(STARTER)).map(([name, text]) => [
      name,
      text.replaceAll('WORLD_ID', id).replaceAll('WORLD_TITLE', title),
    ]),
  );
}
