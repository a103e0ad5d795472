// What a player can ever come to, see, hold, learn and do: all that becomes possible from the start, until nothing new does.
// It forgets what each step costs, so that what it calls out of reach truly is; what it calls reachable may still be hard.
import type { EntityId, PropertyValue } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { AuthoredWorld, Condition, Effect, Interaction } from '../types.ts';

export interface Reach {
  places: ReadonlySet<EntityId>;
  /** Ways that can be gone. */
  exits: ReadonlySet<EntityId>;
  /** Things and people that can be met. */
  met: ReadonlySet<EntityId>;
  held: ReadonlySet<EntityId>;
  facts: ReadonlySet<EntityId>;
  /** Interactions whose conditions can come to hold. */
  steps: ReadonlySet<string>;
  /** Values that a property can take, by `entity.property`. null: it may be absent. */
  values: ReadonlyMap<string, ReadonlySet<PropertyValue | null>>;
}

/** How well disposed anybody becomes by good manners alone: the common rules of talking stop there. */
const POLITE = 0.35;

export function reachOf(world: AuthoredWorld): Reach {
  const places = new Set<EntityId>([world.start]);
  const exits = new Set<EntityId>();
  const met = new Set<EntityId>();
  const held = new Set<EntityId>();
  const facts = new Set<EntityId>();
  const steps = new Set<string>();
  const values = initialValues(world);
  const where = new Map<EntityId, Set<EntityId>>(
    Object.entries({ ...world.things, ...world.characters }).map(([id, { at }]) => [id, new Set([at])]),
  );
  const warmth = new Map<EntityId, number>();

  /** Grows with everything that is found, so that a round without a change is known. */
  const size = (): number =>
    [places, exits, met, held, facts, steps, warmth, ...values.values(), ...where.values()].reduce(
      (n, s) => n + s.size,
      0,
    );
  const can = (path: string, value: PropertyValue): boolean => {
    const known = values.get(path);
    return known === undefined ? value === false || value === 0 : known.has(value);
  };
  const become = (path: string, value: PropertyValue): void => {
    values.set(path, (values.get(path) ?? new Set([null])).add(value));
  };
  const disposed = (id: EntityId): number =>
    Math.min(1, Math.max(POLITE, world.characters[id]?.disposition ?? 0) + (warmth.get(id) ?? 0));

  const holds = (when: Condition): boolean =>
    Object.entries(when.is).every(([path, wanted]) => possible(path, wanted)) &&
    when.held.every((id) => held.has(id)) &&
    when.here.every((id) => met.has(id) || places.has(id)) &&
    Object.entries(when.owner).every(([id, owner]) => where.get(id)?.has(owner) === true) &&
    (when.at === undefined || places.has(when.at)) &&
    when.knows.every((fact) => facts.has(fact));
  const possible = (path: string, wanted: Condition['is'][string]): boolean => {
    const [entity = '', property = ''] = path.split('.');
    if (typeof wanted !== 'object') {
      return can(path, wanted) || ((wanted === false || wanted === 0) && canBeAbsent(path));
    }
    if (property === 'disposition') return disposed(entity) >= (wanted.min ?? -1);
    return [...(values.get(path) ?? [null])].some((value) => {
      const number = typeof value === 'number' ? value : 0;
      return number >= (wanted.min ?? -Infinity) && number <= (wanted.max ?? Infinity);
    });
  };
  const canBeAbsent = (path: string): boolean => values.get(path)?.has(null) ?? true;
  const meetsOne = (ids: readonly EntityId[] | undefined): boolean =>
    ids === undefined || ids.some((id) => met.has(id) || places.has(id) || inSight(id));
  const inSight = (id: EntityId): boolean => {
    const exit = world.exits[id];
    return exit !== undefined && places.has(exit.from) && can(`${id}.hidden`, false);
  };

  const take = (effect: Effect, step: Interaction): void => {
    if ('set' in effect) {
      become(effect.set, effect.to);
      const [entity = '', property = ''] = effect.set.split('.');
      const twin = property === 'locked' ? world.exits[entity]?.twin : undefined;
      if (twin !== undefined) become(`${twin}.locked`, effect.to);
    } else if ('move' in effect) {
      const to = effect.to !== 'here' ? [effect.to] : step.when.at === undefined ? [...places] : [step.when.at];
      for (const place of to) {
        if (effect.move === PLAYER) places.add(place);
        else where.get(effect.move)?.add(place);
      }
    } else if ('learn' in effect) {
      if (effect.who === PLAYER) facts.add(effect.learn);
    } else warmth.set(effect.warm, Math.max(effect.by, 0) + (warmth.get(effect.warm) ?? 0));
  };

  for (let before = -1; before !== size(); ) {
    before = size();
    for (const exit of Object.values(world.exits)) {
      if (!inSight(exit.id)) continue;
      if (exit.key !== null && held.has(exit.key)) for (const id of [exit.id, exit.twin]) become(`${id}.locked`, false);
      if (!can(`${exit.id}.locked`, false)) continue;
      exits.add(exit.id);
      places.add(exit.to);
    }
    for (const id of Object.keys(world.characters)) {
      if (![...(where.get(id) ?? [])].some((at) => places.has(at))) continue;
      met.add(id);
      for (const path of [`${id}.met`, `${id}.promised`, `promises.${id}`]) become(path, true);
      for (const { teaches, from } of Object.values(world.characters[id]?.topics ?? {}))
        if (from <= disposed(id)) for (const fact of teaches) facts.add(fact);
    }
    for (const [id, thing] of Object.entries(world.things)) {
      const at = where.get(id) ?? new Set();
      if (!can(`${id}.hidden`, false) && !canBeAbsent(`${id}.hidden`)) continue;
      const lies = [...at].some((one) => places.has(one));
      if (lies || at.has(PLAYER) || [...at].some((one) => met.has(one))) met.add(id);
      if (at.has(PLAYER) || (lies && thing.portable)) {
        held.add(id);
        at.add(PLAYER);
        for (const place of places) at.add(place);
      }
      if (met.has(id) && thing.properties.open !== undefined)
        for (const open of [true, false]) become(`${id}.open`, open);
    }
    for (const step of world.interactions) {
      if (steps.has(step.id) || !meetsOne(step.target)) continue;
      if (!step.indirectOptional && !meetsOne(step.indirect)) continue;
      if (!holds(step.when)) continue;
      steps.add(step.id);
      if (step.success) for (const effect of step.changes) take(effect, step);
    }
  }
  return { places, exits, met, held, facts, steps, values };
}

function initialValues(world: AuthoredWorld): Map<string, Set<PropertyValue | null>> {
  const values = new Map<string, Set<PropertyValue | null>>();
  for (const group of [world.places, world.things, world.characters, world.storylines]) {
    for (const [id, { properties }] of Object.entries(group))
      for (const [name, value] of Object.entries(properties)) values.set(`${id}.${name}`, new Set([value]));
  }
  for (const { id, locked, hidden } of Object.values(world.exits)) {
    values.set(`${id}.locked`, new Set([locked]));
    values.set(`${id}.hidden`, new Set([hidden]));
  }
  return values;
}
