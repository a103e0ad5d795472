import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AppError } from '../../src/domain/errors.ts';
import type { WorldChange } from '../../src/domain/world.ts';
import { inverseAll } from '../../src/domain/world.ts';
import { compile } from '../../src/world/compile.ts';
import { seedIssues } from '../../src/world/seed.ts';
import { SMALL_WORLD } from '../integration/world-helpers.ts';

const id = fc.constantFrom('a', 'b', 'c');
const value = fc.constantFrom(null, 1, 2, true, 'x');

/** Lists in which every step begins where the one before it on the same fact ended. */
const consistentChanges = fc
  .array(
    fc.oneof(
      fc.record({ type: fc.constant('move' as const), entity: id, to: id }),
      fc.record({ type: fc.constant('set' as const), entity: id, property: fc.constantFrom('p', 'q'), to: value }),
      fc.record({ type: fc.constant('know' as const), who: id, fact: id }),
    ),
    { maxLength: 8 },
  )
  .map((steps) => {
    const places = new Map<string, string>();
    const values = new Map<string, string | number | boolean | null>();
    const known = new Set<string>();
    return steps.map((step): WorldChange => {
      if (step.type === 'move') {
        const from = places.get(step.entity) ?? 'a';
        places.set(step.entity, step.to);
        return { ...step, from };
      }
      if (step.type === 'set') {
        const name = `${step.entity}.${step.property}`;
        const from = values.get(name) ?? null;
        values.set(name, step.to);
        return { ...step, from };
      }
      const name = `${step.who}/${step.fact}`;
      const type = known.has(name) ? 'forget' : 'learn';
      if (type === 'learn') known.add(name);
      else known.delete(name);
      return { type, who: step.who, fact: step.fact };
    });
  });

describe('world changes as graph operations', () => {
  it('steps on the same thing collapse into what must hold before and what holds after', () => {
    const operations = compile([
      { type: 'move', entity: 'lamp', from: 'tower', to: 'player' },
      { type: 'set', entity: 'lamp', property: 'lit', from: false, to: true },
      { type: 'move', entity: 'lamp', from: 'player', to: 'quay' },
    ]);
    assert.deepEqual(operations.moves, [{ entity: 'lamp', from: 'tower', to: 'quay' }]);
    assert.deepEqual(operations.touches, ['at:lamp', 'is:lamp.lit']);
  });

  it('changes followed by their inverses leave every fact as it was', () => {
    fc.assert(
      fc.property(consistentChanges, (changes) => {
        const { moves, sets, knowledge } = compile([...changes, ...inverseAll(changes)]);
        for (const { from, to } of [...moves, ...sets]) assert.equal(from, to);
        for (const { before, after } of knowledge) assert.equal(before, after);
      }),
      { numRuns: 60 },
    );
  });

  it('a list that contradicts itself is refused', () => {
    const twice: WorldChange[] = [
      { type: 'move', entity: 'lamp', from: 'tower', to: 'quay' },
      { type: 'move', entity: 'lamp', from: 'tower', to: 'player' },
    ];
    assert.throws(() => compile(twice), isConflict);
  });

  it('what the graph keeps on an entity for itself cannot be set by a change', () => {
    for (const property of ['id', 'sessionId', 'visits', 'direction', 'twin', '', 'no spaces', 'x'.repeat(65)]) {
      assert.throws(() => compile([{ type: 'set', entity: 'quay', property, from: null, to: 1 }]), isConflict);
    }
  });
});

describe('an authored world', () => {
  it('is accepted when it is sound', () => {
    assert.deepEqual(seedIssues(SMALL_WORLD), []);
  });

  it('is refused with the path of each contradiction', () => {
    const broken = {
      ...SMALL_WORLD,
      start: 'nowhere',
      exits: [{ ...SMALL_WORLD.exits[0]!, to: 'sea', twin: 'none' }],
      things: [...SMALL_WORLD.things, { id: 'mara', at: 'lamp', properties: { visits: 1 } }],
    };
    assert.deepEqual(
      seedIssues(broken).map(({ path }) => path),
      ['things.4.id', 'start', 'exits.0.to', 'exits.0.twin', 'things.4.at', 'things.4.properties.visits'],
    );
  });
});

function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === 'world_conflict';
}
