// Which cases somebody of the staff answers for: those of the own players, those routed here, and open ones of players who have no
// team, because nobody else would come.
import type { Actor } from '../domain/actors.ts';
import type { CrisisCase } from '../domain/crisis-case.ts';
import { AppError } from '../domain/errors.ts';
import type { Ownership } from './ownership.ts';
import type { GatewayServices } from './services.ts';
import { byDeadline } from './views.ts';

export interface CaseAccess {
  /** AppError('not_found'), or 'forbidden' for one that this person may not answer for. */
  answerable(actor: Actor, caseId: string): Promise<CrisisCase>;
  /** Nearest deadline first; of resolved ones the last first. */
  casesFor(actor: Actor, filter: { status?: 'open' | 'resolved' }): Promise<CrisisCase[]>;
}

/** Cases that are looked through: more than any installation can answer for, so that none is crowded out by others. */
export const LOOKED_THROUGH = 1_000;

export function createCaseAccess(
  { accounts, cases }: Pick<GatewayServices, 'accounts' | 'cases'>,
  ownership: Pick<Ownership, 'requireAnswer'>,
): CaseAccess {
  return {
    async answerable(actor, caseId) {
      const found = await cases.get(caseId);
      if (found === null) throw new AppError('not_found', 'There is no such case.');
      await ownership.requireAnswer(actor, found);
      return found;
    },

    async casesFor(actor, filter) {
      const { subject } = actor;
      const [own, all] = await Promise.all([
        accounts
          .playersOf(subject)
          .then((players) => cases.list({ ...filter, players, routedTo: subject, limit: LOOKED_THROUGH })),
        cases.list({ status: filter.status ?? 'open', limit: LOOKED_THROUGH }),
      ]);
      const key = ({ caseId, number }: CrisisCase): string => `${caseId}/${number}`;
      const known = new Set(own.map(key));
      const others = all.filter((found) => !known.has(key(found)));
      // The same rules as `mayAnswer`, asked of all at once: own and routed ones are among the first already.
      const [teamless, glass] = await Promise.all([
        accounts.teamless(others.map(({ caseId }) => caseId)),
        accounts.glassOf(subject),
      ]);
      const allowed = new Set([...teamless, ...glass]);
      return [...own, ...others.filter(({ caseId }) => allowed.has(caseId))].sort(byDeadline);
    },
  };
}
