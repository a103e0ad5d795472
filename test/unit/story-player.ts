// Plays a world in memory for tests, as `tta story play` does: the real agents, and no graph.
export { createPlayer, type Played } from '../../src/cli/story/player.ts';
