// Whose session it is: read off the id for players, asked of the care teams for clinicians.
import type { Actor } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import type { SessionId } from '../domain/session.ts';
import { isSessionId, pseudonymOf } from '../domain/session.ts';
import type { SessionRecord } from '../world/types.ts';
import type { GatewayServices } from './services.ts';

type Rooms = Pick<GatewayServices, 'accounts' | 'pseudonymise' | 'world'>;

export interface Ownership {
  /** The id itself when it is this player's. AppError('forbidden') for another's session, 'not_found' for one that is nobody's. */
  requireOwn(actor: Actor, sessionId: string): Promise<SessionId>;
  /** The session, for its player or a clinician of the player's care team. Same refusals. */
  requireSession(actor: Actor, sessionId: string): Promise<SessionRecord>;
  /** As requireSession; a clinician also needs the player's consent that the care team reads the sessions. */
  requireReadable(actor: Actor, sessionId: string): Promise<SessionRecord>;
  /** Whether this person may see more of the session than that it took place. */
  mayRead(actor: Actor, sessionId: SessionId): Promise<boolean>;
  /** AppError('forbidden') unless the player is on the clinician's care team. */
  requireCare(actor: Actor, player: string): Promise<void>;
}

export function createOwnership({ accounts, pseudonymise, world }: Rooms): Ownership {
  async function found(sessionId: string): Promise<SessionRecord> {
    const record = isSessionId(sessionId) ? await world.session(sessionId) : null;
    if (record === null) throw new AppError('not_found', 'There is no such session.');
    return record;
  }

  const isOwn = (actor: Actor, sessionId: string): boolean =>
    actor.role === 'player' && isSessionId(sessionId) && pseudonymOf(sessionId) === pseudonymise(actor.subject);

  async function requireCare(actor: Actor, player: string): Promise<void> {
    if (await accounts.cares(actor.subject, player)) return;
    throw new AppError('forbidden', 'This player is not on your care team.');
  }

  async function requireSession(actor: Actor, sessionId: string): Promise<SessionRecord> {
    const record = await found(sessionId);
    if (isOwn(actor, sessionId)) return record;
    if (actor.role !== 'clinician') throw new AppError('forbidden', 'This session belongs to somebody else.');
    await requireCare(actor, pseudonymOf(sessionId));
    return record;
  }

  async function mayRead(actor: Actor, sessionId: SessionId): Promise<boolean> {
    if (isOwn(actor, sessionId)) return true;
    const { intake } = await accounts.profile(pseudonymOf(sessionId));
    return intake?.consents.clinicianMayRead === true;
  }

  return {
    mayRead,
    async requireReadable(actor, sessionId) {
      const record = await requireSession(actor, sessionId);
      if (await mayRead(actor, record.sessionId)) return record;
      throw new AppError('forbidden', 'This player has not agreed that the care team reads the sessions.');
    },
    async requireOwn(actor, sessionId) {
      if (isOwn(actor, sessionId)) return sessionId;
      await found(sessionId);
      throw new AppError('forbidden', 'This session belongs to somebody else.');
    },
    requireSession,
    requireCare,
  };
}
