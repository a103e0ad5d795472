// `tta story coverage WORLD [--walks N] [--turns N] [--seed N]`: seeded random playthroughs of a world, and what in it they
// never met, told twice, or should not have been told.
import { parseArgs } from 'node:util';
import { createAgents } from '../../agents/index.ts';
import { AppError } from '../../domain/errors.ts';
import { createSafety } from '../../safety/index.ts';
import { checkFacts, createCoverage, folderOf, loadStory, loadWorld, repetitionOf } from '../../story/index.ts';
import { playThrough } from './walk.ts';

const OPTIONS = {
  walks: { type: 'string', default: '200' },
  turns: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
} as const;

/** Of what came back most often, as many as one mends in a sitting. */
const WORST = 10;

export async function coverage(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [world, ...more] = positionals;
  if (world === undefined || more.length > 0) throw new AppError('malformed', 'Say which world: a folder, or an id.');
  const [walks, turns, seed] = [whole('walks', values.walks), whole('turns', values.turns), whole('seed', values.seed)];
  const folder = folderOf(world);
  const { id, title } = loadWorld(folder);
  const story = loadStory({ only: folder });
  const covered = createCoverage(folder);
  const agents = createAgents({ story, onTold: covered.told });
  const safety = createSafety();
  const shares: number[] = [];
  const again = new Map<string, number>();
  /** What must not be told: the screen would stop it, or the world says otherwise. */
  const faults = new Set<string>();

  const ever = new Map<string, number>();
  for (let walk = 0; walk < walks; walk += 1) {
    // Turn about: a sensible player, who shows what is read twice, and a curious one, who shows what is there.
    const curious = walk % 2 === 1;
    const played = await playThrough(story, id, seed + walk, turns, curious ? { agents, ever } : { agents });
    for (const { narration, proposal, before, after, told } of played.turns) {
      covered.turn({ outcomes: proposal.outcomes, before, after });
      const screening = safety.screenNarrative(narration.sentences);
      if (!screening.passed) faults.add(`the screen stops (${screening.findings.join(', ')}): ${told}`);
      for (const { rule, entity, sentence } of checkFacts({ text: told, before, after }, story.authored(id)))
        faults.add(`not so (${rule}, ${entity}): ${sentence.trim()}`);
    }
    if (curious) continue;
    const { share, worst } = repetitionOf(
      [played.opening, ...played.turns.map(({ told }) => told)],
      story.authored(id),
    );
    shares.push(share);
    for (const [gram, n] of worst) again.set(gram, (again.get(gram) ?? 0) + n - 1);
  }

  console.log(
    `${title}: ${walks} walks of ${turns} turns, every other one by a curious player, seeds ${seed} to ${seed + walks - 1}.`,
  );
  for (const { kind, of, never } of covered.report()) {
    console.log(`${kind}: ${of - never.length} of ${of} met`);
    for (const one of never) console.log(`  never: ${one}`);
  }
  console.log(
    `repeated 5-grams in a sensible walk: p50 ${percent(shares, 0.5)}, p95 ${percent(shares, 0.95)}, most ${percent(shares, 1)}`,
  );
  for (const [gram, n] of [...again].sort(([, a], [, b]) => b - a).slice(0, WORST))
    console.log(`  ${n} times: ${gram}`);
  for (const fault of faults) console.log(`fault: ${fault}`);
  return faults.size === 0 ? 0 : 1;
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new AppError('malformed', `--${name} is a whole number above 0.`);
}

function percent(shares: readonly number[], at: number): string {
  const sorted = [...shares].sort((a, b) => a - b);
  return `${((sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0) * 100).toFixed(1)} %`;
}
