// Slips of the finger. Used only when a text was not understood as written, so that a right word is never "corrected".

/** Shorter words have too many neighbours ("quit" is one letter from "quite"), so they are only put right to what is near. */
const SHORTEST = 5;
const SHORTEST_NEAR = 3;

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

/** Ways to put one word right that are tried. */
const MOST = 3;

/** Known words that a word can be a slip of, the likeliest first. */
function slipsOf(word: string, known: ReadonlySet<string>, near: ReadonlySet<string>): readonly string[] {
  if (word.length < SHORTEST_NEAR || known.has(word)) return [];
  const found: { candidate: string; likely: number }[] = [];
  for (const candidate of word.length < SHORTEST ? near : known) {
    // People rarely mistype the first letter, except by swapping it with the second.
    const begins = candidate[0] === word[0] || (candidate[0] === word[1] && candidate[1] === word[0]);
    if (candidate.length < Math.min(word.length, SHORTEST - 1) || !begins || !oneSlip(word, candidate)) continue;
    // Of the same length: a wrong letter is commoner than a missing one.
    const likely = (near.has(candidate) ? 2 : 0) + (candidate.length === word.length ? 1 : 0);
    found.push({ candidate, likely });
  }
  return found.sort((a, b) => b.likely - a.likely).map(({ candidate }) => candidate);
}

/** The words with each unknown one replaced by a known word that it can be a slip of, the likeliest first; none when nothing was
 *  replaced. `near` are those that a command here is most likely made of, its verbs and the names of what is in sight. */
export function corrections(
  words: readonly string[],
  known: ReadonlySet<string>,
  near: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const slips = words.map((word) => slipsOf(word, known, near));
  const most = Math.min(MOST, Math.max(0, ...slips.map(({ length }) => length)));
  // Slips are few in a text: the second choices of all of its words are as good as any other mixture.
  return Array.from({ length: most }, (_, choice) =>
    words.map((word, i) => slips[i]?.[Math.min(choice, slips[i].length - 1)] ?? word),
  );
}
