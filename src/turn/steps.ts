// The steps of a story turn, each a function from a turn on its way to the same turn one step further. What comes before them
// (the verdict, an earlier run of the same turn) and after (commit, emit) is in run.ts.
import type {
  AgentSource,
  NarrateInput,
  Narration,
  NarrativeGenerator,
  Occasion,
  ProposeInput,
  UnderstandInput,
} from '../domain/agents.ts';
import type { ScreenedText } from '../domain/screened-text.ts';
import type { AgentRunRecord, TurnRun } from '../domain/turn-run.ts';
import type { Pace } from './pace.ts';
import { AT_ONCE } from './pace.ts';
import {
  practised,
  steeringOf,
  switchedOff,
  takenUp,
  tookUp,
  toTell,
  withOffer,
  withoutOffer,
  withPlan,
} from './plan.ts';
import type { TurnServices } from './services.ts';

/** The input processor knows what the player means. */
export async function understand(services: TurnServices, run: TurnRun, pace = AT_ONCE): Promise<TurnRun> {
  const agent = services.worldOf(run.session).inputProcessor;
  const started = services.clock.tick();
  const asked = () =>
    agent.understand({ ...understandInput(run), ...steered(services, run, agent), ...pace.patience() });
  const understanding = tookUp(run) ? takenUp : await asked();
  return {
    ...run,
    understanding,
    next: 'changeWorld',
    ...recorded(services, run, 'ipa', agent, started, understanding),
  };
}

/** The world builder has proposed changes, and the view after them is known. */
export async function changeWorld(services: TurnServices, run: TurnRun, pace = AT_ONCE): Promise<TurnRun> {
  const world = services.worldOf(run.session);
  const started = services.clock.tick();
  const { worldBuilder } = world;
  const asked = () =>
    worldBuilder.propose({ ...proposeInput(run), ...steered(services, run, worldBuilder), ...pace.patience() });
  const proposal = tookUp(run) ? practised : await asked();
  const viewAfter = world.applyToView(viewOf(run), proposal.changes);
  return {
    ...run,
    proposal,
    viewAfter,
    next: 'narrate',
    ...recorded(services, run, 'wba', world.worldBuilder, started, proposal),
  };
}

/** The narrative generator has told what happened; on return after a long while it recalls first. */
export async function narrate(services: TurnServices, before: TurnRun, pace = AT_ONCE): Promise<TurnRun> {
  const run = withOffer(services, before);
  const narrator = tellerOf(services, run, pace);
  const started = services.clock.tick();
  const recap = run.session.returning ? recapped(await tell(run, narrator, 'recap', pace)) : null;
  for (const sentence of recap?.sentences ?? []) pace.voice.hear(sentence);
  const told = await tell(run, narrator, 'turn', pace, steered(services, run, narrator));
  const narration = withPlan(services, run, recap === null ? told : joined(recap, told));
  return { ...run, narration, next: 'screenNarrative', ...recorded(services, run, 'nga', narrator, started, told) };
}

/** How often blocked narrative goes back to the agent that wrote it, before the authored alternative is told. */
const REWRITES = 2;

export type Told = {
  narration: Narration;
  sentences: readonly ScreenedText[];
  text: ScreenedText;
  source: 'model' | 'authored';
  run: TurnRun;
};

/** The finding of a theme that this player does not want to meet: no fault of the text, so it is not counted as one. */
const AVOIDED = 'avoid.';
export const isAvoided = (finding: string): boolean => finding.startsWith(AVOIDED);

/** Where narrative was blocked too often, nothing but authored text is told any more. What was practised, or is switched off, has
 *  its own words; and what a player says of their own life is answered in words that somebody wrote for it. */
export function narratorOf(services: TurnServices, run: TurnRun): NarrativeGenerator {
  const { narrator, fallbackNarrator } = services.worldOf(run.session);
  const isAuthors = run.session.protected || tookUp(run) || switchedOff(run) || isOfTheirLife(run);
  return isAuthors ? fallbackNarrator : narrator;
}

/** A feeling, or anything at all that screening has found: a loss too, which is no danger. */
function isOfTheirLife({ understanding, verdict }: TurnRun): boolean {
  return understanding?.intent === 'feel' || (verdict?.reasons.length ?? 0) > 0;
}

/** Among fast steps nobody waits for a model: what has to be told there is told by the author. */
function tellerOf(services: TurnServices, run: TurnRun, pace: Pace): NarrativeGenerator {
  const narrator = narratorOf(services, run);
  return narrator.speed === 'slow' && pace === AT_ONCE ? services.worldOf(run.session).fallbackNarrator : narrator;
}

/** Every sentence has passed the door. Blocked text goes back to its agent with the findings, then to the authored form. */
export async function screenNarrative(
  services: TurnServices,
  run: TurnRun,
  occasion: Occasion = 'turn',
  pace = AT_ONCE,
): Promise<Told | null> {
  const { fallbackNarrator } = services.worldOf(run.session);
  const first = tellerOf(services, run, pace);
  const { avoid } = run.session;
  let current = run;
  let narrator = first;
  let narration = run.narration;
  for (let rewrite = 0; narration !== undefined; rewrite += 1) {
    const started = services.clock.tick();
    const screening = services.safety.screenNarrative(narration.sentences, { avoid });
    current = { ...current, screenMs: current.screenMs + services.clock.tick() - started };
    if (screening.passed) {
      const source = sourceOf(narration, narrator.speed === 'slow' ? 'model' : 'authored');
      return { narration, sentences: screening.sentences, text: screening.text, source, run: current };
    }
    pace.voice.takeBack('blocked');
    if (rewrite > REWRITES) break;
    narrator = rewrite < REWRITES ? first : fallbackNarrator;
    const again = services.clock.tick();
    const plain = rewrite === REWRITES;
    if (plain) current = withoutOffer(current);
    const retold = await tell(current, narrator, occasion, pace, {
      ...steered(services, current, narrator),
      findings: screening.findings,
      ...(plain ? { plain } : {}),
    });
    narration = occasion === 'turn' ? withPlan(services, current, retold) : retold;
    current = { ...current, ...recorded(services, current, 'nga', narrator, again, narration, screening.findings) };
  }
  return null;
}

export async function tell(
  run: TurnRun,
  narrator: NarrativeGenerator,
  occasion: Occasion,
  pace = AT_ONCE,
  asked: Pick<NarrateInput, 'steering' | 'findings' | 'plain'> = {},
): Promise<Narration> {
  const { guidance, protected: shielded } = run.session;
  return narrator.narrate({
    occasion,
    guidance: { gentler: guidance.gentler || shielded, closeSoon: guidance.closeSoon },
    ...asked,
    ...pace.patience(),
    onSentence: pace.voice.hear,
    view: run.viewAfter ?? viewOf(run),
    seed: `${run.session.sessionId}/${run.turnSeq}/${asked.findings?.length ?? 0}`,
    ...(run.understanding === undefined ? {} : { understanding: run.understanding }),
    ...(run.proposal === undefined ? {} : { proposal: toTell(run, run.proposal) }),
  });
}

/** What the plan means for an agent that may ask a model; nobody else needs it. */
function steered(
  services: TurnServices,
  run: TurnRun,
  { speed }: { speed: 'fast' | 'slow' },
): Pick<NarrateInput, 'steering'> {
  return speed === 'slow' ? { steering: steeringOf(services, run) } : {};
}

/** A recap is a paragraph of its own. */
function recapped(recap: Narration): Narration {
  const last = recap.sentences.at(-1) ?? '';
  return { ...recap, sentences: [...recap.sentences.slice(0, -1), `${last.trimEnd()}\n\n`] };
}

function joined(first: Narration, second: Narration): Narration {
  return {
    sentences: [...first.sentences, ...second.sentences],
    suggestions: second.suggestions,
    narratorState: second.narratorState,
    authoredOnly: first.authoredOnly && second.authoredOnly,
    ...(second.source === undefined ? {} : { source: second.source }),
  };
}

export function understandInput(run: TurnRun): UnderstandInput {
  return { text: run.input.text, view: viewOf(run), consented: run.session.modelConsent };
}

export function proposeInput(run: TurnRun): ProposeInput {
  if (run.understanding === undefined) throw new Error('changeWorld before understand');
  return { understanding: run.understanding, view: viewOf(run) };
}

/** What the reader is told of a telling: a model's words, or the author's. */
function sourceOf(narration: Narration, otherwise: 'model' | 'authored'): 'model' | 'authored' {
  if (narration.source === undefined) return otherwise;
  return narration.source === 'model' ? 'model' : 'authored';
}

function viewOf(run: TurnRun) {
  if (run.view === undefined) throw new Error('a step before recallContext');
  return run.view;
}

function recorded(
  services: TurnServices,
  run: TurnRun,
  agent: AgentRunRecord['agent'],
  by: { id: { instance: string }; version: string; speed: 'fast' | 'slow' },
  started: number,
  answer: { source?: AgentSource },
  findings: readonly string[] = [],
): Pick<TurnRun, 'runs' | 'modelMs'> {
  const ms = Math.round((services.clock.tick() - started) * 10) / 10;
  const source = answer.source ?? (by.speed === 'slow' ? 'model' : agent === 'nga' ? 'authored' : 'rules');
  const record: AgentRunRecord = { agent, instance: by.id.instance, version: by.version, ms, source, findings };
  return { runs: [...run.runs, record], modelMs: run.modelMs + (by.speed === 'slow' ? ms : 0) };
}
