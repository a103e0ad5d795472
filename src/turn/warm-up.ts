// The first player should not be the one who warms the house: a cold graph plans each statement for a second, and a cold
// narrator compiles its story. Plays real turns of a real world for nobody, and leaves nothing behind.
import { randomBytes } from 'node:crypto';
import { NO_TECHNIQUES } from '../domain/plan.ts';
import { DEFAULT_KNOBS, NO_GUIDANCE, PSEUDONYM_LENGTH } from '../domain/session.ts';
import type { TurnSession } from '../domain/turn-run.ts';
import type { KeyStore } from '../privacy/types.ts';
import { namedTurnId } from './commit.ts';
import { closeSession, openSession } from './lifecycle.ts';
import { runFast } from './run.ts';
import type { PlayedWorld, TurnServices } from './services.ts';

/** No player has this pseudonym: it would need a keyed hash of all zeros. */
const NOBODY = '0'.repeat(PSEUDONYM_LENGTH);
/** Understood in every world; between them they read, move, refuse and talk. */
const SAID = ['look around', 'go north', 'what am I carrying?', 'go back', 'wait', 'hello', 'undo'];

/** Turns at once: enough to make every compiled path hot, few enough to leave a small machine its other starts. */
const LANES = 2;

/** Runs for about `ms`, at least once through all of it. A warm-up that fails has only not warmed; the caller logs it. */
export async function warmUp(
  services: TurnServices & { keys: KeyStore },
  played: PlayedWorld,
  ms: number,
): Promise<void> {
  const until = services.clock.tick() + ms;
  const quiet: TurnServices = {
    ...services,
    stream: { ...services.stream, append: async () => {}, announce: async () => {} },
  };
  await services.keys.ensurePlayer(NOBODY);
  const sessionIds: string[] = [];
  const lane = async () => {
    const sessionId = `${NOBODY}-${randomBytes(8).toString('hex')}`;
    sessionIds.push(sessionId);
    await services.keys.ensureSession(sessionId);
    const start = {
      sessionId,
      ...played,
      locale: 'en',
      country: 'US',
      goals: [],
      avoid: [],
      plan: NO_TECHNIQUES,
      modelConsent: false,
      knobs: DEFAULT_KNOBS,
    };
    let { turnSeq } = await openSession(quiet, start);
    const session = (): TurnSession => ({
      ...start,
      turnSeq,
      paused: false,
      help: null,
      returning: false,
      guidance: NO_GUIDANCE,
      protected: false,
    });
    for (let i = 0; i < SAID.length || services.clock.tick() < until; i += 1) {
      const text = SAID[i % SAID.length] ?? 'wait';
      const result = await runFast(quiet, {
        session: session(),
        input: { turnId: namedTurnId(sessionId, String(i)), text },
      });
      if (result.done && result.turnSeq !== null) turnSeq = result.turnSeq;
    }
    await closeSession(quiet, session());
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    await services.world.erase(sessionIds);
    await services.keys.shred(NOBODY);
  }
}
