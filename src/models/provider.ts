// Which model this installation has, from its environment: the one that MODEL_URL names, else none.
import { AppError } from '../domain/errors.ts';
import { createEmbeddedProvider, EMBEDDED_NAME } from './embedded.ts';
import { findLocalProvider } from './local.ts';
import { createOpenAiProvider } from './openai.ts';
import { resting } from './resting.ts';
import type { ModelProvider } from './types.ts';

export interface ModelEnvironment {
  TTA_ENV: 'local' | 'production';
  /** An http(s) address; `auto` for a server of this computer; `embedded:PATH` for a model file in this process. */
  MODEL_URL?: string | undefined;
  MODEL_NAME?: string | undefined;
  MODEL_API_KEY?: string | undefined;
  cores: number;
}

/** A whole answer may take this long; agents give up sooner, at their own step's time. */
const TIMEOUT_MS = 24_000;
const EMBEDDED = 'embedded:';

/** Null without MODEL_URL, and for `auto` where nothing answers. AppError('config_invalid' | 'part_missing') for a wrong one. */
export async function providerFrom(env: ModelEnvironment): Promise<ModelProvider | null> {
  const provider = await named(env);
  return provider === null ? null : resting(provider);
}

/** What the provider is called, without loading a model to say it; null where there is none. */
export async function providerName(env: ModelEnvironment): Promise<string | null> {
  if (env.MODEL_URL?.startsWith(EMBEDDED)) return EMBEDDED_NAME;
  return (await named(env))?.displayName ?? null;
}

async function named(env: ModelEnvironment): Promise<ModelProvider | null> {
  const { MODEL_URL: url, MODEL_NAME: model, MODEL_API_KEY: apiKey, TTA_ENV } = env;
  if (url === undefined) return null;
  if (url === 'auto') return findLocalProvider({ env: TTA_ENV, model, timeoutMs: TIMEOUT_MS });
  if (url.startsWith(EMBEDDED)) {
    // One core stays free for the turns of everybody else.
    const threads = Math.max(1, env.cores - 1);
    return createEmbeddedProvider({ modelPath: url.slice(EMBEDDED.length), threads, timeoutMs: TIMEOUT_MS });
  }
  if (model === undefined)
    throw new AppError('config_invalid', 'MODEL_NAME: missing. Name the model that MODEL_URL should use.');
  return createOpenAiProvider({ url, model, apiKey, timeoutMs: TIMEOUT_MS });
}
