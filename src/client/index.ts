// Door of the client: what a backend needs to play sessions.
export type { CallOptions, CaseActName, SessionActName, SessionClient } from './session-client.ts';
export { createSessionClient } from './session-client.ts';
