// Does a told sentence step out of the story? A figure may say nearly anything, and what it says stands in quotation marks; the teller
// is nobody, speaks to nobody but "you", and never of how the story is made. A false alarm costs a rich telling, never a turn.

/** Nobody in a story says or writes this, in quotation marks or out of them. */
const DEBRIS = [
  /\b(?:as an ai|ai (?:assistant|model)|language model|artificial intelligence|chat ?bot|chatgpt|openai|system prompt|previous instructions|json|text adventure)\b/i,
  /[{}<>`*#_|\\]|https?:|\w@\w/,
  /^\s*(?:[-\u2022]|\d+[.)])\s/,
  /^\s*(?:narrator|narration|scene|output|answer|response|note|player|user|assistant|title|chapter)\s*:/i,
];

/** What only somebody who makes a game speaks of. */
const OF_THE_MAKING = [
  /\b(?:narrator|protagonist|main character|npcs?|(?:the|this) (?:player|user|reader)s?|your inventory|as requested)\b/i,
  /\bthis game\b(?! of\b)|\b(?:in|outside|of) the game\b(?! of\b)|\bthe game(?:'s|\u2019s)? (?:world|rules|master|engine|continues)\b/i,
  /\bmy (?:instructions|training|programming|guidelines)\b|\b(?:programmed to|trained to (?:be|help|assist|answer|respond|tell))\b/i,
  /\b(?:here(?:'s|\u2019s| is| are) (?:the|a|your|my) (?:story|retelling|narration|scene|text|version|paragraphs?))\b/i,
];

/** The teller as a person. "Mine" may be a pit, so it does not count. */
const FIRST_PERSON = /\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)\b/;

/** Questions and orders to whoever reads. */
const ASKS_THE_PLAYER = [
  /\b(?:what|where|which|how|who)\b[^.?!]*\b(?:do|will|would|should|shall|can|could)\s+you\b[^.!]*\?/i,
  /\b(?:would|do|will)\s+you\s+(?:like|want|wish|care|prefer|choose)\b[^.!]*\?/i,
  /^\s*(?:so,?\s+|and\s+)?what (?:now|next|then)\?/i,
  /^\s*(?:please|choose|select|type|enter (?:a|your)|tell me|let me know|feel free)\b/i,
  /\bit(?:'s|\u2019s| is) your (?:turn|move|choice)\b|\byour (?:options|choices) are\b|\bwaits? for your (?:command|answer|input)\b/i,
];

/** Reads the sentences of one telling in their order: a figure often speaks for longer than a sentence. */
export function fictionWatch(): (sentence: string) => boolean {
  const withoutSpeech = speechFilter();
  let begun = false;
  const shows = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));
  return (sentence) => {
    const { told, open } = withoutSpeech(sentence);
    const isFirst = !begun;
    begun = true;
    return (
      // All of it in quotation marks, as small models like to answer, is nobody's speech.
      (isFirst && open && told.trim() === '') ||
      shows(DEBRIS, sentence) ||
      FIRST_PERSON.test(told) ||
      shows(OF_THE_MAKING, told) ||
      shows(ASKS_THE_PLAYER, told)
    );
  };
}

const CLOSED_BY: Readonly<Record<string, string>> = {
  '"': '"',
  '\u201c': '\u201d',
  '\u00ab': '\u00bb',
  '\u2018': '\u2019',
};

/** Each sentence without what figures say in it, and whether somebody still speaks. What is said ends at its closing mark, or with its
 *  paragraph. */
function speechFilter(): (sentence: string) => { told: string; open: boolean } {
  let closing: string | null = null;
  return (sentence) => {
    let told = '';
    for (let at = 0; at < sentence.length; at += 1) {
      const letter = sentence[at] ?? '';
      if (closing === null) {
        closing = CLOSED_BY[letter] ?? null;
        told += closing === null ? letter : ' ';
      } else if (letter === closing && !isApostrophe(sentence, at)) closing = null;
      else if (sentence.startsWith('\n\n', at)) closing = null;
    }
    return { told, open: closing !== null };
  };
}

/** The mark that closes a single quotation stands within words too. */
function isApostrophe(text: string, at: number): boolean {
  return text[at] === '\u2019' && /\p{L}/u.test(text[at + 1] ?? '');
}
