// Plays the plan of a session without its story: for tests that ask what is offered over many turns.
import type { PlanProfile, Technique, TherapeuticPlan } from '../../src/domain/plan.ts';
import { planFrom } from '../../src/domain/plan.ts';
import type { Moment, Offer } from '../../src/domain/plan-offer.ts';
import { offer } from '../../src/domain/plan-offer.ts';
import { afterTurn, NO_STEP } from '../../src/domain/plan-progress.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { CLEAR_VERDICT } from '../../src/domain/verdict.ts';

export const OPEN_PROFILE: PlanProfile = {
  goals: [],
  intensity: 1,
  readiness: 1,
  avoidSoft: [],
  avoidHard: [],
  techniques: true,
};

export interface PlayedTurn {
  turnSeq: number;
  offer: Offer | null;
  /** As it was when the offer was chosen. */
  plan: TherapeuticPlan;
}

/** What is said and where, by turn; what is left out is a quiet turn of play outdoors. */
export type Script = (
  turnSeq: number,
  plan: TherapeuticPlan,
) => Partial<Moment> & { verdict?: Verdict; change?: TherapeuticPlan };

export function play(
  techniques: readonly Technique[],
  profile: Partial<PlanProfile>,
  turns: number,
  script: Script = () => ({}),
): { turns: PlayedTurn[]; plan: TherapeuticPlan; offers: Offer[] } {
  let plan = planFrom({ ...OPEN_PROFILE, ...profile });
  const played: PlayedTurn[] = [];
  for (let turnSeq = 1; turnSeq <= turns; turnSeq += 1) {
    const { verdict = CLEAR_VERDICT, change, ...moment } = script(turnSeq, plan);
    if (change !== undefined) plan = change;
    const before = afterTurn(plan, { ...NO_STEP, turnSeq, verdict, act: null, offered: null });
    const found = offer(before, techniques, {
      turnSeq,
      situation: ['outdoors', 'at_rest'],
      interaction: 'play',
      gentler: false,
      seed: `s/${turnSeq}`,
      ...moment,
    });
    played.push({ turnSeq, offer: found, plan: before });
    // As it comes back from the workflow's history, or from the run before.
    const next = afterTurn(plan, { ...NO_STEP, turnSeq, verdict, act: null, offered: found?.offered ?? null });
    plan = JSON.parse(JSON.stringify(next));
  }
  return { turns: played, plan, offers: played.flatMap((turn) => turn.offer ?? []) };
}

export function verdictOf(part: Partial<Verdict>): Verdict {
  return { ...CLEAR_VERDICT, ...part };
}
