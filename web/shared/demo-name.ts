// The name that this device used for its demo account: the same name is the same account, so yesterday's stories are found again.
import type { Store } from './help-store.ts';

const KEY = 'tta.demo-name';

export function keptDemoName(store: Store): string | null {
  try {
    const name = store.getItem(KEY)?.trim();
    return name === undefined || name === '' ? null : name;
  } catch {
    return null;
  }
}

export function keepDemoName(store: Store, name: string): void {
  try {
    store.setItem(KEY, name);
  } catch {
    // Without storage the account lasts as long as its cookie.
  }
}

/** Whoever looks at this device next is not told who played here. */
export function forgetDemoName(store: Store): void {
  try {
    store.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** For those who give no name of their own. `random` in [0, 1). */
export function guestName(random: number): string {
  return `Guest ${1000 + Math.floor(random * 9000)}`;
}
