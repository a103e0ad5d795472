// Who has the console open and which case is on the screen, told to all consoles that are open here: at once when it changes, and
// now and then, so that a console that hears nothing knows that its link is dead.
import type { Presence } from '../messaging/types.ts';
import type { Log } from '../telemetry/index.ts';

export type PresentPeople = Awaited<ReturnType<Presence['list']>>;

export interface PresenceFeed {
  /** Hears who is there, now and from now on, until the returned function is called. */
  listen(listener: (people: PresentPeople) => void): () => void;
  /** A console is opened here; the returned function closes it. Who has none left is gone. */
  arrive(who: Parameters<Presence['here']>[0]): () => void;
  /** A console's later sign of life. */
  here(who: Parameters<Presence['here']>[0]): void;
  stop(): void;
}

/** Two clinicians who open one case see each other before they have read it. */
const LOOK_EVERY_MS = 2_000;
const TELL_EVERY_MS = 15_000;

export function createPresenceFeed(options: {
  presence: Presence;
  log: Log;
  lookEveryMs?: number;
  tellEveryMs?: number;
}): PresenceFeed {
  const { presence, log, lookEveryMs = LOOK_EVERY_MS, tellEveryMs = TELL_EVERY_MS } = options;
  const listeners = new Set<(people: PresentPeople) => void>();
  /** Consoles open in this process, by whose they are. */
  const open = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let told = { what: '', at: 0 };

  async function look(): Promise<void> {
    const people = await presence.list();
    const what = JSON.stringify(people.map(({ subject, caseId }) => [subject, caseId]).sort());
    if (what === told.what && Date.now() - told.at < tellEveryMs) return;
    told = { what, at: Date.now() };
    for (const listener of listeners) listener(people);
  }

  function again(): void {
    clearTimeout(timer);
    look()
      .catch((error: unknown) => log.warn({ err: error }, 'who is at the console could not be read'))
      .finally(() => {
        clearTimeout(timer);
        if (listeners.size > 0) timer = setTimeout(again, lookEveryMs).unref();
      });
  }

  const untold = (error: unknown): void => log.warn({ err: error }, 'the presence of a clinician could not be told');
  const here: PresenceFeed['here'] = (who) => void presence.here(who).then(again, untold);

  return {
    listen(listener) {
      listeners.add(listener);
      // The newcomer has heard nothing yet.
      told = { what: '', at: 0 };
      again();
      return () => listeners.delete(listener);
    },
    arrive(who) {
      open.set(who.subject, (open.get(who.subject) ?? 0) + 1);
      here(who);
      return () => {
        const left = (open.get(who.subject) ?? 1) - 1;
        if (left > 0) return void open.set(who.subject, left);
        open.delete(who.subject);
        presence.gone(who.subject).then(again, untold);
      };
    },
    here,
    stop() {
      listeners.clear();
      clearTimeout(timer);
    },
  };
}
