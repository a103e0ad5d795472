// All that one set of rules decides. A set is never changed: a reload makes a new door and the old one is left to finish.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import type { ScreenedText } from '../domain/screened-text.ts';
import type { Verdict } from '../domain/verdict.ts';
import { CLEAR_VERDICT } from '../domain/verdict.ts';
import { AVOID_RULE, createThemes } from './avoid.ts';
import { createGrowingReader } from './growing.ts';
import { createReader } from './reader.ts';
import type { RuleSet } from './rules.ts';
import { approvalHash, mark } from './screened.ts';
import { splitSentences } from './sentences.ts';
import { withoutSpeech } from './speech.ts';
import type { Safety } from './types.ts';
import { agentVerdict, playerVerdict } from './verdicts.ts';

export interface Door {
  readonly version: string;
  readPlayer(text: string, history: readonly Verdict[]): Verdict;
  /** `told` is as long as the text and lacks what figures say in quotation marks. */
  readAgent(text: string, told: string): Verdict;
  /** The same of a tale as it grows: answers for each sentence with all before it. */
  readTale(): (sentence: string, told: string) => Verdict;
  /** Sentences are given in their order; answers the findings of each: none, or the one for themes to be spared. */
  watchFor(avoid: readonly string[]): (sentence: string) => readonly string[];
  themesIn: Safety['themesIn'];
  approve(text: string, key: string): ScreenedText;
  describe: Safety['describe'];
  warmUp(): void;
}

const APPROVED_LINES = fileURLToPath(new URL('./approved-lines.json', import.meta.url));
const UNREADABLE: Verdict = { ...CLEAR_VERDICT, reasons: ['screen.unreadable'], screen: 'unreadable' };
/** The longest text that is read whole. More is read from both ends: nobody types this much, and work stays bounded. */
const LONGEST_READ = 40_000;

export function openDoor(set: RuleSet, onFault?: (error: unknown) => void): Door {
  const readPlayer = createReader(set, 'player');
  const readAgent = createReader(set, 'agent');
  const themes = createThemes(set.themes, set.spelling);
  const rules = new Map(set.rules.map((rule) => [rule.id, rule]));

  const guarded = (read: () => Verdict): Verdict => {
    try {
      return read();
    } catch (error) {
      onFault?.(error);
      return UNREADABLE;
    }
  };
  const hitsOf = (text: string, told: string) => readAgent(bounded(text), bounded(told));
  const agent = (text: string, told: string): Verdict => guarded(() => agentVerdict(hitsOf(text, told)));
  const begin = createGrowingReader(set, LONGEST_READ, hitsOf);

  return {
    version: set.version,
    readPlayer: (text, history) => guarded(() => playerVerdict(bounded(text), readPlayer(bounded(text)), history)),
    readAgent: agent,
    readTale() {
      const hits = begin();
      return (sentence, told) => guarded(() => agentVerdict(hits(sentence, told)));
    },
    watchFor(avoid) {
      const shows = themes.watch(avoid);
      return (sentence) => (shows(sentence) ? [AVOID_RULE] : []);
    },
    themesIn: themes.named,
    approve(text, key) {
      const verdict = agent(text, withoutSpeech(text));
      if (verdict.screen !== 'unreadable' && !verdict.blocked) return mark(text);
      throw new AppError(
        'internal',
        `The authored line ${key} does not pass the screen (${verdict.reasons.join(', ')})`,
      );
    },
    describe(ruleId) {
      if (ruleId === AVOID_RULE) {
        return { category: 'avoid', rationale: set.themes.rationale, alternative: set.themes.alternative };
      }
      const rule = rules.get(ruleId);
      if (rule === undefined) return null;
      return { category: rule.filedUnder, rationale: rule.rationale, alternative: rule.alternative };
    },
    /** Twice: the engine makes fast code of a pattern only when it runs again. */
    warmUp() {
      const patterns = [...set.rules, ...set.cues.values()].flatMap((owner) => owner.patterns);
      for (const { regex } of [...patterns, ...patterns]) regex.test('the lamp is lit ');
    },
  };
}

function bounded(text: string): string {
  if (text.length <= LONGEST_READ) return text;
  return `${text.slice(0, LONGEST_READ / 2)}\n${text.slice(-LONGEST_READ / 2)}`;
}

/** What stands when there are no rules: nothing can be concluded, and only lines approved at build may be shown. */
export function closedDoor(): Door {
  let approved: ReadonlySet<string> | null = null;
  return {
    version: 'none',
    readPlayer: () => UNREADABLE,
    readAgent: () => UNREADABLE,
    readTale: () => () => UNREADABLE,
    watchFor: () => () => [],
    themesIn: () => [],
    approve(text, key) {
      approved ??= readApproved();
      const known = approved;
      if (splitSentences(text).every((sentence) => known.has(approvalHash(sentence)))) return mark(text);
      throw new AppError('internal', `No screening can answer, and the authored line ${key} was not approved before`);
    },
    describe: () => null,
    warmUp: () => undefined,
  };
}

function readApproved(): ReadonlySet<string> {
  try {
    return new Set(z.array(z.string()).parse(JSON.parse(readFileSync(APPROVED_LINES, 'utf8'))));
  } catch {
    return new Set();
  }
}
