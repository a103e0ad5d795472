// What a clinician does on a case. The case itself decides whether it may be: it knows who holds it and at which version it is.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DISPOSITIONS } from '../../domain/crisis-case.ts';
import { actBy, actSchema } from '../acting.ts';
import { actorIn } from '../authentication.ts';
import { bodyAs, malformed } from '../body.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { idOf } from './params.ts';

const note = z.string().trim().min(1).max(4000);
const resolveSchema = actSchema.extend({ disposition: z.enum(DISPOSITIONS), note: note.optional() }).strict();
const noteSchema = actSchema.extend({ text: note, contacted: z.boolean().default(false) }).strict();
const messageSchema = actSchema.extend({ text: z.string().trim().min(1).max(1000) });
const handoverSchema = actSchema.extend({
  to: z.string().trim().min(1).max(200),
  displayName: z.string().trim().min(1).max(100).optional(),
});

/** Told also to whoever chose from the shift list: the installation may name people there who were never invited. */
const NO_CLINICIAN =
  'The case was not handed over: no clinician has this account. Choose one who has signed in, or have the operator invite them.';

export function caseActRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { accounts, coverage, presence, sessions } = services;
  const { answerable, read } = tools;

  for (const name of ['acknowledge', 'release', 'reopen'] as const) {
    app.post(`/v1/crises/:id/${name}`, async (request) => {
      const { expectedVersion } = bodyAs(actSchema, request.body);
      return sessions.caseAct(await caseIdOf(request), name, by(request, expectedVersion));
    });
  }

  app.post('/v1/crises/:id/resolve', async (request) => {
    const { expectedVersion, disposition, note } = bodyAs(resolveSchema, request.body);
    // A clinician's words may speak of anything: they are read and counted like every text, but never refused.
    if (note !== undefined) read(note);
    const act = { ...by(request, expectedVersion), disposition, ...(note !== undefined && { note }) };
    return sessions.caseAct(await caseIdOf(request), 'resolve', act);
  });

  app.post('/v1/crises/:id/note', async (request) => {
    const { expectedVersion, text, contacted } = bodyAs(noteSchema, request.body);
    read(text);
    const id = randomUUID();
    const act = { ...by(request, expectedVersion), id, text, contacted };
    return sessions.caseAct(await caseIdOf(request), 'note', act, { id });
  });

  app.post('/v1/crises/:id/messages', async (request) => {
    const { expectedVersion, text } = bodyAs(messageSchema, request.body);
    read(text);
    const id = randomUUID();
    return sessions.caseAct(await caseIdOf(request), 'message', { ...by(request, expectedVersion), id, text }, { id });
  });

  app.post('/v1/crises/:id/handover', async (request) => {
    const { expectedVersion, to: subject, displayName } = bodyAs(handoverSchema, request.body);
    if (displayName !== undefined) read(displayName);
    const caseId = await caseIdOf(request);
    const present = await presence.list().catch(() => []);
    const here = present.find((one) => one.subject === subject);
    // With an open queue somebody is here as a clinician; of the others the accounts know. A case handed to nobody would be held
    // by nobody, and its clock would stand still.
    if (here === undefined && !(await accounts.isClinician(subject))) {
      throw malformed(NO_CLINICIAN, [{ path: 'to', message: 'is not the account of a clinician' }]);
    }
    const known = here ?? coverage.ladder().find((one) => one.subject === subject);
    const to = { subject, displayName: displayName ?? known?.displayName ?? subject };
    return sessions.caseAct(caseId, 'handover', { ...by(request, expectedVersion), to });
  });

  /** The case answers also while its record is on its way to the graph: for the care team it need not be there yet. */
  async function caseIdOf(request: FastifyRequest): Promise<string> {
    const actor = actorIn(request);
    const caseId = idOf(request);
    if (await accounts.cares(actor.subject, caseId)) return caseId;
    return (await answerable(actor, caseId)).caseId;
  }

  function by(request: FastifyRequest, expectedVersion: number | undefined) {
    return actBy(actorIn(request), expectedVersion);
  }
}
