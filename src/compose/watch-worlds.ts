// The worlds as a part of a process: on a developer's machine a changed world is there for the next session that begins.
import type { Component } from '../domain/component.ts';
import type { Story } from '../story/index.ts';
import type { Log } from '../telemetry/index.ts';
import { part } from './part.ts';

export interface WatchedWorlds {
  story: Pick<Story, 'watch'>;
  /** In production worlds change with a release. */
  env: 'local' | 'production';
  log: Log;
  /** Told when there are other worlds than before. */
  changed?: () => void;
}

export function watchWorlds({ story, env, log, changed }: WatchedWorlds): Component {
  let unwatch = (): void => undefined;
  return part('worlds', {
    async start() {
      if (env !== 'local') return;
      unwatch = story.watch((outcome) => {
        for (const err of outcome.refused) log.error({ err }, 'a changed world is not valid; the one before stays');
        for (const { id, version } of outcome.changed)
          log.info({ world: id, version }, 'new sessions begin in a changed world');
        changed?.();
      });
    },
    stop: async () => unwatch(),
  });
}
