// Components of a process that already have what they need: their life is a line or two, and the rest of the contract nothing.
import { setTimeout } from 'node:timers/promises';
import type { Component, ComponentHealth } from '../domain/component.ts';

const nothing = async (): Promise<void> => undefined;

/** A component that does at each stage what is given, and nothing at the others. Without `health` it is well. */
export function part(name: string, life: Partial<Omit<Component, 'name'>>): Component {
  return {
    name,
    start: nothing,
    ready: nothing,
    drain: nothing,
    stop: nothing,
    health: async () => ({ ok: true }),
    ...life,
  };
}

/** Seconds a server may take to come up: a cold graph on a busy machine needs most of it. */
const PATIENCE_MS = 60_000;
const ASK_EVERY_MS = 500;

/** Asks again until it is answered; rejects with the last reason when the server has not come up in time. */
export async function patiently<T>(ask: () => Promise<T>, withinMs = PATIENCE_MS): Promise<T> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() + ASK_EVERY_MS > giveUpAt) throw error;
      await setTimeout(ASK_EVERY_MS);
    }
  }
}

/** Health by a question that rejects when the part does not answer. */
export function answering(ask: () => Promise<unknown>): () => Promise<ComponentHealth> {
  return () =>
    ask().then(
      () => ({ ok: true }),
      // Of whom it is said stands beside it; the reason is for the log of the part itself.
      () => ({ ok: false, detail: 'does not answer' }),
    );
}
