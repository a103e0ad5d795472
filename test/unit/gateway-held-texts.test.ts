// Texts that nothing could read are read late, whatever happens to the process meanwhile; so is evidence that waits.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { CaseEvidence } from '../../src/domain/session.ts';
import { CLEAR_VERDICT, type Verdict } from '../../src/domain/verdict.ts';
import type { Alerts } from '../../src/gateway/alerts.ts';
import { createHeldTexts, type HeldTexts } from '../../src/gateway/held-texts.ts';
import { createLineFile, type Taken } from '../../src/gateway/line-file.ts';
import { createOutbox, type Outbox } from '../../src/gateway/outbox.ts';
import { createFileKeyStore, createSealer, type FileKeyStore, parseKeyRing } from '../../src/privacy/index.ts';

const KILLED = fileURLToPath(new URL('gateway-killed.ts', import.meta.url));
const player = 'a'.repeat(16);
const sessionId = `${player}-${'b'.repeat(16)}`;
const DANGER: Verdict = {
  ...{ level: 'critical', category: 'suicide', crisis: true, blocked: false, response: 'hold' },
  ...{ reasons: ['suicide.intent'], screen: 'rules' },
};
const UNREADABLE: Verdict = { ...CLEAR_VERDICT, screen: 'unreadable' };

describe('a text that nothing could read', () => {
  let dir: string;
  let ring: string;
  let keys: FileKeyStore;
  let verdict: Verdict;
  let told: CaseEvidence[];
  let alerted: string[];
  let caseTakes: boolean;
  let outbox: Outbox;
  let held: HeldTexts;

  const file = (name: string): Promise<string> => readFile(join(dir, name), 'utf8').catch(() => '');
  const lines = async (name: string): Promise<number> => (await file(name)).split('\n').filter(Boolean).length;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tta-held-'));
    ring = `test:${randomBytes(32).toString('base64url')}`;
    keys = createFileKeyStore({ dir: join(dir, 'keys'), dataKeys: parseKeyRing(ring) });
    verdict = UNREADABLE;
    told = [];
    alerted = [];
    caseTakes = true;
    const sealer = createSealer(keys);
    const alerts: Alerts = { alert: async (code) => void alerted.push(code) };
    const deliver = async (evidence: CaseEvidence): Promise<void> => {
      if (!caseTakes) throw new Error('no case takes it');
      told.push(evidence);
    };
    outbox = createOutbox({ file: join(dir, 'outbox.txt'), sealer, deliver, alerts });
    const safety = { screenPlayerText: () => verdict };
    held = createHeldTexts({ file: join(dir, 'held.txt'), sealer, keys, safety, outbox });
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const keep = (text: string, turnId = 'turn-1') => held.keep({ sessionId, turnId, text, at: 1_000 });

  it('waits sealed, and is gone once it was read and there was no danger in it', async () => {
    await keep('plain words');
    assert.ok(!(await file('held.txt')).includes('plain'));
    assert.equal(await held.drain(), 1);
    verdict = CLEAR_VERDICT;
    assert.equal(await held.drain(), 0);
    assert.deepEqual([await outbox.drain(), told], [0, []]);
  });

  it('opens a late case when danger was in it, with the time at which it was written', async () => {
    await keep('a farewell');
    verdict = DANGER;
    assert.equal(await held.drain(), 0);
    await outbox.drain();
    const expected = { sessionId, turnId: 'turn-1', kind: 'suicide', level: 'critical', origin: 'late', at: 1_000 };
    assert.deepEqual({ ...told[0], ...expected }, told[0]);
    assert.equal(told.length, 1);
  });

  it('goes with the player who is erased before it could be read', async () => {
    await keep('a farewell');
    await keys.shred(player);
    verdict = DANGER;
    assert.equal(await held.drain(), 0);
    assert.deepEqual([await outbox.drain(), told], [0, []]);
  });

  it('stays while its evidence cannot be kept', async () => {
    const failing = createHeldTexts({
      ...{ file: join(dir, 'held.txt'), sealer: createSealer(keys), keys, safety: { screenPlayerText: () => DANGER } },
      outbox: { put: () => Promise.reject(new Error('the disk is full')) },
    });
    await keep('a farewell');
    assert.equal(await failing.drain(), 1);
  });

  async function killed(how: 'keep' | 'tell'): Promise<void> {
    const child = spawn(process.execPath, ['--import=tsx', KILLED, dir, ring, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('is still there when the process is killed right after it was kept', async () => {
    await killed('keep');
    verdict = DANGER;
    assert.equal(await held.drain(), 0);
    await outbox.drain();
    assert.deepEqual(
      told.map(({ turnId, origin }) => [turnId, origin]),
      [['turn-1', 'late']],
    );
  });

  it('is told at least once, under the same turn, when the process is killed between telling and forgetting', async () => {
    await keep('a farewell');
    await killed('tell');
    assert.deepEqual([await lines('held.txt'), await lines('outbox.txt')], [1, 1]);
    verdict = DANGER;
    await held.drain();
    await outbox.drain();
    assert.deepEqual(
      told.map(({ turnId, origin, at }) => [turnId, origin, at]),
      [
        ['turn-1', 'late', 1_000],
        ['turn-1', 'late', 1_000],
      ],
      'a case counts evidence of one turn and origin once',
    );
  });

  it('written while a process died in the middle of another line is not lost with it', async () => {
    await appendFile(join(dir, 'held.txt'), `${player} v1.half-a-li`);
    await keep('a farewell');
    verdict = DANGER;
    assert.equal(await held.drain(), 0);
    assert.equal(await lines('held.txt.damaged'), 1);
    await outbox.drain();
    assert.equal(told.length, 1);
  });

  it('whose evidence waits for more than half a minute is told to the operator once, and again after the next outage', async () => {
    const wait = async () => {
      caseTakes = false;
      await outbox.put({ sessionId, turnId: 't', ...DRAWN, at: Date.now() - 31_000 });
      assert.equal(await outbox.drain(), 1);
      assert.equal(await outbox.drain(), 1);
      caseTakes = true;
      assert.equal(await outbox.drain(), 0);
    };
    await outbox.put({ sessionId, turnId: 't', ...DRAWN, at: Date.now() });
    caseTakes = false;
    await outbox.drain();
    assert.deepEqual(alerted, [], 'a moment is no outage');
    caseTakes = true;
    await outbox.drain();
    await wait();
    assert.deepEqual(alerted, ['outbox_waiting']);
    await wait();
    assert.deepEqual(alerted, ['outbox_waiting', 'outbox_waiting']);
  });
});

const DRAWN = { kind: 'suicide', level: 'high', response: 'hold', reasons: [], origin: 'screening' } as const;

describe('a file of lines', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tta-lines-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('takes a new line while an offer of the old ones is still waiting, and keeps it', async () => {
    const kept = createLineFile(join(dir, 'lines.txt'));
    await kept.append('old');
    const offered: string[] = [];
    const answers: ((taken: Taken) => void)[] = [];
    const asked = new Promise<void>((isAsked) => {
      void kept
        .offer((line) => {
          offered.push(line);
          isAsked();
          return new Promise((answer) => answers.push(answer));
        })
        .then((left) => offered.push(`${left} left`));
    });
    await asked;
    await kept.append('new');
    for (const answer of answers) answer('done');
    await kept.settled();
    assert.deepEqual(offered, ['old', '1 left']);
    await kept.offer(async (line) => {
      offered.push(line);
      return 'done';
    });
    assert.deepEqual(offered.slice(2), ['new']);
  });

  it('keeps what is to wait, in order, over many offers', async () => {
    const kept = createLineFile(join(dir, 'lines.txt'));
    for (const line of ['a', 'b', 'c']) await kept.append(line);
    assert.equal(await kept.offer(async (line) => (line === 'b' ? 'done' : 'wait')), 2);
    const seen: string[] = [];
    await kept.offer(async (line) => {
      seen.push(line);
      return 'wait';
    });
    assert.deepEqual(seen, ['a', 'c']);
  });
});
