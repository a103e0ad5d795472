// What a worker does before it says that it is ready, so that its first players do not wait for it.
import type { Log } from '../telemetry/index.ts';
import { warmUp as playToNobody } from '../turn/index.ts';
import { warmUp as planStatements } from '../world/index.ts';
import type { WorkerKit } from './compose.ts';

/** The first plans the graph's statements one by one; the second makes them hot, and the narrator with them. */
const PLAN_MS = 500;
const PLAY_MS = 2_000;

/** Never rejects: a worker that could not be warmed serves all the same, its first turns slowly. */
export async function warmUp({ rooms, parts }: WorkerKit, log?: Log): Promise<void> {
  try {
    await planStatements(rooms.world, PLAN_MS);
    const [world] = rooms.story.worlds();
    if (world !== undefined)
      await playToNobody(
        { ...parts.turn, keys: rooms.keys },
        { worldId: world.id, worldVersion: world.version },
        PLAY_MS,
      );
  } catch (error) {
    log?.warn({ err: error }, 'the warm-up did not end well; the first turns will be slow');
  }
}
