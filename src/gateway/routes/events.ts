// Live events of a session, resumable by seq, and the live queue of cases with who is looking at them.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { SessionEvent } from '../../domain/events.ts';
import { turnSeqOf } from '../../domain/turn.ts';
import { createCrisisFeed } from '../crisis-feed.ts';
import { createPartWatch } from '../part-watch.ts';
import { createPresenceFeed } from '../presence-feed.ts';
import type { GatewayServices } from '../services.ts';
import type { Line } from '../sockets.ts';
import type { GatewayTools } from '../tools.ts';
import { sessionView } from '../views.ts';
import { idOf } from './params.ts';

const querySchema = z.object({
  after: z.coerce.number().int().min(0).catch(0),
  epoch: z.string().max(100).optional().catch(undefined),
});
/** What a console says: the case it has on the screen. */
const lookingSchema = z.object({
  type: z.literal('looking'),
  caseId: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
});

export function eventRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { cases, log, metrics, presence, stream } = services;
  const { accessLog, casesFor, ownership, sockets } = tools;
  const feed = createCrisisFeed({ cases, log });
  const people = createPresenceFeed({ presence, log });
  const followers = new Set<Line>();
  const parts = createPartWatch({
    ...services,
    announce: (event) => {
      for (const line of followers) line.send(event);
    },
  });
  app.addHook('onListen', async () => parts.start());
  app.addHook('onClose', async () => {
    feed.stop();
    people.stop();
    await parts.stop();
  });

  app.get('/v1/sessions/:id/events', { websocket: true }, (socket, request) => {
    sockets.admit(socket, request, async (actor, line) => {
      const record = await ownership.requireReadable(actor, idOf(request));
      await accessLog.transcript(actor, record.sessionId);
      if (actor.role !== 'player') line.recheck(() => ownership.requireReadable(actor, record.sessionId));
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
      followers.add(line);
      return () => {
        followers.delete(line);
        return stop();
      };
    });
  });

  app.get('/v1/crises/events', { websocket: true }, (socket, request) => {
    sockets.admit(socket, request, async (actor, line) => {
      if (actor.role !== 'clinician') throw new AppError('forbidden', 'The queue is for clinicians.');
      const send = (type: string, data: object): void => line.send({ type, at: new Date().toISOString(), data });
      const stopCases = feed.listen(({ opened, found }) => {
        ownership.mayAnswer(actor, found).then(
          (mine) => mine && send(opened ? 'crisis.opened' : 'crisis.changed', found),
          (error: unknown) => log.warn({ err: error }, 'a case could not be told to a clinician'),
        );
      });
      const { subject, displayName } = actor;
      const leave = people.arrive({ subject, displayName, caseId: null });
      line.onMessage((message) => {
        const looking = lookingSchema.safeParse(message);
        if (looking.success) people.here({ subject, displayName, caseId: looking.data.caseId });
      });
      const stopPeople = people.listen((present) => send('presence', { people: present }));
      send('crises', { cases: await casesFor(actor, { status: 'open' }) });
      return () => {
        stopCases();
        stopPeople();
        leave();
      };
    });
  });
}
