// The door of the world room: the graph that holds every session's world, turns and progress.
import { check } from './check.ts';
import { commitTurn } from './commit.ts';
import { erase } from './erase.ts';
import { migrate } from './migrations.ts';
import { openSession } from './open-session.ts';
import { findingsOf, practiceIn } from './practice.ts';
import { recall } from './recall.ts';
import { findSession, findTurn, history, recordAct, sessionsOf } from './records.ts';
import type { Graph, WorldStore } from './types.ts';
import { undoTurn } from './undo.ts';

export function createWorldStore(graph: Graph): WorldStore {
  return {
    migrate: () => migrate(graph),
    openSession: (input) => openSession(graph, input),
    recall: (sessionId, turnId, turnSeq) => recall(graph, sessionId, turnId, turnSeq),
    commitTurn: (commit) => commitTurn(graph, commit),
    undoTurn: (sessionId, turnId) => undoTurn(graph, sessionId, turnId),
    recordAct: (act) => recordAct(graph, act),
    findTurn: (sessionId, turnId) => findTurn(graph, sessionId, turnId),
    session: (sessionId) => findSession(graph, sessionId),
    sessionsOf: (player) => sessionsOf(graph, player),
    practiceIn: (sessionId) => practiceIn(graph, sessionId),
    findingsOf: (player) => findingsOf(graph, player),
    history: (sessionId, after, limit) => history(graph, sessionId, after, limit),
    check: (sessionId) => check(graph, sessionId),
    erase: (sessionIds) => erase(graph, sessionIds),
  };
}

export { withConstraints } from './constraints.ts';
export type { GraphAddress } from './graph.ts';
export { connectGraph, isDuplicate } from './graph.ts';
export type * from './types.ts';
export { warmUp } from './warm-up.ts';
