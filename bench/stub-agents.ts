// Agents replaced at the model boundary: each call waits as a model would, then answers with what the authored agent says,
// padded to about 1 KiB. Everything else of a turn stays real.
import { setTimeout as wait } from 'node:timers/promises';
import type { WorldServices } from '../src/turn/index.ts';

const ABOUT_1_KIB = 'The tide goes out a little further while you watch. '.repeat(20);

export function delayed(world: WorldServices, delayMs: number): WorldServices {
  const { inputProcessor, worldBuilder, narrator } = world;
  return {
    ...world,
    inputProcessor: {
      ...inputProcessor,
      speed: 'slow',
      understand: async (input) => {
        await wait(delayMs);
        return inputProcessor.understand(input);
      },
    },
    worldBuilder: {
      ...worldBuilder,
      speed: 'slow',
      propose: async (input) => {
        await wait(delayMs);
        return worldBuilder.propose(input);
      },
    },
    narrator: {
      ...narrator,
      speed: 'slow',
      narrate: async (input) => {
        await wait(delayMs);
        const told = await narrator.narrate(input);
        const padding = ABOUT_1_KIB.slice(0, Math.max(0, 1024 - told.sentences.join('').length));
        return padding === '' ? told : { ...told, sentences: [...told.sentences, ` ${padding}`] };
      },
    },
  };
}
