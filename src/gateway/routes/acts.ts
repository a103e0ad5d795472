// What a player or a clinician does to a session besides playing it.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../domain/actors.ts';
import type { PublicStatus } from '../../domain/events.ts';
import type { CaseEvidence } from '../../domain/session.ts';
import { pseudonymOf } from '../../domain/session.ts';
import type { ActBy } from '../../domain/session-protocol.ts';
import { CRISIS_KINDS } from '../../domain/verdict.ts';
import { actBy, actSchema } from '../acting.ts';
import { actorIn } from '../authentication.ts';
import { bodyAs } from '../body.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { idOf } from './params.ts';

const escalateSchema = actSchema.extend({
  reason: z.string().trim().min(1).max(2000),
  kind: z.enum(CRISIS_KINDS).default('selfharm'),
  level: z.enum(['moderate', 'high', 'critical']).default('high'),
});

export function actRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { cases, coverage, help, log, metrics, safety, sessions } = services;
  const { ownership, standings, emergency, read } = tools;

  for (const name of ['pause', 'resume', 'end'] as const) {
    app.post(`/v1/sessions/:id/${name}`, async (request) => {
      const { sessionId, by } = await actOn(request);
      return sessions.act(sessionId, name, by);
    });
  }

  app.post('/v1/sessions/:id/escalate', async (request) => {
    const { reason, kind, level } = bodyAs(escalateSchema, request.body);
    read(reason);
    const { sessionId, by } = await actOn(request);
    return sessions.act(sessionId, 'escalate', { ...by, kind, level, turnId: randomUUID() });
  });

  /** A player asks for a person, or a clinician asks for one on the player's behalf. */
  app.post('/v1/sessions/:id/human', async (request) => {
    const { actor, sessionId, by } = await actOn(request);
    const evidence = await requested(sessionId, actor);
    const told = await emergency.tell(evidence);
    const { kind, level, turnId } = evidence;
    // The session shows it too; where it has ended or does not answer, the case stands without it.
    const status = await sessions
      .act(sessionId, 'escalate', { ...by, kind, level, turnId }, { deadlineMs: 4_000 })
      .then(
        (noted) => noted.status,
        (error: unknown) => {
          log.warn({ err: error }, 'a session did not take note of a wish for a person');
          return null;
        },
      );
    const country = await standings.countryOf(actor);
    const { text, resources } = help.notice(told ? askedFor(status) : 'nobody_told', country);
    const nobodyReads = told ? whoReads(Date.now()) : null;
    const found = told ? await cases.get(pseudonymOf(sessionId)).catch(() => null) : null;
    metrics.turns.inc({ outcome: 'human' });
    return {
      kind: 'help',
      told,
      text: nobodyReads === null ? text : `${text}\n\n${nobodyReads}`,
      sentences: nobodyReads === null ? [text] : [text, nobodyReads],
      resources,
      // Where nobody is ever on duty, no time can be promised.
      answerBy:
        found === null || coverage.at(found.openedAt).mode === 'none'
          ? null
          : new Date(found.acknowledgeBy).toISOString(),
    };
  });

  /** The care team may hold a pause, and help may be open: then the story does not go on whenever one likes. */
  function askedFor(status: PublicStatus | null): string {
    if (status === 'active') return 'person_asked_open';
    return status === 'paused' || status === 'help' ? 'person_asked_waits' : 'person_asked';
  }

  /** Said to whoever asks for a person while none is reading; null while one is. */
  function whoReads(at: number): string | null {
    return coverage.at(at).open ? null : safety.approve(coverage.sentence(at), 'coverage');
  }

  async function actOn(request: FastifyRequest): Promise<{ actor: Actor; sessionId: string; by: ActBy }> {
    const actor = actorIn(request);
    const { expectedVersion } = bodyAs(actSchema, request.body);
    const id = idOf(request);
    // A player's own session is read off its id, so that these work also while the graph is away.
    if (actor.role === 'player') await ownership.requireOwn(actor, id);
    else await ownership.requireSession(actor, id);
    return { actor, sessionId: id, by: actBy(actor, expectedVersion) };
  }

  /** The kind of an open case stands; otherwise the wish has none of its own, and `origin` says what it is. */
  async function requested(sessionId: string, actor: Actor): Promise<CaseEvidence> {
    const open = await cases.get(pseudonymOf(sessionId)).catch(() => null);
    const kind = open !== null && open.status !== 'resolved' ? open.kind : 'selfharm';
    const origin = actor.role === 'player' ? 'requested' : 'team';
    return {
      sessionId,
      turnId: randomUUID(),
      kind,
      level: 'moderate',
      response: 'checkin',
      reasons: [origin],
      at: Date.now(),
      origin,
    };
  }
}
