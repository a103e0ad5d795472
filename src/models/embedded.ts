// A small model in this process. Its prose is poor; it is for trying the path without a network, and for machines with a better
// model file than the small one.
import { AppError } from '../domain/errors.ts';
import { broken } from './failures.ts';
import { grammarShape } from './grammar.ts';
import { jsonIn, withoutThoughts } from './json.ts';
import type { ChatItem, ChatSession, LlamaPackage, Sequence } from './llama.ts';
import { llamaPackage } from './llama.ts';
import type { CompletionRequest, Message, ModelProvider } from './types.ts';

/** Instructions, the largest scene, a long text of a player and an answer are two thousand tokens; more costs memory for nothing. */
const CONTEXT_TOKENS = 3072;
/**
 * Texts that stay read, one for each agent's instructions: on one core even a small model reads for seconds what it need not read
 * again. Each costs the memory of a context.
 */
const SEQUENCES = 3;
/** Tokens read in one go. The engine cannot be stopped within it, and the next call waits so long. */
const BATCH_TOKENS = 64;
/** Words less likely than this, beside the likeliest, are not drawn: one such word in fifty derails a small model. */
const LEAST_LIKELY = 0.05;
export const EMBEDDED_NAME = 'this computer, in the program itself';

export interface EmbeddedProvider extends ModelProvider {
  /** Frees the model's memory. Calls that are under way fail. */
  close(): Promise<void>;
}

/** AppError('part_missing') says how to add the package where it is not there. `load` brings it from elsewhere. */
export async function createEmbeddedProvider(options: {
  modelPath: string;
  /** Set, because the default starves on a small busy machine and hangs. */
  threads: number;
  timeoutMs: number;
  load?: () => Promise<unknown>;
}): Promise<EmbeddedProvider> {
  const { modelPath, threads, timeoutMs, load } = options;
  const where = 'this process';
  const parts = await llamaPackage(load);
  const llama = await parts.getLlama({
    gpu: false,
    maxThreads: threads,
    build: 'never',
    skipDownload: true,
    logLevel: 'error',
  });
  const model = await llama.loadModel({ modelPath }).catch((cause: unknown) => {
    throw new AppError('config_invalid', `MODEL_URL: ${modelPath} is no model file that can be read (GGUF).`, {
      cause,
    });
  });
  const context = await model.createContext({
    contextSize: CONTEXT_TOKENS,
    sequences: SEQUENCES,
    batchSize: BATCH_TOKENS,
    threads,
  });
  const chatWrapper = parts.resolveChatWrapper(model);
  const readings = createReadings(() => context.getSequence(), parts, chatWrapper);
  // One call at a time: two would share the same few threads and both be late.
  let last: Promise<unknown> = Promise.resolve();

  async function prompt(request: CompletionRequest, onTextChunk?: (text: string) => void): Promise<string> {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(request.signal ? [request.signal] : [])]);
    const work = last.then(async () => {
      signal.throwIfAborted();
      const { schema, maxTokens, temperature } = request;
      const grammar = schema && (await llama.createGrammarForJsonSchema(grammarShape(schema.shape)));
      const { session, sequence } = readings.of(request.system);
      const question = asHistory(session, request.messages);
      try {
        return await session.prompt(question, {
          maxTokens,
          ...(temperature === undefined ? {} : { temperature, minP: LEAST_LIKELY }),
          signal,
          stopOnAbortSignal: false,
          ...(grammar === undefined ? {} : { grammar }),
          ...(onTextChunk === undefined ? {} : { onTextChunk }),
        });
      } catch (error) {
        // What it holds after a failure nobody knows. Cut off in time, it still holds what it has read.
        if (!signal.aborted) await sequence.clearHistory();
        throw error;
      }
    });
    last = work.catch(() => undefined);
    try {
      return await unlessOver(work, signal);
    } catch (cause) {
      throw broken(cause, where);
    }
  }

  return {
    id: 'embedded',
    displayName: EMBEDDED_NAME,
    inHouse: true,
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
    close: () => llama.dispose(),
  };
}

/** Ends when the signal does: on a busy machine the engine may need seconds to notice, which the caller does not have. */
async function unlessOver<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, over]);
}

interface Reading {
  system: string;
  session: ChatSession;
  sequence: Sequence;
}

/** A session for each of the instructions last asked with. */
function createReadings(
  newSequence: () => Sequence,
  { LlamaChatSession }: LlamaPackage,
  chatWrapper: ReturnType<LlamaPackage['resolveChatWrapper']>,
): { of(system: string): Reading } {
  // The one used last is last.
  const kept: Reading[] = [];

  function made(system: string): Reading {
    const oldest = kept.length < SEQUENCES ? undefined : kept.shift();
    oldest?.session.dispose();
    const sequence = oldest?.sequence ?? newSequence();
    const session = new LlamaChatSession({ contextSequence: sequence, systemPrompt: system, chatWrapper });
    return { system, sequence, session };
  }

  return {
    of(system) {
      const at = kept.findIndex((one) => one.system === system);
      const [found] = at < 0 ? [] : kept.splice(at, 1);
      const reading = found ?? made(system);
      kept.push(reading);
      return reading;
    },
  };
}

/** Puts all messages but the last into the session's history, and answers the last. */
function asHistory(session: ChatSession, messages: readonly Message[]): string {
  session.resetChatHistory();
  const before = messages
    .slice(0, -1)
    .map(
      ({ role, content }): ChatItem =>
        role === 'user' ? { type: 'user', text: content } : { type: 'model', response: [content] },
    );
  if (before.length > 0) session.setChatHistory([...session.getChatHistory(), ...before]);
  return messages.at(-1)?.content ?? '';
}
