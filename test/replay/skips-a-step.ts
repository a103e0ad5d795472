// A session's turn as somebody might change it without thinking of the sessions that are under way: it asks nobody.
import type { TurnDone, TurnSession } from '../../src/domain/turn-run.ts';

export async function performTurn(session: TurnSession): Promise<TurnDone> {
  return {
    done: true,
    outcome: { answered: false, code: 'session_paused' },
    turnSeq: null,
    help: session.help,
    evidence: [],
    unreadable: false,
    blocked: 0,
    concern: null,
    news: [],
    gentler: false,
  };
}
