// What a player can see of what others saw, and everything that is stored of them, to take away.
import type { FastifyInstance } from 'fastify';
import type { TranscriptEvent } from '../../domain/events.ts';
import type { SessionId } from '../../domain/session.ts';
import type { Disclosure } from '../../people/types.ts';
import { actorIn } from '../authentication.ts';
import type { GatewayServices } from '../services.ts';
import type { GatewayTools } from '../tools.ts';
import { idOf } from './params.ts';

/** Turns read at once for an export. */
const PAGE = 500;

export function sharedRoutes(app: FastifyInstance, services: GatewayServices, { ownership }: GatewayTools): void {
  const { accounts, cases, disclosures, history, pseudonymise, world } = services;

  app.get('/v1/sessions/:id/shared-with', async (request) => {
    const actor = actorIn(request);
    const sessionId = await ownership.requireOwn(actor, idOf(request));
    return shown(await disclosures.of(pseudonymise(actor.subject), sessionId));
  });

  app.get('/v1/players/me/export', async (request, reply) => {
    const player = pseudonymise(actorIn(request).subject);
    const records = await world.sessionsOf(player);
    const sessions: { sessionId: SessionId; events: TranscriptEvent[] }[] = [];
    // One after the other: a whole life of play is not held ready for anybody who asks.
    for (const { sessionId } of records) sessions.push({ sessionId, events: await eventsOf(sessionId) });
    const [profile, sharedWith, messages] = await Promise.all([
      accounts.profile(player),
      disclosures.of(player).then(shown),
      messagesOf(player),
    ]);
    void reply.header('content-disposition', 'attachment; filename="my-stories.json"');
    return { profile, sessions, sharedWith, messages };
  });

  async function eventsOf(sessionId: SessionId): Promise<TranscriptEvent[]> {
    const all: TranscriptEvent[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<typeof history.page>> = await history.page(sessionId, after, PAGE);
      all.push(...page.events);
      after = page.next;
    }
    return all;
  }

  /** What was written to and fro in the player's cases. Notes are the clinicians' own. */
  async function messagesOf(player: string) {
    const latest = await cases.get(player);
    const numbers = Array.from({ length: latest?.number ?? 0 }, (_, i) => i + 1);
    const entries = (await Promise.all(numbers.map((number) => cases.entries(player, number)))).flat();
    return entries
      .filter(({ kind }) => kind === 'message')
      .map(({ at, from, text }) => ({ at: new Date(at).toISOString(), from, text }));
  }
}

/** Newest first, without what only we need. */
function shown(disclosed: readonly Disclosure[]) {
  return [...disclosed]
    .sort((a, b) => b.at - a.at)
    .map(({ at, who, what, reason }) => ({
      at: new Date(at).toISOString(),
      who,
      what,
      ...(reason !== undefined && { reason }),
    }));
}
