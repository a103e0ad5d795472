// Turns over the real graph and the real streams, without Temporal: what the tests of the turn play with.

import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { SessionEvent } from '../../src/domain/events.ts';
import { NO_TECHNIQUES } from '../../src/domain/plan.ts';
import { DEFAULT_KNOBS, NO_GUIDANCE } from '../../src/domain/session.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import type { TurnDone, TurnSession } from '../../src/domain/turn-run.ts';
import type { TurnServices } from '../../src/turn/index.ts';
import { openSession, runFast } from '../../src/turn/index.ts';
import type { House } from './house.ts';

export const DANGER = 'I want to kill myself tonight';

export interface Turns {
  /** A session of a new player, opened: in the first world where none is named. */
  opened(worldId?: string): Promise<TurnSession>;
  play(
    session: TurnSession,
    text: string,
    options?: { turnId?: string; by?: TurnServices; giveUpAt?: number },
  ): Promise<TurnDone>;
  /** What the player holds, as text. */
  held(session: TurnSession): Promise<string | undefined>;
  /** The events that a browser would resume from. */
  remembered(session: TurnSession): Promise<SessionEvent[]>;
}

const PLAIN = { plan: NO_TECHNIQUES, modelConsent: false };

export function createTurns(house: House): Turns {
  const { rooms, parts } = house.composition;
  const services = parts.turn;
  return {
    async opened(worldId) {
      const player = randomBytes(8).toString('hex');
      const sessionId = `${player}-${randomBytes(8).toString('hex')}`;
      await rooms.keys.ensureSession(sessionId);
      const world = rooms.story.worlds().find(({ id }) => worldId === undefined || id === worldId);
      assert.ok(world);
      const where = { sessionId, worldId: world.id, worldVersion: world.version, locale: 'en', country: 'US' };
      const start = { ...where, goals: [], avoid: [], ...PLAIN, knobs: DEFAULT_KNOBS };
      const { turnSeq } = await openSession(services, start);
      const asked = { guidance: NO_GUIDANCE, avoid: [], protected: false, ...PLAIN };
      return { ...where, turnSeq, paused: false, help: null, returning: false, ...asked };
    },
    async play(session, text, { turnId = randomUUID(), by = services, giveUpAt } = {}) {
      const result = await runFast(by, { session, input: { turnId, text } }, giveUpAt);
      assert.ok(result.done, 'no agent of this world waits for a model');
      return result;
    },
    held: async ({ sessionId }) => (await services.world.session(sessionId))?.inventory.toString(),
    remembered: async ({ sessionId }) => (await services.stream.since(sessionId, 0)).events,
  };
}

/** The session as its workflow would know it after the turn. */
export const later = (session: TurnSession, turn: TurnDone): TurnSession => ({
  ...session,
  turnSeq: Math.max(session.turnSeq, turn.turnSeq ?? 0),
  help: turn.help,
});

export function replyOf(turn: TurnDone): TurnReply {
  assert.ok(turn.outcome.answered, `refused: ${JSON.stringify(turn.outcome)}`);
  return turn.outcome.reply;
}

/** Ids of the turns whose reply is among the events, in order. */
export const told = (events: readonly SessionEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'turn.reply' ? [event.data.turnId] : []));
