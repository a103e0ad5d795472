// Models over the wire: the protocol, what is negotiated, and that every failure is one of ours and says nothing of the text.
import assert from 'node:assert/strict';
import { AppError, type ErrorCode } from '../../src/domain/errors.ts';
import type { CompletionRequest, ModelProvider } from '../../src/models/index.ts';
import {
  createEmbeddedProvider,
  createOpenAiProvider,
  findLocalProvider,
  providerFrom,
  providerName,
  resting,
} from '../../src/models/index.ts';
import { answer, type ModelEndpoint, openModelEndpoint } from '../support/model-endpoint.ts';

const SECRET = 'my sister does not know';
const QUESTION: CompletionRequest = {
  system: 'You answer.',
  messages: [{ role: 'user', content: SECRET }],
  maxTokens: 50,
};
const SHAPE = {
  name: 'lamp',
  shape: { type: 'object', properties: { lit: { type: 'boolean' } }, required: ['lit'], additionalProperties: false },
};

describe('a model endpoint', () => {
  let endpoint: ModelEndpoint;
  let model: ModelProvider;

  beforeEach(async () => {
    endpoint = await openModelEndpoint();
    model = createOpenAiProvider({ url: endpoint.url, model: 'story-model', apiKey: 'k-1', timeoutMs: 300 });
  });
  afterEach(() => endpoint.close());

  async function failsWith(code: ErrorCode, work: Promise<unknown>): Promise<AppError> {
    const error: unknown = await work.then(
      () => assert.fail('it should have failed'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof AppError, String(error));
    assert.equal(error.code, code);
    assert.doesNotMatch(`${error.message} ${String(error.cause)}`, new RegExp(SECRET));
    return error;
  }

  async function all(pieces: AsyncIterable<string>): Promise<string> {
    let text = '';
    for await (const piece of pieces) text += piece;
    return text;
  }

  it('is asked in its protocol, with the key, and answers text', async () => {
    endpoint.behave(() => answer('<think>hm</think>The lamp is lit.'));
    assert.deepEqual(await model.complete(QUESTION), { text: 'The lamp is lit.' });
    const [asked] = endpoint.asked;
    assert.equal(asked?.headers.authorization, 'Bearer k-1');
    assert.equal(asked?.body.model, 'story-model');
    assert.deepEqual(asked?.body.messages, [
      { role: 'system', content: 'You answer.' },
      { role: 'user', content: SECRET },
    ]);
    assert.equal(asked?.body.response_format, undefined);
  });

  it('is held to a JSON schema', async () => {
    endpoint.behave(() => answer({ lit: true }));
    assert.deepEqual((await model.complete({ ...QUESTION, schema: SHAPE })).json, { lit: true });
    assert.deepEqual(endpoint.asked[0]?.body.response_format?.json_schema?.schema, SHAPE.shape);
  });

  it('that knows no schema is asked for an object, then for nothing, and not again the next time', async () => {
    endpoint.behave(({ body }) =>
      body.response_format === undefined
        ? answer('Of course! {not this} ```json\n{"lit": "a } brace"}\n``` Anything else?')
        : { do: 'status', status: 400 },
    );
    assert.deepEqual((await model.complete({ ...QUESTION, schema: SHAPE })).json, { lit: 'a } brace' });
    await model.complete({ ...QUESTION, schema: SHAPE });
    assert.deepEqual(
      endpoint.asked.map(({ body }) => body.response_format?.type ?? 'none'),
      ['json_schema', 'json_object', 'none', 'none'],
    );
  });

  it('that answers no JSON answers its text alone', async () => {
    endpoint.behave(() => answer('{"lit": tru'));
    assert.deepEqual(await model.complete({ ...QUESTION, schema: SHAPE }), { text: '{"lit": tru' });
  });

  it('streams its words as they come', async () => {
    endpoint.behave(() => ({ do: 'answer', text: 'The lamp burns.\n\nYou see the sea — grey.', delayMs: 5 }));
    assert.equal(await all(model.stream(QUESTION)), 'The lamp burns.\n\nYou see the sea — grey.');
    assert.equal(endpoint.asked[0]?.body.stream, true);
  });

  it('is left alone when nobody listens any more', async () => {
    endpoint.behave(() => ({ do: 'answer', text: 'word '.repeat(1000), delayMs: 5 }));
    for await (const piece of model.stream(QUESTION)) {
      assert.equal(piece, 'word ');
      break;
    }
    for (let i = 0; i < 100 && endpoint.abandoned() === 0; i += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(endpoint.abandoned(), 1);
  });

  it('may be slow in a stream as long as it says something', async () => {
    endpoint.behave(() => ({ do: 'answer', text: 'one two three four five six', delayMs: 80 }));
    assert.equal(await all(model.stream(QUESTION)), 'one two three four five six');
  });

  for (const [what, behaviour] of [
    ['a stream that dies', { do: 'die', text: 'The lamp ' }],
    ['a stream that falls silent', { do: 'hang', text: 'The lamp ' }],
    ['no stream at all', { do: 'raw', body: '<html>' }],
  ] as const) {
    it(`with ${what} is unavailable`, async () => {
      endpoint.behave(() => behaviour);
      await failsWith('unavailable', all(model.stream(QUESTION)));
    });
  }

  it('that is silent, broken or gone is unavailable', async () => {
    endpoint.behave(() => ({ do: 'hang', text: '' }));
    await failsWith('unavailable', model.complete(QUESTION));
    endpoint.behave(() => ({ do: 'raw', body: `{"no": "${SECRET}"` }));
    await failsWith('unavailable', model.complete(QUESTION));
    endpoint.behave(() => ({ do: 'raw', body: 'x'.repeat(70_000) }));
    await failsWith('unavailable', model.complete(QUESTION));
    const gone = createOpenAiProvider({ url: 'http://127.0.0.1:1', model: 'm', timeoutMs: 300 });
    await failsWith('unavailable', gone.complete(QUESTION));
  });

  it('is asked once: what it refuses is an error of ours, which says whether trying again can help', async () => {
    const refused = async (status: number, headers: Record<string, string> = {}) => {
      endpoint.behave(() => ({ do: 'status', status, headers, body: SECRET }));
      endpoint.asked.length = 0;
      const error = await model.complete(QUESTION).catch((reason: unknown) => reason);
      assert.equal(endpoint.asked.length, 1, `asked again after ${status}`);
      assert.ok(error instanceof AppError);
      return failsWith(error.code, Promise.reject(error));
    };
    assert.equal((await refused(500)).code, 'unavailable');
    assert.equal((await refused(503)).code, 'unavailable');
    assert.equal((await refused(401)).code, 'config_invalid');
    assert.equal((await refused(404)).code, 'config_invalid');
    assert.equal((await refused(400)).code, 'config_invalid');
    const busy = await refused(429, { 'retry-after': '7' });
    assert.deepEqual([busy.code, busy.retryAfterS], ['too_many_requests', 7]);
  });

  it('that points elsewhere is not followed: what was said goes to nobody else', async () => {
    const other = await openModelEndpoint();
    endpoint.behave(() => ({ do: 'status', status: 307, headers: { location: `${other.url}/v1/chat/completions` } }));
    await failsWith('unavailable', model.complete(QUESTION));
    assert.equal(other.asked.length, 0);
    await other.close();
  });

  it('is given up when its caller gives up', async () => {
    endpoint.behave(() => ({ do: 'hang', text: 'The ' }));
    const patience = new AbortController();
    setTimeout(() => patience.abort(), 20);
    const from = performance.now();
    await failsWith('unavailable', all(model.stream({ ...QUESTION, signal: patience.signal })));
    assert.ok(performance.now() - from < 200);
  });

  it('is named for a consent by who receives the text', () => {
    const named = (url: string) => createOpenAiProvider({ url, model: 'm', timeoutMs: 1 }).displayName;
    assert.equal(named('https://api.example.com/v1'), 'api.example.com');
    assert.equal(named(endpoint.url), 'this computer (m)');
  });
});

describe('a model that fails again and again', () => {
  let endpoint: ModelEndpoint;
  let now: number;
  let model: ModelProvider;

  beforeEach(async () => {
    endpoint = await openModelEndpoint();
    now = 0;
    const direct = createOpenAiProvider({ url: endpoint.url, model: 'story-model', timeoutMs: 300 });
    model = resting(direct, { failures: 3, restMs: 1000, now: () => now });
  });
  afterEach(() => endpoint.close());

  const streamed = async (): Promise<string> => {
    let text = '';
    for await (const piece of model.stream(QUESTION)) text += piece;
    return text;
  };
  async function failing(times: number): Promise<void> {
    endpoint.behave(() => ({ do: 'status', status: 500 }));
    for (let i = 0; i < times; i += 1) await assert.rejects(i % 2 === 0 ? model.complete(QUESTION) : streamed());
  }

  it('is left alone for a while, and then asked once whether it is back', async () => {
    await failing(5);
    assert.equal(endpoint.asked.length, 3, 'the fourth and fifth were refused at once');
    now = 1000;
    endpoint.behave(() => ({ do: 'hang', text: '' }));
    const probe = assert.rejects(model.complete(QUESTION));
    await assert.rejects(
      model.complete(QUESTION),
      (error) => error instanceof AppError && error.code === 'unavailable',
    );
    await probe;
    assert.equal(endpoint.asked.length, 4, 'one at a time');
    await assert.rejects(model.complete(QUESTION));
    assert.equal(endpoint.asked.length, 4, 'it rests again');
    now = 2000;
    endpoint.behave(() => answer('Yes.'));
    assert.equal(await streamed(), 'Yes.');
    assert.equal((await model.complete(QUESTION)).text, 'Yes.');
  });

  it('and answers in between is not left alone: only failures in a row count', async () => {
    await failing(2);
    endpoint.behave(() => answer('Yes.'));
    await model.complete(QUESTION);
    await failing(2);
    endpoint.behave(() => answer('Yes, it is.'));
    for await (const piece of model.stream(QUESTION)) {
      assert.equal(piece, 'Yes, ');
      break;
    }
    await failing(2);
    assert.equal(endpoint.asked.length, 8);
  });
});

describe('the model of an installation', () => {
  const env = { TTA_ENV: 'local', cores: 2 } as const;
  const refusedAs = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;

  it('is none until one is named', async () => {
    assert.equal(await providerFrom(env), null);
    await assert.rejects(providerFrom({ ...env, MODEL_URL: 'http://127.0.0.1:9' }), refusedAs('config_invalid'));
    const named = await providerFrom({ ...env, MODEL_URL: 'https://api.example.com', MODEL_NAME: 'm' });
    assert.equal(named?.displayName, 'api.example.com');
  });

  it('is named for the consent of players without being loaded', async () => {
    assert.equal(await providerName(env), null);
    assert.equal(
      await providerName({ ...env, MODEL_URL: 'https://api.example.com', MODEL_NAME: 'm' }),
      'api.example.com',
    );
    assert.match((await providerName({ ...env, MODEL_URL: 'embedded:/no/such.gguf' })) ?? '', /this computer/);
  });

  it('is found where it runs on this computer, and never looked for in production', async () => {
    const endpoint = await openModelEndpoint(['nomic-embed-text', 'story-model']);
    const at = [
      { name: 'Nobody', url: 'http://127.0.0.1:1' },
      { name: 'Ollama', url: endpoint.url },
    ];
    const found = await findLocalProvider({ env: 'local', timeoutMs: 300, at });
    assert.equal(found?.displayName, 'Ollama on this computer (story-model)');
    endpoint.behave(() => answer('Yes.'));
    assert.equal((await found?.complete(QUESTION))?.text, 'Yes.');
    assert.equal(endpoint.asked[0]?.body.model, 'story-model');
    assert.equal(await findLocalProvider({ env: 'local', model: 'another', timeoutMs: 300, at }), null);
    assert.equal(await findLocalProvider({ env: 'production', timeoutMs: 300, at }), null);
    await endpoint.close();
  });

  it('in process says how to add its package where it is missing', async () => {
    await assert.rejects(
      createEmbeddedProvider({
        modelPath: 'model.gguf',
        threads: 1,
        timeoutMs: 100,
        load: () => Promise.reject(new Error('not installed')),
      }),
      (error) => error instanceof AppError && error.code === 'part_missing' && /node-llama-cpp/.test(error.message),
    );
  });
});
