// A player writes to those who answer for the open case. Read first, like every text: a crisis in it is also evidence.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../domain/actors.ts';
import { AppError } from '../../domain/errors.ts';
import type { SessionId } from '../../domain/session.ts';
import { pseudonymOf } from '../../domain/session.ts';
import { actBy } from '../acting.ts';
import { actorIn } from '../authentication.ts';
import { parseAs, readBody } from '../body.ts';
import type { Reading } from '../reading.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { idOf } from './params.ts';

/** `id` is the client's own name for the message, so that sending it again is the same one. */
const messageSchema = z.object({ text: z.string().trim().min(1).max(1000), id: z.guid().optional() });
/** What can be said of a body before its fields are judged. */
const loose = z.object({ text: z.string().optional().catch(undefined), id: z.guid().optional().catch(undefined) });
/** Bytes; as for a turn: a long letter is read before it is refused. */
const BODY_LIMIT = 1024 * 1024;

export function messageRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { log, pseudonymise, sessions } = services;
  const { admission, emergency, ownership, read, unreadable } = tools;

  app.post('/v1/sessions/:id/messages', { bodyLimit: BODY_LIMIT }, async (request) => {
    const actor = actorIn(request);
    const asked = idOf(request);
    const body = readBody(request.body);
    const said = body.ok ? loose.safeParse(body.value).data : undefined;
    const words = said?.text ?? body.words;
    const reading = read(words);
    const id = said?.id ?? randomUUID();
    // People read it now; the screening does when it can.
    if (reading.verdict.screen === 'unreadable')
      await unreadable.keep({ actor, sessionId: asked, turnId: id, text: words });
    const send = async () => {
      if (!body.ok) throw body.refusal;
      const { text } = parseAs(messageSchema, body.value);
      await deliver(actor, await ownership.requireOwn(actor, asked), { id, text }, reading);
      return { told: true };
    };
    if (!reading.verdict.crisis) return send();
    // The evidence opens the case, or raises it, before the words come to it; whatever then fails, there is help.
    const help = await emergency.help({ actor, reading, sessionId: asked, turnId: id, why: 'message' });
    try {
      return { ...(await send()), help };
    } catch (error) {
      log.warn({ err: error }, 'a message with a crisis in it came to no case; help was shown');
      return help;
    }
  });

  async function deliver(actor: Actor, sessionId: SessionId, words: { id: string; text: string }, reading: Reading) {
    const leave = reading.verdict.crisis ? null : await admission.enter(pseudonymise(actor.subject));
    try {
      const act = { ...actBy(actor), ...words, sessionId };
      await sessions.caseAct(pseudonymOf(sessionId), 'message', act, { id: words.id });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      throw new AppError('not_found', 'Nobody is answering a case of yours now. Ask for a person first.');
    } finally {
      leave?.();
    }
  }
}
