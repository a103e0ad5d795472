// How help is put into words: places filled in for the country, set in print, passed by the screening door.
import type { ScreenedText } from '../../domain/screened-text.ts';
import { typeset } from '../../domain/typography.ts';
import type { Safety } from '../../safety/index.ts';
import { splitSentences } from '../../safety/index.ts';
import { resourcesFor } from '../resources/index.ts';

export interface Spoken {
  text: ScreenedText;
  sentences: readonly ScreenedText[];
}

export interface Speech {
  /** One paragraph a part. Throws AppError('internal') only when not even the last resort passes: then no line of ours does. */
  say(parts: readonly string[], key: string, country: string): Spoken;
  /** Whether a line that is not ours (the coverage sentence) may be shown. */
  passes(text: string): boolean;
  /** Buttons that the door refuses are left out. */
  buttons(words: readonly string[], key: string): string[];
}

/** `lastResort` stands in for a line that the door refuses; `onFault` is told of it. */
export function createSpeech(safety: Safety, lastResort: string, onFault: (error: unknown) => void): Speech {
  function approved(whole: string, key: string): Spoken {
    const text = safety.approve(whole, key);
    return { text, sentences: splitSentences(whole).map((sentence) => safety.approve(sentence, key)) };
  }

  function passes(text: string): boolean {
    try {
      approved(typeset(text), 'coverage');
      return true;
    } catch {
      return false;
    }
  }

  return {
    passes,
    say(parts, key, country) {
      const { emergency, poison } = resourcesFor(country);
      // One thought a paragraph: a person in distress reads a line at a time.
      const words = parts.filter((part) => part !== '').join('\n\n');
      try {
        return approved(typeset(words.replaceAll('{emergency}', emergency).replaceAll('{poison}', poison)), key);
      } catch (error) {
        onFault(error);
        return approved(lastResort, 'common.lastResort');
      }
    },
    buttons: (words, key) =>
      words.map(typeset).filter((word) => {
        try {
          safety.approve(word, key);
          return true;
        } catch (error) {
          onFault(error);
          return false;
        }
      }),
  };
}
