// What a supervisor sees of safety: counts, times and loads. No player, no text; drills are left out.
import type { CrisisCase } from '../../domain/crisis-case.ts';
import { ACKNOWLEDGE_WITHIN_MS } from '../../domain/crisis-case.ts';
import type { SafetyReport } from '../../domain/safety-report.ts';
import { levelRank } from '../../domain/verdict.ts';
import type { Graph } from '../../world/types.ts';
import type { CaseRecords } from '../types.ts';

export interface SafetyReportSources {
  graph: Graph;
  records: Pick<CaseRecords, 'openedBetween'>;
  describe(ruleId: string): { rationale: string; alternative: string | null } | null;
}

export interface SafetyReports {
  between(from: number, to: number): Promise<SafetyReport>;
}

/** As many as put a session under protection (DESIGN 6). */
const REVIEW_FROM = 3;
/** More sessions than this are not reviewed one by one. */
const REVIEW_LIMIT = 100;

/** Themes that a player wants to be spared block as well, but nothing unsafe was written then. */
const BLOCKED = `
  MATCH (turn:Turn)-[:HAS_RUN]->(run:AgentRun)
  WHERE turn.at >= $from AND turn.at < $to AND size(run.findings) > 0
  WITH turn, [rule IN run.findings WHERE NOT rule STARTS WITH 'avoid.'] AS rules
  WHERE size(rules) > 0`;

export function createSafetyReport({ graph, records, describe }: SafetyReportSources): SafetyReports {
  async function blockedByRule(span: Span): Promise<SafetyReport['blockedByRule']> {
    const rows = await graph.run<{ rule: string; times: number }>(
      `${BLOCKED} UNWIND rules AS rule RETURN rule, count(*) AS times ORDER BY times DESC, rule`,
      span,
    );
    return rows.map(({ rule, times }) => {
      const known = describe(rule);
      return { rule, rationale: known?.rationale ?? null, alternative: known?.alternative ?? null, times };
    });
  }

  async function reviews(span: Span): Promise<SafetyReport['reviews']> {
    const rows = await graph.run<{ sessionId: string; blocked: number; rules: string[][]; lastAt: number }>(
      `${BLOCKED}
       WITH turn.sessionId AS sessionId, count(*) AS blocked, collect(rules) AS rules, max(turn.at) AS lastAt
       WHERE blocked >= ${REVIEW_FROM}
       RETURN sessionId, blocked, rules, lastAt ORDER BY lastAt DESC LIMIT ${REVIEW_LIMIT}`,
      span,
    );
    return rows.map((row) => ({ ...row, rules: [...new Set(row.rules.flat())].sort() }));
  }

  return {
    async between(from, to) {
      const span = { from, to };
      const [cases, byRule, toReview] = await Promise.all([
        records.openedBetween(from, to),
        blockedByRule(span),
        reviews(span),
      ]);
      return { ...span, ...countsOf(cases, to), blockedByRule: byRule, reviews: toReview };
    },
  };
}

type Span = { from: number; to: number };

function countsOf(cases: readonly CrisisCase[], now: number): Pick<SafetyReport, 'cases' | 'acknowledge' | 'load'> {
  const resolved = cases.filter(({ status }) => status === 'resolved');
  const waits = cases.flatMap((found) =>
    found.acknowledgedAt === null ? [] : [found.acknowledgedAt - startOf(found)],
  );
  const judged = cases.filter((found) => found.acknowledgedAt !== null || dueAt(found) <= now);
  const inTime = judged.filter((found) => found.acknowledgedAt !== null && found.acknowledgedAt <= dueAt(found));
  return {
    cases: {
      opened: cases.length,
      open: cases.length - resolved.length,
      byKind: tally(cases.map(({ kind }) => kind)),
      byLevel: tally(cases.map(({ level }) => level)),
      byDisposition: tally(resolved.flatMap(({ disposition }) => disposition ?? [])),
      falseAlarmShare: share(
        resolved.filter(({ disposition }) => disposition === 'false_alarm').length,
        resolved.length,
      ),
    },
    acknowledge: {
      p50Ms: percentile(waits, 0.5),
      p90Ms: percentile(waits, 0.9),
      inTimeShare: share(inTime.length, judged.length),
      unanswered: cases.filter(({ status }) => status === 'unanswered').length,
    },
    load: loadOf(cases),
  };
}

/** When the time to acknowledge began: with the first evidence of the level the case has, or the morning it waited for. */
function startOf(found: CrisisCase): number {
  const { coverage, level, openedAt } = found;
  const atLevel = found.evidence.find((evidence) => evidence.level === level && evidence.origin !== 'game')?.at;
  const began = Math.max(openedAt, atLevel ?? openedAt);
  const waited = levelRank(level) <= levelRank('moderate') && coverage.opensAt !== null;
  // Somebody who acknowledged before the morning did not wait at all.
  const from = waited ? Math.max(began, coverage.opensAt ?? began) : began;
  return Math.min(from, found.acknowledgedAt ?? from);
}

function dueAt(found: CrisisCase): number {
  return startOf(found) + ACKNOWLEDGE_WITHIN_MS[found.level];
}

function loadOf(cases: readonly CrisisCase[]): SafetyReport['load'] {
  const people = new Map<string, SafetyReport['load'][number]>();
  for (const { heldBy, status } of cases) {
    if (heldBy === null) continue;
    const person = people.get(heldBy.subject) ?? { displayName: heldBy.displayName, held: 0, resolved: 0 };
    if (status === 'resolved') person.resolved += 1;
    else person.held += 1;
    people.set(heldBy.subject, person);
  }
  return [...people.values()].sort((a, b) => b.held - a.held || a.displayName.localeCompare(b.displayName));
}

function tally<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function share(part: number, of: number): number | null {
  return of === 0 ? null : part / of;
}

/** Nearest rank: a time that was really taken. */
function percentile(values: readonly number[], at: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * at) - 1)] ?? null;
}
