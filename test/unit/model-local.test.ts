// A model server that runs on this computer is found where such servers usually listen. Where somebody's own server has the port,
// that port is left alone.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { findLocalProvider, providerFrom, providerName } from '../../src/models/index.ts';
import type { ModelEndpoint } from '../support/model-endpoint.ts';
import { answer, openModelEndpoint } from '../support/model-endpoint.ts';

const ENV = { TTA_ENV: 'local', cores: 2, MODEL_URL: 'auto' } as const;
const QUESTION = { system: 'You answer.', messages: [{ role: 'user', content: 'Well?' }], maxTokens: 9 } as const;
const USUAL = [
  ['Ollama', 11434],
  ['LM Studio', 1234],
] as const;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

describe('a model server of this computer', () => {
  let endpoint: ModelEndpoint | undefined;
  afterEach(async () => {
    await endpoint?.close();
    endpoint = undefined;
  });

  for (const [name, port] of USUAL) {
    it(`is found at the usual port of ${name}, asked, and named for a consent`, async function () {
      for (const [, one] of USUAL) if (!(await isFree(one))) this.skip();
      endpoint = await openModelEndpoint(['all-minilm:latest', 'text-embedding-nomic', 'story-model'], port);
      endpoint.behave(() => answer('Yes.'));
      const found = await providerFrom(ENV);
      assert.equal(found?.displayName, `${name} on this computer (story-model)`);
      assert.equal(await providerName(ENV), found.displayName);
      assert.equal(found.inHouse, true);
      assert.equal((await found.complete(QUESTION)).text, 'Yes.');
      assert.equal(endpoint.asked[0]?.body.model, 'story-model');
      assert.equal(await providerFrom({ ...ENV, TTA_ENV: 'production' }), null);
      assert.equal(await providerFrom({ TTA_ENV: 'local', cores: 2 }), null, 'only where it was asked for');
    });
  }

  it('is none where no server answers, or only one that cannot talk', async () => {
    endpoint = await openModelEndpoint(['nomic-embed-text', 'bge-m3', 'all-minilm']);
    const at = [
      { name: 'Nobody', url: 'http://127.0.0.1:1' },
      { name: 'Searcher', url: endpoint.url },
    ];
    assert.equal(await findLocalProvider({ env: 'local', timeoutMs: 300, at }), null);
  });
});
