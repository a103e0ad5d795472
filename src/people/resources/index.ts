// Resources by country and kind, from one file per country. Read once at start; kept in memory, so that they can be shown
// when every other part is down.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { HelpResource } from '../../domain/turn.ts';
import { typeset } from '../../domain/typography.ts';

const KINDS = [
  'emergency',
  'suicide',
  'selfharm',
  'abuse',
  'violence',
  'medical',
  'psychosis',
  'eating',
  'distress',
  'young',
] as const;
export type ResourceKind = (typeof KINDS)[number];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2026-11-23');

const countryFile = z.strictObject({
  /** ISO 3166-1 alpha-2; ZZ is the entry for countries we hold no list for. */
  country: z.string().regex(/^[A-Z]{2}$/),
  countryName: z.string().min(2),
  /** What to dial in an emergency and after poisoning, as it reads inside a sentence. */
  emergency: z.string().min(2),
  poison: z.string().min(2),
  resources: z
    .array(
      z.strictObject({
        name: z.string().min(2),
        contact: z.string().min(2),
        channel: z.string().min(2),
        /** With its time zone where it is not around the clock. */
        hours: z.string().min(2),
        languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
        ages: z.string().min(2),
        source: z.url(),
        kinds: z.array(z.enum(KINDS)).min(1),
        checkedOn: day,
        recheckBy: day,
        verified: z.enum(['verified', 'unverified']),
      }),
    )
    .min(1),
});

export type CountryResources = z.infer<typeof countryFile>;

export const UNKNOWN_COUNTRY = 'ZZ';
const OWN_DIRECTORY = fileURLToPath(new URL('.', import.meta.url));
let loaded: ReadonlyMap<string, CountryResources> | null = null;

/** Throws AppError('config_invalid') naming file and field. */
export function loadResources(directory: string): Map<string, CountryResources> {
  const countries = new Map<string, CountryResources>();
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const result = countryFile.safeParse(parse(readFileSync(join(directory, file), 'utf8')));
    if (!result.success) {
      const issues = result.error.issues.map((i) => ({
        path: `${file} ${i.path.map(String).join('.')}`,
        message: i.message,
      }));
      throw new AppError(
        'config_invalid',
        `The resources in ${file} are not valid: ${issues[0]?.path}: ${issues[0]?.message}`,
        { issues },
      );
    }
    countries.set(result.data.country, result.data);
  }
  if (!countries.has(UNKNOWN_COUNTRY)) {
    throw new AppError('config_invalid', 'There is no resource file zz.yaml for countries without a list of their own');
  }
  return countries;
}

/** Everything held for a country, for the page to keep offline. An unknown country gets the international entry. */
export function resourcesFor(country: string): CountryResources {
  loaded ??= loadResources(OWN_DIRECTORY);
  const found = loaded.get(country.toUpperCase()) ?? loaded.get(UNKNOWN_COUNTRY);
  if (found === undefined) throw new AppError('config_invalid', 'No resources are loaded');
  return found;
}

export function knownCountries(): string[] {
  loaded ??= loadResources(OWN_DIRECTORY);
  return [...loaded.keys()].filter((country) => country !== UNKNOWN_COUNTRY);
}

export interface StaleResource {
  country: string;
  name: string;
  reason: 'overdue' | 'unverified';
}

/** Entries whose date to look again has passed, or that nobody has verified: a warning, and a bar to production. */
export function staleResources(today: string): StaleResource[] {
  loaded ??= loadResources(OWN_DIRECTORY);
  const stale: StaleResource[] = [];
  for (const { country, resources } of loaded.values()) {
    for (const { name, recheckBy, verified } of resources) {
      if (recheckBy < today) stale.push({ country, name, reason: 'overdue' });
      else if (verified === 'unverified') stale.push({ country, name, reason: 'unverified' });
    }
  }
  return stale;
}

/** More than this on one screen is no help to somebody in need. */
const MOST_SHOWN = 4;

/** The emergency number first, then those for the kinds in the order given. */
export function chooseResources(country: string, kinds: readonly ResourceKind[]): HelpResource[] {
  const { resources } = resourcesFor(country);
  const order: readonly ResourceKind[] = ['emergency', ...kinds];
  const chosen = new Map<string, HelpResource>();
  for (const kind of order) {
    for (const { name, contact, hours, kinds: serves } of resources) {
      if (serves.includes(kind))
        chosen.set(name, { name: typeset(name), contact: typeset(contact), hours: typeset(hours) });
    }
  }
  return [...chosen.values()].slice(0, MOST_SHOWN);
}
