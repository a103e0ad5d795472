// The door of the story room: authored worlds, each a folder of data (world.yaml and ink) under worlds/, with every version of
// them that a session may have begun in.

export { checkFacts } from './check-facts.ts';
export { createCoverage, type Uncovered } from './coverage.ts';
export { curiousCommand, type Tried } from './curious.ts';
export { loadFrameworks } from './frameworks/index.ts';
export { loadStory } from './library.ts';
export type { AuthoredLine, Finding } from './lint/finding.ts';
export { inOrder } from './lint/finding.ts';
export { lintWorld } from './lint/index.ts';
export { loadWorld } from './load.ts';
export { createMemoryWorld } from './memory-world.ts';
export { type Repetition, repetitionOf } from './repetition.ts';
export { starterFiles } from './starter.ts';
export type {
  AuthoredCharacter,
  AuthoredExit,
  AuthoredPlace,
  AuthoredThing,
  AuthoredWorld,
  Condition,
  Effect,
  Interaction,
  Reloaded,
  Story,
  WorldSummary,
} from './types.ts';
export { nextCommand, ownIdea, pick, randomOf } from './walk.ts';
export { bundledFolders, folderOf, worldsFolder } from './where.ts';
