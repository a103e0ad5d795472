// A crisis case: opened by evidence, raised by more of it, answered by a person within an absolute deadline, closed only by a
// disposition. The graph shows what this workflow decides; its own state is the truth.
import {
  allHandlersFinished,
  condition,
  defineSignal,
  defineUpdate,
  getExternalWorkflowHandle,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import type { CaseActivities } from '../activities/cases.ts';
import type { CrisisCase } from '../domain/crisis-case.ts';
import { acknowledgedBy, openedCase, withEvidence } from '../domain/crisis-case.ts';
import type { CaseEvidence } from '../domain/session.ts';
import { sessionWorkflowId } from '../domain/session.ts';
import type { ActBy, CaseArgs, CaseUpdates } from '../domain/session-protocol.ts';
import { answered, refuse } from './failures.ts';
import { createLock } from './lock.ts';

const update = <N extends keyof CaseUpdates>(name: N) => defineUpdate<CaseUpdates[N][1], [CaseUpdates[N][0]], N>(name);

// A case has to reach the graph however long that takes: no limit on attempts, and a quick first retry.
const { nextCaseNumber, saveCase, alertOperator } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

export async function crisisCase(args: CaseArgs): Promise<CrisisCase> {
  let found = openedCase(args.caseId, args.first);
  const lock = createLock();
  // Holds the lock from the start, so that evidence that arrives at once waits until the case has its number.
  const opened = lock.run(async () => {
    const number = await nextCaseNumber(found.caseId);
    found = { ...found, number };
    await saveCase(found);
  });

  setHandler(defineSignal<[CaseEvidence]>('addEvidence'), async (evidence) => void (await add(evidence)));
  setHandler(update('addEvidence'), (evidence) => answered(() => add(evidence)));
  setHandler(update('acknowledge'), (by) =>
    change(by, (now) => {
      if (found.heldBy !== null && found.heldBy.subject !== by.subject) {
        throw refuse('case_held', `${found.heldBy.displayName} has already acknowledged this case.`);
      }
      tellSessions('helpAcknowledged', by);
      return acknowledgedBy(found, by, now);
    }),
  );
  setHandler(update('release'), (by) =>
    change(by, (now) => {
      requireHolder(by);
      tellSessions('helpReleased', by);
      return { ...acknowledgedBy(found, by, now), status: 'released', releasedAt: now };
    }),
  );
  setHandler(update('resolve'), (by) =>
    change(by, (now) => {
      requireHolder(by);
      if (found.releasedAt === null) tellSessions('helpReleased', by);
      return { ...acknowledgedBy(found, by, now), status: 'resolved', resolvedAt: now, disposition: by.disposition };
    }),
  );

  await opened;

  // Evidence that comes while a case is closing opens the next one here: no other workflow could begin it yet.
  do {
    while (isOpen()) {
      const acknowledged = () => found.acknowledgedAt !== null || found.status === 'resolved';
      const deadline = found.acknowledgeBy;
      if (acknowledged()) {
        await condition(() => found.status === 'resolved');
      } else if (
        !(await condition(() => acknowledged() || found.acknowledgeBy < deadline, Math.max(1, deadline - Date.now())))
      ) {
        await lock.run(async () => {
          if (acknowledged()) return;
          found = { ...found, status: 'unanswered', version: found.version + 1 };
          await saveCase(found);
        });
        await alertOperator({ caseId: found.caseId, level: found.level, alert: 'case_unanswered' });
        await condition(acknowledged);
      }
    }
    await condition(allHandlersFinished);
  } while (isOpen());
  return found;

  // A function: TypeScript would otherwise remember the status across an await.
  function isOpen(): boolean {
    return found.status !== 'resolved';
  }

  function add(evidence: CaseEvidence): Promise<CrisisCase> {
    return lock.run(async () => {
      const before = found;
      found = isOpen()
        ? withEvidence(found, evidence)
        : { ...openedCase(found.caseId, evidence), number: found.number + 1 };
      if (found !== before) await saveCase(found);
      return found;
    });
  }

  /** The workflow's own state changes first, so that a graph that is down delays the record, never the act. */
  function change(by: ActBy, decide: (now: number) => CrisisCase): Promise<CrisisCase> {
    return answered(() =>
      lock.run(async () => {
        if (found.status === 'resolved')
          throw refuse('not_found', 'This case is closed. Open it from the list of earlier cases.');
        if (by.expectedVersion !== undefined && by.expectedVersion !== found.version) {
          throw refuse('version_conflict', 'Somebody else changed this case. Look again, then decide.');
        }
        const before = found.version;
        found = { ...decide(Date.now()), version: before + 1 };
        await saveCase(found);
        return found;
      }),
    );
  }

  function requireHolder(by: ActBy): void {
    if (found.heldBy !== null && found.heldBy.subject !== by.subject) {
      throw refuse('case_held', `${found.heldBy.displayName} holds this case. Ask them to hand it over.`);
    }
  }

  /** By workflow id; a session that has ended needs no telling. */
  function tellSessions(what: 'helpAcknowledged' | 'helpReleased', by: ActBy): void {
    for (const sessionId of found.sessions) {
      void getExternalWorkflowHandle(sessionWorkflowId(sessionId))
        .signal(what, { displayName: by.displayName })
        .catch(() => undefined);
    }
  }
}
