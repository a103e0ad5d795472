// Tells a text that is not English from one that is, cheaply and only when sure: a text whose language has no measured
// screen gets an honest line, so short commands and names must never be taken for one.
import { BORROWED, ENGLISH, SHORT_TEXT_WORDS } from './language-words.ts';

const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'the a an and is am are was i you he she it we they my your his her to of in on at for with that this what how do does not have can will go look take tell me be but if so no yes up there where who why when im ive dont cant'.split(
    ' ',
  ),
  es: 'el la los las un una que de en y es por con para mi tu su me te se no lo como pero estoy soy quiero muy mas esta este ser tengo hay del al nadie yo cuando donde porque todo'.split(
    ' ',
  ),
  fr: 'le la les un une des que de et est je tu il elle nous vous dans pour sur avec ne pas plus mon ma mes ce cette suis ai qui mais ou tres veux du au aux c j n d qu tout'.split(
    ' ',
  ),
  de: 'der die das und ist ich du er sie es wir ein eine einen nicht mit auf fur von zu den dem im mein meine mich mir will bin hat habe sich auch aber wie was wo kann noch nur so'.split(
    ' ',
  ),
  it: 'il lo la gli le un una che di e non sono per con mi ti si del della ho hai ma come piu anche questo questa voglio io nel al cosa dove'.split(
    ' ',
  ),
  pt: 'o a os as um uma que de e nao em eu voce ele ela com para por meu minha me se do da no na mais muito mas estou sou quero isso como tudo'.split(
    ' ',
  ),
  nl: 'de het een en is ik je jij hij zij wij niet met op voor van te dat dit die mijn me wil ben heb maar ook hoe wat waar kan nog naar'.split(
    ' ',
  ),
  pl: 'nie jest sie na w z do to ja ty on ona my jestem mam moj moja co jak ale czy chce juz tak dla przez'.split(' '),
  tr: 've bir bu ben sen o biz de da ne icin ile cok var yok mi degil gibi ama daha kadar istiyorum'.split(' '),
  sv: 'och att det ar jag du han hon vi inte med pa for av som en ett den mig min vill har kan men vad hur'.split(' '),
};
const SETS = Object.entries(FUNCTION_WORDS).map(([language, words]) => ({ language, words: new Set(words) }));
/** Only the beginning is judged: the language of a text does not need more, and the time stays the same. */
const JUDGED_LETTERS = 2000;
const FEWEST_WORDS = 4;
/** Up to here a text is judged by its words of other languages alone; a longer one has enough function words. */
const SHORT_WORDS = 8;
/** Letters of an alphabet in which one letter is a word. */
const WORD_LETTERS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Letters that no accent makes of a plain one. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ı: 'i', đ: 'd' };

/** True only when the text is plainly in another language than English. */
export function isForeign(text: string): boolean {
  const head = text.slice(0, JUDGED_LETTERS);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || (letters === 1 && !WORD_LETTERS.test(head))) return false;
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin / letters < 0.5) return true;
  const written = head.normalize('NFC').match(/\p{L}+/gu) ?? [];
  const words = written.map(plain);
  if (words.length <= SHORT_WORDS && isShortForeign(head, words, written)) return true;
  if (words.length < FEWEST_WORDS) return false;
  const hits = new Map(SETS.map(({ language, words: known }) => [language, words.filter((w) => known.has(w)).length]));
  const english = hits.get('en') ?? 0;
  let other = 0;
  for (const [language, count] of hits) if (language !== 'en') other = Math.max(other, count);
  // Two function words and a clear lead: "la la la la" or a sentence with one borrowed word is not another language.
  const distinct = new Set(words).size;
  return other >= 2 && distinct >= FEWEST_WORDS && other > english * 1.5 && other / words.length >= 0.25;
}

const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łßøæœıđ]/gu, (letter) => PLAIN[letter] ?? letter);

const isMarked = (word: string, written: string): boolean =>
  written.toLowerCase() !== word && !/^\p{Lu}/u.test(written);

/** No English word that the language does not share, and one of its own for every three, beside those that English has borrowed. */
function isShortForeign(text: string, words: readonly string[], written: readonly string[]): boolean {
  const distinct = new Set(words);
  if (distinct.size * 2 < words.length) return false;
  // Letters that English does not write count as a word of whichever language, but for names.
  const marked = new Set(words.filter((word, i) => isMarked(word, written[i] ?? '') && !BORROWED.has(word)));
  for (const { own, shared } of Object.values(SHORT_TEXT_WORDS)) {
    const speaks = (word: string): boolean => own.has(word) && !shared.has(word) && !ENGLISH.has(word);
    if ([...distinct].some((word) => ENGLISH.has(word) && !shared.has(word) && !own.has(word))) continue;
    const hits = [...distinct].filter((word) => speaks(word) || marked.has(word));
    if (hits.every((word) => BORROWED.has(word)) && !/[¿¡]/u.test(text)) continue;
    // "Su", "Le": too short to be sure of, and one word alone has to be longer still.
    if (!hits.some((word) => marked.has(word) || word.length >= (distinct.size === 1 ? 4 : 3))) continue;
    if (hits.length * 3 >= distinct.size) return true;
  }
  return false;
}
