// Starts components after what they need, all that can at the same time, and stops them in the reverse order.
// Used alike by the worker, the gateway and `tta dev`.
import type { Component, ComponentHealth } from '../domain/component.ts';
import { AppError } from '../domain/errors.ts';

export interface Components {
  /** Starts all and resolves when all are ready. When one fails, what runs is stopped again and an error that names it is thrown. */
  start(): Promise<void>;
  /** Drains and stops, each component before those it needs. Errors do not keep the others running; they are returned. */
  stop(): Promise<readonly unknown[]>;
  /** Health by name; a component that does not answer in time counts as down. */
  health(): Promise<Readonly<Record<string, ComponentHealth>>>;
}

export interface ComponentsOptions {
  /** Parts switched off by config: neither started nor stopped, and nothing may need them. */
  off?: ReadonlySet<string>;
  /** Called when a component has become ready, for progress lines. */
  onReady?: (name: string, ms: number) => void;
  /** A component busy draining longer than this is stopped all the same. */
  drainTimeoutMs?: number;
  healthTimeoutMs?: number;
}

/** Long enough for a turn in flight with its model (the narrator's 20 s would be waited for by the worker's own grace). */
const DRAIN_TIMEOUT_MS = 10_000;
/** An orchestrator's probe usually gives up after one second or more; we answer before. */
const HEALTH_TIMEOUT_MS = 900;

export function createComponents(all: readonly Component[], options: ComponentsOptions = {}): Components {
  const list = all.filter((component) => options.off?.has(component.name) !== true);
  const order = inOrder(list);
  const started = new Map<string, Promise<void>>();

  async function startOne(component: Component): Promise<void> {
    await Promise.all((component.needs ?? []).map((name) => started.get(name)));
    const from = performance.now();
    try {
      await component.start();
      await component.ready();
    } catch (error) {
      throw inWords(component.name, error);
    }
    options.onReady?.(component.name, performance.now() - from);
  }

  async function stop(): Promise<readonly unknown[]> {
    const errors: unknown[] = [];
    const stopped = new Map<string, Promise<void>>();
    const stopOne = async (component: Component): Promise<void> => {
      const earlier = order.filter(
        (other) => other.needs?.includes(component.name) || other.stopsBefore?.includes(component.name),
      );
      await Promise.all(earlier.map((other) => stopped.get(other.name)));
      if (!started.has(component.name)) return;
      const drained = within(component.drain(), options.drainTimeoutMs ?? DRAIN_TIMEOUT_MS);
      await drained.catch((error) => errors.push(error));
      await component.stop().catch((error) => errors.push(error));
    };
    for (const component of stopOrder(order)) stopped.set(component.name, stopOne(component));
    await Promise.all(stopped.values());
    started.clear();
    return errors;
  }

  return {
    async start() {
      for (const component of order) started.set(component.name, startOne(component));
      try {
        await Promise.all(started.values());
      } catch (error) {
        // The others may still be on their way up; a stop takes them in whatever state they are.
        await stop();
        throw error;
      }
    },
    stop,
    async health() {
      const answers = order.map(async (component): Promise<[string, ComponentHealth]> => {
        const answer = within(component.health(), options.healthTimeoutMs ?? HEALTH_TIMEOUT_MS);
        return [component.name, await answer.catch((error) => ({ ok: false, detail: message(error) }))];
      });
      return Object.fromEntries(await Promise.all(answers));
    },
  };
}

/** Each component after all that it needs. A missing or circular need is a fault of the composition. */
function inOrder(list: readonly Component[]): Component[] {
  return ordered(list, (component) => component.needs ?? []);
}

/** Each component after all that must be stopped before it. */
function stopOrder(list: readonly Component[]): Component[] {
  const present = new Set(list.map((component) => component.name));
  return ordered(list, (component) => [
    ...(component.needs ?? []),
    ...(component.stopsBefore ?? []).filter((name) => present.has(name)),
  ]).toReversed();
}

function ordered(list: readonly Component[], after: (component: Component) => readonly string[]): Component[] {
  const byName = new Map(list.map((component) => [component.name, component]));
  const placed: Component[] = [];
  const place = (component: Component, path: readonly string[]): void => {
    if (placed.includes(component)) return;
    if (path.includes(component.name)) {
      throw new AppError(
        'internal',
        `components need each other in a circle: ${[...path, component.name].join(' > ')}`,
      );
    }
    for (const name of after(component)) {
      const needed = byName.get(name);
      if (needed === undefined) {
        throw new AppError('config_invalid', `"${component.name}" needs "${name}", which is switched off or missing`);
      }
      place(needed, [...path, component.name]);
    }
    placed.push(component);
  };
  for (const component of list) place(component, []);
  return placed;
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('unavailable', `no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Our own errors say what to do; of any other at least the part is named. */
function inWords(name: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const [why = ''] = message(error).split('\n');
  return new AppError('part_missing', `The part ${name} could not start: ${why}`, { cause: error });
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
