// A playthrough without a server: the agents that answer where no model is configured, over a world kept in memory. For
// authors; nothing is stored, and nobody is behind it.
import type { Agents } from '../../agents/index.ts';
import { applyToView, createAgents } from '../../agents/index.ts';
import type { Narration, NarrativeGenerator, Occasion, Understanding, WorldProposal } from '../../domain/agents.ts';
import type { WorldView } from '../../domain/world.ts';
import type { Story } from '../../story/index.ts';
import { createMemoryWorld } from '../../story/index.ts';

/** What may be asked of the telling beside the command itself. */
export type Asked = Partial<Pick<Parameters<NarrativeGenerator['narrate']>[0], 'guidance' | 'plain' | 'findings'>>;

export interface Played {
  text: string;
  understanding: Understanding;
  proposal: WorldProposal;
  narration: Narration;
  told: string;
}

export interface Player {
  agents: Agents;
  view(): WorldView;
  say(text: string, asked?: Asked): Promise<Played>;
  /** A turn that is understood already. */
  act(text: string, understanding: Understanding, asked?: Asked): Promise<Played>;
  tell(occasion: Occasion): Promise<Narration>;
  /** Goes on in the newest version of the world. */
  refresh(): void;
}

export function createPlayer(
  story: Story,
  worldId: string,
  options: {
    /** Tells variants apart: the same seed and the same commands give the same words. */
    seed?: string;
    /** Making them takes longer than a turn, so that many playthroughs share them. */
    agents?: Agents;
  } = {},
): Player {
  const { seed = 's', agents = createAgents({ story }) } = options;
  const world = createMemoryWorld(story.seed(worldId));

  const act: Player['act'] = async (text, understanding, asked = {}) => {
    const before = world.view();
    const proposal = await agents.worldBuilder(worldId).propose({ understanding, view: before });
    const narration = await agents.narrator(worldId).narrate({
      occasion: 'turn',
      understanding,
      proposal,
      view: applyToView(before, proposal.changes, story.authored(worldId)),
      seed: `${seed}${before.turnSeq}`,
      ...asked,
    });
    world.keep({ ...proposal, intent: understanding.intent, narratorState: narration.narratorState });
    return { text, understanding, proposal, narration, told: narration.sentences.join('') };
  };

  return {
    agents,
    view: world.view,
    act,
    say: async (text, asked) =>
      act(text, await agents.inputProcessor(worldId).understand({ text, view: world.view() }), asked),
    async tell(occasion) {
      const narration = await agents.narrator(worldId).narrate({ occasion, view: world.view(), seed: 'occasion' });
      world.told(narration.narratorState);
      return narration;
    },
    refresh: () => world.moveInto(story.seed(worldId)),
  };
}
