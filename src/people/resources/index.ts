// Resources by country and kind, from one file per country. Read once at start; kept in memory, so that they can be shown
// when every other part is down.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { AppError } from '../../domain/errors.ts';
import type { HelpResource } from '../../domain/turn.ts';
import { typeset } from '../../domain/typography.ts';
import type { CountryResources, Resource, ResourceKind } from './schema.ts';
import { countryFile, REQUIRED_KINDS } from './schema.ts';

export type { CountryResources, ResourceKind } from './schema.ts';
export { REQUIRED_KINDS, RESOURCE_KINDS } from './schema.ts';

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

function held(): ReadonlyMap<string, CountryResources> {
  loaded ??= loadResources(OWN_DIRECTORY);
  return loaded;
}

/** Everything held for a country, for the page to keep offline. An unknown country gets the international entry. */
export function resourcesFor(country: string): CountryResources {
  const found = held().get(country.toUpperCase()) ?? held().get(UNKNOWN_COUNTRY);
  if (found === undefined) throw new AppError('config_invalid', 'No resources are loaded');
  return found;
}

export function knownCountries(): string[] {
  return [...held().keys()].filter((country) => country !== UNKNOWN_COUNTRY);
}

export interface StaleResource {
  country: string;
  name: string;
  reason: 'overdue' | 'unverified';
}

/** Entries whose date to look again has passed, or that nobody has verified: a warning, and a bar to production.
 *  `today` as 2026-11-23. */
export function staleResources(
  today: string,
  countries: Iterable<CountryResources> = held().values(),
): StaleResource[] {
  return [...countries].flatMap(({ country, resources }) =>
    resources.flatMap((entry) => {
      const reason = staleness(entry, today);
      return reason === null ? [] : [{ country, name: entry.name, reason }];
    }),
  );
}

function staleness({ recheckBy, verified }: Resource, today: string): StaleResource['reason'] | null {
  if (recheckBy < today) return 'overdue';
  return verified === 'unverified' ? 'unverified' : null;
}

/** Called once at the start. In a local run it only answers which entries are stale. In production the list of the
 *  installation's country and the international one have to be verified and in date: AppError('config_invalid') naming the
 *  entries otherwise. Stale entries of other countries are then left out from here on, a country without what everyone needs
 *  altogether (its players get the international list, which says so); they are answered too, to be warned about. */
export function requireCheckedResources(check: {
  /** Such as 2026-11-23. */
  today: string;
  env: 'local' | 'production';
  /** ISO 3166-1 alpha-2 of the installation. */
  country: string;
  /** Of resource files; default: those of this installation. */
  directory?: string;
}): StaleResource[] {
  const { today, env, country } = check;
  const all = loadResources(check.directory ?? OWN_DIRECTORY);
  const stale = staleResources(today, all.values());
  if (env === 'local') return stale;

  const own = country.toUpperCase();
  if (!all.has(own)) {
    throw new AppError(
      'config_invalid',
      `There is no resource file for ${own}. Write src/people/resources/${own.toLowerCase()}.yaml`,
    );
  }
  const barring = stale.filter((entry) => entry.country === own || entry.country === UNKNOWN_COUNTRY);
  if (barring.length > 0) {
    throw new AppError(
      'config_invalid',
      `Help resources have to be checked before production. Look at the source of each, correct it, and set verified, checkedOn and recheckBy: ${barring.map(named).join('; ')}`,
      { issues: barring.map((entry) => ({ path: entry.country, message: `${entry.name} is ${entry.reason}` })) },
    );
  }
  loaded = new Map(
    [...all].filter(([, list]) => isWhole(list, today)).map(([code, list]) => [code, fresh(list, today)]),
  );
  return stale;
}

function named({ country, name, reason }: StaleResource): string {
  return `${country}: ${name} (${reason})`;
}

function fresh(list: CountryResources, today: string): CountryResources {
  return { ...list, resources: list.resources.filter((entry) => staleness(entry, today) === null) };
}

/** Whether every kind that the whole list serves of those everyone needs is still served without what is stale. */
function isWhole(list: CountryResources, today: string): boolean {
  const left = fresh(list, today).resources;
  return REQUIRED_KINDS.every(
    (kind) =>
      left.some(({ kinds }) => kinds.includes(kind)) || !list.resources.some(({ kinds }) => kinds.includes(kind)),
  );
}

/** More than this on one screen is no help to somebody in need. */
const MOST_SHOWN = 4;

/** The emergency number first, then those for the kinds in the order given. */
export function chooseResources(country: string, kinds: readonly ResourceKind[]): HelpResource[] {
  const { resources } = resourcesFor(country);
  const order: readonly ResourceKind[] = ['emergency', ...kinds];
  const chosen = new Map<string, HelpResource>();
  for (const kind of order) {
    for (const entry of resources) {
      if (entry.kinds.includes(kind)) {
        chosen.set(entry.name, {
          name: typeset(entry.name),
          contact: typeset(entry.contact),
          hours: typeset(whenAndForWhom(entry)),
        });
      }
    }
  }
  return [...chosen.values()].slice(0, MOST_SHOWN);
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** Nobody should ring a line only to hear that it is not for them. */
function whenAndForWhom({ hours, ages, languages }: Resource): string {
  const forWhom = ages === 'all' ? '' : `. For ${ages}`;
  const spoken = languages.includes('en')
    ? ''
    : `. Speaks ${languages.map((code) => languageNames.of(code)).join(', ')}`;
  return `${hours}${forWhom}${spoken}`;
}
