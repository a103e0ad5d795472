// What a browser is told about its session. Events with a seq are remembered and can be resumed; the others pass.
import type { HelpResource, TurnReply } from './turn.ts';
import { replySeq, sentenceSeq, turnSeqOf } from './turn.ts';

export type PublicStatus = 'active' | 'paused' | 'help' | 'ended';

export interface SessionEventData {
  'turn.progress': { turnId: string; stage: 'reading' | 'thinking' | 'telling' };
  'turn.text': { turnId: string; generation: string; index: number; chunk: string };
  'turn.reset': { turnId: string; generation: string; reason: string };
  'turn.reply': TurnReply;
  'turn.failed': { turnId: string; code: string };
  'session.status': { status: PublicStatus; by?: 'player' | 'team' | 'system' };
  'session.rolledback': { toSeq: number };
  resync: { epoch: string; snapshot: unknown };
  'human.message': { id: string; displayName: string; role: string; text: string };
  'help.opened': { turnId: string };
  'help.acknowledged': { displayName: string };
  'help.released': Record<string, never>;
  /** Nobody has answered in time: an authored line that says so, and where help is. */
  'help.unanswered': { text: string; resources: readonly HelpResource[] };
  'service.degraded': { parts: readonly string[] };
  'service.restored': { parts: readonly string[] };
  /** The first ping of a connection names the epoch of the stream that follows. */
  ping: { epoch?: string };
}

export type SessionEventType = keyof SessionEventData;

export type SessionEvent = {
  [T in SessionEventType]: { seq?: number; type: T /** ISO 8601 */; at: string; data: SessionEventData[T] };
}[SessionEventType];

/**
 * As a transcript tells it: a reply comes with `said`, the player's words that it answers. Only whoever asks for the transcript
 * gets them; they are on no live stream, and the opening and the closing have none.
 */
export type TranscriptEvent =
  | Exclude<SessionEvent, { type: 'turn.reply' }>
  | (Extract<SessionEvent, { type: 'turn.reply' }> & { data: TurnReply & { said?: string } });

/** The remembered events of one answered turn: a pure function of the stored turn, so a lost stream can be rebuilt. */
export function eventsOfTurn(turn: { reply: TurnReply; at: number; generation: string }): SessionEvent[] {
  const at = new Date(turn.at).toISOString();
  const turnSeq = turnSeqOf(turn.reply.seq);
  const { turnId } = turn.reply;
  const texts = turn.reply.sentences.map(
    (chunk, index): SessionEvent => ({
      seq: sentenceSeq(turnSeq, index),
      type: 'turn.text',
      at,
      data: { turnId, generation: turn.generation, index, chunk },
    }),
  );
  return [...texts, { seq: replySeq(turnSeq), type: 'turn.reply', at, data: turn.reply }];
}
