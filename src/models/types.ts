// What a language model is asked and answers, the same for an endpoint on the network and for one in this process.

export interface Message {
  role: 'user' | 'assistant';
  content: string;
}

export interface CompletionRequest {
  system: string;
  messages: readonly Message[];
  /** JSON Schema of the answer. Where the model can be held to it, it is; the caller checks the answer all the same. */
  schema?: { name: string; shape: Readonly<Record<string, unknown>> };
  maxTokens: number;
  /** 0 … 2; the endpoint's own default when absent. */
  temperature?: number;
  /** Ends the call at once; it then rejects with AppError('unavailable'). */
  signal?: AbortSignal;
}

export interface Completion {
  text: string;
  /** The JSON of the answer where a schema was asked for and one could be read; unchecked. */
  json?: unknown;
}

/**
 * Both methods reject with AppError and try nothing twice: `unavailable` (no answer, a broken one, or not in time),
 * `too_many_requests` (with `retryAfterS` where it was said) or `config_invalid` (address, name or key is wrong).
 * No error carries anything of what was asked.
 */
export interface ModelProvider {
  id: string;
  /** Who receives what is asked, in words for a consent, such as `api.example.com`. */
  displayName: string;
  /** It runs on this computer: what it is asked leaves the house no more than what is stored does. */
  inHouse: boolean;
  complete(request: CompletionRequest): Promise<Completion>;
  /** Pieces of the text as they come. Leaving the loop early ends the call. */
  stream(request: CompletionRequest): AsyncIterable<string>;
}
