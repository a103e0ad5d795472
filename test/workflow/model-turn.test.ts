// Turns that wait for a model, as their session drives them: somebody in danger never waits for one, every turn has an end, and
// what a model was too late for is done by rule and told by the author.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { TurnOutcome, TurnReply } from '../../src/domain/turn.ts';
import { skippingClock } from '../support/clock.ts';
import type { House } from '../support/house.ts';
import { historyOf } from '../support/house.ts';
import type { Asked, ModelEndpoint } from '../support/model-endpoint.ts';
import { answer, openModelEndpoint } from '../support/model-endpoint.ts';
import { openModelHouse } from '../support/model-house.ts';
import { DANGER } from '../support/turns.ts';
import { until } from '../support/until.ts';

const GOOD = 'You set the letter down on the cold stone. Salt wind lifts one corner of it, and lets it fall again. ';
const PLAYER = { role: 'player', subject: 'p', displayName: 'the player' } as const;
const FREE = 'zorble the frimpet gently onto Bram, would you';
const wants = ({ body }: Asked): 'meaning' | 'changes' | 'telling' => {
  const name = body.response_format?.json_schema?.name;
  return name === 'meaning' || name === 'changes' ? name : 'telling';
};
const MEANING = {
  do: 'answer',
  text: JSON.stringify({
    ...{ intent: 'put', target: 'letter', indirect: 'bell', topic: null, direction: null, tone: 'neutral', sure: 0.9 },
  }),
} as const;

describe('a turn that waits for a model', function () {
  this.timeout(60_000);
  let clock: Awaited<ReturnType<typeof skippingClock>>;
  let endpoint: ModelEndpoint;
  let house: House;
  let sessionId: string;

  before(async () => {
    clock = await skippingClock();
    endpoint = await openModelEndpoint();
    house = await openModelHouse(endpoint, { temporal: clock.address });
  });
  after(async () => {
    await house?.close();
    await endpoint?.close();
    await clock?.stop();
  });
  beforeEach(async () => {
    endpoint.asked.length = 0;
    endpoint.behave(() => answer(GOOD));
  });
  const begin = async () => {
    ({ sessionId } = await house.begin());
  };

  const replyOf = (outcome: TurnOutcome): TurnReply => {
    assert.ok(outcome.answered, JSON.stringify(outcome));
    return outcome.reply;
  };
  const inDanger = async (): Promise<{ reply: TurnReply; ms: number }> => {
    const from = performance.now();
    const outcome = await house.sessions.takeTurn(sessionId, { turnId: randomUUID(), text: DANGER, urgent: true });
    return { reply: replyOf(outcome), ms: performance.now() - from };
  };
  const asked = (n: number) => until(`question ${n}`, async () => (endpoint.asked.length >= n ? true : null));
  const held = async () => (await house.composition.rooms.world.session(sessionId))?.inventory;

  describe('with all its workers', () => {
    let stop: () => Promise<void>;
    before(async () => {
      stop = await house.work(['sessions', 'agents', 'cases']);
    });
    after(() => stop());
    beforeEach(begin);

    it('is set aside for somebody in danger: help at once, an honest line, and nothing has happened', async () => {
      endpoint.behave(() => ({ do: 'hang', text: 'You set the letter down. And then ' }));
      const left = endpoint.abandoned();
      const waiting = house.take(sessionId, 'drop the letter');
      await asked(1);
      const { reply, ms } = await inDanger();
      assert.equal(reply.kind, 'help');
      assert.ok(ms < 2_000, `${ms} ms`);
      const aside = replyOf(await waiting);
      assert.deepEqual([aside.kind, aside.retryable], ['notice', true]);
      assert.match(aside.text, /put aside/);
      assert.deepEqual(await held(), ['letter']);
      await until('the model is left', async () => endpoint.abandoned() > left || null);
      await until('the case', async () => house.caseOf(sessionId));
      const { events } = await house.composition.rooms.history.page(sessionId, 0, 50);
      const kinds = events.flatMap((event) => (event.type === 'turn.reply' ? [event.data.kind] : []));
      assert.deepEqual(kinds, ['story', 'help']);
    });

    const wish = { ...PLAYER, kind: 'suicide', level: 'moderate', turnId: randomUUID() } as const;
    for (const [name, act] of Object.entries({
      pause: () => house.sessions.act(sessionId, 'pause', PLAYER),
      'a person': () => house.sessions.act(sessionId, 'escalate', wish),
      end: () => house.sessions.act(sessionId, 'end', PLAYER),
    }))
      it(`is set aside for a wish for ${name}`, async () => {
        endpoint.behave(() => ({ do: 'hang', text: '' }));
        const waiting = house.take(sessionId, 'drop the letter');
        await asked(1);
        const from = performance.now();
        await act();
        assert.ok(performance.now() - from < 4_000);
        assert.match(replyOf(await waiting).text, /put aside/);
        assert.deepEqual(await held(), ['letter']);
      });

    it('plays again with the same history, also where it was set aside', async () => {
      endpoint.behave(() => ({ do: 'hang', text: '' }));
      const waiting = house.take(sessionId, 'drop the letter');
      await asked(1);
      await inDanger();
      await waiting;
      const { bundle, dataConverter } = house.composition.parts;
      const events = await historyOf(house, sessionId);
      await Worker.runReplayHistory({ workflowBundle: bundle, dataConverter }, { events }, `session/${sessionId}`);
    });

    it('keeps the turn after it waiting, and both are told', async () => {
      endpoint.behave(() => ({ do: 'answer', text: GOOD, delayMs: 20 }));
      const [first, second] = await Promise.all([
        house.say(sessionId, 'drop the letter'),
        asked(1).then(() => house.say(sessionId, 'take the letter')),
      ]);
      assert.ok(first.seq < second.seq);
      assert.deepEqual([first.source, second.source], ['model', 'model']);
      assert.deepEqual(await held(), ['letter']);
    });

    it('has an end however long its models take, and says who told it', async () => {
      const { sessionId: agreed } = await house.begin({ modelConsent: true });
      endpoint.behave((one) =>
        wants(one) === 'meaning' ? { ...MEANING, delayMs: 8_000 } : { do: 'hang', text: 'You hold it. And ' },
      );
      const from = performance.now();
      const reply = await house.say(agreed, FREE);
      const ms = performance.now() - from;
      assert.deepEqual([reply.kind, reply.source], ['story', 'authored']);
      assert.deepEqual(endpoint.asked.map(wants).slice(0, 2), ['meaning', 'changes']);
      assert.ok(ms > 20_000 && ms < 25_500, `${ms} ms`);
    });

    it('is short in its history, also when it asks three', async () => {
      const { sessionId: agreed } = await house.begin({ modelConsent: true });
      const before = (await historyOf(house, agreed)).length;
      const changes = answer({
        possible: true,
        changes: [{ type: 'set', entity: 'bell', property: 'dusty', to: true }],
      });
      endpoint.behave((one) => ({ meaning: MEANING, changes, telling: answer(GOOD) })[wants(one)]);
      assert.equal((await house.say(agreed, FREE)).source, 'model');
      assert.deepEqual(endpoint.asked.map(wants), ['meaning', 'changes', 'telling']);
      const events = (await historyOf(house, agreed)).slice(before);
      const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(JSON.stringify(event)), 0);
      if (process.env.TTA_TIMES !== undefined)
        console.log(`a turn of three models: ${events.length} events, ${bytes} B`);
      assert.ok(events.length <= 30, `${events.length} events`);
    });
  });

  describe('that nobody takes up', () => {
    let stop: () => Promise<void>;
    beforeEach(async () => {
      stop = await house.work(['sessions', 'cases']);
      await begin();
    });
    afterEach(() => stop());

    it('is told by the author after a short while', async () => {
      const from = performance.now();
      const reply = await house.say(sessionId, 'drop the letter');
      assert.deepEqual([reply.kind, reply.source], ['story', 'authored']);
      assert.ok(performance.now() - from < 8_000);
      assert.equal(endpoint.asked.length, 0);
    });
  });
});
