// The gateway's eye: every text of a signed-in person is read here before anything may refuse it.
import type { Verdict } from '../domain/verdict.ts';
import { CLEAR_VERDICT, graver } from '../domain/verdict.ts';
import type { GatewayServices } from './services.ts';

export interface Reading {
  verdict: Verdict;
  screenMs: number;
}

export type Read = (...texts: readonly string[]) => Reading;

/** The gravest verdict of several texts; one that could not be read makes the whole unreadable unless another is a crisis. */
export function createRead({ safety, metrics }: Pick<GatewayServices, 'safety' | 'metrics'>): Read {
  return (...texts) => {
    const from = performance.now();
    const verdicts = texts.map((text) => safety.screenPlayerText(text));
    const gravest = verdicts.reduce(graver, CLEAR_VERDICT);
    const unreadable = verdicts.find(({ screen }) => screen === 'unreadable');
    const verdict = unreadable !== undefined && !gravest.crisis ? unreadable : gravest;
    const screenMs = performance.now() - from;
    metrics.screenSeconds.observe(screenMs / 1000);
    metrics.verdicts.inc({ level: verdict.level });
    return { verdict, screenMs };
  };
}
