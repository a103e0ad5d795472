// A small harbour for the input processor's tests: two lamps that share a name, a locked door, a hidden way, two sorts of company.
import type { Vocabulary } from '../../src/domain/vocabulary.ts';
import type { TurnMemory, WorldView } from '../../src/domain/world.ts';

export const vocabulary: Vocabulary = {
  entities: [
    { id: 'kitchen', kind: 'place', names: ["keeper's kitchen", 'kitchen'] },
    { id: 'chapel', kind: 'place', names: ['chapel'] },
    { id: 'boathouse', kind: 'place', names: ['boathouse', 'boat house'] },
    { id: 'gallery', kind: 'place', names: ['lamp gallery', 'gallery'] },
    { id: 'cellar', kind: 'place', names: ['cellar'] },
    { id: 'chapel-door', kind: 'exit', names: ['chapel door', 'door'], adjectives: ['oak'] },
    { id: 'stairs', kind: 'exit', names: ['spiral stairs', 'stairs', 'steps'], pronoun: 'they' },
    { id: 'path', kind: 'exit', names: ['path', 'shore path'] },
    { id: 'trapdoor', kind: 'exit', names: ['trapdoor'] },
    { id: 'brass-lamp', kind: 'thing', names: ['brass lamp', 'lamp'], adjectives: ['shiny'] },
    { id: 'oil-lamp', kind: 'thing', names: ['oil lamp', 'lamp'], adjectives: ['old'] },
    { id: 'key', kind: 'thing', names: ['iron key', 'key'] },
    { id: 'letter', kind: 'thing', names: ['sealed letter', 'letter'] },
    { id: 'table', kind: 'thing', names: ['kitchen table', 'table'] },
    { id: 'bench', kind: 'thing', names: ['bench'] },
    { id: 'matches', kind: 'thing', names: ['matches', 'box of matches'], pronoun: 'they' },
    { id: 'gramophone', kind: 'thing', names: ['gramophone'] },
    { id: 'anchor', kind: 'thing', names: ['anchor'] },
    { id: 'coin', kind: 'thing', names: ['silver coin', 'coin'] },
    { id: 'mara', kind: 'character', names: ['Mara', 'keeper'], pronoun: 'she' },
    { id: 'tom', kind: 'character', names: ['Tom', 'fisherman'], adjectives: ['old'], pronoun: 'he' },
    { id: 'the-light', kind: 'fact', names: ['the light', 'light'] },
    { id: 'the-storm', kind: 'fact', names: ['the storm', 'storm night'] },
  ],
  verbs: [{ phrase: 'wind up', intent: 'use' }],
};

const thing = (id: string, at: string, properties = {}) => ({ id, at, properties });
export const mara = { id: 'mara', at: 'kitchen', disposition: 0.4, knows: ['the-light'], properties: {} };
export const tom = { id: 'tom', at: 'kitchen', disposition: 0, knows: [], properties: {} };

/** The kitchen with Mara in it; the player holds key and matches. The anchor is elsewhere, coin and trapdoor are hidden. */
export const kitchen: WorldView = {
  worldId: 'harbour',
  worldVersion: '1',
  turnSeq: 4,
  place: { id: 'kitchen', region: 'island', visits: 2, properties: {} },
  exits: [
    { id: 'chapel-door', direction: 'north', to: 'chapel', locked: true, hidden: false },
    { id: 'stairs', direction: 'up', to: 'gallery', locked: false, hidden: false },
    { id: 'path', direction: 'out', to: 'boathouse', locked: false, hidden: false },
    { id: 'trapdoor', direction: 'down', to: 'cellar', locked: false, hidden: true },
  ],
  things: [
    thing('brass-lamp', 'kitchen'),
    thing('oil-lamp', 'kitchen'),
    thing('letter', 'kitchen'),
    thing('table', 'kitchen'),
    thing('bench', 'kitchen'),
    thing('gramophone', 'kitchen'),
    thing('coin', 'kitchen', { hidden: true }),
    thing('key', 'player'),
    thing('matches', 'player'),
  ],
  characters: [mara],
  neighbours: [
    {
      place: { id: 'gallery', region: 'island', visits: 1, properties: {} },
      exits: [{ id: 'stairs-down', direction: 'down', to: 'kitchen', locked: false, hidden: false }],
      things: [thing('anchor', 'gallery')],
      characters: [],
    },
  ],
  playerKnows: [],
  storylines: {},
  goals: [],
  recent: [],
  narratorState: null,
};

export const alone: WorldView = { ...kitchen, characters: [] };
export const company: WorldView = { ...kitchen, characters: [mara, tom] };

let turns = 0;
export function turn(intent: string, focus: readonly string[], more: Partial<TurnMemory> = {}): TurnMemory {
  turns++;
  return {
    turnId: `turn-${turns}`,
    turnSeq: turns,
    intent,
    focus,
    outcome: 'done',
    changes: [],
    kind: 'story',
    at: turns,
    ...more,
  };
}

export const following = (view: WorldView, ...recent: TurnMemory[]): WorldView => ({ ...view, recent });
