// A list of changes as the graph is asked to make it: for each fact touched, what must hold before and what holds after.
// Steps within the list ("take the lamp, put it down") collapse, so that all is checked before anything is written.
import { AppError } from '../domain/errors.ts';
import type { EntityId, PropertyValue, WorldChange } from '../domain/world.ts';

export interface Operations {
  moves: readonly { entity: EntityId; from: EntityId; to: EntityId }[];
  sets: readonly { entity: EntityId; property: string; from: PropertyValue | null; to: PropertyValue | null }[];
  knowledge: readonly { who: EntityId; fact: EntityId; before: boolean; after: boolean }[];
  /** Names of the facts touched. Undoing a turn is refused once a later turn touched one of them. */
  touches: readonly string[];
}

/** What the graph itself keeps on an entity; no change may set these. */
export const RESERVED_PROPERTIES = ['sessionId', 'id', 'visits', 'direction', 'twin'] as const;
const PROPERTY_NAME = /^[a-zA-Z][a-zA-Z0-9_.-]{0,63}$/;

/** True when an entity may have a property of this name. */
export function isPropertyName(name: string): boolean {
  return PROPERTY_NAME.test(name) && !RESERVED_PROPERTIES.some((reserved) => reserved === name);
}

interface Fact<Value> {
  before: Value;
  after: Value;
}

/** AppError('world_conflict') when the list contradicts itself or sets what may not be set. */
export function compile(changes: readonly WorldChange[]): Operations {
  const moves = new Map<string, Fact<EntityId> & { entity: EntityId }>();
  const sets = new Map<string, Fact<PropertyValue | null> & { entity: EntityId; property: string }>();
  const knowledge = new Map<string, Fact<boolean> & { who: EntityId; fact: EntityId }>();

  for (const change of changes) {
    switch (change.type) {
      case 'move': {
        const { entity, from, to } = change;
        follow(moves, `at:${entity}`, { entity, before: from, after: to });
        break;
      }
      case 'set': {
        const { entity, property, from, to } = change;
        if (!isPropertyName(property)) throw conflict('A change sets a property that may not be set.');
        follow(sets, `is:${entity}.${property}`, { entity, property, before: from, after: to });
        break;
      }
      case 'learn':
      case 'forget': {
        const { who, fact } = change;
        const before = change.type === 'forget';
        follow(knowledge, `knows:${who}/${fact}`, { who, fact, before, after: !before });
        break;
      }
    }
  }
  return {
    moves: [...moves.values()].map(({ entity, before, after }) => ({ entity, from: before, to: after })),
    sets: [...sets.values()].map(({ before, after, ...rest }) => ({ ...rest, from: before, to: after })),
    knowledge: [...knowledge.values()],
    touches: [...moves.keys(), ...sets.keys(), ...knowledge.keys()],
  };
}

/** Adds a step on one fact: it must begin where the step before it ended. */
function follow<Step extends Fact<unknown>>(known: Map<string, Step>, name: string, step: Step): void {
  const earlier = known.get(name);
  if (earlier !== undefined && earlier.after !== step.before) {
    throw conflict('Two changes of one list disagree on what holds between them.');
  }
  known.set(name, earlier === undefined ? step : { ...step, before: earlier.before });
}

/** Names no id that an agent made up: a model may have copied it out of the player's words. */
export function conflict(reason: string): AppError {
  return new AppError('world_conflict', `${reason} Recall the world and propose again.`);
}
