// The door of screening. Every text is read here: player text before anything may refuse it, agent text before anyone
// sees it. If the rules cannot be read, every answer is `unreadable` and nothing but approved authored help is passed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import type { ScreenedText } from '../domain/screened-text.ts';
import type { Verdict } from '../domain/verdict.ts';
import { CLEAR_VERDICT } from '../domain/verdict.ts';
import { createReader } from './reader.ts';
import type { RuleSet } from './rules.ts';
import { loadRules } from './rules.ts';
import { approvalHash, mark } from './screened.ts';
import { splitSentences } from './sentences.ts';
import type { NarrativeScreening, Safety } from './types.ts';
import { agentVerdict, playerVerdict } from './verdicts.ts';

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
const APPROVED_LINES = fileURLToPath(new URL('./approved-lines.json', import.meta.url));
const UNREADABLE: Verdict = { ...CLEAR_VERDICT, reasons: ['screen.unreadable'], screen: 'unreadable' };
/** The longest text that is read whole. More is read from both ends: nobody types this much, and work stays bounded. */
const LONGEST_READ = 40_000;

export function createSafety(options: SafetyOptions = {}): Safety {
  const directory = options.directory ?? OWN_RULES;
  let set: RuleSet;
  try {
    set = loadRules(directory);
  } catch (error) {
    options.onFault?.(error);
    return closedDoor();
  }
  if (options.warm === true) warmUp(set);
  const readPlayer = createReader(set, 'player');
  const readAgent = createReader(set, 'agent');

  const guarded = (read: () => Verdict): Verdict => {
    try {
      return read();
    } catch (error) {
      options.onFault?.(error);
      return UNREADABLE;
    }
  };
  const screenAgentText = (text: string): Verdict => guarded(() => agentVerdict(readAgent(bounded(text))));

  return {
    rulesVersion: set.version,
    screenPlayerText: (text, context) =>
      guarded(() => playerVerdict(bounded(text), readPlayer(bounded(text)), context?.history ?? [])),
    screenAgentText,
    screenNarrative: (sentences) => screenNarrative(sentences, screenAgentText),
    approve(text, key) {
      const verdict = screenAgentText(text);
      if (verdict.screen !== 'unreadable' && !verdict.blocked) return mark(text);
      throw new AppError(
        'internal',
        `The authored line ${key} does not pass the screen (${verdict.reasons.join(', ')})`,
      );
    },
  };
}

/** Twice: the engine makes fast code of a pattern only when it runs again. */
function warmUp({ rules, cues }: RuleSet): void {
  const patterns = [...rules, ...cues.values()].flatMap((owner) => owner.patterns);
  for (const { regex } of [...patterns, ...patterns]) regex.test('the lamp is lit ');
}

function bounded(text: string): string {
  if (text.length <= LONGEST_READ) return text;
  return `${text.slice(0, LONGEST_READ / 2)}\n${text.slice(-LONGEST_READ / 2)}`;
}

/** Each sentence is passed with all before it, so that nothing harmful can be said across two. */
function screenNarrative(sentences: readonly string[], screen: (text: string) => Verdict): NarrativeScreening {
  const passed: ScreenedText[] = [];
  let told = '';
  for (const sentence of sentences) {
    told += sentence;
    const verdict = screen(told);
    if (verdict.blocked || verdict.screen === 'unreadable') {
      return { passed: false, sentences: passed, findings: verdict.reasons };
    }
    passed.push(mark(sentence));
  }
  return { passed: true, sentences: passed, text: mark(told) };
}

/** What stands when there are no rules: nothing can be concluded, and only lines approved at build may be shown. */
function closedDoor(): Safety {
  let approved: ReadonlySet<string> | null = null;
  return {
    rulesVersion: 'none',
    screenPlayerText: () => UNREADABLE,
    screenAgentText: () => UNREADABLE,
    screenNarrative: () => ({ passed: false, sentences: [], findings: UNREADABLE.reasons }),
    approve(text, key) {
      approved ??= readApproved();
      const known = approved;
      if (splitSentences(text).every((sentence) => known.has(approvalHash(sentence)))) return mark(text);
      throw new AppError('internal', `No screening can answer, and the authored line ${key} was not approved before`);
    },
  };
}

function readApproved(): ReadonlySet<string> {
  try {
    return new Set(z.array(z.string()).parse(JSON.parse(readFileSync(APPROVED_LINES, 'utf8'))));
  } catch {
    return new Set();
  }
}
