// Bodies as bytes first: what is no UTF-8 or no JSON is refused with a path, and can still be read by the screening.
import type { z } from 'zod';
import type { FieldIssue } from '../domain/errors.ts';
import { AppError } from '../domain/errors.ts';

/** `words` is the text as far as it can be read, for the screening. */
export type Body = { words: string } & ({ ok: true; value: unknown } | { ok: false; refusal: AppError });

/** An unknown field's name comes from outside, and the answer need not repeat a letter. */
const PATH_MAX = 100;

const strict = new TextDecoder('utf-8', { fatal: true });

/** Reads a request body without judging its fields. */
export function readBody(raw: unknown): Body {
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    const refusal = malformed('The body is not UTF-8 text.', [{ path: '', message: 'not UTF-8' }]);
    return { ok: false, refusal, words: bytes.toString('utf8') };
  }
  if (text.trim() === '') return { ok: true, value: {}, words: text };
  try {
    return { ok: true, value: JSON.parse(text), words: text };
  } catch (error) {
    // The parser's message quotes the body; only the position may be told.
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const message = position === undefined ? 'not JSON' : `not JSON at character ${position}`;
    return { ok: false, refusal: malformed('The body is not JSON.', [{ path: '', message }]), words: text };
  }
}

/** AppError('malformed') naming each field that is wrong, never its value. */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap(({ path, message, ...issue }) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: [...path, key].join('.').slice(0, PATH_MAX),
          message: 'there is no such field',
        }))
      : [{ path: path.join('.'), message }],
  );
  throw malformed('Some fields are missing or wrong; see issues.', issues);
}

export function bodyAs<T>(schema: z.ZodType<T>, raw: unknown): T {
  const body = readBody(raw);
  if (!body.ok) throw body.refusal;
  return parseAs(schema, body.value);
}

export function malformed(message: string, issues: readonly FieldIssue[]): AppError {
  return new AppError('malformed', message, { issues });
}
