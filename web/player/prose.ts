// Sets a reply as prose: sentences carry their own white space, and an empty line in it begins a paragraph.

export interface Sentence {
  /** Place among all sentences of the reply: what the telling reveals in order. */
  index: number;
  text: string;
}

export function paragraphsOf(sentences: readonly string[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  let open: Sentence[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open);
    open = [];
  };
  sentences.forEach((sentence, index) => {
    // One "sentence" may hold several paragraphs, as a help text does; they are revealed together.
    const parts = sentence.split(/\n\s*\n/);
    parts.forEach((part, i) => {
      const text = part.trim();
      if (text !== '') open.push({ index, text });
      if (i < parts.length - 1) close();
    });
  });
  close();
  return paragraphs;
}

/** Pause before the next sentence appears: a breath, a little longer after a long sentence, never slow. */
export function revealDelayMs(previous: string): number {
  return Math.min(620, 180 + previous.length * 4);
}
