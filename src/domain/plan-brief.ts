// How the plan reaches the agents in a turn, and the text: the same for a rule-based, an authored and a model form of each. What
// is offered is always told in the author's own words; a model may lead up to it and never words it.
import type { Narration, Outcome, Understanding } from './agents.ts';
import type { GoalTheme, TechniqueForm, TherapeuticPlan } from './plan.ts';
import type { Act } from './plan-progress.ts';
import { actOf, isSamePhrase } from './plan-progress.ts';

/** What all three agents may know of the plan. Nothing of what was found, and none of the player's words. */
export interface PlanBrief {
  /** What the player wants to work on, for a narrator that can lean towards it. */
  themes: readonly GoalTheme[];
  intensity: number;
  /** The suggestion of an earlier turn that the player may still take up. */
  suggested: string | null;
  /** What the player has just done of it. `told`: the authored words for it, when the suggestion itself was taken up. */
  did: { act: Act; told: string | null } | null;
  /** What this turn brings in, told after all that happened. */
  offer: Pick<TechniqueForm, 'beat' | 'suggestion'> | null;
}

/** The brief before the turn's offer is chosen: what input processor and world builder read. */
export function briefOf(
  plan: TherapeuticPlan,
  turn: { turnSeq: number; text: string; understanding?: Pick<Understanding, 'intent' | 'confidence' | 'then'> },
): PlanBrief {
  const { themes, intensity } = plan;
  const awaited = plan.on && plan.awaited !== null && turn.turnSeq <= plan.awaited.untilTurn ? plan.awaited : null;
  const act = actOf(plan, turn);
  const took = awaited !== null && isSamePhrase(turn.text, awaited.suggestion);
  return {
    themes,
    intensity,
    suggested: awaited?.suggestion ?? null,
    did: act === null ? null : { act, told: took ? (awaited?.done ?? null) : null },
    offer: null,
  };
}

/** For the input processor: the player took up the suggestion. It is known exactly, and no grammar has to guess at it. */
export const TAKEN_UP: Understanding = {
  intent: 'technique',
  interaction: 'technique',
  spoken: false,
  entities: [],
  unresolved: false,
  tone: 'neutral',
  confidence: 1,
  // biome-ignore lint/suspicious/noThenProperty: an array, never called; the type is the agents' contract.
  then: [],
};

/** For the world builder: it happened, and nothing in the world changed by it. The narrator has nothing of its own to tell. */
export const PRACTISED: Outcome = { code: 'practised', success: true, entities: [] };

/** To a player who asks for what they have switched off, by the words of the page on which it is switched on. */
export const SWITCHED_OFF =
  'Take what time you need. Small exercises are switched off for you, so the story brings none in. To have them again, choose “What the story should know” under “Options”, and tick “The story may offer small exercises, such as a way of breathing”.';

/** The narration with what was done, or what is answered, before it and what is offered after it: each a paragraph of its own. */
export function woven(
  narration: Narration,
  { did, offer, answer = null }: Pick<PlanBrief, 'did' | 'offer'> & { answer?: string | null },
): Narration {
  const first = did?.told ?? answer;
  const parts = [
    first === null ? [] : sentencesOf(first),
    narration.sentences,
    offer === null ? [] : sentencesOf(offer.beat),
  ];
  const suggestions = narration.suggestions.filter((one) => offer === null || !isSamePhrase(one, offer.suggestion));
  return {
    ...narration,
    sentences: parts.filter((part) => part.length > 0).reduce(apart, []),
    suggestions: offer === null ? suggestions : [offer.suggestion, ...suggestions].slice(0, 4),
  };
}

function apart(before: readonly string[], part: readonly string[]): readonly string[] {
  const last = before.at(-1);
  return last === undefined ? part : [...before.slice(0, -1), `${last.trimEnd()}\n\n`, ...part];
}

/** Authored text only: it has no abbreviations. Each sentence keeps the space that follows it. */
function sentencesOf(text: string): string[] {
  return text.match(/.+?(?:[.!?]+[”’]?(?:\s+|$)|$)/gsu) ?? [text];
}
