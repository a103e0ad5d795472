// A Temporal whose time can be skipped, for deadlines and idle times; the other parts stay real.
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Runtime } from '@temporalio/worker';

/** Once per test process, before anything of Temporal is made. */
export function quietRuntime(): void {
  try {
    Runtime.install({
      shutdownSignals: [],
      logger: { trace() {}, debug() {}, info() {}, warn() {}, error: console.error, log() {} },
    });
  } catch {
    // Another test file has installed it.
  }
}

export async function skippingClock(): Promise<{
  address: string;
  sleep(ms: number): Promise<void>;
  stop(): Promise<void>;
}> {
  quietRuntime();
  const path = process.env.TTA_TEST_SERVER;
  if (path === undefined) throw new Error('TTA_TEST_SERVER is not set: run the tests with `npm test`');
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  return { address: env.address, sleep: (ms) => env.sleep(ms), stop: () => env.teardown() };
}
