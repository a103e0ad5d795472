// Brings a text to the plain form that rules are written against: sentences of lower-case words, without disguises
// (k1ll, k i l l, zero-width, look-alike letters, sooo), contractions (I'm -> i am), slang (kms) and filler (really).

export interface Spelling {
  /** Words and phrases replaced one for one, such as `kms` by `kill myself`. */
  replace: ReadonlyMap<string, string>;
  /** Words that change no meaning and are dropped, such as `really`. */
  filler: ReadonlySet<string>;
  /** Words recognised in text whose letters were run together. */
  joined: ReadonlySet<string>;
}

export interface Sentence {
  /** Words, each followed by one space. */
  text: string;
  words: ReadonlySet<string>;
}

/** A sentence without an end is cut into windows of this many words, so that work stays linear; windows overlap. */
const WINDOW_WORDS = 80;
const OVERLAP_WORDS = 20;
/** No word of any rule is longer. */
const LONGEST_WORD = 32;
const LONGEST_JOINED = 120;

/** Marks that are not seen. Combining ones are taken off with the accents. */
const INVISIBLE = /[\p{Cf}\u115f\u1160]/gu;
const LOOKALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdһhкkмmтtнhвbοoαaεeιiκkνvρpτtυuχxıiɡgⅼlӏl'].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1] ?? letter]] : [],
  ),
);
const LOOKALIKES = new RegExp(`[${Object.keys(LOOKALIKE).join('')}]`, 'g');
const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Readings of one text: usually one, two where a letter is repeated so often that its true number is unknown. */
export function normalise(text: string, spelling: Spelling): Sentence[][] {
  const plain = undisguised(text);
  if (!/(\p{L})\1\1/u.test(plain)) return [sentencesOf(plain, spelling)];
  return [
    sentencesOf(plain.replace(/(\p{L})\1{2,}/gu, '$1'), spelling),
    sentencesOf(plain.replace(/(\p{L})\1{2,}/gu, '$1$1'), spelling),
  ];
}

function undisguised(text: string): string {
  let plain = text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  plain = plain.replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'");
  if (/[a-z]/.test(plain)) plain = plain.replace(LOOKALIKES, (letter) => LOOKALIKE[letter] ?? letter);
  // Letters set apart by the same sign: k i l l, k.i.l.l, k-i-l-l. At least three of them, so "i.e." stays.
  plain = plain.replace(/(?<![\p{L}\p{N}])\p{L}(?:([ .*_-]{1,2})\p{L}(?![\p{L}\p{N}'])){2,400}\.?/gu, (run) =>
    run
      .replace(/(?<=\.\p{L})\.$/u, '')
      .replace(/[ .*_-]{2}/g, ' ')
      .replace(/(?<=\p{L})[ .*_-](?=\p{L})/gu, ''),
  );
  // A sign inside or before letters is a letter in disguise; numbers standing alone (20 tablets) are left.
  plain = plain.replace(/(?<=[a-z])[013457@$!](?=[a-z])|(?<![^\s])[@$](?=[a-z])/g, (sign) => LEET[sign] ?? sign);
  return plain.replace(/(?<=[a-z])[*_](?=[a-z])/g, '');
}

function sentencesOf(plain: string, spelling: Spelling): Sentence[] {
  const out: Sentence[] = [];
  for (const part of plain.split(/[.!?;:\n\r\u2026\u3002\uff01\uff1f]+|\s[-\u2013\u2014]+\s|\u2014/)) {
    const words = wordsOf(part, spelling);
    for (let from = 0; from < words.length; from += WINDOW_WORDS - OVERLAP_WORDS) {
      const window = words.slice(from, from + WINDOW_WORDS);
      out.push({ text: `${window.join(' ')} `, words: new Set(window) });
      if (from + WINDOW_WORDS >= words.length) break;
    }
  }
  return out;
}

function wordsOf(part: string, spelling: Spelling): string[] {
  const expanded = part
    .replace(/\bcan'?t\b|\bcannot\b/g, 'can not')
    .replace(/\bwon'?t\b/g, 'will not')
    .replace(/\b(do|does|did|is|was|are|were|have|has|had|could|would|should|must|need|ai)n'?t\b/g, '$1 not')
    .replace(/\bi'?m\b/g, 'i am')
    .replace(/\b(i|you|we|they)'?ve\b/g, '$1 have')
    .replace(/\b(i|you|he|she|it|we|they|there|nobody)'d\b/g, '$1 would')
    .replace(/\b(i|you|he|she|it|we|they|there|nobody)'ll\b/g, '$1 will')
    .replace(/\b(you|they|we)'re\b|\b(you|they)re\b/g, '$1$2 are')
    .replace(/\b(he|she|it|that|there|what|who|where)'s\b/g, '$1 is')
    .replace(/'s\b/g, '')
    .replace(/(?<=\d)(?=(?:k?g|mc?g|ml|lbs?|k?cal)\b)/g, ' ')
    .replace(/(?<=[a-z]{3})in'(?![a-z])/g, 'ing');
  const raw = expanded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words: string[] = [];
  for (const word of raw) {
    for (const piece of taken(word, spelling)) {
      for (const plainWord of (spelling.replace.get(piece) ?? piece).split(' ')) {
        if (!spelling.filler.has(plainWord)) words.push(plainWord.slice(0, LONGEST_WORD));
      }
    }
  }
  return words;
}

/** Takes apart letters that were run together ("iwanttodie"), where known words cover them all. */
function taken(word: string, spelling: Spelling): readonly string[] {
  if (word.length < 7 || word.length > LONGEST_JOINED || spelling.joined.has(word)) return [word];
  /** Best split of the first n letters; longer words win because they are tried first. */
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let length = Math.min(end, 9); length >= 1 && best[end] === undefined; length--) {
      const before = best[end - length];
      const last = word.slice(end - length, end);
      if (before !== undefined && spelling.joined.has(last)) best[end] = [...before, last];
    }
  }
  return best[word.length] ?? [word];
}
