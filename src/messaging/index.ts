// Door of the messaging room: the event stream of sessions on Redis.
export type { EventStreamOptions } from './event-stream.ts';
export { createEventStream } from './event-stream.ts';
export type { EventStream } from './types.ts';
