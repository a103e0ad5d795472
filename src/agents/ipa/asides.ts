// Finds words to the game in a sentence that is no command: a wish to stop, a question about it, "are you real". The longest of
// the phrases that are in it decides. What is said to a person of the story by name is never taken for one.
import type { Intent } from '../../domain/agents.ts';
import { BY_FIRST } from './aside-table.ts';
import { gistOf } from './gist.ts';
import { reach } from './grammar.ts';
import type { Context, Single } from './reading.ts';
import { INTERACTIONS, SURE } from './reading.ts';
import { toneOf } from './tone.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Taken out before a phrase is looked for: they soften or fill, and stand anywhere. */
const SOFTENERS = set(`
  really just actually even please maybe perhaps still also honestly literally ever um uh er hmm well okay hey hi hello oh ah lol
  haha kinda sorta simply though tho somehow seriously quickly basically totally`);
/** May stand before a phrase that begins a sentence. */
const BEFORE = set(`
  i think that then so sorry but and because thanks thank you yes no yeah wait listen this it is was nice fun good great lovely guess
  would like want can could we have need a be do something get give me`);
/** May stand after one that ends it. */
const AFTER = set(`
  now today tonight here there because cause so if when before since as or and but for again too right thanks thank sorry okay
  already tomorrow anymore any then soon bye after until while in at`);
/** Turn a wish into its opposite. */
const NOT = set('not never no without nobody hardly cannot');
/** How far before a phrase such a word still belongs to it: "I do not think I want to stop". */
const REACH = 4;
/** A question is as true when it is denied: "you are not real, are you". */
const EITHER_WAY = new Set<Intent>(['areyoureal', 'gamehelp', 'hint', 'recap']);
/** What is longer is a letter or a tale; a phrase in the middle of it is hardly what it is about. */
const LONGEST = 60;

interface Found {
  intent: Intent;
  wish: string | undefined;
  length: number;
}

function longestIn(words: readonly string[], among: (intent: Intent) => boolean): Found | null {
  let best: Found | null = null;
  const anywhere = (): boolean => true;
  const atTheEnd = (end: number): boolean => end >= words.length || AFTER.has(words[end] ?? '');
  for (let at = 0; at < words.length; at++) {
    const opens = words.slice(0, at).every((word) => BEFORE.has(word));
    const denied = words.slice(Math.max(0, at - REACH), at).some((word) => NOT.has(word));
    for (const { intent, wish, pattern, first, last } of BY_FIRST.get(words[at] ?? '') ?? []) {
      if (!among(intent) || (first && !opens) || (denied && !EITHER_WAY.has(intent))) continue;
      const end = reach(pattern, words, at, last ? atTheEnd : anywhere);
      if (end >= 0 && (best === null || end - at > best.length)) best = { intent, wish, length: end - at };
    }
  }
  return best;
}

const plain = (words: readonly string[]): string[] => words.filter((word) => !SOFTENERS.has(word));

function find({ reading }: Context, among: (intent: Intent) => boolean): Found | null {
  if (reading.words.length > LONGEST) return null;
  const clauses = reading.clauses.map(({ words }) => words);
  const sentences = clauses.length === 1 ? clauses : [...clauses, reading.words];
  return sentences
    .map((words) => longestIn(plain(words), among))
    .reduce((best, one) => (one !== null && (best === null || one.length > best.length) ? one : best), null);
}

function namesSomebody({ reading, language, scope, view }: Context): boolean {
  const here = new Set(view.characters.map(({ id }) => id).filter((id) => scope.visible.has(id)));
  return language.nouns.all.some(
    ({ entity, names }) =>
      here.has(entity.id) && names.some((name) => name.length === 1 && reading.words.includes(name[0] ?? '')),
  );
}

/** Null when the text holds no words to the game. */
export function aside(context: Context): Single | null {
  const found = namesSomebody(context) ? null : find(context, () => true);
  return found === null ? null : single(found, SURE.aside, context);
}

/** When a text is neither a command nor holds a phrase: what it seems to be about. Null when it speaks of anything in sight. */
export function seeming(context: Context): Single | null {
  const { reading, language } = context;
  if (namesSomebody(context) || reading.words.length > LONGEST / 2) return null;
  if (reading.words.some((word) => language.nouns.words.has(word))) return null;
  const asks = reading.clauses.some((clause) => clause.asks);
  const found = gistOf(plain(reading.words), asks);
  return found === null ? null : single(found, SURE.seeming, context);
}

function single({ intent, wish }: Pick<Found, 'intent' | 'wish'>, confidence: number, { reading }: Context): Single {
  return {
    intent,
    interaction: INTERACTIONS[intent] ?? 'play',
    ...(wish === undefined ? {} : { wish }),
    spoken: false,
    entities: [],
    unresolved: false,
    tone: toneOf(
      reading.words,
      reading.clauses.some((clause) => clause.asks),
    ),
    confidence,
  };
}

const WISHFUL = new Set<Intent>(['gamehelp', 'technique', 'areyoureal', 'stop']);

/** What a text of this intent is about, when its grammar said only the intent. */
export function wishOf(intent: Intent, context: Context): string | undefined {
  return WISHFUL.has(intent) ? find(context, (one) => one === intent)?.wish : undefined;
}
