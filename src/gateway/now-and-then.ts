// Work that is done again and again in the background, one after the other, until it is stopped.

export interface Repeated {
  start(): void;
  /** Does it now, or right after what is being done. Never rejects. */
  now(): Promise<void>;
  /** Resolves when nothing is being done any more. */
  stop(): Promise<void>;
}

/** `everyMs` lies between the end of one and the beginning of the next. What `work` rejects with goes to `failed`. */
export function nowAndThen(work: () => Promise<unknown>, everyMs: number, failed: (error: unknown) => void): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let last: Promise<void> = Promise.resolve();

  function now(): Promise<void> {
    last = last.then(work).then(() => undefined, failed);
    return last;
  }

  function later(ms: number): void {
    timer = setTimeout(() => {
      void now().then(() => {
        if (running) later(everyMs);
      });
    }, ms).unref();
  }

  return {
    now,
    start() {
      if (running) return;
      running = true;
      later(0);
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await last;
    },
  };
}
