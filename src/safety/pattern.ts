// The small language rules are written in, and its compiler. Patterns are made of words, so a rule can be read aloud and
// can neither match inside a word ("friend" is not "end") nor backtrack without bound.
//
//   word          that word                      (a | b c)   one of the alternatives
//   {list}        one entry of a list            (a | b c)?  the same, or nothing; also written [a | b c]
//   ..            up to 3 other words, no denial ...         up to 8 other words
//   ^ and $       start and end of the sentence

export interface Pattern {
  source: string;
  /** Matches on a sentence as `normalise` gives it: each word followed by one space. */
  regex: RegExp;
  /** One of these words must be in the sentence, else the pattern cannot match. Null: it must be tried on every sentence. */
  needs: ReadonlySet<string> | null;
}

export type WordLists = ReadonlyMap<string, readonly string[]>;

type Node =
  | { type: 'word'; word: string }
  | { type: 'choice'; options: readonly Node[][]; optional: boolean }
  | { type: 'gap'; words: number }
  | { type: 'start' }
  | { type: 'end' };

const TOKEN = /\.\.\.|\.\.|\{[a-z_]+\}|[()[\]|^$?]|[\p{L}\p{N}]+/gu;
const WORD = '[\\p{L}\\p{N}]+ ';
/** A short gap does not step over a denial: "I would never kill myself" is not "I .. kill myself". */
const NOT_DENYING = '(?!(?:not|never|no|nobody|without) )';
/** Words so common that waiting for them would save no work. */
const COMMON = new Set(
  'a about am an and are as at be can do did for from have he her him i if in is it me my no not of on or out she so that the them there they this to up was we were will with would you your'.split(
    ' ',
  ),
);

/** Words of `filler` are left out, as they are in the sentences that are matched. */
export function compilePattern(source: string, lists: WordLists, filler: ReadonlySet<string> = new Set()): Pattern {
  const nodes = parse(source, lists, filler);
  return { source, regex: new RegExp(`(?<![^ ])${nodes.map(toRegex).join('')}`, 'u'), needs: neededWords(nodes) };
}

function parse(source: string, lists: WordLists, filler: ReadonlySet<string>): Node[] {
  const tokens = source.toLowerCase().match(TOKEN) ?? [];
  const unread = source.toLowerCase().replace(TOKEN, '').trim();
  if (unread !== '') throw new Error(`cannot read "${unread}" in the pattern "${source}"`);
  let at = 0;

  function sequence(closing: string | null): Node[][] {
    const options: Node[][] = [];
    let current: Node[] = [];
    let dropped = false;
    const endOption = (): void => {
      // An alternative of nothing but filler says nothing; an alternative written empty means "or nothing".
      if (current.length > 0 || !dropped) options.push(current);
      current = [];
      dropped = false;
    };
    for (;;) {
      const token = tokens[at++];
      if (token === undefined && closing !== null) throw new Error(`the pattern "${source}" lacks a "${closing}"`);
      if (token === undefined || token === closing) {
        endOption();
        return options;
      }
      if (token === '|' && closing !== null) endOption();
      else if (filler.has(token)) dropped = true;
      else {
        const made = node(token);
        if (made !== null) current.push(made);
      }
    }
  }

  /** Null for a group that held nothing but filler. */
  function node(token: string): Node | null {
    if (token === '(') {
      const options = sequence(')');
      const optional = tokens[at] === '?';
      if (optional) at++;
      return options.length === 0 ? null : { type: 'choice', options, optional };
    }
    if (token === '[') return { type: 'choice', options: sequence(']'), optional: true };
    if (token === '..') return { type: 'gap', words: 3 };
    if (token === '...') return { type: 'gap', words: 8 };
    if (token === '^') return { type: 'start' };
    if (token === '$') return { type: 'end' };
    if (token.startsWith('{')) {
      const name = token.slice(1, -1);
      const entries = lists.get(name);
      if (entries === undefined) throw new Error(`the pattern "${source}" names an unknown list "${name}"`);
      // A list's entries are patterns themselves and may name lists that were defined before it.
      return { type: 'choice', options: entries.map((entry) => parse(entry, lists, filler)), optional: false };
    }
    if (/^[\p{L}\p{N}]+$/u.test(token)) return { type: 'word', word: token };
    throw new Error(`unexpected "${token}" in the pattern "${source}"`);
  }

  const [nodes] = sequence(null);
  if (nodes === undefined || nodes.length === 0) throw new Error('a pattern may not be empty');
  return nodes;
}

function toRegex(node: Node): string {
  switch (node.type) {
    case 'word':
      return `${node.word} `;
    case 'gap':
      return `(?:${node.words === 3 ? NOT_DENYING : ''}${WORD}){0,${node.words}}?`;
    case 'start':
      return '(?<![^])';
    case 'end':
      return '(?![^])';
    case 'choice':
      return `(?:${node.options.map((option) => option.map(toRegex).join('')).join('|')})${node.optional ? '?' : ''}`;
  }
}

/** The smallest set of uncommon words of which a match must hold one. */
function neededWords(nodes: readonly Node[]): ReadonlySet<string> | null {
  let best: ReadonlySet<string> | null = null;
  for (const node of nodes) {
    const found = neededBy(node);
    if (found !== null && (best === null || found.size < best.size)) best = found;
  }
  return best;
}

function neededBy(node: Node): ReadonlySet<string> | null {
  if (node.type === 'word') return COMMON.has(node.word) ? null : new Set([node.word]);
  if (node.type !== 'choice' || node.optional) return null;
  const all = new Set<string>();
  for (const option of node.options) {
    const needed = neededWords(option);
    if (needed === null) return null;
    for (const word of needed) all.add(word);
  }
  return all;
}
