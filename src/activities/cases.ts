// What a crisis case asks of the outside: who is there and whom to call, its record in the graph, what the player may later read
// of it, and the audit trail.
import { log } from '@temporalio/activity';
import type { CaseCoverage, CaseEntry, CrisisCase } from '../domain/crisis-case.ts';
import { REOPEN_WITHIN_MS } from '../domain/crisis-case.ts';
import type { Recipient } from '../domain/notification.ts';
import type { Level } from '../domain/verdict.ts';
import { levelRank } from '../domain/verdict.ts';
import type { OnCall } from '../people/index.ts';
import type { CaseRecords, Disclosure, Disclosures } from '../people/types.ts';
import type { AuditEvent, AuditTrail } from '../telemetry/index.ts';
import { mapped } from './errors.ts';

export interface CasePlan {
  coverage: CaseCoverage;
  acknowledgeBy: number;
  /** When to call somebody: now, or for a moderate case the next opening. */
  pageAt: number;
  /** The next person on the ladder who was not paged yet, by all their channels; empty when there is none. */
  recipients: readonly Recipient[];
}

export interface CaseActivities {
  planCase(input: { level: Level; at: number; paged: readonly string[] }): Promise<CasePlan>;
  recipientsOf(people: readonly { subject: string; displayName?: string }[]): Promise<readonly Recipient[]>;
  nextCaseNumber(input: { caseId: string; at: number }): Promise<{ number: number; previous: number | null }>;
  saveCase(found: CrisisCase): Promise<void>;
  keepEntry(entry: CaseEntry): Promise<void>;
  disclose(disclosure: Disclosure): Promise<void>;
  auditCase(input: { caseId: string; id: string; event: AuditEvent }): Promise<void>;
}

export interface CaseServices {
  records: CaseRecords;
  coverage: OnCall;
  disclosures: Disclosures;
  audit: AuditTrail;
}

/** A ladder with more rungs than this is a mistake in the configuration. */
const MAX_RUNGS = 100;

export function createCaseActivities({ records, coverage, disclosures, audit }: CaseServices): CaseActivities {
  function nextOnLadder(paged: readonly string[], at: number): readonly Recipient[] {
    for (let n = 0; n < MAX_RUNGS; n += 1) {
      const people = coverage.rung(n, at);
      if (people.length === 0) return [];
      if (!people.some(({ subject }) => subject !== null && paged.includes(subject))) return people;
    }
    return [];
  }

  return {
    planCase: ({ level, at, paged }) =>
      mapped(async () => {
        const now = coverage.at(at);
        const waits = now.opensAt !== null && levelRank(level) <= levelRank('moderate');
        return {
          coverage: now,
          acknowledgeBy: coverage.acknowledgeBy(level, at),
          pageAt: waits ? (now.opensAt ?? at) : at,
          recipients: nextOnLadder(paged, at),
        };
      }),
    recipientsOf: (people) => mapped(async () => people.flatMap((person) => coverage.of(person))),
    nextCaseNumber: ({ caseId, at }) =>
      mapped(async () => {
        const last = await records.get(caseId);
        if (last === null) return { number: 1, previous: null };
        const recent = last.resolvedAt !== null && at - last.resolvedAt < REOPEN_WITHIN_MS;
        return { number: last.number + 1, previous: recent ? last.number : null };
      }),
    saveCase: (found) => mapped(() => records.save(found)),
    keepEntry: (entry) => mapped(() => records.keepEntry(entry)),
    disclose: (disclosure) => mapped(() => disclosures.add(disclosure)),
    auditCase: ({ caseId, id, event }) =>
      mapped(async () => {
        try {
          await audit.append(`case/${caseId}`, id, event);
        } catch (error) {
          log.warn('an audit record of a case is late', { act: event.act });
          throw error;
        }
      }),
  };
}
