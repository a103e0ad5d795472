// Every sentence that help can say, for every country held: what is approved when the product is built, so that help can
// still be shown when the screening rules cannot be read.
import { typeset } from '../../domain/typography.ts';
import { splitSentences } from '../../safety/index.ts';
import { knownCountries, resourcesFor, UNKNOWN_COUNTRY } from '../resources/index.ts';
import { loadDialogues } from './dialogues.ts';

/** Said unless the installation says otherwise: a promise of a person must never be the default. */
export const NO_COVERAGE = 'No person is reading this now.';

export function authoredSentences(): string[] {
  const sentences = new Set<string>();
  const lines = authoredLines();
  for (const country of [...knownCountries(), UNKNOWN_COUNTRY]) {
    const { emergency, poison } = resourcesFor(country);
    for (const { text } of lines) {
      const filled = typeset(text.replaceAll('{emergency}', emergency).replaceAll('{poison}', poison));
      for (const sentence of splitSentences(filled)) sentences.add(sentence.trim());
    }
  }
  return [...sentences];
}

/** Every line as it is written, with the file it stands in. */
export function authoredLines(): { file: string; text: string }[] {
  const { common, all } = loadDialogues();
  const { author: _author, date: _date, reviewedBy: _reviewed, language: _language, steps, ...spoken } = common;
  const shared = Object.values(steps).map(({ asks: _asks, ...words }) => words);
  const found = [NO_COVERAGE, ...stringsIn([spoken, shared])].map((text) => ({ file: 'common', text }));
  for (const { name, openings, courses, stay } of all) {
    const own = Object.values(courses)
      .flat()
      .filter(({ key }) => key.startsWith(`${name}.`))
      .map(({ key: _key, asks: _asks, ...words }) => words);
    const texts = stringsIn([openings, own, stay === common.stay ? [] : stay]);
    found.push(...[...new Set(texts)].map((text) => ({ file: name, text })));
  }
  return found;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
