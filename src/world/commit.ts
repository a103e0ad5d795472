// The one transaction of a turn: world, progress, what happened, who worked on it, the audit entry and the reply become
// true together or not at all. Sent twice, or by two callers at once, it is done once and both get the same stored turn.
import { AppError } from '../domain/errors.ts';
import type { WorldChange } from '../domain/world.ts';
import { inverseAll, PLAYER } from '../domain/world.ts';
import { BROKEN, CHECK, LOCK_SESSION, operationsOf, WRITE } from './apply.ts';
import { conflict } from './compile.ts';
import { isDuplicate, KEEP_PLAN, seeking } from './graph.ts';
import { practisedAs } from './practice.ts';
import { findTurn } from './records.ts';
import type { TurnRow } from './rows.ts';
import { storedTurn } from './rows.ts';
import type { Graph, StoredTurn, TurnCommit } from './types.ts';

/** A turn's number may leave a gap: a turn answered while the graph was down is counted by the session, not here. */
const COMMIT = `${KEEP_PLAN}${LOCK_SESSION}
WITH s
OPTIONAL MATCH (old:Turn {sessionId: $sessionId, turnId: $turnId})
${CHECK}
OPTIONAL MATCH (body:Entity {sessionId: $sessionId, id: $player})-[:AT]->(here) ${seeking('body')}
OPTIONAL MATCH (arrival:Entity {sessionId: $sessionId, id: $given.arrival}) ${seeking('arrival')}
WITH s, old, moves, sets, knowledge, goals, ${BROKEN} AS broken, coalesce(arrival, here) AS place,
  s.turnSeq < $turnSeq AS inOrder, s.auditHead = $given.audit.previousHead AND coalesce(s.undone, 0) = $given.undone AS onHead
FOREACH (_ IN CASE WHEN old IS NULL AND inOrder AND onHead AND size(broken) = 0 THEN [1] ELSE [] END |
  ${WRITE}
  CREATE (s)-[:HAS_TURN]->(turn:Turn)
  SET turn = $given.turn
  FOREACH (p IN CASE WHEN $given.visits AND place IS NOT NULL THEN [place] ELSE [] END |
    SET p.visits = p.visits + 1, turn.visited = p.id)
  FOREACH (run IN $given.runs | CREATE (turn)-[:HAS_RUN]->(r:AgentRun) SET r = run)
  FOREACH (event IN $given.events | CREATE (turn)-[:HAPPENED]->(e:Event) SET e = event)
  CREATE (turn)-[:AUDITED_BY]->(a:AuditEntry)
  SET a = $given.audit
  SET s += $given.session)
RETURN properties(old) AS old, broken, inOrder, onHead`;

interface CommitRow {
  old: TurnRow | null;
  broken: (string | null)[];
  inOrder: boolean;
  onHead: boolean;
}

export async function commitTurn(graph: Graph, commit: TurnCommit): Promise<StoredTurn> {
  const { turn, parameters } = statementOf(commit);
  let rows: CommitRow[];
  try {
    rows = await graph.run<CommitRow>(COMMIT, parameters);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const stored = await findTurn(graph, commit.sessionId, commit.turnId);
    if (stored === null) throw conflict('Another turn took this place in the session.');
    return stored;
  }
  const row = rows[0];
  if (row === undefined) throw new AppError('not_found', 'This session is not in the graph; open it first.');
  if (row.old !== null) return storedTurn(row.old);
  if (!row.inOrder) throw conflict('A later turn of this session is stored already.');
  if (!row.onHead) throw conflict('This session is no longer as the turn found it.');
  if (row.broken.length > 0) throw conflict(`Not as the changes expect: ${namesOf(row.broken)}.`);
  return storedTurn(turn);
}

function statementOf(commit: TurnCommit) {
  const { sessionId, turnId, turnSeq, at, audit } = commit;
  const operations = operationsOf(commit.changes, commit.goals);
  const turn = {
    sessionId,
    turnId,
    turnSeq,
    slot: turnSeq,
    at,
    generation: commit.generation,
    textHash: commit.textHash,
    sealedText: commit.sealedText,
    sealedReply: commit.sealedReply,
    kind: commit.kind,
    verdict: JSON.stringify(commit.verdict),
    state: 'applied' as const,
    intent: commit.intent,
    focus: commit.focus,
    outcome: commit.outcome,
    changes: JSON.stringify(commit.changes),
    inverse: JSON.stringify(inverseAll(commit.changes)),
    goals: JSON.stringify(commit.goals),
    touches: operations.touches,
    previousNarratorState: commit.previousNarratorState,
    ...planOf(commit),
  };
  const given = {
    ...operations.lists,
    arrival: operations.arrival,
    turn,
    // Only the story visits a place; help and notices stand outside it.
    visits: commit.kind === 'story',
    runs: commit.runs.map((run) => ({ sessionId, turnSeq, ...run })),
    events: eventsOf(commit).map((event, index) => ({ sessionId, turnSeq, index, at, ...event })),
    audit: { sessionId, turnSeq, at, ...audit },
    undone: commit.undone,
    session: {
      turnSeq,
      narratorState: commit.narratorState,
      status: commit.status,
      lastTurnAt: at,
      auditHead: audit.head,
    },
  };
  return { turn, parameters: { sessionId, turnId, turnSeq, player: PLAYER, given } };
}

/** Only where something happened to the plan: a property of null is none, and most turns have neither. */
function planOf({ plan }: TurnCommit): { plan?: string; practised?: string } {
  const { act, offered, request, skipped } = plan;
  if (act === null && offered === null && request === null && !skipped) return {};
  return { plan: JSON.stringify(plan), ...(act === null ? {} : { practised: practisedAs(act) }) };
}

/** What happened, for good: one event for each change, or the bare outcome of a turn that changed nothing. */
function eventsOf(commit: TurnCommit): Record<string, unknown>[] {
  if (commit.changes.length === 0) return [{ type: 'outcome', outcome: commit.outcome, entities: commit.focus }];
  return commit.changes.map((change: WorldChange) => ({ ...change, outcome: commit.outcome }));
}

function namesOf(ids: readonly (string | null)[]): string {
  return [...new Set(ids.map((id) => id ?? 'something that does not exist'))].join(', ');
}
