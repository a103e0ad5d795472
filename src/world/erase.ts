// Deletes all that the graph holds of sessions. In batches, because one transaction over a long session would not fit in
// the server's memory; children first and the session last, so that an erasure cut short can be run again.
import type { SessionId } from '../domain/session.ts';
import type { Graph } from './types.ts';

const BATCH = 1_000;

/** The second property of each index is named too: only then does the index find the nodes, and nothing is scanned. */
const STEPS: readonly string[] = [
  'MATCH (t:Turn {sessionId: $sessionId})-[:HAS_RUN|HAPPENED]->(n) WHERE t.turnSeq IS NOT NULL',
  'MATCH (n:AuditEntry {sessionId: $sessionId}) WHERE n.turnSeq IS NOT NULL',
  'MATCH (n:Turn {sessionId: $sessionId}) WHERE n.turnSeq IS NOT NULL',
  'MATCH (n:Act {sessionId: $sessionId}) WHERE n.seq IS NOT NULL',
  'MATCH (n:Goal {sessionId: $sessionId}) WHERE n.id IS NOT NULL',
  'MATCH (n:Entity {sessionId: $sessionId}) WHERE n.id IS NOT NULL',
  'MATCH (n:Session {sessionId: $sessionId})',
];

export async function erase(graph: Graph, sessionIds: readonly SessionId[]): Promise<void> {
  for (const sessionId of sessionIds) {
    for (const step of STEPS) {
      const statement = `${step} WITH n CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF ${BATCH} ROWS`;
      await graph.run(statement, { sessionId });
    }
  }
}
