// Slips of the finger. Used only when a text was not understood as written, so that a right word is never "corrected".

/** Shorter words have too many neighbours: "quit" is one letter from "quite". */
const SHORTEST = 5;

/** Whether one insertion, deletion, change or swap of neighbours makes one word of the other. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** The words with each unknown one replaced by the one known word it can be a slip of; null when nothing was replaced. */
export function corrected(words: readonly string[], known: ReadonlySet<string>): readonly string[] | null {
  let changed = false;
  const spelled = words.map((word) => {
    if (word.length < SHORTEST || known.has(word)) return word;
    let found: string | null = null;
    for (const candidate of known) {
      // People rarely mistype the first letter, except by swapping it with the second.
      const begins = candidate[0] === word[0] || (candidate[0] === word[1] && candidate[1] === word[0]);
      if (candidate.length < SHORTEST - 1 || !begins || !oneSlip(word, candidate)) continue;
      // Of several, the one of the same length: a wrong letter is commoner than a missing one.
      if (found === null || (found.length !== word.length && candidate.length === word.length)) found = candidate;
    }
    if (found !== null) changed = true;
    return found ?? word;
  });
  return changed ? spelled : null;
}
