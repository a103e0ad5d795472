// Which folder an author means: a path, or the id of a world that comes with the product.
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../domain/errors.ts';
import { WORLDS, worldFolders } from './sources.ts';

/** Folder of the worlds that come with the product. */
export const worldsFolder = WORLDS;

/** AppError('not_found') names the worlds there are. */
export function folderOf(world: string): string {
  const places = [resolve(world), join(WORLDS, world)];
  const found = places.find((place) => existsSync(join(place, 'world.yaml')));
  if (found !== undefined) return found;
  const known = worldFolders(WORLDS).map((folder) => basename(folder));
  throw new AppError(
    'not_found',
    `There is no world in ${world}. Name a folder with a world.yaml, or one of: ${known.join(', ')}.`,
  );
}

export function bundledFolders(): string[] {
  return worldFolders(WORLDS);
}
