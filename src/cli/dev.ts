// `tta dev`, and so `npm start`: the whole system on one machine, until Ctrl-C.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Components, createComponents, loadConfig, readEnvironment } from '../config/index.ts';
import { createChild } from './ground/children.ts';
import { keyRings } from './ground/keys.ts';
import { createPage } from './ground/page.ts';
import { createParts, PART_NAMES, partsEnvironment } from './ground/parts.ts';
import { ROOT, stateDir } from './ground/paths.ts';
import { choosePorts, type Ports } from './ground/ports.ts';
import { sayAs } from './ground/progress.ts';
import { takeState } from './ground/state.ts';

const OPTIONS = {
  /** The servers only, for working on the worker or the gateway in another terminal. */
  parts: { type: 'boolean', default: false },
  /** Output of worker and gateway here rather than in their log files. */
  verbose: { type: 'boolean', default: false },
} as const;

export async function dev(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const directory = stateDir(process.env);
  const state = await takeState(directory, sayAs('state'));
  try {
    await runUntilTold(directory, values);
  } finally {
    state.release();
  }
  return 0;
}

async function runUntilTold(directory: string, values: { parts: boolean; verbose: boolean }): Promise<void> {
  const ports = await choosePorts(process.env, join(directory, 'ports.json'));
  const env = environment(directory, ports);
  // Worker and gateway would refuse the same, but only after the servers have been waited for.
  readEnvironment(env);
  loadConfig(env.TTA_CONFIG);
  const components = compose({ directory, ports, env, partsOnly: values.parts, verbose: values.verbose });

  // Before anything is started, so that a Ctrl-C at any moment stops what was.
  const told = untilToldToStop();
  try {
    const starting = components.start();
    // When told to stop while starting, the start's own failure is not news.
    starting.catch(() => undefined);
    const up = await Promise.race([starting.then(() => true), told.then(() => false)]);
    if (up) {
      if (values.parts) announceParts(env);
      else announce(env, ports);
      await told;
    }
  } finally {
    console.log('stopping');
    for (const error of await components.stop()) sayAs('stop')(error instanceof Error ? error.message : String(error));
  }
}

interface Composition {
  directory: string;
  ports: Ports;
  env: NodeJS.ProcessEnv;
  partsOnly: boolean;
  verbose: boolean;
}

function compose({ directory, ports, env, partsOnly, verbose }: Composition): Components {
  const parts = createParts({ env: process.env, ports, stateDir: directory, say: sayAs });
  let allReady: (() => void) | undefined;
  const partsReady = new Promise<void>((resolve) => {
    allReady = resolve;
  });
  const missing = new Set<string>(PART_NAMES);
  const onReady = (name: string, ms: number): void => {
    sayAs(name)(`ready after ${(ms / 1000).toFixed(1)} s`);
    missing.delete(name);
    if (missing.size === 0) allReady?.();
  };
  if (partsOnly) return createComponents(parts, { onReady });

  const child = { env, stateDir: directory, inherit: verbose, partsReady };
  return createComponents(
    [
      ...parts,
      createPage(sayAs('page')),
      createChild({ ...child, name: 'worker', say: sayAs('worker') }),
      createChild({ ...child, name: 'gateway', say: sayAs('gateway') }),
    ],
    { onReady },
  );
}

function environment(directory: string, ports: Ports): NodeJS.ProcessEnv {
  // An empty variable is one that is not set, as with those who fill in a form of them.
  return {
    ...process.env,
    ...partsEnvironment(process.env, ports),
    ...keyRings(process.env, directory, true),
    PORT: String(ports.gateway),
    TTA_STATE_DIR: directory,
    TTA_CONFIG: process.env.TTA_CONFIG || join(ROOT, 'tta_config.yaml'),
    TTA_COUNTRY: process.env.TTA_COUNTRY || 'US',
    TTA_ENV: process.env.TTA_ENV || 'local',
  };
}

/** The last line is for programs; they wait for it and read where everything is. */
function announce(env: NodeJS.ProcessEnv, ports: Ports): void {
  const api = `http://127.0.0.1:${ports.gateway}`;
  const addresses = {
    player: `${api}/`,
    clinician: `${api}/clinician`,
    temporalUi: env.TEMPORAL_UI_URL,
    metrics: `${api}/metrics`,
    api,
  };
  console.log(`
  player page        ${addresses.player}
  clinician console  ${addresses.clinician}
  Temporal Web UI    ${addresses.temporalUi}
  metrics            ${addresses.metrics}

Ctrl-C stops everything that was started here.`);
  console.log(`ready ${JSON.stringify(addresses)}`);
}

function announceParts(env: NodeJS.ProcessEnv): void {
  const { TEMPORAL_ADDRESS, TEMPORAL_UI_URL, REDIS_URL, NEO4J_URL } = env;
  console.log(`ready ${JSON.stringify({ TEMPORAL_ADDRESS, TEMPORAL_UI_URL, REDIS_URL, NEO4J_URL })}`);
}

/** Resolves at the first signal. At the second we leave at once, and the leashes end what is left. */
function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (told) process.exit(130);
        told = true;
        resolve();
      });
    }
  });
}
