// Bearer tokens: short-lived signed statements of who somebody is. Checking one needs nothing but the token keys, so
// people can come in, and be helped, while every other part is down.
import { hash, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { type Actor, ROLES, type Role } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import type { KeyRing } from '../privacy/index.ts';

const ISSUER = 'tta';
const AUDIENCE = 'tta/api';
/** A working day: long enough for a shift, short enough that a lost token is of little use the next day. */
const DEFAULT_TTL_S = 12 * 3600;
/** No token outlives a month, whatever is asked for. */
export const MAX_TTL_S = 30 * 24 * 3600;
const MAX_SUBJECT = 200;
const MAX_NAME = 100;
/** Tokens whose signature is remembered, about 300 bytes each; the oldest goes first and is checked again. */
const REMEMBERED_MAX = 10_000;

export interface TokenSubject {
  role: Role;
  subject: string;
  displayName?: string;
  /** A demonstration account; honoured only where `TTA_ENV` is local. */
  demo?: boolean;
}

export interface TokenIssuer {
  /** Seconds to live: 1 to 2,592,000 (30 days), 12 hours when left out. */
  issue(actor: TokenSubject, ttlS?: number): Promise<string>;
  /** AppError('unauthenticated') when expired, forged, or meant for something else. `issuedAt` in epoch milliseconds. */
  read(token: string): Promise<{ actor: Actor; issuedAt: number }>;
  /** The actor alone. */
  verify(token: string): Promise<Actor>;
}

interface Statement {
  actor: Actor;
  issuedAt: number;
  /** Epoch seconds. */
  expiresAt: number;
}

export function createTokenIssuer({ tokenKeys }: { tokenKeys: KeyRing }): TokenIssuer {
  /** What tokens said whose signature was found good, under their digests. The same bytes under the same ring stay good until they
   *  expire; checking them anew cost a tenth of the gateway's time in a turn. Revocation is no matter of the signature. */
  const known = new Map<string, Statement>();

  const issuer: TokenIssuer = {
    async issue({ role, subject, displayName, demo }, ttlS = DEFAULT_TTL_S) {
      if (!ROLES.includes(role)) throw new AppError('malformed', `The role must be one of ${ROLES.join(', ')}.`);
      if (!fits(subject, MAX_SUBJECT)) {
        throw new AppError('malformed', `The subject must have 1 to ${MAX_SUBJECT} characters.`);
      }
      const name = displayName ?? subject;
      if (!fits(name, MAX_NAME)) throw new AppError('malformed', `The name must have 1 to ${MAX_NAME} characters.`);
      if (!(ttlS >= 1 && ttlS <= MAX_TTL_S)) {
        throw new AppError('malformed', `A token lives between 1 second and ${MAX_TTL_S} seconds.`);
      }
      const now = Date.now();
      return (
        new SignJWT({ role, name, ...(demo === true ? { demo } : {}) })
          .setProtectedHeader({ alg: 'HS256', kid: tokenKeys.current.kid, typ: 'JWT' })
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setSubject(subject)
          .setJti(randomUUID())
          // Seconds with a fraction, as RFC 7519 allows: what was issued after a revocation in the same second is told from what was
          // issued before. A token with whole seconds counts as issued at their beginning.
          .setIssuedAt(now / 1000)
          .setExpirationTime(Math.floor(now / 1000) + Math.floor(ttlS))
          .sign(tokenKeys.current.key)
      );
    },

    verify: async (token) => (await issuer.read(token)).actor,

    async read(token) {
      const digest = hash('sha256', token);
      let statement = known.get(digest);
      if (statement === undefined || statement.expiresAt <= Math.floor(Date.now() / 1000)) {
        known.delete(digest);
        statement = await checked(token);
        const [oldest] = known.keys();
        if (known.size >= REMEMBERED_MAX && oldest !== undefined) known.delete(oldest);
        known.set(digest, statement);
      }
      return { actor: { ...statement.actor }, issuedAt: statement.issuedAt };
    },
  };
  return issuer;

  async function checked(token: string): Promise<Statement> {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(tokenKeys, kid), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'iat', 'exp', 'jti', 'role', 'name'],
    }).catch(() => {
      throw unauthenticated();
    });
    const { sub, iat, exp, role, name, demo } = payload;
    const named = ROLES.find((one) => one === role);
    if (
      named === undefined ||
      sub === undefined ||
      iat === undefined ||
      exp === undefined ||
      typeof name !== 'string'
    ) {
      throw unauthenticated();
    }
    const actor = { role: named, subject: sub, displayName: name, ...(demo === true ? { demo: true } : {}) };
    return { actor, issuedAt: Math.round(iat * 1000), expiresAt: exp };
  }
}

function keyOf(ring: KeyRing, kid: string | undefined): Uint8Array {
  const key = kid === undefined ? undefined : ring.find(kid);
  if (key === undefined) throw unauthenticated();
  return key;
}

function fits(text: string, max: number): boolean {
  return text.trim() !== '' && text.length <= max;
}

/** One answer for all causes: which of them it was helps only somebody who tries tokens. */
function unauthenticated(): AppError {
  return new AppError('unauthenticated', 'This sign-in is not valid or has ended. Sign in again.');
}
