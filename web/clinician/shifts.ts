// The shift list as the gateway gives it, and who of it a case can be handed to.
import type { CaseCoverage } from '../../src/domain/crisis-case.ts';

export interface Rung {
  subject: string;
  displayName: string;
  when: 'always' | 'hours';
  present: boolean;
}

export interface Shifts {
  coverage: CaseCoverage;
  /** What players are told just now. */
  sentence: string;
  ladder: readonly Rung[];
  present: readonly { subject: string; displayName: string; caseId: string | null; at: number }[];
}

export interface Colleague {
  subject: string;
  displayName: string;
  present: boolean;
}

/** Everybody on the ladder or with a console open, once, without the reader; those who are here first. */
export function colleaguesIn(shifts: Shifts, me: string): Colleague[] {
  const all = new Map<string, Colleague>();
  for (const { subject, displayName } of shifts.present) all.set(subject, { subject, displayName, present: true });
  for (const { subject, displayName, present } of shifts.ladder) {
    if (!all.has(subject)) all.set(subject, { subject, displayName, present });
  }
  all.delete(me);
  return [...all.values()].toSorted((a, b) => Number(b.present) - Number(a.present));
}
