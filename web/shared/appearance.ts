// Text size and theme: the reader's choice, kept on the device and applied as attributes that the style sheets read.
import type { Store } from './help-store.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const TEXT_SIZES = ['small', 'regular', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export interface Appearance {
  theme: Theme;
  textSize: TextSize;
}

const KEY = 'tta.appearance';

export function keptAppearance(store: Store): Appearance {
  let kept: unknown = null;
  try {
    kept = JSON.parse(store.getItem(KEY) ?? 'null');
  } catch {
    // Unreadable: the defaults below.
  }
  const value = typeof kept === 'object' && kept !== null ? kept : {};
  return {
    theme: THEMES.find((theme) => 'theme' in value && value.theme === theme) ?? 'auto',
    textSize: TEXT_SIZES.find((size) => 'textSize' in value && value.textSize === size) ?? 'regular',
  };
}

export function keepAppearance(store: Store, appearance: Appearance): void {
  try {
    store.setItem(KEY, JSON.stringify(appearance));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function applyAppearance(root: HTMLElement, appearance: Appearance): void {
  root.dataset.theme = appearance.theme;
  root.dataset.textSize = appearance.textSize;
}
