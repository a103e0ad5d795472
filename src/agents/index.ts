// The agents' door: the three agents of a turn, found by type and instance, switched on and off by configuration.
import type { AgentId, AgentType, NarrativeGenerator } from '../domain/agents.ts';
import { AppError } from '../domain/errors.ts';
import type { ModelProvider } from '../models/index.ts';
import type { Story } from '../story/index.ts';
import { createRulesInputProcessor } from './ipa/index.ts';
import type { Reason } from './model/index.ts';
import { createModelInputProcessor, createModelNarrator, createModelWorldBuilder, promptOf } from './model/index.ts';
import { createAuthoredNarrator } from './nga/index.ts';
import type { AgentEntries, AgentEntry } from './registry.ts';
import { createRegistry } from './registry.ts';
import { timed } from './timed.ts';
import type { AgentByType, AgentSwitches, Agents, AgentTimeouts, PlayedIn } from './types.ts';
import { createRulesWorldBuilder } from './wba/index.ts';

export { createAuthoredNarrator, NarrationFailed } from './nga/index.ts';
export type { AgentCard, AgentRegistry, AgentSwitches, Agents, AgentTimeouts } from './types.ts';
export { applyToView } from './wba/index.ts';

/** What runs when nothing is configured: rules and the authored story, which need no model. */
export const DEFAULT_AGENTS: AgentSwitches = { ipa: { rules: true }, wba: { rules: true }, nga: { authored: true } };

/** Seconds are the plan's; they hold where nobody configured others. */
const DEFAULT_MS: AgentTimeouts['ms'] = { ipa: 10_000, wba: 15_000, nga: 20_000 };

/** `model` makes the instances called `model`; they are used before the others where configuration switches them on. */
export function createAgents(options: {
  story: Story;
  enabled?: AgentSwitches;
  timeouts?: AgentTimeouts;
  model?: ModelProvider | null;
  /** Told when an agent that asks a model answered without it. */
  onDegraded?: (agent: AgentId, reason: Reason) => void;
  /** Told each part of the ink as the authored narrator tells it. */
  onTold?: (path: string) => void;
}): Agents {
  const { story, enabled = DEFAULT_AGENTS, timeouts, model = null, onDegraded, onTold } = options;
  const modelled = (type: AgentType) =>
    model === null ? null : { provider: model, withinMs: (timeouts?.ms ?? DEFAULT_MS)[type], onDegraded };
  const [ipa, wba, nga] = [modelled('ipa'), modelled('wba'), modelled('nga')];
  const authored = ({ id, version }: PlayedIn) => story.authored(id, version);
  const reader = ({ id, version }: PlayedIn) => createRulesInputProcessor(() => story.vocabulary(id, version));
  const played = (worldId: string, version = story.authored(worldId).version): PlayedIn => ({ id: worldId, version });
  // One per version: the model's narrator retells what this one told, and both are in use.
  const made = new Map<string, NarrativeGenerator>();
  const narrators = (world: PlayedIn): NarrativeGenerator => {
    const key = `${world.id}@${world.version}`;
    const narrator = made.get(key) ?? createAuthoredNarrator(authored(world), onTold);
    made.set(key, narrator);
    return narrator;
  };
  const entries: AgentEntries = {
    ipa: [
      ...onlyWith(
        ipa,
        (asking): AgentEntry<'ipa'> => ({
          ...MODEL,
          version: promptOf('ipa').version,
          capabilities: ['understand:en', 'tone', 'speech'],
          create: (world) => createModelInputProcessor(authored(world), reader(world), asking),
        }),
      ),
      {
        instance: 'rules',
        version: '1.0.0',
        speed: 'fast',
        capabilities: ['understand:en', 'tone'],
        create: reader,
      },
    ],
    wba: [
      ...onlyWith(
        wba,
        (asking): AgentEntry<'wba'> => ({
          ...MODEL,
          version: promptOf('wba').version,
          capabilities: ['propose', 'undo', 'improvise'],
          create: (world) => createModelWorldBuilder(authored(world), asking),
        }),
      ),
      {
        instance: 'rules',
        version: '1.0.0',
        speed: 'fast',
        capabilities: ['propose', 'undo'],
        create: (world) => createRulesWorldBuilder(authored(world)),
      },
    ],
    nga: [
      ...onlyWith(
        nga,
        (asking): AgentEntry<'nga'> => ({
          ...MODEL,
          version: promptOf('nga').version,
          capabilities: ['narrate:en', 'recap', 'closing', 'stream'],
          create: (world) => createModelNarrator(authored(world), narrators(world), asking),
        }),
      ),
      {
        instance: 'authored',
        version: '1.0.0',
        speed: 'fast',
        capabilities: ['narrate:en', 'recap', 'closing'],
        create: narrators,
      },
    ],
  };
  const registry = createRegistry(entries, enabled);
  const first = <Type extends AgentType>(type: Type, world: PlayedIn): AgentByType[Type] => {
    const card = registry.cards().find((one) => one.type === type && one.enabled);
    if (card === undefined) {
      const waits = enabled[type]?.model === true && model === null;
      throw new AppError(
        'part_missing',
        waits
          ? `Agent ${type}/model has no model. Set MODEL_URL, or switch on another instance under agents in the configuration.`
          : `No ${type} agent is switched on. Switch one on under agents in the configuration.`,
      );
    }
    const agent = registry.find(type, card.instance, world);
    return timeouts === undefined ? agent : timed<Type>(agent, timeouts);
  };
  return {
    registry,
    inputProcessor: (worldId, version) => first('ipa', played(worldId, version)),
    worldBuilder: (worldId, version) => first('wba', played(worldId, version)),
    narrator: (worldId, version) => first('nga', played(worldId, version)),
    fallbackNarrator: (worldId, version) => narrators(played(worldId, version)),
  };
}

const MODEL = { instance: 'model', speed: 'slow' } as const;

function onlyWith<Given, Entry>(given: Given | null, entry: (given: Given) => Entry): Entry[] {
  return given === null ? [] : [entry(given)];
}
