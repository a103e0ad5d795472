// One turn. The order of what happens is in ../turn.ts.
import type { FastifyInstance } from 'fastify';
import { actorIn } from '../authentication.ts';
import { asAppError, sendProblem } from '../problems.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { createAnswerTurn } from '../turn.ts';
import { idOf } from './params.ts';

/** Bytes. Far above a turn's 2,000 characters: a long letter is read before it is refused. */
const BODY_LIMIT = 1024 * 1024;

export function turnRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { help, log, metrics } = services;
  const answerTurn = createAnswerTurn(services, tools);

  app.post('/v1/sessions/:id/turns', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const actor = actorIn(request);
    try {
      const answer = await answerTurn({ actor, sessionId: idOf(request), body: request.body });
      metrics.turns.inc({ outcome: answer.kind });
      return answer;
    } catch (error) {
      const problem = asAppError(error);
      metrics.turns.inc({ outcome: problem.code });
      metrics.refusals.inc({ code: problem.code });
      if (problem.status < 500) return sendProblem(reply, problem);
      log.error({ err: problem }, 'a turn failed');
      // A fault of ours leaves nobody without a number to call.
      const { text, resources } = help.notice('unavailable', await tools.standings.countryOf(actor));
      return sendProblem(reply, problem, { help: { text, resources } });
    }
  });
}
