// A player's own profile and intake.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Profile } from '../../accounts/types.ts';
import { actorIn } from '../authentication.ts';
import { byPath } from '../free-text.ts';
import type { GatewayServices } from '../services.ts';
import { toldOf } from '../told-of-player.ts';
import type { GatewayTools } from '../tools.ts';

const line = z.string().trim().min(1).max(200);
const country = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 country code such as US');
const contactPerson = z.strictObject({ name: line, contact: line });
const share = z.number().min(0).max(1);

/** A misspelt list of what to avoid that was quietly not kept would be worse than a refusal. */
const profileSchema = z
  .strictObject({
    goals: z.array(line).max(10),
    avoidSoft: z.array(line).max(30),
    avoidHard: z.array(line).max(30),
    intensity: share,
    readiness: share,
    techniques: z.boolean(),
    country,
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en'),
    /** Null takes the person out. */
    contactPerson: contactPerson.nullable(),
    /** Comes with the profile that was read, and is changed by an intake only. */
    intake: z.unknown(),
  })
  .partial();

/** Every field is asked for, so a misspelt one is missed; others are for later versions. */
const intakeSchema = z.object({
  textVersion: z.string().min(1).max(60),
  consents: z.object({
    play: z.boolean(),
    clinicianMayRead: z.boolean(),
    crisisContact: z.boolean(),
    modelProvider: z.boolean(),
  }),
  ageBand: z.enum(['under18', '18-24', '25-44', '45-64', '65plus']),
  country,
  contactPerson: contactPerson.optional(),
});

export function playerRoutes(app: FastifyInstance, services: GatewayServices, tools: GatewayTools): void {
  const { accounts, log, pseudonymise, sessions, settings, world } = services;
  const { standings, passFreeText, takeBody } = tools;

  app.get('/v1/players/me', (request) => accounts.profile(pseudonymise(actorIn(request).subject)));

  app.put('/v1/players/me', async (request) => {
    const actor = actorIn(request);
    const taken = await takeBody(actor, profileSchema, request.body);
    if ('help' in taken) return taken.help;
    const { intake: _unchanged, ...patch } = taken.value;
    const help = await passFreeText(actor, {
      ...byPath('goals', patch.goals),
      ...byPath('avoidSoft', patch.avoidSoft),
      ...byPath('avoidHard', patch.avoidHard),
      ...contactTexts(patch.contactPerson),
    });
    if (help !== null) return help;
    standings.forget(actor);
    const player = pseudonymise(actor.subject);
    const profile = await accounts.saveProfile(player, given(patch));
    tellSessions(player, profile);
    return profile;
  });

  app.post('/v1/players/me/intake', async (request) => {
    const actor = actorIn(request);
    const taken = await takeBody(actor, intakeSchema, request.body);
    if ('help' in taken) return taken.help;
    const { contactPerson, ...intake } = taken.value;
    const help = await passFreeText(actor, contactTexts(contactPerson));
    if (help !== null) return help;
    const player = pseudonymise(actor.subject);
    const profile = await accounts.recordIntake(player, { ...intake, ...(contactPerson && { contactPerson }) });
    standings.forget(actor);
    tellSessions(player, profile);
    return profile;
  });

  /** Stories that are being told go by it from their next turn on; later ones are begun with it. */
  function tellSessions(player: string, profile: Profile): void {
    const told = toldOf(profile, settings);
    const all = async () => {
      const open = (await world.sessionsOf(player)).filter(({ status }) => status !== 'ended');
      await Promise.all(open.map(({ sessionId }) => sessions.act(sessionId, 'profile', told)));
    };
    all().catch((error: unknown) => log.warn({ err: error }, 'a session was not told of a changed profile'));
  }
}

function contactTexts(person: { name: string; contact: string } | null | undefined): Record<string, string> {
  return person === undefined || person === null
    ? {}
    : { 'contactPerson.name': person.name, 'contactPerson.contact': person.contact };
}

/** What was sent: a field left out stays as it is. */
function given<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Only entries with a value remain, which is what the type says.
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
