// A Chromium for the browser tests: found, or installed where we may.
import { fromApt, type Say } from './fetch.ts';
import { onPath } from './run.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/** Null when there is none; browser tests then say so and are skipped. */
export async function findChromium(say: Say): Promise<string | null> {
  return onPath(...NAMES) ?? ((await fromApt('chromium', say)) ? onPath(...NAMES) : null);
}
