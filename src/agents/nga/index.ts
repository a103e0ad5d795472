// The narrator's door: tells what happened in the author's words. Nothing of what the player wrote can reach the text,
// because the narrator is never given it.
import type { Narration, NarrativeGenerator, Outcome } from '../../domain/agents.ts';
import { typeset } from '../../domain/typography.ts';
import { inverseAll } from '../../domain/world.ts';
import type { AuthoredWorld } from '../../story/index.ts';
import { applyToView, scopeOf } from '../wba/index.ts';
import { arrival, beatsOf } from './beats.ts';
import { numberOf, readMemory, writeMemory } from './memory.ts';
import { sentencesOf } from './sentences.ts';
import { suggestionsFor } from './suggestions.ts';
import type { Beat } from './teller.ts';
import { createTeller } from './teller.ts';

export { NarrationFailed } from './teller.ts';

type Request = Parameters<NarrativeGenerator['narrate']>[0];

/** Rejects with NarrationFailed when the ink cannot tell it; the caller then falls back. Takes about a millisecond. */
export function createAuthoredNarrator(world: AuthoredWorld): NarrativeGenerator {
  const teller = createTeller(world);

  const narrate = (request: Request): Narration => {
    const { view, proposal, understanding, seed, findings = [] } = request;
    const scope = scopeOf(view, world);
    const remembered = readMemory(view.narratorState, seed);
    // Asked again because something was blocked: other variations, so that the same words do not come back.
    const varied =
      findings.length === 0
        ? remembered
        : { ...remembered, seed: numberOf(`${remembered.seed} ${findings.join(' ')}`) };
    const began = proposal === undefined ? view : applyToView(view, inverseAll(proposal.changes), world);
    const told = teller.tell(
      beatsFor(request),
      { tone: understanding?.tone ?? 'neutral', cameFrom: began.place.id },
      scope,
      varied,
    );
    const text = typeset(told.paragraphs.join('\n\n'));
    const ended = request.occasion === 'closing';
    const about = (proposal?.outcomes ?? []).flatMap(({ entities }) => entities);
    return {
      sentences: sentencesOf(text),
      suggestions: ended ? [] : suggestionsFor(scope, about).map(typeset),
      narratorState: writeMemory({ ...told.memory, seed: remembered.seed }, remembered.visits),
      authoredOnly: true,
    };
  };

  const beatsFor = ({ occasion, view, proposal }: Request): Beat[] => {
    const scope = scopeOf(view, world);
    switch (occasion) {
      case 'turn':
        return (proposal?.outcomes ?? []).flatMap((outcome, i, all) =>
          isPassing(outcome, all.slice(i + 1))
            ? [{ path: 'o_passed', with: outcome.entities }]
            : beatsOf(outcome, scope, teller),
        );
      case 'opening':
        return [{ path: 'opening' }, ...arrival(scope, teller, 'look')];
      case 'recap':
        return [{ path: 'recap' }];
      case 'closing':
        return [{ path: 'closing' }];
      case 'support':
        return [{ path: 'support' }];
      case 'refusal':
        return [{ path: 'refusal' }];
    }
  };

  return {
    id: { type: 'nga', instance: 'authored' },
    version: '1.0.0',
    speed: 'fast',
    narrate: async (request) => narrate(request),
  };
}

/** Walking on in the same turn: a place only passed through is not described, because the view is of the last one. */
function isPassing(outcome: Outcome, later: readonly Outcome[]): boolean {
  return (outcome.code === 'moved' || outcome.code === 'looked') && later.some(({ code }) => code === 'moved');
}
