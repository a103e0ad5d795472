// The three servers of the system as components, and the environment by which everything else finds them.
import { temporalConnection } from '../../config/index.ts';
import type { Component } from '../../domain/component.ts';
import type { Say } from './fetch.ts';
import { createNeo4j } from './neo4j.ts';
import type { Ports } from './ports.ts';
import { createRedis } from './redis.ts';
import { createTemporal } from './temporal.ts';

export interface PartsOptions {
  env: NodeJS.ProcessEnv;
  ports: Ports;
  stateDir: string;
  /** Progress of the named part. */
  say: (name: string) => Say;
}

export const PART_NAMES = ['temporal', 'redis', 'neo4j'] as const;

export function createParts({ env, ports, stateDir, say }: PartsOptions): Component[] {
  return [
    createTemporal({
      server: env.TEMPORAL_ADDRESS ? temporalConnection(env.TEMPORAL_ADDRESS, env) : null,
      namespace: env.TEMPORAL_NAMESPACE || 'default',
      port: ports.temporal,
      uiPort: ports.temporalUi,
      stateDir,
      say: say('temporal'),
    }),
    createRedis({ url: env.REDIS_URL || null, port: ports.redis, stateDir, say: say('redis') }),
    createNeo4j({
      url: env.NEO4J_URL || null,
      user: env.NEO4J_USER || 'neo4j',
      password: env.NEO4J_PASSWORD ?? '',
      port: ports.neo4j,
      stateDir,
      say: say('neo4j'),
    }),
  ];
}

/** Where the parts are, for those given by URL and those that we start alike. */
export function partsEnvironment(env: NodeJS.ProcessEnv, ports: Ports) {
  return {
    TEMPORAL_ADDRESS: env.TEMPORAL_ADDRESS || `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: env.TEMPORAL_NAMESPACE || 'default',
    TEMPORAL_UI_URL: env.TEMPORAL_UI_URL || `http://${webUi(env.TEMPORAL_ADDRESS || null, ports)}`,
    REDIS_URL: env.REDIS_URL || `redis://127.0.0.1:${ports.redis}`,
    NEO4J_URL: env.NEO4J_URL || `bolt://127.0.0.1:${ports.neo4j}`,
    NEO4J_USER: env.NEO4J_USER || 'neo4j',
    NEO4J_PASSWORD: env.NEO4J_PASSWORD ?? '',
  };
}

/** A development server that somebody else runs has its Web UI a thousand ports up, unless it was told otherwise. */
const UI_ABOVE_SERVER = 1_000;

function webUi(address: string | null, ports: Ports): string {
  if (address === null) return `127.0.0.1:${ports.temporalUi}`;
  const colon = address.lastIndexOf(':');
  return `${address.slice(0, colon)}:${Number(address.slice(colon + 1)) + UI_ABOVE_SERVER}`;
}
