// What a resource file holds: one country, the numbers as they read inside a sentence, and where to turn for what.
import { z } from 'zod';

export const RESOURCE_KINDS = [
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
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Held for every country, or the file says in `missing` why not. */
export const REQUIRED_KINDS = [
  'emergency',
  'suicide',
  'abuse',
  'medical',
  'distress',
  'young',
] as const satisfies readonly ResourceKind[];

const day = z.iso.date();

const resource = z
  .strictObject({
    name: z.string().min(2),
    contact: z.string().min(2),
    channel: z.string().min(2),
    /** With its time zone where it is not around the clock. */
    hours: z.string().min(2),
    languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
    /** Whom it is for, as it reads after "For"; `all` where it is for everyone. */
    ages: z.string().min(2),
    /** The official page of whoever runs it. */
    source: z.url({ protocol: /^https$/ }),
    /** Stored copies of public pages that give the same contact. Their age is not known: no replacement for a check. */
    corroboratedBy: z.array(z.url({ protocol: /^https$/ })).optional(),
    kinds: z.array(z.enum(RESOURCE_KINDS)).min(1),
    /** The day of the last look: at the source where `verified`, else only at what was to hand. */
    checkedOn: day,
    recheckBy: day,
    /** `verified`: somebody has looked at the source itself and found it so. */
    verified: z.enum(['verified', 'unverified']),
  })
  .refine(({ checkedOn, recheckBy }) => recheckBy > checkedOn, {
    path: ['recheckBy'],
    message: 'has to be later than checkedOn',
  });

export const countryFile = z
  .strictObject({
    /** ISO 3166-1 alpha-2; ZZ is the entry for countries we hold no list for. */
    country: z.string().regex(/^[A-Z]{2}$/),
    countryName: z.string().min(2),
    /** What to dial in an emergency and after poisoning, as it reads inside a sentence. */
    emergency: z.string().min(2),
    poison: z.string().min(2),
    /** Why a kind that everyone needs has no entry. */
    missing: z.partialRecord(z.enum(REQUIRED_KINDS), z.string().min(10)).default({}),
    resources: z.array(resource).min(1),
  })
  .superRefine(({ resources, missing }, context) => {
    for (const kind of REQUIRED_KINDS) {
      const served = resources.some(({ kinds }) => kinds.includes(kind));
      if (served === (missing[kind] !== undefined)) {
        context.addIssue({
          code: 'custom',
          path: ['missing', kind],
          message: served ? 'is held after all' : 'nothing is held for it, and nothing says why',
        });
      }
    }
  });

export type CountryResources = z.infer<typeof countryFile>;
export type Resource = CountryResources['resources'][number];
