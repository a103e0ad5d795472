import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { createTokenIssuer } from '../../src/accounts/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import { parseKeyRing } from '../../src/privacy/index.ts';

const entry = (kid: string): string => `${kid}:${randomBytes(32).toString('base64url')}`;
const old = entry('old');
const ring = parseKeyRing(`${entry('new')},${old}`);
const tokens = createTokenIssuer({ tokenKeys: ring });
const unauthenticated = (error: unknown): boolean => error instanceof AppError && error.code === 'unauthenticated';

/** A token signed by hand, so that each claim can be wrong on its own. */
function signed(change: {
  kid?: string;
  key?: Uint8Array;
  issuer?: string;
  audience?: string;
  role?: unknown;
  endsIn?: number;
}): Promise<string> {
  return new SignJWT({ role: change.role ?? 'player', name: 'Ana' })
    .setProtectedHeader({ alg: 'HS256', kid: change.kid ?? ring.current.kid })
    .setIssuer(change.issuer ?? 'tta')
    .setAudience(change.audience ?? 'tta/api')
    .setSubject('ana')
    .setJti('1')
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + (change.endsIn ?? 60))
    .sign(change.key ?? ring.current.key);
}

describe('a token', () => {
  it('says who its bearer is', async () => {
    const token = await tokens.issue({ role: 'clinician', subject: 'dr-1', displayName: 'Dr. Ruiz' });
    assert.deepEqual(await tokens.verify(token), { role: 'clinician', subject: 'dr-1', displayName: 'Dr. Ruiz' });
    assert.equal((await tokens.verify(await signed({}))).displayName, 'Ana');
  });

  it('says to the millisecond when it was issued, so that a revocation in the same second can be told apart', async () => {
    const before = Date.now();
    const { issuedAt } = await tokens.read(await tokens.issue({ role: 'player', subject: 'p1' }));
    assert.ok(issuedAt >= before && issuedAt <= Date.now(), `${issuedAt - before} ms off`);
    // One that only tells the second counts as of its beginning, so nothing revoked within it is let in.
    const whole = await tokens.read(await signed({}));
    assert.equal(whole.issuedAt % 1000, 0);
    assert.ok(whole.issuedAt <= Date.now());
  });

  it('is named after its subject where no name was given, and carries that it is a demonstration', async () => {
    const token = await tokens.issue({ role: 'player', subject: 'p1', demo: true });
    assert.deepEqual(await tokens.verify(token), { role: 'player', subject: 'p1', displayName: 'p1', demo: true });
  });

  it('signed by an older key of the ring is still good', async () => {
    const token = await createTokenIssuer({ tokenKeys: parseKeyRing(old) }).issue({ role: 'player', subject: 'p1' });
    assert.equal((await tokens.verify(token)).subject, 'p1');
  });

  const faults: [string, () => Promise<string>][] = [
    ['that has ended', () => signed({ endsIn: -1 })],
    ['signed by another key', () => signed({ key: randomBytes(32) })],
    ['of an unknown key id', () => signed({ kid: 'nobody' })],
    ['for another audience', () => signed({ audience: 'elsewhere' })],
    ['of another issuer', () => signed({ issuer: 'elsewhere' })],
    ['with a role that does not exist', () => signed({ role: 'admin' })],
    ['with a role that is not even text', () => signed({ role: ['operator'] })],
    ['that is no token', async () => 'hello'],
    ['that is empty', async () => ''],
  ];
  for (const [what, make] of faults) {
    it(`${what} is refused`, async () => {
      await assert.rejects(tokens.verify(await make()), unauthenticated);
    });
  }

  it('that was good a moment ago ends with its time all the same', async () => {
    const token = await signed({ endsIn: 1 });
    await tokens.verify(token);
    await later(1_100);
    await assert.rejects(tokens.verify(token), unauthenticated);
  });

  it('says the same to everybody who asks, whatever one of them makes of the answer', async () => {
    const token = await signed({});
    Object.assign(await tokens.verify(token), { role: 'operator' });
    assert.equal((await tokens.verify(token)).role, 'player');
  });

  it('like a good one but for its last letters is refused, also after the good one', async () => {
    const token = await signed({});
    await tokens.verify(token);
    await assert.rejects(tokens.verify(`${token.slice(0, -4)}AAAA`), unauthenticated);
  });

  it('that claims to need no signature is refused', async () => {
    const [, body] = (await signed({})).split('.');
    const head = Buffer.from(JSON.stringify({ alg: 'none', kid: ring.current.kid })).toString('base64url');
    await assert.rejects(tokens.verify(`${head}.${body}.`), unauthenticated);
  });

  it('whose role was changed by its bearer is refused', async () => {
    const [head, body = '', signature] = (await signed({})).split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, role: 'operator' })).toString('base64url');
    await assert.rejects(tokens.verify(`${head}.${forged}.${signature}`), unauthenticated);
  });

  it('is not issued without a subject, for ever, or for no time', async () => {
    for (const [subject, ttl] of [
      ['', 60],
      ['p', 1e9],
      ['p', 0],
      ['p', Number.NaN],
      ['x'.repeat(201), 60],
    ] as const) {
      await assert.rejects(
        tokens.issue({ role: 'player', subject }, ttl),
        (error: unknown) => error instanceof AppError && error.code === 'malformed',
      );
    }
  });
});
