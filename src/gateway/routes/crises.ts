// Crisis cases for the clinicians who care for the player.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CrisisCase } from '../../domain/crisis-case.ts';
import { DISPOSITIONS } from '../../domain/crisis-case.ts';
import { AppError } from '../../domain/errors.ts';
import { actorIn } from '../authentication.ts';
import { bodyAs, malformed } from '../body.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { idOf } from './params.ts';

const actSchema = z.object({ expectedVersion: z.number().int().min(0).optional() });
const resolveSchema = actSchema.extend({
  disposition: z.enum(DISPOSITIONS),
  note: z.string().trim().max(4000).optional(),
});
const listSchema = z.object({ status: z.literal('open').optional() });

export function crisisRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { accounts, cases, sessions } = services;
  const { ownership, read } = tools;

  app.get('/v1/crises', async (request) => {
    const asked = listSchema.safeParse(request.query);
    if (!asked.success)
      throw malformed('`status` is `open`, or left out for all.', [{ path: 'status', message: 'not a status' }]);
    const { subject } = actorIn(request);
    const players = await accounts.playersOf(subject);
    return cases.list({ players, ...(asked.data.status !== undefined && { status: asked.data.status }) });
  });

  app.get('/v1/crises/:id', (request) => caseOf(request));

  for (const name of ['acknowledge', 'release'] as const) {
    app.post(`/v1/crises/:id/${name}`, async (request) => {
      const { expectedVersion } = bodyAs(actSchema, request.body);
      return sessions.caseAct(await caredFor(request), name, by(request, expectedVersion));
    });
  }

  app.post('/v1/crises/:id/resolve', async (request) => {
    const { expectedVersion, disposition, note } = bodyAs(resolveSchema, request.body);
    // A clinician's note may speak of anything; it is read like every text, and counted, but never refused.
    if (note !== undefined) read(note);
    const caseId = await caredFor(request);
    return sessions.caseAct(caseId, 'resolve', {
      ...by(request, expectedVersion),
      disposition,
      ...(note !== undefined && { note }),
    });
  });

  /** The case itself answers for acts: its record in the graph follows a moment after it has opened. */
  async function caredFor(request: FastifyRequest): Promise<string> {
    const caseId = idOf(request);
    if (await accounts.cares(actorIn(request).subject, caseId)) return caseId;
    return (await caseOf(request)).caseId;
  }

  async function caseOf(request: FastifyRequest): Promise<CrisisCase> {
    const found = await cases.get(idOf(request));
    if (found === null) throw new AppError('not_found', 'There is no such case.');
    await ownership.requireCare(actorIn(request), found.caseId);
    return found;
  }

  function by(request: FastifyRequest, expectedVersion: number | undefined) {
    const { role, subject, displayName } = actorIn(request);
    return { role, subject, displayName, ...(expectedVersion !== undefined && { expectedVersion }) };
  }
}
