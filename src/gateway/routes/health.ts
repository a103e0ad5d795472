// What an orchestrator and an operator ask: alive, ready, and how it goes.
import type { FastifyInstance } from 'fastify';
import type { GatewayServices } from '../services.ts';
import { within } from '../within.ts';

/** An orchestrator's probe usually gives up after one second. */
const PROBE_WITHIN_MS = 900;

export function healthRoutes(app: FastifyInstance, services: GatewayServices): void {
  const { graph, stream, sessions, metrics, settings } = services;
  const parts = { temporal: () => sessions.ping(), neo4j: () => graph.ping(), redis: () => stream.ping() };

  app.get('/healthz', async () => ({ ok: true }));

  app.get('/readyz', async (_request, reply) => {
    const answers = Object.entries(parts).map(async ([name, ping]): Promise<[string, boolean]> => {
      const up = within(PROBE_WITHIN_MS, ping()).then(
        () => true,
        () => false,
      );
      return [name, await up];
    });
    const found = await Promise.all(answers);
    const down = found.flatMap(([name, up]) => (up ? [] : [name]));
    return reply
      .code(down.length === 0 ? 200 : 503)
      .send({ ready: down.length === 0, down, parts: Object.fromEntries(found) });
  });

  if (!settings.metrics) return;
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
