// Numbers for those who answer for the whole: how cases went, without a word or a name of a player.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { malformed } from '../body.ts';
import type { GatewayServices } from '../services.ts';

const spanSchema = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });
const DAY_MS = 24 * 3_600_000;

export function reportRoutes(app: FastifyInstance, { report }: GatewayServices): void {
  app.get('/v1/reports/safety', async (request) => {
    const asked = spanSchema.safeParse(request.query);
    if (!asked.success)
      throw malformed('`days` is a whole number from 1 to 366.', [{ path: 'days', message: 'not a number of days' }]);
    const now = Date.now();
    return report(now - asked.data.days * DAY_MS, now);
  });
}
