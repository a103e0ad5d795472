// The yardstick's own task queue.
export const BARE_QUEUE = 'bench-bare';
