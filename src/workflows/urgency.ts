// Somebody in danger does not wait for a model: the slow step of the turn before is cancelled, and no other begins until the
// urgent turn has come.
import { CancellationScope } from '@temporalio/workflow';

export interface Urgency {
  /** Until the answered function is called. */
  arises(): () => void;
  readonly waits: boolean;
  /** Runs work that urgency cancels. */
  interruptible<T>(work: () => Promise<T>): Promise<T>;
}

export function createUrgency(): Urgency {
  let waiting = 0;
  let running: CancellationScope | null = null;
  return {
    arises() {
      waiting += 1;
      running?.cancel();
      return () => {
        waiting -= 1;
      };
    },
    get waits() {
      return waiting > 0;
    },
    async interruptible(work) {
      running = new CancellationScope();
      try {
        return await running.run(work);
      } finally {
        running = null;
      }
    },
  };
}
