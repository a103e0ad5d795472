// Every version of a world that sessions began in, kept by its hash as <folder>/<id>/<version>/, because a session is played
// to its end in the text it began with. Written once and never changed; several processes may write the same one.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../domain/errors.ts';
import { type Sources, sourcesIn, versionOf } from './sources.ts';

export interface Archive {
  /** Idempotent. AppError('unavailable') when it cannot be written: no session may begin in what is not kept. */
  keep(worldId: string, version: string, sources: Sources): void;
  /** AppError('not_found') says which version is missing and where it belongs; AppError('config_invalid') that it was changed. */
  read(worldId: string, version: string): Sources;
}

/** Ids come from sessions too, and become a path. */
const ID = /^[a-z][a-z0-9-]{0,39}$/;
const VERSION = /^[0-9a-f]{16}$/;

export function createArchive(folder: string): Archive {
  const placeOf = (worldId: string, version: string): string => {
    if (ID.test(worldId) && VERSION.test(version)) return join(folder, worldId, version);
    throw new AppError('not_found', 'There is no such version of a world.');
  };
  const held = (place: string): boolean => existsSync(join(place, 'world.yaml'));

  return {
    keep(worldId, version, sources) {
      const place = placeOf(worldId, version);
      if (held(place)) return;
      const shelf = join(folder, worldId);
      try {
        mkdirSync(shelf, { recursive: true });
        const draft = mkdtempSync(join(shelf, '.draft-'));
        try {
          // On disk before it has its name: after a power cut it is whole, or is not there.
          for (const [name, text] of Object.entries(sources)) writeFileSync(join(draft, name), text, { flush: true });
          renameSync(draft, place);
        } finally {
          rmSync(draft, { recursive: true, force: true });
        }
      } catch (cause) {
        // Another process was first, with the same files.
        if (held(place)) return;
        throw new AppError('unavailable', `The version of a world cannot be kept in ${place}. Make it writable.`, {
          cause,
        });
      }
    },
    read(worldId, version) {
      const place = placeOf(worldId, version);
      if (!held(place)) {
        throw new AppError(
          'not_found',
          `Version ${version} of the world ${worldId} is missing. Put its files (world.yaml and ink) in ${place}: sessions that began in it are played in it.`,
        );
      }
      const sources = sourcesIn(place);
      if (versionOf(sources) === version) return sources;
      throw new AppError(
        'config_invalid',
        `The files in ${place} are not those that the session began with. Restore them.`,
      );
    },
  };
}
