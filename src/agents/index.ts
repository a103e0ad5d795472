// The agents' door: the three agents of a turn, found by type and instance, switched on and off by configuration.
import type { AgentType } from '../domain/agents.ts';
import { AppError } from '../domain/errors.ts';
import type { Story } from '../story/index.ts';
import { createRulesInputProcessor } from './ipa/index.ts';
import { createAuthoredNarrator } from './nga/index.ts';
import type { AgentEntries } from './registry.ts';
import { createRegistry } from './registry.ts';
import { timed } from './timed.ts';
import type { AgentByType, AgentSwitches, Agents, AgentTimeouts } from './types.ts';
import { createRulesWorldBuilder } from './wba/index.ts';

export { createAuthoredNarrator, NarrationFailed } from './nga/index.ts';
export type { AgentCard, AgentRegistry, AgentSwitches, Agents, AgentTimeouts } from './types.ts';
export { applyToView } from './wba/index.ts';

/** What runs when nothing is configured: rules and the authored story, which need no model. */
export const DEFAULT_AGENTS: AgentSwitches = { ipa: { rules: true }, wba: { rules: true }, nga: { authored: true } };

export function createAgents(options: { story: Story; enabled?: AgentSwitches; timeouts?: AgentTimeouts }): Agents {
  const { story, enabled = DEFAULT_AGENTS, timeouts } = options;
  const entries: AgentEntries = {
    ipa: [
      {
        instance: 'rules',
        version: '1.0.0',
        speed: 'fast',
        capabilities: ['understand:en', 'tone'],
        create: () => createRulesInputProcessor(story.vocabulary),
      },
    ],
    wba: [
      {
        instance: 'rules',
        version: '1.0.0',
        speed: 'fast',
        capabilities: ['propose', 'undo'],
        create: (worldId) => createRulesWorldBuilder(story.authored(worldId)),
      },
    ],
    nga: [
      {
        instance: 'authored',
        version: '1.0.0',
        speed: 'fast',
        capabilities: ['narrate:en', 'recap', 'closing'],
        create: (worldId) => createAuthoredNarrator(story.authored(worldId)),
      },
    ],
  };
  const registry = createRegistry(entries, enabled);
  const first = <Type extends AgentType>(type: Type, worldId: string): AgentByType[Type] => {
    const card = registry.cards().find((one) => one.type === type && one.enabled);
    if (card === undefined)
      throw new AppError(
        'part_missing',
        `No ${type} agent is switched on. Switch one on under agents in the configuration.`,
      );
    const agent = registry.find(type, card.instance, worldId);
    return timeouts === undefined ? agent : timed<Type>(agent, timeouts);
  };
  return {
    registry,
    inputProcessor: (worldId) => first('ipa', worldId),
    worldBuilder: (worldId) => first('wba', worldId),
    narrator: (worldId) => first('nga', worldId),
  };
}
