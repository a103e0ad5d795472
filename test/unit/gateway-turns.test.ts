// The order of a turn at the gateway: read first, then refuse; and in a crisis, help whatever happens.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { CRISIS, type Fixture, openFixture } from './gateway-fixture.ts';

describe('a turn at the gateway', () => {
  let at: Fixture;
  let token: string;
  let sessionId: string;

  beforeEach(async () => {
    at = await openFixture();
    token = await at.token('player', 'ann');
    sessionId = await at.sessionOf('ann');
  });
  afterEach(() => at.close());

  async function send(body: unknown, session = sessionId, by = token) {
    const answer = await at.app.inject({
      method: 'POST',
      url: `/v1/sessions/${session}/turns`,
      headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' },
      payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  }
  const turn = (text: string, turnId: string = randomUUID()) => ({ turnId, text });

  it('is answered by the session, and its reading is announced', async () => {
    const { status, body } = await send(turn('look around'));
    assert.equal(status, 200);
    assert.equal(body.kind, 'story');
    assert.equal(at.announced[0]?.type, 'turn.progress');
  });

  const refusals: Readonly<Record<string, { make: () => Promise<unknown>; status: number; code: string }>> = {
    'without a valid turn id': { status: 400, code: 'malformed', make: async () => ({ turnId: 'x' }) },
    'that is too long': { status: 422, code: 'text_too_long', make: async () => ({ padding: 'la '.repeat(900) }) },
    'in an unknown session': {
      status: 404,
      code: 'not_found',
      make: async () => ({ session: `${'0'.repeat(16)}-${'0'.repeat(16)}` }),
    },
    "in another's session": {
      status: 403,
      code: 'forbidden',
      make: async () => ({ session: await at.sessionOf('bob') }),
    },
    'before the intake': {
      status: 403,
      code: 'consent_missing',
      make: async () => void at.consents.clear(),
    },
    'while another turn is told': {
      status: 409,
      code: 'turn_in_progress',
      make: async () => {
        at.away.leaseHeld = true;
        at.session.answers = 'unavailable';
      },
    },
    ...Object.fromEntries(
      (['session_paused', 'session_ended', 'stale_turn', 'turn_id_reused'] as const).map((code) => [
        `that the session refuses with ${code}`,
        {
          status: 409,
          code,
          make: async () => {
            at.session.answers = code;
          },
        },
      ]),
    ),
    'while Temporal is away': {
      status: 503,
      code: 'unavailable',
      make: async () => {
        at.away.temporal = true;
      },
    },
    'while the graph is away': {
      status: 503,
      code: 'unavailable',
      make: async () => {
        at.away.graph = true;
      },
    },
  };

  for (const [when, { make, status, code }] of Object.entries(refusals)) {
    it(`${when} is refused with ${code}, and with help when it is a crisis`, async () => {
      const made = ((await make()) ?? {}) as { turnId?: string; padding?: string; session?: string };
      const words = (text: string) => ({
        ...turn(`${text} ${made.padding ?? ''}`),
        ...(made.turnId && { turnId: made.turnId }),
      });
      const refused = await send(words('look around'), made.session);
      assert.deepEqual([refused.status, refused.body.code], [status, code]);
      // A session that could answer would show its own help; here it must not be able to.
      if (at.session.answers === 'story') at.session.answers = 'unavailable';
      const helped = await send(words(CRISIS), made.session);
      assert.equal(helped.status, 200);
      assert.equal(helped.body.kind, 'help');
      assert.ok(helped.body.resources.length > 0);
    });
  }

  it('at too many at once is refused with Retry-After, and never in a crisis', async () => {
    const full = await openFixture({ maxTurns: 0 });
    try {
      const session = await full.sessionOf('ann');
      const by = await full.token('player', 'ann');
      const post = (text: string) =>
        full.app.inject({
          method: 'POST',
          url: `/v1/sessions/${session}/turns`,
          headers: { authorization: `Bearer ${by}` },
          payload: turn(text),
        });
      const refused = await post('look around');
      assert.equal(refused.statusCode, 429);
      assert.ok(Number(refused.headers['retry-after']) > 0);
      full.session.answers = 'help';
      assert.equal((await post(CRISIS)).json().kind, 'help');
    } finally {
      await full.close();
    }
  });

  it('in a crisis opens the case of its player, once the session cannot answer in time', async () => {
    at.session.hangs = true;
    const sent = turn(CRISIS);
    const waiting = send(sent);
    setTimeout(() => {
      at.session.hangs = false;
    }, 150);
    const { body } = await waiting;
    assert.equal(body.kind, 'help');
    assert.equal(body.turnId, sent.turnId);
    const [evidence] = at.evidence;
    assert.deepEqual([evidence?.sessionId, evidence?.turnId, evidence?.origin], [sessionId, sent.turnId, 'screening']);
  });

  it("never names another's session in a case", async () => {
    await send(turn(CRISIS), await at.sessionOf('bob'));
    assert.equal(at.evidence[0]?.sessionId.startsWith(at.player('ann')), true);
  });

  it('with nobody to tell says so, keeps the evidence sealed on disk, and hands it over later', async () => {
    at.away.temporal = true;
    const { body } = await send(turn(CRISIS));
    at.away.temporal = false;
    const told = await send(turn(CRISIS), `${'0'.repeat(16)}-${'0'.repeat(16)}`);
    assert.notEqual(body.text, told.body.text);
    const kept = await at.outboxText();
    assert.equal(kept.split('\n').filter(Boolean).length, 1);
    assert.ok(!kept.includes(sessionId) && !kept.includes('suicide'));
    at.evidence.length = 0;
    assert.equal(await at.drainOutbox(), 0);
    assert.deepEqual(
      at.evidence.map(({ sessionId, origin }) => [sessionId, origin]),
      [[sessionId, 'outbox']],
    );
    assert.equal(await at.outboxText(), '');
  });

  it('answered before is answered the same again, whatever the session says now', async () => {
    const turnId = randomUUID();
    const stored = await at.storedTurn(sessionId, turnId, 'take the lamp');
    for (const code of ['session_ended', 'stale_turn', 'not_found', 'unavailable'] as const) {
      at.session.answers = code;
      const { status, body } = await send(turn('take the lamp', turnId));
      assert.deepEqual([status, body], [200, stored]);
    }
    const other = await send(turn('take the rope', turnId));
    assert.deepEqual([other.status, other.body.code], [409, 'turn_id_reused']);
  });

  it('that nothing can read gets an honest notice and resources, and no story', async () => {
    at.away.unreadable = true;
    const { status, body } = await send(turn('look around'));
    assert.equal(status, 200);
    assert.deepEqual([body.kind, body.retryable], ['notice', true]);
    assert.ok(body.resources.length > 0);
  });

  it('in a broken body is refused with its place, told none of its words, and still read', async () => {
    const broken = await send('{"turnId": "x", "text": "secret words');
    assert.deepEqual([broken.status, broken.body.code], [400, 'malformed']);
    assert.ok(broken.body.issues[0].message.length > 0);
    assert.ok(!JSON.stringify(broken.body).includes('secret'));
    const bytes = await send(Buffer.from([0x7b, 0xff, 0xfe]));
    assert.deepEqual([bytes.status, bytes.body.issues[0].message], [400, 'not UTF-8']);
    const typed = await send({ turnId: randomUUID(), text: 7 });
    assert.equal(typed.body.issues[0].path, 'text');
    at.session.answers = 'unavailable';
    assert.equal((await send(`{"text": "${CRISIS}`)).body.kind, 'help');
  });

  it('of nothing but blanks and control characters is text_empty', async () => {
    const { status, body } = await send(turn(' \u0000\u0007 '));
    assert.deepEqual([status, body.code], [422, 'text_empty']);
  });

  it('that fails for our fault comes with numbers to call', async () => {
    at.away.temporal = true;
    const { body } = await send(turn('look around'));
    assert.equal(body.retryable, true);
    assert.ok(body.help.text.length > 0 && body.help.resources.length > 0);
  });

  it('leaves no word of a player in the log', async () => {
    at.away.temporal = true;
    await send(turn('xyzzy look around'));
    await send(turn(CRISIS));
    assert.ok(at.logged.length > 0);
    assert.ok(!at.logged.some((line) => line.includes('xyzzy') || line.includes('pills')));
  });
});

describe('free text outside the story', () => {
  let at: Fixture;
  let token: string;
  before(async () => {
    at = await openFixture();
    token = await at.token('player', 'ann');
    await at.sessionOf('ann');
  });
  after(() => at.close());

  const put = (method: 'PUT' | 'POST', url: string, payload: object) =>
    at.app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, payload });

  it('brings help and a case when a goal is a crisis, in profile and session alike', async () => {
    for (const answer of [
      await put('PUT', '/v1/players/me', { goals: ['walk more', CRISIS] }),
      await put('POST', '/v1/sessions', { goals: [CRISIS] }),
    ]) {
      assert.equal(answer.statusCode, 200);
      assert.equal(answer.json().kind, 'help');
    }
    assert.equal(at.evidence.length, 2);
  });

  it('begins the same session for the same key, and another without one', async () => {
    const begin = (headers: Record<string, string>) =>
      at.app.inject({ method: 'POST', url: '/v1/sessions', headers: { authorization: `Bearer ${token}`, ...headers } });
    const [one, two, three] = [
      await begin({ 'idempotency-key': 'k' }),
      await begin({ 'idempotency-key': 'k' }),
      await begin({}),
    ].map((answer) => answer.json().sessionId);
    assert.equal(one, two);
    assert.notEqual(one, three);
    assert.ok(one.startsWith(at.player('ann')));
  });
});
