// The life of an event connection: who is there and whether still admitted, a bounded queue towards a slow reader, a heartbeat,
// and an honest close code.
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { Actor } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import { bearerOf, COOKIE, isSameOrigin } from './authentication.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { GatewayServices, GatewaySettings } from './services.ts';

export const CLOSE = {
  goingAway: 1001,
  tooLong: 1009,
  tooBusy: 1013,
  notAuthenticated: 4401,
  notYours: 4403,
  authTimedOut: 4408,
} as const;
export const PROTOCOL = 'tta';

/** Well under the minute after which proxies cut a silent connection, and after which a revoked sign-in must be out: with a list
 *  of revocations that is at most 30 s old (accounts/revocations.ts) the longest is 50 s. */
export const PING_EVERY_MS = 20_000;
const CLOSE_WITHIN_MS = 1_000;
/** Bytes on their way to one reader before we wait for it. */
const HIGH_WATER = 256 * 1024;
/** Events waiting for one reader: a whole long session fits; more means that nobody is reading. */
const QUEUE_MAX = 20_000;

export interface Line {
  send(event: object): void;
  /** What the client says, parsed, from its first word after signing in. Longer than 1 KiB or faster than `inbox.ts` allows ends
   *  the connection; what is no JSON is dropped. */
  onMessage(handler: (message: unknown) => void): void;
  /** Asked with every heartbeat: an AppError('forbidden') or 'not_found' ends the connection with 4403. A player's own session
   *  stays the player's; this is for those whose leave can end, such as by a change of the care team. */
  recheck(admission: () => Promise<unknown>): void;
  /** Ends the connection; later sends are dropped. */
  close(code: number): void;
  readonly open: boolean;
}

export interface SocketTools {
  /** Signs the caller in and runs `serve`; its cleanup runs when the connection ends. Refusals become close codes. */
  admit(socket: WebSocket, request: FastifyRequest, serve: Serve): void;
  /** Asks of every connection now, not at its next heartbeat, whether it is still admitted: after a revocation. */
  recheckAll(): void;
  closeAll(): void;
}

export type Serve = (actor: Actor, line: Line) => Promise<() => unknown>;

export function createSocketTools(
  services: Pick<GatewayServices, 'accounts' | 'metrics' | 'log'> & {
    settings: Pick<GatewaySettings, 'socketSignInMs'>;
  },
  { pingEveryMs = PING_EVERY_MS }: { pingEveryMs?: number } = {},
): SocketTools {
  const { accounts, metrics, log, settings } = services;
  const lines = new Map<Line, () => void>();
  let closing = false;

  async function serveSocket(socket: WebSocket, request: FastifyRequest, serve: Serve): Promise<void> {
    // Listening begins before anything is awaited, or a first message could be missed.
    const inbox = createInbox(socket);
    const line = createLine(socket, inbox, (code) => metrics.websocketsClosed.inc({ close: String(code) }));
    if (closing) return line.close(CLOSE.goingAway);
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    let recheck = (): void => undefined;
    lines.set(line, () => recheck());
    metrics.websockets.inc();
    let cleanup: () => unknown = () => undefined;
    try {
      const token = await tokenOf(inbox, request, settings.socketSignInMs);
      recheck = () => {
        accounts
          .verify(token)
          .then(() => line.admission())
          .catch((error: unknown) => {
            // A part that is away takes nobody's leave: what was known last stands.
            if (closeCodeOf(error) !== CLOSE.tooBusy) return line.close(closeCodeOf(error));
            log.debug({ err: error }, 'an event connection could not be checked again');
          });
      };
      const stopBeating = heartbeat(socket, line, pingEveryMs, () => recheck());
      cleanup = stopBeating;
      const actor = await accounts.verify(token);
      const stopServing = await serve(actor, line);
      inbox.holdNoLonger();
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
      serveSocket(socket, request, serve).catch((error: unknown) =>
        log.warn({ err: error }, 'an event connection did not end cleanly'),
      );
    },
    recheckAll() {
      for (const recheck of lines.values()) recheck();
    },
    closeAll() {
      for (const line of lines.keys()) line.close(CLOSE.goingAway);
      closing = true;
    },
  };
}

async function tokenOf(inbox: Inbox, request: FastifyRequest, withinMs: number): Promise<string> {
  const [protocol, offered] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  if (protocol === PROTOCOL && offered !== undefined && offered !== '') return offered;
  const bearer = bearerOf(request);
  if (bearer !== undefined) return bearer;
  const cookie = request.cookies[COOKIE];
  // Another site's page may open a socket here, and the browser would send our cookie along.
  if (cookie !== undefined && isSameOrigin(request)) return cookie;
  const first = await inbox.first(withinMs);
  if (first === null) throw new TimedOut();
  return tokenIn(first);
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

interface CheckedLine extends Line {
  /** What `recheck` was given. */
  admission(): Promise<unknown>;
}

function createLine(socket: WebSocket, inbox: Inbox, onClose: (code: number) => void): CheckedLine {
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

  const line: CheckedLine = {
    admission: async () => undefined,
    send(event) {
      if (!open) return;
      if (queue.length >= QUEUE_MAX) return line.close(CLOSE.tooBusy);
      queue.push(JSON.stringify(event));
      if (!pumping) void pump();
    },
    onMessage(handler) {
      inbox.deliver(handler, (why) => line.close(CLOSE[why]));
    },
    recheck(admission) {
      line.admission = admission;
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

/** Tells both sides that the other is there, and asks again whether the reader is still admitted. */
function heartbeat(socket: WebSocket, line: Line, everyMs: number, recheck: () => void): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
    line.send({ type: 'ping', at: new Date().toISOString(), data: {} });
    recheck();
  }, everyMs).unref();
  return () => clearInterval(timer);
}
