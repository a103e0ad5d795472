// Parsing at the edge: what is not of the agreed shape is refused with the path of each field that is wrong.
import type { z } from 'zod';
import { AppError, type FieldIssue } from '../errors.ts';
import type { ScreenedText } from '../screened-text.ts';

/** The value in the schema's shape. AppError('malformed') whose issues name the fields; no value is ever repeated in it. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // One fault per field, the first: a number where a text should be is not also "too short".
  const faults = new Map<string, FieldIssue>();
  for (const issue of result.error.issues) {
    const path = issue.path.join('.');
    if (!faults.has(path)) faults.set(path, { path, message: issue.message });
  }
  const fields = [...faults.keys()].map((path) => (path === '' ? 'the whole body' : path));
  throw new AppError('malformed', `Correct ${fields.join(', ')} and send it again.`, { issues: [...faults.values()] });
}

/** A type as it looks after JSON: read-only throughout, and screened text is text, since only safety/ may vouch for it. */
export type Plain<T> = T extends ScreenedText
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

/** True only for types that agree in every field, also in which fields are optional. */
export type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2
  ? true
  : false;

/** Declares the schema of a type that exists already. It compiles only while both say the same. */
export function schemaOf<T>() {
  return <S extends z.ZodType>(
    schema: S & (Same<z.output<S>, T> extends true ? unknown : 'the schema and the type differ'),
  ): S => schema;
}
