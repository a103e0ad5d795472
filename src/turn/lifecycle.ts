// The first and the last turn of a session: the world is copied and the story opens; the story closes gently.

import type { Occasion } from '../domain/agents.ts';
import { AppError } from '../domain/errors.ts';
import type { PublicStatus, SessionEvent } from '../domain/events.ts';
import { NO_GUIDANCE, pseudonymOf } from '../domain/session.ts';
import type { StartSession } from '../domain/session-protocol.ts';
import type { OpenedSession, TurnRun, TurnSession } from '../domain/turn-run.ts';
import { CLEAR_VERDICT } from '../domain/verdict.ts';
import { commit, namedTurnId } from './commit.ts';
import { recallSettled } from './orphans.ts';
import { composeReply, storedReply } from './reply.ts';
import type { TurnServices } from './services.ts';
import { screenNarrative, tell } from './steps.ts';

/** Idempotent: a session that is already open answers with its stored opening. */
export async function openSession(
  services: TurnServices,
  start: StartSession,
  giveUpAt = Number.POSITIVE_INFINITY,
): Promise<OpenedSession> {
  const { sessionId, worldId, worldVersion, locale, country } = start;
  const { seed } = services.worldOf(start);
  const goals = await Promise.all(
    start.goals.map(async (text, i) => ({
      id: `goal-${i + 1}`,
      sealedText: await services.sealer.seal({ sessionId }, 'goal.text', text),
    })),
  );
  await services.world.openSession({
    sessionId,
    player: pseudonymOf(sessionId),
    seed,
    locale,
    at: services.clock.now(),
    goals,
  });
  const session: TurnSession = {
    sessionId,
    worldId,
    worldVersion,
    locale,
    country,
    turnSeq: 0,
    paused: false,
    help: null,
    returning: false,
    guidance: NO_GUIDANCE,
    avoid: start.avoid,
    protected: false,
    modelConsent: start.modelConsent,
    plan: start.plan,
  };
  return tellAndKeep(services, session, 'opening', 'active', giveUpAt);
}

/** Idempotent, like the opening. The closing recap is the session's last turn. */
export function closeSession(
  services: TurnServices,
  session: TurnSession,
  giveUpAt = Number.POSITIVE_INFINITY,
): Promise<OpenedSession> {
  return tellAndKeep(services, session, 'closing', 'ended', giveUpAt);
}

async function tellAndKeep(
  services: TurnServices,
  session: TurnSession,
  occasion: Occasion,
  status: PublicStatus,
  giveUpAt: number,
): Promise<OpenedSession> {
  const { sessionId } = session;
  const turnId = namedTurnId(occasion, sessionId);
  const { recalled, session: standing, evidence } = await recallSettled(services, session, turnId, giveUpAt);
  if (recalled.existing !== null) {
    const { sealedReply, turnSeq } = recalled.existing;
    return { reply: await storedReply(services, sessionId, sealedReply), turnSeq, evidence };
  }
  const world = services.worldOf(session);
  const run: TurnRun = {
    session,
    input: { turnId, text: '' },
    generation: services.nonce(),
    startedAt: services.clock.now(),
    turnSeq: Math.max(standing.turnSeq, recalled.view.turnSeq) + 1,
    next: 'screenNarrative',
    textHash: '',
    verdict: CLEAR_VERDICT,
    view: recalled.view,
    auditHead: recalled.auditHead,
    undone: recalled.undone,
    runs: [],
    screenMs: 0,
    modelMs: 0,
  };
  const narration = await tell(run, world.fallbackNarrator, occasion);
  const told = await screenNarrative(services, { ...run, narration }, occasion);
  if (told === null)
    throw new AppError(
      'internal',
      `The authored ${occasion} of this world does not pass screening. Run \`tta story lint\`.`,
    );
  const reply = composeReply(services, told.run, {
    kind: 'story',
    text: told.text,
    sentences: told.sentences,
    suggestions: status === 'ended' ? [] : told.narration.suggestions,
    place: world.titleOf(recalled.view.place.id),
  });
  return {
    reply: await commit(services, { ...told.run, narration: told.narration }, reply, status),
    turnSeq: run.turnSeq,
    evidence,
  };
}

/** Stores and tells a pause, resume or release. The event is sealed as all that rests is. */
export async function recordAct(
  services: TurnServices,
  act: { sessionId: string; country: string; event: SessionEvent; status: PublicStatus },
): Promise<void> {
  const { sessionId, status } = act;
  const event = worded(services, act.event, act.country);
  if (event.seq === undefined) throw new Error('an act needs its place in the session');
  const sealedEvent = await services.sealer.seal({ sessionId }, 'act.event', JSON.stringify(event));
  await services.world.recordAct({ sessionId, seq: event.seq, status, sealedEvent, at: Date.parse(event.at) });
  await services.stream.append(sessionId, [event]);
}

/** The workflow says what happened; where the player is told more than that, the words are authored ones. */
function worded({ help }: TurnServices, event: SessionEvent, country: string): SessionEvent {
  if (event.type !== 'help.unanswered') return event;
  const { text, resources } = help.notice('unanswered', country);
  return { ...event, data: { text, resources } };
}
