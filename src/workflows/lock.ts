// One thing at a time per session: turns and acts run in the order they were accepted.

export interface Lock {
  run<T>(work: () => Promise<T>): Promise<T>;
  readonly free: boolean;
}

export function createLock(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async run(work) {
      waiting += 1;
      const turn = last.then(work);
      // The chain goes on after a failed piece of work; its caller sees the failure.
      last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
    get free() {
      return waiting === 0;
    },
  };
}
