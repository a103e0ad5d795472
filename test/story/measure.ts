// Run by hand: node --import tsx test/story/measure.ts [playthroughs] [turns] [world]. Prints how much each world repeats itself.
import { authoredStory } from '../support/authored.ts';
import { playThrough } from './random-player.ts';
import { repetitionOf } from './repetition.ts';

const [count = 200, turns = 60] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
const story = authoredStory();
for (const { id, title } of story.worlds().filter((world) => only === undefined || world.id === only)) {
  const shares: number[] = [];
  const worst = new Map<string, number>();
  for (let seed = 1; seed <= count; seed += 1) {
    const { opening, turns: played } = await playThrough(story, id, seed, turns);
    const found = repetitionOf([opening, ...played.map(({ told }) => told)], story.authored(id));
    shares.push(found.share);
    for (const [gram, n] of found.worst) worst.set(gram, (worst.get(gram) ?? 0) + n - 1);
  }
  shares.sort((a, b) => a - b);
  const at = (q: number): string =>
    `${((shares[Math.min(shares.length - 1, Math.floor(q * shares.length))] ?? 0) * 100).toFixed(1)} %`;
  const over = shares.filter((share) => share > 0.05).length;
  process.stdout.write(
    `${title}: ${count} playthroughs of ${turns} turns, repeated 5-grams p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}, over 5 %: ${over}\n`,
  );
  for (const [gram, n] of [...worst].sort(([, a], [, b]) => b - a).slice(0, 25))
    process.stdout.write(`  ${n} ${gram}\n`);
}
