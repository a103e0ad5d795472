// A small model in this process through node-llama-cpp, which is installed only where it is wanted: with its builds it is larger
// than everything else together. Its prose is poor; it is for trying the path without a network, not for players.
import { AppError } from '../domain/errors.ts';
import { broken } from './failures.ts';
import { jsonIn, withoutThoughts } from './json.ts';
import type { CompletionRequest, ModelProvider } from './types.ts';

/** The part of the package that is used here. It is not installed by default, so its own types are not either. */
interface LlamaPackage {
  getLlama(options: { gpu: false; maxThreads: number; build: 'never' }): Promise<Llama>;
  LlamaChatSession: new (options: { contextSequence: unknown; systemPrompt: string }) => ChatSession;
}
interface Llama {
  loadModel(options: { modelPath: string }): Promise<LlamaModel>;
  createGrammarForJsonSchema(shape: Readonly<Record<string, unknown>>): Promise<unknown>;
}
interface LlamaModel {
  createContext(options: { contextSize: number; threads: number }): Promise<{
    getSequence(): unknown;
    dispose(): Promise<void>;
  }>;
}
interface ChatSession {
  prompt(
    text: string,
    options: {
      maxTokens: number;
      temperature?: number;
      signal: AbortSignal;
      stopOnAbortSignal: false;
      grammar?: unknown;
      onTextChunk?: (text: string) => void;
    },
  ): Promise<string>;
}

/** Prompts here are about a thousand tokens; more context costs memory for nothing. */
const CONTEXT_TOKENS = 4096;
export const EMBEDDED_NAME = 'this computer, in the program itself';
const PACKAGE = 'node-llama-cpp';

/** `load` brings the package; AppError('part_missing') says how to add it where it is not there. */
export async function createEmbeddedProvider(options: {
  modelPath: string;
  /** Set, because the default starves on a small busy machine and hangs. */
  threads: number;
  timeoutMs: number;
  load?: () => Promise<unknown>;
}): Promise<ModelProvider> {
  const { modelPath, threads, timeoutMs, load = () => import(PACKAGE) } = options;
  const parts = await installed(load);
  const llama = await parts.getLlama({ gpu: false, maxThreads: threads, build: 'never' });
  const model = await llama.loadModel({ modelPath });
  const where = 'this process';
  // One call at a time: two would share the same few threads and both be late.
  let last: Promise<unknown> = Promise.resolve();

  async function prompt(request: CompletionRequest, onTextChunk?: (text: string) => void): Promise<string> {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(request.signal ? [request.signal] : [])]);
    const work = last.then(async () => {
      signal.throwIfAborted();
      const context = await model.createContext({ contextSize: CONTEXT_TOKENS, threads });
      try {
        const session = new parts.LlamaChatSession({
          contextSequence: context.getSequence(),
          systemPrompt: request.system,
        });
        const grammar = request.schema && (await llama.createGrammarForJsonSchema(request.schema.shape));
        return await session.prompt(request.messages.map(({ content }) => content).join('\n\n'), {
          maxTokens: request.maxTokens,
          ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
          signal,
          stopOnAbortSignal: false,
          ...(grammar === undefined ? {} : { grammar }),
          ...(onTextChunk === undefined ? {} : { onTextChunk }),
        });
      } finally {
        await context.dispose();
      }
    });
    last = work.catch(() => undefined);
    try {
      return await work;
    } catch (cause) {
      throw broken(cause, where);
    }
  }

  return {
    id: 'embedded',
    displayName: EMBEDDED_NAME,
    async complete(request) {
      const text = withoutThoughts(await prompt(request));
      const json = request.schema === undefined ? undefined : jsonIn(text);
      return { text, ...(json === undefined ? {} : { json }) };
    },
    async *stream(request) {
      const left = new AbortController();
      const signal = request.signal === undefined ? left.signal : AbortSignal.any([left.signal, request.signal]);
      const pieces: string[] = [];
      let wake = (): void => undefined;
      let ended = false;
      const work = prompt({ ...request, signal }, (text) => {
        pieces.push(text);
        wake();
      }).finally(() => {
        ended = true;
        wake();
      });
      // Awaited below; until then a rejection must not count as unhandled.
      work.catch(() => undefined);
      try {
        while (!ended || pieces.length > 0) {
          const piece = pieces.shift();
          if (piece !== undefined) yield piece;
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
        await work;
      } finally {
        left.abort();
      }
    },
  };
}

async function installed(load: () => Promise<unknown>): Promise<LlamaPackage> {
  let found: unknown;
  try {
    found = await load();
  } catch (cause) {
    throw new AppError(
      'part_missing',
      `Add the package ${PACKAGE} (npm install ${PACKAGE}) to run a model in process.`,
      {
        cause,
      },
    );
  }
  if (isLlamaPackage(found)) return found;
  throw new AppError('part_missing', `The installed ${PACKAGE} is not of a version that is known. Install version 3.`);
}

function isLlamaPackage(found: unknown): found is LlamaPackage {
  return typeof found === 'object' && found !== null && 'getLlama' in found && 'LlamaChatSession' in found;
}
