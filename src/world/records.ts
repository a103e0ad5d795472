// Sessions, turns and acts as they are asked for outside a turn: by a page that reloads, a stream that is rebuilt, a player
// who looks for an earlier story.
import { AppError } from '../domain/errors.ts';
import { replySeq, turnSeqOf } from '../domain/turn.ts';
import { PLAYER } from '../domain/world.ts';
import { LOCK_SESSION } from './apply.ts';
import type { TurnRow } from './rows.ts';
import { storedTurn } from './rows.ts';
import type { ActRecord, Graph, SessionRecord, StoredTurn } from './types.ts';

const FIND_TURN = 'MATCH (t:Turn {sessionId: $sessionId, turnId: $turnId}) RETURN properties(t) AS turn';

export async function findTurn(graph: Graph, sessionId: string, turnId: string): Promise<StoredTurn | null> {
  const [row] = await graph.run<{ turn: TurnRow }>(FIND_TURN, { sessionId, turnId });
  return row === undefined ? null : storedTurn(row.turn);
}

/** From `s` to a SessionRecord's fields. */
const SESSION_RECORD = `
OPTIONAL MATCH (p:Entity {sessionId: s.sessionId, id: $player})-[:AT]->(place)
WITH s, place, [(p)<-[:AT]-(thing) | thing.id] AS inventory
RETURN s {.sessionId, .worldId, .worldVersion, .status, .turnSeq, .openedAt, .lastTurnAt} AS session, place.id AS place, inventory,
  [(s)-[:HAS_GOAL]->(g) | g {.id, .progress, .sealedText, .place}] AS goals
ORDER BY s.openedAt DESC`;

interface SessionRow {
  session: Omit<SessionRecord, 'place' | 'inventory' | 'goals'>;
  place: string;
  inventory: string[];
  goals: (SessionRecord['goals'][number] & { place: number })[];
}

function sessionRecord({ session, place, inventory, goals }: SessionRow): SessionRecord {
  return {
    ...session,
    turnSeq: Math.max(session.turnSeq, 0),
    place,
    inventory: inventory.sort(),
    goals: goals
      .sort((a, b) => a.place - b.place)
      .map(({ id, progress, sealedText }) => ({ id, progress, sealedText })),
  };
}

export async function findSession(graph: Graph, sessionId: string): Promise<SessionRecord | null> {
  const statement = `MATCH (s:Session {sessionId: $sessionId}) ${SESSION_RECORD}`;
  const [row] = await graph.run<SessionRow>(statement, { sessionId, player: PLAYER });
  return row === undefined ? null : sessionRecord(row);
}

/** Newest first. `owner` is the player's pseudonym. */
export async function sessionsOf(graph: Graph, owner: string): Promise<SessionRecord[]> {
  const statement = `MATCH (s:Session {player: $owner}) ${SESSION_RECORD}`;
  return (await graph.run<SessionRow>(statement, { owner, player: PLAYER })).map(sessionRecord);
}

/** The status follows the newest act, so an act that arrives late or twice does not bring an older status back. */
const RECORD_ACT = `${LOCK_SESSION}
WITH s
OPTIONAL MATCH (old:Act {sessionId: $sessionId, seq: $seq})
FOREACH (_ IN CASE WHEN old IS NULL THEN [1] ELSE [] END |
  CREATE (s)-[:HAS_ACT]->(a:Act)
  SET a = $act
  FOREACH (_ IN CASE WHEN $seq > coalesce(s.actSeq, -1) THEN [1] ELSE [] END |
    SET s.actSeq = $seq, s.status = $act.status))
RETURN s.sessionId AS sessionId`;

export async function recordAct(graph: Graph, act: ActRecord): Promise<void> {
  const { sessionId, seq, status, sealedEvent, at } = act;
  const rows = await graph.run(RECORD_ACT, {
    sessionId,
    seq,
    act: { sessionId, seq, status, sealedEvent, at },
  });
  if (rows.length === 0) throw new AppError('not_found', 'This session is not in the graph; open it first.');
}

/** Ordered by the whole index key, so that the index delivers the order and the limit stops it early. */
const HISTORY = `
CALL () {
  MATCH (t:Turn)
  WHERE t.sessionId = $sessionId AND t.turnSeq >= $firstTurn AND t.state = 'applied'
  WITH t ORDER BY t.sessionId, t.turnSeq LIMIT toInteger($limit)
  RETURN collect(properties(t)) AS turns
}
CALL () {
  MATCH (a:Act)
  WHERE a.sessionId = $sessionId AND a.seq > $after
  WITH a ORDER BY a.sessionId, a.seq LIMIT toInteger($limit)
  RETURN collect(properties(a)) AS acts
}
RETURN turns, acts`;

export async function history(
  graph: Graph,
  sessionId: string,
  after: number,
  limit: number,
): Promise<({ turn: StoredTurn } | { act: ActRecord })[]> {
  const block = turnSeqOf(after);
  const firstTurn = replySeq(block) > after ? block : block + 1;
  const [row] = await graph.run<{ turns: TurnRow[]; acts: ActRecord[] }>(HISTORY, {
    sessionId,
    after,
    firstTurn,
    limit,
  });
  const turns = (row?.turns ?? []).map((turn) => ({ seq: replySeq(turn.turnSeq), item: { turn: storedTurn(turn) } }));
  const acts = (row?.acts ?? []).map((act) => ({ seq: act.seq, item: { act } }));
  return [...turns, ...acts]
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit)
    .map(({ item }) => item);
}
