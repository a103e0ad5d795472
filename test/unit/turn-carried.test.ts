// The next turn's context, made from the last one: as far as it is known, and no further. That it is what the graph would say is
// shown over the real graph, in test/integration/read-ahead.test.ts.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ExitView, NeighbourView, WorldChange, WorldView } from '../../src/domain/world.ts';
import type { Kept } from '../../src/turn/carried.ts';
import { carried, knownIn, knownWith } from '../../src/turn/carried.ts';

const exit = (from: string, to: string): ExitView => ({
  id: `${from}_${to}`,
  direction: 'north',
  to,
  locked: false,
  hidden: false,
});

const placeOf = (id: string, ...ways: string[]): NeighbourView => ({
  place: { id, region: 'coast', visits: 1, properties: {} },
  exits: ways.map((to) => exit(id, to)),
  things: [],
  characters: [],
});

const viewOf = (here: NeighbourView, ...neighbours: NeighbourView[]): WorldView => ({
  ...here,
  worldId: 'coast',
  worldVersion: '1',
  turnSeq: 3,
  neighbours,
  playerKnows: [],
  storylines: { lamp: { stage: 1 } },
  goals: [],
  recent: [],
  narratorState: null,
});

const keptOf = (...changes: WorldChange[]): Kept => ({
  memory: { turnId: 't4', turnSeq: 4, intent: 'go', focus: [], outcome: 'moved', changes, kind: 'story', at: 7 },
  auditHead: 'head',
  narratorState: 'told',
});

/** The player is where the view says; only walking is played here. */
const walk = (view: WorldView, changes: readonly WorldChange[]): WorldView => {
  const to = changes.flatMap((change) => (change.type === 'move' ? [change.to] : [])).at(-1) ?? view.place.id;
  const all = [view, ...view.neighbours];
  const here = all.find(({ place }) => place.id === to) ?? view;
  return { ...view, ...here, neighbours: all.filter(({ place }) => place.id !== here.place.id) };
};

const northward: WorldChange = { type: 'move', entity: 'player', from: 'quay', to: 'lane' };

describe('a context carried over', () => {
  const quay = placeOf('quay', 'lane');
  const lane = placeOf('lane', 'quay', 'hill');
  const hill = placeOf('hill', 'lane');
  const view = viewOf(quay, lane);

  it('is whole where every place next to the player is known', () => {
    const known = knownWith(knownIn(viewOf(hill, lane)), view);
    const { recalled } = carried({ view, undone: 2 }, known, keptOf(northward), walk);
    assert.ok(recalled);
    assert.equal(recalled.view.place.id, 'lane');
    assert.equal(recalled.view.place.visits, 2);
    assert.deepEqual(
      recalled.view.neighbours.map(({ place }) => place.id),
      ['hill', 'quay'],
    );
    assert.deepEqual([recalled.view.turnSeq, recalled.auditHead, recalled.undone], [4, 'head', 2]);
    assert.deepEqual([recalled.view.narratorState, recalled.view.recent[0]?.turnId], ['told', 't4']);
  });

  it('has to be read where one of them is not, and what is known stays known', () => {
    const made = carried({ view, undone: 0 }, knownIn(view), keptOf(northward), walk);
    assert.equal(made.recalled, null);
    assert.deepEqual([...(made.known?.keys() ?? [])].sort(), ['lane', 'quay']);
  });

  it('is not known at all where a change concerns what is nowhere in it', () => {
    const stranger: WorldChange = { type: 'move', entity: 'gull', from: 'reef', to: 'quay' };
    assert.deepEqual(carried({ view, undone: 0 }, knownIn(view), keptOf(stranger), walk), {
      known: null,
      recalled: null,
    });
    const storyline: WorldChange = { type: 'set', entity: 'lamp', property: 'stage', from: 1, to: 2 };
    assert.ok(carried({ view, undone: 0 }, knownIn(view), keptOf(storyline), walk).recalled);
  });

  it('remembers twelve turns, the newest first', () => {
    const recent = Array.from({ length: 12 }, (_, n) => ({ ...keptOf().memory, turnId: `old${n}` }));
    const { recalled } = carried({ view: { ...view, recent }, undone: 0 }, knownIn(view), keptOf(), walk);
    assert.equal(recalled?.view.recent.length, 12);
    assert.equal(recalled?.view.recent[0]?.turnId, 't4');
    assert.equal(recalled?.view.recent.at(-1)?.turnId, 'old10');
  });

  it('begins again with what is around the player when it has become too many places', () => {
    const far = Array.from({ length: 60 }, (_, n) => placeOf(`far${n}`));
    const known = new Map(far.map((detail) => [detail.place.id, detail]));
    assert.deepEqual([...knownWith(known, view).keys()], ['quay', 'lane']);
  });
});
