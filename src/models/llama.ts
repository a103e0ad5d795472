// The package node-llama-cpp as far as it is used here, and where it is found. With its builds it is larger than all our other
// packages together, so it is installed only where it is wanted, and its own types cannot be relied on to be there.
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '../domain/errors.ts';

/** What `tta model install` adds under `.local/parts/NAME-VERSION`. deploy/embedded-model/ has the same version, with all it needs. */
export const LLAMA_PACKAGE = { name: 'node-llama-cpp', version: '3.22.1' } as const;

export interface LlamaPackage {
  getLlama(options: {
    gpu: false;
    maxThreads: number;
    /** No compiler is started and nothing is downloaded: the build that was installed, or none. */
    build: 'never';
    skipDownload: true;
    logLevel: 'error';
  }): Promise<Llama>;
  /** How this model wants a conversation written. Finding out takes a second, so it is done once. */
  resolveChatWrapper(model: LlamaModel): ChatWrapper;
  LlamaChatSession: new (options: {
    contextSequence: Sequence;
    systemPrompt: string;
    chatWrapper: ChatWrapper;
  }) => ChatSession;
}

export interface Llama {
  loadModel(options: { modelPath: string }): Promise<LlamaModel>;
  createGrammarForJsonSchema(shape: unknown): Promise<unknown>;
  dispose(): Promise<void>;
}

export interface LlamaModel {
  createContext(options: {
    /** Of each sequence, in tokens. */
    contextSize: number;
    sequences: number;
    batchSize: number;
    threads: number;
  }): Promise<{ getSequence(): Sequence }>;
}

/** A place for one text that the model has read; a next text is read only from where it differs. */
export interface Sequence {
  clearHistory(): Promise<void>;
}

export interface ChatWrapper {
  readonly wrapperName: string;
}

export type ChatItem =
  | { type: 'system'; text: unknown }
  | { type: 'user'; text: string }
  | { type: 'model'; response: unknown[] };

export interface ChatSession {
  /** Back to the system prompt alone. */
  resetChatHistory(): void;
  getChatHistory(): ChatItem[];
  setChatHistory(history: ChatItem[]): void;
  prompt(
    text: string,
    options: {
      maxTokens: number;
      temperature?: number;
      minP?: number;
      signal: AbortSignal;
      stopOnAbortSignal: false;
      grammar?: unknown;
      onTextChunk?: (text: string) => void;
    },
  ): Promise<string>;
  dispose(): void;
}

/** AppError('part_missing') says how to add it where it is not there. */
export async function llamaPackage(load: () => Promise<unknown> = find): Promise<LlamaPackage> {
  let found: unknown;
  try {
    found = await load();
  } catch (cause) {
    throw new AppError(
      'part_missing',
      `A model in process needs the package ${LLAMA_PACKAGE.name}. Add it with \`npx tta model install\`.`,
      { cause },
    );
  }
  if (isLlamaPackage(found)) return found;
  throw new AppError(
    'part_missing',
    `The installed ${LLAMA_PACKAGE.name} is not of a version that is known. Install version 3 with \`npx tta model install\`.`,
  );
}

/** Beside our own packages, for whoever added it there, else where `tta model install` puts it. */
async function find(): Promise<unknown> {
  const { name, version } = LLAMA_PACKAGE;
  try {
    return await import(name);
  } catch (cause) {
    const folder = fileURLToPath(new URL(`../../.local/parts/${name}-${version}/`, import.meta.url));
    let entry: string;
    try {
      entry = createRequire(folder).resolve(name);
    } catch {
      throw cause;
    }
    return await import(pathToFileURL(entry).href);
  }
}

function isLlamaPackage(found: unknown): found is LlamaPackage {
  return (
    typeof found === 'object' &&
    found !== null &&
    'getLlama' in found &&
    'LlamaChatSession' in found &&
    'resolveChatWrapper' in found
  );
}
