// A few at a time, in order of arrival: what would otherwise ask the graph for a whole list at once and take every connection.

/** Runs what it is given, at most `atOnce` at the same time. */
export function few(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place goes from hand to hand; it is free only when nobody waits.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
