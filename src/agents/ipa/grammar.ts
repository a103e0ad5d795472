// Patterns of words and slots, and the one matcher for them. A pattern has to account for every word of a clause: that, and not
// the occurrence of a word somewhere, is what makes a command.
import type { EntityKind } from '../../domain/vocabulary.ts';

/** "the little brass key on the table by the window" has nine words. */
export const MAX_NOUN_PHRASE = 10;

/** What a slot's words are resolved as, and the part they play in the command. */
export type SlotName = keyof typeof SLOTS;

interface Slot {
  role: 'target' | 'indirect' | 'topic' | 'words';
  /** Kinds in order of preference. */
  kinds?: readonly EntityKind[];
  /** Nothing but the listed kinds. */
  strict?: true;
  /** Among several, what the player holds (true) or does not hold (false) is meant. */
  inHand?: boolean;
}

export const SLOTS = {
  thing: { role: 'target', kinds: ['thing', 'character', 'exit', 'place'] },
  held: { role: 'target', kinds: ['thing'], inHand: true },
  loose: { role: 'target', kinds: ['thing', 'character'], inHand: false },
  door: { role: 'target', kinds: ['exit', 'thing'] },
  who: { role: 'target', kinds: ['character'] },
  hearer: { role: 'target', kinds: ['character'], strict: true },
  way: { role: 'target', kinds: ['place', 'exit'] },
  path: { role: 'target', kinds: ['exit', 'place'], strict: true },
  with: { role: 'indirect', kinds: ['thing'], inHand: true },
  onto: { role: 'indirect', kinds: ['thing', 'character', 'place'], inHand: false },
  to: { role: 'indirect', kinds: ['character'], strict: true },
  topic: { role: 'topic' },
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

/** Where the pattern can end when it begins at `at` and need not account for the rest. For patterns without slots. */
export function begins({ parts }: Pattern, words: readonly string[], at: number): readonly number[] {
  let ends = new Set([at]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const end of ends) {
      if (!('words' in part)) continue;
      if (part.optional) next.add(end);
      if (part.words.has(words[end] ?? '')) next.add(end + 1);
    }
    ends = next;
  }
  return [...ends];
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
