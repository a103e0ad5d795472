// Opening, closing and the acts of a session, as local activities.
import type { PublicStatus, SessionEvent } from '../domain/events.ts';
import type { SessionId } from '../domain/session.ts';
import type { StartSession } from '../domain/session-protocol.ts';
import type { OpenedSession, TurnSession } from '../domain/turn-run.ts';
import type { TurnServices } from '../turn/index.ts';
import { closeSession, openSession, recordAct } from '../turn/index.ts';
import { givenUpAt } from './attempt.ts';
import { mapped } from './errors.ts';

export interface SessionActivities {
  openSession(start: StartSession): Promise<OpenedSession>;
  closeSession(session: TurnSession): Promise<OpenedSession>;
  recordAct(act: { sessionId: SessionId; country: string; event: SessionEvent; status: PublicStatus }): Promise<void>;
}

export function createSessionActivities(services: TurnServices): SessionActivities {
  return {
    openSession: (start) => mapped(() => openSession(services, start, givenUpAt())),
    closeSession: (session) => mapped(() => closeSession(services, session, givenUpAt())),
    recordAct: (act) => mapped(() => recordAct(services, act)),
  };
}
