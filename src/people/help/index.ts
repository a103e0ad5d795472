// The help a player in danger meets: authored lines in order, never generated, none said twice while others are left.
import { AppError } from '../../domain/errors.ts';
import type { HelpState } from '../../domain/session.ts';
import { typeset } from '../../domain/typography.ts';
import type { CrisisKind, Level } from '../../domain/verdict.ts';
import { isCrisisKind, levelRank } from '../../domain/verdict.ts';
import type { Safety } from '../../safety/index.ts';
import { splitSentences } from '../../safety/index.ts';
import { chooseResources, type ResourceKind, resourcesFor, UNKNOWN_COUNTRY } from '../resources/index.ts';
import type { Help, HelpLine } from '../types.ts';
import { hear } from './answers.ts';
import { NO_COVERAGE } from './authored.ts';
import type { Dialogue, Step } from './dialogues.ts';
import { loadDialogues, openingOf, resourceKinds } from './dialogues.ts';

export interface HelpOptions {
  /** One sentence that says whether a person reads along, from the installation's coverage. */
  coverage?: string;
}

/** Every line passes the screening door here; throws AppError when a file is not valid. */
export function createHelp(safety: Safety, options: HelpOptions = {}): Help {
  const dialogues = loadDialogues();
  const { common } = dialogues;
  const coverage = passes(options.coverage) ? options.coverage : NO_COVERAGE;

  /** With no rules to screen by, only lines approved at build may be shown: then the honest default stands in. */
  function passes(text: string | undefined): text is string {
    if (text === undefined) return false;
    try {
      safety.approve(text, 'coverage');
      return true;
    } catch {
      return false;
    }
  }

  function filled(text: string, country: string): string {
    const held = resourcesFor(country);
    return typeset(text.replaceAll('{emergency}', held.emergency).replaceAll('{poison}', held.poison));
  }

  function spoken(parts: readonly string[], key: string, country: string): Pick<HelpLine, 'text' | 'sentences'> {
    // One thought a paragraph: a person in distress reads a line at a time.
    const whole = filled(parts.filter((part) => part !== '').join('\n\n'), country);
    return {
      text: safety.approve(whole, key),
      sentences: splitSentences(whole).map((sentence) => safety.approve(sentence, key)),
    };
  }

  function line(
    state: HelpState,
    found: Dialogue,
    parts: readonly string[],
    country: string,
    step: Step | undefined,
  ): HelpLine {
    const answers = step?.suggestions ?? [];
    const ways =
      state.response === 'checkin' ? [common.suggestions.game, common.suggestions.goOn] : [common.suggestions.game];
    return {
      ...spoken(parts, state.step, country),
      suggestions: [...answers.slice(0, 4 - ways.length), ...ways].map(typeset),
      resources: chooseResources(country, resourceKinds(found)),
      state,
    };
  }

  const leads = (country: string): string[] =>
    resourcesFor(country).country === UNKNOWN_COUNTRY ? [common.unknownCountry] : [];

  function open(input: {
    kind: CrisisKind;
    level: Level;
    country: string;
    at: number;
    nobodyTold?: boolean;
    shown?: readonly string[];
    openedAt?: number;
  }): HelpLine {
    const found = dialogues.find(input.kind, input.level);
    const shown = input.shown ?? [];
    // A raise within the same dialogue goes on with the question that has not been asked yet.
    const step = found.steps.find((s) => !shown.includes(keyOf(found, s)));
    const stepKey = step === undefined ? `${found.name}.raised` : keyOf(found, step);
    const state: HelpState = {
      response: input.level === 'high' || input.level === 'critical' ? 'hold' : 'checkin',
      kind: input.kind,
      level: input.level,
      step: stepKey,
      shown: [...shown, `${found.name}.opening.${input.level}`, stepKey],
      openedAt: input.openedAt ?? input.at,
    };
    const told = input.nobodyTold === true ? [common.nobodyTold] : [];
    const parts = [
      openingOf(found, input.level),
      ...told,
      ...(shown.length === 0 ? [[common.software, coverage, ...leads(input.country)].join(' ')] : []),
      step?.ask ?? common.resourcesLead,
    ];
    return line(state, found, parts, input.country, step);
  }

  function next(state: HelpState, input: Parameters<Help['next']>[1]): HelpLine {
    const { verdict, country, text, at } = input;
    const graver = verdict.crisis && levelRank(verdict.level) > levelRank(state.level);
    if (graver && isCrisisKind(verdict.category)) {
      return open({
        kind: verdict.category,
        level: verdict.level,
        country,
        at,
        shown: state.shown,
        openedAt: state.openedAt,
      });
    }
    const found = dialogues.find(state.kind, state.level);
    const step = found.steps.find((s) => keyOf(found, s) === state.step);
    const heard = hear(text, step, common);
    // Words of danger end nothing, whatever else they say.
    if (heard.type !== 'answer' && !verdict.crisis) return wayOut(state, heard.type, found, country, step);

    const reply = replyTo(step, heard.type === 'answer' ? heard.answer : 'other', verdict.crisis);
    const following = found.steps.find((s) => !state.shown.includes(keyOf(found, s)));
    if (following !== undefined) {
      const key = keyOf(found, following);
      return line(
        { ...state, step: key, shown: [...state.shown, key] },
        found,
        [reply, following.ask],
        country,
        following,
      );
    }
    const { key, words } = fresh('stay', common.stay, state.shown);
    return line({ ...state, step: key, shown: withLast(state.shown, key) }, found, [reply, words], country, undefined);
  }

  /** "This was about the game" and "go on": each ends a check-in, and neither ends a hold. */
  function wayOut(
    state: HelpState,
    way: 'game' | 'goOn',
    found: Dialogue,
    country: string,
    step: Step | undefined,
  ): HelpLine {
    if (state.response === 'checkin') {
      return {
        ...spoken([common[way].checkin], `common.${way}.checkin`, country),
        suggestions: [],
        resources: [],
        state: null,
      };
    }
    const { key, words } = fresh(way, common[way].hold, state.shown);
    // The question stays the open one, so that its buttons still mean what they say.
    return line({ ...state, shown: withLast(state.shown, key) }, found, [words], country, step);
  }

  /** The first line not said yet; when all were said, the one said longest ago. */
  function fresh(group: string, lines: readonly string[], shown: readonly string[]): { key: string; words: string } {
    const keys = lines.map((_words, n) => `${group}.${n}`);
    const unsaid = keys.findIndex((key) => !shown.includes(key));
    const at = unsaid >= 0 ? unsaid : keys.indexOf(shown.find((key) => keys.includes(key)) ?? keys[0] ?? '');
    return { key: keys[at] ?? `${group}.0`, words: lines[at] ?? common.noBetterWords };
  }

  return {
    open: (input) => open(input),
    next,
    support({ category, country }) {
      const key =
        category !== null && category in common.support ? category : category === null ? 'distress' : 'default';
      const kinds: readonly ResourceKind[] = supportKinds(category);
      return {
        ...spoken([common.support[key] ?? common.noBetterWords], `support.${key}`, country),
        // One resource and the emergency number are enough for a step back.
        resources: chooseResources(country, kinds).slice(1, 3),
      };
    },
    resources: (country, kind) =>
      chooseResources(country, kind === null ? ['suicide', 'distress', 'abuse'] : [kind, 'distress']),
    notice(key, country) {
      const words = common.notices[key];
      if (words === undefined) throw new AppError('internal', `There is no notice "${key}"; add it to common.yaml`);
      const { text } = spoken([words], `notice.${key}`, country);
      const plain = key === 'refusal' || key === 'too_long';
      return { text, resources: plain ? [] : chooseResources(country, ['suicide', 'distress', 'abuse']) };
    },
  };
}

function supportKinds(category: string | null): readonly ResourceKind[] {
  return isKind(category) ? [category, 'distress'] : ['distress', 'suicide'];
}

function isKind(category: string | null): category is CrisisKind {
  return category !== null && ['suicide', 'selfharm', 'abuse', 'violence', 'medical', 'eating'].includes(category);
}

function keyOf(found: Dialogue, step: Step): string {
  return `${found.name}.${step.key}`;
}

function withLast(shown: readonly string[], key: string): string[] {
  return [...shown.filter((k) => k !== key), key];
}

/** At a direct question, words of danger are a yes. After the last step there is nothing left to reply to. */
function replyTo(step: Step | undefined, answer: 'yes' | 'no' | 'silence' | 'rude' | 'other', crisis: boolean): string {
  if (step === undefined) return '';
  return step[crisis && answer === 'other' && step.key === 'question' ? 'yes' : answer];
}
