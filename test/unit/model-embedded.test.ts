// The model in this process, with the engine replaced at the process's edge by one that does as it is told.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../../src/domain/errors.ts';
import type { EmbeddedProvider } from '../../src/models/index.ts';
import { createEmbeddedProvider } from '../../src/models/index.ts';

const QUESTION = { system: 'You answer.', messages: [{ role: 'user', content: 'Well?' }], maxTokens: 9 } as const;

describe('a model in this process', () => {
  /** What the engine was told, in order. */
  let told: string[];
  let readings: number;
  let answer: (text: string) => Promise<string>;
  let model: EmbeddedProvider;

  beforeEach(async () => {
    told = [];
    readings = 0;
    answer = async () => 'So.';
    class LlamaChatSession {
      constructor({ systemPrompt }: { systemPrompt: string }) {
        told.push(`reads ${systemPrompt}`);
      }
      resetChatHistory(): void {}
      getChatHistory = (): object[] => [];
      setChatHistory(history: object[]): void {
        told.push(`before: ${JSON.stringify(history)}`);
      }
      prompt(text: string): Promise<string> {
        told.push(text);
        return answer(text);
      }
      dispose(): void {
        told.push('forgets');
      }
    }
    const engine = {
      LlamaChatSession,
      resolveChatWrapper: () => ({ wrapperName: 'plain' }),
      getLlama: async () => ({
        loadModel: async ({ modelPath }: { modelPath: string }) => {
          if (modelPath !== 'model.gguf') throw new Error('no such file');
          return {
            createContext: async () => ({
              getSequence() {
                readings += 1;
                return { clearHistory: async () => void told.push('starts anew') };
              },
            }),
          };
        },
        dispose: async () => void told.push('ends'),
      }),
    };
    const load = async (): Promise<unknown> => engine;
    model = await createEmbeddedProvider({ modelPath: 'model.gguf', threads: 1, timeoutMs: 10_000, load });
    await assert.rejects(
      createEmbeddedProvider({ modelPath: 'other', threads: 1, timeoutMs: 10_000, load }),
      (error) => error instanceof AppError && error.code === 'config_invalid',
    );
  });

  it('is given up in time though the engine is still at work, which the next question waits for', async () => {
    let release = (): void => undefined;
    answer = () =>
      new Promise((resolve) => {
        release = () => resolve('Late.');
      });
    const late = model.complete({ ...QUESTION, signal: AbortSignal.timeout(20) });
    await assert.rejects(late, (error) => error instanceof AppError && error.code === 'unavailable');
    answer = async () => 'So.';
    let answered = false;
    const next = model.complete(QUESTION).finally(() => {
      answered = true;
    });
    await delay(20);
    assert.equal(answered, false);
    release();
    assert.equal((await next).text, 'So.');
    assert.ok(!told.includes('starts anew'), 'what it has read it keeps');
  });

  it('starts its reading anew after a fault of the engine', async () => {
    answer = () => Promise.reject(new Error('no room'));
    await assert.rejects(
      model.complete(QUESTION),
      (error) => error instanceof AppError && error.code === 'unavailable',
    );
    assert.equal(told.at(-1), 'starts anew');
    answer = async () => 'So.';
    assert.equal((await model.complete(QUESTION)).text, 'So.');
  });

  it('keeps what three agents told it to be, and forgets who has not asked for longest', async () => {
    for (const system of ['a', 'b', 'c', 'a', 'd', 'a']) await model.complete({ ...QUESTION, system });
    assert.equal(readings, 3);
    assert.deepEqual(
      told.filter((one) => one !== 'Well?'),
      ['reads a', 'reads b', 'reads c', 'forgets', 'reads d'],
    );
  });

  it('is told what was said before', async () => {
    const messages = [
      { role: 'user', content: 'One?' },
      { role: 'assistant', content: 'One.' },
      { role: 'user', content: 'Two?' },
    ] as const;
    await model.complete({ ...QUESTION, messages });
    assert.deepEqual(told.slice(1), [
      'before: [{"type":"user","text":"One?"},{"type":"model","response":["One."]}]',
      'Two?',
    ]);
  });
});
