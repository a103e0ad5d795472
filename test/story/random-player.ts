// The random player of `tta story coverage`, for the tests that read what it was told.
export { type PlayedTurn, playThrough } from '../../src/cli/story/walk.ts';
export { ownIdea, pick, randomOf } from '../../src/story/index.ts';
