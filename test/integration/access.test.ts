// Every route with every role, and every person with what is another's, over the running gateway.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'mocha';
import { ROLES, type Role } from '../../src/domain/actors.ts';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import { ACCESS } from '../../src/gateway/index.ts';
import {
  CRISIS,
  listedCase,
  listen,
  type Person,
  type Player,
  person,
  playing,
  request,
  sharedSystem,
} from '../support/outside.ts';

describe('access to the running system', function () {
  this.timeout(60_000);
  const system = sharedSystem();

  describe('by role', () => {
    const people = new Map<Role, Person>();
    before(async () => {
      for (const role of ROLES) people.set(role, await person(system(), role));
    });
    const nobodys = `${'0'.repeat(16)}-${'0'.repeat(16)}`;

    for (const [route, access] of Object.entries(ACCESS)) {
      const [method = '', pattern = ''] = route.split(' ');
      if (pattern.includes('*') || access === 'socket') continue;
      const path = pattern.replace(':id', nobodys);
      const open = access === 'open' || access === 'operations';

      it(`${route} is for ${open ? 'everybody on this machine' : access.join(' and ')}`, async () => {
        const anonymous = await request(`${system().api}${path}`, method);
        if (!open) assert.deepEqual([anonymous.status, anonymous.body.code], [401, 'unauthenticated']);
        for (const role of ROLES) {
          const { status, body } = (await people.get(role)?.call(method, path)) ?? anonymous;
          assert.ok(status < 500, `${role}: ${status}`);
          assert.notEqual(body.detail, 'There is nothing at this address.', 'the route exists');
          if (open || access.includes(role)) assert.ok(status !== 401 || path.includes('redeem'), `${role}: ${status}`);
          else assert.deepEqual([role, status, body.code], [role, 403, 'forbidden']);
        }
      });
    }

    for (const pattern of Object.keys(ACCESS).filter((route) => ACCESS[route] === 'socket')) {
      const path = pattern.split(' ')[1]?.replace(':id', nobodys) ?? '';
      it(`${pattern} is closed with 4403 to whom it does not concern, and 4401 to a forged token`, async () => {
        const wrong = path.includes('crises') ? ROLES.filter((role) => role !== 'clinician') : ROLES;
        for (const role of wrong) assert.equal(await people.get(role)?.listen(path).closed, 4403, role);
        assert.equal(await listen(system(), path, ['tta', 'forged']).closed, 4401);
      });
    }
  });

  describe('by person', () => {
    let ann: Player;
    let bob: Player;
    let anns: Person;
    let bobs: Person;

    before(async () => {
      [anns, bobs] = [await enrolled('clinician'), await enrolled('clinician')];
      [ann, bob] = [await enrolledPlayer(anns), await enrolledPlayer(bobs)];
      for (const player of [ann, bob]) assert.equal((await player.say(CRISIS)).body.kind, 'help');
      for (const [clinician, player] of [
        [anns, ann],
        [bobs, bob],
      ] as const)
        await listedCase(clinician, player);
    });

    const enrolled = (role: Role) => person(system(), role, { demo: false });

    async function enrolledPlayer(clinician: Person): Promise<Player> {
      const operator = await enrolled('operator');
      const somebody = await enrolled('player');
      const careTeam = [clinician.subject];
      await operator.call('POST', '/v1/invitations', {
        role: 'player',
        subject: somebody.subject,
        displayName: 'R',
        careTeam,
      });
      await somebody.call('POST', '/v1/players/me/intake', {
        textVersion: '1',
        consents: { play: true, clinicianMayRead: true, crisisContact: true, modelProvider: false },
        ageBand: '25-44',
        country: 'US',
      });
      const { body } = await somebody.call<{ sessionId: string; opening: TurnReply }>('POST', '/v1/sessions', {});
      return playing(somebody, body);
    }

    it('a player sees and changes nothing of another player', async () => {
      const path = `/v1/sessions/${bob.sessionId}`;
      assert.equal((await ann.call('GET', path)).status, 403);
      assert.equal((await ann.call('GET', `${path}/transcript`)).status, 403);
      for (const act of ['pause', 'resume', 'end', 'human']) {
        assert.equal((await ann.call('POST', `${path}/${act}`)).status, 403, act);
      }
      assert.equal(
        (await ann.call('POST', `${path}/turns`, { turnId: randomUUID(), text: 'look around' })).status,
        403,
      );
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
      assert.deepEqual(
        seen.body.map(({ sessions }) => sessions),
        [[ann.sessionId]],
      );
      assert.equal((await anns.call('GET', `/v1/sessions/${ann.sessionId}`)).status, 200);
      assert.equal((await anns.call('GET', `/v1/sessions/${ann.sessionId}/transcript`)).status, 200);
      const path = `/v1/sessions/${bob.sessionId}`;
      for (const other of [path, `${path}/transcript`, `/v1/crises/${bob.sessionId.slice(0, 16)}`]) {
        assert.equal((await anns.call('GET', other)).status, 403, other);
      }
      for (const act of ['acknowledge', 'release', 'resolve']) {
        const of = `/v1/crises/${bob.sessionId.slice(0, 16)}/${act}`;
        assert.equal((await anns.call('POST', of, { disposition: 'safe' })).status, 403, act);
      }
      for (const act of ['pause', 'end', 'escalate', 'human']) {
        assert.equal((await anns.call('POST', `${path}/${act}`, { reason: 'to see' })).status, 403, act);
      }
      assert.equal(await anns.listen(`${path}/events`).closed, 4403);
    });

    it('a clinician’s live queue shows the own cases only', async () => {
      const queue = anns.listen('/v1/crises/events');
      await queue.until('the queue', () => true);
      const told = JSON.stringify(queue.heard[0]);
      assert.ok(told.includes(ann.sessionId) && !told.includes(bob.sessionId));
      queue.close();
    });

    it('an operator and a supervisor read no session', async () => {
      for (const role of ['operator', 'supervisor'] as const) {
        const somebody = await enrolled(role);
        for (const path of [
          `/v1/sessions/${ann.sessionId}`,
          `/v1/sessions/${ann.sessionId}/transcript`,
          '/v1/crises',
        ]) {
          assert.equal((await somebody.call('GET', path)).status, 403, `${role} ${path}`);
        }
        assert.equal(await somebody.listen(`/v1/sessions/${ann.sessionId}/events`).closed, 4403);
      }
    });

    it('a clinician on no care team sees no case', async () => {
      const stranger = await enrolled('clinician');
      const { body } = await stranger.call<CrisisCase[]>('GET', '/v1/crises');
      assert.deepEqual(body, []);
    });
  });
});
