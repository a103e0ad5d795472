// The two pages, and what they ask before anybody has signed in.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { malformed } from '../body.ts';
import type { GatewayServices } from '../services.ts';

const HELP_LINE = 'If you or somebody near you is in danger now, call your local emergency number.';
const helpSchema = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

export async function pageRoutes(app: FastifyInstance, services: GatewayServices): Promise<void> {
  const { coverage: people, help, settings } = services;

  app.get('/v1/info', async () => {
    const { env, country, coverage, modelProvider, intakeText, minAge } = settings;
    const coverageLine = people.sentence(Date.now());
    return { env, demo: env === 'local', country, coverage, coverageLine, modelProvider, intakeText, minAge };
  });

  app.get('/v1/help/resources', async (request) => {
    const asked = helpSchema.safeParse(request.query);
    if (!asked.success)
      throw malformed('`country` is an ISO 3166 code such as US.', [
        { path: 'country', message: 'not a country code' },
      ]);
    const country = asked.data.country ?? settings.country;
    return { country, line: HELP_LINE, resources: help.resources(country, null) };
  });

  if (settings.pages === null || !existsSync(settings.pages)) return;
  const root = settings.pages;
  await app.register(fastifyStatic, {
    root,
    index: ['index.html'],
    wildcard: true,
    cacheControl: false,
    setHeaders: cacheByName,
  });
  if (existsSync(join(root, 'clinician.html'))) {
    app.get('/clinician', (_request, reply) => reply.sendFile('clinician.html'));
  }
}

/** Built assets carry a hash in their names and never change; pages are asked for anew. */
function cacheByName(reply: FastifyReply, path: string): void {
  void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}
