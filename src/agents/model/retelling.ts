// Is what a model writes a retelling at all? A small one loses the thread and goes round in circles, speaks of the story instead of
// telling it, or brings in what can do harm and no author put there. It is measured against the author's telling of the same turn.
// Found by reading whole transcripts of a small model (docs/story-review.md). A false alarm costs a rich telling, never a turn.

/** Words of whoever makes a story; what is told tells it. */
const WORKSHOP = /\b(?:story|stories|storytell\w*|narrat\w*|scenes?|protagonists?|paragraphs?|plot|storylines?)\b/gi;

/** What can do harm. A story may hold each of them, where its author put it. */
const HARMFUL =
  /\b(?:kni(?:fe|ves)|blades?|razors?|nooses?|pills?|tablets?|poison\w*|bleach|guns?|pistols?|rifles?|weapons?|blood\w*|wounds?|scars?|corpses?|drown\w*)\b/gi;

/** Words in a row. Fewer are said twice in good prose too. */
const LOOP = 5;

/** A telling may be this much longer than the author's, and this long in any case; what comes after is not told. */
const LONGER = 3;
const WORDS_AT_LEAST = 60;

export interface RetellingWatch {
  /** True when the telling is none with this sentence in it. */
  strays(sentence: string): boolean;
  /** True when enough has been said for what happened. */
  readonly isLong: boolean;
}

/** Reads the sentences of one telling in their order. `happened` is the author's telling, `named` whatever else may be spoken of. */
export function retellingWatch(happened: string, named: string): RetellingWatch {
  const known = wordsOf(`${happened} ${named}`).map(singular);
  const isNew = (word: string): boolean => !known.includes(singular(word.toLowerCase()));
  const mayRepeat = new Set(runsOf(wordsOf(happened)));
  const said = new Set<string>();
  const limit = Math.max(WORDS_AT_LEAST, LONGER * wordsOf(happened).length);
  let tail: string[] = [];
  let count = 0;

  function repeats(sentence: string): boolean {
    const words = wordsOf(sentence);
    count += words.length;
    const runs = runsOf([...tail, ...words]);
    tail = [...tail, ...words].slice(1 - LOOP);
    const again = runs.some((run, at) => !mayRepeat.has(run) && (said.has(run) || runs.indexOf(run) < at));
    for (const run of runs) said.add(run);
    return again;
  }

  return {
    strays: (sentence) =>
      repeats(sentence) ||
      [...sentence.matchAll(WORKSHOP), ...sentence.matchAll(HARMFUL)].some(([word]) => isNew(word)),
    get isLong() {
      return count > limit;
    },
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['\u2019]\p{L}+)*/gu) ?? [];

const runsOf = (words: readonly string[]): string[] =>
  words.slice(0, Math.max(0, words.length - LOOP + 1)).map((_, at) => words.slice(at, at + LOOP).join(' '));

/** So that "pills" is known where there is a pill. */
const singular = (word: string): string => word.replace(/(?:ies|ves|s)$/, '').replace(/(?:y|fe?)$/, '');
