// The services of a turn with all three agents asking a model at a test's own endpoint.
import { createAgents } from '../../src/agents/index.ts';
import type { AgentId } from '../../src/domain/agents.ts';
import { createOpenAiProvider } from '../../src/models/index.ts';
import type { TurnServices, WorldServices } from '../../src/turn/index.ts';
import type { House } from './house.ts';
import type { ModelEndpoint } from './model-endpoint.ts';

export const MODEL_AGENTS = { ipa: { model: true }, wba: { model: true }, nga: { model: true } };

export function modelServices(
  { composition: { rooms, parts } }: House,
  endpoint: ModelEndpoint,
  {
    stepMs,
    onDegraded = () => undefined,
    elsewhere = false,
  }: {
    stepMs: number;
    onDegraded?: (agent: AgentId, reason: string) => void;
    /** The endpoint stands for a vendor's on the network, not for one of this computer. */
    elsewhere?: boolean;
  },
): TurnServices {
  const agents = createAgents({
    story: rooms.story,
    enabled: MODEL_AGENTS,
    timeouts: { ms: { ipa: stepMs, wba: stepMs, nga: stepMs }, warnAt: 1, onSlow: () => undefined },
    model: createOpenAiProvider({
      url: elsewhere ? 'https://api.example.com' : endpoint.url,
      model: 'story-model',
      timeoutMs: stepMs,
      ...(elsewhere ? { fetch: (_, init) => fetch(`${endpoint.url}/v1/chat/completions`, init) } : {}),
    }),
    onDegraded,
  });
  return {
    ...parts.turn,
    worldOf: (played): WorldServices => ({
      ...parts.turn.worldOf(played),
      inputProcessor: agents.inputProcessor(played.worldId),
      worldBuilder: agents.worldBuilder(played.worldId),
      narrator: agents.narrator(played.worldId),
      fallbackNarrator: agents.fallbackNarrator(played.worldId),
    }),
  };
}
