// The door of screening. Every text is read here: player text before anything may refuse it, agent text before anyone
// sees it. If the rules cannot be read, every answer is `unreadable` and nothing but approved authored help is passed.
import { fileURLToPath } from 'node:url';
import { AppError } from '../domain/errors.ts';
import type { ScreenedText } from '../domain/screened-text.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Door } from './door.ts';
import { closedDoor, openDoor } from './door.ts';
import { loadRules } from './rules.ts';
import { mark } from './screened.ts';
import { withoutSpeech } from './speech.ts';
import type { NarrativeScreening, Safety } from './types.ts';
import { watchDirectory } from './watch.ts';

export { approvalHash } from './screened.ts';
export { splitSentences } from './sentences.ts';
export type { NarrativeScreening, Safety, ScreenContext } from './types.ts';

export interface SafetyOptions {
  /** Directory of the rule files. Default: config/safety of this installation. */
  directory?: string;
  /** Compile every pattern now (about a second) instead of when a text first needs it: for servers. Default false. */
  warm?: boolean;
  /** Told once when the rules cannot be used; the message names file, line and field. */
  onFault?: (error: unknown) => void;
}

const OWN_RULES = fileURLToPath(new URL('../../config/safety', import.meta.url));

export function createSafety(options: SafetyOptions = {}): Safety {
  const directory = options.directory ?? OWN_RULES;
  /** All that a set of rules decides, exchanged as one: whoever began to read with a set ends with it. */
  let door = firstDoor(directory, options);

  const reload: Safety['reload'] = () => {
    try {
      const set = loadRules(directory);
      if (set.version === door.version) return { changed: false };
      door = openDoor(set, options.onFault);
      return { changed: true };
    } catch (error) {
      return { refused: refusal(error) };
    }
  };

  return {
    get rulesVersion() {
      return door.version;
    },
    screenPlayerText: (text, context) => door.readPlayer(text, context?.history ?? []),
    screenAgentText: (text) => door.readAgent(text, withoutSpeech(text)),
    screenNarrative: (sentences, context) => screenNarrative(door, sentences, context?.avoid ?? []),
    themesIn: (text) => door.themesIn(text),
    approve: (text, key) => door.approve(text, key),
    describe: (ruleId) => door.describe(ruleId),
    reload,
    watch: (told) =>
      watchDirectory(directory, () => {
        const outcome = reload();
        if ('refused' in outcome) told(outcome);
        else if (outcome.changed) told({ version: door.version });
      }),
  };
}

function firstDoor(directory: string, options: SafetyOptions): Door {
  try {
    const first = openDoor(loadRules(directory), options.onFault);
    if (options.warm === true) first.warmUp();
    return first;
  } catch (error) {
    options.onFault?.(error);
    return closedDoor();
  }
}

function refusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('config_invalid', 'The safety rules could not be loaded; the ones in force stay', {
    cause: error,
  });
}

/** Each sentence is passed with all before it, so that nothing harmful can be said across two. */
function screenNarrative(door: Door, sentences: readonly string[], avoid: readonly string[]): NarrativeScreening {
  const passed: ScreenedText[] = [];
  const shows = door.watchFor(avoid);
  const readWithAllBefore = door.readTale();
  // Which words are a figure's speech is known from the whole: a quotation is often longer than a sentence.
  const outsideSpeech = withoutSpeech(sentences.join(''));
  let told = '';
  for (const sentence of sentences) {
    const from = told.length;
    told += sentence;
    const verdict: Verdict = readWithAllBefore(sentence, outsideSpeech.slice(from, told.length));
    const spared = shows(sentence);
    if (verdict.blocked || verdict.screen === 'unreadable') {
      return { passed: false, sentences: passed, findings: [...verdict.reasons, ...spared] };
    }
    if (spared.length > 0) return { passed: false, sentences: passed, findings: spared };
    passed.push(mark(sentence));
  }
  return { passed: true, sentences: passed, text: mark(told) };
}
