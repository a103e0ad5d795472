// The Cypher that committing and undoing share: what a list of operations must find, and what it then writes. Both halves
// run in one statement, so either everything holds and is written, or nothing is.
//
// Whatever varies in shape travels inside one map, `$given`: the server plans a statement again for every new combination
// of parameter types and list sizes (some 200 ms each), and does not look inside a map.

import type { WorldChange } from '../domain/world.ts';
import { PLAYER } from '../domain/world.ts';
import { compile } from './compile.ts';
import { seeking } from './graph.ts';

/** A goal's progress from one value to another, 0 … 1. */
export interface GoalStep {
  id: string;
  from: number;
  to: number;
}

/** The write lock on the session comes first: whoever waits for it reads what the one before has written. */
export const LOCK_SESSION = `
MATCH (s:Session {sessionId: $sessionId})
SET s.lock = true
REMOVE s.lock`;

/** From `s` to the lists `moves`, `sets`, `knowledge`, `goals`, each item with `holds` and the nodes it needs. */
export const CHECK = `
CALL (s) {
  UNWIND $given.moves AS m
  OPTIONAL MATCH (n:Entity {sessionId: $sessionId, id: m.entity}) ${seeking('n')}
  OPTIONAL MATCH (n)-[at:AT]->(old) WHERE old.id = m.from
  OPTIONAL MATCH (t:Entity {sessionId: $sessionId, id: m.to}) ${seeking('t')}
  RETURN collect({n: n, at: at, t: t, holds: at IS NOT NULL
    AND coalesce(t:Place OR (n:Thing AND (t:Character OR t:Player)), false)}) AS moves
}
CALL (s) {
  UNWIND $given.sets AS c
  OPTIONAL MATCH (n:Entity {sessionId: $sessionId, id: c.entity}) ${seeking('n')}
  RETURN collect({n: n, key: c.property, to: c.to, holds: n IS NOT NULL
    AND CASE WHEN c.from IS NULL THEN n[c.property] IS NULL ELSE coalesce(n[c.property] = c.from, false) END}) AS sets
}
CALL (s) {
  UNWIND $given.knowledge AS k
  OPTIONAL MATCH (n:Entity {sessionId: $sessionId, id: k.who}) ${seeking('n')} WHERE n:Character OR n:Player
  OPTIONAL MATCH (f:Entity {sessionId: $sessionId, id: k.fact}) ${seeking('f')} WHERE f:Fact
  OPTIONAL MATCH (n)-[r:KNOWS]->(f)
  RETURN collect({n: n, f: f, r: r, after: k.after, holds: n IS NOT NULL AND f IS NOT NULL
    AND (r IS NOT NULL) = k.before}) AS knowledge
}
CALL (s) {
  UNWIND $given.goals AS g
  OPTIONAL MATCH (n:Goal {sessionId: $sessionId, id: g.id})
  RETURN collect({n: n, to: g.to, holds: coalesce(n.progress = g.from, false)}) AS goals
}`;

/** Ids of what is not as the operations expect it; null for what does not exist. */
export const BROKEN = '[x IN moves + sets + knowledge + goals WHERE NOT x.holds | x.n.id]';

/** Writes the checked lists. For the inside of a FOREACH that runs once or never. */
export const WRITE = `
  FOREACH (m IN moves |
    DELETE m.at
    FOREACH (n IN [m.n] | FOREACH (t IN [m.t] | CREATE (n)-[:AT]->(t))))
  FOREACH (c IN sets | FOREACH (n IN [c.n] | SET n[c.key] = c.to))
  FOREACH (k IN [k IN knowledge WHERE k.after AND k.r IS NULL] |
    FOREACH (n IN [k.n] | FOREACH (f IN [k.f] | CREATE (n)-[:KNOWS {sinceSeq: $turnSeq}]->(f))))
  FOREACH (k IN [k IN knowledge WHERE NOT k.after AND k.r IS NOT NULL] | DELETE k.r)
  FOREACH (g IN goals | FOREACH (n IN [g.n] | SET n.progress = g.to))`;

/** What CHECK and WRITE find in `$given`, and the names of the facts they touch. */
export function operationsOf(changes: readonly WorldChange[], goals: readonly GoalStep[]) {
  const { moves, sets, knowledge, touches } = compile(changes);
  return {
    lists: { moves, sets, knowledge, goals },
    /** Where the player ends up, when they move at all. */
    arrival: moves.find((move) => move.entity === PLAYER)?.to ?? null,
    touches: [...touches, ...goals.map((goal) => `goal:${goal.id}`)],
  };
}
