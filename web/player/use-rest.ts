// Watches for signs of play while a story can be played, and says when a rest is due. The sitting is the person's, not the
// story's: it goes on over a reload and into another story of this tab, and is forgotten with the tab.
import { useCallback, useEffect, useState } from 'react';
import type { Store } from '../shared/help-store.ts';
import { restIsDue, type Sitting, seen } from './rest.ts';

const KEY = 'tta.sitting';
const SIGNS = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
/** Signs closer together say nothing new; storage is spared. */
const SIGN_EVERY_MS = 10_000;
/** A rest need not be offered to the second. */
const LOOK_EVERY_MS = 20_000;

export interface Rest {
  due: boolean;
  /** The offer was answered: with a rest the next sitting counts from now, else this one is not asked again. */
  answer: (rested: boolean) => void;
}

/** While `playing` is false (paused, held for help, ended) nothing is offered and no sign is counted. */
export function useRest(playing: boolean, store: Store): Rest {
  const [due, setDue] = useState(false);

  useEffect(() => {
    if (!playing) return setDue(false);
    let sitting = keep(store, seen(read(store), Date.now()));
    const look = (): void => setDue(restIsDue(read(store), Date.now()));
    const sign = (): void => {
      const now = Date.now();
      if (now >= sitting.last && now - sitting.last < SIGN_EVERY_MS) return;
      sitting = keep(store, seen(read(store), now));
      look();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    for (const name of SIGNS) document.addEventListener(name, sign, { passive: true });
    look();
    return () => {
      clearInterval(timer);
      for (const name of SIGNS) document.removeEventListener(name, sign);
    };
  }, [playing, store]);

  const answer = useCallback(
    (rested: boolean) => {
      const sitting = read(store);
      if (rested) store.removeItem(KEY);
      else if (sitting !== null) keep(store, { ...sitting, told: true });
      setDue(false);
    },
    [store],
  );
  return { due, answer };
}

function keep(store: Store, sitting: Sitting): Sitting {
  try {
    store.setItem(KEY, JSON.stringify(sitting));
  } catch {
    // Without storage nobody is reminded; the story goes on.
  }
  return sitting;
}

function read(store: Store): Sitting | null {
  try {
    const parsed: unknown = JSON.parse(store.getItem(KEY) ?? 'null');
    const whole = typeof parsed === 'object' && parsed !== null && 'since' in parsed && 'last' in parsed;
    // Written only by this file; anything else in its place is discarded by the check.
    return whole ? (parsed as Sitting) : null;
  } catch {
    return null;
  }
}
