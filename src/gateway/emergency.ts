// Help when the session cannot give it: the authored dialogue from this machine's own files, and the player's case opened from
// here. If no case can be opened, the evidence is put on disk and the text says that nobody has been told.
import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/actors.ts';
import type { CaseEvidence, SessionId } from '../domain/session.ts';
import { isSessionId, pseudonymOf } from '../domain/session.ts';
import type { TurnReply } from '../domain/turn.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isCrisisKind } from '../domain/verdict.ts';
import type { Reading } from './reading.ts';
import type { GatewayServices } from './services.ts';
import type { Standings } from './standing.ts';
import { within } from './within.ts';

export interface Emergency {
  /** Never rejects: somebody is waiting. `why` is the code that kept the session from answering. */
  help(input: {
    actor: Actor;
    reading: Reading;
    /** As the request named it; evidence names it only when it is the player's own. */
    sessionId?: string | undefined;
    turnId?: string | undefined;
    afterSeq?: number | undefined;
    why: string;
  }): Promise<TurnReply>;
  /** True when a case has the evidence; false when it waits in the outbox. Never rejects. */
  tell(evidence: CaseEvidence): Promise<boolean>;
  /** The player's own session, or a stand-in that names only the player: a case belongs to somebody. */
  sessionOf(actor: Actor, sessionId: string | undefined): SessionId;
}

const NO_SESSION = '0'.repeat(16);

export function createEmergency(services: GatewayServices, standings: Standings): Emergency {
  const { help, sessions, outbox, pseudonymise, settings, log, metrics } = services;
  // The session had the first half of the time; the case has the second.
  const caseWithinMs = settings.crisisDeadlineMs / 2;

  async function tell(evidence: CaseEvidence): Promise<boolean> {
    try {
      await within(caseWithinMs, sessions.openCase(evidence, { deadlineMs: caseWithinMs }));
      metrics.casesOpened.inc({ door: 'gateway' });
      return true;
    } catch (error) {
      log.error(
        { err: error, level: evidence.level },
        'a crisis case could not be opened; the evidence goes to the outbox',
      );
    }
    // The person is answered in any case; what could not be kept is for the operator.
    await outbox
      .put(evidence)
      .catch((error: unknown) => log.fatal({ err: error }, 'crisis evidence could not be kept'));
    return false;
  }

  function sessionOf(actor: Actor, sessionId: string | undefined): SessionId {
    const player = pseudonymise(actor.subject);
    const own = sessionId !== undefined && isSessionId(sessionId) && pseudonymOf(sessionId) === player;
    return own ? sessionId : `${player}-${NO_SESSION}`;
  }

  return {
    tell,
    sessionOf,
    async help({ actor, reading, sessionId, turnId = randomUUID(), afterSeq = 0, why }) {
      const from = performance.now();
      const { verdict, screenMs } = reading;
      const kind = isCrisisKind(verdict.category) ? verdict.category : 'suicide';
      const at = Date.now();
      const [told, country] = await Promise.all([
        tell({ ...evidenceOf(verdict), kind, sessionId: sessionOf(actor, sessionId), turnId, at, origin: 'screening' }),
        standings.countryOf(actor),
      ]);
      metrics.helpByGateway.inc({ code: why });
      const { level, reasons } = verdict;
      const line = help.open({ kind, level, country, at, reasons, nobodyTold: !told });
      const totalMs = Math.round(performance.now() - from + screenMs);
      return {
        turnId,
        seq: afterSeq,
        kind: 'help',
        text: line.text,
        sentences: line.sentences,
        suggestions: line.suggestions,
        worldChanges: [],
        source: 'authored',
        timing: { totalMs, modelMs: 0, screenMs: Math.round(screenMs), firstTextMs: totalMs },
        resources: line.resources,
        ...(line.quickExit && { quickExit: true }),
      };
    },
  };
}

function evidenceOf({ level, response, reasons }: Verdict): Pick<CaseEvidence, 'level' | 'response' | 'reasons'> {
  return { level, response: response === 'checkin' ? 'checkin' : 'hold', reasons };
}
