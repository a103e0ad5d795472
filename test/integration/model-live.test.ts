// What a player reads while a model still writes, over the real stream: screened sentences as they come, and taken back whatever
// turns out not to be the story. The events here are all that a browser is ever sent.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { SessionEvent } from '../../src/domain/events.ts';
import { replySeq } from '../../src/domain/turn.ts';
import type { TurnDone, TurnRun, TurnSession } from '../../src/domain/turn-run.ts';
import type { TurnServices } from '../../src/turn/index.ts';
import { runFast, runSlow } from '../../src/turn/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import type { ModelEndpoint } from '../support/model-endpoint.ts';
import { answer, openModelEndpoint } from '../support/model-endpoint.ts';
import { modelServices } from '../support/model-services.ts';
import type { Turns } from '../support/turns.ts';
import { createTurns, replyOf } from '../support/turns.ts';
import { until } from '../support/until.ts';

const GOOD = 'You set the letter down on the cold stone. Salt wind lifts one corner of it, and lets it fall again. ';
const STEP_MS = 1_500;

type Live = Extract<SessionEvent, { type: 'turn.text' | 'turn.reset' }>;

describe('a turn that is told live', () => {
  let house: House;
  let turns: Turns;
  let endpoint: ModelEndpoint;
  let services: TurnServices;
  let session: TurnSession;
  let heard: { event: SessionEvent; at: number }[];
  let stop: () => Promise<void>;

  before(async () => {
    house = await openHouse();
    turns = createTurns(house);
    endpoint = await openModelEndpoint();
    services = modelServices(house, endpoint, { stepMs: STEP_MS });
  });
  after(async () => {
    await endpoint?.close();
    await house?.close();
  });
  beforeEach(async () => {
    endpoint.asked.length = 0;
    session = await turns.opened();
    heard = [];
    const events = heard;
    ({ stop } = await services.stream.follow(session.sessionId, replySeq(session.turnSeq), (event) => {
      events.push({ event, at: performance.now() });
    }));
  });
  afterEach(() => stop());

  /** Up to the step that waits for the narrator. */
  async function begun(text = 'drop the letter', of = session): Promise<TurnRun> {
    const result = await runFast(services, { session: of, input: { turnId: randomUUID(), text } });
    assert.ok(!result.done && result.run.next === 'narrate');
    return result.run;
  }
  async function ended(run: TurnRun): Promise<TurnDone> {
    const result = await runFast(services, { run });
    assert.ok(result.done);
    return result;
  }
  /** What passed, and not what is stored with the reply. */
  const live = (): Live[] => told().filter(({ seq }) => seq === undefined);
  const told = (): Live[] =>
    heard.flatMap(({ event }) => (event.type === 'turn.text' || event.type === 'turn.reset' ? [event] : []));
  const texts = (): string[] => live().flatMap((event) => (event.type === 'turn.text' ? [event.data.chunk] : []));
  const heardOnce = (type: SessionEvent['type']) =>
    until(type, async () => heard.find(({ event }) => event.type === type) ?? null);

  it('hands on each sentence when it is whole, and the stored turn goes on under the same generation', async () => {
    endpoint.behave(() => ({ do: 'answer', text: GOOD, delayMs: 20 }));
    const run = await runSlow(services, await begun());
    const toldAt = performance.now();
    const reply = replyOf(await ended(run));
    await until('both sentences', async () => texts().length === 2 || null);
    assert.equal(texts().join(''), reply.text);
    const [first, second] = live();
    assert.deepEqual(
      [first?.data, second?.data].map((data) => data && 'index' in data && data.index),
      [0, 1],
    );
    assert.ok(
      toldAt - (heard.find(({ event }) => event === first)?.at ?? toldAt) > 150,
      'the first came while it was told',
    );
    assert.ok(reply.timing.firstTextMs < reply.timing.totalMs - 150);
    const stored = (await turns.remembered(session)).filter((event) => event.type === 'turn.text').slice(-2);
    assert.deepEqual(
      stored.map(({ data }) => data),
      live().map(({ data }) => data),
    );
    const stages = heard.flatMap(({ event }) => (event.type === 'turn.progress' ? [event.data.stage] : []));
    assert.deepEqual(stages, ['telling']);
  });

  it('never hands on what is unsafe, takes back what stood before it, and begins anew when it is mended', async () => {
    endpoint.behave(({ body }) =>
      answer(
        /"refused"/.test(body.messages[1]?.content ?? '')
          ? GOOD
          : 'The letter falls. Kill yourself now. The gulls go on as before. ',
      ),
    );
    const run = await runSlow(services, await begun());
    const reply = replyOf(await ended(run));
    assert.equal(reply.text, GOOD.trimEnd());
    await until('the second telling', async () => texts().length === 3 || null);
    assert.doesNotMatch(JSON.stringify(heard), /yourself|gulls/);
    assert.deepEqual(
      live().map(({ type }) => type),
      ['turn.text', 'turn.reset', 'turn.text', 'turn.text'],
    );
    const generations = live().map(({ data }) => data.generation);
    assert.equal(generations[0], generations[1], 'what had left is what is taken back');
    assert.notEqual(generations[1], generations[2]);
    assert.equal(run.generation, generations[2]);
  });

  it('hands on nothing of a theme that its player does not want to meet', async () => {
    endpoint.behave(() => answer('A spider runs over the letter. It is gone before you can look. '));
    const run = await runSlow(services, await begun('drop the letter', { ...session, avoid: ['spiders'] }));
    assert.equal(replyOf(await ended(run)).source, 'authored');
    await heardOnce('turn.reply');
    assert.deepEqual(
      live().filter(({ seq }) => seq === undefined),
      [],
    );
    assert.doesNotMatch(JSON.stringify(heard), /spider/);
  });

  const abandoned: [string, Parameters<ModelEndpoint['behave']>[0]][] = [
    [
      'contradicts the world',
      () => answer('You set the letter down. Then you step into the lamp room. It is warm in there. '),
    ],
    ['dies', () => ({ do: 'die', text: 'You set the letter down. And then ' })],
    ['falls silent', () => ({ do: 'hang', text: 'You set the letter down. And then ' })],
  ];
  for (const [what, behaviour] of abandoned) {
    it(`whose model ${what} takes back what had left, and is told by the author`, async () => {
      endpoint.behave(behaviour);
      const run = await runSlow(services, await begun());
      const reply = replyOf(await ended(run));
      assert.equal(reply.source, 'authored');
      await heardOnce('turn.reply');
      assert.deepEqual(
        live().map(({ type }) => type),
        ['turn.text', 'turn.reset'],
      );
      assert.doesNotMatch(JSON.stringify(heard), /lamp room/);
      const stored = told().find(({ seq }) => seq !== undefined);
      assert.ok(stored);
      assert.notEqual(stored.data.generation, live()[0]?.data.generation, 'its own words are not those taken back');
    });
  }

  it('opens with the recap when its player comes back, as the reply does', async () => {
    endpoint.behave(() => answer(GOOD));
    const run = await runSlow(services, await begun('drop the letter', { ...session, returning: true }));
    const reply = replyOf(await ended(run));
    await heardOnce('turn.reply');
    const passing = live().filter(({ seq }) => seq === undefined);
    assert.equal(passing.map(({ data }) => ('chunk' in data ? data.chunk : '<reset>')).join(''), reply.text);
    assert.ok(live().length > 2);
  });

  it('is ended at once when nobody waits for it, and so is the call to the model', async () => {
    endpoint.behave(() => ({ do: 'hang', text: 'You set the letter down. And then ' }));
    const before = endpoint.abandoned();
    const cancel = new AbortController();
    const work = runSlow(services, await begun(), { signal: cancel.signal });
    await heardOnce('turn.text');
    const from = performance.now();
    cancel.abort(new Error('set aside'));
    await assert.rejects(work, /set aside/);
    assert.ok(performance.now() - from < 500);
    await heardOnce('turn.reset');
    await until('the model is left', async () => endpoint.abandoned() > before || null);
    assert.equal(await turns.held(session), 'letter', 'nothing has happened');
  });

  it('takes back what an attempt left behind whose process died', async () => {
    endpoint.behave(() => ({ do: 'hang', text: 'You set the letter down. And then ' }));
    const run = await begun();
    // Not awaited: to its session, an attempt whose process died says nothing more.
    const lost = runSlow(services, run, { attempt: 1 });
    await heardOnce('turn.text');
    endpoint.behave(() => answer(GOOD));
    const second = await runSlow(services, run, { attempt: 2 });
    const [first] = live();
    const resets = live().filter(({ type }) => type === 'turn.reset');
    assert.ok(resets.some(({ data }) => data.generation === first?.data.generation));
    assert.notEqual(second.generation, first?.data.generation);
    assert.equal(replyOf(await ended(second)).text, GOOD.trimEnd());
    await lost;
  });

  it('that is told and then stored again, because nobody heard of the first time, is one turn with one reply', async () => {
    endpoint.behave(() => answer(GOOD));
    const run = await runSlow(services, await begun());
    const first = replyOf(await ended(run));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(replyOf(await ended(run)), first, 'to the millisecond: it is the stored one');
    assert.equal((await turns.remembered(session)).filter(({ type }) => type === 'turn.reply').length, 2);
    assert.equal(await turns.held(session), '');
  });

  it('is told by the author within what is left of its time', async () => {
    endpoint.behave(() => ({ do: 'hang', text: '' }));
    const run = await begun();
    const from = performance.now();
    const told = await runSlow(services, run, { withinMs: 1_100 });
    assert.ok(performance.now() - from < 1_000);
    assert.equal(told.narration?.source, 'authored');
    endpoint.asked.length = 0;
    const result = await runFast(services, { run, leftMs: 900 });
    assert.ok(result.done);
    assert.equal(replyOf(result).source, 'authored');
    assert.equal(endpoint.asked.length, 0, 'with too little left nobody is asked');
  });

  it('asks nobody what was meant when no time is left for it', async () => {
    const result = await runFast(services, {
      session: { ...session, modelConsent: true },
      input: { turnId: randomUUID(), text: 'zorble the frimpet gently onto Bram, would you' },
    });
    assert.ok(!result.done && result.run.next === 'understand');
    const done = await runFast(services, { run: result.run, leftMs: 0 });
    assert.ok(done.done);
    assert.deepEqual([replyOf(done).kind, replyOf(done).source], ['story', 'authored']);
    assert.equal(endpoint.asked.length, 0);
  });
});
