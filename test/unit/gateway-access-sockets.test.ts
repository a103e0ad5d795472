// The door of an event connection stays watched while it is open: who is revoked or loses leave goes, and what a client says is
// heard in small pieces. A server of our own over the real sign-in; the graph behind it is a list in this file.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import { after, afterEach, before, describe, it } from 'mocha';
import { WebSocket } from 'ws';
import { type Accounts, createAccounts, REVOCATIONS_READ_EVERY_MS } from '../../src/accounts/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import { createSocketTools, PING_EVERY_MS, type Serve, type SocketTools } from '../../src/gateway/sockets.ts';
import { createFileKeyStore, createPseudonymise, createSealer, parseKeyRing } from '../../src/privacy/index.ts';
import { createLog, createMetrics } from '../../src/telemetry/index.ts';

const ring = () => parseKeyRing(`k:${randomBytes(32).toString('base64url')}`);

describe('an event connection', () => {
  let dir: string;
  let app: FastifyInstance;
  let tools: SocketTools;
  let accounts: Accounts;
  let url: string;
  let pseudonymise: (subject: string) => string;
  /** What the graph holds, and what each connection is served with. */
  const revoked: { account: string; role: string; at: number }[] = [];
  let serve: Serve;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'sockets-'));
    const keys = createFileKeyStore({ dir, dataKeys: ring() });
    pseudonymise = await createPseudonymise(keys);
    accounts = createAccounts({
      graph: {
        // The list of revocations is all that signing in asks of the graph.
        run: async (statement) => (statement.startsWith('MATCH (r:Revocation)') ? (revoked as never[]) : []),
        ping: async () => undefined,
        close: async () => undefined,
      },
      sealer: createSealer(keys),
      keys,
      tokenKeys: ring(),
      pseudonymise,
      env: 'production',
      revocationsReadEveryMs: 1,
    });
    const rooms = {
      accounts,
      metrics: createMetrics(),
      log: createLog('test', { level: 'silent' }),
      settings: { socketSignInMs: 2_000 },
    };
    const slow = createSocketTools(rooms);
    const quick = createSocketTools(rooms, { pingEveryMs: 250 });
    app = Fastify();
    await app.register(cookie);
    await app.register(websocket, { options: { maxPayload: 16 * 1024 } });
    for (const [path, each] of [
      ['/slow', slow],
      ['/quick', quick],
    ] as const) {
      app.get(path, { websocket: true }, (socket, request) => each.admit(socket, request, (...args) => serve(...args)));
    }
    tools = slow;
    await app.listen({ host: '127.0.0.1', port: 0 });
    url = `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await app.close();
    await rm(dir, { recursive: true });
  });

  const open: WebSocket[] = [];
  afterEach(() => {
    for (const socket of open.splice(0)) socket.terminate();
  });

  const nobodyAsks: Serve = async () => () => undefined;
  const tokenOf = (subject: string) => accounts.issue({ role: 'clinician', subject });
  /** Somebody signed in on a connection that is being served. */
  async function connected(path: string, asServed: Serve = nobodyAsks, subject = randomBytes(6).toString('hex')) {
    let served = (): void => undefined;
    const serving = new Promise<void>((resolve) => {
      served = resolve;
    });
    serve = async (actor, line) => {
      const stop = await asServed(actor, line);
      served();
      return stop;
    };
    const socket = new WebSocket(`${url}${path}`, ['tta', await tokenOf(subject)]);
    open.push(socket);
    const closed = once(socket, 'close').then(([code]) => Number(code));
    await serving;
    return { subject, socket, closed };
  }

  it('ends with 4401 when the role behind it is revoked, in another process too', async () => {
    const { subject, closed } = await connected('/quick');
    const staying = await connected('/quick');
    revoked.push({ account: pseudonymise(subject), role: 'clinician', at: Date.now() });
    assert.equal(await closed, 4401);
    assert.equal(staying.socket.readyState, WebSocket.OPEN);
  });

  it('ends at once where the revocation is made', async () => {
    const { subject, closed } = await connected('/slow');
    await accounts.revoke(subject, null);
    tools.recheckAll();
    assert.equal(await closed, 4401);
  });

  it('ends with 4403 when what it was admitted for does not hold any more', async () => {
    let admitted = true;
    const { closed } = await connected('/quick', async (_actor, line) => {
      line.recheck(async () => {
        if (!admitted) throw new AppError('forbidden', 'This player is not on your care team.');
      });
      return () => undefined;
    });
    admitted = false;
    assert.equal(await closed, 4403);
  });

  it('stays while it cannot be asked whether that holds', async () => {
    let asked = 0;
    let enough = (): void => undefined;
    const often = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const { socket } = await connected('/quick', async (_actor, line) => {
      line.recheck(async () => {
        asked += 1;
        if (asked === 3) enough();
        throw new AppError('unavailable', 'The graph cannot be reached.');
      });
      return () => undefined;
    });
    await often;
    assert.equal(socket.readyState, WebSocket.OPEN);
  });

  it('is asked often enough that a revoked role is out within a minute', () => {
    assert.ok(REVOCATIONS_READ_EVERY_MS * 1.5 + PING_EVERY_MS < 60_000);
  });

  describe('hears its client', () => {
    /** Served only once `ready` is called, so that words come before anybody listens. */
    function listener() {
      const heard: unknown[] = [];
      const waiting: { wanted: number; resolve: () => void }[] = [];
      const hear: Serve = async (_actor, line) => {
        line.onMessage((message) => {
          heard.push(message);
          for (const one of waiting) if (heard.length >= one.wanted) one.resolve();
        });
        return () => undefined;
      };
      return {
        heard,
        hear,
        has: (wanted: number) =>
          new Promise<void>((resolve) => {
            waiting.push({ wanted, resolve });
            if (heard.length >= wanted) resolve();
          }),
      };
    }

    it('from the first word after the sign-in, also one sent before anybody asked', async () => {
      const { heard, hear, has } = listener();
      let begin = (): void => undefined;
      const mayBegin = new Promise<void>((resolve) => {
        begin = resolve;
      });
      serve = async (actor, line) => {
        await mayBegin;
        return hear(actor, line);
      };
      const socket = new WebSocket(`${url}/slow`, []);
      open.push(socket);
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'auth', token: await tokenOf('ana') }));
      socket.send(JSON.stringify({ type: 'looking', caseId: null }));
      const answered = once(socket, 'pong');
      socket.ping();
      await answered;
      begin();
      await has(1);
      assert.deepEqual(heard, [{ type: 'looking', caseId: null }]);
    });

    it('and drops what is no JSON', async () => {
      const { heard, hear, has } = listener();
      const { socket } = await connected('/slow', hear);
      for (const said of ['hello', '{"type":', '{"type":"looking"}']) socket.send(said);
      await has(1);
      assert.deepEqual(heard, [{ type: 'looking' }]);
    });

    it('in pieces of at most 1 KiB', async () => {
      const { heard, hear, has } = listener();
      const { socket, closed } = await connected('/slow', hear);
      const piece = (length: number) => JSON.stringify('é'.repeat((length - 2) / 2));
      socket.send(piece(1024));
      await has(1);
      socket.send(piece(1026));
      assert.equal(await closed, 1009);
      assert.equal(heard.length, 1);
    });

    it('and not faster than a person clicks', async () => {
      const { heard, hear } = listener();
      const { socket, closed } = await connected('/slow', hear);
      for (let i = 0; i < 40; i += 1) socket.send('{"type":"looking","caseId":null}');
      assert.equal(await closed, 1013);
      assert.ok(heard.length >= 20 && heard.length < 40, `${heard.length} heard`);
    });
  });
});
