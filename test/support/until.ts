// Waits for something that another process will make true, and says what it was when it does not come.
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 25;

export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  withinMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`still waiting for: ${what}`);
    await wait(POLL_MS);
  }
}
