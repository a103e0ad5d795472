// One playthrough by a random player. The same seed gives the same playthrough, word for word.
import type { Agents } from '../../agents/index.ts';
import type { WorldView } from '../../domain/world.ts';
import type { Story } from '../../story/index.ts';
import { curiousCommand, nextCommand, pick, randomOf, type Tried } from '../../story/index.ts';
import type { Played } from './player.ts';
import { createPlayer } from './player.ts';

/** Told by the session and not by a command. */
const AROUND = ['recap', 'support', 'refusal', 'closing'] as const;
const GENTLER = { gentler: true, closeSoon: false };
const CLOSE_SOON = { gentler: false, closeSoon: true };

export interface PlayedTurn extends Played {
  before: WorldView;
  after: WorldView;
}

export async function playThrough(
  story: Story,
  worldId: string,
  seed: number,
  turns: number,
  options: {
    agents?: Agents;
    /** Given, the player is a curious one, and does not do again what these walks have done. */
    ever?: Tried['ever'];
  } = {},
): Promise<{ opening: string; turns: PlayedTurn[] }> {
  const { agents, ever } = options;
  const random = randomOf(seed);
  const walk: Tried['walk'] = new Map();
  const player = createPlayer(story, worldId, agents && { agents });
  const world = story.authored(worldId);
  const opening = await player.tell('opening');
  let suggested = opening.suggestions;
  const played: PlayedTurn[] = [];
  while (played.length < turns) {
    const before = player.view();
    const turn =
      ever === undefined
        ? await player.say(nextCommand(before, suggested, world, random))
        : await player.say(
            curiousCommand(before, suggested, world, { walk, ever }, random),
            // What a care team may ask of the story, now and then.
            pick([{}, {}, {}, {}, { guidance: GENTLER }, { guidance: CLOSE_SOON }], random) ?? {},
          );
    played.push({ ...turn, before, after: player.view() });
    suggested = turn.narration.suggestions;
  }
  if (ever !== undefined) for (const occasion of AROUND) await player.tell(occasion);
  return { opening: opening.sentences.join(''), turns: played };
}
