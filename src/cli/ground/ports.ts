// Picks ports that are free now and that no other copy of this system is about to take.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { tryLock } from '../../../scripts/lib/lock.mjs';
import { AppError } from '../../domain/errors.ts';

export const PORT_NAMES = ['gateway', 'temporal', 'temporalUi', 'redis', 'neo4j'] as const;
export type PortName = (typeof PORT_NAMES)[number];
export type Ports = Readonly<Record<PortName, number>>;

/** Below the range that systems hand out for outgoing connections, so that a chosen port stays ours. */
const DEFAULT_BASE = 17600;
const DEFAULT_GATEWAY = 3000;
/** How far to look upwards from a wanted port. */
const TRIES = 200;

/** The ports wished for: the gateway's own, and the others in a row from the base. */
export function wantedPorts(env: NodeJS.ProcessEnv): Ports {
  const base = portNumber(env.TTA_PORT_BASE, 'TTA_PORT_BASE') ?? DEFAULT_BASE;
  return {
    gateway: portNumber(env.PORT, 'PORT') ?? DEFAULT_GATEWAY,
    temporal: base,
    temporalUi: base + 1,
    redis: base + 2,
    neo4j: base + 3,
  };
}

function portNumber(value: string | undefined, name: string): number | null {
  if (value === undefined || value === '') return null;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_000) return port;
  throw new AppError('config_invalid', `${name} is "${value}": give a port number from 1024 to 65000.`);
}

/**
 * Free ports, those of the last run first when nothing else was asked for, so that bookmarks keep working.
 * They stay reserved until this process ends. `file` records them.
 */
export async function choosePorts(env: NodeJS.ProcessEnv, file: string): Promise<Ports> {
  const wanted = wantedPorts(env);
  const last = recorded(file, wanted);
  const chosen: Record<string, number> = {};
  for (const name of PORT_NAMES) {
    chosen[name] = await freePort(last?.[name] ?? wanted[name], Object.values(chosen));
  }
  const ports = chosen as Ports; // every PortName was assigned in the loop above
  writeFileSync(file, `${JSON.stringify({ wanted, ports })}\n`);
  return ports;
}

/** What the last run chose, unless other ports are wanted now than were then. */
function recorded(file: string, wanted: Ports): Ports | null {
  try {
    const record: { wanted: Ports; ports: Ports } = JSON.parse(readFileSync(file, 'utf8'));
    const same = PORT_NAMES.every((name) => record.wanted[name] === wanted[name]);
    return same && PORT_NAMES.every((name) => Number.isInteger(record.ports[name])) ? record.ports : null;
  } catch {
    return null;
  }
}

async function freePort(wanted: number, taken: readonly number[]): Promise<number> {
  for (let port = wanted; port < wanted + TRIES; port++) {
    if (taken.includes(port)) continue;
    // Two copies that start together would both find the port free: the reservation is a file that only one can make.
    const reservation = tryLock(join(tmpdir(), `tta-ports-${userInfo().uid}`, String(port)));
    if (reservation.release === undefined) continue;
    if (await canListen(port)) {
      process.once('exit', reservation.release);
      return port;
    }
    reservation.release();
  }
  throw new AppError('part_missing', `No free port from ${wanted} on: set PORT or TTA_PORT_BASE to a free range.`);
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
