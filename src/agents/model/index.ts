// The door of the agents that may ask a model. Each keeps the contract of its rule-based or authored form, and falls back to it.
export type { ModelAgentOptions, Reason } from './asking.ts';
export { createModelInputProcessor } from './input-processor.ts';
export { createModelNarrator } from './narrator.ts';
export { promptOf } from './prompts.ts';
export { createModelWorldBuilder } from './world-builder.ts';
