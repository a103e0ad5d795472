// What a player reads while the narrator still writes. Each sentence passes the door with all before it before it leaves; what
// turns out not to be the telling in the end is taken back, and the reply stands in its place whatever was heard here.
import type { SessionEvent } from '../domain/events.ts';
import type { ScreenedText } from '../domain/screened-text.ts';
import type { TurnRun } from '../domain/turn-run.ts';
import type { TurnServices } from './services.ts';

/** What a step that waits for a model tells meanwhile. */
export interface Voice {
  /** The next sentence of the telling, whole and not yet screened. */
  hear(sentence: string): void;
  /** The telling is abandoned: what has left of it is taken back, and another may begin. */
  takeBack(reason: Abandoned): void;
  /** What was told in the end. Answers what the turn keeps of it, once all that was said has left. */
  settle(sentences: readonly string[]): Promise<Said>;
}

/** Codes only: pages need no reason, people who look into a session do. */
export type Abandoned = 'blocked' | 'retold' | 'interrupted' | 'lost';

export interface Said {
  screenMs: number;
  /** Of the sentences that stand: the stored turn goes on under it. */
  generation?: string;
  firstTextMs?: number;
}

/** Of a turn that does not wait: its sentences come with its reply. */
export const SILENT: Voice = {
  hear: () => undefined,
  takeBack: () => undefined,
  settle: async () => ({ screenMs: 0 }),
};

/** A turn is not held up for a stream that does not take its events; the reply tells all of it. */
const MOST_WAIT_MS = 300;
/** How often one attempt may tell: once, and again after each of two blocked tellings. */
const TELLINGS = 3;

/** The voice of one attempt at a step, from 1. It takes back what an attempt before it left behind when its process died. */
export function openVoice(services: TurnServices, run: TurnRun, attempt: number, signal?: AbortSignal): Voice {
  const { sessionId, avoid } = run.session;
  const { turnId } = run.input;
  let telling = 0;
  let heard: string[] = [];
  let said = 0;
  let screenMs = 0;
  let firstTextMs: number | undefined;
  /** One after the other: sealing is asynchronous, and sentences have an order. */
  let leaving = Promise.resolve();

  const generationOf = (of: number, n: number): string => `${run.generation}.${of}.${n}`;
  const at = (): string => new Date(services.clock.now()).toISOString();
  const announce = (event: SessionEvent): void => {
    leaving = leaving.then(() => services.stream.announce(sessionId, event));
  };
  const reset = (generation: string, reason: Abandoned): void =>
    announce({ type: 'turn.reset', at: at(), data: { turnId, generation, reason } });
  const say = (chunk: ScreenedText): void => {
    firstTextMs ??= Math.max(0, services.clock.now() - run.startedAt);
    const data = { turnId, generation: generationOf(attempt, telling), index: said, chunk };
    said += 1;
    announce({ type: 'turn.text', at: at(), data });
  };
  const takeBack = (reason: Abandoned): void => {
    if (said > 0) reset(generationOf(attempt, telling), reason);
    if (heard.length > 0) telling += 1;
    heard = [];
    said = 0;
    firstTextMs = undefined;
  };

  for (let of = 1; of < attempt; of += 1) for (let n = 0; n < TELLINGS; n += 1) reset(generationOf(of, n), 'lost');

  return {
    hear(sentence) {
      if (signal?.aborted === true) return;
      heard.push(sentence);
      const started = services.clock.tick();
      const screening = services.safety.screenNarrative(heard, { avoid });
      screenMs += services.clock.tick() - started;
      // What does not pass stays here, and may pass with what follows it: a quotation is closed, a doubt is lifted.
      for (const passed of screening.sentences.slice(said)) say(passed);
    },
    takeBack,
    async settle(sentences) {
      const stands = heard.slice(0, said).every((one, n) => one.trimEnd() === sentences[n]?.trimEnd());
      if (!stands) takeBack('retold');
      await soon(leaving);
      return {
        screenMs,
        ...(said === 0 ? {} : { generation: generationOf(attempt, telling) }),
        ...(firstTextMs === undefined ? {} : { firstTextMs }),
      };
    },
  };
}

async function soon(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, MOST_WAIT_MS);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
