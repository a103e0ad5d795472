// Sets plain text as print does: authors and models write straight quotes, readers get curly ones.

const OPENS_AFTER = /(^|[\s([{\u2014\u2013\u201c\u2018])$/;
/** Words that begin with an apostrophe, not with a quotation. */
const ELIDED = /^'(?:(?:tis|twas|em|til|cause)\b|\d)/i;

/** Curly quotes, apostrophes and dashes for straight ones. Applied twice it changes nothing the second time. */
export function typeset(text: string): string {
  return text
    .replace(/["']/g, (mark, at: number) => {
      const opens = OPENS_AFTER.test(text.slice(Math.max(0, at - 1), at)) || opensBefore(text, at);
      if (mark === '"') return opens ? '\u201c' : '\u201d';
      return opens && !ELIDED.test(text.slice(at, at + 8)) ? '\u2018' : '\u2019';
    })
    .replace(/ --? /g, ' \u2013 ');
}

/** A quotation within another one, at its very beginning: the mark before it is still straight in the source. */
function opensBefore(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before !== '"' && before !== "'") return false;
  return OPENS_AFTER.test(text.slice(Math.max(0, at - 2), at - 1));
}
