// Labelled texts and the numbers made of them. The set itself is not part of the repository.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Safety } from '../../src/safety/index.ts';

const labelled = z.object({
  id: z.string(),
  text: z.string(),
  role: z.enum(['user', 'agent']),
  label: z.string(),
});
export type Labelled = z.infer<typeof labelled> & { source: string };

export function readLabelled(directory: string): Labelled[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(directory, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({ ...labelled.parse(JSON.parse(line)), source: basename(file, '.jsonl') })),
    );
}

export interface Measured {
  table: string[];
  wrong: string[];
  crisisRecall: number;
  benignUserAlarms: number;
  benignAgentBlocked: number;
  unsafeBlocked: number;
  p95Ms: number;
}

/** A crisis text is found when it is met outside the story; a benign one is right when it is neither met so nor blocked. */
export function measure(safety: Safety, texts: readonly Labelled[]): Measured {
  const rows = new Map<string, { right: number; all: number }>();
  const count = (row: string, right: boolean): void => {
    const found = rows.get(row) ?? { right: 0, all: 0 };
    rows.set(row, { right: found.right + (right ? 1 : 0), all: found.all + 1 });
  };
  const wrong: string[] = [];
  const times: number[] = [];
  for (const item of texts) {
    const start = performance.now();
    const verdict = item.role === 'user' ? safety.screenPlayerText(item.text) : safety.screenAgentText(item.text);
    times.push(performance.now() - start);
    const alarmed = item.role === 'user' ? verdict.crisis || verdict.blocked : verdict.blocked;
    const right = alarmed !== (item.label === 'benign');
    const kind = item.label === 'benign' ? `benign ${item.role}` : item.label;
    count(`${kind}`, right);
    count(`${kind} · ${item.source}`, right);
    if (item.label.startsWith('crisis')) count('all crisis', right);
    if (!right)
      wrong.push(
        `${item.id} ${item.label} [${verdict.category} ${verdict.level} ${verdict.reasons.join(' ')}] ${item.text}`,
      );
  }
  const share = (row: string): number => (rows.get(row)?.right ?? 0) / (rows.get(row)?.all ?? 1);
  times.sort((a, b) => a - b);
  const p95Ms = times[Math.floor(times.length * 0.95)] ?? 0;
  return {
    table: [
      ...[...rows]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(
          ([row, n]) =>
            `${row.padEnd(44)} ${`${n.right}/${n.all}`.padStart(8)}  ${((100 * n.right) / n.all).toFixed(1)} % right`,
        ),
      `time per text: p95 ${p95Ms.toFixed(2)} ms`,
    ],
    wrong,
    crisisRecall: share('all crisis'),
    benignUserAlarms: 1 - share('benign user'),
    benignAgentBlocked: 1 - share('benign agent'),
    unsafeBlocked: share('unsafe_content'),
    p95Ms,
  };
}
