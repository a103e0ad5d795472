// The door of the story room: authored worlds, each a folder of data (world.yaml and ink) under worlds/, loaded once.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../domain/errors.ts';
import { compileInk } from './ink.ts';
import { parseWorld } from './parse.ts';
import type { WorldFile } from './schema.ts';
import { seedOf, vocabularyOf } from './seed.ts';
import type { AuthoredExit, AuthoredWorld, Story } from './types.ts';

export { loadFrameworks } from './frameworks/index.ts';
export type {
  AuthoredCharacter,
  AuthoredExit,
  AuthoredPlace,
  AuthoredThing,
  AuthoredWorld,
  Condition,
  Effect,
  Interaction,
  Story,
  WorldSummary,
} from './types.ts';

/** Ink that any world may include by its file name, and replace with a file of the same name. */
const SHARED = fileURLToPath(new URL('./shared/', import.meta.url));
const WORLDS = fileURLToPath(new URL('./worlds/', import.meta.url));

/** Loads every world of the folder. AppError('config_invalid') names file, line and field of what must be mended. */
export function loadStory(folder: string = WORLDS): Story {
  const loaded = new Map<string, AuthoredWorld>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const world = loadWorld(join(folder, entry.name));
    loaded.set(world.id, world);
  }
  const authored = (worldId: string): AuthoredWorld => {
    const world = loaded.get(worldId);
    if (world === undefined) throw new AppError('not_found', 'There is no such world. List the worlds and choose one.');
    return world;
  };
  const vocabularies = new Map([...loaded.values()].map((world) => [world.id, vocabularyOf(world)]));
  return {
    worlds: () =>
      [...loaded.values()].map(({ id, version, title, summary, warnings }) => ({
        id,
        version,
        title,
        summary,
        warnings,
      })),
    authored,
    seed: (worldId) => seedOf(authored(worldId)),
    // One object per world, so that others may keep what they derive from it.
    vocabulary: (worldId) => vocabularies.get(worldId) ?? vocabularyOf(authored(worldId)),
  };
}

/** Reads, checks and compiles one world folder. */
export function loadWorld(folder: string): AuthoredWorld {
  const files: Record<string, string> = { ...sourcesIn(SHARED), ...sourcesIn(folder) };
  const source = files['world.yaml'];
  if (source === undefined) throw new AppError('config_invalid', `Add world.yaml to the story folder ${folder}.`);
  const file = parseWorld('world.yaml', source);
  if (files[file.ink] === undefined)
    throw new AppError('config_invalid', `world.yaml names ${file.ink}, which is not in its folder.`);
  const world: AuthoredWorld = {
    ...file,
    version: contentHash(files),
    exits: exitsOf(file),
    ink: compileInk(file.ink, files),
  };
  const missing = missingKnots(world);
  if (missing.length > 0) {
    throw new AppError(
      'config_invalid',
      `Write the ink knots that world.yaml names: ${missing.slice(0, 5).join(', ')}`,
      {
        issues: missing.map((knot) => ({ path: knot, message: 'no such knot or stitch' })),
      },
    );
  }
  return world;
}

function sourcesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name === 'world.yaml' || name.endsWith('.ink'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
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

function contentHash(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const [name, text] of Object.entries(files)) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}
