// Every sentence that help can say, for every country held: what is approved when the product is built, so that help can
// still be shown when the screening rules cannot be read.
import { typeset } from '../../domain/typography.ts';
import { splitSentences } from '../../safety/index.ts';
import { knownCountries, resourcesFor, UNKNOWN_COUNTRY } from '../resources/index.ts';
import { loadDialogues } from './dialogues.ts';

/** Said unless the installation says otherwise: a promise of a person must never be the default. */
export const NO_COVERAGE = 'No person is reading this now.';

export function authoredSentences(): string[] {
  const { common, all } = loadDialogues();
  const texts = [
    NO_COVERAGE,
    ...stringsIn({ ...common, author: [], date: [], reviewedBy: [] }),
    ...all.flatMap(({ opening, steps }) => stringsIn([opening, steps])),
  ];
  const sentences = new Set<string>();
  for (const country of [...knownCountries(), UNKNOWN_COUNTRY]) {
    const { emergency, poison } = resourcesFor(country);
    for (const text of texts) {
      const filled = typeset(text.replaceAll('{emergency}', emergency).replaceAll('{poison}', poison));
      for (const sentence of splitSentences(filled)) sentences.add(sentence.trim());
    }
  }
  return [...sentences];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
