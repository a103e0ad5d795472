// The worker of a bench run: the real one, with delayed agents where a delay is asked for, and the bare yardstick beside it.
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, Runtime, Worker } from '@temporalio/worker';
import { readEnvironment } from '../src/config/environment.ts';
import { hostedProcess } from '../src/config/hosted.ts';
import { composeWorker } from '../src/workers/compose.ts';
import { warmUp } from '../src/workers/warm-up.ts';
import { createWorker } from '../src/workers/workers.ts';
import { BARE_QUEUE } from './bare/queue.ts';
import { delayed } from './stub-agents.ts';

Runtime.install({ shutdownSignals: [], telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' } } } });

const ANSWER = 'x'.repeat(1024);

const host = hostedProcess();
const delayMs = Number(process.env.BENCH_AGENT_DELAY_MS ?? '0');
const composition = await composeWorker(readEnvironment(process.env), {
  partsReady: host.partsReady,
  ...(delayMs > 0 ? { adapt: (world) => delayed(world, delayMs) } : {}),
});
const { parts, rooms } = composition;
await rooms.world.migrate();
await warmUp(composition);
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('./bare/workflow.ts', import.meta.url)),
});
const workers = await Promise.all([
  createWorker('sessions', parts),
  createWorker('cases', parts),
  ...(delayMs > 0 ? [createWorker('agents', parts)] : []),
  Worker.create({
    connection: parts.connection,
    namespace: parts.namespace,
    workflowBundle,
    taskQueue: BARE_QUEUE,
    activities: { answer: async () => ANSWER },
    maxCachedWorkflows: parts.maxCachedWorkflows,
    maxConcurrentLocalActivityExecutions: parts.fastTurns,
    maxConcurrentWorkflowTaskExecutions: parts.fastTurns,
    workflowThreadPoolSize: 1,
  }),
]);
const running = Promise.all(workers.map((worker) => worker.run()));
host.onStop(async () => {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  await running;
  await composition.close();
});
host.announceReady();
await running;
