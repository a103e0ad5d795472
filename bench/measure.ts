// Plays sessions side by side, a turn at a time each, and reads the clock. No I/O of its own.

export interface Sample {
  /** Milliseconds from sending a turn to holding its whole reply. */
  latencyMs: number;
  /** Of these, milliseconds spent waiting for models. */
  modelMs: number;
}

export interface Played {
  samples: Sample[];
  failed: number;
  /** Wall-clock seconds for all. */
  seconds: number;
}

/** Plays `turns` turns in each of `players`, all players at once; a player's next turn starts when the last is answered. */
export async function playAll(
  players: readonly (() => Promise<{ modelMs: number }>)[],
  turns: number,
): Promise<Played> {
  const samples: Sample[] = [];
  let failed = 0;
  const started = performance.now();
  await Promise.all(
    players.map(async (takeTurn) => {
      for (let turn = 0; turn < turns; turn += 1) {
        const sent = performance.now();
        try {
          const { modelMs } = await takeTurn();
          samples.push({ latencyMs: performance.now() - sent, modelMs });
        } catch (error) {
          failed += 1;
          console.error(`a turn failed: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    }),
  );
  return { samples, failed, seconds: (performance.now() - started) / 1000 };
}

/** Nearest-rank percentile, rounded to a tenth. */
export function percentile(values: readonly number[], p: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1));
  return Math.round((sorted[rank] ?? 0) * 10) / 10;
}

/** Several stretches of the same players, as one. */
export function together(stretches: readonly Played[]): Played {
  return {
    samples: stretches.flatMap(({ samples }) => samples),
    failed: stretches.reduce((sum, { failed }) => sum + failed, 0),
    seconds: stretches.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
