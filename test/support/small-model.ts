// The real small model for tests: fetched once per checkout, and an ear at its door that keeps what it was asked and answered.
import { installEngine, installSmallModel } from '../../src/cli/ground/model.ts';
import { sayAs } from '../../src/cli/ground/progress.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { CompletionRequest, ModelProvider } from '../../src/models/index.ts';

/** The model's file, or why it cannot be had here. */
export async function smallModel(): Promise<{ file: string } | { missing: string }> {
  const say = sayAs('small model');
  try {
    await installEngine(say);
    return { file: await installSmallModel(say) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'part_missing') return { missing: error.message };
    throw error;
  }
}

/** One question to the model and what came of it. */
export interface Heard {
  agent: 'ipa' | 'wba' | 'nga';
  request: CompletionRequest;
  /** Every word that the model generated; empty when it was cut off before the first. */
  text: string;
  json?: unknown;
  /** It came to its own end, or to that of its tokens. */
  whole: boolean;
  ms: number;
}

/** The same provider; `heard` grows by an entry when a call ends, however it does. */
export function listening(provider: ModelProvider): { provider: ModelProvider; heard: Heard[] } {
  const heard: Heard[] = [];
  const begin = (request: CompletionRequest): Heard => {
    const asker = { meaning: 'ipa', changes: 'wba' } as const;
    const name = request.schema?.name;
    return {
      agent: name === 'meaning' || name === 'changes' ? asker[name] : 'nga',
      request,
      text: '',
      whole: false,
      ms: performance.now(),
    };
  };
  const end = (one: Heard): void => void heard.push({ ...one, ms: performance.now() - one.ms });
  return {
    heard,
    provider: {
      ...provider,
      async complete(request) {
        const one = begin(request);
        try {
          const answer = await provider.complete(request);
          Object.assign(one, answer, { whole: true });
          return answer;
        } finally {
          end(one);
        }
      },
      async *stream(request) {
        const one = begin(request);
        try {
          for await (const piece of provider.stream(request)) {
            one.text += piece;
            yield piece;
          }
          one.whole = true;
        } finally {
          end(one);
        }
      },
    },
  };
}
