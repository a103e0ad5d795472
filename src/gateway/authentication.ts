// Who is asking: a bearer token, or the browser's HttpOnly cookie. A cookie comes along by itself, so a change that rides on
// one must carry a header that another site's form cannot set, and a socket must come from our own page.
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '../accounts/types.ts';
import type { Actor } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import type { Access } from './access.ts';
import type { GatewayServices } from './services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
  }
}

export const COOKIE = 'tta_session';
/** The cookie lives as long as the token in it: a working day. */
export const COOKIE_TTL_S = 12 * 3600;

export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

export function createGate({ accounts, settings }: Pick<GatewayServices, 'accounts' | 'settings'>) {
  async function actorOf(request: FastifyRequest): Promise<Actor> {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return accounts.verify(bearer);
    const cookie = request.cookies[COOKIE];
    if (cookie === undefined) throw new AppError('unauthenticated', 'Sign in first.');
    return accounts.verify(cookie);
  }

  return async (request: FastifyRequest, access: Access): Promise<void> => {
    refuseForgery(request);
    if (access === 'open' || access === 'socket' || (access === 'operations' && settings.loopback)) return;
    const actor = await actorOf(request);
    const allowed = access === 'operations' ? ['operator'] : access;
    if (!allowed.includes(actor.role)) throw new AppError('forbidden', 'Your account may not do this.');
    request.actor = actor;
  };
}

function refuseForgery(request: FastifyRequest): void {
  if (request.method === 'GET' || bearerOf(request) !== undefined || request.cookies[COOKIE] === undefined) return;
  if (request.headers['x-tta'] === undefined) {
    throw new AppError('forbidden', 'A change signed in by cookie needs the header X-TTA: 1.');
  }
}

/** The person behind a request that passed the gate. */
export function actorIn(request: FastifyRequest): Actor {
  if (request.actor === null) throw new AppError('unauthenticated', 'Sign in first.');
  return request.actor;
}

export async function signIn(
  reply: FastifyReply,
  { accounts, settings }: { accounts: Accounts; settings: GatewayServices['settings'] },
  actor: Parameters<Accounts['issue']>[0],
): Promise<void> {
  const token = await accounts.issue(actor, COOKIE_TTL_S);
  void reply.setCookie(COOKIE, token, { ...cookieOptions(settings), maxAge: COOKIE_TTL_S });
}

export function signOut(reply: FastifyReply, settings: GatewayServices['settings']): void {
  void reply.clearCookie(COOKIE, cookieOptions(settings));
}

function cookieOptions(settings: GatewayServices['settings']) {
  // A local run speaks plain HTTP on this machine, where a Secure cookie would not be sent back.
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: settings.env === 'production' } as const;
}

/** True when a browser's request comes from a page of this gateway. */
export function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || host === undefined) return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}
