import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { recordErased, verifyAudit } from '../../src/telemetry/index.ts';
import { openHouse } from '../support/house.ts';
import { createTurns, DANGER, later } from '../support/turns.ts';
import { type AuditHouse, openAuditHouse } from './audit-house.ts';

describe('verifying the audit trail', function () {
  this.timeout(60_000);
  let house: AuditHouse;
  let writer: string;
  let sessionId: string;
  let session: string;
  let anchor: () => Promise<unknown>;

  beforeEach(async () => {
    house = await openAuditHouse();
    writer = `${house.prefix}/case`;
    await house.fill(writer, 6);
    sessionId = await house.play(6);
    session = `session/${sessionId}`;
    anchor = () => house.createTestAnchors().anchor();
  });
  afterEach(() => house.close());

  it('finds nothing in a trail that nobody touched, before and after it is anchored', async () => {
    assert.deepEqual(await house.findings(), []);
    await anchor();
    await house.fill(writer, 3, 7);
    await house.takeTurn(sessionId, 7);
    assert.deepEqual(await house.findings(), []);
    await anchor();
    const { findings, counts } = await house.verify();
    assert.deepEqual(findings, []);
    // The chain of the anchors themselves is the second writer.
    assert.deepEqual(
      { ...counts, anchoredAt: 0 },
      { sessions: 1, writers: 2, entries: 18, anchored: 3, anchorLines: 3, anchoredAt: 0 },
    );
    assert.ok(Date.now() - (counts.anchoredAt ?? 0) < 60_000);
  });

  it('finds nothing wrong with turns taken back and numbers left out', async () => {
    await house.world.undoTurn(sessionId, 'turn-6');
    await house.takeTurn(sessionId, 6, { turnId: 'again', at: 1_700_000_100_000 });
    await house.takeTurn(sessionId, 12);
    await house.world.undoTurn(sessionId, 'turn-12');
    await house.world.undoTurn(sessionId, 'again');
    await house.takeTurn(sessionId, 12, { turnId: 'third', at: 1_700_000_200_000 });
    await house.play(0);
    await anchor();
    const { findings, counts } = await house.verify();
    assert.deepEqual(findings, []);
    assert.equal(counts.sessions, 2);
  });

  it('finds nothing in what real turns leave behind, help and undoing included', async () => {
    const played = await openHouse();
    try {
      const { graph, sealer } = played.composition.rooms;
      const turns = createTurns(played);
      let now = await turns.opened();
      const told: string[] = [];
      for (const text of ['look around', 'take the lamp', 'undo', 'go north', DANGER, 'yes']) {
        const turnId = randomUUID();
        now = later(now, await turns.play(now, text, { turnId }));
        told.push(turnId);
      }
      const options = { graph, sealer, directory: house.directory, chain: house.chain };
      const verifying = () => verifyAudit({ ...options, only: (name) => name === `session/${now.sessionId}` });
      const { findings, counts } = await verifying();
      assert.deepEqual(findings, []);
      assert.ok(counts.entries >= told.length);
      await graph.run(
        `MATCH (:Turn {sessionId: $sessionId, turnId: $turnId})-[:AUDITED_BY]->(a)
         SET a.entry = replace(a.entry, '"kind":"help"', '"kind":"story"')`,
        { sessionId: now.sessionId, turnId: told[4] },
      );
      assert.deepEqual(
        (await verifying()).findings.map(({ what }) => what),
        ['changed'],
      );
      await played.composition.rooms.world.erase([now.sessionId]);
    } finally {
      await played.close();
    }
  });

  it('finds nothing wrong with chains that grow while they are read', async () => {
    let growing = true;
    const grow = (async () => {
      for (let i = 7; growing; i += 1) {
        await house.fill(writer, 1, i);
        await house.takeTurn(sessionId, i);
      }
    })();
    for (let i = 0; i < 5; i += 1) {
      await anchor();
      assert.deepEqual(await house.findings(), []);
    }
    growing = false;
    await grow;
  });

  describe('finds what was done to a writer, when', () => {
    const record = 'MATCH (r:AuditRecord {writer: $writer, n: $n})';
    const cases: [string, string[], string[]][] = [
      ['an entry was changed', [`${record} SET r.entry = replace(r.entry, 'case.note', 'case.none')`], ['changed 3']],
      ['its time was changed', [`${record} SET r.at = 0`], ['changed 3']],
      ['its id was changed', [`${record} SET r.id = 'another'`], ['changed 3']],
      ['its head was changed', [`${record} SET r.head = 'f'`], ['changed 3']],
      ['its head was taken away', [`${record} REMOVE r.head`], ['changed 3']],
      ['an entry was removed', [`${record} DELETE r`], ['removed 3']],
      [
        'an entry was removed and the numbers closed up',
        [
          `${record} DELETE r`,
          'UNWIND [4, 5, 6] AS n MATCH (r:AuditRecord {writer: $writer, n: n}) SET r.n = n - 1',
          'MATCH (w:AuditWriter {writer: $writer}) SET w.count = 5',
        ],
        ['removed 3', 'reordered 4', 'reordered 5', 'reordered 6'],
      ],
      [
        'two entries were exchanged',
        [
          `${record} SET r.n = 99`,
          'MATCH (r:AuditRecord {writer: $writer, n: 5}) SET r.n = 3',
          'MATCH (r:AuditRecord {writer: $writer, n: 99}) SET r.n = 5',
        ],
        ['reordered 3', 'reordered 5'],
      ],
      [
        'the words of two entries were exchanged',
        [
          `${record} MATCH (o:AuditRecord {writer: $writer, n: 5}) WITH r, o, r.entry AS mine SET r.entry = o.entry, o.entry = mine`,
        ],
        ['reordered 3', 'reordered 5'],
      ],
      ['its last entry was cut off', ['MATCH (r:AuditRecord {writer: $writer, n: 6}) DELETE r'], ['tail_cut 6']],
      ['all of its entries were cut off', ['MATCH (r:AuditRecord {writer: $writer}) DELETE r'], ['tail_cut 1']],
      [
        "the writer's head was changed",
        ["MATCH (w:AuditWriter {writer: $writer}) SET w.head = 'f'"],
        ['head_differs 6'],
      ],
      [
        "the writer's head was set back",
        [
          'MATCH (w:AuditWriter {writer: $writer}), (r:AuditRecord {writer: $writer, n: 4}) SET w.head = r.head, w.count = 4',
        ],
        ['head_differs 4'],
      ],
    ];
    for (const [what, statements, expected] of cases) {
      it(what, async () => {
        for (const statement of statements) await house.run(statement, { writer, n: 3 });
        assert.deepEqual(
          await house.findings(),
          expected.map((line) => `${writer} ${line}`),
        );
      });
    }
  });

  describe('finds what was done to a session, when', () => {
    const entry = 'MATCH (a:AuditEntry {sessionId: $sessionId, turnSeq: $n})';
    const cases: [string, string[], string[]][] = [
      ['an entry was changed', [`${entry} SET a.entry = replace(a.entry, 'none', 'high')`], ['changed 3']],
      ['an entry was removed', [`${entry} DETACH DELETE a`], ['removed 3']],
      [
        'two entries were removed',
        [`${entry} DETACH DELETE a`, 'MATCH (a:AuditEntry {sessionId: $sessionId, turnSeq: 4}) DETACH DELETE a'],
        ['removed 3'],
      ],
      [
        'two entries were exchanged',
        [`${entry} MATCH (o:AuditEntry {sessionId: $sessionId, turnSeq: 4}) SET a.turnSeq = 4, o.turnSeq = 3`],
        ['reordered 3', 'reordered 4'],
      ],
      [
        'its last entries were cut off',
        ['MATCH (a:AuditEntry {sessionId: $sessionId}) WHERE a.turnSeq > 4 DETACH DELETE a'],
        ['tail_cut 5'],
      ],
      [
        'its end was cut off and the head set back, while its turns are still there',
        [
          'MATCH (s:Session {sessionId: $sessionId}), (a:AuditEntry {sessionId: $sessionId, turnSeq: 4}) SET s.auditHead = a.head',
          'MATCH (a:AuditEntry {sessionId: $sessionId}) WHERE a.turnSeq > 4 DETACH DELETE a',
        ],
        ['tail_cut 5'],
      ],
      ['its head was changed', ["MATCH (s:Session {sessionId: $sessionId}) SET s.auditHead = 'f'"], ['head_differs 6']],
    ];
    for (const [what, statements, expected] of cases) {
      it(what, async () => {
        for (const statement of statements) await house.run(statement, { sessionId, n: 3 });
        assert.deepEqual(
          await house.findings(),
          expected.map((line) => `${session} ${line}`),
        );
      });
    }
  });

  describe('finds by what was anchored', () => {
    const cutWriter = async (): Promise<void> => {
      await house.run(
        `MATCH (w:AuditWriter {writer: $writer}), (r:AuditRecord {writer: $writer, n: 4}) SET w.head = r.head, w.count = 4`,
        { writer },
      );
      await house.run('MATCH (r:AuditRecord {writer: $writer}) WHERE r.n > 4 DELETE r', { writer });
    };

    it('a tail that was cut and made to fit', async () => {
      await anchor();
      await cutWriter();
      assert.deepEqual(await house.findings(), [`${writer} tail_cut 5`]);
    });

    it('a tail that was cut, made to fit, and written over since', async () => {
      await anchor();
      await cutWriter();
      await house.run('MATCH (w:AuditWriter {writer: $writer}) SET w.changedAt = 0', { writer });
      await house.fill(writer, 4, 20);
      assert.deepEqual(await house.findings(), [`${writer} head_differs 6`]);
    });

    it("a session's tail that was cut with its turns and made to fit", async () => {
      await anchor();
      await house.run(
        'MATCH (s:Session {sessionId: $sessionId}), (a:AuditEntry {sessionId: $sessionId, turnSeq: 4}) SET s.auditHead = a.head',
        { sessionId },
      );
      for (const label of ['AuditEntry', 'Turn']) {
        await house.run(`MATCH (a:${label} {sessionId: $sessionId}) WHERE a.turnSeq > 4 DETACH DELETE a`, {
          sessionId,
        });
      }
      assert.deepEqual(await house.findings(), [`${session} tail_cut 5`]);
    });

    it('a writer that was dropped as a whole', async () => {
      await anchor();
      await house.run('MATCH (n {writer: $writer}) DETACH DELETE n', { writer });
      assert.deepEqual(await house.findings(), [`${writer} writer_missing null`]);
    });

    it('a session that was dropped as a whole, and not one that was erased by right', async () => {
      const erased = await house.play(2);
      await anchor();
      await recordErased(house, [erased], Date.now());
      await recordErased(house, [erased], Date.now());
      await house.world.erase([sessionId, erased]);
      assert.deepEqual(await house.findings(), [`${session} writer_missing null`]);
    });

    it('a session whose erasure was only pretended', async () => {
      const erased = await house.play(1);
      await anchor();
      await recordErased(house, [erased], Date.now());
      await house.world.erase([sessionId, erased]);
      // The record of the one, under the id that the other would have.
      const id = `erased/${await house.sealer.hash('organisation', `erased session\n${sessionId}`)}`;
      const own = `erased/${await house.sealer.hash('organisation', `erased session\n${erased}`)}`;
      await house.run("MATCH (r:AuditRecord {writer: 'erasure', id: $own}) SET r.id = $id", { own, id });
      assert.deepEqual(
        (await house.findings()).sort(),
        [`${session} writer_missing null`, `session/${erased} writer_missing null`].sort(),
      );
      await house.run("MATCH (r:AuditRecord {writer: 'erasure', id: $id}) SET r.id = $own", { own, id });
    });
  });

  it('reads 10,000 entries in a reasonable time', async () => {
    const long = `${house.prefix}/long`;
    const head = async (previousHead: string, entry: string) =>
      house.sealer.hash('organisation', `${previousHead}\n${entry}`);
    const records: Record<string, unknown>[] = [];
    let previousHead = '';
    for (let n = 1; n <= 10_000; n += 1) {
      const entry = JSON.stringify({ act: 'access.case', at: n, id: `${n}`, n, writer: long });
      const record = { writer: long, n, id: `${n}`, at: n, entry, previousHead, head: await head(previousHead, entry) };
      records.push(record);
      previousHead = record.head;
    }
    for (let i = 0; i < records.length; i += 1_000) {
      await house.run('UNWIND $given.rows AS row CREATE (r:AuditRecord) SET r = row', {
        given: { rows: records.slice(i, i + 1_000) },
      });
    }
    await house.run('CREATE (w:AuditWriter {writer: $long, head: $head, count: 10000, changedAt: timestamp()})', {
      long,
      head: previousHead,
    });
    const from = performance.now();
    const { findings, counts } = await house.verify();
    const ms = Math.round(performance.now() - from);
    assert.deepEqual(findings, []);
    assert.ok(counts.entries >= 10_000);
    assert.ok(ms < 30_000, `${ms} ms`);
    console.log(`      10,000 entries in ${ms} ms`);
    await house.run('MATCH (r:AuditRecord {writer: $long, n: 7777}) DELETE r', { long });
    assert.deepEqual(await house.findings(), [`${long} removed 7777`]);
  });
});
