// Any endpoint that speaks the OpenAI chat protocol: a vendor's, or Ollama, LM Studio, vLLM, llama-server next door.
// It holds the model to a JSON schema in the strongest of three ways that the endpoint accepts, and remembers which.
import { z } from 'zod';
import { broken, refusal, unreadable } from './failures.ts';
import { jsonIn, withoutThoughts } from './json.ts';
import { eventData } from './sse.ts';
import type { CompletionRequest, ModelProvider } from './types.ts';

export interface OpenAiOptions {
  /** Base address, with or without `/v1` and what follows it. */
  url: string;
  model: string;
  apiKey?: string | undefined;
  /** Longest a whole answer, and longest the silence within a stream, may take. */
  timeoutMs: number;
  /** Name for people; by default the host, or this computer. */
  displayName?: string | undefined;
  fetch?: typeof fetch;
}

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});
const pieceSchema = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).optional() })).optional(),
  error: z.unknown().optional(),
});

/** Strongest first. Each step down is for endpoints that answer 4xx to the one before. */
const FORMATS = ['json_schema', 'json_object', 'none'] as const;
type Format = (typeof FORMATS)[number];
/** With these an endpoint says that it does not know a response format. */
const NOT_UNDERSTOOD: ReadonlySet<number> = new Set([400, 415, 422, 501]);
/** No answer we ask for is a tenth of this long; it bounds what a broken endpoint makes us hold. */
const MOST_LETTERS = 64_000;

export function createOpenAiProvider(options: OpenAiOptions): ModelProvider {
  const { model, apiKey, timeoutMs, fetch: send = fetch } = options;
  const base = new URL(options.url);
  const where = base.host;
  const endpoint = endpointOf(base);
  let format: Format = 'json_schema';

  async function post(request: CompletionRequest, stream: boolean, as: Format, signal: AbortSignal): Promise<Response> {
    try {
      return await send(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify(bodyOf(model, request, stream, as)),
        signal,
        // Followed, it would carry what a player said, and our key, to a host that nobody agreed to.
        redirect: 'error',
      });
    } catch (cause) {
      throw broken(cause, where);
    }
  }

  /** The answer's head, in the strongest format that is taken. Asking again in a weaker one is negotiation, not a retry. */
  async function ask(request: CompletionRequest, stream: boolean, signal: AbortSignal): Promise<Response> {
    const formats = request.schema === undefined ? (['none'] as const) : FORMATS.slice(FORMATS.indexOf(format));
    for (const as of formats) {
      const response = await post(request, stream, as, signal);
      if (response.ok) {
        if (request.schema !== undefined) format = as;
        return response;
      }
      await response.body?.cancel().catch(() => undefined);
      if (as === 'none' || !NOT_UNDERSTOOD.has(response.status))
        throw refusal(response.status, response.headers.get('retry-after'), where);
    }
    throw unreadable(where);
  }

  return {
    id: 'openai-compatible',
    displayName: options.displayName ?? (isLoopback(base) ? `this computer (${model})` : base.hostname),
    inHouse: isLoopback(base),

    async complete(request) {
      const signal = within(timeoutMs, request.signal);
      const response = await ask(request, false, signal);
      let text: string;
      try {
        text = await bounded(response);
      } catch (cause) {
        throw broken(cause, where);
      }
      const content = contentOf(text);
      if (content === null) throw unreadable(where);
      if (request.schema === undefined) return { text: withoutThoughts(content) };
      const json = jsonIn(content);
      return { text: withoutThoughts(content), ...(json === undefined ? {} : { json }) };
    },

    async *stream(request) {
      const silence = new AbortController();
      const signal = request.signal === undefined ? silence.signal : AbortSignal.any([request.signal, silence.signal]);
      let timer = setTimeout(() => silence.abort(), timeoutMs);
      let finished = false;
      try {
        const response = await ask(request, true, signal);
        if (response.body === null) throw unreadable(where);
        for await (const data of eventData(response.body)) {
          clearTimeout(timer);
          timer = setTimeout(() => silence.abort(), timeoutMs);
          if (data === '[DONE]') {
            finished = true;
            break;
          }
          const piece = pieceOf(data);
          if (piece === null) throw unreadable(where);
          if (piece !== '') yield piece;
        }
        // An end without its mark is a server that died while it spoke.
        if (!finished) throw unreadable(where);
      } catch (cause) {
        throw broken(cause, where);
      } finally {
        clearTimeout(timer);
        silence.abort();
      }
    },
  };
}

function endpointOf(base: URL): URL {
  const path = base.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return new URL(`${path === '' ? '/v1' : path}/chat/completions`, base);
}

function bodyOf(model: string, request: CompletionRequest, stream: boolean, as: Format): Record<string, unknown> {
  const { system, messages, schema, maxTokens, temperature } = request;
  return {
    model,
    messages: [{ role: 'system', content: system }, ...messages],
    max_tokens: maxTokens,
    stream,
    ...(temperature === undefined ? {} : { temperature }),
    ...(as === 'json_schema' && schema !== undefined
      ? {
          response_format: {
            type: 'json_schema',
            json_schema: { name: schema.name, strict: true, schema: schema.shape },
          },
        }
      : {}),
    ...(as === 'json_object' ? { response_format: { type: 'json_object' } } : {}),
  };
}

function within(timeoutMs: number, signal: AbortSignal | undefined): AbortSignal {
  const late = AbortSignal.timeout(timeoutMs);
  return signal === undefined ? late : AbortSignal.any([signal, late]);
}

async function bounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MOST_LETTERS) throw new RangeError('the answer is too long');
  }
  return text;
}

function contentOf(text: string): string | null {
  const answer = answerSchema.safeParse(jsonOf(text));
  return answer.success ? (answer.data.choices[0]?.message.content ?? '') : null;
}

function pieceOf(data: string): string | null {
  const piece = pieceSchema.safeParse(jsonOf(data));
  if (!piece.success || piece.data.error !== undefined) return null;
  return piece.data.choices?.[0]?.delta?.content ?? '';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
