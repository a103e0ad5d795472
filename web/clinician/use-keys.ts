// Keys for the page that is open. Each page names what it answers to; the rest of the keyboard is left alone.
import { useEffect, useRef } from 'react';
import { type KeyAct, keyAct } from './keys.ts';

const KEY = 'tta.single-keys';

export function singleKeys(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function keepSingleKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}

export function useKeys(acts: Partial<Record<KeyAct, () => void>>): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const at = event.target instanceof HTMLElement ? event.target : null;
      const typing = at !== null && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
      const dialog = document.querySelector('dialog[open]') !== null;
      const { key, ctrlKey, metaKey, altKey } = event;
      const act = keyAct({ key, ctrlKey, metaKey, altKey, typing, dialog }, singleKeys());
      const perform = act === null ? undefined : latest.current[act];
      if (perform === undefined) return;
      event.preventDefault();
      perform();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** While typing Esc leaves the box, so that the page's keys work again; the words stay in it. */
export function useEscapeFromBoxes(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const at = event.target;
      if (event.key !== 'Escape' || document.querySelector('dialog[open]') !== null) return;
      if (at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement || at instanceof HTMLSelectElement) {
        event.stopPropagation();
        at.blur();
        // The place stays where it was for whoever goes on by Tab.
        at.closest<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
      }
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
}
