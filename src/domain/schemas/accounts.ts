// What a player tells about themselves. The types are those of accounts/, which checks that they agree with these.
import { z } from 'zod';
import { country, epochMs, goalTexts, id, locale, share } from './basics.ts';

const avoidList = z.array(z.string().min(1).max(80)).max(20);

const contactPerson = z.object({ name: z.string().min(1).max(100), contact: z.string().min(1).max(200) });

const consents = z.object({
  play: z.boolean(),
  clinicianMayRead: z.boolean(),
  crisisContact: z.boolean(),
  modelProvider: z.boolean(),
});

/** Body of `POST /v1/players/me/intake`. */
export const intakeSchema = z.object({
  textVersion: id,
  consents,
  ageBand: z.enum(['under18', '18-24', '25-44', '45-64', '65plus']),
  country,
  contactPerson: contactPerson.exactOptional(),
});

const settings = {
  goals: goalTexts,
  avoidSoft: avoidList,
  avoidHard: avoidList,
  intensity: share,
  readiness: share,
  techniques: z.boolean(),
  country,
  language: locale,
};

/** Answer of `GET /v1/players/me`. */
export const profileSchema = z.object({
  ...settings,
  contactPerson: contactPerson.exactOptional(),
  intake: z.object({ textVersion: id, at: epochMs, consents }).nullable(),
});

/** Body of `PUT /v1/players/me`: what is left out stays; a contact person of null is removed. */
export const profilePatchSchema = z.object({
  goals: settings.goals.exactOptional(),
  avoidSoft: settings.avoidSoft.exactOptional(),
  avoidHard: settings.avoidHard.exactOptional(),
  intensity: settings.intensity.exactOptional(),
  readiness: settings.readiness.exactOptional(),
  techniques: settings.techniques.exactOptional(),
  country: settings.country.exactOptional(),
  language: settings.language.exactOptional(),
  contactPerson: contactPerson.nullable().exactOptional(),
});
