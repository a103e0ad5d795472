// Crisis cases at the gateway: who sees what of them, what is recorded of looking, and how an act reaches the case.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Role } from '../../src/domain/actors.ts';
import { openedCase } from '../../src/domain/case-rules.ts';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import { CRISIS, type Fixture, openFixture } from './gateway-fixture.ts';

describe('a crisis case at the gateway', () => {
  let at: Fixture;
  let caseId: string;

  beforeEach(async () => {
    at = await openFixture();
    caseId = at.player('ann');
    const sessionId = await at.sessionOf('ann');
    put(caseId, { sessions: [sessionId] });
  });
  afterEach(() => at.close());

  function put(id: string, change: Partial<CrisisCase> = {}): CrisisCase {
    const evidence = { turnId: 't', kind: 'suicide', level: 'high', response: 'hold', reasons: ['r'] } as const;
    const first = { sessionId: `${id}-${'0'.repeat(16)}`, ...evidence, at: 1_000, origin: 'screening' } as const;
    const found = { ...openedCase(id, first), ...change };
    at.cases.set(id, found);
    return found;
  }
  async function call(role: Role, subject: string, method: 'GET' | 'POST', url: string, payload?: object) {
    const headers = { authorization: `Bearer ${await at.token(role, subject)}` };
    const answer = await at.app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json() };
  }
  const list = async (role: Role, subject: string) =>
    (await call(role, subject, 'GET', '/v1/crises?status=open')).body as CrisisCase[];

  it('is listed for the care team, for whom it was routed to, and for everybody when the player has no team', async () => {
    assert.equal((await list('clinician', 'carer')).length, 1);
    assert.equal((await list('clinician', 'stranger')).length, 0);
    put(caseId, { routedTo: ['on-call'] });
    assert.equal((await list('clinician', 'on-call')).length, 1);
    put('b'.repeat(16));
    at.teamless.add('b'.repeat(16));
    assert.deepEqual(
      (await list('clinician', 'stranger')).map((found) => found.caseId),
      ['b'.repeat(16)],
    );
  });

  it('is listed by the nearest deadline, whoever it came from', async () => {
    at.teamless.add('b'.repeat(16));
    put(caseId, { acknowledgeBy: 3_000, routedTo: ['on-call'] });
    put('b'.repeat(16), { acknowledgeBy: 2_000 });
    put('c'.repeat(16), { acknowledgeBy: 1, acknowledgedAt: 1, contactBy: 2_500, routedTo: ['on-call'] });
    const order = (await list('clinician', 'on-call')).map((found) => found.caseId[0]);
    assert.deepEqual(order, ['b', 'c', caseId[0]]);
  });

  it('is shown to a supervisor without what it is about', async () => {
    const [found] = await list('supervisor', 'sue');
    const told = Object.keys(found ?? {});
    for (const name of ['caseId', 'level', 'status', 'acknowledgeBy', 'heldBy', 'rungsPaged', 'coverage', 'version']) {
      assert.ok(told.includes(name), name);
    }
    for (const name of ['kind', 'evidence', 'deliveries', 'sessions', 'disposition', 'routedTo']) {
      assert.ok(!told.includes(name), name);
    }
  });

  it('is opened with its entries and what helps to reach the player, and that is recorded once an hour and shown to the player', async () => {
    const entry = { id: 'n1', caseId, number: 1, kind: 'note', text: 'called', at: 1 } as const;
    at.entries.push({ ...entry, from: { role: 'clinician', displayName: 'Dr. Ana' } });
    const { status, body } = await call('clinician', 'carer', 'GET', `/v1/crises/${caseId}`);
    assert.equal(status, 200);
    assert.equal(body.entries[0].text, 'called');
    assert.deepEqual(body.player, { country: 'GB', language: 'en', careTeam: 1, contactPerson: at.contactPerson });
    await call('clinician', 'carer', 'GET', `/v1/crises/${caseId}`);
    assert.deepEqual(
      at.disclosed.map(({ player, what, who }) => [player, what, who]),
      [[caseId, 'opened_case', 'Somebody']],
    );
    assert.deepEqual(
      at.audited.map(({ act, about, subject }) => [act, about, subject]),
      [['access.case', caseId, 'carer']],
    );
    assert.equal(at.acts[0]?.name, 'opened');
  });

  it('names the contact person only where the player agreed', async () => {
    at.noContact.add(caseId);
    const { body } = await call('clinician', 'carer', 'GET', `/v1/crises/${caseId}`);
    assert.equal(body.player.contactPerson, null);
  });

  it('is shown also while its opening cannot be recorded: somebody is in danger', async () => {
    at.away.audit = true;
    at.away.temporal = true;
    assert.equal((await call('clinician', 'carer', 'GET', `/v1/crises/${caseId}`)).status, 200);
    assert.ok(at.logged.some((line) => line.includes('could not be recorded')));
  });

  it('is refused to whoever may not answer for it, and is there after the glass was broken', async () => {
    const get = () => call('clinician', 'stranger', 'GET', `/v1/crises/${caseId}`);
    assert.deepEqual([(await get()).status, (await get()).body.code], [403, 'forbidden']);
    assert.equal((await call('clinician', 'stranger', 'POST', `/v1/crises/${caseId}/acknowledge`, {})).status, 403);
    const glass = `/v1/players/${caseId}/break-glass`;
    assert.equal((await call('clinician', 'stranger', 'POST', glass, { reason: 'short' })).status, 400);
    const broken = await call('clinician', 'stranger', 'POST', glass, { reason: 'the team cannot be reached' });
    assert.deepEqual([broken.status, broken.body], [201, { until: '1970-01-01T01:00:00.000Z' }]);
    assert.equal((await get()).status, 200);
    const shown = at.disclosed.find(({ what }) => what === 'break_glass');
    assert.equal(shown?.reason, 'the team cannot be reached');
    assert.equal(at.audited[0]?.act, 'access.break_glass');
    assert.ok(!JSON.stringify(at.audited).includes('cannot be reached'), 'the trail holds no text');
  });

  it('has no glass to break while that cannot be recorded, nor for a player nobody knows', async () => {
    const ask = (id: string) =>
      call('supervisor', 'sue', 'POST', `/v1/players/${id}/break-glass`, { reason: 'the team cannot be reached' });
    assert.equal((await ask('f'.repeat(16))).status, 404);
    at.away.audit = true;
    assert.equal((await ask(caseId)).status, 503);
    assert.equal(at.brokenGlass.size, 0);
  });

  const acts: Readonly<Record<string, { body: object; arg: object }>> = {
    acknowledge: { body: { expectedVersion: 1 }, arg: { expectedVersion: 1, subject: 'carer', role: 'clinician' } },
    release: { body: {}, arg: { subject: 'carer' } },
    reopen: { body: {}, arg: { subject: 'carer' } },
    resolve: { body: { disposition: 'safe', note: 'We spoke.' }, arg: { disposition: 'safe', note: 'We spoke.' } },
    note: { body: { text: 'No answer.', contacted: true }, arg: { text: 'No answer.', contacted: true } },
    message: { body: { text: CRISIS }, arg: { text: CRISIS } },
    handover: { body: { to: 'ben' }, arg: { to: { subject: 'ben', displayName: 'Dr. Ben' } } },
  };
  for (const [name, { body, arg }] of Object.entries(acts)) {
    it(`takes the act ${name} with its words as they are, whatever they speak of`, async () => {
      at.present.push({ subject: 'ben', displayName: 'Dr. Ben', caseId: null, at: 0 });
      const url = `/v1/crises/${caseId}/${name === 'message' ? 'messages' : name}`;
      const answer = await call('clinician', 'carer', 'POST', url, body);
      assert.deepEqual([answer.status, answer.body.caseId], [200, caseId]);
      const act = at.acts.at(-1);
      assert.equal(act?.name, name);
      assert.deepEqual({ ...act?.arg, ...arg }, act?.arg);
      assert.equal(at.evidence.length, 0, 'words of staff open no case');
    });
  }

  it('refuses an act with a wrong field by its path', async () => {
    const wrong = async (name: string, payload: object) =>
      (await call('clinician', 'carer', 'POST', `/v1/crises/${caseId}/${name}`, payload)).body.issues[0].path;
    assert.equal(await wrong('resolve', { disposition: 'fine' }), 'disposition');
    assert.equal(await wrong('note', { text: ' ' }), 'text');
    assert.equal(await wrong('messages', { text: 'a'.repeat(1_001) }), 'text');
    assert.equal(await wrong('handover', {}), 'to');
  });

  it('is handed over to a clinician, here or away, and to nobody else', async () => {
    const hand = (to: string) => call('clinician', 'carer', 'POST', `/v1/crises/${caseId}/handover`, { to });
    const refused = await hand('ben');
    assert.deepEqual([refused.status, refused.body.code, refused.body.issues[0].path], [400, 'malformed', 'to']);
    assert.match(refused.body.detail, /have the operator invite them/);
    assert.equal(at.acts.length, 0);
    at.clinicians.add('ben');
    assert.equal((await hand('ben')).status, 200);
    at.clinicians.clear();
    at.present.push({ subject: 'ben', displayName: 'Dr. Ben', caseId: null, at: 0 });
    assert.equal((await hand('ben')).status, 200);
  });

  it('can be rehearsed by supervisor and operator: a drill for nobody', async () => {
    assert.equal((await call('clinician', 'carer', 'POST', '/v1/crises/drill', {})).status, 403);
    const { status, body } = await call('operator', 'op', 'POST', '/v1/crises/drill', { level: 'high' });
    assert.equal(status, 201);
    const [evidence] = at.evidence;
    assert.deepEqual([evidence?.origin, evidence?.level, evidence?.reasons], ['drill', 'high', ['drill']]);
    assert.match(body.caseId, /^[0-9a-f]{16}$/);
    assert.equal(at.cases.get(body.caseId)?.drill, true);
    at.teamless.add(body.caseId);
    await call('clinician', 'stranger', 'GET', `/v1/crises/${body.caseId}`);
    assert.deepEqual(at.disclosed, [], 'there is no player who could be shown anything');
  });

  it('has a shift list that says who is on duty, who is here, and whether anybody reads', async () => {
    await at.close();
    at = await openFixture({}, undefined, {
      ...{ coverage: '24/7', zone: 'UTC', hours: WEEK, holidays: [], operator: {} },
      ladder: [{ subject: 'ben', displayName: 'Dr. Ben', when: 'always' }],
    });
    at.present.push({ subject: 'ben', displayName: 'Dr. Ben', caseId: null, at: 0 });
    const { body } = await call('supervisor', 'sue', 'GET', '/v1/shifts');
    assert.deepEqual(body.ladder, [{ subject: 'ben', displayName: 'Dr. Ben', when: 'always', present: true }]);
    assert.deepEqual(body.coverage, { mode: '24/7', open: true, opensAt: null });
    assert.ok(body.sentence.length > 0);
    const info = (await at.app.inject({ url: '/v1/info' })).json();
    assert.equal(info.coverageLine, body.sentence);
  });

  it('counts in the report for the days asked for', async () => {
    const { body } = await call('operator', 'op', 'GET', '/v1/reports/safety?days=7');
    assert.equal(body.to - body.from, 7 * 24 * 3_600_000);
    assert.equal((await call('operator', 'op', 'GET', '/v1/reports/safety?days=no')).status, 400);
  });

  it('is out of reach from the moment that the role of the clinician is revoked', async () => {
    const token = await at.token('clinician', 'carer');
    const revoked = await call('operator', 'op', 'POST', '/v1/staff/carer/revoke', { role: 'clinician' });
    assert.deepEqual([revoked.status, revoked.body], [200, { revoked: true }]);
    const answer = await at.app.inject({ url: '/v1/crises', headers: { authorization: `Bearer ${token}` } });
    assert.equal(answer.statusCode, 401);
    const recorded = at.audited.find(({ act }) => act === 'access.revoke');
    assert.equal(recorded?.facts?.role, 'clinician');
    assert.ok(!JSON.stringify(recorded?.facts).includes('carer'));
  });
});

const WEEK = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
