// A worker process: composes its rooms, runs the workers it is asked for, and finishes what it has begun when told to stop.
import { Runtime } from '@temporalio/worker';
import { readEnvironment } from '../config/environment.ts';
import { hostedProcess } from '../config/hosted.ts';
import { AppError } from '../domain/errors.ts';
import { TASK_QUEUES } from '../domain/session.ts';
import { warmUp } from '../world/index.ts';
import { composeWorker } from './compose.ts';
import type { WorkerRole } from './workers.ts';
import { createWorker } from './workers.ts';

// We end by our own rules (config/hosted.ts), not by the SDK's.
Runtime.install({ shutdownSignals: [], telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' } } } });

const host = hostedProcess();
const env = readEnvironment(process.env);
const roles = rolesOf(process.env.TTA_WORKER_ROLES);
const composition = await composeWorker(env, { partsReady: host.partsReady });
if (roles.includes('sessions')) {
  await composition.rooms.world.migrate();
  // A cold graph would make the first players wait; better this start does.
  await warmUp(composition.rooms.world);
}
const workers = await Promise.all(roles.map((role) => createWorker(role, composition.parts)));
const running = Promise.all(workers.map((worker) => worker.run()));
host.onStop(async () => {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  await running;
  await composition.close();
});
host.announceReady();
await running;

/** `TTA_WORKER_ROLES`: comma-separated; all by default. Cases alone in a process stay quick when sessions are busy. */
function rolesOf(text: string | undefined): WorkerRole[] {
  const known: readonly WorkerRole[] = ['sessions', 'agents', 'cases'];
  if (text === undefined || text === '') return [...known];
  const wanted = text.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !Object.hasOwn(TASK_QUEUES, name));
  if (unknown.length > 0) {
    throw new AppError(
      'config_invalid',
      `TTA_WORKER_ROLES: there is no role ${unknown.join(', ')}. Choose from ${known.join(', ')}.`,
    );
  }
  return known.filter((role) => wanted.includes(role));
}
