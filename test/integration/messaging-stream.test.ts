// The event stream against a real Redis: once, in order, and nothing lost when Redis forgets.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { after, afterEach, beforeEach, describe, it } from 'mocha';
import type { SessionEvent } from '../../src/domain/events.ts';
import { actSeq, replySeq, sentenceSeq } from '../../src/domain/turn.ts';
import type { EventStream } from '../../src/messaging/index.ts';
import { createEventStream } from '../../src/messaging/index.ts';
import type { Sealer } from '../../src/privacy/types.ts';
import { createMetrics } from '../../src/telemetry/index.ts';

const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
const AT = '2026-01-01T00:00:00.000Z';

/** Stands at the edge: sealing is the privacy room's and tested there; here it must only be undone by its counterpart. */
const sealer: Sealer = {
  seal: async (_scope, field, text) => `${field}|${Buffer.from(text).toString('base64')}`,
  open: async (_scope, field, sealed) => {
    const [of, data = ''] = sealed.split('|');
    assert.equal(of, field);
    return Buffer.from(data, 'base64').toString();
  },
  hash: async (_scope, text) => text,
};

const sentence = (turn: number, index: number): SessionEvent => ({
  seq: sentenceSeq(turn, index),
  type: 'turn.text',
  at: AT,
  data: { turnId: `t${turn}`, generation: 'g', index, chunk: `sentence ${turn}.${index}` },
});
const lastOf = (turn: number): SessionEvent => ({
  seq: replySeq(turn),
  type: 'session.status',
  at: AT,
  data: { status: 'active' },
});
const eventsOf = (turn: number): SessionEvent[] => [sentence(turn, 0), sentence(turn, 1), lastOf(turn)];
const seqsOf = (events: readonly SessionEvent[]) => events.map(({ seq }) => seq);

describe('the event stream of a session', () => {
  const redis = new Redis(url);
  const open: EventStream[] = [];
  let graph: SessionEvent[];
  let sessionId: string;
  let metrics: ReturnType<typeof createMetrics>;

  function stream(maxEntries?: number): EventStream {
    const made = createEventStream({
      url,
      sealer,
      metrics,
      rebuild: async (_id, after) => graph.filter(({ seq }) => seq !== undefined && seq > after),
      ...(maxEntries !== undefined && { maxEntries }),
    });
    open.push(made);
    return made;
  }

  async function played(on: EventStream, turn: number): Promise<void> {
    graph.push(...eventsOf(turn));
    await on.append(sessionId, eventsOf(turn));
  }

  async function subscribers(): Promise<string[]> {
    return [...String(await redis.call('CLIENT', 'LIST', 'TYPE', 'pubsub')).matchAll(/^id=(\d+)/gm)].map(
      ([, id]) => id ?? '',
    );
  }

  /** Resolves when the listener has heard an event with this seq. */
  function listener() {
    const heard: SessionEvent[] = [];
    const waiting: (() => void)[] = [];
    return {
      heard,
      hear: (event: SessionEvent) => {
        heard.push(event);
        for (const wake of waiting.splice(0)) wake();
      },
      async until(condition: (heard: readonly SessionEvent[]) => boolean): Promise<void> {
        while (!condition(heard)) await new Promise<void>((resolve) => waiting.push(resolve));
      },
    };
  }

  beforeEach(() => {
    graph = [];
    metrics = createMetrics();
    sessionId = `${randomBytes(8).toString('hex')}-${randomBytes(8).toString('hex')}`;
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
    await redis.del(`tta:{${sessionId}}:events`, `tta:{${sessionId}}:epoch`, `tta:{${sessionId}}:lease`);
  });
  after(() => redis.disconnect());

  it('gives what is above the last seen seq, once and in order', async () => {
    const one = stream();
    await played(one, 1);
    await played(one, 2);
    const { events } = await one.since(sessionId, sentenceSeq(1, 1));
    assert.deepEqual(seqsOf(events), [replySeq(1), sentenceSeq(2, 0), sentenceSeq(2, 1), replySeq(2)]);
  });

  it('takes an append that is sent twice as one', async () => {
    const one = stream();
    await played(one, 1);
    await one.append(sessionId, eventsOf(1));
    assert.equal(await redis.xlen(`tta:{${sessionId}}:events`), 1);
    assert.deepEqual(seqsOf((await one.since(sessionId, 0)).events), seqsOf(eventsOf(1)));
    assert.equal((await metrics.appendFailures.get()).values[0]?.value ?? 0, 0);
  });

  it('delivers to a follower in another process what was there before and what comes after', async () => {
    const [writer, reader] = [stream(), stream()];
    await played(writer, 1);
    const ear = listener();
    await reader.follow(sessionId, 0, ear.hear);
    await played(writer, 2);
    await writer.append(sessionId, eventsOf(2));
    await played(writer, 3);
    await ear.until((heard) => heard.some(({ seq }) => seq === replySeq(3)));
    assert.deepEqual(seqsOf(ear.heard), seqsOf([...eventsOf(1), ...eventsOf(2), ...eventsOf(3)]));
  });

  it('lets passing events through to those who listen, and keeps none', async () => {
    const one = stream();
    await played(one, 1);
    const ear = listener();
    const { stop } = await one.follow(sessionId, replySeq(1), ear.hear);
    await one.announce(sessionId, { type: 'turn.progress', at: AT, data: { turnId: 't2', stage: 'reading' } });
    await ear.until((heard) => heard.length > 0);
    assert.equal(ear.heard[0]?.type, 'turn.progress');
    await stop();
    assert.deepEqual(seqsOf((await one.since(sessionId, replySeq(1))).events), []);
  });

  it('is rebuilt under a new epoch when Redis was emptied, and then goes on', async () => {
    const one = stream();
    await played(one, 1);
    const before = await one.since(sessionId, 0);
    await redis.del(`tta:{${sessionId}}:events`, `tta:{${sessionId}}:epoch`);
    await played(one, 2);
    const after = await one.since(sessionId, 0);
    assert.notEqual(after.epoch, before.epoch);
    assert.deepEqual(seqsOf(after.events), seqsOf([...eventsOf(1), ...eventsOf(2)]));
    await played(one, 3);
    const last = await one.since(sessionId, 0);
    assert.equal(last.epoch, after.epoch);
    assert.deepEqual(seqsOf(last.events), seqsOf([...eventsOf(1), ...eventsOf(2), ...eventsOf(3)]));
  });

  it('finds in the graph the turn whose append was lost, for readers and for followers', async () => {
    const one = stream();
    await played(one, 1);
    const ear = listener();
    await one.follow(sessionId, 0, ear.hear);
    graph.push(...eventsOf(2));
    await played(one, 3);
    await ear.until((heard) => heard.some(({ seq }) => seq === replySeq(3)));
    const all = seqsOf([...eventsOf(1), ...eventsOf(2), ...eventsOf(3)]);
    assert.deepEqual(seqsOf(ear.heard), all);
    assert.deepEqual(seqsOf((await one.since(sessionId, 0)).events), all);
    graph.push(...eventsOf(4));
    assert.deepEqual(seqsOf((await one.since(sessionId, replySeq(3))).events), seqsOf(eventsOf(4)));
  });

  it('reads from the graph what a bounded stream no longer holds', async () => {
    const one = stream(100);
    for (let act = 0; act < 320; act += 1) {
      const event: SessionEvent = { seq: actSeq(1, act), type: 'session.status', at: AT, data: { status: 'active' } };
      graph.push(event);
      if (act === 0) await one.since(sessionId, 0);
      await one.append(sessionId, [event]);
    }
    assert.ok((await redis.xlen(`tta:{${sessionId}}:events`)) < 320);
    assert.equal((await one.since(sessionId, 0)).events.length, 320);
  });

  it('catches up after its connections were cut', async () => {
    const [writer, reader] = [stream(), stream()];
    await played(writer, 1);
    const ear = listener();
    const others = await subscribers();
    await reader.follow(sessionId, 0, ear.hear);
    // Only our own: other tests may share this Redis.
    for (const id of await subscribers()) if (!others.includes(id)) await redis.call('CLIENT', 'KILL', 'ID', id);
    await played(writer, 2);
    await ear.until((heard) => heard.some(({ seq }) => seq === replySeq(2)));
    assert.deepEqual(seqsOf(ear.heard), seqsOf([...eventsOf(1), ...eventsOf(2)]));
  });

  it('gives the lease of a session to one turn at a time', async () => {
    const [one, two] = [stream(), stream()];
    assert.equal(await one.lease(sessionId, 'a', 5_000), true);
    assert.equal(await two.lease(sessionId, 'a', 5_000), true);
    assert.equal(await two.lease(sessionId, 'b', 5_000), false);
    await two.releaseLease(sessionId, 'b');
    assert.equal(await two.lease(sessionId, 'b', 5_000), false);
    await one.releaseLease(sessionId, 'a');
    assert.equal(await two.lease(sessionId, 'b', 5_000), true);
  });

  it('tells whoever listens that a turn has begun when it takes the lease, and of no turn that is refused it', async () => {
    const [one, two] = [stream(), stream()];
    const ear = listener();
    await two.follow(sessionId, 0, ear.hear);
    const reading = (turnId: string): SessionEvent => ({
      type: 'turn.progress',
      at: new Date().toISOString(),
      data: { turnId, stage: 'reading' },
    });
    assert.equal(await one.lease(sessionId, 'a', 5_000, reading('a')), true);
    assert.equal(await one.lease(sessionId, 'b', 5_000, reading('b')), false);
    await one.releaseLease(sessionId, 'a');
    assert.equal(await one.lease(sessionId, 'c', 5_000, reading('c')), true);
    await ear.until((heard) => heard.length >= 2);
    assert.deepEqual(
      ear.heard.map((event) => (event.type === 'turn.progress' ? event.data.turnId : event.type)),
      ['a', 'c'],
    );
  });

  it('neither fails an append nor refuses a turn when Redis is away, and says so when asked', async () => {
    const away = createEventStream({ url: 'redis://127.0.0.1:1', sealer, metrics, rebuild: async () => [] });
    open.push(away);
    await away.append(sessionId, eventsOf(1));
    assert.equal((await metrics.appendFailures.get()).values[0]?.value, 1);
    assert.equal(await away.lease(sessionId, 'a', 1_000), true);
    await assert.rejects(away.ping(), { code: 'unavailable' });
    await assert.rejects(
      away.follow(sessionId, 0, () => undefined),
      { code: 'unavailable' },
    );
  });
});
