// Reads a tale that grows by a sentence: each with all before it, without reading the beginning again every time. What is
// proved harmless by its parts is passed; everything else is read whole, so nothing is let through that a whole reading finds.
import { hash } from 'node:crypto';
import type { Hit } from './reader.ts';
import { createReader } from './reader.ts';
import type { RuleSet } from './rules.ts';

/** Hits in the tale with this sentence. `told` is as long as the sentence and lacks what figures say in quotation marks. */
type GrowingTale = (sentence: string, told: string) => readonly Hit[];

/** Sentences known to be harmless by themselves: more than the authored ones of two worlds, in about half a megabyte. */
const MOST_KNOWN = 4096;
/** Letters that are read one by one, whatever stands before: no look-alikes, no accents, nothing invisible. */
const PLAIN = /^[\n\x20-\x7e\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;
const ENDS_SENTENCE = new Set('.!?;:\n\u2026');
const WORD = /[A-Za-z0-9]/;

/** `longest`: letters; a longer tale is not judged by its parts. */
export function createGrowingReader(set: RuleSet, longest: number, whole: (text: string, told: string) => Hit[]) {
  const alone = createReader(set, 'agent', { alone: true });
  const marks = set.rules.flatMap((rule) => (rule.contexts.includes('agent') ? rule.marks : []));
  const longestMark = Math.max(0, ...marks.map((mark) => mark.length));
  const known = createKnown();

  /** A sentence by itself, whatever the text around it could void. */
  const isHarmless = (sentence: string, told: string): boolean => {
    const key = hash('sha256', sentence === told ? sentence : `${sentence}\0${told}`, 'base64');
    if (known.has(key)) return true;
    const harmless = alone(sentence, told).length === 0;
    if (harmless) known.add(key);
    return harmless;
  };
  /** A tag may be cut in two by the end of a sentence. */
  const holdsMark = (text: string): boolean => {
    const written = text.toLowerCase().replace(/[\u201c\u201d]/g, '"');
    return marks.some((mark) => written.includes(mark));
  };

  return function begin(): GrowingTale {
    let text = '';
    let told = '';
    let plain = true;
    let clean = true;
    return (sentence, toldOfIt) => {
      const seam = endsApart(text) && endsApart(told);
      const atSeam = Math.max(0, text.length - longestMark);
      text += sentence;
      told += toldOfIt;
      plain &&= PLAIN.test(sentence);
      const wasClean = clean;
      // Until it is known: a reading that fails leaves nothing to build upon.
      clean = false;
      if (wasClean && plain && seam && text.length <= longest && isHarmless(sentence, toldOfIt)) {
        const to = text.length - sentence.length + longestMark;
        clean = !holdsMark(text.slice(atSeam, to)) && !holdsMark(told.slice(atSeam, to));
        if (clean) return [];
      }
      const hits = whole(text, told);
      clean = hits.length === 0;
      return hits;
    };
  };
}

/**
 * Whether nothing that follows can make one word or one sentence with the end of this text: it ends in white space after the end
 * of a sentence, and its last word is no single letter, which could be the first of some that are set apart (k. i. l. l).
 */
function endsApart(text: string): boolean {
  if (text === '') return true;
  if (!text.endsWith(' ') && !text.endsWith('\n')) return false;
  let ended = false;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letter = text[at] ?? '';
    if (WORD.test(letter)) return ended && (WORD.test(text[at - 1] ?? '') || /[0-9]/.test(letter));
    ended ||= ENDS_SENTENCE.has(letter);
  }
  return true;
}

/** The latest that were asked for. Hashes, so that no word of what a model wrote is kept. */
function createKnown() {
  const keys = new Set<string>();
  return {
    has(key: string): boolean {
      // Asked for again, it is the last to go.
      if (!keys.delete(key)) return false;
      keys.add(key);
      return true;
    },
    add(key: string): void {
      keys.add(key);
      if (keys.size <= MOST_KNOWN) return;
      for (const oldest of keys) {
        keys.delete(oldest);
        return;
      }
    },
  };
}
