// Patterns of words and slots, and the one matcher for them. A pattern has to account for every word of a clause: that, and not
// the occurrence of a word somewhere, is what makes a command.
import type { EntityKind } from '../../domain/vocabulary.ts';

/** "the little brass key on the table by the window" has nine words. */
export const MAX_NOUN_PHRASE = 10;

/** What a slot's words are resolved as, and the part they play in the command. */
export type SlotName = keyof typeof SLOTS;

export interface Slot {
  role: 'target' | 'indirect' | 'topic' | 'words';
  /** Kinds in order of preference. */
  kinds?: readonly EntityKind[];
  /** Nothing but the listed kinds. */
  strict?: true;
  /** Among several, what the player holds (true) or does not hold (false) is meant. */
  inHand?: boolean;
  /** Nothing but what the player holds. */
  own?: true;
  /** "It" alone is nothing that stays where it is. */
  movable?: true;
}

export const SLOTS = {
  thing: { role: 'target', kinds: ['thing', 'character', 'exit', 'place'] },
  held: { role: 'target', kinds: ['thing'], inHand: true },
  mine: { role: 'target', kinds: ['thing'], own: true },
  loose: { role: 'target', kinds: ['thing', 'character'], inHand: false, movable: true },
  food: { role: 'target', kinds: ['thing', 'character', 'exit', 'place'], movable: true },
  any: { role: 'target' },
  door: { role: 'target', kinds: ['exit', 'thing'] },
  who: { role: 'target', kinds: ['character'] },
  hearer: { role: 'target', kinds: ['character'], strict: true },
  way: { role: 'target', kinds: ['place', 'exit'] },
  path: { role: 'target', kinds: ['exit', 'place'], strict: true },
  with: { role: 'indirect', kinds: ['thing'], inHand: true },
  onto: { role: 'indirect', kinds: ['thing', 'character', 'place'], inHand: false },
  to: { role: 'indirect', kinds: ['character'], strict: true },
  topic: { role: 'topic' },
  elsewhere: { role: 'topic', kinds: ['character', 'place'], strict: true },
  words: { role: 'words' },
} as const satisfies Record<string, Slot>;

type Part = { words: ReadonlySet<string>; optional: boolean } | { slot: SlotName };

export interface Pattern {
  parts: readonly Part[];
  /** Count of fixed words: of two readings the one that needs more of them is the better. */
  fixed: number;
}

export type Bindings = ReadonlyMap<SlotName, readonly string[]>;

/**
 * `take|grab <thing>`: one of several words, then a slot. `[up]`: may be missing. Slots take one word or more.
 * A multi-word alternative is written as a pattern of its own.
 */
export function compile(source: string): Pattern {
  const parts = source.split(' ').map((piece): Part => {
    // The patterns are literals of this folder, so the name is one of the slots; a unit test compiles them all.
    if (piece.startsWith('<')) return { slot: piece.slice(1, -1) as SlotName };
    const optional = piece.startsWith('[');
    return { words: new Set((optional ? piece.slice(1, -1) : piece).split('|')), optional };
  });
  return { parts, fixed: parts.filter((part) => 'words' in part && !part.optional).length };
}

/** Words that can begin a clause fitting this pattern; null when it can begin with anything. */
export function firstWords(pattern: Pattern): readonly string[] | null {
  const words: string[] = [];
  for (const part of pattern.parts) {
    if ('slot' in part) return null;
    words.push(...part.words);
    if (!part.optional) return words;
  }
  return null;
}

/** Every way to lay the pattern over all of the words. Clauses are short, so trying all is cheap. */
export function* match(pattern: Pattern, words: readonly string[]): Generator<Bindings> {
  yield* lay(pattern.parts, 0, words, 0, new Map());
}

/**
 * The farthest end of the pattern when it begins at `at` and need not account for the rest; -1 when there is none. `may` says
 * where it may end. For patterns without slots.
 */
export function reach(
  pattern: Pattern,
  words: readonly string[],
  at: number,
  may: (end: number) => boolean,
  part = 0,
): number {
  const next = pattern.parts[part];
  if (next === undefined) return may(at) ? at : -1;
  if (!('words' in next)) return -1;
  const word = words[at];
  const taken = word !== undefined && next.words.has(word) ? reach(pattern, words, at + 1, may, part + 1) : -1;
  return next.optional ? Math.max(taken, reach(pattern, words, at, may, part + 1)) : taken;
}

function* lay(
  parts: readonly Part[],
  part: number,
  words: readonly string[],
  at: number,
  bound: Bindings,
): Generator<Bindings> {
  const next = parts[part];
  if (next === undefined) {
    if (at === words.length) yield bound;
    return;
  }
  if ('words' in next) {
    const word = words[at];
    if (word !== undefined && next.words.has(word)) yield* lay(parts, part + 1, words, at + 1, bound);
    if (next.optional) yield* lay(parts, part + 1, words, at, bound);
    return;
  }
  const last = part === parts.length - 1;
  const longest = SLOTS[next.slot].role === 'words' ? words.length : Math.min(words.length, at + MAX_NOUN_PHRASE);
  for (let end = last ? words.length : at + 1; end <= longest && end > at; end++) {
    yield* lay(parts, part + 1, words, end, new Map(bound).set(next.slot, words.slice(at, end)));
  }
}
