// What the player did with what the story offered, as named acts in plain words. Counted so that it can be said, never scored,
// never held against a day on which nothing was done.
import type { Understanding } from './agents.ts';
import type { Offered, PlanRequest, Practice, Technique, TherapeuticPlan } from './plan.ts';
import { withFinding, withRequest, withRest } from './plan.ts';
import { afterOffer } from './plan-offer.ts';
import type { Verdict } from './verdict.ts';

/** Something the player did in the story that a technique was about. */
export interface Act {
  turnSeq: number;
  technique: string;
  act: string;
}

/** Above what the input processor gives a text that it takes for speech because it is nothing else (0.65). */
const SURE = 0.7;

/** Null when nothing was offered lately or the player did something else, which is always right too. */
export function actOf(
  plan: TherapeuticPlan,
  turn: { turnSeq: number; text: string; understanding?: Pick<Understanding, 'intent' | 'confidence' | 'then'> },
): Act | null {
  const { awaited } = plan;
  if (!plan.on || awaited === null || turn.turnSeq > awaited.untilTurn) return null;
  const act: Act = { turnSeq: turn.turnSeq, technique: awaited.technique, act: awaited.act };
  if (isSamePhrase(turn.text, awaited.suggestion)) return act;
  const { understanding } = turn;
  if (understanding === undefined) return null;
  const commands = [understanding, ...understanding.then];
  return commands.some(({ intent, confidence }) => confidence >= SURE && awaited.intents.includes(intent)) ? act : null;
}

/** Whether the player typed, or tapped, this suggestion. */
export function isSamePhrase(text: string, suggestion: string): boolean {
  return plain(text) === plain(suggestion);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Once for each time it was offered. The same act again, from a turn that was run twice, changes nothing. */
export function recordAct(plan: TherapeuticPlan, { turnSeq, technique, act }: Act): TherapeuticPlan {
  const at = plan.practised.findIndex((one) => one.technique === technique && one.act === act);
  const found = plan.practised[at];
  if (found !== undefined && found.lastTurn >= turnSeq) return plan;
  const awaited = plan.awaited?.technique === technique ? null : plan.awaited;
  if (found === undefined) {
    const first: Practice = { technique, act, times: 1, firstTurn: turnSeq, lastTurn: turnSeq };
    return { ...plan, awaited, practised: [...plan.practised, first] };
  }
  const again: Practice = { ...found, times: found.times + 1, lastTurn: turnSeq };
  return { ...plan, awaited, practised: plan.practised.with(at, again) };
}

/** What happened to the plan in one turn: kept with the stored turn, so that a turn that is told again says the same. */
export interface PlanStep {
  act: Act | null;
  /** Null also when the form that was chosen was blocked and something else was told. */
  offered: Offered | null;
  /** The player asked for a technique. */
  request: PlanRequest | null;
  /** The player asked to be spared what was offered. */
  skipped: boolean;
}

export const NO_STEP: PlanStep = { act: null, offered: null, request: null, skipped: false };

export interface PlanNews extends PlanStep {
  turnSeq: number;
  verdict: Pick<Verdict, 'level' | 'category' | 'response' | 'reasons'>;
}

/** The plan after a turn. Taking the same news twice changes nothing. */
export function afterTurn(plan: TherapeuticPlan, news: PlanNews): TherapeuticPlan {
  const { turnSeq, verdict, act, offered, request, skipped } = news;
  const found = withFinding(plan, verdict, turnSeq);
  const spared = skipped ? withRest(found, turnSeq) : found;
  const asked = request === null ? spared : withRequest(spared, request);
  const practised = act === null ? asked : recordAct(asked, act);
  return offered === null ? practised : afterOffer(practised, offered);
}

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times', 'six times', 'seven times'];

/** One sentence for each named act, the latest first, such as "You named what you saw three times." Empty when there is none. */
export function practiceLines(
  practised: readonly Practice[],
  techniques: readonly Technique[],
  reader: 'player' | 'clinician',
): string[] {
  return [...practised]
    .sort((a, b) => b.lastTurn - a.lastTurn)
    .flatMap(({ technique: id, act, times }) => {
      // A technique that a later release took away has no words any more; what was done stays in the record.
      const technique = techniques.find((one) => one.id === id && one.act.id === act);
      if (technique === undefined) return [];
      const often = TIMES[times] ?? 'many times';
      return reader === 'player'
        ? [`${technique.act.player} ${often}.`]
        : [`${technique.act.clinician} ${often} (${technique.title}).`];
    });
}
