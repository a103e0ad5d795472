// What ink may ask of the world: its EXTERNAL functions. Each reads the view of the turn, so text and graph cannot part.
import type { Tone } from '../../domain/agents.ts';
import type { EntityId } from '../../domain/world.ts';
import type { Scope } from '../wba/index.ts';

export interface Telling {
  scope: Scope;
  tone: Tone;
  /** Place where the turn began. */
  cameFrom: EntityId;
}

type Answer = string | number | boolean;
type Fact = (telling: Telling, args: readonly string[]) => Answer;

export const facts: Readonly<Record<string, Fact>> = {
  held: ({ scope }, [id]) => scope.held(id),
  near: ({ scope }, [id]) => scope.present(id),
  at: ({ scope }, [place]) => scope.view.place.id === place,
  came_from: ({ cameFrom }, [place]) => cameFrom === place,
  owner: ({ scope }, [thing]) => scope.thing(thing)?.at ?? '',
  prop: ({ scope }, [id = '', name = '']) => scope.property(id, name) ?? false,
  stage: ({ scope }, [storyline = '']) => Number(scope.property(storyline, 'stage') ?? 0),
  is_locked: ({ scope }, [exit = '']) => scope.property(exit, 'locked') === true,
  is_hidden: ({ scope }, [exit = '']) => scope.property(exit, 'hidden') === true,
  i_know: ({ scope }, [fact = '']) => scope.playerKnows(fact),
  knows: ({ scope }, [who, fact = '']) => scope.character(who)?.knows.includes(fact) ?? false,
  /** In hundredths, because ink compares whole numbers more safely. */
  warmth: ({ scope }, [who]) => Math.round((scope.character(who)?.disposition ?? 0) * 100),
  visits: ({ scope }) => scope.view.place.visits,
  tone: ({ tone }) => tone,
  the: ({ scope }, [id = '']) => nameOf(id, scope),
  list: ({ scope }, [ids = '']) =>
    listed(
      ids
        .split(' ')
        .filter((id) => id !== '')
        .map((id) => nameOf(id, scope)),
      'and',
    ),
  choice: ({ scope }, [ids = '']) =>
    listed(
      ids
        .split(' ')
        .filter((id) => id !== '')
        .map((id) => nameOf(id, scope)),
      'or',
    ),
  it: ({ scope }, [id = '']) => (scope.world.things[id]?.plural ? 'them' : pronoun(id, scope, OBJECT)),
  is: ({ scope }, [id = '']) => (scope.world.things[id]?.plural ? 'are' : 'is'),
  carried: ({ scope }) =>
    listed(
      scope.view.things.filter((t) => scope.held(t.id)).map((t) => nameOf(t.id, scope)),
      'and',
    ),
  people: ({ scope }) =>
    listed(
      scope.view.characters.map((c) => nameOf(c.id, scope)),
      'and',
    ),
  place: ({ scope }) => nameOf(scope.view.place.id, scope),
  ways: ({ scope }) => listed(scope.view.exits.filter((e) => !e.hidden).map(wayOf(scope)), 'or'),
};

const OBJECT = { he: 'him', she: 'her', they: 'them', it: 'it' } as const;

function pronoun(id: EntityId, { world }: Scope, forms: typeof OBJECT): string {
  return forms[world.characters[id]?.pronoun ?? 'it'];
}

export function nameOf(id: EntityId, { world, view }: Scope): string {
  const exit = world.exits[id];
  const way = view.exits.find((e) => e.id === id);
  return (
    (world.places[id] ?? world.things[id] ?? world.characters[id])?.name ??
    exit?.name ??
    (way ? `the way ${way.direction}` : 'that')
  );
}

function wayOf(scope: Scope): (exit: { id: EntityId; direction: string; to: EntityId }) => string {
  return ({ direction, to }) => `${direction} to ${nameOf(to, scope)}`;
}

function listed(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length < 3) return names.join(` ${word} `);
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;
}
