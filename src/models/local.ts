// Finds a language model that already runs on this computer, so that nobody has to configure one to try it.
import { z } from 'zod';
import { createOpenAiProvider } from './openai.ts';
import type { ModelProvider } from './types.ts';

/** The usual ports of the two servers that people run at home. */
const USUAL = [
  { name: 'Ollama', url: 'http://127.0.0.1:11434' },
  { name: 'LM Studio', url: 'http://127.0.0.1:1234' },
] as const;
/** A server of this computer answers its list in a few milliseconds; a start should not wait for one that is not there. */
const PROBE_MS = 300;

const listSchema = z.object({ data: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** The first that answers with a model, or null. `model` is preferred where it is named; only for a local installation. */
export async function findLocalProvider(options: {
  env: 'local' | 'production';
  model?: string | undefined;
  timeoutMs: number;
  /** Where to look, for servers on other ports. */
  at?: readonly { name: string; url: string }[];
}): Promise<ModelProvider | null> {
  const { env, model: wanted, timeoutMs, at = USUAL } = options;
  if (env !== 'local') return null;
  const found = await Promise.all(at.map(async (server) => ({ server, models: await modelsAt(server.url) })));
  for (const { server, models } of found) {
    const model = wanted === undefined ? models.find(isChat) : models.find((one) => one === wanted);
    if (model !== undefined)
      return createOpenAiProvider({
        url: server.url,
        model,
        timeoutMs,
        displayName: `${server.name} on this computer (${model})`,
      });
  }
  return null;
}

/** Servers list models for searching beside those that talk, and not all of them say so in their name. */
function isChat(model: string): boolean {
  return !/embed|minilm|\bbge-|\be5-|rerank/i.test(model);
}

async function modelsAt(url: string): Promise<string[]> {
  try {
    const response = await fetch(new URL('/v1/models', url), {
      signal: AbortSignal.timeout(PROBE_MS),
      redirect: 'error',
    });
    const list = listSchema.safeParse(await response.json());
    return response.ok && list.success ? list.data.data.map(({ id }) => id) : [];
  } catch {
    return [];
  }
}
