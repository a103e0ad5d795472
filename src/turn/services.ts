// The rooms a turn goes through, as it needs them.
import type { InputProcessor, NarrativeGenerator, WorldBuilder } from '../domain/agents.ts';
import type { Technique } from '../domain/plan.ts';
import type { TurnSession } from '../domain/turn-run.ts';
import type { WorldChange, WorldView } from '../domain/world.ts';
import type { EventStream } from '../messaging/types.ts';
import type { Help } from '../people/types.ts';
import type { Sealer } from '../privacy/types.ts';
import type { Safety } from '../safety/types.ts';
import type { WorldSeed, WorldStore } from '../world/types.ts';
import type { ReadAhead } from './ahead.ts';

/** The agents and the authored facts of one world. */
export interface WorldServices {
  inputProcessor: InputProcessor;
  worldBuilder: WorldBuilder;
  narrator: NarrativeGenerator;
  /** What is told when the chosen narrator cannot: authored, always there. */
  fallbackNarrator: NarrativeGenerator;
  seed: WorldSeed;
  /** Name of an entity within a sentence, such as "the brass lamp"; of a fact, the sentence a journal keeps. */
  nameOf(entity: string): string;
  /** The same at the head of a page, such as "The brass lamp". */
  titleOf(entity: string): string;
  /** The view after the changes, pure. */
  applyToView(view: WorldView, changes: readonly WorldChange[]): WorldView;
}

export type PlayedWorld = Pick<TurnSession, 'worldId' | 'worldVersion'>;

export interface TurnServices {
  /** All that may be offered inside a story. */
  techniques: readonly Technique[];
  safety: Safety;
  help: Help;
  world: WorldStore;
  sealer: Sealer;
  stream: EventStream;
  /** A session is played to its end in the version of its world that it began in. AppError('not_found') for an unknown world. */
  worldOf(played: PlayedWorld): WorldServices;
  ahead: ReadAhead;
  clock: { now(): number /** Milliseconds, monotonic. */; tick(): number };
  nonce(): string;
}
