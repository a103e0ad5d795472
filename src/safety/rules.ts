// Loads the rules of config/safety, refuses what it cannot understand (naming file, line and field), and compiles them once.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import type { Category, Level } from '../domain/verdict.ts';
import { CRISIS_KINDS, LEVELS } from '../domain/verdict.ts';
import type { Spelling } from './normalise.ts';
import type { Pattern, WordLists } from './pattern.ts';
import { compilePattern } from './pattern.ts';

const CONTEXTS = ['player', 'agent'] as const;
const patterns = z.array(z.string().min(1)).min(1);

const ruleFile = z.strictObject({
  category: z.enum([...CRISIS_KINDS, 'unsafe', 'distress']),
  contexts: z.array(z.enum(CONTEXTS)).min(1),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  /** Cues that apply to every rule of the file that names none itself. */
  cues: z.array(z.string()).default([]),
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(\.[a-z0-9-]+)+$/, 'an id is words joined by dots, such as suicide.plan'),
        level: z.enum(LEVELS),
        rationale: z.string().min(10),
        category: z.enum([...CRISIS_KINDS, 'unsafe', 'distress']).optional(),
        languages: z.array(z.string().regex(/^[a-z]{2}$/)).optional(),
        cues: z.array(z.string()).optional(),
        patterns,
        unless: z.array(z.string().min(1)).default([]),
      }),
    )
    .min(1),
});

const cueFile = z.strictObject({
  cues: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+$/),
        /** `cancel`: the hit is void. `lower`: it counts as low, a reason for kindness but not for a crisis. */
        effect: z.enum(['cancel', 'lower']),
        rationale: z.string().min(10),
        /** Right before the hit, with only words of `over` between; not when a word of `unlessAfter` is among the three before that, nor when
         * the hit itself begins with a word of `unlessFirst`. */
        before: z
          .strictObject({
            words: patterns,
            over: z.array(z.string()),
            unlessAfter: z.array(z.string()).default([]),
            unlessFirst: z.array(z.string()).default([]),
          })
          .optional(),
        within: z.enum(['sentence', 'text']).default('sentence'),
        patterns: z.array(z.string().min(1)).default([]),
        except: z.array(z.string().min(1)).default([]),
      }),
    )
    .min(1),
});

const wordFile = z.strictObject({ lists: z.record(z.string().regex(/^[a-z_]+$/), patterns) });
const spellingFile = z.strictObject({
  replace: z.record(z.string(), z.string()),
  filler: z.array(z.string()),
  joined: z.array(z.string()),
});

export interface Rule {
  id: string;
  /** `distress` is low mood, panic, worry: a reason for kindness, never a crisis kind. */
  category: Category | 'distress';
  level: Level;
  contexts: readonly (typeof CONTEXTS)[number][];
  languages: readonly string[];
  patterns: readonly Pattern[];
  unless: readonly Pattern[];
  cues: readonly string[];
}

export interface Cue {
  id: string;
  effect: 'cancel' | 'lower';
  before: {
    words: ReadonlySet<string>;
    over: ReadonlySet<string>;
    unlessAfter: ReadonlySet<string>;
    unlessFirst: ReadonlySet<string>;
  } | null;
  within: 'sentence' | 'text';
  patterns: readonly Pattern[];
  except: readonly Pattern[];
}

export interface RuleSet {
  rules: readonly Rule[];
  cues: ReadonlyMap<string, Cue>;
  spelling: Spelling;
  version: string;
}

const NOT_RULES = new Set(['words.yaml', 'cues.yaml', 'spelling.yaml']);

/** Throws AppError('config_invalid') with one issue for everything that is wrong; a partly readable set is no set. */
export function loadRules(directory: string): RuleSet {
  const issues: { path: string; message: string }[] = [];
  const hash = createHash('sha256');
  const read = <T>(file: string, schema: z.ZodType<T>): { value: T; lineOf: (path: Path) => string } | null => {
    const text = readFileSync(join(directory, file), 'utf8');
    hash.update(file).update(text);
    return parseFile(file, text, schema, issues);
  };
  const compileAll = (sources: readonly string[], lists: WordLists, where: (at: number) => string): Pattern[] =>
    sources.flatMap((source, at) => {
      try {
        return [compilePattern(source, lists, filler)];
      } catch (error) {
        issues.push({ path: where(at), message: error instanceof Error ? error.message : 'cannot be read' });
        return [];
      }
    });

  const lists: WordLists = new Map(Object.entries(read('words.yaml', wordFile)?.value.lists ?? {}));
  const spelling = read('spelling.yaml', spellingFile)?.value ?? { replace: {}, filler: [], joined: [] };
  const filler = new Set(spelling.filler);
  const cues = readCues();
  const files = readdirSync(directory).filter((file) => file.endsWith('.yaml') && !NOT_RULES.has(file));
  const rules = files.sort().flatMap(readRules);
  if (rules.length === 0) issues.push({ path: directory, message: 'holds no rules' });
  if (issues.length > 0) {
    const first = issues[0];
    throw new AppError('config_invalid', `The safety rules are not valid: ${first?.path}: ${first?.message}`, {
      issues,
    });
  }
  return {
    rules,
    cues,
    spelling: {
      replace: new Map(Object.entries(spelling.replace)),
      filler,
      joined: new Set(spelling.joined),
    },
    version: hash.digest('hex').slice(0, 16),
  };

  function readCues(): Map<string, Cue> {
    const found = read('cues.yaml', cueFile);
    return new Map(
      (found?.value.cues ?? []).map((cue, at) => [
        cue.id,
        {
          id: cue.id,
          effect: cue.effect,
          within: cue.within,
          before:
            cue.before === undefined
              ? null
              : {
                  words: new Set(cue.before.words),
                  over: new Set(cue.before.over),
                  unlessAfter: new Set(cue.before.unlessAfter),
                  unlessFirst: new Set(cue.before.unlessFirst),
                },
          patterns: compileAll(cue.patterns, lists, (n) => found?.lineOf(['cues', at, 'patterns', n]) ?? ''),
          except: compileAll(cue.except, lists, (n) => found?.lineOf(['cues', at, 'except', n]) ?? ''),
        },
      ]),
    );
  }

  function readRules(file: string): Rule[] {
    const found = read(file, ruleFile);
    if (found === null) return [];
    const { value, lineOf } = found;
    return value.rules.map((rule, at): Rule => {
      const ruleCues = rule.cues ?? value.cues;
      for (const cue of ruleCues) {
        if (!cues.has(cue))
          issues.push({ path: lineOf(['rules', at, 'id']), message: `names an unknown cue "${cue}"` });
      }
      return {
        id: rule.id,
        category: rule.category ?? value.category,
        level: rule.level,
        contexts: value.contexts,
        languages: rule.languages ?? value.languages,
        patterns: compileAll(rule.patterns, lists, (n) => lineOf(['rules', at, 'patterns', n])),
        unless: compileAll(rule.unless, lists, (n) => lineOf(['rules', at, 'unless', n])),
        cues: ruleCues,
      };
    });
  }
}

type Path = readonly PropertyKey[];

function parseFile<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  issues: { path: string; message: string }[],
): { value: T; lineOf: (path: Path) => string } | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: Path): string => {
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
