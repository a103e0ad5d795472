// Whose session and whose case it is: read off the id for players, asked of care teams, routed cases and broken glass for staff.
import type { Actor } from '../domain/actors.ts';
import type { CrisisCase } from '../domain/crisis-case.ts';
import { AppError } from '../domain/errors.ts';
import type { SessionId } from '../domain/session.ts';
import { isSessionId, pseudonymOf } from '../domain/session.ts';
import type { SessionRecord } from '../world/types.ts';
import { few } from './few.ts';
import type { GatewayServices } from './services.ts';

type Rooms = Pick<GatewayServices, 'accounts' | 'pseudonymise' | 'world'> & {
  cases: Pick<GatewayServices['cases'], 'get'>;
};
type Answerable = Pick<CrisisCase, 'caseId' | 'routedTo'>;

/** Cases judged at once: a clinician's list asks for every open one, and the graph has 32 connections for all of the process. */
const JUDGED_AT_ONCE = 8;

export interface Ownership {
  /** The id itself when it is this player's. AppError('forbidden') for another's session, 'not_found' for one that is nobody's. */
  requireOwn(actor: Actor, sessionId: string): Promise<SessionId>;
  /** The session, for its player; for a clinician of the player's care team, or to whom an open case of the player is routed; for
   *  staff who broke the glass. Same refusals. */
  requireSession(actor: Actor, sessionId: string): Promise<SessionRecord>;
  /** As requireSession; staff also need the player's consent that the care team reads the sessions, or broken glass. */
  requireReadable(actor: Actor, sessionId: string): Promise<SessionRecord>;
  /** Whether this person, who passed requireSession, may see more of the session than that it took place. */
  mayRead(actor: Actor, sessionId: SessionId): Promise<boolean>;
  /** AppError('forbidden') unless the player is on the clinician's care team. */
  requireCare(actor: Actor, player: string): Promise<void>;
  /** Whether this person may see the case and, as a clinician, act on it: on the player's care team, routed to, anybody's when the
   *  player has no care team, or with broken glass, which is a supervisor's only way. */
  mayAnswer(actor: Actor, found: Answerable): Promise<boolean>;
  /** AppError('forbidden') unless mayAnswer. */
  requireAnswer(actor: Actor, found: Answerable): Promise<void>;
}

export function createOwnership({ accounts, cases, pseudonymise, world }: Rooms): Ownership {
  async function found(sessionId: string): Promise<SessionRecord> {
    const record = isSessionId(sessionId) ? await world.session(sessionId) : null;
    if (record === null) throw new AppError('not_found', 'There is no such session.');
    return record;
  }

  const isOwn = (actor: Actor, sessionId: string): boolean =>
    actor.role === 'player' && isSessionId(sessionId) && pseudonymOf(sessionId) === pseudonymise(actor.subject);

  const isStaff = ({ role }: Actor): boolean => role === 'clinician' || role === 'supervisor';

  async function brokeGlass(actor: Actor, player: string): Promise<boolean> {
    return isStaff(actor) && (await accounts.hasBrokenGlass(actor.subject, player));
  }

  async function hasOpenCaseOf(actor: Actor, player: string): Promise<boolean> {
    const open = await cases.get(player);
    if (open === null || open.status === 'resolved') return false;
    return open.routedTo.includes(actor.subject) || open.heldBy?.subject === actor.subject;
  }

  async function requireSession(actor: Actor, sessionId: string): Promise<SessionRecord> {
    const record = await found(sessionId);
    if (isOwn(actor, sessionId)) return record;
    const player = pseudonymOf(sessionId);
    if (actor.role === 'clinician') {
      if (await accounts.cares(actor.subject, player)) return record;
      if (await hasOpenCaseOf(actor, player)) return record;
    }
    if (await brokeGlass(actor, player)) return record;
    throw new AppError('forbidden', isStaff(actor) ? NOT_YOUR_PLAYER : 'This session belongs to somebody else.');
  }

  async function mayRead(actor: Actor, sessionId: SessionId): Promise<boolean> {
    if (isOwn(actor, sessionId)) return true;
    const player = pseudonymOf(sessionId);
    const { intake } = await accounts.profile(player);
    return intake?.consents.clinicianMayRead === true || brokeGlass(actor, player);
  }

  async function judge(actor: Actor, { caseId: player, routedTo }: Answerable): Promise<boolean> {
    if (actor.role === 'clinician') {
      if (routedTo.includes(actor.subject) || (await accounts.cares(actor.subject, player))) return true;
      if ((await accounts.teamOf(player)) === 0) return true;
    }
    return brokeGlass(actor, player);
  }

  const aFew = few(JUDGED_AT_ONCE);
  const mayAnswer: Ownership['mayAnswer'] = (actor, found) => aFew(() => judge(actor, found));

  return {
    mayRead,
    mayAnswer,
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
    async requireCare(actor, player) {
      if (await accounts.cares(actor.subject, player)) return;
      throw new AppError('forbidden', 'This player is not on your care team.');
    },
    async requireAnswer(actor, found) {
      if (!(await mayAnswer(actor, found))) throw new AppError('forbidden', NOT_YOUR_PLAYER);
    },
  };
}

const NOT_YOUR_PLAYER =
  'This player is not on your care team, and no open case is routed to you. In an emergency break the glass, with a reason.';
