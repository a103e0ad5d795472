// What the graph stores and answers. One interface over one Neo4j database; everything a session may change goes through
// `commitTurn`, which is one transaction and idempotent by turn id.

import type { AgentType } from '../domain/agents.ts';
import type { PublicStatus, SessionEvent } from '../domain/events.ts';
import type { Practice } from '../domain/plan.ts';
import type { PlanStep } from '../domain/plan-progress.ts';
import type { SessionId, StoredVerdict } from '../domain/session.ts';
import type { TurnReply } from '../domain/turn.ts';
import type { GoalView, WorldChange, WorldView } from '../domain/world.ts';

/** A thin handle on the driver for rooms that keep records of their own (accounts, people). */
export interface Graph {
  /** One auto-commit statement; retried for at most 1 s on transient errors and lost connections, so it must be safe to
   *  repeat. Rows as plain objects, numbers as numbers. Send lists and anything that may be null inside one map parameter:
   *  each new combination of parameter types is planned anew (docs/graph.md). */
  run<Row extends object>(statement: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]>;
  /** Rejects with AppError('unavailable') naming the graph when it cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Entities of an authored world, copied into the graph when a session opens. */
export interface WorldSeed {
  worldId: string;
  worldVersion: string;
  start: string;
  regions: readonly { id: string; name: string }[];
  places: readonly { id: string; region: string; properties: Readonly<Record<string, string | number | boolean>> }[];
  exits: readonly {
    id: string;
    from: string;
    to: string;
    direction: string;
    locked: boolean;
    hidden: boolean;
    /** The exit the other way, which locks and unlocks together with this one. */
    twin?: string;
  }[];
  characters: readonly {
    id: string;
    at: string;
    disposition: number;
    knows: readonly string[];
    properties: Readonly<Record<string, string | number | boolean>>;
  }[];
  things: readonly { id: string; at: string; properties: Readonly<Record<string, string | number | boolean>> }[];
  facts: readonly string[];
  storylines: readonly { id: string; properties: Readonly<Record<string, string | number | boolean>> }[];
}

export interface AgentRun {
  agent: AgentType;
  instance: string;
  version: string;
  ms: number;
  source: 'model' | 'authored' | 'rules';
  /** Rule ids that blocked something in this run; never text. */
  findings: readonly string[];
}

export interface TurnCommit {
  sessionId: SessionId;
  turnId: string;
  turnSeq: number;
  /** Epoch ms. */
  at: number;
  generation: string;
  /** Keyed hash of the player's text: tells a repeat from a reused id. */
  textHash: string;
  /** Sealed by privacy/; the world room cannot read them. */
  sealedText: string;
  sealedReply: string;
  kind: TurnReply['kind'];
  verdict: StoredVerdict;
  intent: string;
  focus: readonly string[];
  outcome: string;
  changes: readonly WorldChange[];
  goals: readonly { id: string; from: number; to: number }[];
  narratorState: string | null;
  previousNarratorState: string | null;
  status: PublicStatus;
  runs: readonly AgentRun[];
  /** What the turn meant for the therapeutic plan. */
  plan: PlanStep;
  /** As the context said that the turn was made from, see Recall. */
  undone: number;
  audit: { entry: string; previousHead: string; head: string };
}

export interface StoredTurn {
  turnId: string;
  turnSeq: number;
  at: number;
  generation: string;
  textHash: string;
  sealedText: string;
  sealedReply: string;
  kind: TurnReply['kind'];
  verdict: StoredVerdict;
  /** As the input processor named it, or `none`. */
  intent: string;
  plan: PlanStep;
  state: 'applied' | 'undone';
}

export interface Recall {
  view: WorldView;
  auditHead: string;
  /** How many turns have been taken back: who writes later tells by it whether this still holds. */
  undone: number;
  /** This turn, if an earlier run of it committed. */
  existing: StoredTurn | null;
  /** The last turn above the session's counter that is not this one and still stands: to be undone. Ask again after. */
  orphan: StoredTurn | null;
}

export interface SessionRecord {
  sessionId: SessionId;
  worldId: string;
  /** The one it began in, and is played in to its end. */
  worldVersion: string;
  status: PublicStatus;
  turnSeq: number;
  place: string;
  inventory: readonly string[];
  goals: readonly (GoalView & { sealedText: string })[];
  openedAt: number;
  lastTurnAt: number;
}

export interface ActRecord {
  sessionId: SessionId;
  seq: number;
  /** Public status after the act. */
  status: PublicStatus;
  sealedEvent: string;
  at: number;
}

export interface WorldStore {
  /** Creates constraints and indexes; versioned, each migration once. */
  migrate(): Promise<void>;
  /** Copies the seed and creates the Session node. Idempotent by session id. */
  openSession(input: {
    sessionId: SessionId;
    player: string;
    seed: WorldSeed;
    locale: string;
    at: number;
    goals: readonly { id: string; sealedText: string }[];
  }): Promise<void>;
  /** Context of a turn: one query. AppError('not_found') when the session is not in the graph. */
  recall(sessionId: SessionId, turnId: string, turnSeq: number): Promise<Recall>;
  /** The one transaction of a turn. Returns the stored turn: this one, or the one an earlier run committed (look at its
   *  `textHash`, and at its `state`: a turn that was undone stays undone).
   *  AppError('world_conflict') when a change's `from` does not hold, or the session is not as its context said; then nothing is written. */
  commitTurn(commit: TurnCommit): Promise<StoredTurn>;
  /** Applies the inverse of a turn once and marks it undone. `touched` when a later turn changed the same facts. */
  undoTurn(sessionId: SessionId, turnId: string): Promise<'undone' | 'already_undone' | 'absent' | 'touched'>;
  recordAct(act: ActRecord): Promise<void>;
  findTurn(sessionId: SessionId, turnId: string): Promise<StoredTurn | null>;
  session(sessionId: SessionId): Promise<SessionRecord | null>;
  sessionsOf(player: string): Promise<SessionRecord[]>;
  /** What the player did of what the story offered, from the turns that stand. */
  practiceIn(sessionId: SessionId): Promise<Practice[]>;
  /** What screening found in the player's words, in all their sessions; turns that found nothing are left out. */
  findingsOf(player: string): Promise<StoredVerdict[]>;
  /** Applied turns and acts with seq above `after`, in order. */
  history(sessionId: SessionId, after: number, limit: number): Promise<({ turn: StoredTurn } | { act: ActRecord })[]>;
  /** Contradictions, such as a thing in two places. Empty when sound. */
  check(sessionId: SessionId): Promise<string[]>;
  /** Deletes all that the graph holds of these sessions, audit entries too. May be repeated. */
  erase(sessionIds: readonly SessionId[]): Promise<void>;
}

export type { SessionEvent };
