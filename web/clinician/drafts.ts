// Words not sent yet: kept through live updates, errors and a reload, until they are sent or taken away by their writer.
import type { Store } from '../shared/help-store.ts';

const PREFIX = 'tta.draft.';

export interface Drafts {
  get(key: string): string;
  set(key: string, text: string): void;
}

/** In this tab only: what is written about a player does not stay on a shared machine after the window is closed. */
export function createDrafts(store: Store): Drafts {
  // Storage may refuse; then they last as long as the page.
  const held = new Map<string, string>();
  return {
    get(key) {
      const known = held.get(key);
      if (known !== undefined) return known;
      try {
        return store.getItem(PREFIX + key) ?? '';
      } catch {
        return '';
      }
    },
    set(key, text) {
      held.set(key, text);
      try {
        if (text === '') store.removeItem(PREFIX + key);
        else store.setItem(PREFIX + key, text);
      } catch {
        // `held` has it.
      }
    },
  };
}

/** On signing out. */
export function forgetDrafts(store: Storage): void {
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
}
