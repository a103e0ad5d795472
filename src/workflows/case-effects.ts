// What follows a decision on a case: its record, the audit, people told, sessions told. None of it holds the case up: with a
// graph that is down the record comes later, the act does not. The case neither ends nor continues as new before all is done.
import { condition, getExternalWorkflowHandle, log, proxyActivities } from '@temporalio/workflow';
import type { CaseActivities } from '../activities/cases.ts';
import type { CaseEntry, CrisisCase } from '../domain/crisis-case.ts';
import type { Delivery, NoticeCode, Notification, Recipient } from '../domain/notification.ts';
import { sessionWorkflowId } from '../domain/session.ts';
import type { SessionUpdates } from '../domain/session-protocol.ts';
import { sendAlert } from './alert-sender.ts';
import { deliver } from './delivery.ts';
import { codeOf } from './failures.ts';
import { createLock } from './lock.ts';

// All of this has to arrive however long that takes: no limit on attempts, and a quick first retry.
const { nextCaseNumber, saveCase, keepEntry, disclose, auditCase, recipientsOf } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/** Whoever acted sees their act in the graph at once; with a graph that is down they are answered all the same. */
const WAIT_FOR_RECORD = '5 seconds';

type Audited = Parameters<CaseActivities['auditCase']>[0]['event'];
type Told = 'helpAcknowledged' | 'helpReleased' | 'helpUnanswered' | 'humanMessage';
type Recipients = readonly Recipient[];

export interface CaseEffects {
  /** Asks the graph for the case's number, and records nothing before: `renumber` is told how far to move. */
  number(found: CrisisCase, renumber: (by: number, previous: number | null) => void): void;
  record(found: CrisisCase): void;
  keep(found: CrisisCase, entry: Omit<CaseEntry, 'caseId' | 'number'>): void;
  audit(found: CrisisCase, act: string, event?: Pick<Audited, 'subject' | 'role' | 'facts'> & { id?: string }): void;
  disclose(
    found: CrisisCase,
    disclosure: { id: string; who: string; what: 'notified' | 'wrote' | 'handed_over' },
  ): void;
  /** `key` tells rungs apart. People who are not given as recipients are looked up. */
  notify(
    found: CrisisCase,
    code: NoticeCode,
    key: string,
    whom: { recipients: Recipients } | { people: readonly { subject: string; displayName?: string }[] },
  ): void;
  alertOperator(found: CrisisCase): void;
  /** All sessions of the case, by workflow id; one that has ended needs no telling. */
  tellSessions<T extends Told>(found: CrisisCase, what: T, said: SessionUpdates[T][0]): void;
  /** The first of these sessions that still takes it. */
  tellOne<T extends Told>(sessionIds: readonly string[], what: T, said: SessionUpdates[T][0]): Promise<boolean>;
  /** Resolves when the record is written, or after a while. */
  recorded(): Promise<void>;
  readonly quiet: boolean;
}

export function createCaseEffects(on: { delivered(about: Notification, delivery: Delivery): void }): CaseEffects {
  let pending = 0;
  let writing = 0;
  let numbering: Promise<void> = Promise.resolve();
  /** How far numbers move that were given before the graph was asked; null while it has not answered. */
  let moved: number | null = 0;
  const waiting: { found: CrisisCase; early: boolean }[] = [];
  let saving = false;
  const trail = createLock();

  /** A failure that no attempt can cure is logged by its code; the case goes on. */
  function follow(work: () => Promise<void>): void {
    pending += 1;
    void work()
      .catch((error: unknown) => log.error('what follows a decision on a case has failed', { code: codeOf(error) }))
      .finally(() => {
        pending -= 1;
      });
  }

  function write(work: () => Promise<void>): void {
    writing += 1;
    follow(() =>
      work().finally(() => {
        writing -= 1;
      }),
    );
  }

  async function saveAll(): Promise<void> {
    if (saving) return;
    saving = true;
    try {
      await numbering;
      for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
        waiting.shift();
        const { found, early } = next;
        await saveCase(early ? { ...found, number: found.number + (moved ?? 0) } : found);
      }
    } finally {
      saving = false;
    }
  }

  const noticeOf = (found: CrisisCase, code: NoticeCode): Notification => ({
    // The time it was opened tells a player's cases apart, and the version their notices.
    id: `${found.caseId}/${found.openedAt}/${code}/${found.version}`,
    code,
    about: found.caseId,
    level: found.level,
    dueBy: found.status === 'acknowledged' || found.status === 'released' ? found.contactBy : found.acknowledgeBy,
    at: Date.now(),
    drill: found.drill,
  });

  const latestSession = (found: CrisisCase): string | null => found.evidence.at(-1)?.sessionId ?? null;

  return {
    number(found, renumber) {
      moved = null;
      numbering = nextCaseNumber({ caseId: found.caseId, at: found.openedAt }).then(({ number, previous }) => {
        moved = number - found.number;
        renumber(moved, previous);
      });
      write(() => numbering);
    },

    record(found) {
      const last = waiting.at(-1);
      // Of a case that changed again before it was written only the newest is.
      if (last?.found.openedAt === found.openedAt) waiting.pop();
      waiting.push({ found, early: moved === null });
      write(saveAll);
    },

    keep(found, entry) {
      const early = moved === null;
      write(async () => {
        await numbering;
        const number = found.number + (early ? (moved ?? 0) : 0);
        await keepEntry({ ...entry, caseId: found.caseId, number });
      });
    },

    audit(found, act, { id = act, ...event } = {}) {
      const at = Date.now();
      const { caseId, openedAt, version } = found;
      const facts = { ...event.facts, version, ...(found.drill ? { drill: true } : {}) };
      // In order: each entry is chained to the one before it.
      follow(() =>
        trail.run(() =>
          auditCase({
            caseId,
            id: `${openedAt}/${version}/${id}`,
            event: { act: `case.${act}`, at, about: caseId, ...event, facts },
          }),
        ),
      );
    },

    disclose(found, { id, who, what }) {
      if (found.drill) return;
      const at = Date.now();
      follow(() => disclose({ id, player: found.caseId, sessionId: latestSession(found), at, who, what }));
    },

    notify(found, code, key, whom) {
      const notification = noticeOf(found, code);
      follow(async () => {
        const recipients = 'recipients' in whom ? whom.recipients : await recipientsOf(whom.people);
        await Promise.all(
          recipients.map((recipient) =>
            deliver(notification, recipient, key, (delivery) => on.delivered(notification, delivery)),
          ),
        );
      });
    },

    alertOperator(found) {
      sendAlert(noticeOf(found, 'case_unanswered'));
    },

    tellSessions(found, what, said) {
      if (found.drill) return;
      for (const sessionId of found.sessions) follow(async () => void (await told(sessionId, what, said)));
    },

    async tellOne(sessionIds, what, said) {
      for (const sessionId of sessionIds) if (await told(sessionId, what, said)) return true;
      return false;
    },

    async recorded() {
      if (writing > 0) await condition(() => writing === 0, WAIT_FOR_RECORD);
    },

    get quiet() {
      return pending === 0;
    },
  };
}

async function told(sessionId: string, what: Told, said: SessionUpdates[Told][0]): Promise<boolean> {
  try {
    await getExternalWorkflowHandle(sessionWorkflowId(sessionId)).signal(what, said);
    return true;
  } catch {
    return false;
  }
}
