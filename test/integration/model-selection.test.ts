// An installation that names a model and switches its agents on: turns through the session workflow are told by it. One that
// names a model and switches nothing on asks nobody.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import type { ModelEndpoint } from '../support/model-endpoint.ts';
import { answer, openModelEndpoint } from '../support/model-endpoint.ts';

describe('an installation with a model', () => {
  let endpoint: ModelEndpoint;
  let folder: string;
  let house: House | undefined;

  beforeEach(async () => {
    endpoint = await openModelEndpoint();
    folder = await mkdtemp(join(tmpdir(), 'tta-model-'));
  });
  afterEach(async () => {
    await house?.close();
    house = undefined;
    await endpoint.close();
    await rm(folder, { recursive: true });
  });

  async function opened(config: string): Promise<House> {
    const file = join(folder, 'tta_config.yaml');
    await writeFile(file, config);
    house = await openHouse({ env: { TTA_CONFIG: file, MODEL_URL: endpoint.url, MODEL_NAME: 'story-model' } });
    await house.work(['sessions', 'agents']);
    return house;
  }

  it('tells its turns by it, and by its author when it is gone', async () => {
    const playing = await opened('agents: {ipa: {rules: true, model: true}, nga: {authored: true, model: true}}');
    const { sessionId, opening } = await playing.begin();
    assert.equal(opening.source, 'authored');
    endpoint.behave(() => answer('You let the letter go. It lies on the stone, very blue. '));
    const told = await playing.say(sessionId, 'drop the letter');
    assert.equal(told.source, 'model');
    assert.match(told.text, /very blue/);
    assert.ok(told.timing.modelMs > 0);
    endpoint.behave(() => ({ do: 'status', status: 503 }));
    const authored = await playing.say(sessionId, 'take the letter');
    assert.deepEqual([authored.kind, authored.source], ['story', 'authored']);
    assert.match(authored.text, /letter/);
  });

  it('takes back what its narrator may not say, beside the model and not in the fast step', async () => {
    const playing = await opened('agents: {nga: {model: true}}');
    const { sessionId } = await playing.begin();
    endpoint.behave(() => ({ do: 'answer', text: 'The letter falls. Kill yourself now. ', delayMs: 150 }));
    const reply = await playing.say(sessionId, 'drop the letter');
    assert.deepEqual([reply.kind, reply.source], ['story', 'authored']);
    assert.doesNotMatch(reply.text, /yourself/);
    assert.equal(endpoint.asked.length, 3);
  });

  it('asks nobody until an agent that asks is switched on', async () => {
    const playing = await opened('{}');
    const { sessionId } = await playing.begin();
    assert.equal((await playing.say(sessionId, 'drop the letter')).source, 'authored');
    assert.equal(endpoint.asked.length, 0);
  });
});
