// Bringing a turn to its answer over a network that comes and goes.
import assert from 'node:assert/strict';
import type { ScreenedText } from '../../src/domain/screened-text.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import { type Delivered, deliver } from '../../web/player/delivery.ts';
import { wordsOf } from '../../web/player/words.ts';
import { createApi } from '../../web/shared/api.ts';
import { backoffMs } from '../../web/shared/backoff.ts';
import { createLiveSocket, type Line, type LineState } from '../../web/shared/live-socket.ts';

const TURN = { turnId: 'e7a5a9a4-6a2c-4d5c-9a55-1c1f4f0b1a01', text: 'look', afterSeq: 499 };
const REPLY: TurnReply = {
  turnId: TURN.turnId,
  seq: 1499,
  kind: 'story',
  // What a gateway sends has passed the door there.
  text: 'A room.' as ScreenedText,
  sentences: ['A room.' as ScreenedText],
  suggestions: [],
  worldChanges: [],
  source: 'authored',
  timing: { totalMs: 1, modelMs: 0, screenMs: 0, firstTextMs: 1 },
};
const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ code, status, detail: code }), { status, headers });

/** A network that answers each request with the next of a list; `null` is a lost connection. */
function network(answers: (Response | null)[]) {
  const bodies: unknown[] = [];
  const pauses: number[] = [];
  const fetcher: typeof fetch = async (_url, init) => {
    bodies.push(JSON.parse(String(init?.body)));
    const answer = answers.shift();
    if (!answer) throw new TypeError('network');
    return answer;
  };
  const run = (isAnswered: () => boolean = () => false): Promise<Delivered> =>
    deliver('s', TURN, {
      api: createApi(fetcher),
      isAnswered,
      onDelay: () => undefined,
      pause: async (ms) => void pauses.push(ms),
      random: () => 0,
    });
  return { run, bodies, pauses };
}

describe('delivering a turn', () => {
  it('sends the same turn id again until the network brings the answer', async () => {
    const { run, bodies } = network([null, null, Response.json(REPLY)]);
    assert.deepEqual(await run(), { outcome: 'answered', reply: REPLY });
    assert.deepEqual(bodies, [TURN, TURN, TURN]);
  });

  it('stops when the answer has come as an event meanwhile', async () => {
    const { run, bodies } = network([null]);
    let asked = 0;
    assert.deepEqual(await run(() => asked++ > 0), { outcome: 'heard' });
    assert.equal(bodies.length, 1);
  });

  it('waits as long as the server asks before it tries again', async () => {
    const { run, pauses } = network([problem(429, 'too_many_requests', { 'retry-after': '3' }), Response.json(REPLY)]);
    await run();
    assert.deepEqual(pauses, [3000]);
  });

  it('hands a final refusal over at once', async () => {
    const { run, bodies } = network([problem(409, 'stale_turn')]);
    const delivered = await run();
    assert.equal(delivered.outcome === 'refused' && delivered.problem.code, 'stale_turn');
    assert.equal(bodies.length, 1);
  });

  it('lets the player decide after a server has been unavailable three times', async () => {
    const { run, bodies } = network([503, 503, 503].map((status) => problem(status, 'unavailable')));
    const delivered = await run();
    assert.equal(delivered.outcome === 'refused' && delivered.problem.code, 'unavailable');
    assert.equal(bodies.length, 3);
  });

  it('shows the help that comes beside a refusal at once instead of trying on', async () => {
    const help = { resources: [{ name: '988', contact: 'Call 988', hours: '' }] };
    const answer = new Response(JSON.stringify({ code: 'unavailable', detail: 'x', help }), { status: 503 });
    const delivered = await network([answer]).run();
    assert.equal(delivered.outcome === 'refused' && delivered.problem.resources.length, 1);
  });

  it('marks each change with the header that other sites cannot set', async () => {
    let seen: Headers | null = null;
    const api = createApi(async (_url, init) => {
      seen = new Headers(init?.headers);
      return Response.json({});
    });
    await api('/v1/auth/logout', { method: 'POST', body: {} });
    assert.equal((seen as Headers | null)?.get('x-tta'), '1'); // assigned in the callback, which the checker does not follow
  });
});

describe('words kept on the device', () => {
  it('remember a turn that has no answer over a reload, and forget it once it has', () => {
    const held = new Map<string, string>();
    const store = {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    };
    wordsOf(store, 's').sending(TURN);
    const reloaded = wordsOf(store, 's');
    assert.deepEqual(reloaded.unanswered(), TURN);
    reloaded.settled(TURN.turnId);
    assert.equal(wordsOf(store, 's').unanswered(), null);
    assert.deepEqual(wordsOf(store, 's').said(), { [TURN.turnId]: 'look' });
    assert.deepEqual(wordsOf(store, 'other').said(), {});
  });
});

describe('the live line', () => {
  it('comes back after a loss and asks for what follows the last seq', async () => {
    const urls: string[] = [];
    const states: LineState[] = [];
    const lines: Line[] = [];
    let seq = 0;
    const socket = createLiveSocket({
      url: () => `ws://x?after=${seq}`,
      connect: (url) => {
        const line: Line = { onopen: null, onmessage: null, onclose: null, close: () => undefined };
        urls.push(url);
        lines.push(line);
        return line;
      },
      onMessage: () => {
        seq = 1499;
      },
      onState: (state) => states.push(state),
      random: () => 0,
    });
    lines[0]?.onopen?.();
    lines[0]?.onmessage?.({ data: '{"type":"ping"}' });
    lines[0]?.onclose?.({ code: 1006 });
    socket.nudge();
    lines[1]?.onopen?.();
    // A late message of the line that was lost is not heard a second time.
    seq = 2499;
    lines[0]?.onmessage?.({ data: '{"type":"ping"}' });
    assert.equal(seq, 2499);
    lines[1]?.onclose?.({ code: 4401 });
    socket.stop();
    assert.deepEqual(urls, ['ws://x?after=0', 'ws://x?after=1499']);
    assert.deepEqual(states, ['connecting', 'live', 'lost', 'connecting', 'live', 'refused']);
  });

  it('waits longer with each failure, never more than fifteen seconds, and not everybody the same', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((attempt) => backoffMs(attempt, 1)),
      [500, 1000, 2000, 4000],
    );
    assert.equal(backoffMs(50, 1), 15_000);
    assert.equal(backoffMs(0, 0), 250);
  });
});
