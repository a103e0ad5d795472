// A graph for tests: real Neo4j, worlds of any size, sessions with ids of their own that are erased afterwards.

import { randomBytes } from 'node:crypto';
import { NO_STEP } from '../../src/domain/plan-progress.ts';
import type { Graph, TurnCommit, WorldSeed, WorldStore } from '../../src/world/index.ts';
import { connectGraph } from '../../src/world/index.ts';

export function testGraph(): Graph {
  const { NEO4J_URL, NEO4J_USER, NEO4J_PASSWORD } = process.env;
  return connectGraph({ url: NEO4J_URL ?? 'bolt://127.0.0.1:7687', user: NEO4J_USER, password: NEO4J_PASSWORD });
}

export function newSessionId(): string {
  return `${randomBytes(8).toString('hex')}-${randomBytes(8).toString('hex')}`;
}

/** Four places in a row, one of them behind a locked exit; a keeper, a cat, a few things and facts. */
export const SMALL_WORLD: WorldSeed = {
  worldId: 'harbour',
  worldVersion: '3',
  start: 'quay',
  regions: [{ id: 'coast', name: 'The coast' }],
  places: [
    { id: 'quay', region: 'coast', properties: { weather: 'fog' } },
    { id: 'tower', region: 'coast', properties: { lit: false } },
    { id: 'cellar', region: 'coast', properties: { depth: 3 } },
    { id: 'cave', region: 'coast', properties: {} },
  ],
  exits: [
    {
      id: 'quay-north',
      from: 'quay',
      to: 'tower',
      direction: 'north',
      locked: false,
      hidden: false,
      twin: 'tower-south',
    },
    {
      id: 'tower-south',
      from: 'tower',
      to: 'quay',
      direction: 'south',
      locked: false,
      hidden: false,
      twin: 'quay-north',
    },
    { id: 'tower-down', from: 'tower', to: 'cellar', direction: 'down', locked: true, hidden: false },
    { id: 'cellar-up', from: 'cellar', to: 'tower', direction: 'up', locked: true, hidden: false },
    { id: 'quay-east', from: 'quay', to: 'cave', direction: 'east', locked: false, hidden: true },
    { id: 'cave-west', from: 'cave', to: 'quay', direction: 'west', locked: false, hidden: false },
  ],
  characters: [
    { id: 'mara', at: 'tower', disposition: 0.25, knows: ['the-storm'], properties: { mood: 'tired' } },
    { id: 'cat', at: 'quay', disposition: -0.5, knows: [], properties: {} },
  ],
  things: [
    { id: 'lamp', at: 'tower', properties: { lit: false, oil: 2 } },
    { id: 'key', at: 'mara', properties: {} },
    { id: 'rope', at: 'quay', properties: { length: 10 } },
    { id: 'coin', at: 'player', properties: {} },
  ],
  facts: ['the-storm', 'the-light', 'the-name'],
  storylines: [{ id: 'light', properties: { stage: 0 } }],
};

/** A grid of places, each with four exits, a thing and, on every tenth, a character. */
export function gridWorld(side: number): WorldSeed {
  const name = (x: number, y: number): string => `place-${(x + side) % side}-${(y + side) % side}`;
  const cells = Array.from({ length: side * side }, (_, i) => ({ x: i % side, y: Math.floor(i / side), i }));
  const ways = [
    ['north', 0, -1],
    ['south', 0, 1],
    ['east', 1, 0],
    ['west', -1, 0],
  ] as const;
  return {
    worldId: 'grid',
    worldVersion: '1',
    start: name(5, 5),
    regions: [
      { id: 'north-half', name: 'North' },
      { id: 'south-half', name: 'South' },
    ],
    places: cells.map(({ x, y, i }) => ({
      id: name(x, y),
      region: y * 2 < side ? 'north-half' : 'south-half',
      properties: { index: i },
    })),
    exits: cells.flatMap(({ x, y }) =>
      ways.map(([direction, dx, dy]) => ({
        id: `${name(x, y)}-${direction}`,
        from: name(x, y),
        to: name(x + dx, y + dy),
        direction,
        locked: false,
        hidden: false,
      })),
    ),
    characters: cells
      .filter(({ i }) => i % 10 === 0)
      .map(({ x, y, i }) => ({ id: `npc-${i}`, at: name(x, y), disposition: 0, knows: ['weather'], properties: {} })),
    things: cells.map(({ x, y, i }) => ({ id: `thing-${i}`, at: name(x, y), properties: { weight: i } })),
    facts: ['weather'],
    storylines: [{ id: 'main', properties: { stage: 0 } }],
  };
}

export async function openWorld(
  store: WorldStore,
  sessionId: string,
  seed = SMALL_WORLD,
  player = sessionId.slice(0, 16),
) {
  const goals = [
    { id: 'breathe', sealedText: 'sealed-1' },
    { id: 'ask', sealedText: 'sealed-2' },
  ];
  await store.openSession({ sessionId, player, seed, locale: 'en', at: 1_700_000_000_000, goals });
}

/** A turn with nothing in it but what the test says. */
export function turn(sessionId: string, turnSeq: number, given: Partial<TurnCommit> = {}): TurnCommit {
  const turnId = given.turnId ?? `turn-${turnSeq}`;
  return {
    sessionId,
    turnId,
    turnSeq,
    at: 1_700_000_000_000 + turnSeq * 1_000,
    generation: 'g1',
    textHash: 'hash',
    sealedText: 'sealed text',
    sealedReply: `sealed reply ${turnSeq}`,
    kind: 'story',
    verdict: { level: 'none', category: null, response: 'story', reasons: [], screen: 'rules', blocked: false },
    intent: 'look',
    focus: ['lamp'],
    outcome: 'seen',
    changes: [],
    goals: [],
    narratorState: `narrator ${turnSeq}`,
    previousNarratorState: turnSeq > 1 ? `narrator ${turnSeq - 1}` : null,
    status: 'active',
    undone: 0,
    plan: NO_STEP,
    runs: [{ agent: 'wba', instance: 'rules', version: '1', ms: 2, source: 'rules', findings: [] }],
    audit: {
      entry: `entry ${turnSeq}`,
      previousHead: turnSeq > 1 ? `head ${turnSeq - 1}` : '',
      head: `head ${turnSeq}`,
    },
    ...given,
  };
}

/** Everything that is true of a session's world, in a form that compares. What happened (turns, events) is not in it. */
export async function dump(graph: Graph, sessionId: string): Promise<unknown> {
  return await graph.run(
    `MATCH (s:Session {sessionId: $sessionId})
     RETURN s.narratorState AS narratorState,
       COLLECT { MATCH (g:Goal {sessionId: $sessionId}) WHERE g.id IS NOT NULL
         RETURN g.id + ':' + g.progress ORDER BY g.id } AS goals,
       COLLECT { MATCH (n:Entity {sessionId: $sessionId}) WHERE n.id IS NOT NULL
         RETURN {labels: labels(n), properties: properties(n)} ORDER BY n.id } AS nodes,
       COLLECT { MATCH (n:Entity {sessionId: $sessionId})-[r]->(m) WHERE n.id IS NOT NULL
         WITH n.id + ' ' + type(r) + ' ' + m.id AS link RETURN link ORDER BY link } AS links`,
    { sessionId },
  );
}
