// The screening rules as a part of a process: a changed file takes effect at once, and what is in force is in the audit trail.
import type { Component } from '../domain/component.ts';
import type { AppError } from '../domain/errors.ts';
import type { Safety } from '../safety/types.ts';
import type { AuditTrail, Log } from '../telemetry/index.ts';
import { part, patiently } from './part.ts';

export interface WatchedRules {
  safety: Pick<Safety, 'watch' | 'rulesVersion'>;
  audit: AuditTrail;
  log: Log;
  /** Told when changed files were refused; those before stay in force. */
  refused?: (error: AppError) => void;
}

/** One chain for the installation: which process saw a change first is of no interest. */
const WRITER = 'config';
const MINUTE_MS = 60_000;

export function watchRules({ safety, audit, log, refused }: WatchedRules): Component {
  let unwatch = (): void => undefined;

  function keep(act: string, version: string): void {
    const at = Date.now();
    const event = { act, at, facts: { version } };
    // Every process of the installation sees the same change: the id makes it one entry, and another when it comes again later.
    const id = `${act}/${version}/${Math.floor(at / MINUTE_MS)}`;
    patiently(() => audit.append(WRITER, id, event)).catch((err: unknown) =>
      log.error({ err }, 'a change of the screening rules is not in the audit trail'),
    );
  }

  return part('rules', {
    async start() {
      keep('config.rules', safety.rulesVersion);
      unwatch = safety.watch((outcome) => {
        if ('refused' in outcome) {
          log.error({ err: outcome.refused }, 'changed screening rules are not valid; those before stay in force');
          refused?.(outcome.refused);
        } else {
          log.info({ version: outcome.version }, 'changed screening rules are in force');
          keep('config.rules', outcome.version);
        }
      });
    },
    stop: async () => unwatch(),
  });
}
