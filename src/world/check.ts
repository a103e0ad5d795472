// The contradictions that the schema alone cannot forbid. None can come from a turn; a hand in the database or a restored
// backup can make them, and `tta world check` looks for them.
import type { Graph } from './types.ts';

/** Each rule finds one kind of contradiction in one session and says it in a sentence. `n.id IS NOT NULL` lets the index
 *  of (sessionId, id) find a session's entities; without it all sessions' would be scanned. */
const RULES: readonly string[] = [
  `MATCH (n:Entity {sessionId: $sessionId}) WHERE n.id IS NOT NULL AND (n:Thing OR n:Character OR n:Player)
   WITH n, COUNT { (n)-[:AT]->() } AS places WHERE places <> 1
   RETURN n.id + ' is in ' + places + ' places at once; it must be in one.' AS problem`,
  `MATCH (n:Entity {sessionId: $sessionId})-[:AT]->(at)
   WHERE n.id IS NOT NULL
     AND NOT coalesce(at.sessionId = $sessionId AND (at:Place OR (n:Thing AND (at:Character OR at:Player))), false)
   RETURN n.id + ' is at ' + coalesce(at.id, 'something unknown') + ', which cannot hold it.' AS problem`,
  `MATCH (n:Entity:Exit {sessionId: $sessionId})
   WHERE n.id IS NOT NULL
     AND (COUNT { (n)<-[:HAS_EXIT]-(:Place) } <> 1 OR COUNT { (n)-[:LEADS_TO]->(:Place) } <> 1
       OR EXISTS { (n)--(other) WHERE other.sessionId <> $sessionId })
   RETURN 'Exit ' + n.id + ' does not lead from one place to one place.' AS problem`,
  `MATCH (n:Entity:Place {sessionId: $sessionId})
   WHERE n.id IS NOT NULL AND COUNT { (n)-[:IN_REGION]->(:Region) } <> 1
   RETURN 'Place ' + n.id + ' is not in one region.' AS problem`,
  `MATCH (n:Entity {sessionId: $sessionId})-[:KNOWS]->(f) WHERE n.id IS NOT NULL
   WITH n, f, count(*) AS times WHERE times > 1 OR NOT f:Fact OR f.sessionId <> $sessionId
   RETURN n.id + ' does not know ' + coalesce(f.id, 'something unknown') + ' exactly once as a fact.' AS problem`,
  `MATCH (s:Session {sessionId: $sessionId})
   WHERE COUNT { (s)-[:PLAYED_AS]->(:Player) } <> 1
   RETURN 'The session has no single player.' AS problem`,
];

export async function check(graph: Graph, sessionId: string): Promise<string[]> {
  const rows = await graph.run<{ problem: string }>(RULES.join('\nUNION ALL\n'), { sessionId });
  return rows.map(({ problem }) => problem).sort();
}
