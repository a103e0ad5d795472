// Every route with every kind of person, by a table of this file's own, over the running gateway. The table says who comes in and what they are then answered; everybody else is 403, or 401 without a sign-in.
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { before, describe, it } from 'mocha';
import { ACCESS } from '../../src/gateway/index.ts';
import {
  type Answer,
  CRISIS,
  listedCase,
  listen,
  type Person,
  type Player,
  personWith,
  request,
  sharedSystem,
} from '../support/outside.ts';
import { until } from '../support/until.ts';
import { breakGlass, enrolled, enrolledPlayer, INTAKE, pseudonymOf } from './access-fixture.ts';

const PEOPLE = [
  'owner', // the player whose session and case it is
  'other', // another player
  'team', // a clinician of the owner's care team
  'stranger', // a clinician of another team
  'routed', // a clinician of another team, to whom the owner's case was handed over
  'glass', // a clinician of another team who broke the glass
  'supervisor',
  'supervisorWithGlass',
  'operator',
  'nobody', // no sign-in at all
  'expired', // the owner, with a sign-in that has ended
  'revoked', // a clinician of the owner's care team until a moment ago
] as const;
type Who = (typeof PEOPLE)[number];

const SIGNED_OUT: readonly Who[] = ['nobody', 'expired', 'revoked'];
const PLAYERS: readonly Who[] = ['owner', 'other'];
const CLINICIANS: readonly Who[] = ['team', 'stranger', 'routed', 'glass'];
const SUPERVISORS: readonly Who[] = ['supervisor', 'supervisorWithGlass'];
const STAFF: readonly Who[] = [...CLINICIANS, ...SUPERVISORS];
const EVERYBODY: readonly Who[] = [...PLAYERS, ...STAFF, 'operator'];
/** Clinicians who may act on the owner's session and case. */
const TREATING: readonly Who[] = ['team', 'routed', 'glass'];
const READING: readonly Who[] = [...TREATING, 'supervisorWithGlass'];

interface Row {
  in: readonly Who[] | 'all';
  /** What those who come in are answered. Default 200. */
  is?: readonly number[];
  body?: object;
}

/** No session and no case is at this version: whoever may act is answered 409, and nothing changes. */
const nothing = { expectedVersion: 999_999 };
const act = (more: object = {}): Pick<Row, 'is' | 'body'> => ({ is: [409], body: { ...nothing, ...more } });
/** A page may not be built, and then there is none; never is it a question of who asks. */
const page: Row = { in: 'all', is: [200, 404] };
/** Refused for its fields by whoever let it in. */
const malformed = (body: object): Pick<Row, 'is' | 'body'> => ({ is: [400], body });
const TABLE: Readonly<Record<string, Row>> = {
  'GET /': page,
  'GET /clinician': page,
  'GET /assets/*': page,
  'GET /*': page,
  'GET /healthz': { in: 'all' },
  'GET /readyz': { in: 'all' },
  'GET /metrics': { in: 'all' },

  'GET /v1/info': { in: 'all' },
  'GET /v1/help/resources': { in: 'all' },
  'POST /v1/auth/redeem': { in: 'all', ...malformed({}) },
  'POST /v1/auth/demo': { in: 'all', body: { role: 'player' } },
  'POST /v1/auth/logout': { in: 'all' },
  'GET /v1/auth/me': { in: EVERYBODY },
  'POST /v1/invitations': { in: ['operator'], ...malformed({ role: 'player' }) },
  'POST /v1/staff/:subject/revoke': { in: ['operator'], body: { role: 'clinician' } },

  'GET /v1/players/me': { in: PLAYERS },
  'PUT /v1/players/me': { in: PLAYERS, body: {} },
  'POST /v1/players/me/intake': { in: PLAYERS, body: INTAKE },
  'GET /v1/players/me/export': { in: PLAYERS },
  'POST /v1/players/:id/break-glass': { in: STAFF, ...malformed({ reason: 'short' }) },

  'GET /v1/worlds': { in: PLAYERS },
  'GET /v1/sessions': { in: PLAYERS },
  'POST /v1/sessions': { in: PLAYERS, is: [201], body: {} },
  'GET /v1/sessions/:id': { in: ['owner', ...READING] },
  'GET /v1/sessions/:id/transcript': { in: ['owner', ...READING] },
  'GET /v1/sessions/:id/events': { in: ['owner', ...READING] },
  'GET /v1/sessions/:id/shared-with': { in: ['owner'] },
  'POST /v1/sessions/:id/turns': { in: ['owner'], body: { turnId: randomUUID(), text: 'look around' } },
  'POST /v1/sessions/:id/messages': { in: ['owner'], body: { text: 'Are you there?' } },
  'POST /v1/sessions/:id/pause': { in: ['owner', ...TREATING], ...act() },
  'POST /v1/sessions/:id/resume': { in: ['owner', ...TREATING], ...act() },
  'POST /v1/sessions/:id/human': { in: ['owner', ...TREATING], body: nothing },
  'POST /v1/sessions/:id/escalate': { in: TREATING, ...act({ reason: 'to see' }) },
  'POST /v1/sessions/:id/guidance': { in: TREATING, ...act({ kind: 'gentler' }) },

  'GET /v1/crises': { in: STAFF },
  'GET /v1/crises/events': { in: CLINICIANS },
  'GET /v1/crises/:id': { in: READING },
  'POST /v1/crises/:id/acknowledge': { in: TREATING, ...act() },
  'POST /v1/crises/:id/note': { in: TREATING, ...act({ text: 'Called.' }) },
  'POST /v1/crises/:id/messages': { in: TREATING, ...act({ text: 'I am here.' }) },
  'POST /v1/crises/:id/release': { in: TREATING, ...act() },
  'POST /v1/crises/:id/resolve': { in: TREATING, ...act({ disposition: 'safe' }) },
  'POST /v1/crises/:id/reopen': { in: TREATING, ...act() },
  'POST /v1/crises/:id/handover': { in: TREATING, ...malformed({ ...nothing, to: 'somebody' }) },
  'POST /v1/crises/drill': { in: [...SUPERVISORS, 'operator'], ...malformed({ level: 'none' }) },

  'GET /v1/shifts': { in: STAFF },
  'GET /v1/reports/safety': { in: [...SUPERVISORS, 'operator'] },

  // The last one, because it really ends the session; who comes second hears that it has ended.
  'POST /v1/sessions/:id/end': { in: ['owner', ...TREATING], is: [200, 409] },
};
const SOCKETS = ['GET /v1/sessions/:id/events', 'GET /v1/crises/events'];

describe('access to the running system by role', function () {
  this.timeout(60_000);
  const system = sharedSystem();
  const people = new Map<Who, Person>();
  let owner: Player;

  before(async () => {
    const clinicians = await Promise.all(Array.from({ length: 5 }, () => enrolled(system(), 'clinician')));
    const [team, stranger, routed, glass, revoked] = clinicians;
    assert.ok(team && stranger && routed && glass && revoked);
    const [supervisor, supervisorWithGlass] = [
      await enrolled(system(), 'supervisor'),
      await enrolled(system(), 'supervisor'),
    ];
    const operator = await enrolled(system(), 'operator');
    owner = await enrolledPlayer(system(), [team, revoked]);
    const other = await enrolledPlayer(system(), [stranger]);
    const token = await system().token('player', owner.subject, { demo: false, ttlS: 1 });
    const expired = personWith(system(), token, owner.subject);
    people.set('owner', owner).set('other', other).set('expired', expired).set('operator', operator);
    people.set('team', team).set('stranger', stranger).set('routed', routed).set('glass', glass);
    people.set('supervisor', supervisor).set('supervisorWithGlass', supervisorWithGlass).set('revoked', revoked);

    assert.equal((await owner.say(CRISIS)).body.kind, 'help');
    await listedCase(team, owner);
    const path = `/v1/crises/${pseudonymOf(owner)}`;
    assert.equal((await team.call('POST', `${path}/acknowledge`)).status, 200);
    assert.equal((await team.call('POST', `${path}/handover`, { to: routed.subject })).status, 200);
    await until('the handed over case', async () => (await routed.call('GET', path)).status === 200);
    await breakGlass(glass, owner);
    await breakGlass(supervisorWithGlass, owner);
    assert.equal((await revoked.call('GET', path)).status, 200);
    assert.equal((await operator.call('POST', `/v1/staff/${revoked.subject}/revoke`)).status, 200);
    await until('the token ended', async () => (await expired.call('GET', '/v1/auth/me')).status === 401);
  });

  const pathOf = (pattern: string): string => {
    const id = pattern.includes('/sessions/') ? owner.sessionId : pseudonymOf(owner);
    return pattern.replace(':id', id).replace(':subject', `clinician-${randomBytes(6).toString('hex')}`);
  };

  async function ask(who: Who, method: string, path: string, body?: object): Promise<Answer<unknown>> {
    return people.get(who)?.call(method, path, body) ?? request(`${system().api}${path}`, method, body);
  }

  it('has a line in this table for each route, and a route for each line', () => {
    assert.deepEqual(
      Object.keys(TABLE).filter((route) => !(route in ACCESS)),
      [],
      'no such route',
    );
    assert.deepEqual(
      Object.keys(ACCESS).filter((route) => !(route in TABLE)),
      [],
      'no line in the table',
    );
  });

  for (const [route, row] of Object.entries(TABLE)) {
    if (SOCKETS.includes(route)) continue;
    const [method = '', pattern = ''] = route.split(' ');
    const { is = [200], body } = row;
    const isIn = (who: Who): boolean => row.in === 'all' || row.in.includes(who);

    it(`${route} lets in ${row.in === 'all' ? 'everybody' : row.in.join(', ')}`, async () => {
      const path = pathOf(pattern);
      await Promise.all(
        PEOPLE.map(async (who) => {
          const { status, body: answer } = await ask(who, method, path, body);
          if (row !== page) assert.notEqual(answer.detail, 'There is nothing at this address.', 'the route exists');
          if (isIn(who)) assert.ok(is.includes(status), `${who}: ${status} ${answer.code} instead of ${is}`);
          else if (SIGNED_OUT.includes(who))
            assert.deepEqual([who, status, answer.code], [who, 401, 'unauthenticated']);
          else assert.deepEqual([who, status, answer.code], [who, 403, 'forbidden']);
        }),
      );
    });
  }

  for (const route of SOCKETS) {
    it(`${route} is opened to ${String(TABLE[route]?.in)} and closed to the others with a code that says why`, async () => {
      const path = pathOf(route.replace('GET ', ''));
      await Promise.all(
        PEOPLE.map(async (who) => {
          const line = people.get(who)?.listen(path) ?? listen(system(), path, ['tta', 'forged']);
          const isIn = TABLE[route]?.in.includes(who) === true;
          const seen = await Promise.race([line.until('an event', () => true).then(() => 'served'), line.closed]);
          assert.deepEqual([who, seen], [who, isIn ? 'served' : SIGNED_OUT.includes(who) ? 4401 : 4403]);
          line.close();
        }),
      );
    });
  }
});
