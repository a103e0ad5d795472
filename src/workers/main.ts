// A worker process: see components.ts for its parts, compose/process.ts for its life.
import { Runtime } from '@temporalio/worker';
import { DRAIN_TIMEOUT_MS, runProcess } from '../compose/process.ts';
import { createComponents } from '../config/index.ts';
import { workerComponents } from './components.ts';
import { prepareWorker } from './compose.ts';

// We end by our own rules (config/hosted.ts), not by the SDK's.
Runtime.install({ shutdownSignals: [], telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' } } } });

await runProcess('worker', async ({ env, log, failed }) =>
  createComponents(workerComponents(await prepareWorker(env, { log }), env, failed, log), {
    drainTimeoutMs: DRAIN_TIMEOUT_MS,
  }),
);
