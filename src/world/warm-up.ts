// A cold JVM answers a turn's statements ten times slower than a warm one, and the first player should not be the one who
// warms it. Plays a small world for a moment, on both statements of a turn, and leaves nothing behind.

import { randomBytes } from 'node:crypto';
import { NO_STEP } from '../domain/plan-progress.ts';
import type { WorldChange } from '../domain/world.ts';
import type { TurnCommit, WorldSeed, WorldStore } from './types.ts';

/** No player has this pseudonym: it would need a keyed hash of all zeros. */
const NOBODY = '0'.repeat(16);
/** After this a turn's two statements take a tenth of what the first one took; docs/graph.md has the measurements. */
const DEFAULT_MS = 2_500;
const LANES = 4;
/** A warm-up that was killed leaves its world; by this age nobody is using it. */
const LEFTOVER_MS = 600_000;

const SEED: WorldSeed = {
  worldId: 'warm-up',
  worldVersion: '1',
  start: 'hall',
  regions: [{ id: 'house', name: 'House' }],
  places: [
    { id: 'hall', region: 'house', properties: { lit: false } },
    { id: 'yard', region: 'house', properties: {} },
  ],
  exits: [
    { id: 'hall-out', from: 'hall', to: 'yard', direction: 'out', locked: false, hidden: false, twin: 'yard-in' },
    { id: 'yard-in', from: 'yard', to: 'hall', direction: 'in', locked: false, hidden: false, twin: 'hall-out' },
  ],
  characters: [{ id: 'keeper', at: 'hall', disposition: 0, knows: ['names'], properties: {} }],
  things: [{ id: 'cup', at: 'hall', properties: { weight: 1 } }],
  facts: ['names', 'hours'],
  storylines: [{ id: 'day', properties: { stage: 0 } }],
};

/** Runs every statement of a session once and those of a turn for about `durationMs`, then erases what it made. */
export async function warmUp(store: WorldStore, durationMs = DEFAULT_MS): Promise<void> {
  const leftovers = (await store.sessionsOf(NOBODY)).filter(({ openedAt }) => openedAt < Date.now() - LEFTOVER_MS);
  const sessions = Array.from({ length: LANES }, () => `${NOBODY}-${randomBytes(8).toString('hex')}`);
  const [first = '', ...others] = sessions;
  try {
    // One alone at first: several at once would each plan the same statements.
    await open(store, first);
    await planOnce(store, first);
    const until = performance.now() + durationMs;
    await Promise.all(others.map((sessionId) => open(store, sessionId)));
    await Promise.all(sessions.map((sessionId) => playUntil(store, sessionId, until)));
  } finally {
    await store.erase([...sessions, ...leftovers.map(({ sessionId }) => sessionId)]);
  }
}

async function open(store: WorldStore, sessionId: string): Promise<void> {
  const goals = [{ id: 'calm', sealedText: '' }];
  await store.openSession({ sessionId, player: NOBODY, seed: SEED, locale: 'en', at: Date.now(), goals });
}

/** The first use of a statement costs its planning, which on a cold server is about a second. */
async function planOnce(store: WorldStore, sessionId: string): Promise<void> {
  await playTurn(store, sessionId, 1);
  await Promise.all([
    store.undoTurn(sessionId, 'warm-1'),
    store.recordAct({ sessionId, seq: 1, status: 'active', sealedEvent: '', at: Date.now() }),
    store.session(sessionId),
    store.history(sessionId, 0, 1),
  ]);
}

async function playUntil(store: WorldStore, sessionId: string, until: number): Promise<void> {
  for (let turnSeq = 2; performance.now() < until; turnSeq += 1) await playTurn(store, sessionId, turnSeq);
}

async function playTurn(store: WorldStore, sessionId: string, turnSeq: number): Promise<void> {
  const turnId = `warm-${turnSeq}`;
  const { view, auditHead, undone } = await store.recall(sessionId, turnId, turnSeq - 1);
  const turn = turnOf(sessionId, turnId, turnSeq, view.place.id, auditHead);
  await store.commitTurn({ ...turn, undone });
}

/** There and back again, taking and dropping, learning and forgetting: every kind of change, each turn. */
function turnOf(
  sessionId: string,
  turnId: string,
  turnSeq: number,
  place: string,
  previousHead: string,
): Omit<TurnCommit, 'undone'> {
  const forth = place === 'hall';
  const changes: WorldChange[] = [
    { type: 'move', entity: 'player', from: place, to: forth ? 'yard' : 'hall' },
    { type: 'move', entity: 'cup', from: forth ? 'hall' : 'keeper', to: forth ? 'keeper' : 'hall' },
    { type: 'set', entity: 'hall', property: 'lit', from: !forth, to: forth },
    { type: forth ? 'learn' : 'forget', who: 'keeper', fact: 'hours' },
  ];
  return {
    sessionId,
    turnId,
    turnSeq,
    at: Date.now(),
    generation: turnId,
    textHash: '',
    sealedText: '',
    sealedReply: '',
    kind: 'story',
    plan: NO_STEP,
    verdict: { level: 'none', category: null, response: 'story', reasons: [], screen: 'rules', blocked: false },
    intent: 'wait',
    focus: [],
    outcome: 'waited',
    changes,
    goals: [{ id: 'calm', from: forth ? 0 : 1, to: forth ? 1 : 0 }],
    narratorState: null,
    previousNarratorState: null,
    status: 'active',
    runs: [{ agent: 'ipa', instance: 'rules', version: '1', ms: 0, source: 'rules', findings: [] }],
    audit: { entry: '', previousHead, head: `${turnSeq}` },
  };
}
