// Makes a finished turn durable: one graph transaction, then the event stream, fed from what is stored.
import { createHash } from 'node:crypto';
import { AppError } from '../domain/errors.ts';
import type { PublicStatus } from '../domain/events.ts';
import { eventsOfTurn } from '../domain/events.ts';
import type { PlanStep } from '../domain/plan-progress.ts';
import type { StoredVerdict } from '../domain/session.ts';
import type { TurnReply } from '../domain/turn.ts';
import type { TurnRun } from '../domain/turn-run.ts';
import type { Verdict } from '../domain/verdict.ts';
import { CLEAR_VERDICT } from '../domain/verdict.ts';
import type { TurnMemory } from '../domain/world.ts';
import type { StoredTurn } from '../world/types.ts';
import { newsOf } from './plan.ts';
import { storedReply } from './reply.ts';
import type { TurnServices } from './services.ts';

/** Writes the turn and returns what now stands in the graph: this reply, or the one an earlier run of the turn stored. */
export async function commit(
  services: TurnServices,
  run: TurnRun,
  reply: TurnReply,
  status: PublicStatus,
): Promise<TurnReply> {
  const { sessionId } = run.session;
  const scope = { sessionId };
  const verdict = storedVerdict(run.verdict ?? CLEAR_VERDICT);
  const entry = JSON.stringify({
    sessionId,
    turnSeq: run.turnSeq,
    turnId: run.input.turnId,
    kind: reply.kind,
    verdict,
    textHash: run.textHash,
    at: run.startedAt,
  });
  const previousHead = run.auditHead ?? '';
  const [sealedText, sealedReply, head] = await Promise.all([
    services.sealer.seal(scope, 'turn.text', run.input.text),
    services.sealer.seal(scope, 'turn.reply', JSON.stringify(reply)),
    services.sealer.hash('organisation', `${previousHead}\n${entry}`),
  ]);
  const memory = memoryOf(run, reply);
  const narratorState = run.narration?.narratorState ?? run.view?.narratorState ?? null;
  const stored = await services.world.commitTurn({
    ...memory,
    kind: reply.kind,
    sessionId,
    generation: run.generation,
    textHash: run.textHash,
    sealedText,
    sealedReply,
    verdict,
    goals: [],
    narratorState,
    previousNarratorState: run.view?.narratorState ?? null,
    status,
    runs: run.runs,
    plan: planStepOf(run),
    undone: run.undone ?? 0,
    audit: { entry, previousHead, head },
  });
  // No two seals are the same, so this tells our own write from that of an earlier attempt of the same execution.
  const own = stored.sealedReply === sealedReply;
  if (!own && run.ahead) throw new AppError('world_conflict', 'This turn ran before its context was read.');
  const standing = own ? reply : await storedReply(services, sessionId, stored.sealedReply);
  await emit(services, sessionId, stored, standing);
  if (own && reply.kind === 'story' && status === 'active') {
    services.ahead.prepare(run, { memory, auditHead: head, narratorState });
  }
  return standing;
}

/** What later turns remember of this one. */
function memoryOf(run: TurnRun, reply: TurnReply): TurnMemory {
  return {
    turnId: run.input.turnId,
    turnSeq: run.turnSeq,
    at: run.startedAt,
    kind: reply.kind,
    intent: run.understanding?.intent ?? 'none',
    focus: (run.understanding?.entities ?? []).slice(0, 4),
    outcome: run.proposal?.outcomes.at(-1)?.code ?? reply.kind,
    changes: run.proposal?.changes ?? [],
  };
}

function planStepOf(run: TurnRun): PlanStep {
  const { turnSeq: _turnSeq, verdict: _verdict, ...step } = newsOf(run);
  return step;
}

/** A repeat is refused by the stream itself, so a turn that is answered again may be emitted again. */
export async function emit(
  services: TurnServices,
  sessionId: string,
  stored: StoredTurn,
  reply: TurnReply,
): Promise<void> {
  await services.stream.append(sessionId, eventsOfTurn({ reply, at: stored.at, generation: stored.generation }));
}

function storedVerdict({ level, category, response, reasons, screen, blocked }: Verdict): StoredVerdict {
  return { level, category, response, reasons, screen, blocked };
}

/** A UUID that is the same whenever the same thing is named again: for turns that no client names (opening, closing). */
export function namedTurnId(...name: readonly string[]): string {
  const hex = createHash('sha256').update(name.join('\n')).digest('hex');
  // RFC 9562 version 8: the bits are the maker's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
