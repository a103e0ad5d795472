// Staff among themselves: who is on duty, breaking the glass for a reason, ending somebody's role.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ROLES } from '../../domain/actors.ts';
import { AppError } from '../../domain/errors.ts';
import { actorIn } from '../authentication.ts';
import { bodyAs } from '../body.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { idOf, paramOf } from './params.ts';

const glassSchema = z.strictObject({ reason: z.string().trim().min(10).max(500) });
/** A misspelt role would end all of them. */
const revokeSchema = z.strictObject({ role: z.enum(ROLES).optional() });

export function staffRoutes(app: FastifyInstance, services: GatewayServices, { read, sockets }: GatewayTools): void {
  const { accounts, audit, auditWriter, cases, coverage, disclosures, keys, presence, world } = services;

  app.get('/v1/shifts', async () => {
    const now = Date.now();
    const present = await presence.list();
    const isHere = new Set(present.map(({ subject }) => subject));
    return {
      coverage: coverage.at(now),
      sentence: coverage.sentence(now),
      ladder: coverage.ladder().map((one) => ({ ...one, present: isHere.has(one.subject) })),
      present,
    };
  });

  app.post('/v1/players/:id/break-glass', async (request, reply) => {
    const actor = actorIn(request);
    const { reason } = bodyAs(glassSchema, request.body);
    read(reason);
    const player = idOf(request);
    if (!(await isKnown(player))) throw new AppError('not_found', 'There is no such player.');
    const { subject, role, displayName: who } = actor;
    const at = Date.now();
    // The reason rests under the player's key; somebody with a case and no session may have none yet.
    await keys.ensurePlayer(player);
    // Recorded before it is granted: what cannot be recorded is not granted.
    const event = { act: 'access.break_glass', at, subject, role, about: player };
    await audit.append(auditWriter, `glass/${randomUUID()}`, event);
    await disclosures.add({
      id: `glass/${randomUUID()}`,
      player,
      sessionId: null,
      at,
      who,
      what: 'break_glass',
      reason,
    });
    const { until } = await accounts.breakGlass(actor, player, reason);
    return reply.code(201).send({ until: new Date(until).toISOString() });
  });

  app.post('/v1/staff/:subject/revoke', async (request) => {
    const { role = null } = bodyAs(revokeSchema, request.body);
    const about = paramOf(request, 'subject');
    const { subject, role: by } = actorIn(request);
    await accounts.revoke(about, role);
    // Here at once; other gateways hear of it within a minute.
    sockets.recheckAll();
    const facts = { account: services.pseudonymise(about), role };
    await audit.append(auditWriter, `revoke/${randomUUID()}`, {
      act: 'access.revoke',
      at: Date.now(),
      subject,
      role: by,
      facts,
    });
    return { revoked: true };
  });

  /** A player who has begun a story, or has a case. */
  async function isKnown(player: string): Promise<boolean> {
    if ((await cases.get(player)) !== null) return true;
    return (await world.sessionsOf(player)).length > 0;
  }
}
