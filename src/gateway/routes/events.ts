// Live events of a session, resumable by seq, and the live queue of cases.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { SessionEvent } from '../../domain/events.ts';
import { turnSeqOf } from '../../domain/turn.ts';
import { createCrisisFeed } from '../crisis-feed.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { sessionView } from '../views.ts';
import { idOf } from './params.ts';

const querySchema = z.object({
  after: z.coerce.number().int().min(0).catch(0),
  epoch: z.string().max(100).optional().catch(undefined),
});

export function eventRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { accounts, cases, log, metrics, stream } = services;
  const { ownership, sockets } = tools;
  const feed = createCrisisFeed({ cases, log });
  app.addHook('onClose', async () => feed.stop());

  app.get('/v1/sessions/:id/events', { websocket: true }, (socket, request) => {
    sockets.admit(socket, request, async (actor, line) => {
      const record = await ownership.requireReadable(actor, idOf(request));
      const { after, epoch: known } = querySchema.parse(request.query);
      // Seen further than this session has come: what the client holds is of another life of it. It begins again.
      const ahead = turnSeqOf(after) > record.turnSeq;
      if (after > 0 && !ahead) metrics.streamsResumed.inc();
      // The epoch is known once the past has been read; until then events wait, so that a resync comes before them.
      let waiting: SessionEvent[] | null = [];
      const { epoch, stop } = await stream.follow(record.sessionId, ahead ? 0 : after, (event) => {
        if (waiting === null) line.send(event);
        else waiting.push(event);
      });
      const at = new Date().toISOString();
      line.send({ type: 'ping', at, data: { epoch } });
      if (ahead || (known !== undefined && known !== epoch)) {
        line.send({ type: 'resync', at, data: { epoch, snapshot: await sessionView(record, services) } });
      }
      const past = waiting;
      waiting = null;
      for (const event of past) line.send(event);
      return stop;
    });
  });

  app.get('/v1/crises/events', { websocket: true }, (socket, request) => {
    sockets.admit(socket, request, async (actor, line) => {
      if (actor.role !== 'clinician') throw new AppError('forbidden', 'The queue is for clinicians.');
      const cares = (caseId: string) => accounts.cares(actor.subject, caseId);
      const stop = feed.listen(({ opened, found }) => {
        cares(found.caseId)
          .then(
            (mine) =>
              mine &&
              line.send({
                type: opened ? 'crisis.opened' : 'crisis.changed',
                at: new Date().toISOString(),
                data: found,
              }),
          )
          .catch((error: unknown) => log.warn({ err: error }, 'a case could not be told to a clinician'));
      });
      const players = await accounts.playersOf(actor.subject);
      const open = await cases.list({ status: 'open', players });
      line.send({ type: 'crises', at: new Date().toISOString(), data: { cases: open } });
      return stop;
    });
  });
}
