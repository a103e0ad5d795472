// Every line that a player may read, with its place in the files: for the rules on words, and for those who screen them.
import type { AuthoredLine, Finding } from './finding.ts';
import type { Examined } from './world-rules.ts';

/** Words of the consulting room. A player came for a story. */
const CLINICAL =
  /\b(therap\w*|symptom\w*|diagnos\w*|disorder\w*|clinic\w*|patients?|treatment\w*|coping|trauma\w*|anxiety|depress\w*|cognitive|mindfulness|self-care|intervention\w*)\b/i;

export function authoredLines({ world, parts, lineOf }: Examined): AuthoredLine[] {
  const yaml = (path: readonly PropertyKey[], text: string | undefined | null, kind: AuthoredLine['kind'] = 'told') =>
    text === undefined || text === null ? [] : [{ file: 'world.yaml', line: lineOf(path), text, kind }];
  const groups = ['places', 'things', 'characters'] as const;
  const exits = Object.values(world.exits).filter((_exit, i) => i % 2 === 0);
  return [
    ...[...parts.values()].flatMap(({ file, pieces }) =>
      pieces.map(({ text, line }): AuthoredLine => ({ file, line, text, kind: 'told' })),
    ),
    ...yaml(['title'], world.title),
    ...yaml(['summary'], world.summary),
    ...world.warnings.flatMap((text, i) => yaml(['warnings', i], text)),
    ...groups.flatMap((group) => Object.entries(world[group]).flatMap(([id, { name }]) => yaml([group, id], name))),
    ...exits.flatMap(({ name }, i) => yaml(['exits', i, 'id'], name)),
    ...Object.entries(world.facts).flatMap(([id, { about, journal }]) => [
      ...yaml(['facts', id, 'journal'], journal),
      ...yaml(['facts', id, 'about'], about),
    ]),
    ...world.interactions.flatMap(({ suggest }, i) => yaml(['interactions', i], suggest, 'suggestion')),
  ];
}

export function clinicalWords(lines: readonly AuthoredLine[]): Finding[] {
  return lines.flatMap(({ file, line, text }): Finding[] => {
    const word = CLINICAL.exec(text)?.[0];
    return word === undefined
      ? []
      : [
          {
            severity: 'error',
            code: 'clinical-word',
            file,
            line,
            message: `"${word}" belongs to a consulting room. Say it in the words of the story.`,
          },
        ];
  });
}
