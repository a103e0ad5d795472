// Door of the telemetry room: the log and the metrics of a process.
export * from './audit/index.ts';
export type { Log } from './log.ts';
export { createLog } from './log.ts';
export type { Metrics } from './metrics.ts';
export { createMetrics } from './metrics.ts';
