// Texts that nothing could read when they came: kept sealed on this machine's disk until the screening answers again, then read
// late. A crisis among them opens a case marked so, with the time at which the text was written. One gateway per file.
import { AppError } from '../domain/errors.ts';
import type { CaseEvidence, SessionId } from '../domain/session.ts';
import { pseudonymOf } from '../domain/session.ts';
import { isCrisisKind, type Verdict } from '../domain/verdict.ts';
import type { KeyStore, Sealer } from '../privacy/types.ts';
import type { Safety } from '../safety/types.ts';
import type { Log } from '../telemetry/index.ts';
import { createLineFile, type Taken } from './line-file.ts';
import { nowAndThen } from './now-and-then.ts';
import type { Outbox } from './outbox.ts';

export interface HeldText {
  sessionId: SessionId;
  turnId: string;
  text: string;
  /** When it was written, epoch ms. */
  at: number;
}

export interface HeldTexts {
  /** Resolves when the text is on disk. */
  keep(held: HeldText): Promise<void>;
  /** Reads what can be read now; answers how many texts still wait. */
  drain(): Promise<number>;
  /** Tries now and then until stopped. */
  start(): void;
  stop(): Promise<void>;
}

export interface HeldTextsOptions {
  file: string;
  sealer: Sealer;
  keys: Pick<KeyStore, 'ensurePlayer'>;
  safety: Pick<Safety, 'screenPlayerText'>;
  /** Takes what turns out to be a crisis, on disk at once, and hands it to a case. */
  outbox: Pick<Outbox, 'put'>;
  log?: Log;
  /** Soon enough to be well inside the shortest deadline of a case (5 minutes). */
  everyMs?: number;
}

const FIELD = 'held.text';
const EVERY_MS = 5_000;

export function createHeldTexts(options: HeldTextsOptions): HeldTexts {
  const { sealer, keys, safety, outbox, log } = options;
  const kept = createLineFile(options.file);

  /** A line is the player's pseudonym and what is sealed under the player's key: it goes when the player is erased. */
  async function seal(held: HeldText): Promise<string> {
    const player = pseudonymOf(held.sessionId);
    await keys.ensurePlayer(player);
    return `${player} ${await sealer.seal({ player }, FIELD, JSON.stringify(held))}`;
  }

  async function open(line: string): Promise<HeldText | Taken> {
    const [player = '', sealed = ''] = line.split(' ');
    try {
      // Sealed by `seal`, so its shape is known.
      return JSON.parse(await sealer.open({ player }, FIELD, sealed)) as HeldText;
    } catch (error) {
      const code = error instanceof AppError ? error.code : null;
      // The player was erased meanwhile, and the text with the key.
      if (code === 'key_missing') return 'done';
      log?.error({ err: error }, 'a held text cannot be opened');
      return code === 'internal' ? 'damaged' : 'wait';
    }
  }

  async function readLate(line: string): Promise<Taken> {
    const held = await open(line);
    if (typeof held === 'string') return held;
    const verdict = safety.screenPlayerText(held.text);
    if (verdict.screen === 'unreadable') return 'wait';
    if (!verdict.crisis) return 'done';
    try {
      // The evidence is on disk before the text leaves this file; told twice, a case knows it by its turn.
      await outbox.put(lateEvidence(held, verdict));
      return 'done';
    } catch (error) {
      log?.fatal({ err: error }, 'the evidence of a text that was read late could not be kept; it stays held');
      return 'wait';
    }
  }

  const drain = (): Promise<number> => kept.offer(readLate);
  const draining = nowAndThen(drain, options.everyMs ?? EVERY_MS, (error) =>
    log?.error({ err: error }, 'the texts that wait to be read cannot be reached'),
  );

  return {
    keep: async (held) => kept.append(await seal(held)),
    drain,
    start: () => draining.start(),
    async stop() {
      await draining.stop();
      await kept.settled();
    },
  };
}

function lateEvidence({ sessionId, turnId, at }: HeldText, verdict: Verdict): CaseEvidence {
  const { category, level, response, reasons } = verdict;
  return {
    sessionId,
    turnId,
    kind: isCrisisKind(category) ? category : 'suicide',
    level,
    response: response === 'checkin' ? 'checkin' : 'hold',
    reasons,
    at,
    origin: 'late',
  };
}
