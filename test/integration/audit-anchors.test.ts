import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { until } from '../support/until.ts';
import { type AuditHouse, openAuditHouse } from './audit-house.ts';
import { openWorld, turn } from './world-helpers.ts';

interface Line {
  line: number;
  at: number;
  end: boolean;
  writers: { writer: string; head: string; count: number }[];
  previous: string;
  hmac: string;
}

describe('the anchors of the audit trail', function () {
  this.timeout(60_000);
  let house: AuditHouse;
  let writer: string;
  beforeEach(async () => {
    house = await openAuditHouse();
    writer = `${house.prefix}/gateway`;
    await house.fill(writer, 2);
  });
  afterEach(() => house.close());

  const texts = async (): Promise<string[]> => (await readFile(house.file, 'utf8')).trimEnd().split('\n');
  // The file is our own.
  const lines = async (): Promise<Line[]> => (await texts()).map((text) => JSON.parse(text) as Line);
  const rewrite = (kept: readonly string[]): Promise<void> =>
    writeFile(house.file, kept.map((text) => `${text}\n`).join(''));
  /** Three hours, in each of which something happened. */
  async function threeHours(): Promise<void> {
    const anchors = house.createTestAnchors();
    for (let i = 0; i < 3; i += 1) {
      await house.fill(writer, 1, 10 + i);
      await anchors.anchor();
    }
  }

  it('say where each chain ended and how long it was, each line sealed with the one before', async () => {
    const sessionId = await house.play(3);
    const report = await house.createTestAnchors().anchor();
    const [first, second] = await lines();
    assert.equal(second?.previous, first?.hmac);
    assert.equal(second?.hmac, report.hmac);
    assert.equal(second?.end, true);
    const counts = second?.writers.map((end) => [end.writer, end.count]);
    assert.deepEqual(counts, [
      [writer, 2],
      [`session/${sessionId}`, 3],
    ]);
    assert.deepEqual(house.logged, [{ line: 2, hmac: report.hmac, writers: 2 }]);
    assert.deepEqual(house.alerts, []);
  });

  it('name only what has changed since the last time', async () => {
    const old = `${house.prefix}/old`;
    await house.fill(old, 1);
    const sessionId = await house.play(2);
    const anchors = house.createTestAnchors();
    await anchors.anchor();
    // As if the first had been an hour ago: what has not changed since lies before the overlap.
    await house.run('MATCH (w:AuditWriter {writer: $old}) SET w.changedAt = timestamp() - 3600000', { old });
    await house.fill(writer, 1, 3);
    await anchors.anchor();
    const last = (await lines()).at(-1);
    assert.deepEqual(
      last?.writers.map((end) => [end.writer, end.count]).sort(),
      [
        [house.chain, 1],
        [writer, 3],
      ].sort(),
    );
    assert.ok(!JSON.stringify(last).includes(sessionId));
    assert.deepEqual(await house.findings(), []);
  });

  it('leave out the worlds that warm a graph up, which come and go', async () => {
    const sessionId = `${'0'.repeat(16)}-${randomBytes(8).toString('hex')}`;
    house.sessions.add(sessionId);
    await openWorld(house.world, sessionId);
    await house.world.commitTurn(turn(sessionId, 1));
    await house.createTestAnchors().anchor();
    assert.ok(!(await texts()).join().includes(sessionId));
    assert.equal((await house.verify()).counts.sessions, 0);
  });

  it('are written in lines of at most a thousand chains', async () => {
    await house.run(
      `UNWIND range(1, 2300) AS i CREATE (:AuditWriter {writer: $prefix + '/many-' + i, head: '', count: 0, changedAt: timestamp()})`,
    );
    const { writers } = await house.createTestAnchors().anchor();
    assert.equal(writers, 2301);
    assert.deepEqual(
      (await lines()).map((line) => [line.writers.length, line.end]),
      [
        [0, false],
        [1000, false],
        [1000, false],
        [301, true],
      ],
    );
    const { findings, counts } = await house.verify();
    assert.deepEqual(findings, []);
    assert.equal(counts.anchored, 2301);
  });

  it('are written by two processes in turn, never by both at once', async () => {
    const processes = [house.createTestAnchors(), house.createTestAnchors(), house.createTestAnchors()];
    const results = await Promise.allSettled(processes.map((anchors) => anchors.anchor()));
    const done = results.filter(({ status }) => status === 'fulfilled');
    assert.ok(done.length >= 1);
    assert.equal((await lines()).length, 1 + done.length);
    assert.deepEqual(await house.findings(), []);
    await processes[2]?.anchor();
    assert.deepEqual(await house.findings(), []);
  });

  it('are written when the process starts and the last time is long ago, and from then on by themselves', async () => {
    const anchors = house.createTestAnchors({ everyMs: 300 });
    anchors.start();
    await until(
      'three runs are written',
      async () => (await lines().catch(() => [])).filter(({ end }) => end).length >= 3,
    );
    await anchors.stop();
    const written = (await texts()).length;
    const later = house.createTestAnchors();
    later.start();
    await later.stop();
    assert.equal((await texts()).length, written);
    assert.deepEqual(await house.findings(), []);
  });

  it('go on after a line that a power failure cut short', async () => {
    await threeHours();
    await appendFile(house.file, '{"file":"ab","line":5,"wri');
    assert.deepEqual(await house.findings(), []);
    await house.createTestAnchors().anchor();
    assert.deepEqual(await house.findings(), []);
    assert.equal((await lines()).length, 5);
    assert.deepEqual(house.alerts, []);
  });

  it('are remembered by the graph also when the process died before it could tell it', async () => {
    await threeHours();
    await house.run('MATCH (r:AuditRecord {writer: $chain, n: 3}) DELETE r');
    await house.run(
      'MATCH (w:AuditWriter {writer: $chain}), (r:AuditRecord {writer: $chain, n: 2}) SET w.head = r.head, w.count = 2',
    );
    await house.createTestAnchors().anchor();
    assert.deepEqual(await house.findings(), []);
    assert.deepEqual(house.alerts, []);
    await rewrite((await texts()).slice(0, 3));
    assert.deepEqual(await house.findings(), ['anchors.jsonl tail_cut 4']);
  });

  it('are found out when a line was edited', async () => {
    await threeHours();
    const kept = await texts();
    await rewrite(kept.map((text, i) => (i === 2 ? text.replace('"count":4', '"count":3') : text)));
    assert.deepEqual(await house.findings(), ['anchors.jsonl changed 3']);
    await rewrite(kept.map((text, i) => (i === 2 ? 'rubbish' : text)));
    assert.deepEqual((await house.findings())[0], 'anchors.jsonl changed 3');
  });

  it('are found out when a line was taken out, or two were exchanged', async () => {
    await threeHours();
    const [one = '', two = '', three = '', four = ''] = await texts();
    await rewrite([one, two, four]);
    assert.deepEqual(await house.findings(), ['anchors.jsonl removed 3']);
    await rewrite([one, three, two, four]);
    assert.deepEqual(await house.findings(), ['anchors.jsonl reordered 2']);
  });

  it('are found out when the end was cut off, at once and after others were written over it', async () => {
    await threeHours();
    await rewrite((await texts()).slice(0, 2));
    assert.deepEqual(await house.findings(), ['anchors.jsonl tail_cut 3']);
    await house.createTestAnchors().anchor();
    assert.deepEqual(house.alerts, [{ writer: 'anchors.jsonl', what: 'tail_cut', at: 3 }]);
    assert.deepEqual(await house.findings(), ['anchors.jsonl removed 3', 'anchors.jsonl removed 4']);
  });

  it('are found out when the file is gone, also when another has taken its place', async () => {
    await threeHours();
    await rm(house.file);
    const gone = await house.findings();
    assert.match(gone.join(), /^anchors\.jsonl \w{16} writer_missing null$/);
    await house.createTestAnchors().anchor();
    assert.deepEqual(await house.findings(), gone);
  });
});
