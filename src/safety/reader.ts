// Reads one text against the rules: sentence by sentence, and for each hit whether its surroundings void or lower it
// (denied, reported of somebody else, long past, fiction, study, a joke).
import type { Category, Level } from '../domain/verdict.ts';
import type { Sentence } from './normalise.ts';
import { normalise } from './normalise.ts';
import type { Pattern } from './pattern.ts';
import type { Cue, Rule, RuleSet } from './rules.ts';

export interface Hit {
  rule: string;
  category: Category | 'distress';
  level: Level;
}

/** `told` is the text without what is said in it in quotation marks, for the rules that pass over speech. */
export type Reader = (text: string, told?: string) => Hit[];

/** `alone`: a part is read for whatever text it may stand in, so no cue of the whole text voids or lowers a hit. */
export function createReader(set: RuleSet, context: 'player' | 'agent', { alone = false } = {}): Reader {
  const rules = set.rules.filter((rule) => rule.contexts.includes(context));
  const pass = (some: readonly Rule[]) => createPass(set, some, alone);
  const everywhere = pass(rules);
  const ofSpeechToo = pass(rules.filter((rule) => rule.quoted === 'read'));
  const ofTellingOnly = pass(rules.filter((rule) => rule.quoted === 'pass'));
  return (text, told = text) => {
    if (told === text) return everywhere(text);
    return [...ofSpeechToo(text), ...ofTellingOnly(told)];
  };
}

function createPass(set: RuleSet, rules: readonly Rule[], alone: boolean): (text: string) => Hit[] {
  const index = indexByWord(rules);
  const marked = rules.filter(({ marks }) => marks.length > 0);

  return (text) => {
    const hits = new Map<string, Hit>();
    const written = marked.length === 0 ? '' : asTyped(text);
    for (const { id, category, level, marks } of marked) {
      if (marks.some((mark) => written.includes(mark))) hits.set(id, { rule: id, category, level });
    }
    for (const sentences of normalise(text, set.spelling)) {
      /** Cues of the whole text are looked at only when a rule asks, and once. */
      const ofText = new Map<string, boolean>();
      const holdsInText = (cue: Cue): boolean => {
        if (alone) return false;
        const known = ofText.get(cue.id);
        if (known !== undefined) return known;
        const holds =
          sentences.some((sentence) => anyMatch(cue.patterns, sentence)) &&
          !sentences.some((sentence) => anyMatch(cue.except, sentence));
        ofText.set(cue.id, holds);
        return holds;
      };
      for (const sentence of sentences) {
        for (const { rule, pattern } of candidates(index, sentence)) {
          const level = levelOf(rule, pattern, sentence, set, holdsInText);
          if (level === null) continue;
          const found = hits.get(rule.id);
          if (found === undefined || found.level === 'low')
            hits.set(rule.id, { rule: rule.id, category: rule.category, level });
        }
      }
    }
    return [...hits.values()];
  };
}

/** As a machine would write it: typesetting has made curly quotes of its straight ones. */
function asTyped(text: string): string {
  return text.toLowerCase().replace(/[\u201c\u201d]/g, '"');
}

interface Indexed {
  rule: Rule;
  pattern: Pattern;
}

interface WordIndex {
  byWord: ReadonlyMap<string, readonly Indexed[]>;
  always: readonly Indexed[];
}

function indexByWord(rules: readonly Rule[]): WordIndex {
  const byWord = new Map<string, Indexed[]>();
  const always: Indexed[] = [];
  for (const rule of rules) {
    for (const pattern of rule.patterns) {
      if (pattern.needs === null) always.push({ rule, pattern });
      for (const word of pattern.needs ?? []) {
        const list = byWord.get(word);
        if (list === undefined) byWord.set(word, [{ rule, pattern }]);
        else list.push({ rule, pattern });
      }
    }
  }
  return { byWord, always };
}

function candidates(index: WordIndex, sentence: Sentence): Set<Indexed> {
  const found = new Set(index.always);
  for (const word of sentence.words) for (const indexed of index.byWord.get(word) ?? []) found.add(indexed);
  return found;
}

/** The level a pattern earns in a sentence, null when it does not match or every match is void. */
function levelOf(
  rule: Rule,
  pattern: Pattern,
  sentence: Sentence,
  set: RuleSet,
  holdsInText: (cue: Cue) => boolean,
): Level | null {
  let best: Level | null = null;
  for (const at of matches(pattern, sentence.text)) {
    if (anyMatch(rule.unless, sentence)) return null;
    let level: Level = rule.level;
    let voided = false;
    for (const id of rule.cues) {
      const cue = set.cues.get(id);
      if (cue === undefined || !applies(cue, sentence, at, holdsInText)) continue;
      if (cue.effect === 'cancel') voided = true;
      else level = 'low';
    }
    if (voided) continue;
    if (level === rule.level) return level;
    best = level;
  }
  return best;
}

function* matches(pattern: Pattern, text: string): Generator<number> {
  let from = 0;
  while (from < text.length) {
    const found = pattern.regex.exec(from === 0 ? text : text.slice(from));
    if (found === null) return;
    yield from + found.index;
    // On from the next word: a second, undenied match may follow a denied one. A slice keeps ^ honest only for the first.
    const next = text.indexOf(' ', from + found.index) + 1;
    if (next === 0) return;
    from = next;
  }
}

function applies(cue: Cue, sentence: Sentence, at: number, holdsInText: (cue: Cue) => boolean): boolean {
  if (cue.before !== null && standsBefore(cue.before, sentence.text, at)) return true;
  if (cue.patterns.length === 0) return false;
  if (cue.within === 'text') return holdsInText(cue);
  return anyMatch(cue.patterns, sentence) && !anyMatch(cue.except, sentence);
}

function standsBefore(before: NonNullable<Cue['before']>, text: string, at: number): boolean {
  if (before.unlessFirst.has(text.slice(at, text.indexOf(' ', at)))) return false;
  const words = text.slice(0, at).trimEnd().split(' ');
  for (let n = words.length - 1; n >= 0; n--) {
    const word = words[n] ?? '';
    if (before.words.has(word)) return !words.slice(Math.max(0, n - 3), n).some((w) => before.unlessAfter.has(w));
    if (!before.over.has(word)) return false;
  }
  return false;
}

function anyMatch(patterns: readonly Pattern[], sentence: Sentence): boolean {
  return patterns.some((pattern) => mayMatch(pattern, sentence) && pattern.regex.test(sentence.text));
}

function mayMatch(pattern: Pattern, sentence: Sentence): boolean {
  if (pattern.needs === null) return true;
  for (const word of pattern.needs) if (sentence.words.has(word)) return true;
  return false;
}
