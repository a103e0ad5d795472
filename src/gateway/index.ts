// Door of the gateway: the server over its rooms, and what a composition needs to make them.
export { ACCESS, type Access } from './access.ts';
export { createOutbox, type Outbox } from './outbox.ts';
export { createGateway } from './server.ts';
export type { GatewayServices, GatewaySettings, OfferedWorld } from './services.ts';
