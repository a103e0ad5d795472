// The input processor: what a player's words mean, as data. This is its rule-based form; a model form meets the same contract.
import type { InputProcessor, UnderstandInput, Understanding } from '../../domain/agents.ts';
import type { Vocabulary } from '../../domain/vocabulary.ts';
import type { WorldView } from '../../domain/world.ts';
import type { Language } from './commands.ts';
import { prepare } from './commands.ts';
import { understand } from './understand.ts';

export type { Vocabulary } from '../../domain/vocabulary.ts';

/** `read` is `understand` without a promise, for those who must know at once what the rules make of a text. */
export interface RulesInputProcessor extends InputProcessor {
  read(input: UnderstandInput): Understanding;
}

/**
 * Understands English by grammar, in well under a millisecond and without I/O. Never rejects: text it cannot read is
 * `unknown` with a confidence below 0.5. Only entities that are in the view, or were in an earlier turn, are ever named.
 */
export function createRulesInputProcessor(vocabularyOf: (worldId: string) => Vocabulary): RulesInputProcessor {
  // A world's words change only with its version; making them ready takes a few ms, which a turn should not pay.
  const prepared = new Map<string, Language>();
  const languageOf = ({ worldId, worldVersion }: WorldView): Language => {
    const key = `${worldId}@${worldVersion}`;
    const found = prepared.get(key) ?? prepare(vocabularyOf(worldId));
    prepared.set(key, found);
    return found;
  };
  const read = ({ text, view }: UnderstandInput): Understanding => understand(text, languageOf(view), view);
  return {
    id: { type: 'ipa', instance: 'rules' },
    version: '1.0.0',
    speed: 'fast',
    read,
    understand: async (input) => read(input),
  };
}
