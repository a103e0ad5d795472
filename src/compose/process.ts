// The life of one of our processes, worker or gateway: composed from components, started in order, watched, and stopped in the
// reverse order when told to. A part that cannot start ends the process with one sentence that names it.
import { hostedProcess } from '../config/hosted.ts';
import { type Components, type Environment, readEnvironment } from '../config/index.ts';
import type { ComponentHealth } from '../domain/component.ts';
import { AppError } from '../domain/errors.ts';
import { createLog, type Log } from '../telemetry/index.ts';

export interface ProcessTools {
  env: Environment;
  log: Log;
  /** Ends the process: a part that ran has failed for good. Whoever started us starts us again. */
  failed(part: string, error: unknown): void;
}

/** Longer than the longest step of a turn (25 s), shorter than the patience of config/hosted.ts (30 s). */
export const DRAIN_TIMEOUT_MS = 27_000;
/** An operator hears of a part that went away within this. */
const LOOK_EVERY_MS = 15_000;

export async function runProcess(name: string, compose: (tools: ProcessTools) => Promise<Components>): Promise<void> {
  const log = createLog(name);
  const failed = (part: string, error: unknown): void => {
    log.fatal({ err: error, part }, 'a part has failed');
    end(`The ${name} ends because its part ${part} has failed`, error);
  };
  try {
    const host = hostedProcess();
    const components = await compose({ env: readEnvironment(process.env), log, failed });
    await host.partsReady();
    await components.start();
    const stopWatching = watchHealth(components, log);
    host.onStop(async () => {
      log.info('stopping: what has begun is finished, nothing new is taken');
      stopWatching();
      for (const error of await components.stop()) log.warn({ err: error }, 'a part did not stop cleanly');
    });
    log.info({ parts: Object.keys(await components.health()) }, 'serving');
    host.announceReady();
  } catch (error) {
    end(`The ${name} cannot start`, error);
  }
}

function end(what: string, error: unknown): never {
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const issues = error instanceof AppError ? error.issues.map(({ path, message }) => `${path}: ${message}`) : [];
  const untold = issues.filter((issue) => why?.includes(issue) !== true).map((issue) => `\n  ${issue}`);
  console.error(`${what}: ${why}${untold.join('')}`);
  process.exit(1);
}

/** A log line when a part goes away and when all are back: nothing in between, so that the log stays readable. */
export function watchHealth(components: Pick<Components, 'health'>, log: Log, everyMs = LOOK_EVERY_MS): () => void {
  let last = '';
  const timer = setInterval(() => {
    components.health().then(
      (health) => {
        const down = downIn(health);
        if (down.join() === last) return;
        last = down.join();
        if (down.length > 0) log.warn({ parts: down }, 'parts do not answer');
        else log.info('all parts answer again');
      },
      (error: unknown) => log.warn({ err: error }, 'the health of the parts could not be read'),
    );
  }, everyMs).unref();
  return () => clearInterval(timer);
}

export function downIn(health: Readonly<Record<string, ComponentHealth>>): string[] {
  return Object.entries(health).flatMap(([name, { ok }]) => (ok ? [] : [name]));
}
