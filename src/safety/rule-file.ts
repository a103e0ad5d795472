// Reads one YAML file against its schema, and can say for every field on which line it stands.
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { FieldIssue } from '../domain/errors.ts';

type FieldPath = readonly PropertyKey[];

export interface RuleFile<T> {
  value: T;
  /** `file:line field`, of the field or of the nearest one around it that is written down. */
  lineOf(path: FieldPath): string;
}

/** Null when the file cannot be taken; what is wrong is added to `issues`. */
export function parseRuleFile<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  issues: FieldIssue[],
): RuleFile<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: FieldPath): string => {
    let offset = 0;
    for (let depth = path.length; depth > 0 && offset === 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        offset = Number(node.range[0]);
      }
    }
    return `${file}:${lines.linePos(offset).line} ${path.map(String).join('.')}`;
  };
  for (const error of document.errors) {
    issues.push({
      path: `${file}:${error.linePos?.[0].line ?? 1}`,
      message: error.message.split('\n')[0] ?? 'not YAML',
    });
  }
  if (document.errors.length > 0) return null;
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, lineOf };
  for (const issue of result.error.issues) issues.push({ path: lineOf(issue.path), message: issue.message });
  return null;
}
