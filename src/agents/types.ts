// How agents are addressed, chosen and switched on: by type and instance.
import type { AgentId, AgentType, InputProcessor, NarrativeGenerator, WorldBuilder } from '../domain/agents.ts';

export interface AgentByType {
  ipa: InputProcessor;
  wba: WorldBuilder;
  nga: NarrativeGenerator;
}

/** What an agent says of itself: what a router matches on and an operator sees. */
export interface AgentCard extends AgentId {
  /** Semantic version of the agent's behaviour. */
  version: string;
  speed: 'fast' | 'slow';
  capabilities: readonly string[];
  enabled: boolean;
}

/** Which instances may be used, by type: `{ ipa: { rules: true }, wba: { rules: true }, nga: { authored: true } }`. */
export type AgentSwitches = Readonly<Partial<Record<AgentType, Readonly<Record<string, boolean>>>>>;

/** How long agents that wait for a model may take, and who hears of it when most of the time is gone. */
export interface AgentTimeouts {
  ms: Readonly<Record<AgentType, number>>;
  /** Share of the time after which `onSlow` is called. */
  warnAt: number;
  onSlow(agent: AgentId): void;
}

/** A world in one of its versions: an agent made for one does not know what the next holds. */
export interface PlayedIn {
  id: string;
  version: string;
}

export interface AgentRegistry {
  /** Every known agent, switched on or not. */
  cards(): AgentCard[];
  /** The agent for one world. AppError('part_missing') when there is none of that name or it is switched off. */
  find<Type extends AgentType>(type: Type, instance: string, world: PlayedIn): AgentByType[Type];
}

export interface Agents {
  registry: AgentRegistry;
  /**
   * Each gives the first enabled instance of its type for a version of a world, without one for the newest;
   * AppError('part_missing') when there is none.
   */
  inputProcessor(worldId: string, version?: string): InputProcessor;
  worldBuilder(worldId: string, version?: string): WorldBuilder;
  narrator(worldId: string, version?: string): NarrativeGenerator;
  /** The authored one, whatever is switched on: what is told when the chosen narrator cannot. */
  fallbackNarrator(worldId: string, version?: string): NarrativeGenerator;
}
