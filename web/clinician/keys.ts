// The keyboard's map, as data: what a key does, and when it must do nothing.

export type KeyAct =
  | 'next'
  | 'previous'
  | 'back'
  | 'acknowledge'
  | 'write'
  | 'note'
  | 'cases'
  | 'shift'
  | 'report'
  | 'keys';

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Focus is where text is typed. */
  typing: boolean;
  /** A dialog is open: its own keys only. */
  dialog: boolean;
}

const ACTS: Readonly<Record<string, KeyAct>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Escape: 'back',
  a: 'acknowledge',
  m: 'write',
  n: 'note',
  '1': 'cases',
  '2': 'shift',
  '3': 'report',
  '?': 'keys',
};

/** What the keys dialog lists. */
export const KEY_HELP: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['j', '↓'], does: 'next case' },
  { keys: ['k', '↑'], does: 'case before' },
  { keys: ['Enter'], does: 'open the case' },
  { keys: ['Esc'], does: 'back to the list; while typing: leave the box, words are kept' },
  { keys: ['a'], does: 'acknowledge' },
  { keys: ['m'], does: 'write to the player' },
  { keys: ['n'], does: 'write a note' },
  { keys: ['1', '2', '3'], does: 'cases, shift list, report' },
  { keys: ['?'], does: 'this list' },
];

/**
 * `single` is whether keys without a modifier are wanted at all: whoever speaks to the computer turns them off
 * (WCAG 2.1.4). Esc and the arrows work all the same.
 */
export function keyAct(pressed: Pressed, single: boolean): KeyAct | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.typing || pressed.dialog) return null;
  const act = ACTS[pressed.key] ?? null;
  return pressed.key.length === 1 && !single ? null : act;
}

/** The place in the list after a step; stops at both ends, and begins at the first. */
export function stepTo(from: number, count: number, act: 'next' | 'previous'): number {
  if (count === 0) return -1;
  if (from < 0) return act === 'next' ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, from + (act === 'next' ? 1 : -1)));
}
