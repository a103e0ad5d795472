// The typed door to sessions and crisis cases for any backend: start, turn, act, and nothing of Temporal showing through.
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { CrisisCase } from '../domain/crisis-case.ts';
import { AppError } from '../domain/errors.ts';
import type { Notification } from '../domain/notification.ts';
import type { CaseEvidence, SessionId } from '../domain/session.ts';
import { caseWorkflowId, pseudonymOf, sessionWorkflowId, TASK_QUEUES } from '../domain/session.ts';
import type { AlertArgs, CaseArgs, CaseUpdates, SessionUpdates, StartSession } from '../domain/session-protocol.ts';
import {
  alertWorkflowId,
  playerUpdateId,
  staffUpdateId,
  turnUpdateId,
  WORKFLOW_TYPES,
} from '../domain/session-protocol.ts';
import type { TurnInput, TurnOutcome, TurnReply } from '../domain/turn.ts';
import { asAppError, ended, isRunEnded, mayPass } from './errors.ts';

export type SessionActName = 'pause' | 'resume' | 'escalate' | 'end' | 'guide' | 'couldNotRead' | 'profile';
export type CaseActName = Exclude<keyof CaseUpdates, 'addEvidence'>;

export interface CallOptions {
  /** Milliseconds to wait for the answer, default 30,000. Giving up ends only the waiting: the work goes on, and the same
   *  call with the same id gets its answer. */
  deadlineMs?: number;
}

/** Every method rejects with an `AppError` (domain/errors.ts) and nothing else; `retryable` says whether the same call may
 *  be made again. A Temporal that cannot be reached, or does not answer before the deadline, is `unavailable`. */
export interface SessionClient {
  /** Begins the session and answers its opening. The same session id again: the same opening. `session_ended` when it is over. */
  start(start: StartSession, options?: CallOptions): Promise<TurnReply>;
  /** One turn; the same `turnId` again gets the same answer. A refusal that the session decides after reading the text comes
   *  as `{answered: false, code}`; one decided before as AppError `stale_turn`, `text_empty`, `session_ended`, `not_found`. */
  takeTurn(sessionId: SessionId, input: TurnInput, options?: CallOptions): Promise<TurnOutcome>;
  /** Something a player or a clinician does to the session. `id` (a UUID) makes a repeat the same act; default a new one.
   *  AppError `version_conflict`, `forbidden`, `session_ended`, `not_found`. */
  act<N extends SessionActName>(
    sessionId: SessionId,
    name: N,
    by: SessionUpdates[N][0],
    options?: CallOptions & { id?: string },
  ): Promise<SessionUpdates[N][1]>;
  /** Opens the player's crisis case or adds to the open one. Repeats of one turn's evidence count once. */
  openCase(evidence: CaseEvidence, options?: CallOptions): Promise<CrisisCase>;
  /** What a person does on a case. `not_found` when it is closed, `case_held` when another holds it. */
  caseAct<N extends CaseActName>(
    caseId: string,
    name: N,
    by: CaseUpdates[N][0],
    options?: CallOptions & { id?: string },
  ): Promise<CrisisCase>;
  /** Tells the operator durably: a workflow delivers it. The same notification id is sent once. */
  alert(notification: Notification, options?: CallOptions): Promise<void>;
  /** Rejects when Temporal does not answer. */
  ping(): Promise<void>;
}

/** The slowest model turn stays under it: 25 s in all (workflows/turn.ts), and a last graph write that is tried twice. */
const DEADLINE_MS = 30_000;
const PING_DEADLINE_MS = 900;
/** After a kill, a task in a dead worker's hands is given to another after this. 2 s trips under load; the server's own 10 s
 *  keep a player waiting twice as long. */
const TASK_TIMEOUT = '5 seconds';

/**
 * `client` has to carry the payload codec of privacy/ in its data converter: arguments and answers are sealed before they
 * leave this process, so a backend that makes a SessionClient holds data keys and can read what its players write. Run it
 * only where that is meant to be, with the key store mounted; any other backend talks to the gateway's HTTP instead.
 */
export function createSessionClient(client: Client): SessionClient {
  async function call<T>(options: CallOptions | undefined, work: () => Promise<T>): Promise<T> {
    try {
      const deadline = Date.now() + (options?.deadlineMs ?? DEADLINE_MS);
      return await client.withDeadline(deadline, async () => {
        try {
          return await work();
        } catch (error) {
          // The run rolled over with this update accepted: its successor knows the id and answers.
          if (isRunEnded(error)) return await work();
          throw error;
        }
      });
    } catch (error) {
      throw asAppError(error);
    }
  }

  function update<A, T>(workflowId: string, name: string, updateId: string, arg: A): Promise<T> {
    return client.workflow.getHandle(workflowId).executeUpdate<T, [A]>(name, { args: [arg], updateId });
  }

  /** Temporal says "not found" of a closed run and of one that never was; a player is told which. A session that never was
   *  has no key either, which shows before anything is sent. */
  async function onSession<T>(sessionId: SessionId, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const keyless = error instanceof AppError && error.code === 'key_missing';
      if (!keyless && !(error instanceof WorkflowNotFoundError)) throw error;
      await client.workflow.getHandle(sessionWorkflowId(sessionId)).describe();
      throw keyless ? error : ended();
    }
  }

  return {
    start: (start, options) =>
      call(options, () =>
        client.workflow.executeUpdateWithStart<(args: { start: StartSession }) => Promise<void>, TurnReply, []>(
          'open',
          {
            args: [],
            updateId: playerUpdateId('open'),
            startWorkflowOperation: new WithStartWorkflowOperation(WORKFLOW_TYPES.session, {
              workflowId: sessionWorkflowId(start.sessionId),
              taskQueue: TASK_QUEUES.sessions,
              args: [{ start }],
              workflowTaskTimeout: TASK_TIMEOUT,
              workflowIdConflictPolicy: 'USE_EXISTING',
              // An ended session is never begun anew; one whose opening failed may be.
              workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
            }),
          },
        ),
      ),

    takeTurn: (sessionId, input, options) =>
      call(options, () =>
        onSession(sessionId, async () => {
          const take = (updateId: string) =>
            update<TurnInput, TurnOutcome>(sessionWorkflowId(sessionId), 'takeTurn', updateId, input);
          try {
            return await take(turnUpdateId(input.turnId));
          } catch (error) {
            // Temporal keeps a failed update's failure for every later call with its id. The session knows the turn by the
            // turn's own id, so under another update id it is tried again, and never twice.
            if (!mayPass(error)) throw error;
            return await take(`${turnUpdateId(input.turnId)}/${randomUUID()}`);
          }
        }),
      ),

    act: (sessionId, name, by, options) =>
      call(options, () =>
        onSession(sessionId, () => update(sessionWorkflowId(sessionId), name, updateIdOf(name, by, options?.id), by)),
      ),

    openCase: (evidence, options) =>
      call(options, () => {
        const caseId = pseudonymOf(evidence.sessionId);
        return client.workflow.executeUpdateWithStart<
          (args: CaseArgs) => Promise<CrisisCase>,
          CrisisCase,
          [CaseEvidence]
        >('addEvidence', {
          args: [evidence],
          updateId: turnUpdateId(`${evidence.turnId}/${evidence.origin}`),
          startWorkflowOperation: new WithStartWorkflowOperation(WORKFLOW_TYPES.crisisCase, {
            workflowId: caseWorkflowId(caseId),
            taskQueue: TASK_QUEUES.cases,
            args: [{ caseId, first: evidence }],
            workflowTaskTimeout: TASK_TIMEOUT,
            workflowIdConflictPolicy: 'USE_EXISTING',
            // A player may need help again after a case was resolved.
            workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          }),
        });
      }),

    caseAct: (caseId, name, by, options) =>
      call(options, async () => {
        try {
          return await update<CaseUpdates[typeof name][0], CrisisCase>(
            caseWorkflowId(caseId),
            name,
            updateIdOf(name, by, options?.id),
            by,
          );
        } catch (error) {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
          throw new AppError('not_found', 'This case is closed, or there never was one.');
        }
      }),

    alert: (notification, options) =>
      call(options, async () => {
        const args: [AlertArgs] = [{ notification }];
        await client.workflow
          .start(WORKFLOW_TYPES.operatorAlert, {
            workflowId: alertWorkflowId(notification.id),
            taskQueue: TASK_QUEUES.cases,
            args,
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
          })
          .catch((error: unknown) => {
            if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
          });
      }),

    async ping() {
      await call({ deadlineMs: PING_DEADLINE_MS }, () => client.workflowService.getSystemInfo({}));
    },
  };
}

/** Ids are shared by all handlers of a workflow, so the same id under another act is another update. */
function updateIdOf(name: string, by: object, id: string = randomUUID()): string {
  const player = 'role' in by && by.role === 'player';
  return player ? playerUpdateId(`${name}/${id}`) : staffUpdateId(`${name}/${id}`);
}
