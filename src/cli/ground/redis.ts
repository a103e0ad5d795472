// Redis 7, with every write in its append-only file: event streams, leases and mailboxes outlive a restart.
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Component } from '../../domain/component.ts';
import { AppError } from '../../domain/errors.ts';
import { fromApt, hasDocker, type Say } from './fetch.ts';
import { missing } from './missing.ts';
import { createPart, type Launch } from './part.ts';
import { onPath } from './run.ts';

export interface RedisOptions {
  /** Of a server that runs already; null to start one. */
  url: string | null;
  port: number;
  stateDir: string;
  say: Say;
}

export function createRedis(options: RedisOptions): Component {
  const dataDir = join(options.stateDir, 'redis');
  const url = options.url ?? `redis://127.0.0.1:${options.port}`;

  async function launch(): Promise<Launch | null> {
    if (options.url !== null) return null;
    mkdirSync(dataDir, { recursive: true });
    const program =
      onPath('redis-server') ?? ((await fromApt('redis-server', options.say)) ? onPath('redis-server') : null);
    const durable = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
    if (program !== null) {
      const local = ['--port', String(options.port), '--bind', '127.0.0.1', '--dir', dataDir, '--daemonize', 'no'];
      return { command: program, args: [...local, ...durable] };
    }
    if (await hasDocker()) {
      const where = ['-p', `127.0.0.1:${options.port}:6379`, '-v', `${dataDir}:/data`];
      return {
        command: 'docker',
        args: ['run', '--rm', '--init', ...where, 'redis:7-alpine', 'redis-server', ...durable],
      };
    }
    throw missing({
      title: 'Redis',
      variable: 'REDIS_URL',
      binary: 'redis-server',
      registry: 'Debian package redis-server',
    });
  }

  return createPart({
    name: 'redis',
    stateDir: options.stateDir,
    say: options.say,
    launch,
    answers: () => ping(url),
    startTimeoutMs: options.url === null ? 60_000 : 10_000,
    graceS: 8,
  });
}

/** Any reply of the protocol will do, save the one that says it is still loading: a password is the client's concern. */
function ping(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const refuse = () => {
      socket.destroy();
      reject(
        new AppError(
          'part_missing',
          `Redis does not answer at ${hostname}:${port || 6379} (REDIS_URL): start it, or unset REDIS_URL.`,
        ),
      );
    };
    const socket = connect(Number(port) || 6379, hostname, () => socket.write('PING\r\n'));
    socket.setTimeout(2_000, refuse);
    socket.once('error', refuse);
    socket.once('data', (data) => {
      if (data.toString('latin1').startsWith('-LOADING')) return refuse();
      socket.destroy();
      resolve();
    });
  });
}
