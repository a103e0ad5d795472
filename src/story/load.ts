// One world from its files: read, checked and compiled, so that a fault stops the loading and not a player.
import { AppError } from '../domain/errors.ts';
import { compileInk } from './ink.ts';
import { parseWorld } from './parse.ts';
import type { WorldFile } from './schema.ts';
import { readSources, type Sources, versionOf } from './sources.ts';
import type { AuthoredExit, AuthoredWorld } from './types.ts';

/** Reads, checks and compiles one world folder. AppError('config_invalid') names file, line and field of what must be mended. */
export function loadWorld(folder: string): AuthoredWorld {
  const sources = readSources(folder);
  if (sources['world.yaml'] === undefined)
    throw new AppError('config_invalid', `Add world.yaml to the story folder ${folder}.`);
  return checkedWorld(sources);
}

/** The world that these files make, refused while a line of it is still to be written. */
export function checkedWorld(sources: Sources, compiled?: string): AuthoredWorld {
  const world = worldOf(sources, compiled);
  const missing = missingKnots(world);
  if (missing.length === 0) return world;
  throw new AppError('config_invalid', `Write the ink knots that world.yaml names: ${missing.slice(0, 5).join(', ')}`, {
    issues: missing.map((knot) => ({ path: knot, message: 'no such knot or stitch' })),
  });
}

/**
 * The same without asking for every line: a version that was checked by an older release may lack what a newer one asks for.
 * `compiled` is a folder in which compiled ink is kept.
 */
export function worldOf(sources: Sources, compiled?: string): AuthoredWorld {
  const file = parseWorld('world.yaml', sources['world.yaml'] ?? '');
  if (sources[file.ink] === undefined)
    throw new AppError('config_invalid', `world.yaml names ${file.ink}, which is not in its folder.`);
  return {
    ...file,
    version: versionOf(sources),
    exits: exitsOf(file),
    ink: compileInk(file.ink, withAnswers(sources, file.ink), compiled),
  };
}

/** Told in every world, because it is true of the game and not of the place. A version kept by an older release may be without. */
const ANSWERS = 'answers.ink';

function withAnswers(sources: Sources, main: string): Sources {
  const answers = sources[ANSWERS];
  return answers === undefined ? sources : { ...sources, [main]: `${sources[main]}\n${answers}` };
}

/** Every place, thing, character, topic and interaction must be able to speak; these are the lines still unwritten. */
function missingKnots(world: AuthoredWorld): string[] {
  const needed = [
    ...Object.keys(world.places).flatMap((id) => [`${id}.arrive`, `${id}.back`, `${id}.look`]),
    ...Object.keys(world.things).map((id) => `${id}.look`),
    ...Object.entries(world.characters).flatMap(([id, { topics }]) => [
      ...[
        'look',
        'here',
        'greet',
        'talk',
        'unknown',
        'thanked',
        'sorry',
        'hurt',
        'declined',
        'told',
        'promise',
        'said',
      ].map((s) => `${id}.${s}`),
      ...Object.entries(topics).flatMap(([t, topic]) => [
        `${id}.t_${t}`,
        ...(topic.from > -1 ? [`${id}.not_yet`] : []),
      ]),
    ]),
    ...world.interactions.map((interaction) => interaction.knot),
  ];
  return [...new Set(needed)].filter((path) => !world.ink.paths.has(path));
}

function exitsOf(file: WorldFile): Record<string, AuthoredExit> {
  const exits: AuthoredExit[] = file.exits.flatMap((exit) => {
    const shared = {
      locked: exit.locked,
      key: exit.key ?? null,
      name: exit.name ?? null,
      names: exit.names ?? [],
      adjectives: exit.adjectives,
    };
    return [
      {
        ...shared,
        id: exit.id,
        twin: exit.back,
        from: exit.from,
        to: exit.to,
        direction: exit.direction,
        hidden: exit.hidden,
      },
      // Whoever has come through a hidden way sees it from the other side.
      {
        ...shared,
        id: exit.back,
        twin: exit.id,
        from: exit.to,
        to: exit.from,
        direction: exit.returning,
        hidden: false,
      },
    ];
  });
  return Object.fromEntries(exits.map((exit) => [exit.id, exit]));
}
