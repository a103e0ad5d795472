// Tells a fresh reply sentence by sentence. All of them are on the page from the start, so the text never jumps and a
// screen reader is never kept waiting; only their appearance is paced.
import { useEffect, useState } from 'react';
import { revealDelayMs } from './prose.ts';

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** How many sentences are shown by now. `paced` false shows all at once. */
export function useReveal(sentences: readonly string[], paced: boolean): { shown: number; showAll: () => void } {
  const [still] = useState(prefersStillness);
  const [count, setCount] = useState(0);
  const all = sentences.length;
  const pacing = paced && !still;
  useEffect(() => {
    if (!pacing || count >= all) return;
    const timer = setTimeout(() => setCount(count + 1), count === 0 ? 30 : revealDelayMs(sentences[count - 1] ?? ''));
    return () => clearTimeout(timer);
  }, [pacing, count, all, sentences]);
  return { shown: pacing ? Math.min(count, all) : all, showAll: () => setCount(Number.MAX_SAFE_INTEGER) };
}
