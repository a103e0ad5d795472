import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  acknowledgedBy,
  contacted,
  openedCase,
  paged,
  resolved,
  withDelivery,
  withEvidence,
} from '../../src/domain/case-rules.ts';
import type { CaseEntry, CrisisCase } from '../../src/domain/crisis-case.ts';
import type { CaseEvidence } from '../../src/domain/session.ts';
import { createCaseRecords, createDisclosures, createSafetyReport } from '../../src/people/index.ts';
import type { CaseRecords, Disclosures } from '../../src/people/types.ts';
import { createFileKeyStore, createSealer, parseKeyRing } from '../../src/privacy/index.ts';
import { connectGraph } from '../../src/world/index.ts';

const graph = connectGraph({
  url: process.env.NEO4J_URL ?? 'bolt://127.0.0.1:17687',
  user: process.env.NEO4J_USER,
  password: process.env.NEO4J_PASSWORD,
});
const player = (): string => randomBytes(8).toString('hex');

function evidence(caseId: string, level: CaseEvidence['level'], at: number): CaseEvidence {
  return {
    sessionId: `${caseId}-00000000000000aa`,
    turnId: `turn-${at}`,
    kind: 'selfharm',
    level,
    response: 'hold',
    reasons: ['selfharm.plan.2'],
    at,
    origin: 'screening',
  };
}

describe('the records of crisis cases', () => {
  let dir: string;
  let records: CaseRecords;
  let disclosures: Disclosures;
  const written: string[] = [];
  const told = player();
  const opened = (level: CaseEvidence['level'], at: number, caseId = player()): CrisisCase => {
    written.push(caseId);
    return openedCase(caseId, evidence(caseId, level, at));
  };

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'cases-'));
    const keys = createFileKeyStore({ dir, dataKeys: parseKeyRing(`k1:${randomBytes(32).toString('base64url')}`) });
    const sealer = createSealer(keys);
    records = createCaseRecords(graph, sealer);
    disclosures = createDisclosures({ graph, sealer });
    await keys.ensurePlayer(told);
  });
  // Sealed under this test's key: left behind they would be in the list of whoever uses the same graph.
  afterEach(async () => {
    await graph.run('MATCH (c:CrisisCase|CaseEntry) WHERE c.caseId IN $written DELETE c', { written });
    await graph.run('MATCH (d:Disclosure {player: $told}) DELETE d', { told });
  });
  after(async () => {
    await graph.close();
    await rm(dir, { recursive: true });
  });

  it('give back a case as its workflow had it', async () => {
    const first = opened('high', 1_000);
    const raised = acknowledgedBy(
      withDelivery(paged(withEvidence(first, evidence(first.caseId, 'critical', 2_000), 2_000), 'dr-lee', 9_000), {
        id: 'n/console/0',
        code: 'case_raised',
        displayName: 'Dr. Lee',
        subject: 'dr-lee',
        channel: 'console',
        state: 'accepted',
        at: 2_001,
        attempts: 1,
      }),
      { subject: 'dr-ruiz', displayName: 'Dr. Ruiz' },
      3_000,
    );
    for (const found of [first, { ...raised, version: 3 }]) {
      await records.save(found);
      assert.deepEqual(await records.get(found.caseId), found);
    }
    assert.equal(await records.get(player()), null);
  });

  it('never put an older version over a newer one, in whatever order they come', async () => {
    const first = opened('high', 1_000);
    const versions = Array.from(
      { length: 40 },
      (_, i): CrisisCase => ({ ...first, version: i + 1, acknowledgeBy: 1_000 + i }),
    );
    await records.save(first);
    await Promise.all(versions.toReversed().map((found) => records.save(found)));
    assert.equal((await records.get(first.caseId))?.version, 40);
    assert.equal((await records.get(first.caseId))?.acknowledgeBy, 1_039);
  });

  it('keep a player’s earlier cases beside the new one', async () => {
    const first = opened('high', 1_000);
    await records.save({ ...first, status: 'resolved', resolvedAt: 5_000, disposition: 'safe', version: 9 });
    const second = { ...opened('moderate', 9_000, first.caseId), number: 2 };
    await records.save(second);
    assert.deepEqual(await records.get(first.caseId), second);
    const [count] = await graph.run('MATCH (c:CrisisCase {caseId: $caseId}) RETURN count(c) AS n', {
      caseId: first.caseId,
    });
    assert.deepEqual(count, { n: 2 });
  });

  it('list what is open, nearest deadline first, and leave out what is resolved', async () => {
    const hour = 3_600_000;
    const moderate = opened('moderate', 1 * hour);
    const critical = opened('critical', 1 * hour + 1);
    const acknowledged = acknowledgedBy(opened('high', 1), { subject: 'dr', displayName: 'Dr.' }, 2);
    const resolved: CrisisCase = { ...opened('critical', 3), status: 'resolved', resolvedAt: 4, disposition: 'safe' };
    const reached = contacted(acknowledgedBy(opened('critical', 1), { subject: 'dr', displayName: 'Dr.' }, 2), 3);
    for (const found of [reached, moderate, critical, acknowledged, resolved]) await records.save(found);
    const open = (await ours({ status: 'open' })).map((found) => found.caseId);
    assert.deepEqual(open, [critical.caseId, moderate.caseId, acknowledged.caseId, reached.caseId]);
    assert.deepEqual((await ours({})).map((found) => found.caseId).at(-1), resolved.caseId);
    const later: CrisisCase = { ...opened('high', 5), status: 'resolved', resolvedAt: 6, disposition: 'safe' };
    await records.save(later);
    const closed = (await ours({ status: 'resolved' })).map((found) => found.caseId);
    assert.deepEqual(closed, [later.caseId, resolved.caseId]);
  });

  it('still list a case whose facts cannot be opened, as the gravest kind', async () => {
    const found = opened('high', 1);
    await records.save(found);
    await graph.run("MATCH (c:CrisisCase {caseId: $caseId}) SET c.sealedFacts = 'v1.damaged'", {
      caseId: found.caseId,
    });
    const [shown] = await ours({ status: 'open' });
    assert.deepEqual(shown, { ...found, kind: 'suicide', evidence: [] });
  });

  it('show in the graph neither why a case is open nor who holds it', async () => {
    const found = acknowledgedBy(opened('high', 1_000), { subject: 'dr-ruiz', displayName: 'Dr. Ruiz' }, 2_000);
    await records.save(found);
    const stored = JSON.stringify(
      await graph.run('MATCH (c:CrisisCase {caseId: $caseId}) RETURN properties(c) AS all', { caseId: found.caseId }),
    );
    for (const secret of ['selfharm', 'plan', 'ruiz', 'Ruiz']) assert.equal(stored.includes(secret), false);
  });

  it('list what was routed to somebody beside the cases of their players, and drills with them', async () => {
    const theirs = opened('high', 1);
    const routed = paged({ ...opened('high', 2), drill: true }, 'dr-lee', 9_000);
    const other = opened('high', 3);
    for (const found of [theirs, routed, other]) await records.save(found);
    const seen = await records.list({ status: 'open', players: [theirs.caseId], routedTo: 'dr-lee' });
    assert.deepEqual(seen.map(({ caseId }) => caseId).sort(), [theirs.caseId, routed.caseId].sort());
    assert.equal((await records.list({ players: [], routedTo: `nobody ${routed.caseId}` })).length, 0);
  });

  it('keep notes and messages once each, in order, and nothing of them in the clear', async () => {
    const found = opened('high', 1);
    const entry = (id: string, at: number, number = 1): CaseEntry => ({
      id: `${found.caseId}-${id}`,
      caseId: found.caseId,
      number,
      kind: 'note',
      from: { role: 'clinician', displayName: 'Dr. Ruiz' },
      text: `the lighthouse ${id}`,
      at,
    });
    const entries = [entry('b', 2), entry('a', 1), entry('next', 3, 2)];
    for (const one of [...entries, entry('a', 1)]) await records.keepEntry(one);
    await records.keepEntry({ ...entry('a', 1), text: 'another text under the same id' });
    assert.deepEqual(await records.entries(found.caseId, 1), [entry('a', 1), entry('b', 2)]);
    const stored = JSON.stringify(
      await graph.run('MATCH (e:CaseEntry {caseId: $caseId}) RETURN properties(e) AS all', { caseId: found.caseId }),
    );
    for (const secret of ['lighthouse', 'Ruiz']) assert.equal(stored.includes(secret), false);
  });

  it('tell a player who was told what, newest first, with the reason that was given', async () => {
    const base = { player: told, sessionId: null, who: 'Dr. Ruiz' };
    const glass = { ...base, id: `${told}/2`, at: 2, what: 'break_glass', reason: 'Called by her school.' } as const;
    const session = { ...base, id: `${told}/3`, at: 3, what: 'wrote', sessionId: `${told}-1` } as const;
    for (const one of [{ ...base, id: `${told}/1`, at: 1, what: 'notified' } as const, glass, session, session])
      await disclosures.add(one);
    assert.deepEqual(
      (await disclosures.of(told)).map(({ what }) => what),
      ['wrote', 'break_glass', 'notified'],
    );
    assert.deepEqual(
      (await disclosures.of(told, `${told}-2`)).map(({ what }) => what),
      ['break_glass', 'notified'],
    );
    assert.deepEqual((await disclosures.of(told))[1], glass);
    const stored = JSON.stringify(await graph.run('MATCH (d:Disclosure {player: $told}) RETURN d', { told }));
    assert.equal(stored.includes('school'), false);
  });

  it('are counted for the supervisor: by kind and level, in time, false alarms, load; no drills', async () => {
    // A span of the distant past, where nobody else's cases are.
    const from = Math.floor(Math.random() * 1e10) + 1e10;
    const minute = 60_000;
    const ruiz = { subject: 'dr-ruiz', displayName: 'Dr. Ruiz' };
    const at = (level: CaseEvidence['level'], after: number) => opened(level, from + after * minute);
    const inTime = acknowledgedBy(at('high', 0), ruiz, from + 10 * minute);
    const late = acknowledgedBy(at('critical', 1), ruiz, from + 9 * minute);
    const night = {
      ...at('moderate', 2),
      coverage: { mode: 'hours', open: false, opensAt: from + 100 * minute } as const,
    };
    const morning = acknowledgedBy(night, { subject: 'dr-lee', displayName: 'Dr. Lee' }, from + 130 * minute);
    const saved: CrisisCase[] = [
      resolved(inTime, 'false_alarm', from + 20 * minute),
      resolved(late, 'safe', from + 20 * minute),
      morning,
      { ...at('high', 3), status: 'unanswered' },
      { ...at('critical', 4), drill: true },
    ];
    for (const found of saved) await records.save(found);
    const report = await createSafetyReport({ graph, records, describe: () => null }).between(
      from,
      from + 200 * minute,
    );
    assert.deepEqual(report.cases, {
      opened: 4,
      open: 2,
      byKind: { selfharm: 4 },
      byLevel: { high: 2, critical: 1, moderate: 1 },
      byDisposition: { false_alarm: 1, safe: 1 },
      falseAlarmShare: 0.5,
    });
    assert.deepEqual(report.acknowledge, {
      p50Ms: 10 * minute,
      p90Ms: 30 * minute,
      inTimeShare: 0.5,
      unanswered: 1,
    });
    assert.deepEqual(report.load, [
      { displayName: 'Dr. Lee', held: 1, resolved: 0 },
      { displayName: 'Dr. Ruiz', held: 0, resolved: 2 },
    ]);
  });

  it('stand beside what was blocked: rules with their reasons, and sessions to look at', async () => {
    const from = Math.floor(Math.random() * 1e10) + 1e10;
    const sessionId = `${told}-00000000000000aa`;
    const runs = [['harm.method.1'], ['harm.method.1', 'claim.clinical.2'], [], ['avoid.theme'], ['harm.method.1']];
    await graph.run(
      `UNWIND range(0, size($given.runs) - 1) AS i
       CREATE (t:Turn {sessionId: $given.sessionId, turnId: $given.sessionId + '/' + i, at: $given.from + i})
       CREATE (t)-[:HAS_RUN]->(:AgentRun {sessionId: $given.sessionId, findings: split($given.runs[i], ' ')})`,
      { given: { runs: runs.map((findings) => findings.join(' ')), sessionId, from } },
    );
    // Split makes one empty finding out of none.
    await graph.run(
      "MATCH (:Turn {sessionId: $sessionId})-[:HAS_RUN]->(r) SET r.findings = [f IN r.findings WHERE f <> '']",
      { sessionId },
    );
    try {
      const describe = (rule: string) =>
        rule === 'harm.method.1' ? { rationale: 'No method is told.', alternative: null } : null;
      const report = await createSafetyReport({ graph, records, describe }).between(from, from + 100);
      assert.deepEqual(report.blockedByRule, [
        { rule: 'harm.method.1', rationale: 'No method is told.', alternative: null, times: 3 },
        { rule: 'claim.clinical.2', rationale: null, alternative: null, times: 1 },
      ]);
      assert.deepEqual(report.reviews, [
        { sessionId, blocked: 3, rules: ['claim.clinical.2', 'harm.method.1'], lastAt: from + 4 },
      ]);
    } finally {
      await graph.run('MATCH (t:Turn {sessionId: $sessionId})-[:HAS_RUN]->(r) DETACH DELETE t, r', { sessionId });
    }
  });

  /** The graph may be in use by others as well: what of the list this test wrote. */
  async function ours(filter: { status?: 'open' | 'resolved' }): Promise<CrisisCase[]> {
    return (await records.list({ ...filter, limit: 5_000 })).filter((found) => written.includes(found.caseId));
  }
});
