// The whole system as an installation runs it: worker and gateway as processes of their own, with fresh keys, state and
// Temporal namespace, over the servers named in the environment. Tests speak to it by HTTP, WebSocket and command line.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenIssuer } from '../../src/accounts/index.ts';
import { createChild } from '../../src/cli/ground/children.ts';
import { choosePorts } from '../../src/cli/ground/ports.ts';
import { createComponents, readEnvironment } from '../../src/config/index.ts';
import type { Role } from '../../src/domain/actors.ts';
import type { Component } from '../../src/domain/component.ts';
import { parseKeyRing } from '../../src/privacy/index.ts';
import { shareBundles } from './bundles.ts';
import { throwAwayRing } from './house.ts';
import { newNamespace } from './namespace.ts';
import { openProxy, type PartProxy } from './proxy.ts';
import { until } from './until.ts';

export type PartName = 'temporal' | 'neo4j' | 'redis';
export type ProcessName = 'worker' | 'gateway';

export interface System {
  /** Such as `http://127.0.0.1:27900`. */
  api: string;
  stateDir: string;
  /** What worker, gateway and the `tta` command are started with. */
  env: NodeJS.ProcessEnv;
  /** How this system reaches each server; cutting one takes it away from this system only. */
  parts: Readonly<Record<PartName, PartProxy>>;
  /** A demonstration account's token, as `npx tta token` prints it, or another's. */
  token(role: Role, subject: string, options?: { demo?: boolean; ttlS?: number }): Promise<string>;
  /** Ends the process as `kill -9` does and resolves when its successor, which its keeper starts, serves. */
  kill(...names: ProcessName[]): Promise<void>;
  stop(): Promise<void>;
}

export interface SystemOptions {
  /** Text of its tta_config.yaml; default: all defaults. */
  config?: string;
  env?: Readonly<Record<string, string>>;
  /** Default both. */
  processes?: readonly ProcessName[];
  /** Parts that are away from the beginning. */
  without?: readonly PartName[];
}

/** Away from those of `npm start`, `npm test` and the benchmark. */
const PORTS = { TTA_PORT_BASE: '27800', PORT: '27900' };

export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const stateDir = mkdtempSync(join(tmpdir(), 'tta-system-'));
  shareBundles(stateDir);
  // Each reserved port is given back at exit, and two systems may run at once.
  process.setMaxListeners(Math.max(process.getMaxListeners(), 30));
  const ports = await choosePorts({ ...process.env, ...PORTS }, join(stateDir, 'ports.json'));
  const parts = await openParts();
  for (const name of options.without ?? []) await parts[name].cut();
  const rings = { TTA_TOKEN_KEYS: throwAwayRing(), TTA_DATA_KEYS: throwAwayRing() };
  const env = {
    ...process.env,
    ...rings,
    TEMPORAL_ADDRESS: `127.0.0.1:${parts.temporal.port}`,
    TEMPORAL_NAMESPACE: await newNamespace(),
    REDIS_URL: `redis://127.0.0.1:${parts.redis.port}`,
    NEO4J_URL: `bolt://127.0.0.1:${parts.neo4j.port}`,
    PORT: String(ports.gateway),
    TTA_STATE_DIR: stateDir,
    TTA_ENV: 'local',
    TTA_COUNTRY: 'US',
    TTA_CONFIG: join(stateDir, 'tta_config.yaml'),
    ...options.env,
  };
  writeFileSync(env.TTA_CONFIG, options.config ?? '{}\n');
  const api = `http://127.0.0.1:${ports.gateway}`;
  const issuer = createTokenIssuer({ tokenKeys: parseKeyRing(rings.TTA_TOKEN_KEYS) });
  const say = (text: string): void => void text;
  const children: Component[] = (options.processes ?? ['worker', 'gateway']).map((name) => {
    const { needs: _, ...child } = createChild({
      ...{ name, env, stateDir, say, inherit: process.env.TTA_TEST_VERBOSE !== undefined },
      partsReady: Promise.resolve(),
    });
    return child;
  });
  const components = createComponents(children);

  async function stop(): Promise<void> {
    process.off('exit', forget);
    await components.stop();
    for (const proxy of Object.values(parts)) await proxy.cut();
    forget();
  }
  const forget = (): void => rmSync(stateDir, { recursive: true, force: true });
  process.once('exit', forget);

  try {
    await components.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    api,
    stateDir,
    env,
    parts,
    token: (role, subject, { demo = true, ttlS } = {}) =>
      issuer.issue({ role, subject, displayName: `${role} ${subject}`, ...(demo && { demo }) }, ttlS),
    async kill(...names) {
      const pids = names.map((name) => pidOf(stateDir, name));
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      for (const [i, name] of names.entries()) {
        await until(`the ${name}'s successor`, async () => pidIn(stateDir, name, pids[i] ?? 0), 30_000);
      }
      if (names.includes('gateway')) await until('the gateway', () => answers(`${api}/healthz`), 60_000);
    },
    stop,
  };
}

function pidOf(stateDir: string, name: ProcessName): number {
  return Number(readFileSync(join(stateDir, 'run', `${name}.pid`), 'utf8'));
}

/** A pid other than the one that was killed. */
function pidIn(stateDir: string, name: ProcessName, killed: number): number | null {
  try {
    const pid = pidOf(stateDir, name);
    return pid > 0 && pid !== killed ? pid : null;
  } catch {
    return null; // between the two
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function openParts(): Promise<Record<PartName, PartProxy>> {
  const env = readEnvironment({ TTA_TOKEN_KEYS: '-', TTA_DATA_KEYS: '-', ...process.env });
  const at = (address: string): { host: string; port: number } => {
    const { hostname, port } = new URL(address);
    return { host: hostname, port: Number(port) };
  };
  const [temporal, neo4j, redis] = await Promise.all(
    [`tcp://${env.TEMPORAL_ADDRESS}`, env.NEO4J_URL, env.REDIS_URL].map((address) => openProxy(at(address))),
  );
  if (temporal === undefined || neo4j === undefined || redis === undefined) throw new Error('three parts were opened');
  return { temporal, neo4j, redis };
}
