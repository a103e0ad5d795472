// The worlds of a folder, the newest of each in memory, older ones on demand: new sessions begin in the newest, sessions that
// have begun stay where they are.
import { AppError } from '../domain/errors.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { createArchive } from './archive.ts';
import { checkedWorld, worldOf } from './load.ts';
import { seedOf, vocabularyOf } from './seed.ts';
import { readSources, SHARED, signatureOf, versionOf, WORLDS, worldFolders } from './sources.ts';
import type { AuthoredWorld, Reloaded, Story, WorldSummary } from './types.ts';

export interface StoryOptions {
  /** Folder with one folder for each world. Default: the worlds that come with the product. */
  folder?: string;
  /** The folder of one world, and no other is loaded. */
  only?: string;
  /** Folder in which versions are kept. Without it only those of this process's life are known. */
  archive?: string;
  /** Folder in which compiled ink is kept for the next start; it may be emptied at any time. */
  compiled?: string;
}

/** A person who waits for a change to be seen does not feel a second, and an editor has written its files by then. */
const LOOK_EVERY_MS = 1_000;

/** Loads every world of the folder. AppError('config_invalid') names file, line and field of what must be mended. */
export function loadStory({ folder = WORLDS, only, archive: kept, compiled }: StoryOptions = {}): Story {
  const archive = kept === undefined ? undefined : createArchive(kept);
  const places = (): string[] => (only === undefined ? worldFolders(folder) : [only]);
  /** By folder, so that a world that cannot be read keeps its place. */
  let newest = new Map<string, AuthoredWorld>();
  const older = new Map<string, AuthoredWorld>();
  // One object per world, so that others may keep what they derive from it.
  const vocabularies = new WeakMap<AuthoredWorld, Vocabulary>();

  const reload = (): Reloaded => {
    const found = new Map<string, AuthoredWorld>();
    const changed: WorldSummary[] = [];
    const refused: AppError[] = [];
    for (const place of places()) {
      const before = newest.get(place);
      try {
        const sources = readSources(place);
        const same = before?.version === versionOf(sources);
        const world = same ? before : checkedWorld(sources, compiled);
        if ([...found.values()].some(({ id }) => id === world.id))
          throw new AppError('config_invalid', `Two folders hold the world ${world.id}. Give ${place} another id.`);
        archive?.keep(world.id, world.version, sources);
        found.set(place, world);
        if (!same) changed.push(summaryOf(world));
      } catch (error) {
        refused.push(refusal(place, error));
        if (before !== undefined) found.set(place, before);
      }
    }
    // What is kept on disk is read again when a session asks for it; the rest would be lost.
    if (archive === undefined) for (const world of newest.values()) older.set(keyOf(world.id, world.version), world);
    newest = found;
    return { changed, refused };
  };

  const authored = (worldId: string, version?: string): AuthoredWorld => {
    const current = [...newest.values()].find(({ id }) => id === worldId);
    if (current !== undefined && (version === undefined || version === current.version)) return current;
    if (version === undefined)
      throw new AppError('not_found', 'There is no such world. List the worlds and choose one.');
    const key = keyOf(worldId, version);
    const known = older.get(key);
    if (known !== undefined) return known;
    if (archive === undefined)
      throw new AppError('not_found', `Version ${version} of the world ${worldId} is not kept here.`);
    const world = worldOf(archive.read(worldId, version), compiled);
    older.set(key, world);
    return world;
  };

  const { refused } = reload();
  if (refused[0] !== undefined) throw refused[0];
  return {
    worlds: () => [...newest.values()].map(summaryOf),
    authored,
    seed: (worldId, version) => seedOf(authored(worldId, version)),
    vocabulary: (worldId, version) => {
      const world = authored(worldId, version);
      const words = vocabularies.get(world) ?? vocabularyOf(world);
      vocabularies.set(world, words);
      return words;
    },
    reload,
    watch: (told) => watchFolders(places, () => tellNews(reload(), told)),
  };
}

function tellNews(outcome: Reloaded, told: (outcome: Reloaded) => void): void {
  if (outcome.changed.length > 0 || outcome.refused.length > 0) told(outcome);
}

/** By looking: a few files, and the same on every system and mounted disk. What is being written is left until it rests. */
function watchFolders(places: () => string[], changed: () => void): () => void {
  const look = (): string => signatureOf([SHARED, ...places()]);
  let seen = look();
  let acted = seen;
  const timer = setInterval(() => {
    let now = seen;
    try {
      now = look();
    } catch {
      // A folder that goes while it is looked at is looked at again.
      return;
    }
    if (now === seen && now !== acted) {
      acted = now;
      changed();
    }
    seen = now;
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

const keyOf = (worldId: string, version: string): string => `${worldId}@${version}`;

function summaryOf({ id, version, title, summary, warnings }: AuthoredWorld): WorldSummary {
  return { id, version, title, summary, warnings };
}

function refusal(place: string, error: unknown): AppError {
  if (error instanceof AppError)
    return new AppError(error.code, `${place}: ${error.message}`, { issues: error.issues, cause: error });
  return new AppError('config_invalid', `The story folder ${place} cannot be read.`, { cause: error });
}
