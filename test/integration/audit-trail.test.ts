import assert from 'node:assert/strict';
import { AppError } from '../../src/domain/errors.ts';
import { createAuditTrail, exportAudit } from '../../src/telemetry/index.ts';
import { connectGraph } from '../../src/world/index.ts';
import { type AuditHouse, openAuditHouse } from './audit-house.ts';
import { testGraph } from './world-helpers.ts';

interface Stored {
  n: number;
  id: string;
  at: number;
  entry: string;
  previousHead: string;
  head: string;
}

describe('the audit trail', function () {
  this.timeout(60_000);
  let house: AuditHouse;
  before(async () => {
    house = await openAuditHouse();
  });
  after(() => house.close());

  const stored = (writer: string): Promise<Stored[]> =>
    house.graph.run<Stored>(
      `MATCH (r:AuditRecord {writer: $writer}) WHERE r.n IS NOT NULL
       RETURN r.n AS n, r.id AS id, r.at AS at, r.entry AS entry, r.previousHead AS previousHead, r.head AS head ORDER BY n`,
      { writer },
    );

  it('keeps what was done, each entry sealed with the one before it', async () => {
    const writer = `${house.prefix}/case`;
    await house.trail.append(writer, 'one', {
      act: 'case.acknowledge',
      at: 5,
      about: 'abc',
      facts: { rung: 1, late: false },
    });
    await house.trail.append(writer, 'two', { act: 'case.resolve', at: 7, role: 'clinician' });
    const [one, two] = await stored(writer);
    assert.equal(
      one?.entry,
      `{"about":"abc","act":"case.acknowledge","at":5,"facts":{"late":false,"rung":1},"id":"one","n":1,"writer":"${writer}"}`,
    );
    assert.equal(one?.previousHead, '');
    assert.equal(two?.previousHead, one?.head);
    assert.equal(two?.head, await house.sealer.hash('organisation', `${one?.head}\n${two?.entry}`));
  });

  it('keeps who did it only as a keyed hash, the same each time', async () => {
    const writer = `${house.prefix}/subject`;
    const event = { act: 'access.transcript', at: 1, subject: 'ada@clinic.example' };
    for (const id of ['1', '2']) await house.trail.append(writer, id, event);
    const subjects = (await stored(writer)).map(({ entry }) => /"subject":"(\w{64})"/.exec(entry)?.[1]);
    assert.equal(subjects[0], await house.sealer.hash('organisation', 'subject\nada@clinic.example'));
    assert.equal(subjects[1], subjects[0]);
    const all = JSON.stringify(
      await house.graph.run('MATCH (n {writer: $writer}) RETURN properties(n) AS n', { writer }),
    );
    assert.ok(!all.includes('ada@'));
  });

  it('takes the same event once, also from another process', async () => {
    const writer = `${house.prefix}/repeat`;
    const other = createAuditTrail(house);
    const event = { act: 'delivery.accepted', at: 3 };
    await Promise.all([house.trail, other, house.trail, other].map((trail) => trail.append(writer, 'same', event)));
    await other.append(writer, 'next', event);
    await house.trail.append(writer, 'same', { ...event, at: 9 });
    assert.deepEqual(
      (await stored(writer)).map(({ n, id, at }) => [n, id, at]),
      [
        [1, 'same', 3],
        [2, 'next', 3],
      ],
    );
  });

  it('stays one unbroken chain while two processes append 200 entries at once', async () => {
    const writer = `${house.prefix}/busy`;
    const graph = testGraph();
    try {
      const trails = [house.trail, createAuditTrail({ graph, sealer: house.sealer })];
      const appends = Array.from({ length: 200 }, (_, i) =>
        trails[i % 2]?.append(writer, `event-${i}`, { act: 'access.case', at: i }),
      );
      await Promise.all(appends);
    } finally {
      await graph.close();
    }
    const records = await stored(writer);
    assert.deepEqual(
      records.map(({ n }) => n),
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    assert.equal(new Set(records.map(({ id }) => id)).size, 200);
    for (const [i, record] of records.entries()) {
      assert.equal(record.previousHead, records[i - 1]?.head ?? '');
      assert.equal(record.head, await house.sealer.hash('organisation', `${record.previousHead}\n${record.entry}`));
    }
    assert.deepEqual(
      (await house.findings()).filter((line) => line.startsWith(writer)),
      [],
    );
  });

  it('says that it is unavailable when the graph is down, so that nobody is let in unseen', async () => {
    const graph = connectGraph({ url: 'bolt://127.0.0.1:9' });
    const trail = createAuditTrail({ graph, sealer: house.sealer });
    await assert.rejects(
      trail.append(`${house.prefix}/down`, 'one', { act: 'access.break_glass', at: 1 }),
      (error: unknown) => error instanceof AppError && error.code === 'unavailable',
    );
    await graph.close();
  });

  it('refuses to go on in a chain whose end was set back by hand', async () => {
    const writer = `${house.prefix}/set-back`;
    await house.fill(writer, 3);
    await house.run("MATCH (w:AuditWriter {writer: $writer}) SET w.head = '', w.count = 0", { writer });
    await assert.rejects(
      createAuditTrail(house).append(writer, 'new', { act: 'config.rules', at: 1 }),
      (error: unknown) =>
        error instanceof AppError && error.code === 'unavailable' && /audit verify/.test(error.message),
    );
    await house.run('MATCH (n {writer: $writer}) DETACH DELETE n', { writer });
  });

  it('is exported by time, with heads and without a word of anybody', async () => {
    const writer = `${house.prefix}/export`;
    await house.fill(writer, 5);
    const sessionId = await house.play(2);
    const out = [];
    const base = 1_700_000_000_000;
    for await (const record of exportAudit({
      graph: house.graph,
      from: base + 2,
      to: base + 4,
      only: (name) => name === writer,
    })) {
      out.push(record);
    }
    assert.deepEqual(
      out.map(({ number }) => number),
      [2, 3],
    );
    assert.equal(out[1]?.previousHead, out[0]?.head);
    const turns = [];
    for await (const record of exportAudit({ graph: house.graph, only: (name) => name === `session/${sessionId}` }))
      turns.push(record);
    assert.equal(turns.length, 2);
    assert.ok(!JSON.stringify(turns).includes('sealed'));
  });
});
