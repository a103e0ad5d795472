// Cuts a text into the sentences it is streamed and screened in; joined again they are the text, letter for letter.

const SENTENCE_END = /[.!?]+["'\u2019\u201d)]{0,2}\s+|\n\s*/g;

/** Each sentence keeps the white space that follows it. A dot inside a number or an address ends nothing. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    const to = end.index + end[0].length;
    sentences.push(text.slice(from, to));
    from = to;
  }
  if (from < text.length) sentences.push(text.slice(from));
  return sentences;
}
