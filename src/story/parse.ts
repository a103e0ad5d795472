// Reads one world.yaml. A fault names the file, the line and the field, because authors are not always programmers.
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { FieldIssue } from '../domain/errors.ts';
import { AppError } from '../domain/errors.ts';
import type { WorldFile } from './schema.ts';
import { worldSchema } from './schema.ts';

/** AppError('config_invalid') with one issue per fault, each message beginning with `file:line`. */
export function parseWorld(file: string, source: string): WorldFile {
  const { document, lines, lineOf } = fieldsOf(source);
  const faults = document.errors.map(
    (e): FieldIssue => ({ path: '', message: `${file}:${lines.linePos(e.pos[0]).line} ${e.message}` }),
  );
  if (faults.length > 0) throw invalid(file, faults);

  const fault = (path: readonly PropertyKey[], message: string): FieldIssue => ({
    path: path.map(String).join('.'),
    message: `${file}:${lineOf(path)} ${message}`,
  });

  const read = worldSchema.safeParse(document.toJS());
  if (!read.success)
    throw invalid(
      file,
      read.error.issues.map((issue) => fault(issue.path, issue.message)),
    );
  const broken = brokenReferences(read.data).map(({ path, message }) => fault(path, message));
  if (broken.length > 0) throw invalid(file, broken);
  return read.data;
}

/** Where the fields of a YAML text stand. */
export function fieldsOf(source: string) {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  /** Of a field the line of its name: its value may begin on the next. */
  const lineAt = (path: readonly PropertyKey[]): number | null => {
    const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    const node: unknown = pair?.key ?? document.getIn(path, true);
    return isNode(node) && node.range ? lines.linePos(node.range[0]).line : null;
  };
  return {
    document,
    lines,
    lineOf(path: readonly PropertyKey[]): number {
      // A missing field has no node: the nearest parent that has one is where the author must look.
      for (let n = path.length; n > 0; n -= 1) {
        const line = lineAt(path.slice(0, n));
        if (line !== null) return line;
      }
      return 1;
    },
    written: (field: string): boolean => document.has(field),
  };
}

interface Broken {
  path: PropertyKey[];
  message: string;
}

/** Names that lead nowhere: the schema alone cannot see them. */
function brokenReferences(world: WorldFile): Broken[] {
  const broken: Broken[] = [];
  const places = new Set(Object.keys(world.places));
  const characters = new Set(Object.keys(world.characters));
  const things = new Set(Object.keys(world.things));
  const facts = new Set(Object.keys(world.facts));
  const exits = new Set(world.exits.flatMap((exit) => [exit.id, exit.back]));
  const storylines = new Set(Object.keys(world.storylines));
  const anything = new Set(['player', 'here', ...places, ...characters, ...things, ...facts, ...exits, ...storylines]);
  const need = (known: ReadonlySet<string>, name: string, ...path: PropertyKey[]): void => {
    if (!known.has(name)) broken.push({ path, message: `${name} is not defined` });
  };

  broken.push(...usedTwice(world));
  need(places, world.start, 'start');
  for (const [id, place] of Object.entries(world.places)) {
    if (world.regions[place.region] === undefined) need(new Set(), place.region, 'places', id, 'region');
  }
  world.exits.forEach((exit, i) => {
    need(places, exit.from, 'exits', i, 'from');
    need(places, exit.to, 'exits', i, 'to');
    if (exit.key !== undefined) need(things, exit.key, 'exits', i, 'key');
  });
  for (const [id, thing] of Object.entries(world.things)) {
    need(new Set([...places, ...characters, 'player']), thing.at, 'things', id, 'at');
  }
  for (const [id, character] of Object.entries(world.characters)) {
    need(places, character.at, 'characters', id, 'at');
    for (const fact of character.knows) need(facts, fact, 'characters', id, 'knows');
    for (const [topic, { teaches }] of Object.entries(character.topics)) {
      need(anything, topic, 'characters', id, 'topics', topic);
      for (const fact of teaches) need(facts, fact, 'characters', id, 'topics', topic, 'teaches');
    }
  }
  world.interactions.forEach((interaction, i) => {
    const at = ['interactions', i] as const;
    for (const id of [...(interaction.target ?? []), ...(interaction.indirect ?? []), ...(interaction.topic ?? [])]) {
      need(anything, id, ...at);
    }
    for (const path of Object.keys(interaction.when.is))
      need(anything, path.split('.')[0] ?? '', ...at, 'when', 'is', path);
    for (const id of [...interaction.when.held, ...interaction.when.here]) need(anything, id, ...at, 'when');
    for (const fact of [...interaction.when.knows, ...interaction.when.unaware]) need(facts, fact, ...at, 'when');
    interaction.changes.forEach((effect, n) => {
      const ids =
        'set' in effect
          ? [effect.set.split('.')[0] ?? '']
          : 'move' in effect
            ? [effect.move, effect.to]
            : 'learn' in effect
              ? [effect.learn, effect.who]
              : [effect.warm];
      for (const id of ids) need(anything, id, ...at, 'changes', n);
    });
  });
  return broken;
}

/** In the graph of a session all these are entities, found by their id alone. */
function usedTwice(world: WorldFile): Broken[] {
  const named: [kind: string, id: string, path: PropertyKey[]][] = [
    ...(['regions', 'places', 'things', 'characters', 'facts', 'storylines'] as const).flatMap((kind) =>
      Object.keys(world[kind]).map((id): [string, string, PropertyKey[]] => [kind, id, [kind, id]]),
    ),
    ...world.exits.flatMap(({ id, back }, i): [string, string, PropertyKey[]][] => [
      ['exits', id, ['exits', i, 'id']],
      ['exits', back, ['exits', i, 'back']],
    ]),
  ];
  const first = new Map([
    ['player', 'the player'],
    ['here', 'the place where the player stands'],
  ]);
  return named.flatMap(([kind, id, path]) => {
    const other = first.get(id);
    if (other === undefined) first.set(id, kind);
    return other === undefined
      ? []
      : [{ path, message: `the id ${id} is used twice: it is taken by ${other}. Give this one another id` }];
  });
}

function invalid(file: string, issues: readonly FieldIssue[]): AppError {
  const first = issues[0]?.message ?? file;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new AppError('config_invalid', `Mend the story file: ${first}${more}`, { issues });
}
