// The supervisor's view of safety, as the gateway answers it and the console shows it: counts, times and loads; no player, no text.
import type { Disposition } from './crisis-case.ts';
import type { CrisisKind, Level } from './verdict.ts';

export interface SafetyReport {
  /** Epoch ms; cases opened and narratives blocked from `from` to before `to`. */
  from: number;
  to: number;
  cases: {
    opened: number;
    /** Of these, not yet resolved. */
    open: number;
    byKind: Partial<Record<CrisisKind, number>>;
    byLevel: Partial<Record<Level, number>>;
    byDisposition: Partial<Record<Disposition, number>>;
    /** Of those resolved; null when none is. */
    falseAlarmShare: number | null;
  };
  acknowledge: {
    /** From opening, or the morning that a moderate case waits for, to the first person. Null when nobody acknowledged any. */
    p50Ms: number | null;
    p90Ms: number | null;
    /** Of those acknowledged or overdue; null when there are none. */
    inTimeShare: number | null;
    /** Nobody answers for these now, though their ladder is exhausted. */
    unanswered: number;
  };
  blockedByRule: { rule: string; rationale: string | null; alternative: string | null; times: number }[];
  /** Sessions whose narrative was blocked so often: somebody should look. */
  reviews: { sessionId: string; blocked: number; rules: string[]; lastAt: number }[];
  load: { displayName: string; held: number; resolved: number }[];
}
