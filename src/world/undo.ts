// Taking a turn back: its inverse is applied once, in one transaction, and only where no later turn built on it. The turn
// stays in the graph, marked undone, so that what happened can still be told.
import type { WorldChange } from '../domain/world.ts';
import type { GoalStep } from './apply.ts';
import { BROKEN, CHECK, LOCK_SESSION, operationsOf, WRITE } from './apply.ts';
import type { Graph } from './types.ts';

const READ = `
MATCH (t:Turn {sessionId: $sessionId, turnId: $turnId})
RETURN t.turnSeq AS turnSeq, t.state AS state, t.inverse AS inverse, t.goals AS goals`;

const UNDO = `${LOCK_SESSION}
WITH s
MATCH (turn:Turn {sessionId: $sessionId, turnId: $turnId})
${CHECK}
OPTIONAL MATCH (place:Entity {sessionId: $sessionId, id: turn.visited})
WITH s, turn, moves, sets, knowledge, goals, place, turn.state AS state, s.turnSeq = turn.turnSeq AS last,
  size(${BROKEN}) > 0 OR EXISTS {
    MATCH (later:Turn)
    WHERE later.sessionId = $sessionId AND later.turnSeq > turn.turnSeq AND later.state = 'applied'
      AND any(name IN later.touches WHERE name IN turn.touches)
  } AS touched
FOREACH (_ IN CASE WHEN state = 'applied' AND NOT touched THEN [1] ELSE [] END |
  ${WRITE}
  SET turn.state = 'undone', turn.slot = null, s.undone = coalesce(s.undone, 0) + 1, s.spentSeq = CASE WHEN turn.turnSeq > coalesce(s.spentSeq, -1)
    THEN turn.turnSeq ELSE s.spentSeq END
  CREATE (turn)-[:HAPPENED]->(:Event {sessionId: $sessionId, turnSeq: turn.turnSeq, type: 'undone', at: timestamp()})
  FOREACH (p IN CASE WHEN place IS NULL THEN [] ELSE [place] END | SET p.visits = p.visits - 1)
  FOREACH (_ IN CASE WHEN last THEN [1] ELSE [] END |
    SET s.turnSeq = turn.turnSeq - 1, s.narratorState = turn.previousNarratorState))
RETURN state, touched`;

export async function undoTurn(
  graph: Graph,
  sessionId: string,
  turnId: string,
): Promise<'undone' | 'already_undone' | 'absent' | 'touched'> {
  // What a turn changed never changes, so reading it ahead of the transaction is safe; its state is looked at inside.
  const [found] = await graph.run<{ turnSeq: number; state: string; inverse: string; goals: string }>(READ, {
    sessionId,
    turnId,
  });
  if (found === undefined) return 'absent';
  if (found.state === 'undone') return 'already_undone';
  const inverse: WorldChange[] = JSON.parse(found.inverse);
  const goals: GoalStep[] = JSON.parse(found.goals);
  const backwards = goals.map(({ id, from, to }) => ({ id, from: to, to: from }));
  const [row] = await graph.run<{ state: string; touched: boolean }>(UNDO, {
    sessionId,
    turnId,
    turnSeq: found.turnSeq,
    given: operationsOf(inverse, backwards).lists,
  });
  if (row === undefined) return 'absent';
  if (row.state === 'undone') return 'already_undone';
  return row.touched ? 'touched' : 'undone';
}
