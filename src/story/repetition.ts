// How much of a playthrough was read before: five words in a row that the player has met already, names left out.
import type { AuthoredWorld } from './types.ts';

const LENGTH = 5;

/** Names may come back as often as they like, so each is one word that no count looks at. */
function wordsOf(text: string, world: AuthoredWorld): string[] {
  const names = [
    ...Object.values(world.places),
    ...Object.values(world.things),
    ...Object.values(world.characters),
  ].flatMap(({ name }) => name.toLowerCase());
  const exits = Object.values(world.exits).flatMap(({ name }) => (name === null ? [] : name.toLowerCase()));
  let plain = text.toLowerCase().replace(/[’]/g, "'");
  for (const name of [...names, ...exits].sort((a, b) => b.length - a.length))
    plain = plain.replaceAll(
      new RegExp(`(?<![\\p{L}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'gu'),
      ' § ',
    );
  return plain.match(/[\p{L}\p{N}']+|§/gu) ?? [];
}

export interface Repetition {
  grams: number;
  repeated: number;
  /** 0 … 1 */
  share: number;
  /** What came back, most often first. */
  worst: [string, number][];
}

/** Counts within each text, never across two; a gram with a name in it is not counted. */
export function repetitionOf(texts: readonly string[], world: AuthoredWorld): Repetition {
  const met = new Map<string, number>();
  let grams = 0;
  let repeated = 0;
  for (const text of texts) {
    const words = wordsOf(text, world);
    for (let i = 0; i + LENGTH <= words.length; i += 1) {
      const five = words.slice(i, i + LENGTH);
      if (five.includes('§')) continue;
      const gram = five.join(' ');
      const before = met.get(gram) ?? 0;
      met.set(gram, before + 1);
      grams += 1;
      if (before > 0) repeated += 1;
    }
  }
  const worst = [...met].filter(([, n]) => n > 1).sort(([, a], [, b]) => b - a);
  return { grams, repeated, share: grams === 0 ? 0 : repeated / grams, worst };
}
