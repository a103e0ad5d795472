// From raw text to lower-case words and the clauses they stand in. Nothing here knows what a word means; it only undoes the
// ways of writing (quotes, contractions, control characters) so that the grammar sees one spelling of everything.
import { MAX_TEXT_LENGTH } from '../../domain/turn.ts';

/** How a clause hangs on the one before it. */
export type Joint = 'start' | 'stop' | 'comma' | 'and' | 'then' | 'but';

export interface Clause {
  words: readonly string[];
  joint: Joint;
  /** It ended in a question mark. */
  asks: boolean;
}

export interface Reading {
  clauses: readonly Clause[];
  /** All words in order, without punctuation. */
  words: readonly string[];
  /** Words inside double quotation marks, null when there are none. */
  quoted: readonly string[] | null;
  /** Words outside of them. */
  unquoted: readonly string[];
  /** Share of the letters that are Latin script, 1 when there are no letters. */
  latin: number;
}

const CONTRACTIONS: Readonly<Record<string, string>> = {
  "won't": 'will not',
  "can't": 'can not',
  cannot: 'can not',
  "shan't": 'shall not',
  "let's": 'let us',
  "y'all": 'you',
  "o'clock": 'oclock',
  dont: 'do not',
  cant: 'can not',
  wont: 'will not',
  didnt: 'did not',
  doesnt: 'does not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  couldnt: 'could not',
  shouldnt: 'should not',
  wouldnt: 'would not',
  havent: 'have not',
  im: 'i am',
  ive: 'i have',
  whats: 'what is',
  wheres: 'where is',
  whos: 'who is',
  thats: 'that is',
  theres: 'there is',
  lets: 'let us',
  youre: 'you are',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  lemme: 'let me',
  gimme: 'give me',
  dunno: 'do not know',
  idk: 'i do not know',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  ty: 'thanks',
  hiya: 'hi',
  ok: 'okay',
  alright: 'okay',
  teh: 'the',
  adn: 'and',
  waht: 'what',
  wat: 'what',
  wich: 'which',
  giv: 'give',
  tkae: 'take',
  // Slips in words too short for the spelling to be put right by their neighbours.
  sotp: 'stop',
  stpo: 'stop',
  qiut: 'quit',
  hlep: 'help',
  hepl: 'help',
  rael: 'real',
  yuo: 'you',
  hwo: 'how',
  taht: 'that',
  wnat: 'want',
  jsut: 'just',
  cna: 'can',
  ru: 'are you',
  ur: 'your',
  hows: 'how is',
  youve: 'you have',
  youll: 'you will',
  theyre: 'they are',
  id: 'i would',
  werent: 'were not',
  abt: 'about',
  bc: 'because',
  cuz: 'because',
  rn: 'right now',
  ppl: 'people',
  thru: 'through',
  gtg: 'got to go',
  g2g: 'got to go',
  cya: 'bye',
  ya: 'you',
};

const SUFFIXES: Readonly<Record<string, string>> = {
  "'m": 'am',
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
};

/** After these words `'s` is "is"; after any other it marks an owner. */
const SHORT_IS = new Set('it that this what where who how when why there here he she everything something'.split(' '));

function expand(written: string): string[] {
  const word = unstretched(written);
  const whole = Object.hasOwn(CONTRACTIONS, word) ? CONTRACTIONS[word] : undefined;
  if (whole !== undefined) return whole.split(' ');
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const at = word.indexOf("'");
  if (at <= 0) return [word];
  const stem = word.slice(0, at);
  const suffix = word.slice(at);
  if (suffix === "'s") return [stem, SHORT_IS.has(stem) ? 'is' : "'s"];
  const expanded = Object.hasOwn(SUFFIXES, suffix) ? SUFFIXES[suffix] : undefined;
  return expanded === undefined ? [stem + suffix.slice(1)] : [stem, expanded];
}

/** Before these "ill" is "I will". */
const PROMISING = new Set(['think', 'guess', 'so', 'maybe', 'perhaps', 'then', 'and', 'well', 'ok', 'okay', 'hope']);

/** "u" and "r" are directions or letters on their own, and "you" and "are" inside a sentence; "its late" owns nothing. */
function texting(words: string[]): string[] {
  if (words.length < 2) return words;
  return words.flatMap((word, i) => {
    if (word === 'u' && words[i - 1] !== 'go') return ['you'];
    if (word === 'r' && ['u', 'you'].includes(words[i + 1] ?? '')) return ['are'];
    if (word === 'its' && i === 0) return ['it', 'is'];
    if (word === 'ill' && i < words.length - 1 && (i === 0 || PROMISING.has(words[i - 1] ?? ''))) return ['i', 'will'];
    return [word];
  });
}

/** "Stoppp" and "soooo" are written with more letters than they have; "good" is not. */
const unstretched = (word: string): string => word.replace(/(\p{L})\1{2,}/gu, '$1');

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:'\p{L}+)*|["“”«».,;:!?…]/gu;
const QUOTE = /["“”«»]/u;

function clean(text: string): string {
  return (
    text
      .slice(0, MAX_TEXT_LENGTH)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’‘`´]/gu, "'")
      // Invisible characters split words that a reader sees whole.
      .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
  );
}

/** Words of a name or phrase, spelled as a player's words are. */
export function wordsOf(phrase: string): string[] {
  return (clean(phrase).match(TOKEN) ?? []).filter((token) => /[\p{L}\p{N}]/u.test(token)).flatMap(expand);
}

function share(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 1 : (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters;
}

export function read(text: string): Reading {
  const cleaned = clean(text);
  const tokens = cleaned.match(TOKEN) ?? [];
  const clauses: Clause[] = [];
  const quoted: string[] = [];
  const unquoted: string[] = [];
  let words: string[] = [];
  let joint: Joint = 'start';
  let inQuote = false;
  const finish = (next: Joint, asks = false): void => {
    if (words.length > 0) clauses.push({ words: texting(words), joint, asks });
    // "…, and then …": the stronger of two joints in a row decides; at the start there is nothing to join.
    joint = clauses.length === 0 ? 'start' : words.length > 0 || joint === 'comma' || next === 'then' ? next : joint;
    words = [];
  };
  for (const token of tokens) {
    if (QUOTE.test(token)) inQuote = !inQuote;
    else if (token === ',' || token === ':') finish('comma');
    else if (token === '?') finish('stop', true);
    else if (/^[.;!…]$/u.test(token)) finish('stop');
    else if (token === 'and' || token === '&') finish('and');
    else if (token === 'then') finish('then');
    else if (token === 'but') finish('but');
    else words.push(...expand(token));
    if (/[\p{L}\p{N}]/u.test(token)) (inQuote ? quoted : unquoted).push(...expand(token));
  }
  finish('stop');
  return {
    clauses,
    words: texting(tokens.filter((t) => /[\p{L}\p{N}]/u.test(t)).flatMap(expand)),
    quoted: quoted.length > 0 ? quoted : null,
    unquoted,
    latin: share(cleaned),
  };
}
