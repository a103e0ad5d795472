// The table of words to the game, compiled once and found by first word; its words are also spared by the correction of spelling.
import type { Intent } from '../../domain/agents.ts';
import type { Pattern } from './grammar.ts';
import { compile, firstWords } from './grammar.ts';
import { ASIDES, PHRASES } from './lexicon/asides.ts';

interface Entry {
  intent: Intent;
  wish: string | undefined;
  pattern: Pattern;
  first: boolean;
  last: boolean;
}

function expanded(source: string): string[] {
  const name = /\{(\w+)\}/u.exec(source)?.[1];
  if (name === undefined) return [source];
  // A name that is not listed is a slip in the table; a test compiles all of it.
  const phrases: Readonly<Record<string, string>> = PHRASES;
  return (phrases[name] ?? `{${name}}`).split(';').map((phrase) => source.replace(`{${name}}`, phrase.trim()));
}

function entry(intent: Intent, wish: string | undefined, source: string): Entry {
  const pieces = source.replace(/\s+/g, ' ').trim().split(' ');
  const inner = pieces.filter((piece) => piece !== '^' && piece !== '$').join(' ');
  return { intent, wish, pattern: compile(inner), first: pieces[0] === '^', last: pieces.at(-1) === '$' };
}

const ENTRIES: readonly Entry[] = ASIDES.flatMap(({ intent, wish, patterns }) =>
  patterns.split(';').flatMap((source) => expanded(source).map((one) => entry(intent, wish, one))),
);

/** By the words that a phrase may begin with. */
export const BY_FIRST: ReadonlyMap<string, readonly Entry[]> = byFirst();

function byFirst(): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const one of ENTRIES)
    for (const word of new Set(firstWords(one.pattern))) entries.set(word, [...(entries.get(word) ?? []), one]);
  return entries;
}

/** All words of the table, for the correction of spelling. */
export const ASIDE_WORDS: ReadonlySet<string> = new Set(
  ENTRIES.flatMap(({ pattern }) => pattern.parts.flatMap((part) => ('words' in part ? [...part.words] : []))),
);
