// Reads tta_config.yaml and refuses what is wrong in it by file, line, path and reason. There are no silent corrections.
import { readFileSync } from 'node:fs';
import { isMap, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AppError, type FieldIssue } from '../domain/errors.ts';
import { type Config, configSchema } from '../domain/schemas/config.ts';

/** The configuration of the file, or all defaults when no file is named. AppError('config_invalid') lists every fault. */
export function loadConfig(file?: string): Config {
  if (file === undefined || file === '') return configSchema.parse({});
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('config_invalid', `${file} cannot be read: check TTA_CONFIG, or leave it out.`, { cause });
  }
  return parseConfig(text, file);
}

export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw refused(
      file,
      document.errors.map((error) => ({
        path: '',
        message: `line ${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`,
      })),
    );
  }
  // An empty file has null for its content, and every section a default.
  const result = configSchema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(byField).map(({ path, message }): FieldIssue => {
    const offset = offsetOf(document.contents, path);
    const line = offset === null ? 1 : lines.linePos(offset).line;
    return { path: path.join('.'), message: `line ${line}: ${message}` };
  });
  throw refused(file, issues);
}

function refused(file: string, issues: readonly FieldIssue[]): AppError {
  return new AppError('config_invalid', `${file} is refused; nothing of it is used.`, { issues });
}

interface Fault {
  path: readonly PropertyKey[];
  message: string;
}

/** Zod names the section that has unknown keys; the reader wants the key. */
function byField(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'there is no such setting' }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path: issue.path, message: issue.issues[0]?.message ?? issue.message }];
  }
  return [{ path: issue.path, message: issue.message }];
}

/** Where the deepest key of the path that is in the file stands: for a missing field the section it belongs in. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number | null {
  let at: number | null = root?.range?.[0] ?? null;
  let node: unknown = root;
  for (const key of path) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
    if (pair === undefined) break;
    at = rangeOf(pair.key) ?? at;
    node = pair.value;
  }
  return at;
}

function rangeOf(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
  return typeof node.range[0] === 'number' ? node.range[0] : null;
}
