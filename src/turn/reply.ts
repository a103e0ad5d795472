// Composes what the player reads from what a turn found. Everything in it has passed the screening door.
import type { WorldProposal } from '../domain/agents.ts';
import { AppError } from '../domain/errors.ts';
import type { ScreenedText } from '../domain/screened-text.ts';
import type { TurnReply, VisibleChange } from '../domain/turn.ts';
import { replySeq } from '../domain/turn.ts';
import type { TurnRun } from '../domain/turn-run.ts';
import type { WorldChange } from '../domain/world.ts';
import { inverseAll, PLAYER } from '../domain/world.ts';
import type { TurnServices } from './services.ts';

export interface ReplyParts {
  kind: TurnReply['kind'];
  text: ScreenedText;
  sentences: readonly ScreenedText[];
  suggestions: readonly string[];
  source?: TurnReply['source'];
  resources?: TurnReply['resources'];
  quickExit?: boolean;
  retryable?: boolean;
  place?: string;
  worldChanges?: readonly VisibleChange[];
}

export function composeReply(services: TurnServices, run: TurnRun, parts: ReplyParts): TurnReply {
  const totalMs = Math.max(0, services.clock.now() - run.startedAt);
  return {
    turnId: run.input.turnId,
    seq: replySeq(run.turnSeq),
    kind: parts.kind,
    text: parts.text,
    sentences: parts.sentences,
    suggestions: parts.suggestions.slice(0, 4),
    worldChanges: parts.worldChanges ?? [],
    source: parts.source ?? 'authored',
    timing: {
      totalMs,
      modelMs: Math.round(run.modelMs),
      screenMs: Math.round(run.screenMs * 10) / 10,
      firstTextMs: Math.min(totalMs, run.firstTextMs ?? totalMs),
    },
    ...(parts.place === undefined ? {} : { place: parts.place }),
    ...(parts.resources === undefined ? {} : { resources: parts.resources }),
    ...(parts.quickExit === true ? { quickExit: true } : {}),
    ...(parts.retryable === undefined ? {} : { retryable: parts.retryable }),
  };
}

/** What of a turn a player can see. Of a turn that takes one back: what of that one is no more, by the names it was told by. */
export function seenOf(proposal: WorldProposal | undefined, nameOf: (entity: string) => string): VisibleChange[] {
  const { changes, outcomes } = proposal ?? { changes: [], outcomes: [] };
  // With more commands in the same text the changes of each cannot be told apart.
  if (outcomes.length !== 1 || outcomes[0]?.code !== 'undone') return visibleChanges(changes, nameOf);
  const seen = visibleChanges(inverseAll(changes), nameOf).map(({ what }) => what);
  return [...new Set(seen)].map((what) => ({ kind: 'undone', what }));
}

/** The changes a player can see, in the player's words. */
function visibleChanges(changes: readonly WorldChange[], nameOf: (entity: string) => string): VisibleChange[] {
  return changes.flatMap((change) => visible(change, nameOf));
}

function visible(change: WorldChange, nameOf: (entity: string) => string): VisibleChange[] {
  switch (change.type) {
    case 'move':
      return [moved(change, nameOf)];
    case 'set':
      return SEEN_PROPERTIES.has(change.property) ? [{ kind: setKind(change), what: nameOf(change.entity) }] : [];
    case 'learn':
      return change.who === PLAYER ? [{ kind: 'learned', what: nameOf(change.fact) }] : [];
    case 'forget':
      return [];
  }
}

/** Properties whose change a player would see with their own eyes; the others are the story's book-keeping. */
const SEEN_PROPERTIES = new Set(['open', 'locked', 'lit', 'broken']);

function moved(change: Extract<WorldChange, { type: 'move' }>, nameOf: (entity: string) => string): VisibleChange {
  if (change.entity === PLAYER) return { kind: 'moved', what: nameOf(change.to) };
  if (change.to === PLAYER) return { kind: 'taken', what: nameOf(change.entity) };
  if (change.from === PLAYER) return { kind: 'dropped', what: nameOf(change.entity) };
  return { kind: 'changed', what: nameOf(change.entity) };
}

function setKind(change: Extract<WorldChange, { type: 'set' }>): VisibleChange['kind'] {
  if (change.property === 'open') return change.to === true ? 'opened' : 'closed';
  if (change.property === 'locked' && change.to === false) return 'unlocked';
  return 'changed';
}

/** Reads back a reply that an earlier run of the same turn stored. */
export async function storedReply(services: TurnServices, sessionId: string, sealedReply: string): Promise<TurnReply> {
  const text = await services.sealer.open({ sessionId }, 'turn.reply', sealedReply);
  try {
    // Sealed and authenticated by us: what comes out is what was screened and put in.
    return JSON.parse(text) as TurnReply;
  } catch (cause) {
    throw new AppError('internal', 'A stored reply could not be read. Run `tta world check` on this session.', {
      cause,
    });
  }
}
