// Cuts a told text into sentences that, joined, are the text again: they are screened and streamed one by one.

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    // White space of its own, such as an empty line, belongs to the sentence before: there it ends the paragraph.
    if (last !== undefined && segment.trim() === '') sentences[sentences.length - 1] = last + segment;
    // A question within speech ("Late?" she says) does not end the sentence.
    else if (last !== undefined && /^\p{Ll}/u.test(segment) && !/\n\s*$/.test(last))
      sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}
