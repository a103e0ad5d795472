// Turns that were stored and never answered: everything that knew of them died in between. The next turn settles them, the
// newest first: a story turn is undone and reported; help is never taken back, so it is adopted, and its case is told.
import { AppError } from '../domain/errors.ts';
import type { PlanNews } from '../domain/plan-progress.ts';
import { afterTurn } from '../domain/plan-progress.ts';
import type { CaseEvidence, HelpState } from '../domain/session.ts';
import type { TurnSession } from '../domain/turn-run.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isCrisisKind, levelRank } from '../domain/verdict.ts';
import type { Recall, StoredTurn } from '../world/types.ts';
import { foundIn } from './plan.ts';
import { evidenceOf } from './response.ts';
import type { TurnServices } from './services.ts';

export interface Settled {
  recalled: Recall;
  /** The session as the graph proves it to be: past an adopted turn, in the help that it opened. */
  session: TurnSession;
  /** What an adopted turn found and nobody has been told. */
  evidence: readonly CaseEvidence[];
  /** What that turn means for the plan. */
  news: readonly PlanNews[];
}

/** `giveUpAt` (epoch ms): from then on the session has given this attempt up, and what looks lost to it may since have been
 *  answered; so it settles nothing any more. AppError('unavailable'). */
export async function recallSettled(
  services: TurnServices,
  session: TurnSession,
  turnId: string,
  giveUpAt: number,
): Promise<Settled> {
  const { sessionId, turnSeq } = session;
  for (;;) {
    const recalled = await services.world.recall(sessionId, turnId, turnSeq);
    const { existing, orphan } = recalled;
    if (existing !== null || orphan === null) return { recalled, session, evidence: [], news: [] };
    if (services.clock.now() > giveUpAt) throw new AppError('unavailable', 'This took too long. Send it again.');
    if (orphan.kind === 'help' || !(await takenBack(services, sessionId, orphan))) {
      return { recalled, ...adopted(services, session, orphan) };
    }
  }
}

/** False when something stands on it already: then it stands too. */
async function takenBack(services: TurnServices, sessionId: string, orphan: StoredTurn): Promise<boolean> {
  if ((await services.world.undoTurn(sessionId, orphan.turnId)) === 'touched') return false;
  await services.stream.withdraw(sessionId, orphan.turnSeq);
  await services.stream.announce(sessionId, {
    type: 'turn.failed',
    at: new Date(services.clock.now()).toISOString(),
    data: { turnId: orphan.turnId, code: 'unavailable' },
  });
  return true;
}

function adopted(services: TurnServices, session: TurnSession, orphan: StoredTurn): Omit<Settled, 'recalled'> {
  const { category, level } = orphan.verdict;
  const crisis = isCrisisKind(category) && levelRank(level) >= levelRank('moderate');
  const verdict: Verdict = { ...orphan.verdict, crisis };
  const news: PlanNews = { ...orphan.plan, turnSeq: orphan.turnSeq, verdict: foundIn(orphan.verdict) };
  return {
    session: {
      ...session,
      turnSeq: orphan.turnSeq,
      help: helpAfter(services, session, verdict, orphan.at),
      plan: afterTurn(session.plan, news),
    },
    news: [news],
    evidence: evidenceOf({ sessionId: session.sessionId, turnId: orphan.turnId, at: orphan.at }, verdict),
  };
}

/** The dialogue as the lost turn left it; its words are not read again, so an answer in it counts as silence. */
function helpAfter(services: TurnServices, session: TurnSession, verdict: Verdict, at: number): HelpState | null {
  const { country, help } = session;
  if (help !== null) return services.help.next(help, { text: '', verdict, country, at }).state;
  if (!verdict.crisis || !isCrisisKind(verdict.category)) return null;
  const { category: kind, level, reasons } = verdict;
  return services.help.open({ kind, level, country, at, reasons }).state;
}
