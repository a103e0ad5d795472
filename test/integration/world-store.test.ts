import assert from 'node:assert/strict';
import { AppError } from '../../src/domain/errors.ts';
import { actSeq, replySeq } from '../../src/domain/turn.ts';
import { connectGraph, createWorldStore, isDuplicate, warmUp } from '../../src/world/index.ts';
import type { WorldStore } from '../../src/world/types.ts';
import { gridWorld, newSessionId, openWorld, SMALL_WORLD, testGraph, turn } from './world-helpers.ts';

describe('the world store', function () {
  this.timeout(60_000);
  const graph = testGraph();
  const store = createWorldStore(graph);
  const opened: string[] = [];
  const open = async (seed = SMALL_WORLD, player?: string): Promise<string> => {
    const sessionId = newSessionId();
    opened.push(sessionId);
    await openWorld(store, sessionId, seed, player);
    return sessionId;
  };

  before(() => store.migrate());
  after(async () => {
    await store.erase(opened);
    await graph.close();
  });

  it('migrates once, however often and by however many processes it is asked', async () => {
    const others = [testGraph(), testGraph()];
    try {
      await Promise.all([store, ...others.map(createWorldStore)].map((each) => each.migrate()));
      await store.migrate();
    } finally {
      await Promise.all(others.map((other) => other.close()));
    }
    const rows = await graph.run<{ version: number; times: number }>(
      'MATCH (m:Migration) RETURN m.version AS version, count(*) AS times ORDER BY version',
    );
    assert.deepEqual(rows, [
      { version: 1, times: 1 },
      { version: 2, times: 1 },
    ]);
  });

  it('recalls what is here, what is one step away behind locked and hidden exits too, and nothing further', async () => {
    const sessionId = await open();
    const walk = { type: 'move', entity: 'player', from: 'quay', to: 'tower' } as const;
    await store.commitTurn(
      turn(sessionId, 1, { changes: [walk, { type: 'learn', who: 'player', fact: 'the-light' }] }),
    );
    const { view, auditHead, existing, orphan } = await store.recall(sessionId, 'next', 1);
    assert.equal(auditHead, 'head 1');
    assert.equal(existing, null);
    assert.equal(orphan, null);
    assert.deepEqual(view.place, { id: 'tower', region: 'coast', visits: 1, properties: { lit: false } });
    assert.deepEqual(view.exits[0], { id: 'tower-down', direction: 'down', to: 'cellar', locked: true, hidden: false });
    assert.deepEqual(
      view.things.map(({ id, at }) => [id, at]),
      [
        ['coin', 'player'],
        ['key', 'mara'],
        ['lamp', 'tower'],
      ],
    );
    assert.deepEqual(view.characters, [
      { id: 'mara', at: 'tower', disposition: 0.25, knows: ['the-storm'], properties: { mood: 'tired' } },
    ]);
    assert.deepEqual(
      view.neighbours.map(({ place }) => place.id),
      ['cellar', 'quay'],
    );
    assert.deepEqual(
      view.neighbours[1]?.exits.map(({ id, hidden }) => [id, hidden]),
      [
        ['quay-east', true],
        ['quay-north', false],
      ],
    );
    assert.deepEqual(view.neighbours[1]?.things, [{ id: 'rope', at: 'quay', properties: { length: 10 } }]);
    assert.deepEqual(view.playerKnows, ['the-light']);
    assert.deepEqual(view.storylines, { light: { stage: 0 } });
    assert.equal(view.narratorState, 'narrator 1');
    assert.deepEqual(view.recent[0]?.changes, [walk, { type: 'learn', who: 'player', fact: 'the-light' }]);
  });

  it('recalls the last twelve turns, newest first, without those that were taken back', async () => {
    const sessionId = await open();
    for (let seq = 1; seq <= 15; seq += 1) await store.commitTurn(turn(sessionId, seq));
    await store.undoTurn(sessionId, 'turn-10');
    const { view } = await store.recall(sessionId, 'next', 15);
    assert.deepEqual(
      view.recent.map(({ turnSeq }) => turnSeq),
      [15, 14, 13, 12, 11, 9, 8, 7, 6, 5, 4, 3],
    );
  });

  it("shows a turn its own first run, and any other turn that the session's workflow does not know of", async () => {
    const sessionId = await open();
    await store.commitTurn(turn(sessionId, 1));
    await store.commitTurn(turn(sessionId, 2));
    const own = await store.recall(sessionId, 'turn-2', 1);
    assert.equal(own.existing?.sealedReply, 'sealed reply 2');
    assert.equal(own.orphan, null);
    const other = await store.recall(sessionId, 'turn-3', 1);
    assert.equal(other.existing, null);
    assert.equal(other.orphan?.turnId, 'turn-2');
  });

  it('recalls a place in a world of a thousand places while other worlds stand beside it', async () => {
    const world = gridWorld(32);
    // One after another: copying two such worlds at once leaves a busy graph no time for a new connection.
    const sessionId = await open(world);
    await open(world);
    await open();
    const { view } = await store.recall(sessionId, 'next', 0);
    assert.equal(view.place.id, 'place-5-5');
    assert.deepEqual(
      view.neighbours.map(({ place }) => place.id),
      ['place-4-5', 'place-5-4', 'place-5-6', 'place-6-5'],
    );
    assert.deepEqual(
      view.things.map(({ id }) => id),
      ['thing-165'],
    );
    assert.ok(view.neighbours.every(({ exits, things }) => exits.length === 4 && things.length === 1));
  });

  it('finds the sessions of a player, newest first, and no one else’s', async () => {
    const player = newSessionId().slice(0, 16);
    const mine = [await open(SMALL_WORLD, player), await open(SMALL_WORLD, player)];
    await open();
    const found = await store.sessionsOf(player);
    assert.deepEqual(found.map(({ sessionId }) => sessionId).sort(), mine.sort());
    assert.equal(await store.session(newSessionId()), null);
  });

  it('opens a session once: opening it again changes nothing', async () => {
    const sessionId = await open();
    const walk = { type: 'move', entity: 'player', from: 'quay', to: 'tower' } as const;
    await store.commitTurn(turn(sessionId, 1, { changes: [walk] }));
    await Promise.all([openWorld(store, sessionId), openWorld(store, sessionId)]);
    assert.equal((await store.session(sessionId))?.place, 'tower');
    assert.deepEqual(await store.check(sessionId), []);
  });

  it('tells turns and acts in order from any point, each act once', async () => {
    const sessionId = await open();
    for (let seq = 1; seq <= 3; seq += 1) await store.commitTurn(turn(sessionId, seq));
    await store.undoTurn(sessionId, 'turn-3');
    const act = { sessionId, seq: actSeq(1, 0), status: 'paused', sealedEvent: 'sealed', at: 5 } as const;
    await Promise.all([store.recordAct(act), store.recordAct(act)]);
    await store.recordAct({ ...act, sealedEvent: 'other' });
    const all = await store.history(sessionId, 0, 10);
    assert.deepEqual(
      all.map((item) => ('turn' in item ? item.turn.turnId : item.act)),
      ['turn-1', act, 'turn-2'],
    );
    const seqs = async (after: number, limit: number): Promise<number[]> =>
      (await store.history(sessionId, after, limit)).map((item) =>
        'turn' in item ? replySeq(item.turn.turnSeq) : item.act.seq,
      );
    assert.deepEqual(await seqs(replySeq(1) - 1, 10), [replySeq(1), actSeq(1, 0), replySeq(2)]);
    assert.deepEqual(await seqs(replySeq(1), 10), [actSeq(1, 0), replySeq(2)]);
    assert.deepEqual(await seqs(actSeq(1, 0), 10), [replySeq(2)]);
    assert.deepEqual(await seqs(0, 2), [replySeq(1), actSeq(1, 0)]);
  });

  it('keeps the status of the newest act', async () => {
    const sessionId = await open();
    await store.commitTurn(turn(sessionId, 1));
    const act = { sessionId, sealedEvent: 'sealed', at: 5 };
    await store.recordAct({ ...act, seq: actSeq(1, 1), status: 'active' });
    await store.recordAct({ ...act, seq: actSeq(1, 0), status: 'paused' });
    assert.equal((await store.session(sessionId))?.status, 'active');
  });

  it('finds contradictions that a hand in the database has made', async () => {
    const sessionId = await open();
    await graph.run(
      `MATCH (rope:Entity {sessionId: $sessionId, id: 'rope'}), (cave:Entity {sessionId: $sessionId, id: 'cave'})
       MATCH (:Entity {sessionId: $sessionId, id: 'key'})-[at:AT]->() DELETE at
       CREATE (rope)-[:AT]->(cave)
       WITH cave MATCH (:Entity {sessionId: $sessionId, id: 'cave-west'})-[way:LEADS_TO]->() DELETE way`,
      { sessionId },
    );
    assert.deepEqual(await store.check(sessionId), [
      'Exit cave-west does not lead from one place to one place.',
      'key is in 0 places at once; it must be in one.',
      'rope is in 2 places at once; it must be in one.',
    ]);
  });

  it('leaves nothing of an erased session and all of the others', async () => {
    const [gone, kept] = await Promise.all([open(), open()]);
    for (const sessionId of [gone, kept]) {
      await store.commitTurn(turn(sessionId, 1));
      await store.recordAct({ sessionId, seq: actSeq(1, 0), status: 'paused', sealedEvent: 'sealed', at: 5 });
    }
    await store.erase([gone]);
    await store.erase([gone]);
    const left = async (sessionId: string): Promise<number> => {
      const [row] = await graph.run<{ n: number }>('MATCH (n) WHERE n.sessionId = $sessionId RETURN count(n) AS n', {
        sessionId,
      });
      return row?.n ?? -1;
    };
    assert.equal(await left(gone), 0);
    assert.equal((await store.history(kept, 0, 10)).length, 2);
    assert.deepEqual(await store.check(kept), []);
  });

  it('is warm after playing for a moment, and leaves no session behind', async () => {
    const opened: string[] = [];
    const openSession: WorldStore['openSession'] = (input) => {
      opened.push(input.sessionId);
      return store.openSession(input);
    };
    await warmUp({ ...store, openSession }, 50);
    assert.ok(opened.length > 0);
    // Others may warm up beside us, for the same nobody.
    for (const sessionId of opened) assert.equal(await store.session(sessionId), null);
  });

  it('answers not_found for a session that was never opened', async () => {
    await assert.rejects(store.recall(newSessionId(), 'turn', 0), hasCode('not_found'));
    const act = { sessionId: newSessionId(), seq: 1, status: 'paused', sealedEvent: '', at: 0 } as const;
    await assert.rejects(store.recordAct(act), hasCode('not_found'));
  });
});

describe('the graph handle', () => {
  it('says within about a second that the graph does not answer, and how to go on', async () => {
    const nobody = connectGraph({ url: 'bolt://127.0.0.1:1' });
    const begun = performance.now();
    await assert.rejects(nobody.ping(), (error) => {
      assert.ok(hasCode('unavailable')(error));
      assert.match(String(error), /graph \(Neo4j\).*NEO4J_URL/);
      return true;
    });
    assert.ok(performance.now() - begun < 4_000);
    await nobody.close();
  });

  it('tells a record that exists already from a statement that is wrong', async () => {
    const graph = testGraph();
    const sessionId = newSessionId();
    const create = 'CREATE (:Session {sessionId: $sessionId})';
    try {
      await graph.run(create, { sessionId });
      await assert.rejects(graph.run(create, { sessionId }), (error) => isDuplicate(error));
      await assert.rejects(graph.run('NOT CYPHER'), (error) => hasCode('internal')(error) && !isDuplicate(error));
    } finally {
      await createWorldStore(graph).erase([sessionId]);
      await graph.close();
    }
  });
});

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === code;
}
