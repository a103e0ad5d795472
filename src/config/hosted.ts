// What a worker or gateway process owes to whoever started it, and may ask of it. Started by hand it works all the same.

export interface HostedProcess {
  /** Resolves when the servers named in the environment answer. Prepare (bundle, load, compile) before awaiting this. */
  partsReady(): Promise<void>;
  /** Says that this process serves. */
  announceReady(): void;
  /** Runs once, on SIGTERM, SIGINT, or when the starting process is gone; then this process exits. */
  onStop(stop: () => Promise<void>): void;
}

/** Messages on the IPC channel between `tta dev` and its children. */
export const HOST_MESSAGES = { partsReady: 'parts-ready', ready: 'ready' } as const;

/** Set by a host that starts us before the parts are up, and that will say when they are. */
export const PARTS_PENDING = 'TTA_PARTS_PENDING';

/** A stop that takes longer than this is stuck: the host's own patience (8 s) ends soon after. */
const STOP_TIMEOUT_MS = 30_000;

export function hostedProcess(): HostedProcess {
  const hosted = process.send !== undefined;
  const parts =
    hosted && process.env[PARTS_PENDING] === '1'
      ? new Promise<void>((resolve) => {
          process.on('message', (message) => {
            if (isMessage(message, HOST_MESSAGES.partsReady)) resolve();
          });
        })
      : Promise.resolve();

  return {
    partsReady: () => parts,
    announceReady() {
      process.send?.({ type: HOST_MESSAGES.ready });
    },
    onStop(stop) {
      let stopping = false;
      const end = (): void => {
        if (stopping) return;
        stopping = true;
        setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
        stop().then(
          () => process.exit(0),
          (error: unknown) => {
            console.error(error);
            process.exit(1);
          },
        );
      };
      process.on('SIGTERM', end);
      process.on('SIGINT', end);
      if (hosted) process.on('disconnect', end);
    },
  };
}

export function isMessage(message: unknown, type: string): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}
