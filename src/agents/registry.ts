// The agents of this process by type and instance. One agent is made per version of a world on first use and kept, because making one
// compiles its words or its story.
import type { AgentType } from '../domain/agents.ts';
import { AppError } from '../domain/errors.ts';
import type { AgentByType, AgentCard, AgentRegistry, AgentSwitches, PlayedIn } from './types.ts';

/** One entry of the registry: what it says of itself and how it is made for a world. */
export interface AgentEntry<Type extends AgentType> {
  instance: string;
  version: string;
  speed: 'fast' | 'slow';
  capabilities: readonly string[];
  create(world: PlayedIn): AgentByType[Type];
}

export type AgentEntries = { readonly [Type in AgentType]: readonly AgentEntry<Type>[] };

/** `enabled` lists what is on; an instance it does not name is off, so that nothing starts to act by being installed. */
export function createRegistry(entries: AgentEntries, enabled: AgentSwitches): AgentRegistry {
  const made: { [Type in AgentType]: Map<string, AgentByType[Type]> } = {
    ipa: new Map(),
    wba: new Map(),
    nga: new Map(),
  };
  const isOn = (type: AgentType, instance: string): boolean => enabled[type]?.[instance] === true;

  const cardsOf = <Type extends AgentType>(type: Type): AgentCard[] =>
    entries[type].map(({ instance, version, speed, capabilities }) => ({
      type,
      instance,
      version,
      speed,
      capabilities,
      enabled: isOn(type, instance),
    }));

  return {
    cards: () => [...cardsOf('ipa'), ...cardsOf('wba'), ...cardsOf('nga')],
    find: (type, instance, world) => {
      const entry = entries[type].find((one) => one.instance === instance);
      if (entry === undefined)
        throw new AppError(
          'part_missing',
          `There is no agent ${type}/${instance}. Name one that \`tta agents\` lists.`,
        );
      if (!isOn(type, instance))
        throw new AppError(
          'part_missing',
          `Agent ${type}/${instance} is switched off. Switch it on under agents in the configuration.`,
        );
      const key = `${instance}/${world.id}@${world.version}`;
      const kept = made[type].get(key);
      if (kept !== undefined) return kept;
      const agent = entry.create(world);
      made[type].set(key, agent);
      return agent;
    },
  };
}
