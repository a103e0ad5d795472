// What of a world was met in a number of playthroughs, and what never was.
import type { Outcome } from '../domain/agents.ts';
import type { EntityId, WorldView } from '../domain/world.ts';
import { PLAYER } from '../domain/world.ts';
import { inkParts } from './lint/ink-text.ts';
import { loadWorld } from './load.ts';
import { readSources, sourcesIn } from './sources.ts';
import type { AuthoredWorld } from './types.ts';

/** One kind of what can be met: how much there is, and what was not, each with its place where it has one. */
export interface Uncovered {
  kind: 'ink' | 'steps' | 'places' | 'ways' | 'things' | 'facts' | 'stages';
  of: number;
  never: readonly string[];
}

export interface Coverage {
  /** A part of the ink was told. */
  told(path: string): void;
  turn(played: { outcomes: readonly Outcome[]; before: WorldView; after: WorldView }): void;
  report(): Uncovered[];
}

/** For the world of this folder. */
export function createCoverage(folder: string): Coverage {
  const world = loadWorld(folder);
  const own = Object.keys(sourcesIn(folder));
  const parts = inkParts(world, readSources(folder));
  const told = new Set<string>();
  const met = new Set<EntityId>();
  const stages = new Set<string>();

  const see = (view: WorldView): void => {
    met.add(view.place.id);
    for (const { id, at } of view.things) if (at === PLAYER) met.add(id);
    for (const fact of view.playerKnows) met.add(fact);
    for (const [storyline, properties] of Object.entries(view.storylines))
      for (const [name, value] of Object.entries(properties)) stages.add(`${storyline}.${name} = ${value}`);
  };
  const report = (kind: Uncovered['kind'], all: readonly string[], known: (one: string) => boolean): Uncovered => ({
    kind,
    of: all.length,
    never: all.filter((one) => !known(one)),
  });

  return {
    told: (path) => {
      told.add(path);
    },
    turn({ outcomes, before, after }) {
      see(before);
      see(after);
      for (const { code, entities } of outcomes) for (const id of [code, ...entities]) met.add(id);
    },
    report() {
      // What a told part goes on to was told with it, or could have been: ink does not say which branch it took.
      for (const path of told) for (const next of parts.get(path)?.leadsTo ?? []) told.add(next);
      const written = [...parts.values()].filter(({ file, pieces }) => own.includes(file) && pieces.length > 0);
      const ids = (group: object): string[] => Object.keys(group);
      return [
        {
          kind: 'ink',
          of: written.length,
          never: written.filter(({ path }) => !told.has(path)).map(({ path, file, line }) => `${file}:${line} ${path}`),
        },
        report(
          'steps',
          world.interactions.map(({ id }) => id),
          (id) => met.has(id),
        ),
        report('places', ids(world.places), (id) => met.has(id)),
        report('ways', ids(world.exits), (id) => met.has(id)),
        report('things', ids(world.things), (id) => met.has(id)),
        report('facts', taught(world), (id) => met.has(id)),
        report('stages', [...stagesOf(world)], (one) => stages.has(one)),
      ];
    },
  };
}

/** A fact that is only spoken about is no news. */
function taught({ characters, interactions }: AuthoredWorld): string[] {
  const topics = Object.values(characters).flatMap((character) => Object.values(character.topics));
  const learned = interactions.flatMap(({ changes }) =>
    changes.flatMap((effect) => ('learn' in effect && effect.who === PLAYER ? [effect.learn] : [])),
  );
  return [...new Set([...topics.flatMap(({ teaches }) => teaches), ...learned])].sort();
}

/** Every value that a step gives to a storyline. */
function stagesOf({ interactions, storylines }: AuthoredWorld): Set<string> {
  const effects = interactions.flatMap(({ changes }) => changes);
  return new Set(
    effects.flatMap((effect) =>
      'set' in effect && storylines[effect.set.split('.')[0] ?? ''] !== undefined
        ? [`${effect.set} = ${effect.to}`]
        : [],
    ),
  );
}
