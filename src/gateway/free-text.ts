// Free text outside the story (goals, names, themes to avoid) passes the same door: a crisis in it brings help and a case, and
// is not stored; a request for harm is refused; what cannot be read is not taken.
import type { z } from 'zod';
import type { Actor } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import type { TurnReply } from '../domain/turn.ts';
import { bodyAs, malformed, readBody } from './body.ts';
import type { Emergency } from './emergency.ts';
import type { Read } from './reading.ts';

/** Texts by the path of their field. Answers help when there is a crisis in one of them, else null. */
export type PassFreeText = (actor: Actor, texts: Readonly<Record<string, string>>) => Promise<TurnReply | null>;

export function createPassFreeText({ read, emergency }: { read: Read; emergency: Emergency }): PassFreeText {
  return async (actor, texts) => {
    const readings = Object.entries(texts).map(([path, text]) => ({ path, reading: read(text) }));
    const crisis = readings.find(({ reading }) => reading.verdict.crisis);
    if (crisis !== undefined) return emergency.help({ actor, reading: crisis.reading, why: 'free_text' });
    if (readings.some(({ reading }) => reading.verdict.screen === 'unreadable')) {
      throw new AppError('unavailable', 'This could not be read just now, so it was not kept. Try again in a moment.');
    }
    const issues = readings
      .filter(({ reading }) => reading.verdict.blocked)
      .map(({ path }) => ({ path, message: 'This cannot be part of a story here. Put it another way.' }));
    if (issues.length > 0) throw malformed('Some of it cannot be taken; see issues.', issues);
    return null;
  };
}

/** The body by this schema. What is refused for its form is read first all the same: words in danger bring help. */
export type TakeBody = <T>(
  actor: Actor,
  schema: z.ZodType<T>,
  raw: unknown,
) => Promise<{ value: T } | { help: TurnReply }>;

export function createTakeBody(passFreeText: PassFreeText): TakeBody {
  return async (actor, schema, raw) => {
    try {
      return { value: bodyAs(schema, raw) };
    } catch (refusal) {
      // Of the reading only help counts: the refusal stands whatever else is in it.
      const help = await passFreeText(actor, { '': readBody(raw).words }).catch(() => null);
      if (help === null) throw refusal;
      return { help };
    }
  };
}

/** `goals` -> `goals.0`, `goals.1` …, as a problem document names them. */
export function byPath(name: string, texts: readonly string[] | undefined): Record<string, string> {
  return Object.fromEntries((texts ?? []).map((text, i) => [`${name}.${i}`, text]));
}
