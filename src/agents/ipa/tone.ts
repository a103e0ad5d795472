// How a text sounds: a light reading for the narrator's voice, never a judgement about a person (that is screening's business).
import type { Tone } from '../../domain/agents.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const WORDS: Readonly<Record<Exclude<Tone, 'neutral'>, ReadonlySet<string>>> = {
  anxious: set(
    'anxious anxiety afraid scared frightened nervous worried worry worrying worries panic panicky panicking panicked tense uneasy terrified dread stressed stress overwhelmed overwhelming restless fear scary frightening shaky trembling jittery edgy unsafe',
  ),
  sad: set(
    'sad sadness unhappy lonely alone miss grief grieving grieve heartbroken lost cry crying tears hopeless empty numb down depressed low miserable hurt hurts hurting gloomy mourning ashamed guilty guilt worthless died dead funeral blue upset disappointed',
  ),
  angry: set(
    'angry anger furious mad hate annoyed annoying annoys frustrated frustrating rage irritated irritating stupid pissed unfair livid bitter resent damn fed',
  ),
  tired: set('tired exhausted sleepy weary drained worn fatigued exhausting yawn burnt knackered'),
  warm: set(
    'love lovely kind thank thanks grateful thankful glad happy wonderful beautiful sweet dear care hug nice appreciate hopeful proud calm peaceful relieved joy joyful better safe good great pleased content',
  ),
  playful: set('haha hahaha lol lmao hehe funny silly joke joking fun dance giggle tickle yay woo woohoo whee'),
  curious: set('wonder wondering curious why how interesting intriguing strange mysterious'),
};

/** Words that only colour a sentence about oneself: "a lost key", "I lost my brother". */
const ONLY_OF_ONESELF = set('lost alone mad content fed calm hurt dead worn kind care miss fear nice');
/** And these only when it says how one feels: "I sit down", "I am down". */
const ONLY_AS_FEELING = set('down low empty blue better good great safe numb');
const NEGATES = set('not no never without hardly');
const INTENSIFIES = set('very so really too quite all that feel feeling particularly at much been am is');
/** In order: of two tones that a text has equally, the one earlier here needs the more care. */
const ORDER = ['anxious', 'sad', 'angry', 'tired', 'warm', 'playful', 'curious'] as const;
const PLEASANT = new Set<Tone>(['warm', 'playful']);

function negated(words: readonly string[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && INTENSIFIES.has(words[before] ?? '')) before--;
  return NEGATES.has(words[before] ?? '');
}

export function toneOf(words: readonly string[], asks: boolean): Tone {
  const oneself = words.length === 1 || words.some((word) => ['i', 'me', 'my', 'feel', 'feeling'].includes(word));
  const feels = words.length === 1 || tellsFeeling(words);
  const counts = new Map<Tone, number>();
  words.forEach((word, at) => {
    for (const tone of ORDER) {
      if (!WORDS[tone].has(word) || (ONLY_OF_ONESELF.has(word) && !oneself) || (ONLY_AS_FEELING.has(word) && !feels))
        continue;
      // "Not happy" is sad; "not afraid" is nothing in particular.
      const heard = !negated(words, at) ? tone : PLEASANT.has(tone) ? 'sad' : null;
      if (heard !== null) counts.set(heard, (counts.get(heard) ?? 0) + 1);
    }
  });
  let best: Tone = 'neutral';
  for (const tone of ORDER) {
    // A question word alone makes curiosity, but any feeling beside it counts for more.
    if (tone === 'curious' && best !== 'neutral') break;
    if ((counts.get(tone) ?? 0) > (counts.get(best) ?? 0)) best = tone;
  }
  return best === 'neutral' && asks ? 'curious' : best;
}

const FEELS = set('am feel felt feeling been getting get was seem miss hate worry panic cry love');
const BETWEEN = set(
  'so very really too quite a bit little just all still not never been feeling getting kind of more and always am sort pretty rather bit starting to feel today get being completely totally extremely incredibly such mess',
);
const FEELINGS = set(
  'confused ill sick awful terrible bad fine okay good great better worse well weird strange off stuck useless weak alright',
);

/** Whether the words say how the player is: "I am so tired", "feeling low", "I can not stop worrying". */
export function tellsFeeling(words: readonly string[]): boolean {
  const emotion = (word: string): boolean =>
    FEELINGS.has(word) || ORDER.some((tone) => tone !== 'curious' && tone !== 'playful' && WORDS[tone].has(word));
  const start = words[0] === 'i' ? 1 : 0;
  const first = words.findIndex((word, at) => at >= start && !BETWEEN.has(word));
  // "so tired", "sad": nothing but a feeling.
  if (start === 0 && first >= 0 && first === words.length - 1 && words.length <= 4)
    return emotion(words[first] ?? '') && !PASSING.has(words[first] ?? '');
  return words.some((word, i) => {
    if (word !== 'i' && !(i === 0 && (word === 'feeling' || word === 'feel'))) return false;
    let at = word === 'i' ? i + 1 : i;
    while (
      ['do', 'not', 'have', 'really', 'just', 'still', 'always', 'so', 'can', 'stop', 'keep'].includes(words[at] ?? '')
    )
      at++;
    const verb = words[at] ?? '';
    if (['crying', 'worrying', 'panicking', 'shaking'].includes(verb)) return true;
    if (!FEELS.has(verb)) return false;
    if (['miss', 'hate', 'worry', 'panic', 'cry'].includes(verb)) return true;
    if (verb === 'love') return false;
    for (at++; BETWEEN.has(words[at] ?? ''); at++);
    return emotion(words[at] ?? '');
  });
}

/** Feeling words that alone are an answer or a remark rather than a confession. */
const PASSING = set(
  'fine okay good great better well nice thanks thank love dear fun joke down lost alright funny dance lovely beautiful wonderful care hug fear worry cry yay stress hurt low kind',
);
