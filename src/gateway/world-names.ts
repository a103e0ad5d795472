// What a session's world calls its places and things. A session is played to its end in the text it began with, so this is asked
// by version: the world of today may call them something else.
import { nameIn, titleIn } from '../compose/names.ts';
import { AppError } from '../domain/errors.ts';
import type { AuthoredWorld, Story } from '../story/index.ts';
import type { GatewayServices } from './services.ts';

/** Of a version that is lost no turn can be played either; what the newest calls things is then the nearest there is. */
export function namesIn(story: Pick<Story, 'authored'>): GatewayServices['namesIn'] {
  const found = (worldId: string, version?: string): AuthoredWorld | null => {
    try {
      return story.authored(worldId, version);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  };
  return (worldId, version) => {
    const world = found(worldId, version) ?? found(worldId);
    return world === null
      ? null
      : { title: world.title, nameOf: (entity) => nameIn(world, entity), titleOf: (entity) => titleIn(world, entity) };
  };
}
