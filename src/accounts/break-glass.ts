// Breaking the glass: leave to read a player outside the own team, for a reason, for an hour. Who looks it up decides what it
// allows and tells the player; here it is granted, kept and runs out by itself.
import { randomUUID } from 'node:crypto';
import { AppError } from '../domain/errors.ts';
import { PSEUDONYM_LENGTH } from '../domain/session.ts';
import type { Pseudonymise, Sealer } from '../privacy/index.ts';
import type { Graph } from '../world/types.ts';
import type { Accounts, BreakGlass } from './types.ts';

/** Long enough for an emergency, short enough that staying is a decision made again (DESIGN 6). */
const BREAK_GLASS_MS = 60 * 60_000;
/** Characters. A word is no reason, and the player reads it. */
const REASON_MIN = 10;
const REASON_MAX = 500;
const PSEUDONYM = new RegExp(`^[0-9a-f]{${PSEUDONYM_LENGTH}}$`);

export function createBreakGlass(deps: {
  graph: Pick<Graph, 'run'>;
  sealer: Sealer;
  pseudonymise: Pseudonymise;
}): Pick<Accounts, 'breakGlass' | 'glassOf' | 'hasBrokenGlass'> {
  const { graph, sealer, pseudonymise } = deps;
  return {
    async breakGlass({ role, subject, displayName }, player, given) {
      if (role !== 'clinician' && role !== 'supervisor') {
        throw new AppError('forbidden', 'Only clinicians and supervisors may break the glass.');
      }
      if (!PSEUDONYM.test(player)) throw new AppError('not_found', 'There is no such player.');
      const reason = reasonIn(given);
      const id = randomUUID();
      const from = Date.now();
      const until = from + BREAK_GLASS_MS;
      const granted: BreakGlass = { id, subject, displayName, player, reason, from, until };
      // Under the organisation's key: why staff looked is the organisation's to answer for.
      const sealedReason = await sealer.seal('organisation', `break-glass/${id}/reason`, reason);
      await graph.run(
        `MERGE (b:BreakGlass {id: $id})
         SET b.account = $account, b.player = $player, b.from = $from, b.until = $until, b.sealedReason = $sealedReason`,
        { id, account: pseudonymise(subject), player, from, until, sealedReason },
      );
      return granted;
    },

    async glassOf(subject) {
      const rows = await graph.run<{ player: string }>(
        'MATCH (b:BreakGlass {account: $account}) WHERE b.until > $now RETURN DISTINCT b.player AS player',
        { account: pseudonymise(subject), now: Date.now() },
      );
      return rows.map(({ player }) => player);
    },

    async hasBrokenGlass(subject, player) {
      const [row] = await graph.run<{ broken: boolean }>(
        `RETURN EXISTS { MATCH (b:BreakGlass {account: $account, player: $player}) WHERE b.until > $now } AS broken`,
        { account: pseudonymise(subject), player, now: Date.now() },
      );
      return row?.broken === true;
    },
  };
}

function reasonIn(given: string): string {
  const reason = given.trim();
  if (reason.length >= REASON_MIN && reason.length <= REASON_MAX) return reason;
  const message = `${REASON_MIN} to ${REASON_MAX} characters`;
  throw new AppError('malformed', `Say why in ${message}. The player will read it.`, {
    issues: [{ path: 'reason', message }],
  });
}
