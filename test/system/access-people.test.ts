// Every person with what is another's, over the running gateway: own session, own care team, routed cases, broken glass, a role
// that ends.
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { before, describe, it } from 'mocha';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import { CRISIS, listedCase, type Person, type Player, request, sharedSystem } from '../support/outside.ts';
import { until } from '../support/until.ts';
import { breakGlass, enrolled, enrolledPlayer, pseudonymOf, REASON } from './access-fixture.ts';

describe('access to the running system by person', function () {
  this.timeout(60_000);
  const system = sharedSystem();

  let ann: Player;
  let bob: Player;
  let anns: Person;
  let bobs: Person;

  before(async () => {
    [anns, bobs] = [await enrolled(system(), 'clinician'), await enrolled(system(), 'clinician')];
    [ann, bob] = [await enrolledPlayer(system(), [anns]), await enrolledPlayer(system(), [bobs])];
    for (const player of [ann, bob]) assert.equal((await player.say(CRISIS)).body.kind, 'help');
    for (const [clinician, player] of [
      [anns, ann],
      [bobs, bob],
    ] as const)
      await listedCase(clinician, player);
  });

  it('a player sees and changes nothing of another player', async () => {
    const path = `/v1/sessions/${bob.sessionId}`;
    assert.equal((await ann.call('GET', path)).status, 403);
    assert.equal((await ann.call('GET', `${path}/transcript`)).status, 403);
    for (const act of ['pause', 'resume', 'end', 'human']) {
      assert.equal((await ann.call('POST', `${path}/${act}`)).status, 403, act);
    }
    assert.equal((await ann.call('POST', `${path}/turns`, { turnId: randomUUID(), text: 'look around' })).status, 403);
    assert.equal(await ann.listen(`${path}/events`).closed, 4403);
    const { body } = await ann.call<{ sessionId: string }[]>('GET', '/v1/sessions');
    assert.deepEqual(
      body.map(({ sessionId }) => sessionId),
      [ann.sessionId],
    );
    assert.equal((await bob.state()).status, 'help');
  });

  it('a clinician sees the players and cases of the own care team, and no others', async () => {
    const seen = await anns.call<CrisisCase[]>('GET', '/v1/crises');
    // Cases of players without a care team are everybody's, and other tests may have left some.
    const listed = seen.body.map(({ caseId }) => caseId);
    assert.deepEqual([listed.includes(pseudonymOf(ann)), listed.includes(pseudonymOf(bob))], [true, false]);
    assert.equal((await anns.call('GET', `/v1/sessions/${ann.sessionId}`)).status, 200);
    assert.equal((await anns.call('GET', `/v1/sessions/${ann.sessionId}/transcript`)).status, 200);
    const path = `/v1/sessions/${bob.sessionId}`;
    for (const other of [path, `${path}/transcript`, `/v1/crises/${pseudonymOf(bob)}`]) {
      assert.equal((await anns.call('GET', other)).status, 403, other);
    }
    for (const act of ['acknowledge', 'release', 'resolve']) {
      const of = `/v1/crises/${pseudonymOf(bob)}/${act}`;
      assert.equal((await anns.call('POST', of, { disposition: 'safe' })).status, 403, act);
    }
    for (const act of ['pause', 'end', 'escalate', 'human']) {
      assert.equal((await anns.call('POST', `${path}/${act}`, { reason: 'to see' })).status, 403, act);
    }
    assert.equal(await anns.listen(`${path}/events`).closed, 4403);
  });

  it('a clinician’s live queue shows the own cases only', async () => {
    const queue = anns.listen('/v1/crises/events');
    const told = JSON.stringify(await queue.until('the queue', ({ type }) => String(type) === 'crises'));
    assert.ok(told.includes(ann.sessionId) && !told.includes(bob.sessionId));
    queue.close();
  });

  it('an operator and a supervisor read no session', async () => {
    for (const role of ['operator', 'supervisor'] as const) {
      const somebody = await enrolled(system(), role);
      for (const path of [`/v1/sessions/${ann.sessionId}`, `/v1/sessions/${ann.sessionId}/transcript`]) {
        assert.equal((await somebody.call('GET', path)).status, 403, `${role} ${path}`);
      }
      assert.equal(await somebody.listen(`/v1/sessions/${ann.sessionId}/events`).closed, 4403);
    }
  });

  it('a supervisor counts all cases and is told nothing of what is in them', async () => {
    const { body } = await (await enrolled(system(), 'supervisor')).call<object[]>('GET', '/v1/crises?status=open');
    const told = JSON.stringify(body);
    for (const player of [ann, bob]) {
      assert.ok(told.includes(`"caseId":"${pseudonymOf(player)}"`));
      assert.equal(told.includes(player.sessionId), false);
    }
    for (const found of body) {
      const label = Object.keys(found).filter((key) => ['kind', 'evidence', 'deliveries', 'sessions'].includes(key));
      assert.deepEqual(label, []);
    }
  });

  it('a clinician on no care team sees no case of a player who has one', async () => {
    const stranger = await enrolled(system(), 'clinician');
    const { body } = await stranger.call<CrisisCase[]>('GET', '/v1/crises');
    const seen = body.map(({ caseId }) => caseId);
    for (const player of [ann, bob]) assert.equal(seen.includes(pseudonymOf(player)), false);
  });

  it('a player without a care team is answered by any clinician, who then may read', async () => {
    const [alone, stranger] = [await enrolledPlayer(system(), []), await enrolled(system(), 'clinician')];
    assert.equal((await alone.say(CRISIS)).body.kind, 'help');
    await listedCase(stranger, alone);
    const transcript = `/v1/sessions/${alone.sessionId}/transcript`;
    assert.equal((await stranger.call('GET', transcript)).status, 403);
    const taken = await stranger.call('POST', `/v1/crises/${pseudonymOf(alone)}/acknowledge`);
    assert.equal(taken.status, 200);
    await until('the case taken', async () => (await stranger.call('GET', transcript)).status === 200);
  });

  it('a clinician who breaks the glass reads also without the consent to it, for this player alone, and the player sees why', async () => {
    const [own, outside] = [await enrolled(system(), 'clinician'), await enrolled(system(), 'clinician')];
    const quiet = await enrolledPlayer(system(), [own], { clinicianMayRead: false });
    const transcript = `/v1/sessions/${quiet.sessionId}/transcript`;
    for (const clinician of [own, outside]) assert.equal((await clinician.call('GET', transcript)).status, 403);
    for (const clinician of [own, outside]) {
      await breakGlass(clinician, quiet);
      assert.equal((await clinician.call('GET', transcript)).status, 200);
      assert.equal((await clinician.call('GET', `/v1/sessions/${ann.sessionId}/transcript`)).status, 403);
    }
    const { body } = await quiet.call<{ what: string; reason?: string }[]>(
      'GET',
      `/v1/sessions/${quiet.sessionId}/shared-with`,
    );
    const reasons = body.flatMap(({ what, reason }) => (what === 'break_glass' ? [reason] : []));
    assert.deepEqual(reasons, [REASON, REASON]);
  });

  it('a clinician to whom a case was routed reads until it is resolved, and is then shown out of the open connection', async () => {
    const [own, called, operator] = [
      await enrolled(system(), 'clinician'),
      await enrolled(system(), 'clinician'),
      await enrolled(system(), 'operator'),
    ];
    const player = await enrolledPlayer(system(), [own]);
    await player.say(CRISIS);
    await listedCase(own, player);
    const path = `/v1/crises/${pseudonymOf(player)}`;
    const transcript = `/v1/sessions/${player.sessionId}/transcript`;
    assert.equal((await own.call('POST', `${path}/acknowledge`)).status, 200);
    assert.equal((await called.call('GET', transcript)).status, 403);
    // Neither a name that nobody has nor somebody of another role can hold a case.
    for (const to of ['nobody-at-all', operator.subject, player.subject]) {
      const refused = await own.call('POST', `${path}/handover`, { to });
      assert.deepEqual([refused.status, refused.body.code, refused.body.issues?.[0]?.path], [400, 'malformed', 'to']);
    }
    assert.equal((await own.call('POST', `${path}/handover`, { to: called.subject })).status, 200);
    await until('the case handed over', async () => (await called.call('GET', transcript)).status === 200);
    const [line, carers] = [called, own].map((each) => each.listen(`/v1/sessions/${player.sessionId}/events`));
    assert.ok(line && carers);
    await Promise.all([line, carers].map((each) => each.until('an event', () => true)));
    assert.equal((await called.call('POST', `${path}/resolve`, { disposition: 'safe' })).status, 200);
    await until('the case resolved', async () => (await called.call('GET', transcript)).status === 403);
    // Every connection is asked at its next heartbeat, and now, because a role is ended somewhere.
    await operator.call('POST', `/v1/staff/clinician-${randomBytes(6).toString('hex')}/revoke`, {});
    assert.equal(await line.closed, 4403);
    assert.equal(carers.socket.readyState, carers.socket.OPEN);
    carers.close();
  });

  it('a role that is revoked is out within a minute, with its open connections, and can be given again', async () => {
    const [leaving, operator] = [await enrolled(system(), 'clinician'), await enrolled(system(), 'operator')];
    const player = await enrolledPlayer(system(), [leaving]);
    const lines = ['/v1/crises/events', `/v1/sessions/${player.sessionId}/events`].map((path) => leaving.listen(path));
    await Promise.all(lines.map((line) => line.until('an event', () => true)));
    const from = performance.now();
    const { body } = await operator.call('POST', `/v1/staff/${leaving.subject}/revoke`, { role: 'clinician' });
    assert.deepEqual(body, { revoked: true });
    assert.equal((await leaving.call('GET', '/v1/crises')).status, 401);
    assert.deepEqual(await Promise.all(lines.map(({ closed }) => closed)), [4401, 4401]);
    assert.ok(performance.now() - from < 60_000);
    const invited = { role: 'clinician', subject: leaving.subject, displayName: 'Dr. Ruiz' };
    const { code } = (await operator.call<{ code: string }>('POST', '/v1/invitations', invited)).body;
    const redeemed = await request(`${system().api}/v1/auth/redeem`, 'POST', { code });
    const cookie = String(redeemed.headers.get('set-cookie')).split(';')[0] ?? '';
    const again = await request(`${system().api}/v1/crises`, 'GET', undefined, { cookie });
    assert.equal(again.status, 200);
    assert.equal((await leaving.call('GET', '/v1/crises')).status, 401);
  }).timeout(90_000);
});
