// The forms that guidance takes, and what is sent for each.
import type { Guidance } from '../../src/domain/session-protocol.ts';

export type GuidanceKind = Guidance['kind'];

export const GUIDANCE: readonly { kind: GuidanceKind; label: string; detail: string | null }[] = [
  { kind: 'gentler', label: 'Gentler', detail: null },
  { kind: 'avoid_theme', label: 'Keep away from a theme', detail: 'Which theme' },
  { kind: 'offer_technique', label: 'Offer a technique', detail: 'Which technique' },
  { kind: 'close_soon', label: 'Come to a close soon', detail: null },
  {
    kind: 'free',
    label: 'In free words',
    detail:
      'Only for a language model on this computer that the player agreed to; screened, never quoted. Without one it has no effect',
  },
];

/** Null when words are missing that this kind needs. */
export function guidanceBody(kind: GuidanceKind, detail: string): Record<string, string> | null {
  const words = detail.trim();
  const needsWords = GUIDANCE.find((one) => one.kind === kind)?.detail !== null;
  if (needsWords && words === '') return null;
  if (kind === 'free') return { text: words };
  return needsWords ? { kind, detail: words } : { kind };
}
