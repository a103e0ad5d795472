import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/ground/paths.ts';
import { run } from '../../src/cli/ground/run.ts';
import { type AuditHouse, openAuditHouse } from './audit-house.ts';

describe('tta audit', function () {
  this.timeout(120_000);
  let house: AuditHouse;
  let writer: string;
  before(async () => {
    house = await openAuditHouse();
    writer = `${house.prefix}/config`;
    await house.fill(writer, 4);
  });
  after(() => house.close());

  const tta = (...args: string[]): Promise<{ code: number | null; output: string }> =>
    run(process.execPath, [join(ROOT, 'bin', 'tta.mjs'), 'audit', ...args, '--state', house.state], {
      env: { ...process.env, TTA_TOKEN_KEYS: house.ring, TTA_DATA_KEYS: house.ring },
      timeoutMs: 60_000,
    });
  const verify = () => tta('verify', '--writer', house.prefix);

  it('says that nothing was anchored, anchors, and finds the trail sound', async () => {
    const before = await verify();
    assert.equal(before.code, 0, before.output);
    assert.match(before.output, /Nothing was ever anchored here/);
    const anchored = await tta('anchor');
    assert.equal(anchored.code, 0, anchored.output);
    assert.match(anchored.output, /chains anchored; line \d+ ends with [0-9a-f]{64}/);
    const after = await verify();
    assert.equal(after.code, 0, after.output);
    assert.match(after.output, /4 entries in the chains of 0 sessions and 1 other writers/);
    assert.match(after.output, /The audit trail is sound/);
  });

  it('exports the records of a span of time as JSON lines', async () => {
    const from = new Date(1_700_000_000_003).toISOString();
    const { code, output } = await tta('export', '--writer', house.prefix, '--from', from);
    assert.equal(code, 0, output);
    const records = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      records.map((record) => record.number),
      [3, 4],
    );
    assert.equal(records[1].previousHead, records[0].head);
    const wrong = await tta('export', '--from', 'yesterday');
    assert.equal(wrong.code, 1);
    assert.match(wrong.output, /--from is no time/);
  });

  it('prints what it finds and ends with 1', async () => {
    await house.run("MATCH (r:AuditRecord {writer: $writer, n: 2}) SET r.entry = replace(r.entry, 'note', 'none')", {
      writer,
    });
    await house.run('MATCH (r:AuditRecord {writer: $writer, n: 4}) DELETE r', { writer });
    const { code, output } = await verify();
    assert.equal(code, 1);
    assert.ok(output.includes(`${writer}: entry 2 was changed after it was written (changed)`), output);
    assert.ok(output.includes(`${writer}: entry 4 and all after it are missing (tail_cut)`), output);
    assert.match(output, /2 findings/);
  });

  it('ends with one sentence when the graph does not answer', async () => {
    const { code, output } = await run(
      process.execPath,
      [join(ROOT, 'bin', 'tta.mjs'), 'audit', 'verify', '--state', house.state],
      {
        env: { ...process.env, TTA_TOKEN_KEYS: house.ring, TTA_DATA_KEYS: house.ring, NEO4J_URL: 'bolt://127.0.0.1:9' },
        timeoutMs: 60_000,
      },
    );
    assert.equal(code, 1);
    assert.match(output, /Neo4j.* does not answer/);
  });
});
