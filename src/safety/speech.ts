// Tells what the story's figures say in quotation marks from what the narrator says to the player: "I am human," says the fox,
// is a fox's lie; I am human, said by the narrator, is ours.

const SPEECH =
  /"[^"\n]*"|\u201c[^\u201d\n]*\u201d|\u00ab[^\u00bb\n]*\u00bb|(?<![\p{L}\p{N}])['\u2018](?=\S)[^\n]{0,400}?[,.!?\u2026]['\u2019](?!\p{L})/gu;

/** The text with speech blanked, letter for letter, so that any beginning of it is the same beginning. A text that is nothing
 *  but quotation is nobody's speech but its writer's and stays; so does a quotation that is never closed. */
export function withoutSpeech(text: string): string {
  const told = text.replace(SPEECH, (speech) => '\n'.repeat(speech.length));
  return /\p{L}/u.test(told) ? told : text;
}
