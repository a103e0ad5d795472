// The supervisor's report in the gateway's shape.
import type { Disposition } from '../../src/domain/crisis-case.ts';
import type { CrisisKind, Level } from '../../src/domain/verdict.ts';

export interface SafetyReport {
  /** Epoch ms. */
  from: number;
  to: number;
  cases: {
    opened: number;
    open: number;
    byKind: Partial<Record<CrisisKind, number>>;
    byLevel: Partial<Record<Level, number>>;
    byDisposition: Partial<Record<Disposition, number>>;
    /** Of those resolved; null when none is. */
    falseAlarmShare: number | null;
  };
  acknowledge: {
    p50Ms: number | null;
    p90Ms: number | null;
    inTimeShare: number | null;
    unanswered: number;
  };
  blockedByRule: readonly { rule: string; rationale: string | null; alternative: string | null; times: number }[];
  /** Sessions whose narrative was held back so often that somebody should look. */
  reviews: readonly { sessionId: string; blocked: number; rules: readonly string[]; lastAt: number }[];
  load: readonly { displayName: string; held: number; resolved: number }[];
}
