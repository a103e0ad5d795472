// One question to a model, in time: the data as JSON, the answer checked against its schema. What cannot be used is a reason,
// not an error, because the agent then answers in its own plain way.
import { z } from 'zod';
import type { AgentId, Patience } from '../../domain/agents.ts';
import { AppError } from '../../domain/errors.ts';
import type { Message, ModelProvider } from '../../models/index.ts';
import type { Prompt } from './prompts.ts';

/** Why an agent that asks a model answered without it. Codes only: for logs and counts. */
export type Reason =
  | 'late'
  | 'stopped'
  | 'no_json'
  | 'wrong_shape'
  | 'unsure'
  | 'refused'
  | 'contradicts'
  | 'too_short'
  | AppError['code'];

export interface ModelAgentOptions {
  provider: ModelProvider;
  /** All the time an answer may take, in milliseconds; the agent degrades before it. */
  withinMs: number;
  onDegraded?: ((agent: AgentId, reason: Reason) => void) | undefined;
}

/** Left of a step's time for the plain answer and the way back. */
export const SHARE_OF_STEP = 0.9;

/** In less no model has said anything yet. */
export const LEAST_MS = 1_000;
export const isTimeFor = ({ withinMs = LEAST_MS }: Patience): boolean => withinMs >= LEAST_MS;

/** A signal for all the calls of one answer. It goes off with the time, or when nobody waits for the answer any more. */
export function endingIn(ms: number, { signal }: Patience): AbortSignal {
  const late = AbortSignal.timeout(Math.max(1, Math.floor(ms)));
  return signal === undefined ? late : AbortSignal.any([signal, late]);
}

/** An agent's own time for an answer, or what is left of the turn's. */
export const timeOf = (ownMs: number, { withinMs = ownMs }: Patience): number => Math.min(ownMs, withinMs);

export type Answered<T> = { value: T } | { reason: Reason };

export async function askFor<T>(
  provider: ModelProvider,
  prompt: Prompt,
  question: {
    messages: readonly Message[];
    schema: z.ZodType<T>;
    /** What the model is held to, where that is narrower than what is read: no id but those in sight. */
    offered?: z.ZodType;
    name: string;
    maxTokens: number;
    signal: AbortSignal;
  },
): Promise<Answered<T>> {
  const { messages, schema, offered = schema, name, maxTokens, signal } = question;
  const { $schema: _dialect, ...shape } = z.toJSONSchema(offered);
  try {
    const answer = await provider.complete({
      system: prompt.text,
      messages,
      schema: { name, shape },
      maxTokens,
      // The same words should mean the same twice.
      temperature: 0,
      signal,
    });
    if (answer.json === undefined) return { reason: 'no_json' };
    const read = schema.safeParse(answer.json);
    return read.success ? { value: read.data } : { reason: 'wrong_shape' };
  } catch (error) {
    return { reason: reasonOf(error, signal) };
  }
}

export function reasonOf(error: unknown, signal: AbortSignal): Reason {
  if (signal.aborted) return isLate(signal) ? 'late' : 'stopped';
  return error instanceof AppError ? error.code : 'internal';
}

/** The word of the platform for a signal that its time set off. */
function isLate({ reason }: AbortSignal): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

/** Everything that is sent goes as one JSON value: what a player wrote is a string in it and cannot end it. */
export const asked = (data: unknown): Message => ({ role: 'user', content: JSON.stringify(data) });
