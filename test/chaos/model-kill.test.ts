// A worker that dies while a model tells: the turn is all or nothing, so what the player had seen of it is taken back, another
// worker tells it whole, and the world has changed once.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { SessionEvent } from '../../src/domain/events.ts';
import { replySeq } from '../../src/domain/turn.ts';
import type { House } from '../support/house.ts';
import type { ModelEndpoint } from '../support/model-endpoint.ts';
import { answer, openModelEndpoint } from '../support/model-endpoint.ts';
import { openModelHouse } from '../support/model-house.ts';
import { until } from '../support/until.ts';
import type { WorkerProcess } from '../support/worker-process.ts';
import { startWorkerProcess } from '../support/worker-process.ts';

const GOOD = 'You set the letter down on the cold stone. Salt wind lifts one corner of it, and lets it fall again. ';

describe('a worker that is killed while a model tells', function () {
  this.timeout(120_000);
  let endpoint: ModelEndpoint;
  let house: House;
  let worker: WorkerProcess;

  before(async () => {
    endpoint = await openModelEndpoint();
    house = await openModelHouse(endpoint);
    worker = await startWorkerProcess(house.env);
  });
  after(async () => {
    await house?.close();
    await worker?.stop();
    await endpoint?.close();
  });

  it('loses nothing that its player keeps, and repeats no change', async () => {
    const { stream, world } = house.composition.parts.turn;
    const { sessionId, opening } = await house.begin();
    const heard: SessionEvent[] = [];
    const { stop } = await stream.follow(sessionId, opening.seq, (event) => heard.push(event));
    endpoint.behave(() => ({ do: 'hang', text: 'You let the letter fall. And then ' }));
    const turnId = randomUUID();
    const waiting = house.say(sessionId, 'drop the letter', turnId);
    await until('the first sentence', async () => heard.some(({ type }) => type === 'turn.text') || null);
    endpoint.behave(() => answer(GOOD));
    await house.work(['sessions', 'agents', 'cases']);
    await worker.kill();

    const reply = await waiting;
    assert.deepEqual([reply.seq, reply.source, reply.text], [replySeq(2), 'model', GOOD.trimEnd()]);
    assert.deepEqual((await world.session(sessionId))?.inventory, []);
    await until('the reply', async () => heard.some(({ type }) => type === 'turn.reply') || null);
    const generations = heard.flatMap((event) => (event.type === 'turn.text' ? [event.data.generation] : []));
    const [lost] = generations;
    assert.ok(heard.some((event) => event.type === 'turn.reset' && event.data.generation === lost));
    assert.notEqual(generations.at(-1), lost);

    const { events } = await house.composition.rooms.history.page(sessionId, opening.seq, 50);
    assert.equal(events.filter(({ type }) => type === 'turn.reply').length, 1, 'one turn, once');
    assert.deepEqual(await house.say(sessionId, 'drop the letter', turnId), reply, 'and the same again for ever');
    assert.equal(endpoint.asked.length, 2);
    await stop();
  });
});
