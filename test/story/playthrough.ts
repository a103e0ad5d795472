// Run by hand: node --import tsx test/story/playthrough.ts <world> <persona> [turns] [from]. Plays what a person once typed, so
// that an editor can read the whole transcript, mend the story and read it again. Inputs: test/story/playthroughs/.
import { readdirSync, readFileSync } from 'node:fs';
import type { Story } from '../../src/story/index.ts';
import { authoredStory, ownSafety } from '../support/authored.ts';
import { createPlayer } from '../unit/story-player.ts';

/** One line of a transcript's file: a command, one of the suggestions by its place, or leaving and coming back. */
type Line = { say: string } | { suggestion: number } | { leave: true };

const FOLDER = new URL('./playthroughs/', import.meta.url);

/** Every transcript that is kept: its file is named by world and persona. */
export function kept(): { world: string; persona: string }[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const [, world, persona] = /^(.+)-([a-z]+)\.txt$/.exec(file) ?? [];
    return world === undefined || persona === undefined ? [] : [{ world, persona }];
  });
}

/** Lines as typed; `>2` takes the second suggestion, `==` leaves the session and comes back, `#` is the editor's own note. */
export function linesOf(world: string, persona: string): Line[] {
  const file = new URL(`${world}-${persona}.txt`, FOLDER);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line): Line => {
      if (line === '==') return { leave: true };
      const chosen = /^>(\d)$/.exec(line)?.[1];
      return chosen === undefined ? { say: line } : { suggestion: Number(chosen) };
    });
}

interface TranscriptTurn {
  typed: string;
  told: string;
  suggestions: readonly string[];
  /** The intent and outcomes, for the editor. */
  read: string;
}

/** The whole transcript, the opening first. What the screen answers out of the story is said so instead of being played. */
export async function transcribe(story: Story, world: string, lines: readonly Line[]): Promise<TranscriptTurn[]> {
  const safety = ownSafety();
  const player = createPlayer(story, world);
  const occasion = async (
    name: 'opening' | 'recap' | 'closing' | 'support',
    typed: string,
  ): Promise<TranscriptTurn> => {
    const { sentences, suggestions } = await player.tell(name);
    return { typed, told: sentences.join(''), suggestions, read: name };
  };
  const turns = [await occasion('opening', '')];
  for (const line of lines) {
    if ('leave' in line) {
      turns.push(await occasion('closing', '(leaves)'), await occasion('recap', '(comes back)'));
      continue;
    }
    const offered = turns.at(-1)?.suggestions ?? [];
    const typed = 'say' in line ? line.say : (offered[line.suggestion - 1] ?? offered[0] ?? 'look around');
    const { response, category } = safety.screenPlayerText(typed);
    if (response === 'support') {
      turns.push(await occasion('support', typed));
    } else if (response !== 'story') {
      turns.push({ typed, told: `(out of the story: ${response})`, suggestions: [], read: String(category) });
    } else {
      const { told, narration, understanding, proposal } = await player.say(typed);
      const outcomes = proposal.outcomes.map(({ code, entities }) => [code, ...entities].join(' '));
      turns.push({
        typed,
        told,
        suggestions: narration.suggestions,
        read: [understanding.intent, ...outcomes].join(' | '),
      });
    }
  }
  return turns;
}

function printed({ typed, told, suggestions, read }: TranscriptTurn, n: number): string {
  const offers = suggestions.length === 0 ? '' : `\n   [${suggestions.join('] [')}]`;
  return `${typed === '' ? '' : `${n}> ${typed}    (${read})\n`}${told}${offers}\n`;
}

const [, file = '', world = '', persona = '', turns = '99', from = '0'] = process.argv;
if (import.meta.url.endsWith(file.split('/').at(-1) ?? '?') && persona !== '') {
  const transcript = await transcribe(authoredStory(), world, linesOf(world, persona).slice(0, Number(turns)));
  for (const [n, turn] of transcript.entries()) if (n >= Number(from)) process.stdout.write(`${printed(turn, n)}\n`);
}
