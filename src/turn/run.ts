// One turn from the player's words to the stored reply. Every attempt first looks for its own first run; the verdict comes
// before anything may refuse; the story's steps run until one waits for a model; one transaction makes the turn durable.
import { AppError } from '../domain/errors.ts';
import type { FastResult, TurnDone, TurnRun, TurnSession } from '../domain/turn-run.ts';
import type { TurnInput, TurnReply } from '../domain/turn.ts';
import type { PublicStatus } from '../domain/events.ts';
import type { Recall } from '../world/types.ts';
import { commit, emit, namedTurnId } from './commit.ts';
import { composeReply, storedReply, visibleChanges } from './reply.ts';
import type { ReplyParts } from './reply.ts';
import { answerTo } from './response.ts';
import type { Answer } from './response.ts';
import type { TurnServices } from './services.ts';
import { changeWorld, narrate, screenNarrative, tell, understand } from './steps.ts';

const STEPS = { understand, changeWorld, narrate } as const;
type StoryStep = keyof typeof STEPS;

/** Executes steps until the turn is answered or the next one waits for a model. */
export async function runFast(
  services: TurnServices,
  from: { session: TurnSession; input: TurnInput } | { run: TurnRun },
): Promise<FastResult> {
  if ('run' in from) return advance(services, from.run);
  try {
    return await begin(services, from.session, from.input);
  } catch (error) {
    // Somebody else's write came between our read and our write (an operator's rollback): look again, once.
    if (error instanceof AppError && error.code === 'world_conflict') return begin(services, from.session, from.input);
    throw error;
  }
}

/** Executes the one step that waits for a model. */
export async function runSlow(services: TurnServices, run: TurnRun): Promise<TurnRun> {
  if (!isStoryStep(run.next)) throw new Error(`${run.next} never waits for a model`);
  return STEPS[run.next](services, run);
}

async function begin(services: TurnServices, session: TurnSession, input: TurnInput): Promise<FastResult> {
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
  const answer = answerTo(services, run, verdict);
  if (answer.do === 'tell')
    return done(composeReply(services, run, answer.parts), run, { turnSeq: null, help: session.help });

  const recalled = await recall(services, run, answer);
  if (recalled?.existing != null) return again(services, run, recalled.existing, answer);
  return answerAs(services, recalled === null ? run : withRecall(run, recalled), answer, recalled !== null);
}

/** Reads the context. When help is the answer a graph that is down does not stop it. */
async function recall(services: TurnServices, run: TurnRun, answer: Answer): Promise<Recall | null> {
  const { sessionId, turnSeq } = run.session;
  try {
    const recalled = await services.world.recall(sessionId, run.input.turnId, turnSeq);
    if (recalled.existing !== null || recalled.orphan === null) return recalled;
    return await settleOrphan(services, run, recalled.orphan);
  } catch (error) {
    if (answer.do === 'keep' && answer.parts.kind === 'help') return null;
    throw error;
  }
}

/** A turn that was stored but never answered: undone and reported, unless it was help, which is never taken back. */
async function settleOrphan(
  services: TurnServices,
  run: TurnRun,
  orphan: NonNullable<Recall['orphan']>,
): Promise<Recall> {
  const { sessionId } = run.session;
  if (orphan.state === 'applied' && orphan.kind !== 'help') {
    await services.world.undoTurn(sessionId, orphan.turnId);
    await services.stream.announce(sessionId, {
      type: 'turn.failed',
      at: new Date(services.clock.now()).toISOString(),
      data: { turnId: orphan.turnId, code: 'unavailable' },
    });
  }
  const fresh = await services.world.recall(sessionId, run.input.turnId, orphan.turnSeq);
  return { ...fresh, view: { ...fresh.view, turnSeq: Math.max(fresh.view.turnSeq, orphan.turnSeq) } };
}

function withRecall(run: TurnRun, recalled: Recall): TurnRun {
  const turnSeq = Math.max(run.session.turnSeq, recalled.view.turnSeq) + 1;
  return { ...run, view: recalled.view, auditHead: recalled.auditHead, turnSeq };
}

/** This turn has run before: its stored reply is the answer. The same id with other words is refused, unless it is a crisis. */
async function again(
  services: TurnServices,
  run: TurnRun,
  existing: NonNullable<Recall['existing']>,
  answer: Answer,
): Promise<FastResult> {
  const { session } = run;
  if (existing.textHash !== run.textHash || existing.state === 'undone') {
    if (answer.do !== 'keep' || answer.parts.kind !== 'help') return refused(session, 'turn_id_reused');
    const turnId = namedTurnId('reused', run.input.turnId, run.textHash);
    return begin(services, session, { ...run.input, turnId });
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
      return refused(run.session, answer.code);
    case 'tell':
      return done(composeReply(services, run, answer.parts), run, { turnSeq: null, help: run.session.help });
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
  if (!graphAnswers) return reply;
  try {
    return await commit(services, run, reply, status);
  } catch (error) {
    if (reply.kind === 'help') return reply;
    throw error;
  }
}

async function tellOccasion(services: TurnServices, run: TurnRun): Promise<FastResult> {
  const { narrator } = services.worldOf(run.session.worldId);
  const narration = await tell(run, narrator, 'refusal');
  return finishStory(services, { ...run, narration });
}

async function advance(services: TurnServices, from: TurnRun): Promise<FastResult> {
  let run = from;
  while (isStoryStep(run.next)) {
    if (waitsForModel(services, run, run.next)) return { done: false, run };
    run = await STEPS[run.next](services, run);
  }
  return finishStory(services, run);
}

async function finishStory(services: TurnServices, run: TurnRun): Promise<FastResult> {
  const told = await screenNarrative(services, run, run.proposal === undefined ? 'refusal' : 'turn');
  const world = services.worldOf(run.session.worldId);
  const changes = visibleChanges(run.proposal?.changes ?? [], world.nameOf);
  const parts: ReplyParts =
    told === null
      ? untold(services, run)
      : {
          kind: 'story',
          text: told.text,
          sentences: told.sentences,
          suggestions: told.narration.suggestions,
          source: world.narrator.speed === 'slow' ? 'model' : 'authored',
        };
  const final = told === null ? run : { ...told.run, narration: told.narration };
  const reply = composeReply(services, final, { ...parts, worldChanges: changes, ...placeOf(services, final) });
  return done(await commit(services, final, reply, 'active'), final, { turnSeq: final.turnSeq, help: null });
}

/** Even the authored form was blocked: what happened stands, and the line says honestly that it could not be told. */
function untold(services: TurnServices, run: TurnRun): ReplyParts {
  const line = services.help.notice('untold', run.session.country);
  return { kind: 'notice', text: line.text, sentences: [line.text], suggestions: [], retryable: false };
}

function placeOf(services: TurnServices, run: TurnRun): { place: string } | Record<string, never> {
  const view = run.viewAfter ?? run.view;
  return view === undefined ? {} : { place: services.worldOf(run.session.worldId).nameOf(view.place.id) };
}

function isStoryStep(step: string): step is StoryStep {
  return Object.hasOwn(STEPS, step);
}

/** The one place that decides where a step runs: beside a model when the chosen agent says it is slow. */
function waitsForModel(services: TurnServices, run: TurnRun, step: StoryStep): boolean {
  const { inputProcessor, worldBuilder, narrator } = services.worldOf(run.session.worldId);
  const agent = { understand: inputProcessor, changeWorld: worldBuilder, narrate: narrator }[step];
  return agent.speed === 'slow';
}

function done(
  reply: TurnReply,
  run: TurnRun,
  then: { turnSeq: number | null; help: TurnDone['help']; evidence?: TurnDone['evidence'] },
): TurnDone {
  const { turnSeq, help, evidence = [] } = then;
  return { done: true, outcome: { answered: true, reply, textHash: run.textHash }, turnSeq, help, evidence };
}

function refused(
  session: TurnSession,
  code: 'session_paused' | 'text_too_long' | 'turn_id_reused' | 'text_empty' | 'session_ended',
): TurnDone {
  return { done: true, outcome: { answered: false, code }, turnSeq: null, help: session.help, evidence: [] };
}
