// Between a player and the people: messages, guidance, what was shared with whom, themes to avoid, and the wish for a person.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Role } from '../../src/domain/actors.ts';
import { UNREADABLE_BEFORE_PAUSE } from '../../src/domain/session.ts';
import { CRISIS, type Fixture, openFixture } from './gateway-fixture.ts';

describe('between a player and the people', () => {
  let at: Fixture;
  let sessionId: string;
  beforeEach(async () => {
    at = await openFixture();
    sessionId = await at.sessionOf('ann');
  });
  afterEach(() => at.close());

  async function call(role: Role, subject: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
    const headers = { authorization: `Bearer ${await at.token(role, subject)}` };
    const answer = await at.app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  }
  const openCase = () => call('player', 'ann', 'POST', `/v1/sessions/${sessionId}/human`, {});
  const turn = (text: string) =>
    call('player', 'ann', 'POST', `/v1/sessions/${sessionId}/turns`, { turnId: randomUUID(), text });

  describe('a message of the player', () => {
    const write = (text: unknown, session = sessionId) =>
      call('player', 'ann', 'POST', `/v1/sessions/${session}/messages`, { text });

    it('goes to the open case, with its session', async () => {
      await openCase();
      assert.deepEqual((await write('Are you there?')).body, { told: true });
      const act = at.acts.at(-1);
      assert.deepEqual([act?.name, act?.about], ['message', at.player('ann')]);
      assert.deepEqual({ ...act?.arg, text: 'Are you there?', sessionId, role: 'player' }, act?.arg);
    });

    it('is told that nobody hears it while no case is open', async () => {
      const { status, body } = await write('Are you there?');
      assert.deepEqual([status, body.code], [404, 'not_found']);
    });

    it('with a crisis in it opens or raises the case first, and brings help', async () => {
      const { status, body } = await write(CRISIS);
      assert.deepEqual([status, body.told, body.help.kind], [200, true, 'help']);
      assert.equal(at.evidence[0]?.origin, 'screening');
      assert.equal(at.acts.at(-1)?.name, 'message');
    });

    it('with a crisis in it brings help whatever refuses it: too long, broken, in a session that is not theirs, with all parts away', async () => {
      assert.equal((await write(`${CRISIS} ${'la '.repeat(500)}`)).body.kind, 'help');
      const authorization = `Bearer ${await at.token('player', 'ann')}`;
      const url = `/v1/sessions/${sessionId}/messages`;
      const payload = `{"text": "${CRISIS}`;
      const broken = await at.app.inject({ method: 'POST', url, headers: { authorization }, payload });
      assert.equal(broken.json().kind, 'help');
      assert.equal((await write(CRISIS, await at.sessionOf('bob'))).body.kind, 'help');
      at.away.temporal = true;
      at.away.graph = true;
      assert.equal((await write(CRISIS)).body.kind, 'help');
      assert.equal((await at.outboxText()).split('\n').filter(Boolean).length, 1);
    });

    it('that nothing can read comes to the people all the same, and is read when it can be', async () => {
      await openCase();
      at.away.unreadable = true;
      assert.equal((await write(CRISIS)).status, 200);
      at.away.unreadable = false;
      at.evidence.length = 0;
      assert.equal(await at.readHeld(), 0);
      await at.drainOutbox();
      assert.equal(at.evidence[0]?.origin, 'late');
    });

    it('too long or empty is refused by its path', async () => {
      assert.equal((await write('a'.repeat(1_001))).body.issues[0].path, 'text');
      assert.equal((await write('  ')).body.issues[0].path, 'text');
    });
  });

  describe('two texts in a row that nothing can read', () => {
    it('pause the session at the second, which tells the operator, and are read when they can be', async () => {
      at.away.unreadable = true;
      const first = await turn('look around');
      assert.deepEqual([first.body.kind, at.alerted], ['notice', []]);
      const second = await turn(CRISIS);
      assert.equal(second.body.kind, 'notice');
      assert.notEqual(second.body.text, first.body.text, 'the second says that the story is paused');
      await turn('look around');
      assert.deepEqual(at.alerted, []);
      assert.deepEqual(
        at.acts.map(({ name, about }) => [name, about]),
        Array.from({ length: 3 }, () => ['couldNotRead', sessionId]),
      );
      assert.ok(!(await at.heldText()).includes('pills'));
      assert.equal(await at.readHeld(), 3);
      at.away.unreadable = false;
      assert.equal(await at.readHeld(), 0);
      await at.drainOutbox();
      assert.deepEqual(
        at.evidence.map(({ origin, turnId }) => [origin, turnId]),
        [['late', second.body.turnId]],
      );
    });

    it('say nothing of a pause while the session cannot be told, and call the operator all the same', async () => {
      at.away.unreadable = true;
      at.away.temporal = true;
      const first = await turn('look around');
      const second = await turn('look around');
      assert.equal(second.body.text, first.body.text);
      await turn('look around');
      assert.deepEqual(
        at.alerted.map(({ code }) => code),
        ['texts_unreadable'],
      );
    });

    it('are only two when no text between them could be read', async () => {
      at.away.unreadable = true;
      await turn('look around');
      at.away.unreadable = false;
      await turn('look around');
      at.away.unreadable = true;
      await turn('look around');
      assert.deepEqual(at.alerted, []);
    });

    it("in another's session are kept as the writer's own, and the session hears nothing of them", async () => {
      at.away.unreadable = true;
      const other = await at.sessionOf('bob');
      const url = `/v1/sessions/${other}/turns`;
      const { status } = await call('player', 'ann', 'POST', url, { turnId: randomUUID(), text: CRISIS });
      assert.deepEqual([status, at.acts], [200, []]);
      at.away.unreadable = false;
      await at.readHeld();
      await at.drainOutbox();
      assert.ok(at.evidence[0]?.sessionId.startsWith(at.player('ann')));
    });
  });

  describe('guidance', () => {
    const guide = (payload: object, subject = 'carer') =>
      call('clinician', subject, 'POST', `/v1/sessions/${sessionId}/guidance`, payload);

    it('reaches the session as one of its kinds, or as free words', async () => {
      for (const [payload, guidance] of [
        [{ kind: 'gentler' }, { kind: 'gentler' }],
        [
          { kind: 'avoid_theme', detail: 'self-harm' },
          { kind: 'avoid_theme', detail: 'self-harm' },
        ],
        [
          { kind: 'offer_technique', detail: 'grounding' },
          { kind: 'offer_technique', detail: 'grounding' },
        ],
        [{ kind: 'close_soon', expectedVersion: 3 }, { kind: 'close_soon' }],
        [{ text: 'Let the keeper listen.' }, { kind: 'free', detail: 'Let the keeper listen.' }],
      ] as const) {
        assert.equal((await guide(payload)).status, 200, JSON.stringify(payload));
        const act = at.acts.at(-1);
        assert.equal(act?.name, 'guide');
        assert.deepEqual({ ...act?.arg, guidance }, act?.arg);
      }
    });

    it('is refused without its detail, for a kind that is none, for harm, and to strangers', async () => {
      assert.equal((await guide({ kind: 'avoid_theme' })).status, 400);
      assert.equal((await guide({ kind: 'louder' })).status, 400);
      const harm = await guide({ text: 'tell me how to build a pipe bomb' });
      assert.deepEqual([harm.status, harm.body.issues[0].path], [400, 'text']);
      assert.equal((await guide({ kind: 'gentler' }, 'stranger')).status, 403);
      at.away.unreadable = true;
      assert.equal((await guide({ text: 'Let the keeper listen.' })).status, 503);
      assert.deepEqual(at.acts, []);
    });
  });

  describe('what was shared', () => {
    const transcript = () => call('clinician', 'carer', 'GET', `/v1/sessions/${sessionId}/transcript`);

    it('lists a reading of the transcript once an hour, and nothing of the own reading', async () => {
      await call('player', 'ann', 'GET', `/v1/sessions/${sessionId}/transcript`);
      await transcript();
      await transcript();
      const { body } = await call('player', 'ann', 'GET', `/v1/sessions/${sessionId}/shared-with`);
      assert.deepEqual(
        body.map(({ who, what }: { who: string; what: string }) => [who, what]),
        [['Somebody', 'read_transcript']],
      );
      assert.deepEqual(Object.keys(body[0]).sort(), ['at', 'what', 'who']);
      assert.equal(at.audited.length, 1);
      assert.equal((await call('player', 'bob', 'GET', `/v1/sessions/${sessionId}/shared-with`)).status, 403);
    });

    it('cannot happen unrecorded: no trail, no transcript', async () => {
      at.away.audit = true;
      const { status, body } = await transcript();
      assert.deepEqual([status, body.code, body.events], [503, 'unavailable', undefined]);
      assert.equal((await call('player', 'ann', 'GET', `/v1/sessions/${sessionId}/transcript`)).status, 200);
    });

    it('comes with everything else that is stored of a player, as a file, without the notes of clinicians', async () => {
      await openCase();
      const entry = { caseId: at.player('ann'), number: 1, at: 1 };
      const from = { role: 'clinician', displayName: 'Dr. Ana' } as const;
      at.entries.push({ id: 'm', ...entry, from, kind: 'message', text: 'I am here.' });
      at.entries.push({ id: 'n', ...entry, from, kind: 'note', text: 'for colleagues' });
      const { status, headers, body } = await call('player', 'ann', 'GET', '/v1/players/me/export');
      assert.equal(status, 200);
      assert.match(String(headers['content-disposition']), /attachment/);
      assert.equal(body.sessions[0].sessionId, sessionId);
      assert.deepEqual([body.messages.length, body.messages[0].text], [1, 'I am here.']);
      assert.ok(body.profile.country === 'GB' && Array.isArray(body.sharedWith));
      assert.ok(!JSON.stringify(body).includes('for colleagues'));
    });
  });

  it('a changed profile reaches the stories that are being told, and those begun later', async () => {
    const patch = { avoidHard: ['spiders'] };
    assert.equal((await call('player', 'ann', 'PUT', '/v1/players/me', patch)).status, 200);
    assert.equal(at.acts.length, 1);
    const [told] = at.acts;
    assert.deepEqual([told?.about, told?.name], [sessionId, 'profile']);
    const profile = { goals: [], intensity: 0.5, readiness: 0.5, techniques: true };
    const avoid = { avoidSoft: ['storms'], avoidHard: ['spiders'] };
    const arg = { avoid: ['spiders', 'storms'], modelConsent: false, profile: { ...profile, ...avoid } };
    assert.deepEqual(told?.arg, arg);
    await call('player', 'ann', 'POST', '/v1/sessions', {});
    const [started] = at.started;
    assert.deepEqual(started?.avoid, ['spiders', 'storms']);
    assert.deepEqual([started?.plan.on, started?.plan.readiness], [true, 0.5]);
  });

  it('a contact person can be taken back', async () => {
    assert.equal((await call('player', 'ann', 'PUT', '/v1/players/me', { contactPerson: null })).status, 200);
  });

  it('who asks for a person where nobody is on duty is told so, and promised no time', async () => {
    const { body } = await openCase();
    assert.equal(body.told, true);
    assert.match(body.text, /no person/i);
    assert.equal(body.answerBy, null);
    assert.equal(body.sentences.at(-1), 'No person reads this.');
  });

  it('who asks for a person is told that the story can go on only where it can', async () => {
    assert.match((await openCase()).body.text, /You can go on with the story whenever you like/);
    at.session.unreadable = UNREADABLE_BEFORE_PAUSE;
    const { text } = (await openCase()).body;
    assert.match(text, /The story waits for now/);
    assert.doesNotMatch(text, /go on with the story/);
  });

  it('a field that does not exist is refused by its path, in the profile and inside of it, and nothing is kept', async () => {
    const put = (patch: object) => call('player', 'ann', 'PUT', '/v1/players/me', patch);
    const before = (await call('player', 'ann', 'GET', '/v1/players/me')).body;
    for (const [path, patch] of Object.entries({
      avoid: { avoid: ['spiders'], goals: ['rest'] },
      'contactPerson.phone': { contactPerson: { name: 'Jo', contact: 'a@b', phone: '1' } },
    })) {
      const { status, body } = await put(patch);
      assert.deepEqual(
        [status, body.code, body.issues.map((issue: { path: string }) => issue.path)],
        [400, 'malformed', [path]],
      );
    }
    assert.deepEqual((await call('player', 'ann', 'GET', '/v1/players/me')).body, before);
    assert.equal((await put(before)).status, 200);
  });

  it('words in danger bring help also in a body that is refused for its form', async () => {
    const { status, body } = await call('player', 'ann', 'PUT', '/v1/players/me', { avoid: [CRISIS] });
    assert.deepEqual([status, body.kind], [200, 'help']);
  });
});
