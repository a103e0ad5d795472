// Who may call what: every route with every role, by the one table.
import assert from 'node:assert/strict';
import type { InjectOptions } from 'fastify';
import { after, before, describe, it } from 'mocha';
import { ROLES } from '../../src/domain/actors.ts';
import { ACCESS } from '../../src/gateway/index.ts';
import { type Fixture, openFixture } from './gateway-fixture.ts';

describe('access to the gateway', () => {
  let at: Fixture;
  before(async () => {
    at = await openFixture({ loopback: false });
  });
  after(() => at.close());

  const routes = Object.entries(ACCESS).filter(
    ([route]) => route.includes('/v1/') || /health|ready|metrics/.test(route),
  );
  const call = (route: string, headers: Record<string, string> = {}) => {
    const [method, url = ''] = route.split(' ');
    const asked = { method, url: url.replace(':id', `${'0'.repeat(16)}-${'0'.repeat(16)}`), headers };
    return at.app.inject(asked as InjectOptions);
  };

  for (const [route, access] of routes) {
    if (access === 'socket') continue;
    it(`${route} is for ${access === 'operations' ? 'operators' : access}`, async () => {
      if (access !== 'open') assert.equal((await call(route)).statusCode, 401);
      for (const role of ROLES) {
        const { statusCode } = await call(route, { authorization: `Bearer ${await at.token(role, 'carer')}` });
        const allowed = access === 'open' || (access === 'operations' ? role === 'operator' : access.includes(role));
        if (allowed) assert.ok(statusCode !== 401 || route.includes('redeem'), `${role} got ${statusCode}`);
        else assert.equal(statusCode, 403, role);
      }
    });
  }

  it('refuses a forged and an expired token', async () => {
    for (const token of ['nonsense', `${await at.token('player', 'ann')}x`]) {
      const answer = await call('GET /v1/sessions', { authorization: `Bearer ${token}` });
      assert.equal(answer.statusCode, 401);
      assert.equal(answer.json().code, 'unauthenticated');
      assert.match(String(answer.headers['content-type']), /problem\+json/);
    }
  });

  it('shows a session to its player and to the care team, and to nobody else', async () => {
    const url = `/v1/sessions/${await at.sessionOf('ann')}`;
    const status = async (role: 'player' | 'clinician', subject: string) => {
      const authorization = `Bearer ${await at.token(role, subject)}`;
      return (await at.app.inject({ url, headers: { authorization } })).statusCode;
    };
    assert.equal(await status('player', 'ann'), 200);
    assert.equal(await status('player', 'bob'), 403);
    assert.equal(await status('clinician', 'carer'), 200);
    assert.equal(await status('clinician', 'stranger'), 403);
  });

  it('signs a browser in with a cookie that scripts cannot read, and wants a header for changes', async () => {
    const signed = await at.app.inject({ method: 'POST', url: '/v1/auth/demo', payload: { role: 'player' } });
    assert.equal(signed.statusCode, 200);
    const set = String(signed.headers['set-cookie']);
    assert.match(set, /HttpOnly/);
    assert.match(set, /SameSite=Strict/);
    const cookie = set.split(';')[0] ?? '';
    const change = (headers: Record<string, string>) =>
      at.app.inject({ method: 'PUT', url: '/v1/players/me', headers: { cookie, ...headers }, payload: {} });
    assert.equal((await change({})).statusCode, 403);
    assert.equal((await change({ 'x-tta': '1' })).statusCode, 200);
    const me = await at.app.inject({ url: '/v1/auth/me', headers: { cookie } });
    assert.equal(me.json().role, 'player');
  });

  it('has no demonstration accounts in production', async () => {
    const production = await openFixture({ env: 'production' });
    try {
      const answer = await production.app.inject({
        method: 'POST',
        url: '/v1/auth/demo',
        payload: { role: 'operator' },
      });
      assert.equal(answer.statusCode, 404);
    } finally {
      await production.close();
    }
  });

  it('sends pages and answers with headers that keep a browser strict', async () => {
    const { headers } = await call('GET /v1/info');
    assert.match(String(headers['content-security-policy']), /default-src 'none'/);
    assert.equal(headers['cache-control'], 'no-store');
  });

  it('names the part that is down', async () => {
    const authorization = `Bearer ${await at.token('operator', 'op')}`;
    assert.equal((await at.app.inject({ url: '/readyz', headers: { authorization } })).statusCode, 200);
    at.away.graph = true;
    const answer = await at.app.inject({ url: '/readyz', headers: { authorization } });
    at.away.graph = false;
    assert.equal(answer.statusCode, 503);
    assert.deepEqual(answer.json().down, ['neo4j']);
  });
});
