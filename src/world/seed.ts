// An authored world is checked as a whole before it is copied: a dangling exit found in play would strand the player.

import type { FieldIssue } from '../domain/errors.ts';
import { AppError } from '../domain/errors.ts';
import { PLAYER } from '../domain/world.ts';
import { isPropertyName } from './compile.ts';
import type { WorldSeed } from './types.ts';

/** AppError('malformed') with one issue per contradiction. */
export function assertSound(seed: WorldSeed): void {
  const issues = seedIssues(seed);
  if (issues.length > 0) throw new AppError('malformed', 'The authored world contradicts itself.', { issues });
}

export function seedIssues(seed: WorldSeed): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const complain = (path: string, message: string): void => {
    issues.push({ path, message });
  };
  const regions = new Set(seed.regions.map(({ id }) => id));
  const places = new Set(seed.places.map(({ id }) => id));
  const holders = new Set([...places, ...seed.characters.map(({ id }) => id), PLAYER]);
  const exits = new Set(seed.exits.map(({ id }) => id));
  const facts = new Set(seed.facts);

  const seen = new Set([PLAYER]);
  const kinds = ['regions', 'places', 'exits', 'characters', 'things', 'storylines'] as const;
  const ids = kinds.flatMap((kind) => seed[kind].map(({ id }, i) => ({ id, path: `${kind}.${i}.id` })));
  for (const { id, path } of [...ids, ...seed.facts.map((id, i) => ({ id, path: `facts.${i}` }))]) {
    if (seen.has(id)) complain(path, `"${id}" is used twice.`);
    seen.add(id);
  }
  if (!places.has(seed.start)) complain('start', 'The start is not a place.');
  seed.places.forEach(({ region }, i) => {
    if (!regions.has(region)) complain(`places.${i}.region`, `There is no region "${region}".`);
  });
  seed.exits.forEach(({ from, to, twin }, i) => {
    if (!places.has(from)) complain(`exits.${i}.from`, `There is no place "${from}".`);
    if (!places.has(to)) complain(`exits.${i}.to`, `There is no place "${to}".`);
    if (twin !== undefined && !exits.has(twin)) complain(`exits.${i}.twin`, `There is no exit "${twin}".`);
  });
  seed.characters.forEach(({ at, knows }, i) => {
    if (!places.has(at)) complain(`characters.${i}.at`, `There is no place "${at}".`);
    for (const fact of knows) {
      if (!facts.has(fact)) complain(`characters.${i}.knows`, `There is no fact "${fact}".`);
    }
  });
  seed.things.forEach(({ at }, i) => {
    if (!holders.has(at)) complain(`things.${i}.at`, `There is no place or character "${at}".`);
  });
  for (const kind of ['places', 'characters', 'things', 'storylines'] as const) {
    seed[kind].forEach(({ properties }, i) => {
      for (const name of Object.keys(properties).filter((name) => !isPropertyName(name))) {
        complain(`${kind}.${i}.properties.${name}`, `A property cannot be named "${name}".`);
      }
    });
  }
  return issues;
}
