// Tells the operator, and whoever is playing, when a part of the system stays away and when it is back: once per outage.
import type { ComponentHealth } from '../domain/component.ts';
import type { SessionEvent } from '../domain/events.ts';
import type { Log } from '../telemetry/index.ts';
import type { Alerts } from './alerts.ts';
import { nowAndThen } from './now-and-then.ts';

export interface PartWatch {
  start(): void;
  stop(): Promise<void>;
  /** One look at the parts; `start` takes one every few seconds. */
  look(): Promise<void>;
}

export interface PartWatchOptions {
  health(): Promise<Readonly<Record<string, ComponentHealth>>>;
  alerts: Alerts;
  /** To everybody who follows a session here. */
  announce(event: SessionEvent): void;
  log: Log;
  now?: () => number;
}

const LOOK_EVERY_MS = 5_000;
/** Longer than a server takes to restart; a player notices by then. */
const AWAY_FOR_MS = 15_000;

export function createPartWatch(options: PartWatchOptions): PartWatch {
  const { health, alerts, announce, log, now = Date.now } = options;
  /** Parts that do not answer: since when, and whether that was told. */
  const away = new Map<string, { since: number; told: boolean }>();

  async function look(): Promise<void> {
    for (const [part, { ok }] of Object.entries(await health())) {
      const outage = away.get(part);
      if (ok) {
        away.delete(part);
        if (outage?.told) tell('part_restored', part);
      } else if (outage === undefined) {
        away.set(part, { since: now(), told: false });
      } else if (!outage.told && now() - outage.since >= AWAY_FOR_MS) {
        outage.told = true;
        tell('part_down', part);
      }
    }
  }

  function tell(code: 'part_down' | 'part_restored', part: string): void {
    // Not waited for: the channels of an alert may be slow just now, and the next look is due.
    void alerts.alert(code, part);
    const type = code === 'part_down' ? 'service.degraded' : 'service.restored';
    announce({ type, at: new Date(now()).toISOString(), data: { parts: [part] } });
  }

  const looking = nowAndThen(look, LOOK_EVERY_MS, (error) =>
    log.warn({ err: error }, 'the health of the parts could not be read'),
  );
  return { look, start: () => looking.start(), stop: () => looking.stop() };
}
