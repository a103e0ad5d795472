// Which technique, if any, comes into the story in this turn. A pure function of plan, moment and seed: a turn that is run
// again offers the same. Every limit a player relies on is decided in `obstacleTo` and `mentions`, nowhere else.
import type { InteractionType, Outcome, Understanding } from './agents.ts';
import type { Offered, Situation, Technique, TechniqueForm, TherapeuticPlan } from './plan.ts';
import { ALWAYS_BARRED, SHOWN_KEPT } from './plan.ts';
import type { WorldView } from './world.ts';

/** At most one turn in three carries a technique. */
export const TURNS_BETWEEN_OFFERS = 3;
/** Of the turns that allow one, this share does: a game first, and not by the clock. */
const LIKELIHOOD = 0.4;
/** When the story was asked to be gentler nothing above this is offered. */
export const GENTLE_INTENSITY = 0.3;

export interface Moment {
  /** The number the turn will have. */
  turnSeq: number;
  situation: readonly Situation[];
  /** Of the player's words: questions about the game, wishes to stop and "are you real?" carry no technique. */
  interaction: InteractionType;
  /** The care team asked for it, or narrative was blocked too often. */
  gentler: boolean;
  seed: string;
  /** Whether a text may be shown to this player, by the screening door; the plan's own words are looked at before it. */
  mayShow?: (text: string) => boolean;
}

export interface Offer {
  technique: Technique;
  form: TechniqueForm;
  /** Kept with the turn once the story has told it. */
  offered: Offered;
}

/** Why a technique is not offered to this player now, in the order in which a person would want to know. */
export type Obstacle =
  | 'off'
  | 'held'
  | 'resting'
  | 'too_soon'
  | 'body_focus_excluded'
  | 'contraindicated'
  | 'readiness'
  | 'intensity'
  | 'avoided';

export function obstacleTo(plan: TherapeuticPlan, technique: Technique, turnSeq: number): Obstacle | null {
  const { framework, contraindications, bodyFocused, readiness, intensity, forms } = technique;
  if (!plan.on) return 'off';
  // After great danger only a person decides which technique may come again, and never against the rest of these.
  const wanted = plan.requests.find(({ by }) => by === 'clinician');
  const called = wanted !== undefined && techniquesMeant([technique], wanted.technique).length > 0;
  if (plan.cautions.includes('level_high') && !called) return 'held';
  if (turnSeq <= plan.restUntil) return 'resting';
  if (turnSeq < plan.lastOfferTurn + TURNS_BETWEEN_OFFERS) return 'too_soon';
  if (!plan.bodyFocus && (bodyFocused || contraindications.includes('body_focus_excluded')))
    return 'body_focus_excluded';
  const barred = [...contraindications, ...ALWAYS_BARRED[framework]];
  if (plan.cautions.some((caution) => barred.includes(caution))) return 'contraindicated';
  if (readiness > plan.readiness) return 'readiness';
  if (intensity > plan.intensity) return 'intensity';
  return forms.every((form) => mentions(form, plan.avoidHard)) ? 'avoided' : null;
}

/** Null in most turns. */
export function offer(plan: TherapeuticPlan, techniques: readonly Technique[], moment: Moment): Offer | null {
  const { turnSeq, seed, situation, interaction, gentler, mayShow = () => true } = moment;
  if (interaction !== 'play' && interaction !== 'talk' && interaction !== 'technique') return null;
  const allowed = techniques.filter(
    (technique) =>
      obstacleTo(plan, technique, turnSeq) === null && (!gentler || technique.intensity <= GENTLE_INTENSITY),
  );
  const best = (among: readonly Technique[]) =>
    ranked(plan, among, situation, seed).find(({ form }) => [form.beat, form.suggestion, form.done].every(mayShow));
  for (const { by, technique: wish } of plan.requests) {
    const asked = best(techniquesMeant(allowed, wish));
    if (asked !== undefined) return { ...asked, offered: offeredAs(asked, turnSeq, by) };
  }
  if (drawn(`${seed}/whether`) >= LIKELIHOOD) return null;
  const chosen = best(allowed);
  return chosen === undefined ? null : { ...chosen, offered: offeredAs(chosen, turnSeq, null) };
}

/** Those that a wish means, by id, title or framework, however it is written; all of them for no particular wish. */
export function techniquesMeant(techniques: readonly Technique[], wish: string | null): Technique[] {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  if (wish === null) return [...techniques];
  const wished = plain(wish);
  return techniques.filter(
    ({ id, title, framework }) =>
      [id, title, framework].some((name) => plain(name) === wished) || plain(framework).split(' ').includes(wished),
  );
}

function offeredAs({ technique, form }: Omit<Offer, 'offered'>, turnSeq: number, askedBy: Offered['askedBy']): Offered {
  const { id, act } = technique;
  const { suggestion, done } = form;
  const untilTurn = turnSeq + act.within;
  return {
    turnSeq,
    technique: id,
    form: form.id,
    act: act.id,
    intents: act.intents,
    suggestion,
    done,
    untilTurn,
    askedBy,
  };
}

/** The story has told it. The same offer again, from a turn that was run twice, changes nothing. */
export function afterOffer(plan: TherapeuticPlan, offered: Offered): TherapeuticPlan {
  const { turnSeq, askedBy, ...awaited } = offered;
  if (turnSeq <= plan.lastOfferTurn) return plan;
  const key = `${offered.technique}/${offered.form}`;
  return {
    ...plan,
    lastOfferTurn: turnSeq,
    requests: plan.requests.filter(({ by }) => by !== askedBy),
    shown: [...plan.shown.filter((one) => one !== key), key].slice(-SHOWN_KEPT),
    awaited,
  };
}

/** What the moment is like, from what the agents know of it. A place says `indoors: true` or `false`; without it neither holds. */
export function situationOf(
  view: Pick<WorldView, 'place' | 'characters'>,
  understanding?: Pick<Understanding, 'intent' | 'unresolved' | 'ambiguous'>,
  outcomes: readonly Pick<Outcome, 'success'>[] = [],
): Situation[] {
  const found: Situation[] = [];
  if (view.place.properties.indoors === true) found.push('indoors');
  if (view.place.properties.indoors === false) found.push('outdoors');
  if (view.characters.length > 0) found.push('with_someone');
  const { intent = 'unknown', unresolved = false, ambiguous = [] } = understanding ?? {};
  // A sentence that was not understood is the game's failure, not the player's.
  const understood = intent !== 'unknown' && !unresolved && ambiguous.length === 0;
  if (understood && outcomes.some(({ success }) => !success)) found.push('after_failure');
  else if (RESTFUL.has(intent)) found.push('at_rest');
  return found;
}

const RESTFUL: ReadonlySet<string> = new Set([
  'wait',
  'look',
  'listen',
  'smell',
  'touch',
  'feel',
  'eat',
  'drink',
  'technique',
  'gentler',
]);

function ranked(
  plan: TherapeuticPlan,
  techniques: readonly Technique[],
  situation: readonly Situation[],
  seed: string,
): { technique: Technique; form: TechniqueForm }[] {
  const lastTechnique = plan.shown.at(-1)?.split('/')[0];
  const scored = techniques.flatMap((technique) => {
    const fits = technique.forms.filter(
      (form) => form.when.every((need) => situation.includes(need)) && !mentions(form, plan.avoidHard),
    );
    return fits.map((form) => {
      const shownAt = plan.shown.indexOf(`${technique.id}/${form.id}`);
      const score =
        // What was never shown comes first, then what was shown longest ago.
        (shownAt === -1 ? 0 : -100 - shownAt * 10) +
        (mentions(form, plan.avoidSoft) ? -20 : 0) +
        (technique.id === lastTechnique ? -5 : 0) +
        technique.helps.filter((theme) => plan.themes.includes(theme)).length * 2 +
        form.when.length +
        drawn(`${seed}/${technique.id}/${form.id}`) * 3;
      return { technique, form, score };
    });
  });
  return scored.sort((a, b) => b.score - a.score).map(({ technique, form }) => ({ technique, form }));
}

/** Words of a topic that would shut out every form and say nothing. */
const QUIET = new Set(
  'the and about with being have having any anything everything thing people person someone other stories story talk talking please not like when that this from into your you for are was too very things scenes mention mentioning'.split(
    ' ',
  ),
);

/**
 * Whether a form shows one of the topics that the player named. One shared word is enough: another form can be told instead, so here it
 * costs nothing to be strict. The screening door, which knows synonyms, reads the form again.
 */
export function mentions(form: Words, topics: readonly string[]): boolean {
  if (topics.length === 0) return false;
  const told = stemsOf(form, ({ beat, suggestion, done, touches }) => [beat, suggestion, done, ...touches]);
  for (const stem of stemsOf(topics, (all) => all)) if (told.has(stem)) return true;
  return false;
}

type Words = Pick<TechniqueForm, 'beat' | 'suggestion' | 'done' | 'touches'>;

/** Forms and topics are the same objects many times over, and taking words apart is nearly all the work of an offer. */
const known = new WeakMap<object, ReadonlySet<string>>();

function stemsOf<T extends object>(source: T, texts: (source: T) => readonly string[]): ReadonlySet<string> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const found = new Set(texts(source).flatMap(stems));
  known.set(source, found);
  return found;
}

function stems(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words
    .filter((word) => !QUIET.has(word))
    .map((word) =>
      word.length < 4
        ? word
        : word
            .replace(/ies$/, 'y')
            .replace(/(?<=\p{L}{3})(ing|ed|es|s)$/u, '')
            .replace(/(\p{L})\1$/u, '$1')
            .replace(/(?<=\p{L}{3})e$/u, ''),
    );
}

/** 0 … 1, always the same for the same words (FNV-1a, with a last mixing: neighbouring seeds must not draw alike). */
function drawn(seed: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
