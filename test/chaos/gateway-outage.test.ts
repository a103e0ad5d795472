// When nothing works: the gateway still reads or says that it cannot, keeps what was said on disk through a kill, tells the
// operator, and makes up for it when the parts are back.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { ROOT } from '../../src/cli/ground/paths.ts';
import type { Notification } from '../../src/domain/notification.ts';
import { CRISIS, listedCase, newPlayer, person } from '../support/outside.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { type PartName, type System, startSystem } from '../support/system.ts';
import { until } from '../support/until.ts';

const PARTS: readonly PartName[] = ['temporal', 'neo4j', 'redis'];
const SECRET = 'a secret for this test alone';

describe('the gateway when all else fails', function () {
  this.timeout(300_000);
  let system: System;
  let operator: Receiver;
  let dir: string;
  const rules = () => join(dir, 'safety');

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tta-rules-'));
    await cp(join(ROOT, 'config', 'safety'), rules(), { recursive: true });
    operator = await startReceiver(SECRET);
    system = await startSystem({
      env: { TTA_SAFETY_DIR: rules(), WEBHOOK_URL: operator.url, WEBHOOK_SECRET: SECRET },
    });
  });
  after(async () => {
    await system?.stop();
    await operator?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const alerted = async (code: string, about?: string) => {
    const told = operator.received.map(({ body }) => JSON.parse(body) as Notification);
    return told.find((one) => one.code === code && (about === undefined || one.about === about));
  };
  const kept = async (name: string) =>
    (await readFile(join(system.stateDir, 'outbox', name), 'utf8')).split('\n').filter(Boolean).length;

  it('pauses a story that it cannot read, calls the operator, and opens the case late once it can', async () => {
    const player = await newPlayer(system);
    const clinician = await person(system, 'clinician');
    const file = join(rules(), 'player-suicide.yaml');
    const good = await readFile(file, 'utf8');
    await writeFile(file, 'rules: [');
    await until('the refusal of the new rules', () => alerted('rules_refused'), 20_000);
    assert.equal((await player.say('look around')).body.kind, 'story', 'the rules before stay in force');

    await system.kill('gateway');
    const first = await player.say('look around');
    assert.deepEqual([first.status, first.body.kind, first.body.retryable], [200, 'notice', true]);
    assert.ok((first.body.resources ?? []).length > 0);
    const second = await player.say(CRISIS);
    assert.equal(second.body.kind, 'notice');
    assert.notEqual(second.body.text, first.body.text);
    await until('the pause', async () => (await player.state()).status === 'paused');
    await until('the alert', () => alerted('texts_unreadable', player.sessionId), 20_000);
    assert.equal(await kept('held-texts.txt'), 2);

    await writeFile(file, good);
    const found = await listedCase(clinician, player);
    assert.deepEqual(
      found.evidence.map(({ origin, turnId, sessionId }) => [origin, turnId, sessionId]),
      [['late', second.body.turnId, player.sessionId]],
    );
    await until('an empty file', async () => (await kept('held-texts.txt')) === 0);
    assert.equal((await player.act('resume')).body.status, 'active');
  });

  it('with every server away answers help, keeps the case through a kill, tells the operator, and hands the case over', async () => {
    const player = await newPlayer(system);
    const clinician = await person(system, 'clinician');
    for (const part of PARTS) await system.parts[part].cut();
    const help = await player.say(CRISIS);
    assert.deepEqual([help.status, help.body.kind], [200, 'help']);
    assert.match(help.body.text, /could not reach|nobody has been told|no one has been told/i);
    assert.ok((help.body.resources ?? []).length > 0);
    assert.equal(await kept('crisis-evidence.jsonl'), 1);
    await system.kill('gateway');
    assert.equal((await player.say(CRISIS)).body.kind, 'help');
    for (const part of PARTS) await until(`word of ${part}`, () => alerted('part_down', part), 60_000);
    await until('word of what waits', () => alerted('outbox_waiting'), 60_000);
    for (const part of PARTS) await system.parts[part].mend();
    const evidence = await until(
      'both pieces of evidence',
      async () => {
        const found = await listedCase(clinician, player);
        return found.evidence.length === 2 && found.evidence;
        // The worker may have to come up anew.
      },
      60_000,
    );
    assert.ok(evidence.every(({ origin }) => origin === 'outbox'));
    await until('an empty outbox', async () => (await kept('crisis-evidence.jsonl')) === 0, 20_000);
    for (const part of PARTS) await until(`word that ${part} is back`, () => alerted('part_restored', part), 60_000);
    assert.ok(operator.received.every(({ genuine, body }) => genuine && !body.includes('pills')));
  });
});
