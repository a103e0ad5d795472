// The therapeutic plan of one session: what the player chose, what screening found, what was offered and what was done with it.
// Plain records and pure rules, so that the workflow keeps it and all three agents read the same. Choosing is in plan-offer.ts.
import type { Intent } from './agents.ts';
import type { Level, Verdict } from './verdict.ts';
import { levelRank } from './verdict.ts';

export const FRAMEWORKS = [
  'cbt_reframing',
  'mindfulness_grounding',
  'act_values',
  'problem_solving',
  'self_compassion',
] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** Reasons why something is not offered. All but `body_focus_excluded`, which is the player's setting, are found by screening. */
export const CAUTIONS = [
  'disclosed_abuse',
  'bereavement',
  'discrimination',
  'psychosis',
  'panic',
  'eating',
  'level_moderate',
  'level_high',
  'body_focus_excluded',
] as const;
export type Caution = (typeof CAUTIONS)[number];

/** What holds whatever a data file says: looking at it another way is no answer to harm, loss or injustice. */
export const ALWAYS_BARRED: Readonly<Record<Framework, readonly Caution[]>> = {
  cbt_reframing: ['disclosed_abuse', 'bereavement', 'discrimination', 'level_moderate', 'level_high'],
  mindfulness_grounding: [],
  act_values: ['level_high'],
  problem_solving: ['level_high'],
  self_compassion: [],
};

export const SITUATIONS = ['indoors', 'outdoors', 'with_someone', 'after_failure', 'at_rest'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What a goal in the player's words is about. The words themselves never enter the plan. */
export const GOAL_THEMES = ['worry', 'calm', 'self_worth', 'mood', 'decisions', 'closeness', 'meaning'] as const;
export type GoalTheme = (typeof GOAL_THEMES)[number];

/** One way of bringing a technique into the story. */
export interface TechniqueForm {
  id: string;
  /** All of them have to hold; none: it fits anywhere. */
  when: readonly Situation[];
  /** Themes it shows beyond its own words, for those who want to be spared them. */
  touches: readonly string[];
  /** What is told, in the second person. */
  beat: string;
  /** What the player may do about it, imperative. Doing exactly this counts. */
  suggestion: string;
  /** What is told when the player did it. */
  done: string;
}

export interface Technique {
  id: string;
  framework: Framework;
  /** For clinicians; players never see it. */
  title: string;
  source: { authors: string; year: number; title: string; published: string; doi?: string };
  /** Least readiness, 0 … 1. */
  readiness: number;
  /** 0 … 1, compared with what the player allows. */
  intensity: number;
  bodyFocused: boolean;
  contraindications: readonly Caution[];
  helps: readonly GoalTheme[];
  act: {
    id: string;
    /** Commands that count as having done it, in this many turns after it was shown. */
    intents: readonly Intent[];
    within: number;
    /** "You named what you saw" and "Named what they saw": how often is added. */
    player: string;
    clinician: string;
  };
  forms: readonly TechniqueForm[];
}

/** What the plan needs of a player's profile. */
export interface PlanProfile {
  goals: readonly string[];
  /** 0 … 1 */
  intensity: number;
  readiness: number;
  avoidSoft: readonly string[];
  avoidHard: readonly string[];
  techniques: boolean;
  /** False: nothing that turns to breath or body. Without it the themes to be avoided are looked at. */
  bodyFocus?: boolean;
}

export const ASKERS = ['clinician', 'player'] as const;
export type Asker = (typeof ASKERS)[number];

export interface PlanRequest {
  by: Asker;
  /** Id, title or framework of a technique; null: any. */
  technique: string | null;
}

/** What was last brought into the story, and what of the player's counts as having done it. */
export interface Awaited {
  technique: string;
  form: string;
  act: string;
  intents: readonly Intent[];
  suggestion: string;
  done: string;
  /** The last turn in which it counts. */
  untilTurn: number;
}

/** An offer as a stored turn keeps it: all that the plan needs of it, without the data files. */
export interface Offered extends Awaited {
  turnSeq: number;
  /** Who asked for it; null: nobody did. */
  askedBy: Asker | null;
}

export interface Practice {
  technique: string;
  act: string;
  times: number;
  firstTurn: number;
  lastTurn: number;
}

export interface TherapeuticPlan {
  on: boolean;
  intensity: number;
  readiness: number;
  bodyFocus: boolean;
  themes: readonly GoalTheme[];
  avoidSoft: readonly string[];
  avoidHard: readonly string[];
  /** Only ever grows: what was said once is not unsaid by the next turn. */
  cautions: readonly Caution[];
  /** No technique up to and in this turn. */
  restUntil: number;
  /** At most one of each: the clinician's is looked at first. */
  requests: readonly PlanRequest[];
  /** Turn of the last offer; 0: none yet, so that a session begins with its story. */
  lastOfferTurn: number;
  awaited: Awaited | null;
  /** Forms shown, `technique/form`, newest last. */
  shown: readonly string[];
  practised: readonly Practice[];
}

/** Turns without techniques after a step back ("techniques off for a while"): about ten minutes of play. */
export const REST_AFTER_SUPPORT = 6;
/** After a check-in: the story itself has to find its feet again first. */
export const REST_AFTER_CHECKIN = 12;
/** More than all forms there are of two frameworks: enough that none comes back soon, and the state stays under 2 KB. */
export const SHOWN_KEPT = 40;

/** `known`: cautions of the player's earlier sessions, which hold here too. */
export function planFrom(profile: PlanProfile, known: readonly Caution[] = []): TherapeuticPlan {
  return {
    ...settingsOf(profile),
    cautions: CAUTIONS.filter((caution) => known.includes(caution)),
    restUntil: 0,
    requests: [],
    lastOfferTurn: 0,
    awaited: null,
    shown: [],
    practised: [],
  };
}

/** The player changed the profile: the settings are new, what was found and done stays. */
export function withProfile(plan: TherapeuticPlan, profile: PlanProfile): TherapeuticPlan {
  const settings = settingsOf(profile);
  return { ...plan, ...settings, awaited: settings.on ? plan.awaited : null };
}

/** What the screening of a player's words means for the plan. The same finding again changes nothing. */
export function withFinding(
  plan: TherapeuticPlan,
  verdict: Pick<Verdict, 'level' | 'category' | 'response' | 'reasons'>,
  turnSeq: number,
): TherapeuticPlan {
  const found = cautionsOf(verdict);
  const rest = restAfter(verdict.level, found.length > 0);
  if (rest === 0 && verdict.response === 'story') return plan;
  return {
    ...plan,
    cautions: CAUTIONS.filter((caution) => plan.cautions.includes(caution) || found.includes(caution)),
    restUntil: Math.max(plan.restUntil, turnSeq + rest),
    // Nobody is held to an invitation that came before the hard moment, and what was asked for then is asked for anew.
    awaited: null,
    requests: found.includes('level_high') ? [] : plan.requests,
  };
}

/** The player asked to be spared it: nothing is waited for, and nothing comes for a while. */
export function withRest(plan: TherapeuticPlan, turnSeq: number): TherapeuticPlan {
  const restUntil = Math.max(plan.restUntil, turnSeq + REST_AFTER_SUPPORT);
  return { ...plan, restUntil, awaited: null, requests: plan.requests.filter(({ by }) => by !== 'player') };
}

/** Cautions that hold from the start: what was found in the player's sessions before. */
export function knownCautions(verdicts: readonly Parameters<typeof cautionsOf>[0][]): Caution[] {
  const found = new Set(verdicts.flatMap(cautionsOf));
  return CAUTIONS.filter((caution) => found.has(caution));
}

/** Somebody asked for a technique: it comes at the next turn that allows one. Of each asker the newest wish stands. */
export function withRequest(plan: TherapeuticPlan, request: PlanRequest): TherapeuticPlan {
  const all = [request, ...plan.requests.filter(({ by }) => by !== request.by)];
  return { ...plan, requests: all.sort((a, b) => ASKERS.indexOf(a.by) - ASKERS.indexOf(b.by)) };
}

const BODY = /\b(body|bodies|bodily|breath\w*|heart ?beats?|pulse|chest|muscles?|physical (sensations?|feelings?))\b/i;

function settingsOf(profile: PlanProfile) {
  const { techniques, intensity, readiness, avoidSoft, avoidHard, goals } = profile;
  const spared = [...avoidSoft, ...avoidHard].some((topic) => BODY.test(topic));
  return {
    on: techniques,
    intensity,
    readiness,
    bodyFocus: profile.bodyFocus ?? !spared,
    themes: GOAL_THEMES.filter((theme) => goals.some((goal) => ABOUT[theme].test(goal))),
    avoidSoft,
    avoidHard,
  };
}

const ABOUT: Readonly<Record<GoalTheme, RegExp>> = {
  worry: /worr|anxi|nervous|overthink|ruminat|fear|afraid|panic|stress/i,
  calm: /calm|relax|sleep|rest|slow down|quiet|breathe|ground|present|anger|angry|temper/i,
  self_worth: /kind(er)? to myself|self|confiden|worth|enough|perfect|fail|mistake|criti[cs]|sham|guilt/i,
  mood: /mood|sad|down|low|energy|motivat|happier|joy|enjoy|cheer/i,
  decisions: /deci[ds]|choos|choice|plan|problem|organi[sz]|procrastinat|put(ting)? off|start|finish|study|work/i,
  closeness: /friend|lonely|alone|people|talk|relationship|family|partner|trust|say no|boundar/i,
  meaning: /meaning|purpose|matters|value|direction|want from life|who i am/i,
};

function restAfter(level: Level, disclosed: boolean): number {
  if (levelRank(level) >= levelRank('moderate')) return REST_AFTER_CHECKIN;
  return level === 'low' || disclosed ? REST_AFTER_SUPPORT : 0;
}

/** Rule ids of config/safety by which something counts as disclosed, beside the verdict's own category and level. */
const DISCLOSES: readonly [prefix: string, caution: Caution][] = [
  ['abuse.', 'disclosed_abuse'],
  ['distress.past-abuse', 'disclosed_abuse'],
  ['distress.bereavement', 'bereavement'],
  ['distress.discrimination', 'discrimination'],
  ['distress.panic', 'panic'],
  ['medical.psychosis', 'psychosis'],
  ['eating.', 'eating'],
];

function cautionsOf({ level, category, reasons }: Pick<Verdict, 'level' | 'category' | 'reasons'>): Caution[] {
  const found = DISCLOSES.filter(([prefix]) => reasons.some((id) => id.startsWith(prefix))).map(([, code]) => code);
  if (category === 'abuse') found.push('disclosed_abuse');
  if (category === 'eating') found.push('eating');
  if (levelRank(level) >= levelRank('moderate')) found.push('level_moderate');
  if (levelRank(level) >= levelRank('high')) found.push('level_high');
  return found;
}

/** The plan of a session without techniques. */
export const NO_TECHNIQUES: TherapeuticPlan = planFrom({
  goals: [],
  intensity: 0.5,
  readiness: 0.5,
  avoidSoft: [],
  avoidHard: [],
  techniques: false,
});
