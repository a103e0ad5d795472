// Cases and a device's storage for the console's tests.
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import type { CaseEvidence } from '../../src/domain/session.ts';

export const NOW = 1_700_000_000_000;
export const MINUTE = 60_000;

export function evidenceOf(part: Partial<CaseEvidence>): CaseEvidence {
  return {
    sessionId: 'p1-s1',
    turnId: 't1',
    kind: 'suicide',
    level: 'high',
    response: 'hold',
    reasons: ['suicide.intent'],
    at: NOW,
    origin: 'screening',
    ...part,
  };
}

export function openCase(part: Partial<CrisisCase>): CrisisCase {
  return {
    caseId: 'p1',
    number: 1,
    status: 'open',
    kind: 'suicide',
    level: 'high',
    sessions: ['p1-s1'],
    evidence: [evidenceOf({})],
    openedAt: NOW,
    acknowledgeBy: NOW + 15 * MINUTE,
    contactBy: null,
    heldBy: null,
    acknowledgedAt: null,
    releasedAt: null,
    resolvedAt: null,
    disposition: null,
    drill: false,
    coverage: { mode: 'none', open: false, opensAt: null },
    rungsPaged: 0,
    routedTo: [],
    deliveries: [],
    contactedAt: null,
    reopenableUntil: null,
    previous: null,
    aboutGame: 0,
    version: 1,
    ...part,
  };
}

/** As a browser's: its keys are its own properties. */
export function storeOf(kept: Record<string, string> = {}): Storage {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(store, key) ? (store[key] ?? null) : null),
    setItem: (key: string, value: string) => {
      store[key] = value;
    },
    removeItem: (key: string) => void delete store[key],
  };
  const store: Record<string, string> = Object.assign(Object.create(methods), kept);
  // What of Storage the pages use.
  return store as unknown as Storage;
}
