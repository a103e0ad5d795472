// Probe sentences of our own with the outcome expected of each; kept beside the rules so that a change shows what it breaks.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Safety } from '../../src/safety/index.ts';

const probe = z.object({
  role: z.enum(['user', 'agent']),
  expect: z.string(),
  text: z.string(),
  /** What the probe is about, whether it is to be found or to pass. */
  category: z.string().optional(),
  /** When it was written: `before-the-rules` it could find, or after a round of work on them, as a new hold-out set each time. */
  written: z.string().optional(),
});
export type Probe = z.infer<typeof probe>;

export function readProbes(): Probe[] {
  return readFileSync(new URL('./probes.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => probe.parse(JSON.parse(line)));
}

/** `crisis` is any crisis kind, `heard` that or a step back, and `calm` anything that is neither a crisis nor blocked: where the
 *  exact kind is open. */
export function isAsExpected(safety: Safety, probe: Probe): boolean {
  if (!['crisis', 'heard', 'calm'].includes(probe.expect)) return outcomeOf(safety, probe) === probe.expect;
  const verdict = safety.screenPlayerText(probe.text);
  if (probe.expect === 'heard') return verdict.crisis || verdict.level === 'low';
  return probe.expect === 'crisis' ? verdict.crisis : !verdict.crisis && !verdict.blocked;
}

/** A crisis kind, `unsafe`, `low`, `language` or `none` for a player; `blocked` or `passed` for an agent. */
export function outcomeOf(safety: Safety, { role, text }: Probe): string {
  if (role === 'agent') return safety.screenAgentText(text).blocked ? 'blocked' : 'passed';
  const verdict = safety.screenPlayerText(text);
  if (verdict.crisis) return verdict.category ?? 'none';
  if (verdict.blocked) return 'unsafe';
  if (verdict.level === 'low') return 'low';
  return verdict.reasons.includes('language.unsupported') ? 'language' : 'none';
}
