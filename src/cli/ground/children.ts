// Our own two processes, worker and gateway, as components of `tta dev`.
import { join } from 'node:path';
import { HOST_MESSAGES, isMessage, PARTS_PENDING } from '../../config/hosted.ts';
import type { Component } from '../../domain/component.ts';
import { AppError } from '../../domain/errors.ts';
import type { Say } from './fetch.ts';
import type { LeashedProgram } from './leash.ts';
import { createPart } from './part.ts';
import { PART_NAMES } from './parts.ts';
import { ROOT } from './paths.ts';

export interface ChildOptions {
  name: 'worker' | 'gateway';
  env: NodeJS.ProcessEnv;
  stateDir: string;
  say: Say;
  inherit: boolean;
  /** Resolves when the servers answer. Both processes are started before and load meanwhile. */
  partsReady: Promise<void>;
}

/** Bundling the workflows on a busy two-core machine takes up to 15 s; the servers' first fetch may take minutes. */
const START_TIMEOUT_MS = 10 * 60_000;

export function createChild(options: ChildOptions): Component {
  const main = join(ROOT, 'src', options.name === 'worker' ? 'workers' : options.name, 'main.ts');
  let serves = false;

  function onSpawn({ child }: LeashedProgram): void {
    serves = false;
    child.on('message', (message) => {
      if (isMessage(message, HOST_MESSAGES.ready)) serves = true;
    });
    void options.partsReady.then(
      () => child.connected && child.send({ type: HOST_MESSAGES.partsReady }, () => undefined),
      () => undefined,
    );
  }

  return createPart({
    name: options.name,
    // The gateway stops taking turns, the worker finishes those it has, then the servers may go.
    stopsBefore: options.name === 'gateway' ? ['worker', ...PART_NAMES] : PART_NAMES,
    stateDir: options.stateDir,
    say: options.say,
    inherit: options.inherit,
    launch: async () => ({
      command: process.execPath,
      args: ['--enable-source-maps', '--import', 'tsx', main],
      env: { ...options.env, [PARTS_PENDING]: '1' },
    }),
    answers: async () => {
      if (!serves) throw new AppError('unavailable', `${options.name} is not ready`);
    },
    startTimeoutMs: START_TIMEOUT_MS,
    // Turns in flight finish; a local stop is not kept waiting for a slow model.
    graceS: 8,
    onSpawn,
  });
}
