// The therapeutic plan in a turn: what the player did of an earlier offer, what this turn brings in, and how it is told. One
// place for a rule-based, an authored and a model form of each agent, so that every limit holds for all of them.
import type { Narration, Outcome, Spared, Steering, WorldProposal } from '../domain/agents.ts';
import type { Offered, PlanRequest, TherapeuticPlan } from '../domain/plan.ts';
import { withFinding, withRequest } from '../domain/plan.ts';
import type { PlanBrief } from '../domain/plan-brief.ts';
import { briefOf, PRACTISED, SWITCHED_OFF, TAKEN_UP, woven } from '../domain/plan-brief.ts';
import { offer, situationOf } from '../domain/plan-offer.ts';
import type { PlanNews } from '../domain/plan-progress.ts';
import { actOf, isSamePhrase } from '../domain/plan-progress.ts';
import type { TurnRun } from '../domain/turn-run.ts';
import { CLEAR_VERDICT } from '../domain/verdict.ts';
import type { TurnServices } from './services.ts';

/** The player sent back exactly what was suggested: no agent has to guess at it, and nothing in the world changes by it. */
export function tookUp({ session, input, turnSeq }: TurnRun): boolean {
  const { on, awaited } = session.plan;
  return on && awaited !== null && turnSeq <= awaited.untilTurn && isSamePhrase(input.text, awaited.suggestion);
}

/** The outcome of a request for a technique. */
const ASKED_FOR = 'technique';

export const takenUp = TAKEN_UP;
export const practised: WorldProposal = { changes: [], outcomes: [PRACTISED] };

/** The player asks for what they have switched off. Then the plan has the answer, and no agent anything to tell of it. */
export function switchedOff({ session, understanding }: TurnRun): boolean {
  return !session.plan.on && understanding?.intent === 'technique';
}

/** What is left for the narrator to tell: what was practised, and what is switched off, has its own words. */
export function toTell(run: TurnRun, proposal: WorldProposal): WorldProposal {
  const own = switchedOff(run) ? [PRACTISED.code, ASKED_FOR] : [PRACTISED.code];
  const outcomes = proposal.outcomes.filter(({ code }: Outcome) => !own.includes(code));
  return { ...proposal, outcomes };
}

/** The run with what the player has just done and what the story now offers, if anything. The same run gets the same. */
export function withOffer(services: TurnServices, run: TurnRun): TurnRun {
  const { session, input, turnSeq, understanding, proposal } = run;
  const view = run.viewAfter ?? run.view;
  const found = foundPlan(run);
  const act = actOf(found, {
    turnSeq,
    text: input.text,
    ...(understanding === undefined ? {} : { understanding }),
  });
  const { act: _act, offered: _offered, ...bare } = run;
  const done = act === null ? bare : { ...bare, act };
  if (view === undefined || understanding === undefined) return done;
  const request = requestOf(run);
  const { guidance, protected: shielded, avoid, sessionId } = session;
  const offering = offer(request === null ? found : withRequest(found, request), services.techniques, {
    turnSeq,
    situation: situationOf(view, understanding, proposal?.outcomes),
    interaction: understanding.interaction,
    gentler: guidance.gentler || shielded || understanding.intent === 'gentler',
    seed: `${sessionId}/${turnSeq}`,
    mayShow: (text) => services.safety.screenNarrative([text], { avoid }).passed,
  });
  return offering === null ? done : { ...done, offered: offering.offered };
}

/** Told in the plainest words, a turn brings nothing in. */
export function withoutOffer({ offered: _offered, ...run }: TurnRun): TurnRun {
  return run;
}

/** What was told, with what was done before it and what is offered after it. */
export function withPlan(services: TurnServices, run: TurnRun, narration: Narration): Narration {
  return woven(narration, { ...briefFor(services, run), answer: switchedOff(run) ? SWITCHED_OFF : null });
}

/** Of what the player allows and is ready for, the less: below a third the story keeps to surfaces, above two thirds it may stay. */
function depthOf({ intensity, readiness }: TherapeuticPlan): Steering['depth'] {
  const least = Math.min(intensity, readiness);
  if (least < 1 / 3) return 'light';
  return least > 2 / 3 ? 'open' : 'steady';
}

/**
 * What the plan means for an agent that asks a model, the same for all three. Nobody's words and nothing of the profile are in it
 * unless the player agreed that a model receives them; the author's own texts may always be told.
 */
export function steeringOf(services: TurnServices, run: TurnRun): Steering {
  const { session, turnSeq, input } = run;
  const plan = foundPlan(run);
  const { suggested } = briefOf(plan, { turnSeq, text: input.text });
  const ours = {
    invited: suggested === null ? null : { suggestion: suggested, intents: plan.awaited?.intents ?? [] },
    next: briefFor(services, run).offer?.beat ?? null,
  };
  if (!session.modelConsent)
    return { ...ours, themes: [], depth: 'steady', bodyFocus: true, avoid: { hard: [], soft: [] }, note: null };
  const { guidance, avoid, protected: shielded } = session;
  const spared = (written: string): Spared => ({ written, known: services.safety.themesIn(written) });
  return {
    ...ours,
    themes: plan.on ? plan.themes : [],
    depth: guidance.gentler || shielded ? 'light' : depthOf(plan),
    bodyFocus: plan.bodyFocus,
    avoid: {
      // The team's themes are among them: what a clinician rules out is out.
      hard: avoid.filter((theme) => !plan.avoidSoft.includes(theme)).map(spared),
      soft: plan.avoidSoft.map(spared),
    },
    note: guidance.note,
  };
}

function briefFor(services: TurnServices, run: TurnRun): Pick<PlanBrief, 'did' | 'offer'> {
  const { input, turnSeq, understanding } = run;
  const { did } = briefOf(foundPlan(run), {
    turnSeq,
    text: input.text,
    ...(understanding === undefined ? {} : { understanding }),
  });
  return { did, offer: run.offered === undefined ? null : formOf(services, run.offered) };
}

function formOf({ techniques }: TurnServices, { technique, form }: Offered): PlanBrief['offer'] {
  return techniques.find(({ id }) => id === technique)?.forms.find(({ id }) => id === form) ?? null;
}

/** The plan after this turn's words were read: what was just said holds at once. */
function foundPlan({ session, verdict = CLEAR_VERDICT, turnSeq }: TurnRun): TherapeuticPlan {
  return withFinding(session.plan, verdict, turnSeq);
}

function requestOf(run: TurnRun): PlanRequest | null {
  if (run.understanding?.intent !== 'technique' || tookUp(run)) return null;
  return { by: 'player', technique: run.understanding.wish ?? null };
}

/** As the turn stores it, so that a turn that is told again says the same. */
export function foundIn({ level, category, response, reasons }: PlanNews['verdict']): PlanNews['verdict'] {
  return { level, category, response, reasons };
}

export function newsOf(run: TurnRun): PlanNews {
  return {
    turnSeq: run.turnSeq,
    verdict: foundIn(run.verdict ?? CLEAR_VERDICT),
    act: run.act ?? null,
    offered: run.offered ?? null,
    request: requestOf(run),
    skipped: run.understanding?.intent === 'skip',
  };
}
