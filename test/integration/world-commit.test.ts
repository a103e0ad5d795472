import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AppError } from '../../src/domain/errors.ts';
import type { PropertyValue, WorldChange } from '../../src/domain/world.ts';
import { createWorldStore } from '../../src/world/index.ts';
import { dump, newSessionId, openWorld, SMALL_WORLD, testGraph, turn } from './world-helpers.ts';

const take: WorldChange = { type: 'move', entity: 'rope', from: 'quay', to: 'player' };
const walk: WorldChange = { type: 'move', entity: 'player', from: 'quay', to: 'tower' };

describe('a turn in the graph', function () {
  this.timeout(60_000);
  const graph = testGraph();
  const store = createWorldStore(graph);
  const opened: string[] = [];
  const open = async (): Promise<string> => {
    const sessionId = newSessionId();
    opened.push(sessionId);
    await openWorld(store, sessionId);
    return sessionId;
  };
  const count = async (sessionId: string, label: string): Promise<number> => {
    const [row] = await graph.run<{ n: number }>(`MATCH (n:${label} {sessionId: $sessionId}) RETURN count(n) AS n`, {
      sessionId,
    });
    return row?.n ?? 0;
  };

  before(() => store.migrate());
  after(async () => {
    await store.erase(opened);
    await graph.close();
  });

  it('changes the world, the progress and the session, and remembers who worked on it', async () => {
    const sessionId = await open();
    await store.commitTurn(turn(sessionId, 1, { changes: [walk, take], goals: [{ id: 'ask', from: 0, to: 0.5 }] }));
    const record = await store.session(sessionId);
    assert.equal(record?.place, 'tower');
    assert.deepEqual(record?.inventory, ['coin', 'rope']);
    assert.deepEqual(record?.goals, [
      { id: 'breathe', progress: 0, sealedText: 'sealed-1' },
      { id: 'ask', progress: 0.5, sealedText: 'sealed-2' },
    ]);
    assert.equal(record?.turnSeq, 1);
    assert.deepEqual(
      await Promise.all(['Turn', 'AgentRun', 'Event', 'AuditEntry'].map((label) => count(sessionId, label))),
      [1, 1, 2, 1],
    );
  });

  it('is done once when it is sent twice, and the first reply is the one that counts', async () => {
    const sessionId = await open();
    const first = await store.commitTurn(turn(sessionId, 1, { changes: [take] }));
    const second = await store.commitTurn(turn(sessionId, 1, { changes: [], sealedReply: 'another reply' }));
    assert.deepEqual(second, first);
    assert.equal(await count(sessionId, 'Event'), 1);
  });

  it('is done once when two callers send it at the same moment', async () => {
    const sessionId = await open();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        store.commitTurn(
          turn(sessionId, 1, { changes: [walk], goals: [{ id: 'ask', from: 0, to: 1 }], generation: `g${i}` }),
        ),
      ),
    );
    assert.equal(new Set(answers.map(({ generation }) => generation)).size, 1);
    assert.equal(await count(sessionId, 'Turn'), 1);
    assert.equal((await store.recall(sessionId, 'other', 1)).view.place.visits, 1);
    assert.deepEqual(await store.check(sessionId), []);
  });

  it('gives its place in the session to one of two different turns', async () => {
    const sessionId = await open();
    const results = await Promise.allSettled([
      store.commitTurn(turn(sessionId, 1, { turnId: 'one', changes: [take] })),
      store.commitTurn(turn(sessionId, 1, { turnId: 'two', changes: [walk] })),
    ]);
    const refused = results.filter((result) => result.status === 'rejected');
    assert.equal(refused.length, 1);
    assert.ok(isConflict(refused[0]?.reason));
    assert.equal(await count(sessionId, 'Turn'), 1);
  });

  const impossible: [string, WorldChange[]][] = [
    ['a thing that is somewhere else', [take, { type: 'move', entity: 'lamp', from: 'quay', to: 'player' }]],
    ['a thing that does not exist', [take, { type: 'move', entity: 'moon', from: 'quay', to: 'player' }]],
    ['a thing put into another thing', [{ type: 'move', entity: 'rope', from: 'quay', to: 'lamp' }]],
    ['a person carried by a person', [walk, { type: 'move', entity: 'cat', from: 'quay', to: 'mara' }]],
    ['a value that has changed since', [walk, { type: 'set', entity: 'lamp', property: 'lit', from: true, to: false }]],
    ['a fact that is known already', [walk, { type: 'learn', who: 'mara', fact: 'the-storm' }]],
    ['a fact that is not one', [walk, { type: 'learn', who: 'player', fact: 'lamp' }]],
  ];
  for (const [what, changes] of impossible) {
    it(`writes nothing when one of its changes is about ${what}`, async () => {
      const sessionId = await open();
      const before = await dump(graph, sessionId);
      await assert.rejects(store.commitTurn(turn(sessionId, 1, { changes })), isConflict);
      assert.deepEqual(await dump(graph, sessionId), before);
      assert.equal(await count(sessionId, 'Turn'), 0);
      assert.equal((await store.commitTurn(turn(sessionId, 1))).state, 'applied');
    });
  }

  it('is refused when the audit chain has moved on', async () => {
    const sessionId = await open();
    await store.commitTurn(turn(sessionId, 1));
    const stale = turn(sessionId, 2, { audit: { entry: 'e', previousHead: '', head: 'h' } });
    await assert.rejects(store.commitTurn(stale), isConflict);
    assert.equal(await count(sessionId, 'AuditEntry'), 1);
  });

  it('in a session that is not in the graph is answered with not_found', async () => {
    await assert.rejects(store.commitTurn(turn(newSessionId(), 1)), hasCode('not_found'));
  });

  it('is taken back once, and its place is free again', async () => {
    const sessionId = await open();
    const before = await dump(graph, sessionId);
    await store.commitTurn(turn(sessionId, 1, { changes: [walk], goals: [{ id: 'ask', from: 0, to: 1 }] }));
    const answers = await Promise.all([1, 2, 3].map(() => store.undoTurn(sessionId, 'turn-1')));
    assert.deepEqual(answers.sort(), ['already_undone', 'already_undone', 'undone']);
    assert.deepEqual(await dump(graph, sessionId), before);
    assert.equal((await store.findTurn(sessionId, 'turn-1'))?.state, 'undone');
    assert.equal(await store.undoTurn(sessionId, 'never'), 'absent');
    const audit = { entry: 'e', previousHead: 'head 1', head: 'head 1b' };
    const next = turn(sessionId, 1, { turnId: 'again', changes: [take], audit, undone: 1 });
    await assert.rejects(store.commitTurn({ ...next, undone: 0 }), isConflict, 'made before it was taken back');
    assert.equal((await store.commitTurn(next)).turnId, 'again');
  });

  it('stays when a later turn has built on it, and can go when none has', async () => {
    const sessionId = await open();
    await store.commitTurn(turn(sessionId, 1, { changes: [take] }));
    await store.commitTurn(turn(sessionId, 2, { changes: [walk] }));
    await store.commitTurn(turn(sessionId, 3, { changes: [{ ...take, from: 'player', to: 'tower' }] }));
    assert.equal(await store.undoTurn(sessionId, 'turn-1'), 'touched');
    assert.equal(await store.undoTurn(sessionId, 'turn-2'), 'undone');
    assert.equal((await store.session(sessionId))?.place, 'quay');
    assert.equal((await store.session(sessionId))?.turnSeq, 3);
  });

  it('stays when later turns brought what it changed to the same value again', async () => {
    const sessionId = await open();
    const light = (seq: number, to: boolean) =>
      turn(sessionId, seq, { changes: [{ type: 'set', entity: 'lamp', property: 'lit', from: !to, to }] });
    for (const [i, to] of [true, false, true].entries()) await store.commitTurn(light(i + 1, to));
    assert.equal(await store.undoTurn(sessionId, 'turn-1'), 'touched');
    assert.equal(await store.undoTurn(sessionId, 'turn-3'), 'undone');
    assert.equal(await store.undoTurn(sessionId, 'turn-2'), 'undone');
    assert.equal(await store.undoTurn(sessionId, 'turn-1'), 'undone');
  });

  it('stays taken back when it is sent again', async () => {
    const sessionId = await open();
    await store.commitTurn(turn(sessionId, 1, { changes: [walk] }));
    await store.undoTurn(sessionId, 'turn-1');
    const audit = { entry: 'e', previousHead: 'head 1', head: 'head 1b' };
    assert.equal((await store.commitTurn(turn(sessionId, 1, { changes: [walk], audit }))).state, 'undone');
    assert.equal((await store.session(sessionId))?.place, 'quay');
  });

  it('may leave a gap in the numbers, but never comes before one that is stored', async () => {
    const sessionId = await open();
    await store.commitTurn(turn(sessionId, 1));
    const head = { entry: 'e', previousHead: 'head 1', head: 'head 4' };
    await store.commitTurn(turn(sessionId, 4, { audit: head }));
    const late = turn(sessionId, 3, { audit: { entry: 'e', previousHead: 'head 4', head: 'h' } });
    await assert.rejects(store.commitTurn(late), isConflict);
  });

  it('any run of valid turns can be taken back step by step and told again, with nothing ever in two places', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(), { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        async (choices) => {
          const sessionId = await open();
          const model = newModel();
          const states = [await dump(graph, sessionId)];
          const commits = choices.map((numbers, i) => turn(sessionId, i + 1, model.next(numbers)));
          for (const commit of commits) {
            await store.commitTurn(commit);
            states.push(await dump(graph, sessionId));
            assert.deepEqual(await store.check(sessionId), []);
          }
          assert.deepEqual(await placesOf(sessionId), model.places());
          for (let i = commits.length - 1; i >= 0; i -= 1) {
            assert.equal(await store.undoTurn(sessionId, `turn-${i + 1}`), 'undone');
            assert.deepEqual(await dump(graph, sessionId), states[i]);
          }
          let head = `head ${commits.length}`;
          for (const [i, commit] of commits.entries()) {
            const audit = { entry: 'e', previousHead: head, head: `again ${i}` };
            head = audit.head;
            await store.commitTurn({ ...commit, turnId: `again-${i}`, audit, undone: commits.length });
            assert.deepEqual(await dump(graph, sessionId), states[i + 1]);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  async function placesOf(sessionId: string): Promise<Record<string, string>> {
    const rows = await graph.run<{ id: string; at: string }>(
      'MATCH (n:Entity {sessionId: $sessionId})-[:AT]->(m) RETURN n.id AS id, m.id AS at',
      { sessionId },
    );
    return Object.fromEntries(rows.map(({ id, at }) => [id, at]));
  }
});

/** What should be true of the small world, kept in plain maps; makes valid changes out of arbitrary numbers. */
function newModel() {
  const places = SMALL_WORLD.places.map(({ id }) => id);
  const people = ['player', ...SMALL_WORLD.characters.map(({ id }) => id)];
  const things = SMALL_WORLD.things.map(({ id }) => id);
  const at = new Map([
    ['player', SMALL_WORLD.start],
    ...[...SMALL_WORLD.characters, ...SMALL_WORLD.things].map(({ id, at }) => [id, at] as const),
  ]);
  const values = new Map<string, PropertyValue>([
    ['lamp.lit', false],
    ['quay-north.locked', false],
    ['mara.disposition', 0.25],
    ['light.stage', 0],
  ]);
  const known = new Set(SMALL_WORLD.characters.flatMap(({ id, knows }) => knows.map((fact) => `${id}/${fact}`)));
  let progress = 0;
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

  function change(n: number, m: number): WorldChange {
    if (n % 3 === 0) {
      const entity = pick([...people, ...things], m);
      const to = pick(things.includes(entity) ? [...places, ...people] : places, n + m);
      const from = at.get(entity)!;
      at.set(entity, to);
      return { type: 'move', entity, from, to };
    }
    if (n % 3 === 1) {
      const name = pick(['lamp.lit', 'lamp.owner', 'quay-north.locked', 'mara.disposition', 'light.stage'], m);
      const [entity = '', property = ''] = name.split('.');
      const from = values.get(name) ?? null;
      const to = pick([true, 'word', 7, 0.5, null], n + m);
      if (to === null) values.delete(name);
      else values.set(name, to);
      return { type: 'set', entity, property, from, to };
    }
    const who = pick(people, m);
    const fact = pick(SMALL_WORLD.facts, n + m);
    const type = known.has(`${who}/${fact}`) ? 'forget' : 'learn';
    if (type === 'learn') known.add(`${who}/${fact}`);
    else known.delete(`${who}/${fact}`);
    return { type, who, fact };
  }

  return {
    places: () => Object.fromEntries(at),
    next(numbers: readonly number[]) {
      const changes: WorldChange[] = [];
      for (let i = 0; i + 1 < numbers.length; i += 2) changes.push(change(numbers[i]!, numbers[i + 1]!));
      const goals = [{ id: 'breathe', from: progress, to: (numbers[0]! % 10) / 10 }];
      progress = goals[0]!.to;
      return { changes, goals };
    },
  };
}

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === code;
}

function isConflict(error: unknown): boolean {
  return hasCode('world_conflict')(error);
}
