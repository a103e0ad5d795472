// One playthrough by the random player. The same seed gives the same playthrough, word for word.
import type { Agents } from '../../agents/index.ts';
import type { WorldView } from '../../domain/world.ts';
import type { Story } from '../../story/index.ts';
import { nextCommand, randomOf } from '../../story/index.ts';
import type { Played } from './player.ts';
import { createPlayer } from './player.ts';

export interface PlayedTurn extends Played {
  before: WorldView;
  after: WorldView;
}

export async function playThrough(
  story: Story,
  worldId: string,
  seed: number,
  turns: number,
  agents?: Agents,
): Promise<{ opening: string; turns: PlayedTurn[]; closing: string }> {
  const random = randomOf(seed);
  const player = createPlayer(story, worldId, agents && { agents });
  const world = story.authored(worldId);
  const opening = await player.tell('opening');
  let suggested = opening.suggestions;
  const played: PlayedTurn[] = [];
  while (played.length < turns) {
    const before = player.view();
    const turn = await player.say(nextCommand(before, suggested, world, random));
    played.push({ ...turn, before, after: player.view() });
    suggested = turn.narration.suggestions;
  }
  const closing = await player.tell('closing');
  return { opening: opening.sentences.join(''), turns: played, closing: closing.sentences.join('') };
}
