// A player's profile and intake in the graph. What the player wrote is sealed under the player's own key, so it goes when
// the player is erased; the settings beside it are plain.
import type { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import { intakeSchema, parse, profilePatchSchema, type profileSchema, type Same } from '../domain/schemas/index.ts';
import type { KeyStore, Sealer } from '../privacy/index.ts';
import type { Graph } from '../world/types.ts';
import type { Accounts, Intake, Profile, ProfilePatch } from './types.ts';

const CONSENTS = [
  'play',
  'clinicianMayRead',
  'crisisContact',
  'modelProvider',
] as const satisfies readonly (keyof Intake['consents'])[];

interface StoredProfile {
  sealedGoals?: string;
  sealedAvoidSoft?: string;
  sealedAvoidHard?: string;
  /** Writing null removes it. */
  sealedContactPerson?: string | null;
  sealedAgeBand?: string;
  intensity?: number;
  readiness?: number;
  techniques?: boolean;
  country?: string;
  language?: string;
  intakeTextVersion?: string;
  intakeAt?: number;
  consents?: string[];
  enrolledMinor?: boolean;
}

export interface Profiles extends Pick<Accounts, 'profile' | 'saveProfile' | 'recordIntake' | 'forget'> {
  enrolMinor(player: string, enrolledBy: string): Promise<void>;
  /** Gives a demonstration player the intake that counts as given. */
  recordDemoIntake(player: string): Promise<Profile>;
}

export function createProfiles(deps: {
  graph: Pick<Graph, 'run'>;
  sealer: Sealer;
  keys: Pick<KeyStore, 'ensurePlayer'>;
  country: string;
  minAge: number;
}): Profiles {
  const { graph, sealer, keys } = deps;

  async function read(player: string): Promise<StoredProfile> {
    const [row] = await graph.run<{ stored: StoredProfile }>(
      'MATCH (p:PlayerProfile {player: $player}) RETURN properties(p) AS stored',
      { player },
    );
    return row?.stored ?? {};
  }

  async function write(player: string, changes: StoredProfile): Promise<Profile> {
    const [row] = await graph.run<{ stored: StoredProfile }>(
      `MERGE (p:PlayerProfile {player: $player}) ON CREATE SET p.createdAt = $now
       SET p += $changes, p.changedAt = $now
       RETURN properties(p) AS stored`,
      { player, changes, now: Date.now() },
    );
    return opened(player, row?.stored ?? {});
  }

  const seal = (player: string, field: string, value: unknown): Promise<string> =>
    sealer.seal({ player }, `profile/${field}`, JSON.stringify(value));

  async function open<T>(player: string, field: string, sealed: string): Promise<T> {
    // Sealed by this room after it was parsed, so its shape is known.
    return JSON.parse(await sealer.open({ player }, `profile/${field}`, sealed)) as T;
  }

  const openList = async (player: string, field: string, sealed: string | undefined): Promise<string[]> =>
    sealed === undefined ? [] : open<string[]>(player, field, sealed);

  async function opened(player: string, stored: StoredProfile): Promise<Profile> {
    const { sealedContactPerson, intakeTextVersion, intakeAt, consents = [] } = stored;
    return {
      goals: await openList(player, 'goals', stored.sealedGoals),
      avoidSoft: await openList(player, 'avoidSoft', stored.sealedAvoidSoft),
      avoidHard: await openList(player, 'avoidHard', stored.sealedAvoidHard),
      intensity: stored.intensity ?? 0.5,
      readiness: stored.readiness ?? 0.5,
      techniques: stored.techniques ?? true,
      country: stored.country ?? deps.country,
      language: stored.language ?? 'en',
      ...(typeof sealedContactPerson !== 'string'
        ? {}
        : {
            contactPerson: await open<{ name: string; contact: string }>(player, 'contactPerson', sealedContactPerson),
          }),
      intake:
        intakeTextVersion === undefined || intakeAt === undefined
          ? null
          : { textVersion: intakeTextVersion, at: intakeAt, consents: consentsOf(consents) },
    };
  }

  async function sealedParts(player: string, patch: ProfilePatch): Promise<StoredProfile> {
    const { goals, avoidSoft, avoidHard, contactPerson, ...plain } = patch;
    await keys.ensurePlayer(player);
    return {
      ...plain,
      ...(goals && { sealedGoals: await seal(player, 'goals', goals) }),
      ...(avoidSoft && { sealedAvoidSoft: await seal(player, 'avoidSoft', avoidSoft) }),
      ...(avoidHard && { sealedAvoidHard: await seal(player, 'avoidHard', avoidHard) }),
      ...(contactPerson && { sealedContactPerson: await seal(player, 'contactPerson', contactPerson) }),
      ...(contactPerson === null && { sealedContactPerson: null }),
    };
  }

  const profiles: Profiles = {
    profile: async (player) => opened(player, await read(player)),

    async saveProfile(player, patch) {
      return write(player, await sealedParts(player, parse(profilePatchSchema, patch)));
    },

    async recordIntake(player, given) {
      const intake = parse(intakeSchema, given);
      const { intakeAt, enrolledMinor } = await read(player);
      // Whoever has agreed before takes it back with this, and that is kept; whoever has not leaves nothing behind.
      if (!intake.consents.play && intakeAt === undefined) {
        throw new AppError(
          'consent_missing',
          'The story can begin once you agree to play. Nothing was stored; take the time you need.',
        );
      }
      const adultsOnly = deps.minAge >= 18;
      if (intake.consents.play && intake.ageBand === 'under18' && adultsOnly && enrolledMinor !== true) {
        throw new AppError(
          'forbidden',
          `This game is for people of ${deps.minAge} and over, unless a clinic enrols you together with your guardian. ` +
            'You did nothing wrong. If you want to talk to somebody now, the help page is there for you.',
        );
      }
      const { contactPerson, country } = intake;
      return write(player, {
        ...(await sealedParts(player, { country, ...(contactPerson && { contactPerson }) })),
        sealedAgeBand: await seal(player, 'ageBand', intake.ageBand),
        intakeTextVersion: intake.textVersion,
        intakeAt: Date.now(),
        consents: CONSENTS.filter((consent) => intake.consents[consent]),
      });
    },

    async enrolMinor(player, enrolledBy) {
      await graph.run(
        `MERGE (p:PlayerProfile {player: $player})
         SET p.enrolledMinor = true, p.enrolledBy = $enrolledBy, p.enrolledAt = $now`,
        { player, enrolledBy, now: Date.now() },
      );
    },

    async forget(player) {
      await graph.run(
        `OPTIONAL MATCH (p:PlayerProfile {player: $player}) DETACH DELETE p
         WITH count(*) AS done
         OPTIONAL MATCH (a:Account {account: $player}) DETACH DELETE a
         WITH count(*) AS done
         OPTIONAL MATCH (i:Invitation {account: $player}) DETACH DELETE i
         WITH count(*) AS done
         OPTIONAL MATCH (b:BreakGlass {player: $player}) DETACH DELETE b`,
        { player },
      );
    },

    async recordDemoIntake(player) {
      await keys.ensurePlayer(player);
      return write(player, { intakeTextVersion: 'demo', intakeAt: Date.now(), consents: [...CONSENTS] });
    },
  };
  return profiles;
}

// The schemas are in domain/, which cannot see these types: that both agree is checked here.
type Agreed = [
  Same<z.output<typeof intakeSchema>, Intake>,
  Same<z.output<typeof profileSchema>, Profile>,
  Same<z.output<typeof profilePatchSchema>, ProfilePatch>,
];
[true, true, true] satisfies Agreed;

function consentsOf(given: readonly string[]): Intake['consents'] {
  const has = (consent: keyof Intake['consents']): boolean => given.includes(consent);
  return {
    play: has('play'),
    clinicianMayRead: has('clinicianMayRead'),
    crisisContact: has('crisisContact'),
    modelProvider: has('modelProvider'),
  };
}
