// What a crisis case asks of the outside: its record in the graph, and the operator's attention.
import { log } from '@temporalio/activity';
import type { CrisisCase } from '../domain/crisis-case.ts';
import type { Level } from '../domain/verdict.ts';
import type { CaseRecords } from '../people/types.ts';
import { mapped } from './errors.ts';

export interface CaseActivities {
  nextCaseNumber(caseId: string): Promise<number>;
  saveCase(found: CrisisCase): Promise<void>;
  alertOperator(alert: { caseId: string; level: Level; alert: string }): Promise<void>;
}

export function createCaseActivities(records: CaseRecords): CaseActivities {
  return {
    nextCaseNumber: (caseId) => mapped(async () => ((await records.get(caseId))?.number ?? 0) + 1),
    saveCase: (found) => mapped(() => records.save(found)),
    // The log is the channel of this version; its readers are told so in docs/operations.md.
    alertOperator: async (alert) => log.error('operator alert', { ...alert }),
  };
}
