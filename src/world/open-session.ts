// Opening a session copies the authored world into the graph, under the session's own id, in one transaction: a session
// has its whole world or none, and opening it again changes nothing.
import type { SessionId } from '../domain/session.ts';
import { PLAYER } from '../domain/world.ts';
import { assertSound } from './seed.ts';
import type { Graph, WorldSeed } from './types.ts';

export interface OpenSession {
  sessionId: SessionId;
  /** Pseudonym of the player. */
  player: string;
  seed: WorldSeed;
  locale: string;
  /** Epoch ms. */
  at: number;
  goals: readonly { id: string; sealedText: string }[];
}

/** One map parameter, so that worlds of any size share a plan (see apply.ts). `fresh` is there only between the creation of the session and the end of this same transaction. */
const OPEN = `
MERGE (s:Session {sessionId: $sessionId})
ON CREATE SET s += $world.session, s.fresh = true
WITH s WHERE s.fresh
REMOVE s.fresh
WITH s
CALL (s) { UNWIND $world.regions AS row CREATE (n:Entity:Region) SET n = row }
CALL (s) {
  UNWIND $world.places AS row
  MATCH (region:Entity {sessionId: $sessionId, id: row.region})
  CREATE (n:Entity:Place)-[:IN_REGION]->(region) SET n = row.node
}
CALL (s) {
  UNWIND $world.exits AS row
  MATCH (from:Entity {sessionId: $sessionId, id: row.from})
  MATCH (to:Entity {sessionId: $sessionId, id: row.to})
  CREATE (from)-[:HAS_EXIT]->(n:Entity:Exit)-[:LEADS_TO]->(to) SET n = row.node
}
CALL (s) { UNWIND $world.facts AS row CREATE (n:Entity:Fact) SET n = row }
CALL (s) {
  MATCH (start:Entity {sessionId: $sessionId, id: $world.start})
  CREATE (s)-[:PLAYED_AS]->(n:Entity:Player)-[:AT]->(start) SET n = $world.body
}
CALL (s) {
  UNWIND $world.characters AS row
  MATCH (place:Entity {sessionId: $sessionId, id: row.at})
  CREATE (n:Entity:Character)-[:AT]->(place) SET n = row.node
}
CALL (s) {
  UNWIND $world.knowledge AS row
  MATCH (who:Entity {sessionId: $sessionId, id: row.who})
  MATCH (fact:Entity {sessionId: $sessionId, id: row.fact})
  CREATE (who)-[:KNOWS {sinceSeq: 0}]->(fact)
}
CALL (s) {
  UNWIND $world.things AS row
  MATCH (holder:Entity {sessionId: $sessionId, id: row.at})
  CREATE (n:Entity:Thing)-[:AT]->(holder) SET n = row.node
}
CALL (s) { UNWIND $world.storylines AS row CREATE (s)-[:HAS_STORYLINE]->(n:Entity:Storyline) SET n = row }
CALL (s) { UNWIND $world.goals AS row CREATE (s)-[:HAS_GOAL]->(n:Goal) SET n = row }`;

export async function openSession(graph: Graph, input: OpenSession): Promise<void> {
  const { sessionId, seed, at } = input;
  assertSound(seed);
  const named = (id: string, properties: object = {}) => ({ ...properties, sessionId, id });
  const world = {
    session: {
      player: input.player,
      worldId: seed.worldId,
      worldVersion: seed.worldVersion,
      locale: input.locale,
      status: 'active',
      // Below every turn's number, so that the opening may be counted as turn 0 or as turn 1.
      turnSeq: -1,
      auditHead: '',
      openedAt: at,
      lastTurnAt: at,
    },
    start: seed.start,
    body: named(PLAYER),
    regions: seed.regions.map(({ id, name }) => named(id, { name })),
    places: seed.places.map(({ id, region, properties }) => ({
      region,
      node: named(id, { ...properties, visits: 0 }),
    })),
    exits: seed.exits.map(({ id, from, to, direction, locked, hidden, twin }) => ({
      from,
      to,
      node: named(id, { direction, locked, hidden, ...(twin === undefined ? {} : { twin }) }),
    })),
    facts: seed.facts.map((id) => named(id)),
    characters: seed.characters.map(({ id, at: place, disposition, properties }) => ({
      at: place,
      node: named(id, { ...properties, disposition }),
    })),
    knowledge: seed.characters.flatMap(({ id, knows }) => knows.map((fact) => ({ who: id, fact }))),
    things: seed.things.map(({ id, at: holder, properties }) => ({ at: holder, node: named(id, properties) })),
    storylines: seed.storylines.map(({ id, properties }) => named(id, properties)),
    goals: input.goals.map(({ id, sealedText }, place) => named(id, { sealedText, progress: 0, place })),
  };
  await graph.run(OPEN, { sessionId, world });
}
