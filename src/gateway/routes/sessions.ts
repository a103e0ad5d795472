// A player's sessions: begin one, see them, read what happened.

import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import { knownCautions, planFrom } from '../../domain/plan.ts';
import { practiceLines } from '../../domain/plan-progress.ts';
import type { SessionId } from '../../domain/session.ts';
import { pseudonymOf } from '../../domain/session.ts';
import type { TurnReply } from '../../domain/turn.ts';
import { actorIn } from '../authentication.ts';
import { bodyAs, malformed } from '../body.ts';
import { byPath } from '../free-text.ts';
import type { GatewayServices } from '../services.ts';
import { toldOf } from '../told-of-player.ts';
import type { GatewayTools } from '../tools.ts';
import { helpView, sessionView } from '../views.ts';
import { idOf } from './params.ts';

const startSchema = z.object({
  worldId: z.string().min(1).max(100).optional(),
  locale: z.string().min(2).max(35).optional(),
  goals: z.array(z.string().trim().min(1).max(200)).max(10).optional(),
});
const pageSchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
/** Longer keys are somebody's mistake, and every key is hashed anyway. */
const IDEMPOTENCY_KEY_MAX = 200;

export function sessionRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { accounts, cases, history, keys, pseudonymise, sealer, sessions, settings, world, worlds } = services;
  const { accessLog, ownership, standings, passFreeText } = tools;

  app.get('/v1/worlds', async () =>
    worlds.map(({ id, title, summary, warnings }) => ({ worldId: id, title, blurb: summary, warnings })),
  );

  app.get('/v1/sessions', async (request) => {
    const records = await world.sessionsOf(pseudonymise(actorIn(request).subject));
    return Promise.all(records.map((record) => sessionView(record, services)));
  });

  app.post('/v1/sessions', async (request, reply) => {
    const actor = actorIn(request);
    const asked = bodyAs(startSchema, request.body);
    const help = await passFreeText(actor, byPath('goals', asked.goals));
    if (help !== null) return help;
    await standings.requireConsent(actor);
    const player = pseudonymise(actor.subject);
    const profile = await accounts.profile(player);
    const chosen = asked.worldId === undefined ? worlds[0] : worlds.find(({ id }) => id === asked.worldId);
    if (chosen === undefined) throw new AppError('not_found', 'There is no such world. List them with GET /v1/worlds.');
    const locale = offeredLocale(asked.locale ?? profile.language);
    const sessionId = await newSessionId(player, request.headers['idempotency-key']);
    // The key is on disk before anything sealed with it can exist.
    await keys.ensurePlayer(player);
    await keys.ensureSession(sessionId);
    const told = toldOf(profile, settings);
    const goals = asked.goals ?? profile.goals;
    const known = knownCautions(await world.findingsOf(player));
    const opening = await open(sessionId, {
      sessionId,
      worldId: chosen.id,
      worldVersion: chosen.version,
      locale,
      country: profile.country,
      goals,
      avoid: told.avoid,
      plan: planFrom({ ...told.profile, goals }, known),
      modelConsent: told.modelConsent,
      knobs: settings.knobs,
    });
    return reply.code(201).send({ sessionId, opening });
  });

  app.get('/v1/sessions/:id', async (request) => {
    const actor = actorIn(request);
    const record = await ownership.requireSession(actor, idOf(request));
    const practised = await world.practiceIn(record.sessionId);
    const reader = actor.role === 'player' ? 'player' : 'clinician';
    const practice = practiceLines(practised, services.techniques, reader);
    const view = { ...(await sessionView(record, services)), practice };
    if (actor.role === 'player') return view;
    const help = helpView(await cases.get(pseudonymOf(record.sessionId)), record.sessionId);
    if (await ownership.mayRead(actor, record.sessionId)) return { ...view, help };
    // Without consent the care team sees that a session took place, and whether help was needed.
    return { ...view, place: null, inventory: [], goals: [], practice: [], help };
  });

  app.get('/v1/sessions/:id/transcript', async (request) => {
    const actor = actorIn(request);
    const { sessionId } = await ownership.requireReadable(actor, idOf(request));
    const asked = pageSchema.safeParse(request.query);
    if (!asked.success)
      throw malformed('`after` is the seq of the last event seen, a whole number.', [
        { path: 'after', message: 'not a seq' },
      ]);
    await accessLog.transcript(actor, sessionId);
    return history.page(sessionId, asked.data.after, asked.data.limit);
  });

  async function open(sessionId: SessionId, start: Parameters<typeof sessions.start>[0]): Promise<TurnReply> {
    try {
      return await sessions.start(start);
    } catch (error) {
      // The same key after the session ended: its opening is still the answer to that request.
      const ended = error instanceof AppError && error.code === 'session_ended';
      const first = ended
        ? (await history.page(sessionId, 0, 1)).events.find((event) => event.type === 'turn.reply')
        : undefined;
      if (first?.type === 'turn.reply') return first.data;
      throw error;
    }
  }

  async function newSessionId(player: string, key: string | string[] | undefined): Promise<SessionId> {
    if (typeof key !== 'string' || key === '') return `${player}-${randomBytes(8).toString('hex')}`;
    if (key.length > IDEMPOTENCY_KEY_MAX)
      throw malformed('The Idempotency-Key is too long.', [
        { path: 'Idempotency-Key', message: `at most ${IDEMPOTENCY_KEY_MAX} characters` },
      ]);
    return `${player}-${(await sealer.hash('organisation', `idempotency\n${player}\n${key}`)).slice(0, 16)}`;
  }

  /** Only languages with a measured screen are offered: in another one a crisis could be missed. */
  function offeredLocale(locale: string): string {
    const language = locale.split('-')[0]?.toLowerCase() ?? '';
    if (settings.languages.includes(language)) return locale;
    throw malformed('Stories are not offered in this language yet.', [
      { path: 'locale', message: `one of ${settings.languages.join(', ')}` },
    ]);
  }
}
