// Roles that were taken away before their tokens ran out. Every request is checked against a list in memory, because a graph
// that is away must not keep people out: the list is read again in the background, and without the graph the last one stands.
//
// A process that has never read the list (the graph was away since it started) lets valid tokens in and logs it: somebody in
// danger must reach help, and what a revoked member of staff would want to read lies in the very graph that is away.
//
// A token carries when it was issued to the millisecond, so whoever is invited again in the second of the revocation comes in
// and the older token does not. Clocks of the machines that issue and revoke are taken to agree to within moments (NTP).
import type { Actor, Role } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import type { Pseudonymise } from '../privacy/index.ts';
import type { Log } from '../telemetry/index.ts';
import type { Graph } from '../world/types.ts';
import { MAX_TTL_S } from './tokens.ts';

/** Two of these and a heartbeat of the sockets are together under the minute within which a revocation has to be felt. */
export const REVOCATIONS_READ_EVERY_MS = 20_000;
/** A list older than 1.5 times the interval is not used without asking: 30 s by default. */
const STALE = 1.5;
/** How long a request waits for a list it cannot do without. A graph that is up answers in a few milliseconds. */
const READ_WITHIN_MS = 1_000;
/** While the graph is away nobody waits for it; it is asked this often, as long as anybody comes. */
const ASK_AGAIN_MS = 5_000;
/** A failure older than this says nothing of now: whoever comes then waits for an answer again. */
const FAILURE_COUNTS_MS = 60_000;
/** No token outlives this, so a revocation older than it has nothing left to refuse. */
const KEPT_MS = MAX_TTL_S * 1000;
const ALL_ROLES = '*';

export interface Revocations {
  /** AppError('unauthenticated') when this role of the account was revoked at or after `issuedAt` (epoch ms). */
  requireStanding(actor: Actor, issuedAt: number): Promise<void>;
  /** Known at once in this process, in the others with their next reading. Open invitations to the role and broken glass of the
   *  account end with it. AppError('unavailable') when the graph cannot take it: then nothing was revoked. */
  revoke(subject: string, role: Role | null): Promise<void>;
}

export function createRevocations(deps: {
  graph: Pick<Graph, 'run'>;
  pseudonymise: Pseudonymise;
  log?: Pick<Log, 'warn'> | undefined;
  readEveryMs?: number | undefined;
}): Revocations {
  const { graph, pseudonymise, log, readEveryMs = REVOCATIONS_READ_EVERY_MS } = deps;
  /** `<account> <role or *>` to the time of its latest revocation. */
  const known = new Map<string, number>();
  let readAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  /** Only ever adds: a reading that was under way during a revocation must not forget it. */
  function note(account: string, role: string, at: number): void {
    const entry = `${account} ${role}`;
    known.set(entry, Math.max(known.get(entry) ?? 0, at));
  }

  async function read(): Promise<void> {
    const from = performance.now();
    try {
      const rows = await graph.run<{ account: string; role: string; at: number }>(
        'MATCH (r:Revocation) WHERE r.at > $since RETURN r.account AS account, r.role AS role, r.at AS at',
        { since: Date.now() - KEPT_MS },
      );
      for (const { account, role, at } of rows) note(account, role, at);
      readAt = from;
      failedAt = Number.NEGATIVE_INFINITY;
    } catch (error) {
      missed(error);
    } finally {
      reading = null;
    }
  }

  function missed(error: unknown): void {
    if (!Number.isFinite(failedAt)) {
      const stands = Number.isFinite(readAt) ? 'the last known list stands' : 'valid tokens are let in unchecked';
      log?.warn({ err: error }, `the list of revoked roles cannot be read: ${stands}`);
    }
    failedAt = performance.now();
  }

  async function upToDate(): Promise<void> {
    const now = performance.now();
    if (now - readAt < readEveryMs) return;
    if (now - failedAt >= ASK_AGAIN_MS) reading ??= read();
    if (now - readAt < readEveryMs * STALE || now - failedAt < FAILURE_COUNTS_MS || reading === null) return;
    const late = await Promise.race([reading, afterMs(READ_WITHIN_MS)]);
    if (late === true) missed(new AppError('unavailable', 'The graph did not answer in time.'));
  }

  return {
    async requireStanding(actor, issuedAt) {
      await upToDate();
      if (known.size === 0) return;
      const account = pseudonymise(actor.subject);
      for (const role of [actor.role, ALL_ROLES]) {
        if (issuedAt <= (known.get(`${account} ${role}`) ?? 0)) {
          throw new AppError('unauthenticated', 'This sign-in was ended by the operator. Ask for a new invitation.');
        }
      }
    },

    async revoke(subject, role) {
      const account = pseudonymise(subject);
      const at = Date.now();
      const given = { account, role: role ?? ALL_ROLES, all: role === null, staff: role !== 'player', at };
      // One statement, so all of it or nothing; repeated, it changes nothing.
      await graph.run(
        `MERGE (r:Revocation {account: $given.account, role: $given.role})
         SET r.at = CASE WHEN r.at > $given.at THEN r.at ELSE $given.at END
         WITH r
         CALL () { MATCH (old:Revocation) WHERE old.at < $given.at - $kept DELETE old }
         CALL () { MATCH (i:Invitation {account: $given.account})
                   WHERE i.redeemedAt IS NULL AND (i.role = $given.role OR $given.all) AND i.expiresAt > $given.at
                   SET i.expiresAt = $given.at }
         CALL () { MATCH (a:Account {account: $given.account}) WHERE a.role = $given.role OR $given.all REMOVE a.role }
         CALL () { MATCH (c:Clinician {clinician: $given.account}) WHERE $given.role IN ['clinician', '*']
                   SET c.revokedAt = $given.at }
         CALL () { MATCH (b:BreakGlass {account: $given.account}) WHERE $given.staff AND b.until > $given.at
                   SET b.until = $given.at }
         RETURN r.at AS at`,
        { given, kept: KEPT_MS },
      );
      note(account, given.role, at);
    },
  };
}

function afterMs(ms: number): Promise<true> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(true), ms).unref();
  });
}
