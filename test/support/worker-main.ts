// A worker process for tests that kill it: the real parts and workers, with a dead worker's queue given up sooner, so that a
// test is not spent on waiting.
import { Runtime } from '@temporalio/worker';
import { readEnvironment } from '../../src/config/environment.ts';
import { hostedProcess } from '../../src/config/hosted.ts';
import { composeWorker } from '../../src/workers/compose.ts';
import { createWorker } from '../../src/workers/workers.ts';

Runtime.install({ shutdownSignals: [], telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } } });

const host = hostedProcess();
const composition = await composeWorker(readEnvironment(process.env));
const { world } = composition.parts.turn;
const parts = {
  ...composition.parts,
  turn: { ...composition.parts.turn, world: process.env.TEST_DIES_AFTER_COMMIT === '1' ? dyingAfterCommit() : world },
  timeouts: { stickyQueueScheduleToStartTimeout: '1 second', shutdownGraceTime: '1 second' },
} as const;
const workers = await Promise.all((['sessions', 'agents', 'cases'] as const).map((role) => createWorker(role, parts)));
const running = Promise.all(workers.map((worker) => worker.run()));
host.onStop(async () => {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  await running;
  await composition.close();
});
host.announceReady();
await running;

/** The worst moment there is: the turn is stored, and nobody has been told. */
function dyingAfterCommit(): typeof world {
  return {
    ...world,
    async commitTurn(turn) {
      await world.commitTurn(turn);
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => undefined);
    },
  };
}
