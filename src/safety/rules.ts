// Loads the rules of config/safety, refuses what it cannot understand (naming file, line and field), and compiles them once.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { FieldIssue } from '../domain/errors.ts';
import { AppError } from '../domain/errors.ts';
import type { Category, Level } from '../domain/verdict.ts';
import type { ThemeLexicon } from './avoid.ts';
import type { Spelling } from './normalise.ts';
import type { Pattern, WordLists } from './pattern.ts';
import { compilePattern } from './pattern.ts';
import type { RuleFile } from './rule-file.ts';
import { parseRuleFile } from './rule-file.ts';
import {
  AGENT_CATEGORIES,
  type CONTEXTS,
  cueFile,
  PLAYER_CATEGORIES,
  ruleFile,
  spellingFile,
  themeFile,
  wordFile,
} from './schema.ts';

export interface Rule {
  id: string;
  /** As a verdict names it. Every agent rule is `unsafe` there: of an agent's text only one thing is asked. */
  category: Category | 'distress';
  /** As the file names it, for those who review. */
  filedUnder: string;
  rationale: string;
  alternative: string | null;
  level: Level;
  contexts: readonly (typeof CONTEXTS)[number][];
  languages: readonly string[];
  patterns: readonly Pattern[];
  /** In lower case. */
  marks: readonly string[];
  unless: readonly Pattern[];
  cues: readonly string[];
  quoted: 'read' | 'pass';
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
  themes: ThemeLexicon;
  version: string;
}

const NOT_RULES = new Set(['words.yaml', 'cues.yaml', 'spelling.yaml', 'themes.yaml']);
/** The one language whose screen is measured, and so the one that must be whole. */
const MEASURED_LANGUAGE = 'en';
const PLAYER_ONLY = new Set<string>(PLAYER_CATEGORIES);

/** Throws AppError('config_invalid') with one issue for everything that is wrong; a partly readable set is no set. */
export function loadRules(directory: string): RuleSet {
  const issues: FieldIssue[] = [];
  const hash = createHash('sha256');
  const read = <T>(file: string, schema: z.ZodType<T>): RuleFile<T> | null => {
    let text: string;
    try {
      text = readFileSync(join(directory, file), 'utf8');
    } catch {
      issues.push({ path: file, message: 'is missing or cannot be opened' });
      return null;
    }
    hash.update(file).update('\0').update(text).update('\0');
    return parseRuleFile(file, text, schema, issues);
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

  const words = read('words.yaml', wordFile)?.value.lists;
  // Without its words every rule would be complained of, and the one line that is wrong would not be seen.
  if (words === undefined) throw refused(issues);
  const lists: WordLists = new Map(Object.entries(words));
  const plain = read('spelling.yaml', spellingFile)?.value ?? { replace: {}, filler: [], joined: [] };
  const filler = new Set(plain.filler);
  const spelling = { replace: new Map(Object.entries(plain.replace)), filler, joined: new Set(plain.joined) };
  const cues = readCues();
  const themes = read('themes.yaml', themeFile)?.value;
  const rules = ruleFiles(directory, issues).flatMap(readRules);
  issues.push(...missing(rules), ...twice(rules));
  if (issues.length > 0 || themes === undefined) throw refused(issues);
  return { rules, cues, spelling, themes, version: hash.digest('hex').slice(0, 16) };

  function readCues(): Map<string, Cue> {
    const found = read('cues.yaml', cueFile);
    return new Map(
      (found?.value.cues ?? []).map(({ before, ...cue }, at) => [
        cue.id,
        {
          ...cue,
          before:
            before === undefined
              ? null
              : {
                  words: new Set(before.words),
                  over: new Set(before.over),
                  unlessAfter: new Set(before.unlessAfter),
                  unlessFirst: new Set(before.unlessFirst),
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
      const filedUnder = rule.category ?? value.category;
      if (value.contexts.includes('player') && !PLAYER_ONLY.has(filedUnder)) {
        const message = `"${filedUnder}" is said of agents' texts only`;
        issues.push({ path: lineOf(['rules', at, 'category']), message });
      }
      return {
        id: rule.id,
        category: isOfVerdicts(filedUnder) ? filedUnder : 'unsafe',
        filedUnder,
        rationale: rule.rationale,
        alternative: rule.alternative ?? null,
        level: rule.level,
        contexts: value.contexts,
        languages: rule.languages ?? value.languages,
        patterns: compileAll(rule.patterns, lists, (n) => lineOf(['rules', at, 'patterns', n])),
        marks: rule.marks.map((mark) => mark.toLowerCase()),
        unless: compileAll(rule.unless, lists, (n) => lineOf(['rules', at, 'unless', n])),
        cues: ruleCues,
        quoted: rule.quoted,
      };
    });
  }
}

function refused(issues: readonly FieldIssue[]): AppError {
  const [first] = issues;
  return new AppError('config_invalid', `The safety rules are not valid: ${first?.path}: ${first?.message}`, {
    issues,
  });
}

function isOfVerdicts(category: string): category is Category | 'distress' {
  return PLAYER_ONLY.has(category);
}

function ruleFiles(directory: string, issues: FieldIssue[]): string[] {
  try {
    return readdirSync(directory)
      .filter((file) => file.endsWith('.yaml') && !NOT_RULES.has(file))
      .sort();
  } catch {
    issues.push({ path: directory, message: 'is missing or cannot be opened' });
    return [];
  }
}

/** A set that lost a whole kind, as when a file was removed, is not a smaller set: nobody would notice what it lets through. */
function missing(rules: readonly Rule[]): FieldIssue[] {
  const inEnglish = rules.filter(({ languages }) => languages.includes(MEASURED_LANGUAGE));
  const held = new Set(inEnglish.flatMap(({ contexts, filedUnder }) => contexts.map((c) => `${c} ${filedUnder}`)));
  const needed = [
    ...PLAYER_CATEGORIES.map((category) => `player ${category}`),
    ...AGENT_CATEGORIES.map((category) => `agent ${category}`),
  ];
  return needed
    .filter((kind) => !held.has(kind))
    .map((kind) => ({ path: `${kind.replace(' ', '-')}.yaml`, message: 'no file holds a rule of this kind' }));
}

function twice(rules: readonly Rule[]): FieldIssue[] {
  const ids = rules.map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => ({
    path: id,
    message: 'two rules have this id',
  }));
}
