// The help a player in danger meets: authored lines in order, never generated, none said twice while others are left.
// What was asked and chosen is kept in the keys of the state: `<dialogue>.opening.<course>`, `<dialogue>.<step>`, `<pool>.<n>`.
import { AppError } from '../../domain/errors.ts';
import type { HelpState } from '../../domain/session.ts';
import type { CrisisKind, Level, Verdict } from '../../domain/verdict.ts';
import { CRISIS_KINDS, isCrisisKind, levelRank } from '../../domain/verdict.ts';
import type { Safety } from '../../safety/index.ts';
import { chooseResources, type ResourceKind, resourcesFor, UNKNOWN_COUNTRY } from '../resources/index.ts';
import type { Help, HelpLine } from '../types.ts';
import { hear } from './answers.ts';
import { NO_COVERAGE } from './authored.ts';
import type { Answer, Dialogue, SpokenLevel, Step } from './dialogues.ts';
import { loadDialogues, spokenLevel } from './dialogues.ts';
import { createSpeech } from './speech.ts';

export interface HelpOptions {
  /** One sentence that says whether a person reads along at that time (epoch ms), from the installation's coverage. Where it
   *  does not pass the screening door, `NO_COVERAGE` stands in. */
  coverage?: (at: number) => string;
  /** Told when the door refuses an authored line: the player gets the last resort instead. */
  onFault?: (error: unknown) => void;
}

type Course = SpokenLevel | 'later';
type Reply = { words: string; shown: readonly string[] };

/** Every line passes the screening door here; throws AppError('config_invalid') when a file is not valid. */
export function createHelp(safety: Safety, options: HelpOptions = {}): Help {
  const dialogues = loadDialogues();
  const { common } = dialogues;
  const onFault = options.onFault ?? (() => {});
  const speech = createSpeech(safety, common.lastResort, onFault);

  /** Opening help must not fail because the hours of the team cannot be told. */
  function coverage(at: number): string {
    try {
      const said = options.coverage?.(at);
      if (said !== undefined && speech.passes(`${common.software} ${said}`)) return said;
    } catch (error) {
      onFault(error);
    }
    return NO_COVERAGE;
  }

  function line(
    state: HelpState,
    parts: readonly string[],
    country: string,
    step: Step | undefined,
    aboutGame = false,
  ): HelpLine {
    const { game, goOn } = common.suggestions;
    const ways = state.response === 'checkin' ? [game, goOn] : [game];
    const answers = step === undefined ? [] : [step.buttons.yes, step.buttons.no, step.buttons.other];
    const { found } = whereIn(state);
    const quickExit = isWatched(state.shown);
    return {
      ...speech.say(parts, state.step, country),
      suggestions: speech.buttons([...answers.slice(0, 4 - ways.length), ...ways], state.step),
      resources: resourcesOf(found, country, quickExit),
      state,
      aboutGame,
      quickExit,
    };
  }

  /** Where abuse was named in another dialogue, one line for that as well. */
  function resourcesOf(found: Dialogue, country: string, watched: boolean): HelpLine['resources'] {
    const own = chooseResources(country, found.resources);
    if (!watched || found.kind === 'abuse') return own;
    const forAbuse = chooseResources(country, ['abuse']).find(({ name }) => !own.some((line) => line.name === name));
    return forAbuse === undefined ? own : [...own.slice(0, 3), forAbuse];
  }

  /** The dialogue and course that the state is in: those of the opening said last. */
  function whereIn(state: HelpState): { found: Dialogue; course: Course } {
    const opening = state.shown.findLast((key) => key.includes('.opening.'));
    const [name, , course] = opening?.split('.') ?? [];
    const found = dialogues.named(name ?? '') ?? dialogues.find(state.kind, state.level);
    return { found, course: course === 'later' ? 'later' : spokenLevel(state.level) };
  }

  /** First line of a dialogue, or of a graver one while help is open: then it goes on with what has not been asked yet. */
  function open(input: Parameters<Help['open']>[0], before?: Pick<HelpState, 'shown' | 'openedAt'>): HelpLine {
    const { kind, level, country, at, nobodyTold, reasons } = input;
    const found = dialogues.find(kind, level, reasons);
    const openingKey = `${found.name}.opening.${spokenLevel(level)}`;
    const seen = before?.shown ?? [];
    const words = seen.includes(openingKey)
      ? fresh('again', common.again, seen)
      : { words: found.openings[spokenLevel(level)], shown: seen };
    const asked = ask(found, spokenLevel(level), withLast(words.shown, openingKey));
    const response = levelRank(level) >= levelRank('high') ? 'hold' : 'checkin';
    const state: HelpState = {
      response,
      kind,
      level,
      step: asked.key,
      shown: asked.shown,
      // A hold lasts from the words that called for it.
      openedAt: response === 'hold' ? at : (before?.openedAt ?? at),
    };
    const unlisted = resourcesFor(country).country === UNKNOWN_COUNTRY ? [common.unknownCountry] : [];
    const parts = [
      words.words,
      ...(nobodyTold === true ? [common.nobodyTold] : []),
      ...(before === undefined ? [[common.software, coverage(at), ...unlisted].join(' ')] : []),
      asked.words,
    ];
    return line(state, parts, country, asked.step);
  }

  function next(was: HelpState, input: Parameters<Help['next']>[1]): HelpLine {
    const { verdict, country, text, at } = input;
    // Words of danger start the waiting time of a hold anew; abuse named in any dialogue offers the way off the page.
    const named = verdict.crisis && verdict.category === 'abuse' ? withLast(was.shown, 'abuse.named') : was.shown;
    const renewed = was.response === 'hold' && levelRank(verdict.level) >= levelRank('high') ? at : was.openedAt;
    const state = { ...was, shown: named, openedAt: renewed };
    const raised = raisedBy(state, verdict);
    if (raised !== null) return open({ ...raised, country, at, reasons: verdict.reasons }, state);

    const { found, course } = whereIn(state);
    const step = found.courses[course].find(({ key }) => key === state.step) ?? stepOf(found, state.step);
    const heard = hear(text, step, common);
    // Words of danger end nothing, whatever else they say.
    if (heard.type !== 'answer' && !verdict.crisis) return wayOut(state, heard.type, country, step);

    const answer = heard.type === 'answer' ? heard.answer : 'other';
    // A pressed button means what it says; other words that were found dangerous are answered as such, not as a "no".
    const danger = verdict.crisis && !(heard.type === 'answer' && heard.button);
    const reply = danger ? replyToDanger(step, state.shown) : replyTo(step, answer, state.shown);
    const asked = ask(found, course, reply.shown);
    return line({ ...state, step: asked.key, shown: asked.shown }, [reply.words, asked.words], country, asked.step);
  }

  /** What the verdict raises the help to: a graver level, or another dialogue as grave that has not been opened yet. */
  function raisedBy(state: HelpState, verdict: Verdict): { kind: CrisisKind; level: Level } | null {
    const { category: kind, level, reasons } = verdict;
    if (!verdict.crisis || !isCrisisKind(kind)) return null;
    if (levelRank(level) > levelRank(state.level)) return { kind, level };
    const { name } = dialogues.find(kind, level, reasons);
    const other = name !== whereIn(state).found.name && !state.shown.includes(`${name}.opening.${spokenLevel(level)}`);
    return other && levelRank(level) === levelRank(state.level) ? { kind, level } : null;
  }

  function recheck(was: HelpState, { country, at }: Parameters<Help['recheck']>[1]): HelpLine {
    const { found } = whereIn(was);
    const opening = fresh('later', common.later, was.shown);
    const asked = ask(found, 'later', withLast(opening.shown, `${found.name}.opening.later`), common.still);
    // As a check-in it is of moderate level: words graver than that are a hold again.
    const state: HelpState = {
      response: 'checkin',
      kind: was.kind,
      level: 'moderate',
      step: asked.key,
      shown: asked.shown,
      openedAt: at,
    };
    return line(state, [[opening.words, coverage(at)].join(' '), asked.words], country, asked.step);
  }

  /** "This was about the game" and "go on": each ends a check-in, and neither ends a hold. */
  function wayOut(state: HelpState, way: 'game' | 'goOn', country: string, step: Step | undefined): HelpLine {
    const aboutGame = way === 'game';
    if (state.response === 'checkin') {
      return {
        ...speech.say([common[way].checkin], `common.${way}.checkin`, country),
        suggestions: [],
        resources: [],
        state: null,
        aboutGame,
        quickExit: isWatched(state.shown),
      };
    }
    const { words, shown } = fresh(way, common[way].hold, state.shown);
    // The question stays the open one, so that its buttons still mean what they say.
    return line({ ...state, shown }, [words], country, step, aboutGame);
  }

  /** The next question of the course that has not been asked; after the last one, words that only keep company. */
  function ask(
    found: Dialogue,
    course: Course,
    shown: readonly string[],
    afterLast = found.stay,
  ): { key: string; words: string; shown: string[]; step: Step | undefined } {
    const step = found.courses[course].find(({ key }) => !shown.includes(key));
    if (step !== undefined) return { key: step.key, words: step.ask, shown: [...shown, step.key], step };
    const pool = afterLast === common.still ? 'still' : afterLast === common.stay ? 'stay' : `${found.name}.stay`;
    const said = fresh(pool, afterLast, shown);
    return { ...said, step: undefined };
  }

  function replyTo(step: Step | undefined, answer: Answer, shown: readonly string[]): Reply {
    if (step !== undefined) return { words: step[answer], shown };
    return onceFrom(`after.${answer}`, common.after[answer], shown) ?? { words: '', shown };
  }

  /** At the direct question and at means they are a yes. */
  function replyToDanger(step: Step | undefined, shown: readonly string[]): Reply {
    if (step?.asks === 'question' || step?.asks === 'means') return { words: step.yes, shown };
    return onceFrom('danger', common.danger, shown) ?? { words: step?.other ?? '', shown };
  }

  function stepOf(found: Dialogue, key: string): Step | undefined {
    return Object.values(found.courses)
      .flat()
      .find((step) => step.key === key);
  }

  return {
    open: (input) => open(input),
    next,
    recheck,
    support({ category, country, reasons = [] }) {
      const key = category === null ? 'distress' : category in common.support ? category : 'default';
      const kinds: ResourceKind[] = isKind(category) ? [category, 'distress'] : ['distress', 'suicide'];
      if (reasons.includes('distress.age')) kinds.unshift('young');
      return {
        ...speech.say([common.support[key] ?? common.lastResort], `support.${key}`, country),
        // One or two are enough for a step back; the emergency number, always first, is not for this.
        resources: chooseResources(country, kinds).slice(1, 3),
        quickExit: isWatched([`${category}.`, ...reasons]),
      };
    },
    resources: (country, kind) =>
      chooseResources(country, kind === null ? ['suicide', 'distress', 'abuse'] : [kind, 'distress']),
    notice(key, country) {
      const words = common.notices[key];
      if (words === undefined) throw new AppError('internal', `There is no notice "${key}"; add it to common.yaml`);
      const { text } = speech.say([words], `notice.${key}`, country);
      const plain = key === 'refusal' || key === 'too_long';
      return { text, resources: plain ? [] : chooseResources(country, ['suicide', 'distress', 'abuse']) };
    },
  };
}

/** The first line not said yet; when all were said, the one said longest ago. */
function fresh(
  pool: string,
  lines: readonly string[],
  shown: readonly string[],
): { key: string; words: string; shown: string[] } {
  const keys = lines.map((_words, n) => `${pool}.${n}`);
  const unsaid = keys.findIndex((key) => !shown.includes(key));
  const at = unsaid >= 0 ? unsaid : keys.indexOf(shown.find((key) => keys.includes(key)) ?? `${pool}.0`);
  const key = `${pool}.${at}`;
  return { key, words: lines[at] ?? '', shown: withLast(shown, key) };
}

/** A line of the pool while some are unsaid, then none: what follows it is enough. */
function onceFrom(pool: string, lines: readonly string[], shown: readonly string[]): ReturnType<typeof fresh> | null {
  return lines.some((_words, n) => !shown.includes(`${pool}.${n}`)) ? fresh(pool, lines, shown) : null;
}

function withLast(shown: readonly string[], key: string): string[] {
  return [...shown.filter((k) => k !== key), key];
}

/** Somebody who hurts the player may see the screen. Keys of what was shown and ids of rules begin with their kind. */
function isWatched(keys: readonly string[]): boolean {
  return keys.some((key) => key.startsWith('abuse.'));
}

function isKind(category: string | null): category is CrisisKind {
  return CRISIS_KINDS.some((kind) => kind === category);
}
