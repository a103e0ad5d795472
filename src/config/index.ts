// The door of config: the validated file, the environment, the life of components and of a hosted process.
export type { Config } from '../domain/schemas/config.ts';
export { type Components, type ComponentsOptions, createComponents } from './components.ts';
export { type Environment, readEnvironment } from './environment.ts';
export { configurationGuide } from './guide.ts';
export { loadConfig, parseConfig } from './load.ts';
export { type TemporalConnection, temporalConnection } from './temporal.ts';
