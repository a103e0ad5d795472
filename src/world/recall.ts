// What a turn needs to know, in one query: where the player is and what is one step away, who knows what, the last turns,
// and whether an earlier run of this very turn has committed already.
import { AppError } from '../domain/errors.ts';
import type {
  CharacterView,
  Direction,
  ExitView,
  PlaceView,
  Properties,
  ThingView,
  TurnMemory,
} from '../domain/world.ts';
import { PLAYER } from '../domain/world.ts';
import { KEEP_PLAN, seeking } from './graph.ts';
import type { TurnRow } from './rows.ts';
import { ownProperties, storedTurn } from './rows.ts';
import type { Graph, Recall } from './types.ts';

/** How far back "it" and "her" can refer, and how far a recap looks. */
const REMEMBERED_TURNS = 12;

/** Every step starts from an index lookup or a node in hand: what it costs grows with what is near, not with the world.
 *  Turns are ordered by the whole index key, so that the index delivers the order and the limit stops it early. */
const RECALL = `${KEEP_PLAN}
MATCH (s:Session {sessionId: $sessionId})
MATCH (body:Entity {sessionId: $sessionId, id: $player})-[:AT]->(here) ${seeking('body')}
CALL (here) {
  OPTIONAL MATCH (here)-[:HAS_EXIT]->()-[:LEADS_TO]->(next)
  WHERE next <> here
  RETURN collect(DISTINCT next) AS near
}
CALL () {
  MATCH (t:Turn) USING INDEX SEEK t:Turn(sessionId, turnSeq)
  WHERE t.sessionId = $sessionId AND t.turnSeq >= -1 AND t.state = 'applied'
  WITH t ORDER BY t.sessionId DESC, t.turnSeq DESC LIMIT ${REMEMBERED_TURNS}
  RETURN collect(t {.turnId, .turnSeq, .intent, .focus, .outcome, .changes, .kind, .at}) AS recent
}
OPTIONAL MATCH (existing:Turn {sessionId: $sessionId, turnId: $turnId})
CALL () {
  MATCH (o:Turn) USING INDEX SEEK o:Turn(sessionId, turnSeq)
  WHERE o.sessionId = $sessionId AND o.turnSeq > $turnSeq AND o.state = 'applied' AND o.turnId <> $turnId
  WITH o ORDER BY o.turnSeq DESC LIMIT 1
  RETURN collect(properties(o)) AS orphans
}
RETURN
  s {.worldId, .worldVersion, .turnSeq, .spentSeq, .narratorState, .auditHead, .undone} AS session,
  [place IN [here] + near | {
    node: properties(place),
    region: head([(place)-[:IN_REGION]->(r) | r.id]),
    exits: [(place)-[:HAS_EXIT]->(e)-[:LEADS_TO]->(to) | {node: properties(e), to: to.id}],
    present: [(place)<-[:AT]-(x) | {
      kind: CASE WHEN x:Thing THEN 'thing' WHEN x:Character THEN 'character' ELSE 'player' END,
      node: properties(x),
      knows: [(x)-[:KNOWS]->(f) | f.id],
      holds: [(x)<-[:AT]-(held) | properties(held)]
    }]
  }] AS places,
  [(body)-[:KNOWS]->(f) | f.id] AS playerKnows,
  [(s)-[:HAS_STORYLINE]->(line) | properties(line)] AS storylines,
  [(s)-[:HAS_GOAL]->(g) | g {.id, .progress, .place}] AS goals,
  recent, properties(existing) AS existing, head(orphans) AS orphan`;

/** An entity's properties with those the graph keeps on it. */
type EntityNode = Properties & { id: string };

interface PlaceRow {
  node: EntityNode & { visits: number };
  region: string;
  exits: { node: EntityNode & { direction: Direction; locked?: boolean; hidden?: boolean }; to: string }[];
  present: {
    kind: 'thing' | 'character' | 'player';
    node: EntityNode & { disposition?: number };
    knows: string[];
    holds: EntityNode[];
  }[];
}

interface RecallRow {
  session: {
    worldId: string;
    worldVersion: string;
    turnSeq: number;
    /** The highest number that an undone turn had. */
    spentSeq: number | null;
    narratorState: string | null;
    auditHead: string;
    undone: number | null;
  };
  places: PlaceRow[];
  playerKnows: string[];
  storylines: EntityNode[];
  goals: { id: string; progress: number; place: number }[];
  recent: (Omit<TurnMemory, 'changes'> & { changes: string })[];
  existing: TurnRow | null;
  orphan: TurnRow | null;
}

export async function recall(graph: Graph, sessionId: string, turnId: string, turnSeq: number): Promise<Recall> {
  const [row] = await graph.run<RecallRow>(RECALL, { sessionId, turnId, turnSeq, player: PLAYER });
  const [here, ...near] = (row?.places ?? []).map(placeDetail);
  if (row === undefined || here === undefined) {
    throw new AppError('not_found', 'This session is not in the graph; open it first.');
  }
  const { worldId, worldVersion, narratorState, auditHead, undone } = row.session;
  return {
    view: {
      worldId,
      worldVersion,
      // A number that was told once is given to no other turn, or streams that hold it would refuse the other.
      turnSeq: Math.max(row.session.turnSeq, row.session.spentSeq ?? 0, 0),
      ...here,
      neighbours: near.sort((a, b) => byId(a.place, b.place)),
      playerKnows: row.playerKnows.sort(),
      storylines: Object.fromEntries(row.storylines.sort(byId).map((line) => [line.id, ownProperties(line)])),
      goals: row.goals.sort((a, b) => a.place - b.place).map(({ id, progress }) => ({ id, progress })),
      recent: row.recent.map((memory) => ({ ...memory, changes: JSON.parse(memory.changes) })),
      narratorState,
    },
    auditHead,
    undone: undone ?? 0,
    existing: row.existing === null ? null : storedTurn(row.existing),
    orphan: row.orphan === null ? null : storedTurn(row.orphan),
  };
}

interface PlaceDetail {
  place: PlaceView;
  exits: ExitView[];
  things: ThingView[];
  characters: CharacterView[];
}

/** Sorted by id throughout: the same world gives the same view, so a turn that is run again decides the same. */
function placeDetail({ node, region, exits, present }: PlaceRow): PlaceDetail {
  const things: ThingView[] = [];
  const characters: CharacterView[] = [];
  for (const { kind, node: one, knows, holds } of present) {
    if (kind === 'thing') things.push({ id: one.id, at: node.id, properties: ownProperties(one) });
    for (const held of holds) things.push({ id: held.id, at: one.id, properties: ownProperties(held) });
    if (kind === 'character') {
      characters.push({
        id: one.id,
        at: node.id,
        disposition: one.disposition ?? 0,
        knows: knows.sort(),
        properties: ownProperties(one, ['disposition']),
      });
    }
  }
  return {
    place: { id: node.id, region, visits: node.visits, properties: ownProperties(node) },
    exits: exits
      .map(({ node: { id, direction, locked = false, hidden = false }, to }) => ({ id, direction, to, locked, hidden }))
      .sort(byId),
    things: things.sort(byId),
    characters: characters.sort(byId),
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
