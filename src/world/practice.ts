// What a player did of what the story offered, and what was found in their words: read from the turns themselves, so that an
// undone turn takes its part back.
import type { Practice } from '../domain/plan.ts';
import type { Act } from '../domain/plan-progress.ts';
import type { StoredVerdict } from '../domain/session.ts';
import type { Graph } from './types.ts';

/** Ids hold no white space, so the two come apart again. */
export const practisedAs = ({ technique, act }: Pick<Act, 'technique' | 'act'>): string => `${technique} ${act}`;

const PRACTICE = `
MATCH (t:Turn) USING INDEX SEEK t:Turn(sessionId, turnSeq)
WHERE t.sessionId = $sessionId AND t.turnSeq >= -1 AND t.state = 'applied' AND t.practised IS NOT NULL
RETURN t.practised AS practised, count(*) AS times, min(t.turnSeq) AS firstTurn, max(t.turnSeq) AS lastTurn`;

export async function practiceIn(graph: Graph, sessionId: string): Promise<Practice[]> {
  const rows = await graph.run<Omit<Practice, 'technique' | 'act'> & { practised: string }>(PRACTICE, { sessionId });
  return rows
    .map(({ practised, ...counts }) => {
      const [technique = '', act = ''] = practised.split(' ');
      return { technique, act, ...counts };
    })
    .sort((a, b) => b.lastTurn - a.lastTurn);
}

/** Undone turns count here: what somebody told of themselves is not untold by going back in the story. */
const FINDINGS = `
MATCH (s:Session {player: $player})-[:HAS_TURN]->(t:Turn)
WHERE NOT t.verdict CONTAINS '"reasons":[]'
RETURN DISTINCT t.verdict AS verdict`;

export async function findingsOf(graph: Graph, player: string): Promise<StoredVerdict[]> {
  const rows = await graph.run<{ verdict: string }>(FINDINGS, { player });
  return rows.map(({ verdict }) => JSON.parse(verdict) as StoredVerdict);
}
