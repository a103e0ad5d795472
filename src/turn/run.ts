// One turn from the player's words to the stored reply. Every attempt first looks for its own first run; the verdict comes
// before anything may refuse; the story's steps run until one waits for a model; one transaction makes the turn durable.
import { AppError } from '../domain/errors.ts';
import type { PublicStatus } from '../domain/events.ts';
import type { TurnInput, TurnReply } from '../domain/turn.ts';
import type { FastResult, TurnDone, TurnRun, TurnSession } from '../domain/turn-run.ts';
import type { Recall } from '../world/types.ts';
import { commit, emit, namedTurnId } from './commit.ts';
import { openVoice } from './live.ts';
import type { Settled } from './orphans.ts';
import { recallSettled } from './orphans.ts';
import { done, foundBy, refused, unkept } from './outcome.ts';
import type { Limits, Pace } from './pace.ts';
import { LEAST_MS, paced } from './pace.ts';
import { foundIn, tookUp } from './plan.ts';
import type { ReplyParts } from './reply.ts';
import { composeReply, seenOf, storedReply } from './reply.ts';
import type { Answer } from './response.ts';
import { answerTo } from './response.ts';
import type { TurnServices } from './services.ts';
import {
  changeWorld,
  narrate,
  narratorOf,
  proposeInput,
  screenNarrative,
  tell,
  understand,
  understandInput,
} from './steps.ts';

const STEPS = { understand, changeWorld, narrate } as const;
type StoryStep = keyof typeof STEPS;

/** Executes steps until the turn is answered or the next one waits for a model. From `giveUpAt` (epoch ms) on nobody waits
 *  for this attempt any more, see orphans.ts. With less than LEAST_MS in `leftMs` no step waits: rules and the author go on. */
export async function runFast(
  services: TurnServices,
  from: { session: TurnSession; input: TurnInput } | { run: TurnRun; leftMs?: number },
  giveUpAt = Number.POSITIVE_INFINITY,
): Promise<FastResult> {
  if ('run' in from) return advance(services, from.run, from.leftMs);
  try {
    return await begin(services, from.session, from.input, giveUpAt, services.ahead.take(from.session));
  } catch (error) {
    // Somebody else's write came between our read and our write (an operator's rollback), or this turn ran before: look again,
    // once.
    if (error instanceof AppError && error.code === 'world_conflict')
      return begin(services, from.session, from.input, giveUpAt);
    throw error;
  }
}

/** Executes the one step that waits for a model, and tells the player meanwhile what may be told. Rejects when `signal` goes
 *  off: what it was to find is then nobody's business any more, and what has left of it is taken back. */
export async function runSlow(services: TurnServices, run: TurnRun, limits: Limits = {}): Promise<TurnRun> {
  if (!isStoryStep(run.next)) throw new Error(`${run.next} never waits for a model`);
  const voice = openVoice(services, run, limits.attempt ?? 1, limits.signal);
  const pace = paced(services.clock, limits, voice);
  progress(services, run);
  try {
    const stepped = await STEPS[run.next](services, run, pace);
    const found = stepped.next === 'screenNarrative' ? await retold(services, stepped, pace) : stepped;
    const { screenMs, ...said } = await voice.settle(found.narration?.sentences ?? []);
    limits.signal?.throwIfAborted();
    return { ...found, ...said, screenMs: found.screenMs + screenMs };
  } catch (error) {
    voice.takeBack('interrupted');
    throw error;
  }
}

/** Somebody needs help while this turn waits for a model: it is answered with an honest line, and nothing has happened. */
export function setAside(services: TurnServices, run: TurnRun): TurnDone {
  const { text } = services.help.notice('set_aside', run.session.country);
  return unkept(services, run, { kind: 'notice', text, sentences: [text], suggestions: [], retryable: true });
}

/** Whoever watches sees that somebody is at work. */
function progress(services: TurnServices, { session, input, next }: TurnRun): void {
  const stage = next === 'narrate' ? 'telling' : 'thinking';
  const at = new Date(services.clock.now()).toISOString();
  void services.stream.announce(session.sessionId, {
    type: 'turn.progress',
    at,
    data: { turnId: input.turnId, stage },
  });
}

/** Blocked narrative goes back to its agent here, where there is time to wait for it; what passed is read again at the end. */
async function retold(services: TurnServices, run: TurnRun, pace: Pace): Promise<TurnRun> {
  const told = await screenNarrative(services, run, 'turn', pace);
  if (told !== null) return { ...told.run, narration: { ...told.narration, source: told.source } };
  const { narration: _blocked, ...untellable } = run;
  return untellable;
}

async function begin(
  services: TurnServices,
  session: TurnSession,
  input: TurnInput,
  giveUpAt: number,
  ahead: Promise<Recall | null> | null = null,
): Promise<FastResult> {
  const started = services.clock.tick();
  const verdict = services.safety.screenPlayerText(input.text, { locale: session.locale });
  const screenMs = services.clock.tick() - started;
  const textHash = await services.sealer.hash({ sessionId: session.sessionId }, input.text);
  const run: TurnRun = {
    session,
    input,
    generation: services.nonce(),
    startedAt: services.clock.now(),
    turnSeq: session.turnSeq + 1,
    next: 'understand',
    textHash,
    verdict,
    runs: [],
    screenMs,
    modelMs: 0,
  };
  const first = answerTo(services, run, verdict);
  if (first.do === 'tell') return unkept(services, run, first.parts);

  const known = first.do === 'story' ? await ahead : null;
  if (known !== null) {
    const result = await advance(services, { ...withRecall(run, known), ahead: true });
    if (result.done) return result;
    // A model takes its time, in which what was read early grows old.
  }
  const settled = await settle(services, run, first, giveUpAt);
  if (settled === null) return answerAs(services, run, first, false);
  const { recalled, evidence } = settled;
  if (recalled.existing !== null) return again(services, run, recalled.existing, first, giveUpAt);
  const current = withRecall({ ...run, session: settled.session }, recalled);
  // An adopted turn may have opened help, which then answers this one.
  const answer = settled.session === session ? first : answerTo(services, current, verdict);
  const result = await answerAs(services, current, answer, true);
  return result.done
    ? { ...result, evidence: [...evidence, ...result.evidence], news: [...settled.news, ...result.news] }
    : result;
}

/** How long help waits for the graph, in milliseconds: less than half of what a fast turn has, so that it is still answered. */
const HELP_WAITS_MS = 800;

/** Reads the context and settles what was lost before. When help is the answer a graph that is down, or says nothing, does
 *  not stop it: null. */
async function settle(services: TurnServices, run: TurnRun, answer: Answer, giveUpAt: number): Promise<Settled | null> {
  const settled = recallSettled(services, run.session, run.input.turnId, giveUpAt);
  if (!isHelp(answer)) return settled;
  return soon(settled);
}

/** Null for work that fails, or is not done in the time that help can wait. */
async function soon<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), HELP_WAITS_MS);
  });
  try {
    return await Promise.race([work.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

function isHelp(answer: Answer): answer is Extract<Answer, { do: 'keep' }> {
  return answer.do === 'keep' && answer.parts.kind === 'help';
}

function withRecall(run: TurnRun, recalled: Recall): TurnRun {
  const turnSeq = Math.max(run.session.turnSeq, recalled.view.turnSeq) + 1;
  const { view, auditHead, undone } = recalled;
  return { ...run, view, auditHead, undone, turnSeq };
}

/** This turn has run before: its stored reply is the answer. The same id with other words is refused, unless it is a crisis. */
async function again(
  services: TurnServices,
  run: TurnRun,
  existing: NonNullable<Recall['existing']>,
  answer: Answer,
  giveUpAt: number,
): Promise<FastResult> {
  const { session } = run;
  if (existing.textHash !== run.textHash || existing.state === 'undone') {
    if (!isHelp(answer)) return refused(run, 'turn_id_reused');
    const turnId = namedTurnId('reused', run.input.turnId, run.textHash);
    return begin(services, session, { ...run.input, turnId }, giveUpAt);
  }
  const reply = await storedReply(services, session.sessionId, existing.sealedReply);
  await emit(services, session.sessionId, existing, reply);
  const adopted = existing.turnSeq > session.turnSeq && answer.do === 'keep';
  const { help, evidence } = adopted ? answer : { help: session.help, evidence: [] };
  return {
    done: true,
    outcome: { answered: true, reply, textHash: run.textHash },
    turnSeq: existing.turnSeq,
    help,
    evidence,
    news: [{ ...existing.plan, turnSeq: existing.turnSeq, verdict: foundIn(existing.verdict) }],
    gentler: existing.intent === 'gentler',
    ...foundBy(run),
  };
}

async function answerAs(
  services: TurnServices,
  run: TurnRun,
  answer: Answer,
  graphAnswers: boolean,
): Promise<FastResult> {
  switch (answer.do) {
    case 'refuse':
      return refused(run, answer.code);
    case 'tell':
      return unkept(services, run, answer.parts);
    case 'keep': {
      const { help, evidence } = answer;
      const reply = composeReply(services, run, { ...answer.parts, ...placeOf(services, run) });
      const status: PublicStatus = help !== null ? 'help' : run.session.paused ? 'paused' : 'active';
      return done(await kept(services, run, reply, status, graphAnswers), run, {
        turnSeq: run.turnSeq,
        help,
        evidence,
      });
    }
    case 'refuseHarm':
      return tellOccasion(services, run);
    case 'story':
      return advance(services, run);
  }
}

/** Stores the turn. Help is answered even when it could not be stored: the case carries the evidence. */
async function kept(
  services: TurnServices,
  run: TurnRun,
  reply: TurnReply,
  status: PublicStatus,
  graphAnswers: boolean,
): Promise<TurnReply> {
  if (reply.kind !== 'help') return commit(services, run, reply, status);
  if (!graphAnswers) return reply;
  return (await soon(commit(services, run, reply, status))) ?? reply;
}

async function tellOccasion(services: TurnServices, run: TurnRun): Promise<FastResult> {
  const narration = await tell(run, narratorOf(services, run), 'refusal');
  return finishStory(services, { ...run, narration });
}

async function advance(services: TurnServices, from: TurnRun, leftMs = LEAST_MS): Promise<FastResult> {
  let run = from;
  while (isStoryStep(run.next)) {
    if (leftMs >= LEAST_MS && waitsForModel(services, run, run.next)) return { done: false, run };
    run = await STEPS[run.next](services, run);
  }
  return finishStory(services, run);
}

async function finishStory(services: TurnServices, run: TurnRun): Promise<FastResult> {
  const told = await screenNarrative(services, run, run.proposal === undefined ? 'refusal' : 'turn');
  const world = services.worldOf(run.session);
  const changes = seenOf(run.proposal, world.nameOf);
  const parts: ReplyParts =
    told === null
      ? untold(services, run)
      : {
          kind: 'story',
          text: told.text,
          sentences: told.sentences,
          suggestions: told.narration.suggestions,
          source: told.source,
        };
  const final = told === null ? run : { ...told.run, narration: told.narration };
  const reply = composeReply(services, final, { ...parts, worldChanges: changes, ...placeOf(services, final) });
  const standing = await commit(services, final, reply, 'active');
  return done(standing, final, { turnSeq: final.turnSeq, help: null });
}

/** Even the authored form was blocked: what happened stands, and the line says honestly that it could not be told. */
function untold(services: TurnServices, run: TurnRun): ReplyParts {
  const line = services.help.notice('untold', run.session.country);
  return { kind: 'notice', text: line.text, sentences: [line.text], suggestions: [], retryable: false };
}

/** Help is told also where the world of the session is not to be had, and then without the name of the place. */
function placeOf(services: TurnServices, run: TurnRun): { place: string } | Record<string, never> {
  const view = run.viewAfter ?? run.view;
  if (view === undefined) return {};
  try {
    return { place: services.worldOf(run.session).titleOf(view.place.id) };
  } catch {
    return {};
  }
}

function isStoryStep(step: string): step is StoryStep {
  return Object.hasOwn(STEPS, step);
}

/** The one place that decides where a step runs: beside a model when the chosen agent says it is slow. */
function waitsForModel(services: TurnServices, run: TurnRun, step: StoryStep): boolean {
  if (tookUp(run)) return false;
  const { inputProcessor, worldBuilder } = services.worldOf(run.session);
  switch (step) {
    case 'understand':
      return inputProcessor.speed === 'slow' && (inputProcessor.asks?.(understandInput(run)) ?? true);
    case 'changeWorld':
      return worldBuilder.speed === 'slow' && (worldBuilder.asks?.(proposeInput(run)) ?? true);
    case 'narrate':
      return narratorOf(services, run).speed === 'slow';
  }
}
