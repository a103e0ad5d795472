// Who of the staff looks at what: into the audit trail, and into what the player can see of it. One entry for each person, thing
// and hour, however often a page asks.
import type { Actor } from '../domain/actors.ts';
import type { CrisisCase } from '../domain/crisis-case.ts';
import { AppError } from '../domain/errors.ts';
import type { SessionId } from '../domain/session.ts';
import { pseudonymOf } from '../domain/session.ts';
import type { GatewayServices } from './services.ts';

export interface AccessLog {
  /** To be awaited before any of a session's text is sent to staff: AppError('unavailable') when it cannot be recorded, and
   *  then nothing is shown. A player's own reading is nobody's business. */
  transcript(actor: Actor, sessionId: SessionId): Promise<void>;
  /** A clinician has this case on the screen: its notifications count as opened. In the background, because somebody may be
   *  in danger while the records are away. */
  caseOpened(actor: Actor, found: CrisisCase): void;
}

const HOUR_MS = 3_600_000;

export function createAccessLog({
  audit,
  auditWriter,
  disclosures,
  log,
  pseudonymise,
  sessions,
}: Pick<GatewayServices, 'audit' | 'auditWriter' | 'disclosures' | 'log' | 'pseudonymise' | 'sessions'>): AccessLog {
  /** The same for everything that one person does with one thing within an hour. */
  const entryId = (act: string, actor: Actor, about: string, at: number): string =>
    [act, about, pseudonymise(actor.subject), Math.floor(at / HOUR_MS)].join('/');

  return {
    async transcript(actor, sessionId) {
      if (actor.role === 'player') return;
      const at = Date.now();
      const id = entryId('transcript', actor, sessionId, at);
      const { subject, role, displayName: who } = actor;
      try {
        await audit.append(auditWriter, id, { act: 'access.transcript', at, subject, role, about: sessionId });
        const player = pseudonymOf(sessionId);
        await disclosures.add({ id, player, sessionId, at, who, what: 'read_transcript' });
      } catch (cause) {
        throw new AppError(
          'unavailable',
          'That you read this could not be recorded, so it is not shown. Try again in a moment.',
          { cause },
        );
      }
    },

    caseOpened(actor, found) {
      const { caseId, number } = found;
      const { subject, role, displayName } = actor;
      const at = Date.now();
      const id = entryId('case', actor, `${caseId}/${number}`, at);
      const inTheBackground = (what: string, work: Promise<unknown>): void => {
        work.catch((error: unknown) => log.error({ err: error, what }, 'the opening of a case could not be recorded'));
      };
      const event = { act: 'access.case', at, subject, role, about: caseId, facts: { number } };
      inTheBackground('audit', audit.append(auditWriter, id, event));
      if (!found.drill) {
        const disclosure = { id, player: caseId, sessionId: null, at, who: displayName, what: 'opened_case' } as const;
        inTheBackground('disclosure', disclosures.add(disclosure));
      }
      // Whoever is not called to a case does not make its notifications seen; a resolved one has nobody left to be told.
      if (role === 'clinician' && found.status !== 'resolved') {
        inTheBackground('case', sessions.caseAct(caseId, 'opened', { role, subject, displayName }));
      }
    },
  };
}
