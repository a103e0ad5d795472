// Crisis cases for those who may answer for them: the list, one case with all that belongs to it, and a rehearsal.
import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PSEUDONYM_LENGTH } from '../../domain/session.ts';
import { actorIn } from '../authentication.ts';
import { bodyAs, malformed } from '../body.ts';
import { LOOKED_THROUGH } from '../case-access.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { caseMetadata } from '../views.ts';
import { idOf } from './params.ts';

const listSchema = z.object({ status: z.enum(['open', 'resolved']).optional() });
const drillSchema = z.object({ level: z.enum(['moderate', 'high', 'critical']).default('critical') });

export function crisisRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { accounts, audit, auditWriter, cases, log, metrics, sessions } = services;
  const { accessLog, answerable, casesFor } = tools;

  app.get('/v1/crises', async (request) => {
    const asked = listSchema.safeParse(request.query);
    if (!asked.success)
      throw malformed('`status` is `open` or `resolved`, or left out for all.', [
        { path: 'status', message: 'not a status' },
      ]);
    const filter = asked.data.status === undefined ? {} : { status: asked.data.status };
    const actor = actorIn(request);
    if (actor.role === 'supervisor') {
      return (await cases.list({ ...filter, limit: LOOKED_THROUGH })).map(caseMetadata);
    }
    return casesFor(actor, filter);
  });

  app.get('/v1/crises/:id', async (request) => {
    const actor = actorIn(request);
    const found = await answerable(actor, idOf(request));
    const [entries, player] = await Promise.all([
      cases.entries(found.caseId, found.number),
      playerOf(found.caseId).catch((error: unknown) => {
        // The case is for somebody in danger: it is shown also when their profile is not to be had.
        log.error({ err: error }, "a case is shown without the player's profile");
        return null;
      }),
    ]);
    accessLog.caseOpened(actor, found);
    return { ...found, entries, player };
  });

  /** The whole chain for nobody: a case of a made-up player, marked as a drill in everything that it says. */
  app.post('/v1/crises/drill', async (request, reply) => {
    const actor = actorIn(request);
    const { level } = bodyAs(drillSchema, request.body);
    const player = randomBytes(PSEUDONYM_LENGTH / 2).toString('hex');
    const at = Date.now();
    const { caseId } = await sessions.openCase({
      sessionId: `${player}-${randomBytes(8).toString('hex')}`,
      turnId: randomUUID(),
      kind: 'suicide',
      level,
      response: level === 'moderate' ? 'checkin' : 'hold',
      reasons: ['drill'],
      at,
      origin: 'drill',
    });
    metrics.casesOpened.inc({ door: 'drill' });
    const { subject, role } = actor;
    audit
      .append(auditWriter, `drill/${caseId}`, { act: 'case.drill', at, subject, role, about: caseId, facts: { level } })
      .catch((error: unknown) => log.error({ err: error }, 'a drill could not be recorded'));
    return reply.code(201).send({ caseId });
  });

  async function playerOf(player: string) {
    const [{ country, language, intake, contactPerson }, careTeam] = await Promise.all([
      accounts.profile(player),
      accounts.teamOf(player),
    ]);
    const agreed = intake?.consents.crisisContact === true;
    return { country, language, careTeam, contactPerson: agreed ? (contactPerson ?? null) : null };
  }
}
