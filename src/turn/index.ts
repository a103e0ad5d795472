// The door of the turn: what activities call. No Temporal in here, so a turn can be run and read without it.
export type { ReadAhead, ReadAheadOptions } from './ahead.ts';
export { createReadAhead } from './ahead.ts';
export { closeSession, openSession, recordAct } from './lifecycle.ts';
export { runFast, runSlow, setAside } from './run.ts';
export type { PlayedWorld, TurnServices, WorldServices } from './services.ts';
export { warmUp } from './warm-up.ts';
