// What was done with a player's session, as the second half of a sentence that begins with who did it.

export interface SharedLine {
  /** ISO 8601 */
  at: string;
  who: string;
  what: string;
  /** Of reading outside the own team. */
  reason?: string;
}

const WORDS: Readonly<Record<string, string>> = {
  notified: 'was told that you may need help. No words of yours were in it.',
  opened_case: 'looked at what the care team has noted about your safety.',
  read_transcript: 'read this story with your words.',
  wrote: 'wrote to you.',
  handed_over: 'passed the care for you on to a colleague.',
  break_glass: 'is not of your care team and was let in for one hour. The reason given:',
};

/** Words that this page does not know are shown as they came, rather than left out. */
export function sharedWords(what: string): string {
  return WORDS[what] ?? what;
}
