// Mail to a real mail server and webhooks to a real receiver, both of which misbehave as real ones do.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../src/domain/errors.ts';
import type { Notification, Recipient } from '../../src/domain/notification.ts';
import type { OpenNotifier } from '../../src/people/notify/index.ts';
import { createNotifier } from '../../src/people/notify/index.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startMailServer, startSilentServer } from '../support/mail-server.ts';
import type { Receiver } from '../support/receiver.ts';
import { startReceiver } from '../support/receiver.ts';

const SECRET = 'known-to-both-sides-only';
/** More than the contract asks for: none of it may leave. */
const PLAYER = { kind: 'overdose', text: 'the pills are here', displayName: 'Ann Example', subject: 'ann' };

function notice(more: Partial<Notification> = {}): Notification {
  const at = Date.UTC(2026, 2, 1, 7, 0);
  return {
    ...PLAYER,
    id: `case_opened/${randomUUID()}`,
    code: 'case_opened',
    about: '1f2e3d4c5b6a7988',
    level: 'high',
    dueBy: at + 15 * 60_000,
    at,
    drill: false,
    ...more,
  };
}

const refused = (message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.retryable, false, error.message);
  assert.match(error.message, message);
  return true;
};
const putOff = (message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.code, 'unavailable', error.message);
  assert.match(error.message, message);
  return true;
};

describe('a notification by webhook', () => {
  let receiver: Receiver;
  let notifier: OpenNotifier;
  const to = (address: string): Recipient => ({
    subject: 'ruiz',
    displayName: 'Dr. Ruiz',
    channel: 'webhook',
    address,
  });
  const send = (one: Notification) => notifier.send(one, to(receiver.url));

  beforeEach(async () => {
    receiver = await startReceiver(SECRET);
    notifier = createNotifier({ webhookSecret: SECRET, timeoutMs: 300 });
  });
  afterEach(async () => {
    notifier.close();
    await receiver.stop();
  });

  it('is signed, and holds case, level and times but nothing of the player', async () => {
    const one = notice({ drill: true });
    await send(one);
    const [request] = receiver.received;
    assert.equal(request?.genuine, true);
    assert.equal(request?.headers['idempotency-key'], one.id);
    assert.deepEqual(JSON.parse(request?.body ?? ''), {
      id: one.id,
      code: 'case_opened',
      about: '1f2e3d4c5b6a7988',
      level: 'high',
      dueBy: one.dueBy,
      at: one.at,
      drill: true,
    });
  });

  it('is not taken for genuine when signed with another secret', async () => {
    const stranger = createNotifier({ webhookSecret: 'some-other-secret-01' });
    await stranger.send(notice(), to(receiver.url));
    assert.equal(receiver.received[0]?.genuine, false);
    assert.deepEqual(receiver.acted, []);
  });

  it('can be tried again after 500, 503, 429, 425 and 408, and is then acted on once', async () => {
    const one = notice();
    for (const status of [500, 503, 429, 425, 408]) {
      receiver.behave(status);
      await assert.rejects(send(one), putOff(new RegExp(`${status}`)));
    }
    await send(one);
    assert.equal(receiver.received.length, 6);
    assert.ok(receiver.received.every(({ genuine }) => genuine));
    assert.deepEqual(receiver.acted, [one.id]);
  });

  it('counts as not accepted when the answer hangs, breaks off or never ends, and the repeat is recognised', async () => {
    const one = notice();
    receiver.behave('hang', 'cut', 'trickle');
    await assert.rejects(send(one), putOff(/TimeoutError/));
    await assert.rejects(send(one), putOff(/could not be reached or did not answer/));
    await assert.rejects(send(one), putOff(/TimeoutError/));
    await send(one);
    assert.equal(receiver.received.length, 4);
    assert.deepEqual(receiver.acted, [one.id]);
  });

  it('is refused for good by 400, 401, 404 and 410', async () => {
    for (const status of [400, 401, 404, 410]) {
      receiver.behave(status);
      await assert.rejects(send(notice()), refused(new RegExp(`${status}`)));
    }
  });

  it('does not follow a redirect, which could lead to anybody', async () => {
    receiver.behave(307);
    await assert.rejects(send(notice()), refused(/Redirects are not followed/));
    assert.deepEqual(
      receiver.received.map(({ path }) => path),
      ['/hook'],
    );
  });

  it('can be tried again when nobody listens, and names no address', async () => {
    await receiver.stop();
    await assert.rejects(notifier.send(notice(), to(`${receiver.url}?key=T0KEN`)), (error: unknown) => {
      assert.ok(error instanceof AppError && error.retryable);
      assert.match(error.message, /ECONNREFUSED/);
      assert.doesNotMatch(JSON.stringify([error.message, error.stack, error.cause]), /T0KEN|127\.0\.0\.1|\/hook/);
      return true;
    });
    receiver = await startReceiver(SECRET);
  });

  it('signs in with the user and password of its address', async () => {
    await notifier.send(notice(), to(receiver.url.replace('//', '//pager:p%40ss@')));
    const expected = `Basic ${Buffer.from('pager:p@ss').toString('base64')}`;
    assert.equal(receiver.received[0]?.headers.authorization, expected);
    assert.deepEqual(receiver.acted.length, 1);
  });
});

describe('a notification by mail', () => {
  const TO = 'ruiz@clinic.test';
  const ruiz: Recipient = { subject: 'ruiz', displayName: 'Dr. Ruiz', channel: 'email', address: TO };
  let server: MailServer;
  const open: OpenNotifier[] = [];
  const mailing = (smtpUrl = server.url, timeoutMs = 1_000): OpenNotifier => {
    const made = createNotifier({ smtpUrl, timeoutMs, consoleUrl: 'https://clinic.test/console' });
    open.push(made);
    return made;
  };

  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(async () => {
    for (const notifier of open.splice(0)) notifier.close();
    await server.stop();
  });

  it('arrives as plain text with case, level and time but nothing of the player', async () => {
    await mailing().send(notice(), ruiz);
    const [mail] = server.mails;
    assert.deepEqual(mail?.to, [TO]);
    assert.equal(mail?.header('subject'), 'A case was opened: 1f2e3d4c5b6a7988, level high, due 2026-03-01 07:15 UTC');
    assert.match(mail?.header('content-type') ?? '', /^text\/plain/);
    assert.equal(mail?.header('auto-submitted'), 'auto-generated');
    assert.match(mail?.text ?? '', /To acknowledge, sign in at the console: https:\/\/clinic\.test\/console\r\n/);
    assert.match(mail?.text ?? '', /acknowledges nothing/);
    for (const word of Object.values(PLAYER)) assert.ok(!mail?.raw.includes(word), word);
  });

  it('names a drill in the subject and first in the text', async () => {
    await mailing().send(notice({ drill: true }), ruiz);
    assert.match(server.mails[0]?.header('subject') ?? '', /^DRILL: /);
    assert.match(server.mails[0]?.text ?? '', /^THIS IS A DRILL\./);
  });

  it('carries the same message id when it is repeated, and another for another notification', async () => {
    const one = notice();
    const notifier = mailing();
    for (const each of [one, one, notice()]) await notifier.send(each, ruiz);
    const ids = server.mails.map((mail) => mail.header('message-id'));
    assert.equal(ids[0], ids[1]);
    assert.notEqual(ids[0], ids[2]);
  });

  it('can be tried again when it is greylisted, and is then taken', async () => {
    const notifier = mailing();
    const one = notice();
    server.refuseNext(451);
    await assert.rejects(notifier.send(one, ruiz), putOff(/451/));
    await notifier.send(one, ruiz);
    assert.equal(server.mails.length, 1);
  });

  it('is refused for good with 550, in words that hold none of the server', async () => {
    server.refuseNext(550);
    await assert.rejects(mailing().send(notice(), ruiz), (error: unknown) => {
      refused(/550/)(error);
      assert.doesNotMatch(JSON.stringify([String(error), Object.entries(error ?? {})]), /hunter2|ruiz/);
      return true;
    });
    assert.equal(server.asked, 1);
  });

  it('is refused for good when the address is none', async () => {
    await assert.rejects(mailing().send(notice(), { ...ruiz, address: 'nobody' }), refused(/address/));
  });

  it('gives up on a server that does not greet, and can be tried again', async () => {
    const silent = await startSilentServer();
    const notifier = mailing(`smtp://127.0.0.1:${silent.port}`, 200);
    await assert.rejects(notifier.send(notice(), ruiz), putOff(/ETIMEDOUT/));
    notifier.close();
    await silent.stop();
  });

  it('gives up on a server that talks without end, and can be tried again', async () => {
    const chatty = await startSilentServer({ greeting: '220 wait\r\n', thenAlways: '250-still thinking\r\n' });
    const notifier = mailing(`smtp://127.0.0.1:${chatty.port}`, 200);
    await assert.rejects(notifier.send(notice(), ruiz), putOff(/EABORT/));
    notifier.close();
    await chatty.stop();
  });

  it('finds a server again that was down, also one that went down between two mails', async () => {
    const notifier = mailing();
    await notifier.send(notice(), ruiz);
    const { port } = server;
    await server.stop();
    await assert.rejects(notifier.send(notice(), ruiz), putOff(/again/));
    server = await startMailServer({ port });
    await notifier.send(notice(), ruiz);
    assert.equal(server.mails.length, 1);
  });

  it('is sent by the user of the address, and a wrong password is refused for good and never shown', async () => {
    const guarded = await startMailServer({ login: { user: 'alerts@clinic.test', password: 'hunter2' } });
    const as = (password: string) => guarded.url.replace('//', `//alerts%40clinic.test:${password}@`);
    await mailing(as('hunter2')).send(notice(), ruiz);
    assert.equal(guarded.mails[0]?.header('from'), 'alerts@clinic.test');
    await assert.rejects(mailing(as('swordfish')).send(notice(), ruiz), (error: unknown) => {
      refused(/sign-in.*SMTP_URL/)(error);
      assert.doesNotMatch(JSON.stringify([String(error), Object.entries(error ?? {})]), /swordfish|hunter2/);
      return true;
    });
    assert.equal(guarded.mails.length, 1);
    for (const notifier of open.splice(0)) notifier.close();
    await guarded.stop();
  });

  it('takes its sender from the address where it names one', async () => {
    await mailing(`${server.url}/?from=oncall%40clinic.test`).send(notice(), ruiz);
    assert.equal(server.mails[0]?.header('from'), 'oncall@clinic.test');
  });

  it('does not send a password unencrypted to another machine', async () => {
    // The name leads back to this machine, yet is not one of its own: what a mail server without encryption looks like.
    const guarded = await startMailServer({ login: { user: 'u', password: 'hunter2' } });
    const smtpUrl = `smtp://u:hunter2@0.0.0.0:${guarded.port}`;
    await assert.rejects(mailing(smtpUrl).send(notice(), ruiz), refused(/no encryption/));
    assert.equal(guarded.asked, 0);
    await mailing(`${smtpUrl}?requireTLS=false`).send(notice(), ruiz);
    assert.equal(guarded.mails.length, 1);
    for (const notifier of open.splice(0)) notifier.close();
    await guarded.stop();
  });
});
