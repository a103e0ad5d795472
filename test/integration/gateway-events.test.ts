// Event connections over a real socket and a real Redis: who may listen, what a returning client is given, how it ends.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WebSocket } from 'ws';
import type { SessionEvent } from '../../src/domain/events.ts';
import { actSeq } from '../../src/domain/turn.ts';
import type { EventStream } from '../../src/messaging/index.ts';
import { createEventStream } from '../../src/messaging/index.ts';
import { type Fixture, openFixture } from '../unit/gateway-fixture.ts';

const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

interface Heard {
  seq?: number;
  type: string;
  data: { epoch?: string; snapshot?: { status: string }; cases?: unknown[] };
}

describe('event connections', () => {
  let at: Fixture;
  let stream: EventStream;
  let graph: SessionEvent[];
  let sessionId: string;
  let base: string;

  beforeEach(async () => {
    graph = [];
    const rebuild = async (_id: string, after: number) => graph.filter(({ seq }) => seq !== undefined && seq > after);
    at = await openFixture({}, (sealer) => {
      stream = createEventStream({ url, sealer, rebuild });
      return stream;
    });
    sessionId = await at.sessionOf('ann');
    await at.app.listen({ host: '127.0.0.1', port: 0 });
    // Listening on TCP, so the address is one of host and port.
    base = `127.0.0.1:${(at.app.server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await at.close();
    await stream.close();
  });

  async function happened(act: number): Promise<void> {
    const data = { status: 'active' } as const;
    const event: SessionEvent = { seq: actSeq(1, act), type: 'session.status', at: new Date().toISOString(), data };
    graph.push(event);
    await stream.append(sessionId, [event]);
  }

  function listen(path: string, protocols: string[] = [], headers: Record<string, string> = {}) {
    const socket = new WebSocket(`ws://${base}${path}`, protocols, { headers });
    const heard: Heard[] = [];
    const waiting: (() => void)[] = [];
    socket.on('message', (data) => {
      heard.push(JSON.parse(String(data)));
      for (const wake of waiting.splice(0)) wake();
    });
    return {
      socket,
      heard,
      closed: once(socket, 'close').then(([code]) => Number(code)),
      async until(condition: (event: Heard) => boolean): Promise<Heard> {
        for (;;) {
          const found = heard.find(condition);
          if (found !== undefined) return found;
          await new Promise<void>((resolve) => waiting.push(resolve));
        }
      },
      seqs: () => heard.flatMap(({ seq }) => (seq === undefined ? [] : [seq])),
    };
  }
  const events = (query = '') => `/v1/sessions/${sessionId}/events${query}`;
  const asAnn = async () => ['tta', await at.token('player', 'ann')];

  it('give what was missed once and in order, then what happens', async () => {
    for (const act of [0, 1, 2]) await happened(act);
    const line = listen(events(`?after=${actSeq(1, 0)}`), await asAnn());
    await line.until(({ seq }) => seq === actSeq(1, 2));
    await happened(3);
    await line.until(({ seq }) => seq === actSeq(1, 3));
    assert.deepEqual(
      line.seqs(),
      [1, 2, 3].map((act) => actSeq(1, act)),
    );
    assert.equal(line.socket.protocol, 'tta');
    line.socket.close();
  });

  it('accept the token as the first message', async () => {
    await happened(0);
    const line = listen(events());
    await once(line.socket, 'open');
    line.socket.send(JSON.stringify({ type: 'auth', token: await at.token('player', 'ann') }));
    await line.until(({ seq }) => seq === actSeq(1, 0));
    line.socket.close();
  });

  it('close with 4401 for a wrong token, 4408 for none in time, 4403 for another player', async () => {
    assert.equal(await listen(events(), ['tta', 'nonsense']).closed, 4401);
    assert.equal(await listen(events()).closed, 4408);
    assert.equal(await listen(events(), ['tta', await at.token('player', 'bob')]).closed, 4403);
    assert.equal(await listen(events(), ['tta', await at.token('clinician', 'stranger')]).closed, 4403);
    assert.equal(await listen('/v1/crises/events', await asAnn()).closed, 4403);
  });

  it("take a browser's cookie from our own page only", async () => {
    const cookie = `tta_session=${await at.token('player', 'ann')}`;
    await happened(0);
    const own = listen(events(), [], { cookie, origin: `http://${base}` });
    await own.until(({ seq }) => seq === actSeq(1, 0));
    own.socket.close();
    assert.equal(await listen(events(), [], { cookie, origin: 'http://elsewhere.example' }).closed, 4408);
  });

  it('begin with a resync when the stream is another one, or the client has seen more than there is', async () => {
    await happened(0);
    const other = listen(events(`?after=${actSeq(1, 0)}&epoch=another`), await asAnn());
    const resync = await other.until(({ type }) => type === 'resync');
    assert.equal(resync.data.snapshot?.status, 'active');
    const ahead = listen(events(`?after=${actSeq(7, 0)}&epoch=${resync.data.epoch}`), await asAnn());
    await ahead.until(({ seq }) => seq === actSeq(1, 0));
    assert.deepEqual(
      ahead.heard.map(({ type }) => type),
      ['ping', 'resync', 'session.status'],
    );
    const same = listen(events(`?after=0&epoch=${resync.data.epoch}`), await asAnn());
    await same.until(({ seq }) => seq === actSeq(1, 0));
    assert.ok(!same.heard.some(({ type }) => type === 'resync'));
    for (const line of [other, ahead, same]) line.socket.close();
  });

  it('show clinicians the open cases of their team', async () => {
    const authorization = `Bearer ${await at.token('player', 'ann')}`;
    const asked = await at.app.inject({
      method: 'POST',
      url: `/v1/sessions/${sessionId}/human`,
      headers: { authorization },
    });
    assert.equal(asked.json().told, true);
    const carer = listen('/v1/crises/events', ['tta', await at.token('clinician', 'carer')]);
    const stranger = listen('/v1/crises/events', ['tta', await at.token('clinician', 'stranger')]);
    assert.equal((await carer.until(({ type }) => type === 'crises')).data.cases?.length, 1);
    assert.equal((await stranger.until(({ type }) => type === 'crises')).data.cases?.length, 0);
    for (const line of [carer, stranger]) line.socket.close();
  });

  it('are told to go when the gateway stops', async () => {
    const line = listen(events(), await asAnn());
    await line.until(({ type }) => type === 'ping');
    await at.app.close();
    assert.equal(await line.closed, 1001);
  });
});
