// The page's one way to the gateway: same-origin JSON with the cookie session. Every answer is a value, never a throw,
// so a caller cannot forget the case in which the network is gone.
import type { ErrorCode, FieldIssue } from '../../src/domain/errors.ts';
import type { HelpResource } from '../../src/domain/turn.ts';

/** A problem document of the gateway, or `network` when no answer came at all. */
export interface Problem {
  code: ErrorCode | 'network';
  /** 0 when no answer came. */
  status: number;
  detail: string;
  issues: readonly FieldIssue[];
  retryAfterS: number | null;
  /** Resources that the gateway sends beside a refusal, so that help is never behind one. */
  resources: readonly HelpResource[];
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  idempotencyKey?: string;
  timeoutMs?: number;
}

/** Longer than the slowest model turn (three agents with their timeouts, 45 s), so that a slow answer is not cut off. */
const DEFAULT_TIMEOUT_MS = 60_000;

export type Api = <T>(path: string, call?: Call) => Promise<Answer<T>>;

export function createApi(fetcher: typeof fetch = (...args) => fetch(...args)): Api {
  return async <T>(path: string, call: Call = {}): Promise<Answer<T>> => {
    const method = call.method ?? 'GET';
    const headers: Record<string, string> = { accept: 'application/json' };
    // A header that another site's form cannot set: the gateway refuses changes without it.
    if (method !== 'GET') headers['x-tta'] = '1';
    if (call.body !== undefined) headers['content-type'] = 'application/json';
    if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
    try {
      const response = await fetcher(path, {
        method,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(call.timeoutMs ?? DEFAULT_TIMEOUT_MS),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      const text = await response.text();
      const parsed: unknown = text === '' ? null : JSON.parse(text);
      // The gateway is the same release as this page, so a 2xx body has the shape its contract names.
      if (response.ok) return { ok: true, value: parsed as T };
      return { ok: false, problem: problemFrom(response, parsed) };
    } catch {
      return { ok: false, problem: noAnswer() };
    }
  };
}

function noAnswer(): Problem {
  return {
    code: 'network',
    status: 0,
    detail: 'The story could not be reached. Check the connection and try again.',
    issues: [],
    retryAfterS: null,
    resources: [],
  };
}

function problemFrom(response: Response, parsed: unknown): Problem {
  // Every field is optional here: a proxy in between may answer with a body of its own.
  const body = (parsed ?? {}) as Partial<Problem> & { title?: string; help?: { resources?: readonly HelpResource[] } };
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    code:
      body.code ?? (response.status === 401 ? 'unauthenticated' : response.status >= 500 ? 'unavailable' : 'internal'),
    status: response.status,
    detail: body.detail ?? body.title ?? 'The story could not answer. Try again in a moment.',
    issues: body.issues ?? [],
    retryAfterS: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
    resources: body.resources ?? body.help?.resources ?? [],
  };
}
