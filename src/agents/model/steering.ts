// What of the plan goes into a question to a model. The player's own words for a theme, and the team's note, may name somebody: they
// go to a model of this computer only. Anybody else's is told the theme by the screen's own name for it, and no note.
import type { Spared, Steering } from '../../domain/agents.ts';
import type { ModelProvider } from '../../models/index.ts';

type Told = Record<string, unknown>;

/** A profile may hold sixty themes of two hundred letters, more than a small model reads at all. The screen knows every one. */
const MOST_THEMES = 12;
const LONGEST_THEME = 80;

/** For the input processor: what the player was invited to, so that doing it in other words is understood as doing it. */
export function invitedIn(steering: Steering | undefined): Told {
  const invited = steering?.invited;
  return invited ? { invited: { to: invited.suggestion, counts: invited.intents } } : {};
}

/** For world builder and narrator: what must not come up, and what had better not. */
export function sparedIn(steering: Steering | undefined, provider: Pick<ModelProvider, 'inHouse'>): Told {
  if (steering === undefined) return {};
  const named = (themes: readonly Spared[]): string[] => {
    const told = themes.flatMap(({ written, known }) => (provider.inHouse ? [written.slice(0, LONGEST_THEME)] : known));
    return [...new Set(told)].slice(0, MOST_THEMES);
  };
  const never = [...named(steering.avoid.hard), ...(steering.bodyFocus ? [] : ['breath and bodily sensations'])];
  const rather = named(steering.avoid.soft).filter((theme) => !never.includes(theme));
  return {
    ...(never.length === 0 ? {} : { never }),
    ...(rather.length === 0 ? {} : { ratherNot: rather }),
  };
}

/** For the narrator: how to tell it for this player, and what the author tells after it. */
export function leaningIn(steering: Steering | undefined, provider: Pick<ModelProvider, 'inHouse'>): Told {
  if (steering === undefined) return {};
  const { themes, depth, invited, next } = steering;
  const note = noteIn(steering, provider);
  return {
    depth,
    ...(themes.length === 0 ? {} : { lean: themes }),
    ...sparedIn(steering, provider),
    ...(invited === null ? {} : { invited: invited.suggestion }),
    ...(next === null ? {} : { next }),
    ...(note === null ? {} : { note }),
  };
}

export function noteIn(steering: Steering | undefined, { inHouse }: Pick<ModelProvider, 'inHouse'>): string | null {
  return inHouse ? (steering?.note ?? null) : null;
}

/** This many words in a row, the same as in the note, are a quotation. */
const IN_A_ROW = 4;

/**
 * Whether a told sentence gives the note away: some of its words in a row, or a name in it. `plain` are texts whose words are nobody's
 * name that this player could be hurt by, such as the author's telling.
 */
export function quoting(note: string | null, plain: Iterable<string>): (sentence: string) => boolean {
  if (note === null) return () => false;
  const runs = new Set(runsOf(note));
  const known = new Set([...plain].flatMap(wordsOf));
  const named = (pattern: RegExp, text: string): string[] =>
    [...text.matchAll(pattern)].map(([word]) => word.toLowerCase()).filter((word) => !known.has(word));
  const sure = new Set(named(WITHIN, note));
  const perhaps = new Set(named(CAPITAL, note));
  return (sentence) =>
    named(CAPITAL, sentence).some((word) => sure.has(word)) ||
    named(WITHIN, sentence).some((word) => perhaps.has(word)) ||
    runsOf(sentence).some((run) => runs.has(run));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+(?:['\u2019]\p{L}+)?/gu) ?? [];

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(IN_A_ROW - 1).map((_, from) => words.slice(from, from + IN_A_ROW).join(' '));
}

/** A word with a capital letter; and one that owes it to no beginning of a sentence, and so is a name. */
const CAPITAL = /(?<!\p{L})\p{Lu}\p{Ll}{2,}/gu;
const WITHIN = /(?<=[\p{L}\p{N},][\p{Zs}'\u2019]+)\p{Lu}\p{Ll}{2,}/gu;
