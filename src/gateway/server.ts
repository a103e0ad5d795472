// The HTTP and WebSocket server: the gate, the routes, and one shape for everything that goes wrong.
import cookie from '@fastify/cookie';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { AppError } from '../domain/errors.ts';
import { ACCESS, type Access } from './access.ts';
import { createGate } from './authentication.ts';
import { addSecurityHeaders } from './headers.ts';
import { asAppError, createErrorHandler, sendProblem } from './problems.ts';
import { actRoutes } from './routes/acts.ts';
import { authRoutes } from './routes/auth.ts';
import { caseActRoutes } from './routes/case-acts.ts';
import { crisisRoutes } from './routes/crises.ts';
import { eventRoutes } from './routes/events.ts';
import { guidanceRoutes } from './routes/guidance.ts';
import { healthRoutes } from './routes/health.ts';
import { messageRoutes } from './routes/messages.ts';
import { pageRoutes } from './routes/pages.ts';
import { playerRoutes } from './routes/players.ts';
import { reportRoutes } from './routes/reports.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { sharedRoutes } from './routes/shared.ts';
import { staffRoutes } from './routes/staff.ts';
import { turnRoutes } from './routes/turns.ts';
import type { GatewayServices } from './services.ts';
import { PROTOCOL } from './sockets.ts';
import { createTools } from './tools.ts';

/** Bytes. Twenty times the largest profile. */
const BODY_LIMIT = 128 * 1024;
/** Characters; Node's own limit on the head of a request. */
const ADDRESS_LIMIT = 16 * 1024;
/** A socket's client has only its one auth message to say. */
const SOCKET_MESSAGE_LIMIT = 16 * 1024;

export async function createGateway(services: GatewayServices): Promise<FastifyInstance> {
  const { log, metrics } = services;
  const tools = createTools(services);
  const gate = createGate(services);
  const loggerInstance: FastifyBaseLogger = log;
  const app = Fastify({
    loggerInstance,
    // The server's own request lines would hold addresses; requests are counted below instead, by route pattern.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    // An address may name any session: what is said in one that does not exist is read all the same.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: ADDRESS_LIMIT },
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, asAppError(error)),
  });

  // Bytes, whatever they are called: a turn's words are read before anything is said against their packing.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.headers['content-type'] !== undefined) raw.headers['content-type'] = 'application/octet-stream';
  });
  app.decorateRequest('actor', null);
  await app.register(cookie);
  await app.register(websocket, {
    options: {
      maxPayload: SOCKET_MESSAGE_LIMIT,
      // The token offered beside the protocol's name is never echoed.
      handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
    },
    preClose: (done) => {
      tools.sockets.closeAll();
      done();
    },
  });

  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) accessOf(each, url);
  });
  app.addHook('onRequest', async (request) => {
    const { url } = request.routeOptions;
    if (url !== undefined) await gate(request, accessOf(request.method, url));
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    };
    metrics.httpSeconds.observe(labels, reply.elapsedTime / 1000);
  });
  addSecurityHeaders(app);
  app.setErrorHandler(createErrorHandler(services));
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, new AppError('not_found', 'There is nothing at this address.')),
  );

  authRoutes(app, services, tools);
  playerRoutes(app, services, tools);
  sessionRoutes(app, services, tools);
  turnRoutes(app, services, tools);
  actRoutes(app, services, tools);
  guidanceRoutes(app, services, tools);
  messageRoutes(app, services, tools);
  sharedRoutes(app, services, tools);
  crisisRoutes(app, services, tools);
  caseActRoutes(app, services, tools);
  staffRoutes(app, services, tools);
  reportRoutes(app, services);
  eventRoutes(app, services, tools);
  healthRoutes(app, services);
  await pageRoutes(app, services);
  // Turns in progress are finished before anything they need is taken away.
  app.addHook('onClose', () => tools.admission.idle());
  return app;
}

function accessOf(method: string, url: string): Access {
  const access = ACCESS[`${method === 'HEAD' ? 'GET' : method} ${url}`];
  if (access === undefined) throw new Error(`${method} ${url} is not in the access table`);
  return access;
}
