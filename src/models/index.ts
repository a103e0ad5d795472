// The models' door: one interface for every language model, wherever it runs. Nothing here knows of turns, players or prompts.
export type { EmbeddedProvider } from './embedded.ts';
export { createEmbeddedProvider } from './embedded.ts';
export { LLAMA_PACKAGE } from './llama.ts';
export { findLocalProvider } from './local.ts';
export type { OpenAiOptions } from './openai.ts';
export { createOpenAiProvider } from './openai.ts';
export { providerFrom, providerName } from './provider.ts';
export { resting } from './resting.ts';
export type { Completion, CompletionRequest, Message, ModelProvider } from './types.ts';
