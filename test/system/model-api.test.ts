// A turn told by a model as a player meets it, over HTTP and the event line of the whole system: something to read soon, nothing
// unsafe ever, and help at once while a model still thinks.
import assert from 'node:assert/strict';
import type { SessionEvent } from '../../src/domain/events.ts';
import type { ModelEndpoint } from '../support/model-endpoint.ts';
import { openModelEndpoint } from '../support/model-endpoint.ts';
import { ALL_THREE } from '../support/model-house.ts';
import type { Line, Player } from '../support/outside.ts';
import { CRISIS, newPlayer } from '../support/outside.ts';
import type { System } from '../support/system.ts';
import { startSystem } from '../support/system.ts';
import { until } from '../support/until.ts';

/** Some sixty words and five sentences: about what a model is asked for. */
const LONG =
  'You look along the harbour wall, and the stone is wet under the last of the light. A rope creaks against its ring somewhere below. ' +
  'Bram has stopped what he was doing, and he watches the water as if it owed him something. The gulls have gone quiet. ' +
  'Nothing else moves, and for a moment that is all there is to it. ';
/** Twenty tokens a second. */
const TOKEN_MS = 50;
const TIMES = process.env.TTA_TIMES !== undefined;

describe('a turn told by a model', function () {
  this.timeout(120_000);
  let endpoint: ModelEndpoint;
  let system: System;
  let player: Player;
  let line: Line;

  before(async () => {
    endpoint = await openModelEndpoint();
    system = await startSystem({
      config: ALL_THREE,
      env: { MODEL_URL: endpoint.url, MODEL_NAME: 'story-model' },
    });
  });
  after(async () => {
    await system?.stop();
    await endpoint?.close();
  });
  beforeEach(async () => {
    endpoint.asked.length = 0;
    player = await newPlayer(system);
    line = player.follow();
    await line.until('the opening', ({ type }) => type === 'turn.reply');
  });
  afterEach(() => line.close());

  const isLive = (event: SessionEvent): boolean => event.type === 'turn.text' && event.seq === undefined;
  const thinking = () => until('the model is asked', async () => (endpoint.asked.length > 0 ? true : null));

  it('has its first sentence within two seconds at twenty tokens a second', async () => {
    endpoint.behave(() => ({ do: 'answer', text: LONG, delayMs: TOKEN_MS }));
    const measured: { first: number; whole: number }[] = [];
    for (let turn = 0; turn < (TIMES ? 20 : 3); turn += 1) {
      const before = line.heard.filter(isLive).length;
      const from = performance.now();
      const answered = player.say('look around');
      const first = until('a sentence', async () => line.heard.filter(isLive).length > before || null).then(
        () => performance.now() - from,
      );
      const { status, body } = await answered;
      assert.deepEqual([status, body.source], [200, 'model']);
      assert.ok(body.timing.firstTextMs < body.timing.totalMs);
      measured.push({ first: await first, whole: performance.now() - from });
    }
    const firsts = measured.map(({ first }) => first).sort((a, b) => a - b);
    // Numbers for docs/performance.md.
    if (TIMES) console.log('ms to the first sentence and to the reply:', measured);
    assert.ok((firsts[Math.floor(firsts.length / 2)] ?? 0) < 2_000, `${firsts}`);
  });

  it('shows nothing unsafe to anybody who listens', async () => {
    endpoint.behave(() => ({ do: 'answer', text: 'The letter falls. Kill yourself now. It is late. ', delayMs: 10 }));
    const { body } = await player.say('drop the letter');
    assert.equal(body.source, 'authored');
    await line.until('the reply', (event) => event.type === 'turn.reply' && event.data.turnId === body.turnId);
    assert.ok(line.heard.some(isLive));
    assert.ok(line.heard.some(({ type }) => type === 'turn.reset'));
    assert.doesNotMatch(JSON.stringify([line.heard, body]), /yourself/);
  });

  it('is set aside for words in danger, which are answered at once', async () => {
    const measured: number[] = [];
    for (let n = 0; n < (TIMES ? 10 : 1); n += 1) {
      const other = await newPlayer(system);
      endpoint.asked.length = 0;
      endpoint.behave(() => ({ do: 'hang', text: '' }));
      const waiting = other.say('drop the letter');
      await thinking();
      const from = performance.now();
      const help = await other.say(CRISIS);
      measured.push(performance.now() - from);
      assert.equal(help.body.kind, 'help');
      const aside = await waiting;
      assert.deepEqual([aside.status, aside.body.kind, aside.body.retryable], [200, 'notice', true]);
      const { status, inventory } = await other.state();
      assert.equal(status, 'help');
      assert.ok(
        inventory.some((thing) => /letter/.test(thing)),
        'nothing has happened',
      );
    }
    if (TIMES) console.log('ms to help while a model is silent:', measured);
    const sorted = measured.sort((a, b) => a - b);
    assert.ok((sorted[Math.floor(sorted.length / 2)] ?? 0) < 2_000, `${measured}`);
  });

  it('does not begin to wait while somebody in danger waits for it', async () => {
    endpoint.behave(() => ({ do: 'hang', text: '' }));
    const waiting = player.say('drop the letter');
    const from = performance.now();
    const help = await player.say(CRISIS);
    const ms = performance.now() - from;
    assert.equal(help.body.kind, 'help');
    assert.ok(ms < 2_000, `${ms} ms`);
    // Before the words in danger it is set aside; after them it is answered as they were.
    assert.ok(['notice', 'help'].includes((await waiting).body.kind));
  });

  it('cannot be set aside by whoever only says that it is urgent', async () => {
    endpoint.behave(() => ({ do: 'answer', text: LONG, delayMs: 10 }));
    const waiting = player.say('drop the letter');
    await thinking();
    const refused = await player.call('POST', `/v1/sessions/${player.sessionId}/turns`, {
      turnId: '2c6f8d34-4a53-4e0c-9f0e-6c1d5a0b7e11',
      text: 'look around',
      urgent: true,
    });
    assert.equal(refused.body.code, 'turn_in_progress');
    assert.equal((await waiting).body.source, 'model');
  });
});
