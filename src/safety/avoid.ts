// The themes a player asked to be spared, in the player's own words, looked for in a tale. Words are compared by their stems
// and widened by config/safety/themes.yaml. What the player wrote stays in here: a finding names no theme.
import type { Spelling } from './normalise.ts';
import { normalise } from './normalise.ts';

export interface ThemeLexicon {
  rationale: string;
  alternative: string;
  quiet: readonly string[];
  forms: Readonly<Record<string, string>>;
  themes: readonly { id: string; named: readonly string[]; shown: readonly string[] }[];
}

export const AVOID_RULE = 'avoid.theme';

/** True when the sentence, read with the one before it, shows a theme. Sentences are given in their order. */
type ThemeWatch = (sentence: string) => boolean;

/** One thing a theme speaks of: any of these stems or runs of stems shows it. */
type Element = ReadonlySet<string>;

/** Bounds on what a profile may ask of every turn. */
const MOST_THEMES = 50;
const LONGEST_THEME = 300;
/** "my father shouting at my mother": of a theme with several parts two together show it, one alone does not. */
const ENOUGH_TOGETHER = 2;

export interface Themes {
  watch(avoid: readonly string[]): ThemeWatch;
  /** Ids of the lexicon's themes that a text names, in its order: words of ours for words of a person. */
  named(text: string): string[];
}

export function createThemes(lexicon: ThemeLexicon, spelling: Spelling): Themes {
  const stem = stemmer(lexicon.forms);
  const stems = (text: string): string[] => {
    const words = normalise(text, spelling).flatMap((reading) =>
      reading.flatMap(({ text: plain }) => plain.split(' ')),
    );
    return words.filter((word) => word !== '').map(stem);
  };
  const phrase = (text: string): string => stems(text).join(' ');
  const quiet = new Set(lexicon.quiet.flatMap(stems));
  const synonyms = new Map<string, Element[]>();
  const ids = new Map<string, string[]>();
  for (const { id, named, shown } of lexicon.themes) {
    const element = new Set([...named, ...shown].map(phrase));
    for (const name of new Set(named.map(phrase))) {
      synonyms.set(name, [...(synonyms.get(name) ?? []), element]);
      ids.set(name, [...(ids.get(name) ?? []), id]);
    }
  }
  const longestName = Math.max(...[...synonyms.keys()].map((name) => name.split(' ').length));

  /** Names of several words first ("losing someone"), then the player's own words, each with what the lexicon knows of it. */
  function elementsOf(theme: string): Element[] {
    const words = stems(theme);
    const elements: Element[] = [];
    for (let at = 0; at < words.length; ) {
      const taken = known(words, at);
      const word = words[at] ?? '';
      if (taken !== null) elements.push(taken.element);
      else if (!quiet.has(word)) elements.push(new Set([word]));
      at += taken?.length ?? 1;
    }
    return elements;
  }

  function known(words: readonly string[], at: number): { name: string; element: Element; length: number } | null {
    for (let length = Math.min(longestName, words.length - at); length > 0; length--) {
      const name = words.slice(at, at + length).join(' ');
      const found = synonyms.get(name);
      if (found !== undefined) return { name, element: new Set(found.flatMap((element) => [...element])), length };
    }
    return null;
  }

  function watch(avoid: readonly string[]): ThemeWatch {
    const themes = avoid
      .slice(0, MOST_THEMES)
      .flatMap((theme) => theme.slice(0, LONGEST_THEME).split(/[,;/&\n]|\band\b|\bor\b/i))
      .map(elementsOf)
      .filter((elements) => elements.length > 0);
    if (themes.length === 0) return () => false;
    let before = '';
    return (sentence) => {
      const here = ` ${phrase(sentence)} `;
      const both = `${before}|${here}`;
      before = here;
      return themes.some((elements) => {
        const shown = elements.filter((element) => holds(both, element));
        return shown.length >= Math.min(ENOUGH_TOGETHER, elements.length) && shown.some((e) => holds(here, e));
      });
    };
  }

  return {
    watch,
    named(text) {
      const words = stems(text.slice(0, LONGEST_THEME));
      const found = words.flatMap((_, at) => ids.get(known(words, at)?.name ?? '') ?? []);
      return [...new Set(found)];
    },
  };
}

function holds(text: string, element: Element): boolean {
  for (const shown of element) if (text.includes(` ${shown} `)) return true;
  return false;
}

/** Takes English endings off: enough that spider meets spiders and drown meets drowning. Short words are left whole. */
function stemmer(forms: Readonly<Record<string, string>>): (word: string) => string {
  const irregular = new Map(Object.entries(forms));
  return (written) => {
    const word = irregular.get(written) ?? written;
    if (word.length < 4) return word;
    const plain = word
      .replace(/ies$/, 'y')
      .replace(/(?<=(?:[sxz]|ch|sh))es$/, '')
      .replace(/(?<=[^siu])s$/, '')
      .replace(/(?<=[a-z]{3})(?:ing|ness|ly)$|(?<=[a-z]{2}[^e])ed$/, '');
    const single = plain.replace(/([bdgmnprt])\1$/, '$1');
    return single.length > 4 ? single.replace(/e$/, '') : single;
  };
}
