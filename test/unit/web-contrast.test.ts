// Every text colour on every ground it stands on, in both themes, by the WCAG 2 contrast formula.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../../web/styles/tokens.css', import.meta.url), 'utf8');

/** Text on ground: 4.5 for text, 3 for the edges of controls and for focus (WCAG 1.4.3, 1.4.11). */
const PAIRS: readonly [text: string, ground: string, least: number][] = [
  ['ink', 'paper', 7],
  ['ink', 'raised', 7],
  ['quiet', 'paper', 4.5],
  ['quiet', 'raised', 4.5],
  ['said', 'paper', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'raised', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-deep', 4.5],
  ['help-ink', 'help-paper', 7],
  ['support-ink', 'support-paper', 7],
  ['wrong', 'paper', 4.5],
  ['wrong', 'raised', 4.5],
  ['paper', 'wrong', 4.5],
  ['edge', 'paper', 3],
  ['help-edge', 'help-paper', 3],
  ['focus', 'paper', 3],
  ['focus', 'help-paper', 3],
  // The console: levels and presence on a line that has the focus, words of the banner, a drop of alarm in it.
  ['said', 'raised', 4.5],
  ['quiet', 'help-paper', 4.5],
  ['wrong', 'support-paper', 3],
  ['wrong', 'help-paper', 4.5],
  ['accent', 'support-paper', 4.5],
  ['focus', 'raised', 3],
  ['focus', 'support-paper', 3],
  ['edge', 'raised', 3],
];

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function colour(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const hex = found?.[theme === 'light' ? 1 : 2];
  assert.ok(hex !== undefined, `tokens.css names no colour --${name}`);
  return hex;
}

describe('the colours of the pages', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`can be read in the ${theme} theme`, () => {
      for (const [text, ground, least] of PAIRS) {
        const ratio = contrast(colour(text, theme), colour(ground, theme));
        assert.ok(ratio >= least, `--${text} on --${ground} is ${ratio.toFixed(2)}, needs ${least}`);
      }
    });
  }
});
