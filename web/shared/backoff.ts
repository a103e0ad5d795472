// How long to wait before the next try: doubling from half a second up to fifteen, spread so that many pages
// that lost the same server do not all come back in the same instant.

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** `attempt` from 0; `random` in [0, 1). Between half of the doubled time and all of it. */
export function backoffMs(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full / 2 + (full / 2) * random);
}
