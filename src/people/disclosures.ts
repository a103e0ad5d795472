// Who was told or read what of a player, kept so that the player can look. The reason of a break-glass is free text of a person,
// so it is sealed under the player's own key and goes with it.
import { AppError } from '../domain/errors.ts';
import type { Sealer } from '../privacy/index.ts';
import { type Graph, withConstraints } from '../world/index.ts';
import type { Disclosure, Disclosures } from './types.ts';

type ClearPart = Omit<Disclosure, 'reason'>;

const CONSTRAINTS = [
  'CREATE CONSTRAINT disclosure IF NOT EXISTS FOR (n:Disclosure) REQUIRE n.id IS UNIQUE',
  'CREATE INDEX disclosure_player IF NOT EXISTS FOR (n:Disclosure) ON (n.player)',
];

const ADD = 'MERGE (d:Disclosure {id: $clear.id}) ON CREATE SET d += $clear, d.sealedReason = $given.reason';

/** What is of no one session, such as a call to the on-call clinician, is told with each. */
const FIND = `
  MATCH (d:Disclosure {player: $given.player})
  WHERE $given.sessionId = '' OR d.sessionId IS NULL OR d.sessionId = $given.sessionId
  RETURN d {.id, .player, .sessionId, .at, .who, .what} AS clear, d.sealedReason AS reason
  ORDER BY d.at DESC, d.id`;

export function createDisclosures({ graph, sealer }: { graph: Graph; sealer: Sealer }): Disclosures {
  const { run } = withConstraints(graph, CONSTRAINTS);

  const field = (id: string): string => `disclosure/${id}/reason`;

  async function opened(clear: ClearPart, sealed: string | null): Promise<Disclosure> {
    if (sealed === null) return clear;
    try {
      return { ...clear, reason: await sealer.open({ player: clear.player }, field(clear.id), sealed) };
    } catch (error) {
      // That somebody looked must be seen even where the reason no longer can be.
      if (error instanceof AppError) return clear;
      throw error;
    }
  }

  return {
    async add({ reason, ...clear }) {
      const sealed = reason === undefined ? null : await sealer.seal({ player: clear.player }, field(clear.id), reason);
      await run(ADD, { clear, given: { reason: sealed } });
    },
    async of(player, sessionId = '') {
      const rows = await run<{ clear: ClearPart; reason: string | null }>(FIND, { given: { player, sessionId } });
      return Promise.all(rows.map(({ clear, reason }) => opened(clear, reason)));
    },
  };
}
