// Door of the messaging room: the event stream of sessions on Redis, and who has the console open.
export type { EventStreamOptions } from './event-stream.ts';
export { createEventStream } from './event-stream.ts';
export { createPresence, type PresenceOptions } from './presence.ts';
export type { EventStream, Presence } from './types.ts';
