// The narrator's door: tells what happened in the author's words. Nothing of what the player wrote can reach the text,
// because the narrator is never given it.
import type { Narration, NarrativeGenerator, Outcome } from '../../domain/agents.ts';
import { typeset } from '../../domain/typography.ts';
import type { EntityId, WorldChange, WorldView } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { AuthoredWorld } from '../../story/index.ts';
import type { Scope } from '../wba/index.ts';
import { isAnswered, scopeOf } from '../wba/index.ts';
import { arrival, beatsOf } from './beats.ts';
import { type NarratorMemory, numberOf, readMemory, writeMemory } from './memory.ts';
import { sentencesOf } from './sentences.ts';
import { partingAfter, suggestionsFor } from './suggestions.ts';
import type { Beat } from './teller.ts';
import { createTeller } from './teller.ts';

export { NarrationFailed } from './teller.ts';

/** What was asked of the story is heard on the next turn, and then on every third: on each it would be one too many. */
const HEARD_EVERY = 3;

type Request = Parameters<NarrativeGenerator['narrate']>[0];

/** Rejects with NarrationFailed when the ink cannot tell it; the caller then falls back. Takes about a millisecond. */
export function createAuthoredNarrator(world: AuthoredWorld, onTold?: (path: string) => void): NarrativeGenerator {
  const teller = createTeller(world, onTold);

  const narrate = (request: Request): Narration => {
    const { view, proposal, understanding, seed, findings = [], guidance } = request;
    const scope = scopeOf(view, world);
    const remembered = readMemory(view.narratorState, seed);
    // Asked again because something was blocked: other variations, so that the same words do not come back.
    const varied =
      findings.length === 0
        ? remembered
        : { ...remembered, seed: numberOf(`${remembered.seed} ${findings.join(' ')}`) };
    const told = teller.tell(
      beatsFor(request, scope, remembered),
      { tone: understanding?.tone ?? 'neutral', cameFrom: beganAt(view, proposal?.changes) },
      scope,
      varied,
    );
    const text = typeset(told.paragraphs.join('\n\n'));
    const ended = request.occasion === 'closing';
    const outcomes = proposal?.outcomes ?? [];
    const about = outcomes.flatMap(({ entities }) => entities);
    const next = (): readonly string[] =>
      partingAfter(outcomes.map(({ code }) => code)) ??
      suggestionsFor(scope, about, told.memory.heard, guidance?.closeSoon).map(typeset);
    return {
      sentences: sentencesOf(text),
      suggestions: ended ? [] : next(),
      narratorState: writeMemory({ ...told.memory, seed: remembered.seed }, remembered.visits),
      authoredOnly: true,
    };
  };

  const guided = ({ view, guidance, proposal }: Request, { visits }: NarratorMemory): Beat[] => {
    if (isAnswered(proposal?.outcomes)) return [];
    // The player's own wish holds for as many turns as are remembered.
    const gentler = guidance?.gentler === true || view.recent.some(({ intent }) => intent === 'gentler');
    const path = guidance?.closeSoon ? 'close_soon' : gentler ? 'gentle' : null;
    if (path === null || !teller.has(path)) return [];
    // Ink counts the containers inside a knot.
    const heard = [...visits.keys()].some((met) => met.startsWith(`${path}.`));
    return !heard || view.turnSeq % HEARD_EVERY === 0 ? [{ path }] : [];
  };

  const beatsFor = (request: Request, scope: Scope, memory: NarratorMemory): Beat[] => {
    const { occasion, proposal } = request;
    switch (occasion) {
      case 'turn':
        if (request.plain) return (proposal?.outcomes ?? []).map(plainly);
        return [...happened(), ...guided(request, memory)];
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
    function happened(): Beat[] {
      return (proposal?.outcomes ?? []).flatMap((outcome, i, all) =>
        isPassing(outcome, all.slice(i + 1))
          ? [{ path: 'o_passed', with: outcome.entities }]
          : beatsOf(outcome, scope, teller),
      );
    }
  };

  return {
    id: { type: 'nga', instance: 'authored' },
    version: '1.0.0',
    speed: 'fast',
    narrate: async (request) => narrate(request),
  };
}

/** Place where the turn began, as far as the view still knows it. */
function beganAt({ place, neighbours }: WorldView, changes: readonly WorldChange[] = []): EntityId {
  const first = changes.find((change) => change.type === 'move' && change.entity === PLAYER);
  const from = first?.type === 'move' ? first.from : place.id;
  return neighbours.some((near) => near.place.id === from) ? from : place.id;
}

/** Nothing but that it happened: told when richer words were blocked. */
function plainly({ code, success, entities }: Outcome): Beat {
  if (code === 'moved') return { path: 'o_moved', with: entities };
  return { path: success ? 'o_done' : 'o_unclear', with: entities };
}

/** Walking on in the same turn: a place only passed through is not described, because the view is of the last one. */
function isPassing(outcome: Outcome, later: readonly Outcome[]): boolean {
  return (outcome.code === 'moved' || outcome.code === 'looked') && later.some(({ code }) => code === 'moved');
}
