import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { AppError } from '../../src/domain/errors.ts';
import type { Notification, Recipient } from '../../src/domain/notification.ts';
import { NOTICE_CODES } from '../../src/domain/notification.ts';
import { createNotifier, createOperatorAlerts } from '../../src/people/notify/index.ts';
import { wordsFor } from '../../src/people/notify/wording.ts';
import { createLog } from '../../src/telemetry/index.ts';

const at = Date.UTC(2026, 2, 1, 7, 0);
const notification: Notification = {
  id: 'case_opened/1f2e3d4c5b6a7988/1',
  code: 'case_opened',
  about: '1f2e3d4c5b6a7988',
  level: 'critical',
  dueBy: at + 5 * 60_000,
  at,
  drill: false,
};
const hook: Recipient = { subject: null, displayName: 'Operator', channel: 'webhook', address: 'http://pager.test/x' };
const SECRET = 'a-secret-of-this-test';

describe('the words of a notification', () => {
  for (const code of NOTICE_CODES) {
    it(`say for ${code} why, about what, and what to do`, () => {
      const { subject, text } = wordsFor({ ...notification, code }, 'https://clinic.test/console');
      assert.ok(subject.length < 140 && !subject.includes('\n'), subject);
      assert.match(subject, /1f2e3d4c5b6a7988/);
      assert.match(text, /1f2e3d4c5b6a7988/);
      if (code.startsWith('case_') || code === 'player_wrote')
        assert.match(text, /acknowledge, sign in at the console/);
      else assert.doesNotMatch(text, /acknowledge/);
    });
  }

  it('give the level and the time to act in UTC', () => {
    const { subject, text } = wordsFor(notification, undefined);
    assert.match(subject, /level critical, due 2026-03-01 07:05 UTC/);
    assert.match(text, /Level: +critical\nDue by: +2026-03-01 07:05 UTC\nRaised: +2026-03-01 07:00 UTC/);
  });

  it('leave out a level or a time that there is not', () => {
    const { subject, text } = wordsFor(
      { ...notification, code: 'part_down', about: 'neo4j', level: null, dueBy: null },
      undefined,
    );
    assert.equal(subject, 'A part of the system is down: neo4j');
    assert.doesNotMatch(text, /Level|Due|null/);
  });

  it('name a drill first in subject and text', () => {
    const { subject, text } = wordsFor({ ...notification, drill: true }, undefined);
    assert.match(subject, /^DRILL: /);
    assert.match(text, /^THIS IS A DRILL/);
    assert.doesNotMatch(wordsFor(notification, undefined).text, /drill/i);
  });

  it('hold nothing of a player, whatever else is known', () => {
    const more = { ...notification, kind: 'overdose', text: 'the pills are here', displayName: 'Ann Example' };
    const { subject, text } = wordsFor(more, 'https://clinic.test');
    for (const word of ['overdose', 'pills', 'Ann']) assert.ok(!`${subject}${text}`.includes(word));
  });
});

describe('a channel that is not configured', () => {
  const notifier = createNotifier({});

  it('says which variable to set, and that trying again will not help', async () => {
    for (const [channel, variable] of [
      ['email', 'SMTP_URL'],
      ['webhook', 'WEBHOOK_SECRET'],
    ] as const) {
      await assert.rejects(notifier.send(notification, { ...hook, channel }), (error: unknown) => {
        assert.ok(error instanceof AppError && !error.retryable);
        assert.match(error.message, new RegExp(`Set ${variable}`));
        return true;
      });
    }
  });

  it('leaves the console, where the case is seen in any case', async () => {
    assert.deepEqual(notifier.channels, ['console']);
    await notifier.send(notification, { ...hook, channel: 'console', address: '' });
  });

  it('is refused at the start when its address is none, without repeating it', () => {
    for (const smtpUrl of ['hunter2 at mail', 'smtp://%zz:hunter2@mail.test']) {
      assert.throws(
        () => createNotifier({ smtpUrl }),
        (error: unknown) =>
          error instanceof AppError && /SMTP_URL/.test(error.message) && !/hunter2/.test(error.message),
      );
    }
  });
});

describe('an alert to the operator', () => {
  /** Alerts over a pager that answers with the given statuses, then 200; with what it was sent and what was logged. */
  function alerting(options: {
    start?: (notification: Notification) => Promise<void>;
    answers?: number[];
    recipients?: readonly Recipient[];
  }) {
    const { start = () => Promise.reject(new Error('Temporal is down')), answers = [], recipients = [hook] } = options;
    const paged: string[] = [];
    const lines: Record<string, unknown>[] = [];
    const to = new Writable({
      write(line, _encoding, done) {
        lines.push(JSON.parse(String(line)));
        done();
      },
    });
    const clock = { now: at };
    const pager: typeof fetch = async (_url, init) => {
      paged.push(new Headers(init?.headers).get('idempotency-key') ?? '');
      return new Response(null, { status: answers.shift() ?? 200 });
    };
    const alerts = createOperatorAlerts({
      start,
      notifier: createNotifier({ webhookSecret: SECRET, fetch: pager }),
      recipients: () => recipients,
      log: createLog('test', { to }),
      now: () => clock.now,
      pauseMs: 1,
      startWithinMs: 20,
    });
    const said = (message: string) => lines.filter(({ msg }) => msg === message);
    return { alerts, paged, lines, clock, said };
  }

  it('goes through Temporal and not also another way', async () => {
    const started: Notification[] = [];
    const { alerts, paged } = alerting({ start: async (one) => void started.push(one) });
    await alerts.alert('outbox_waiting', 'gateway', { level: 'high' });
    assert.deepEqual(started, [
      {
        id: `outbox_waiting/gateway/${Math.floor(at / 900_000)}`,
        code: 'outbox_waiting',
        about: 'gateway',
        level: 'high',
        dueBy: null,
        at,
        drill: false,
      },
    ]);
    assert.deepEqual(paged, []);
  });

  it('is sent directly when Temporal refuses it or does not answer', async () => {
    for (const start of [() => Promise.reject(new Error('down')), () => new Promise<void>(() => undefined)]) {
      const { alerts, paged, said } = alerting({ start });
      await alerts.alert('part_down', 'temporal');
      assert.deepEqual(paged, [`part_down/temporal/${Math.floor(at / 900_000)}`]);
      assert.equal(said('an alert was sent directly').length, 1);
    }
  });

  it('is raised once per code and subject in a quarter of an hour', async () => {
    const { alerts, paged, clock } = alerting({});
    await Promise.all([alerts.alert('part_down', 'neo4j'), alerts.alert('part_down', 'neo4j')]);
    await alerts.alert('part_down', 'neo4j');
    assert.equal(paged.length, 1);
    await alerts.alert('part_down', 'redis');
    await alerts.alert('part_restored', 'neo4j');
    assert.equal(paged.length, 3);
    clock.now += 15 * 60_000;
    await alerts.alert('part_down', 'neo4j');
    assert.equal(paged.length, 4);
    assert.equal(new Set(paged).size, 4);
  });

  it('is raised again for a part that fails anew after it was said to be back', async () => {
    const { alerts, paged } = alerting({});
    for (const code of ['part_down', 'part_restored', 'part_down', 'part_restored', 'part_down'] as const)
      await alerts.alert(code, 'neo4j');
    const told = paged.map((id) => id.split('/')[0]);
    // The last word is never that a part is back when it is not.
    assert.deepEqual(told, ['part_down', 'part_restored', 'part_down']);
    assert.equal(new Set(paged).size, 3);
  });

  it('is tried three times, the same by its key', async () => {
    const { alerts, paged } = alerting({ answers: [500, 503] });
    await alerts.alert('part_down', 'temporal');
    assert.equal(paged.length, 3);
    assert.equal(new Set(paged).size, 1);
  });

  it('is in the log when nobody could be told, and is raised anew the next time', async () => {
    const { alerts, paged, said } = alerting({ answers: [500, 500, 500] });
    await alerts.alert('part_down', 'temporal');
    assert.deepEqual(
      said('operator alert').map(({ level, alert, about }) => ({ level, alert, about })),
      [{ level: 50, alert: 'part_down', about: 'temporal' }],
    );
    await alerts.alert('part_down', 'temporal');
    assert.equal(paged.length, 4);
  });

  it('is not repeated where a repeat cannot help', async () => {
    const { alerts, paged } = alerting({ answers: [404] });
    await alerts.alert('part_down', 'temporal');
    assert.equal(paged.length, 1);
  });

  it('is in the log where no recipient is configured', async () => {
    const { alerts, said } = alerting({ recipients: [] });
    await alerts.alert('audit_broken', 'session chain');
    assert.equal(said('operator alert').length, 1);
  });

  it('never fails its caller', async () => {
    const alerts = createOperatorAlerts({
      start: () => Promise.reject(new Error('down')),
      notifier: createNotifier({}),
      recipients: () => {
        throw new Error('no configuration');
      },
      log: createLog('test', { level: 'silent' }),
    });
    await alerts.alert('part_down', 'temporal');
  });

  it('leaves no secret and no address in the log', async () => {
    const { alerts, lines } = alerting({
      answers: [404],
      recipients: [{ ...hook, address: 'http://user:hunter2@pager.test/T0KEN' }],
    });
    await alerts.alert('part_down', 'temporal');
    const log = JSON.stringify(lines);
    for (const word of ['hunter2', 'T0KEN', 'pager.test', SECRET]) assert.ok(!log.includes(word), word);
  });
});
