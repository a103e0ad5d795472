// `tta story play WORLD [--reload] [--seed TEXT]`: a world in the terminal, without any server. Nothing is stored. What is typed
// is screened as everywhere: a text that tells of danger ends the play with the help that a player would be shown.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Narration } from '../../domain/agents.ts';
import { AppError } from '../../domain/errors.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { isCrisisKind } from '../../domain/verdict.ts';
import type { Help } from '../../people/index.ts';
import { createHelp } from '../../people/index.ts';
import type { Safety } from '../../safety/index.ts';
import { createSafety } from '../../safety/index.ts';
import type { Story } from '../../story/index.ts';
import { folderOf, loadStory, loadWorld } from '../../story/index.ts';
import type { Player } from './player.ts';
import { createPlayer } from './player.ts';

const OPTIONS = { reload: { type: 'boolean' }, seed: { type: 'string' } } as const;

export async function play(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [world, ...more] = positionals;
  if (world === undefined || more.length > 0) throw new AppError('malformed', 'Say which world: a folder, or an id.');
  const folder = folderOf(world);
  const { id } = loadWorld(folder);
  // Its neighbours are somebody else's, and may be half written.
  const story = loadStory({ only: folder });
  const safety = createSafety({
    onFault: (error) => {
      throw error;
    },
  });
  const help = createHelp(safety);
  const player = createPlayer(story, id, { seed: values.seed ?? 's' });
  const { title, summary, warnings } = story.authored(id);
  console.log(`${title}\n${summary}\n${warnings.map((warning) => `· ${warning}`).join('\n')}\n`);
  let suggestions = show(await player.tell('opening'), safety);
  for await (const line of prompted()) {
    const typed = /^[1-4]$/.test(line) ? (suggestions[Number(line) - 1] ?? line) : line;
    if (typed === '') continue;
    if (values.reload === true) refresh(story, player);
    const read = safety.screenPlayerText(typed);
    if (read.response !== 'story') console.log(`${helpFor(help, read)}\n`);
    if (read.crisis) return 0;
    if (read.blocked) {
      suggestions = show(await player.tell('refusal'), safety);
      continue;
    }
    const { understanding, narration, proposal } = await player.say(typed);
    suggestions = show(narration, safety);
    console.log(`  [${understanding.intent}: ${proposal.outcomes.map(({ code }) => code).join(', ')}]\n`);
    if (understanding.intent === 'stop') break;
  }
  show(await player.tell('closing'), safety);
  return 0;
}

async function* prompted(): AsyncGenerator<string> {
  const terminal = process.stdin.isTTY === true;
  const lines = createInterface({ input: process.stdin, ...(terminal && { output: process.stdout }) });
  lines.setPrompt('> ');
  if (terminal) lines.prompt();
  for await (const line of lines) {
    yield line.trim();
    if (terminal) lines.prompt();
  }
}

/** What a player would be shown of it; where the screen stops it, the author is told by which rule. */
function show({ sentences, suggestions }: Narration, safety: Safety): readonly string[] {
  const screening = safety.screenNarrative(sentences);
  console.log(screening.passed ? screening.text : screening.sentences.join(''));
  if (!screening.passed) console.log(`  [the screen stops the rest: ${screening.findings.join(', ')}]`);
  if (suggestions.length > 0) console.log(`\n${suggestions.map((text, i) => `  ${i + 1} ${text}`).join('\n')}`);
  return suggestions;
}

function refresh(story: Story, player: Player): void {
  const { changed, refused } = story.reload();
  for (const { message } of refused) console.log(`  [the world before stays] ${message}\n`);
  if (changed.length === 0) return;
  player.refresh();
  console.log('  [the world is as you changed it]\n');
}

/** Nobody is behind this play, and the words say so. */
function helpFor(help: Help, { category, level, reasons }: Verdict): string {
  const country = process.env.TTA_COUNTRY ?? 'US';
  const { text, resources } = isCrisisKind(category)
    ? help.open({ kind: category, level, country, at: Date.now(), nobodyTold: true, reasons })
    : help.support({ category, country, reasons });
  const ways = resources.map(({ name, contact, hours }) => `  ${name}: ${contact} (${hours})`);
  return [text, ...ways].join('\n');
}
