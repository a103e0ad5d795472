// The life of an event connection: who is there, a bounded queue towards a slow reader, a heartbeat, and an honest close code.
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { Actor } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import { bearerOf, COOKIE, isSameOrigin } from './authentication.ts';
import type { GatewayServices } from './services.ts';

export const CLOSE = {
  goingAway: 1001,
  tooBusy: 1013,
  notAuthenticated: 4401,
  notYours: 4403,
  authTimedOut: 4408,
} as const;
export const PROTOCOL = 'tta';

/** Well under the minute after which proxies cut a silent connection. */
const PING_EVERY_MS = 20_000;
const CLOSE_WITHIN_MS = 1_000;
/** Bytes on their way to one reader before we wait for it. */
const HIGH_WATER = 256 * 1024;
/** Events waiting for one reader: a whole long session fits; more means that nobody is reading. */
const QUEUE_MAX = 20_000;

export interface Line {
  send(event: object): void;
  /** Ends the connection; later sends are dropped. */
  close(code: number): void;
  readonly open: boolean;
}

export interface SocketTools {
  /** Signs the caller in and runs `serve`; its cleanup runs when the connection ends. Refusals become close codes. */
  admit(socket: WebSocket, request: FastifyRequest, serve: Serve): void;
  closeAll(): void;
}

export type Serve = (actor: Actor, line: Line) => Promise<() => unknown>;

export function createSocketTools(
  services: Pick<GatewayServices, 'accounts' | 'metrics' | 'log' | 'settings'>,
): SocketTools {
  const { accounts, metrics, log, settings } = services;
  const lines = new Set<Line>();
  let closing = false;

  async function serveSocket(socket: WebSocket, token: Promise<string>, serve: Serve): Promise<void> {
    const line = createLine(socket, (code) => metrics.websocketsClosed.inc({ close: String(code) }));
    if (closing) return line.close(CLOSE.goingAway);
    lines.add(line);
    metrics.websockets.inc();
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    let cleanup: () => unknown = () => undefined;
    try {
      const known = await token;
      const stopBeating = heartbeat(socket, line, () => accounts.verify(known));
      cleanup = stopBeating;
      const actor = await accounts.verify(known);
      const stopServing = await serve(actor, line);
      cleanup = async () => {
        stopBeating();
        await stopServing();
      };
    } catch (error) {
      line.close(closeCodeOf(error));
    }
    await ended;
    lines.delete(line);
    metrics.websockets.dec();
    await cleanup();
  }

  return {
    admit(socket, request, serve) {
      // The listener for a first message is there before anything is awaited, or the message could be missed.
      serveSocket(socket, tokenOf(socket, request, settings.socketSignInMs), serve).catch((error: unknown) =>
        log.warn({ err: error }, 'an event connection did not end cleanly'),
      );
    },
    closeAll() {
      for (const line of lines) line.close(CLOSE.goingAway);
      closing = true;
    },
  };
}

async function tokenOf(socket: WebSocket, request: FastifyRequest, withinMs: number): Promise<string> {
  const [protocol, offered] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  if (protocol === PROTOCOL && offered !== undefined && offered !== '') return offered;
  const bearer = bearerOf(request);
  if (bearer !== undefined) return bearer;
  const cookie = request.cookies[COOKIE];
  // Another site's page may open a socket here, and the browser would send our cookie along.
  if (cookie !== undefined && isSameOrigin(request)) return cookie;
  return firstMessage(socket, withinMs);
}

function firstMessage(socket: WebSocket, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimedOut()), withinMs);
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
    };
    socket.once('close', () => done(() => reject(new TimedOut())));
    socket.once('message', (data) => done(() => resolve(tokenIn(String(data)))));
  });
}

function tokenIn(message: string): string {
  try {
    const parsed: unknown = JSON.parse(message);
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      'type' in parsed &&
      parsed.type === 'auth' &&
      'token' in parsed
    ) {
      return String(parsed.token);
    }
  } catch {
    // Not our protocol: treated as a wrong token below.
  }
  return '';
}

class TimedOut extends Error {}

function closeCodeOf(error: unknown): number {
  if (error instanceof TimedOut) return CLOSE.authTimedOut;
  if (!(error instanceof AppError)) return CLOSE.tooBusy;
  if (error.code === 'unauthenticated') return CLOSE.notAuthenticated;
  return error.code === 'forbidden' || error.code === 'not_found' ? CLOSE.notYours : CLOSE.tooBusy;
}

function createLine(socket: WebSocket, onClose: (code: number) => void): Line {
  const queue: string[] = [];
  let open = true;
  let pumping = false;
  socket.once('close', () => {
    open = false;
  });

  async function pump(): Promise<void> {
    pumping = true;
    for (let next = queue.shift(); next !== undefined && open; next = queue.shift()) {
      const sent = new Promise<void>((resolve) => socket.send(next, () => resolve()));
      if (socket.bufferedAmount > HIGH_WATER) await sent;
    }
    pumping = false;
  }

  const line: Line = {
    send(event) {
      if (!open) return;
      if (queue.length >= QUEUE_MAX) return line.close(CLOSE.tooBusy);
      queue.push(JSON.stringify(event));
      if (!pumping) void pump();
    },
    close(code) {
      if (!open) return;
      open = false;
      queue.length = 0;
      onClose(code);
      socket.close(code);
      // A peer that does not answer the close must not keep us from stopping.
      setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS).unref();
    },
    get open() {
      return open;
    },
  };
  return line;
}

/** Tells both sides that the other is there, and ends a connection whose token has run out meanwhile. */
function heartbeat(socket: WebSocket, line: Line, verify: () => Promise<unknown>): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
    line.send({ type: 'ping', at: new Date().toISOString(), data: {} });
    verify().catch(() => line.close(CLOSE.notAuthenticated));
  }, PING_EVERY_MS).unref();
  return () => clearInterval(timer);
}
