// How a clinician steers the story from its next turn on: structured wishes, and free words for models only.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { Guidance } from '../../domain/session-protocol.ts';
import { actBy, actSchema } from '../acting.ts';
import { actorIn } from '../authentication.ts';
import { bodyAs, malformed } from '../body.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { idOf } from './params.ts';

const words = z.string().trim().min(1);
const detail = words.max(200);
const structured = z.discriminatedUnion('kind', [
  actSchema.extend({ kind: z.literal('avoid_theme'), detail }),
  actSchema.extend({ kind: z.literal('offer_technique'), detail }),
  actSchema.extend({ kind: z.enum(['gentler', 'close_soon']), detail: detail.optional() }),
]);
const guidanceSchema = z.union([structured, actSchema.extend({ text: words.max(1000) })]);

export function guidanceRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { ownership, read } = tools;

  app.post('/v1/sessions/:id/guidance', async (request) => {
    const asked = bodyAs(guidanceSchema, request.body);
    const guidance: Guidance =
      'text' in asked
        ? { kind: 'free', detail: asked.text }
        : { kind: asked.kind, ...(asked.detail !== undefined && { detail: asked.detail }) };
    if (guidance.detail !== undefined) pass(guidance.detail, 'text' in asked ? 'text' : 'detail');
    const actor = actorIn(request);
    const { sessionId } = await ownership.requireSession(actor, idOf(request));
    return services.sessions.act(sessionId, 'guide', { ...actBy(actor, asked.expectedVersion), guidance });
  });

  /** A theme to keep away from may well be a danger by its name; only what asks for harm, or what nobody could read, is kept
   *  from the story. */
  function pass(text: string, path: string): void {
    const { verdict } = read(text);
    if (verdict.screen === 'unreadable') {
      throw new AppError('unavailable', 'This could not be read just now, so it was not taken. Try again in a moment.');
    }
    if (verdict.blocked) {
      throw malformed('Some of it cannot be taken; see issues.', [
        { path, message: 'This cannot be part of a story here. Put it another way.' },
      ]);
    }
  }
}
