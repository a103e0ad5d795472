// Coming in and going out: invitations, demonstration accounts of a local run, and what the page asks about its reader.
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ROLES, type Role } from '../../domain/actors.ts';
import { AppError } from '../../domain/errors.ts';
import { actorIn, signIn, signOut } from '../authentication.ts';
import { bodyAs } from '../body.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';

const name = z.string().trim().min(1).max(60);
const redeemSchema = z.object({ code: z.string().min(1).max(200) });
const demoSchema = z.object({ role: z.enum(ROLES), name: name.optional() });
const invitationSchema = z.strictObject({
  role: z.enum(ROLES),
  subject: z.string().trim().min(1).max(200),
  displayName: name,
  /** Account ids of the clinicians who will care for the player. */
  careTeam: z.array(z.string().min(1).max(200)).max(20).default([]),
});

const DEMO_NAMES = {
  player: 'Demo player',
  clinician: 'Demo clinician',
  supervisor: 'Demo supervisor',
  operator: 'Demo operator',
};

export function authRoutes(app: FastifyInstance, services: GatewayServices, { passFreeText }: GatewayTools): void {
  const { accounts, pseudonymise, settings } = services;

  app.post('/v1/auth/redeem', async (request, reply) => {
    const actor = await accounts.redeemInvitation(bodyAs(redeemSchema, request.body).code);
    await signIn(reply, services, actor);
    return actor;
  });

  app.post('/v1/auth/demo', async (request, reply) => {
    if (settings.env !== 'local') throw new AppError('not_found', 'Demonstration accounts exist in a local run only.');
    const { role, name } = bodyAs(demoSchema, request.body);
    const actor = { role, subject: demoSubject(role, name), displayName: name ?? DEMO_NAMES[role], demo: true };
    const help = name === undefined ? null : await passFreeText(actor, { name });
    if (help !== null) return help;
    await signIn(reply, services, actor);
    return actor;
  });

  app.post('/v1/auth/logout', async (_request, reply) => {
    signOut(reply, settings);
    return { signedIn: false };
  });

  app.get('/v1/auth/me', async (request) => actorIn(request));

  app.post('/v1/invitations', async (request, reply) => {
    const { role, subject, displayName, careTeam } = bodyAs(invitationSchema, request.body);
    if (role === 'player') {
      for (const clinician of careTeam) await accounts.assignCare(clinician, pseudonymise(subject));
    }
    const { code, expiresAt } = await accounts.createInvitation(role, subject, displayName);
    return reply.code(201).send({ code, expiresAt: new Date(expiresAt).toISOString() });
  });
}

/** The same name is the same account, so that a player who comes back after the cookie has ended finds the earlier stories. */
function demoSubject(role: Role, name: string | undefined): string {
  const known = name?.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  const id = known === undefined ? randomBytes(6) : createHash('sha256').update(known).digest().subarray(0, 6);
  return `demo-${role}-${id.toString('hex')}`;
}
