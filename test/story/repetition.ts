// How much of a playthrough was read before, as `tta story coverage` counts it.
export { repetitionOf } from '../../src/story/index.ts';
