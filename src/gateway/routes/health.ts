// What an orchestrator and an operator ask: alive, ready, and how it goes.
import type { FastifyInstance } from 'fastify';
import { downIn } from '../../compose/process.ts';
import type { GatewayServices } from '../services.ts';

export function healthRoutes(app: FastifyInstance, services: GatewayServices): void {
  const { health, metrics, settings } = services;

  app.get('/healthz', async () => ({ ok: true }));

  app.get('/readyz', async (_request, reply) => {
    const found = await health();
    const down = downIn(found);
    const parts = Object.fromEntries(Object.entries(found).map(([name, { ok }]) => [name, ok]));
    return reply.code(down.length === 0 ? 200 : 503).send({ ready: down.length === 0, down, parts });
  });

  if (!settings.metrics) return;
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
