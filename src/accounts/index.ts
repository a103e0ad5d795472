// The door of accounts: who may come in, and what a player has agreed to and asked for.
import type { Actor } from '../domain/actors.ts';
import type { KeyRing, KeyStore, Pseudonymise, Sealer } from '../privacy/index.ts';
import type { Log } from '../telemetry/index.ts';
import { type Graph, withConstraints } from '../world/index.ts';
import { createBreakGlass } from './break-glass.ts';
import { createCareTeams } from './care.ts';
import { createInvitations } from './invitations.ts';
import { createProfiles } from './profiles.ts';
import { createRevocations } from './revocations.ts';
import { CONSTRAINTS } from './schema.ts';
import { createTokenIssuer } from './tokens.ts';
import type { Accounts } from './types.ts';

export { REVOCATIONS_READ_EVERY_MS } from './revocations.ts';
export { createTokenIssuer, type TokenIssuer } from './tokens.ts';
export type { Accounts, BreakGlass, Intake, Profile, ProfilePatch } from './types.ts';

export interface AccountsDeps {
  graph: Graph;
  sealer: Sealer;
  /** A player's key is made with the first thing the player tells. */
  keys: Pick<KeyStore, 'ensurePlayer'>;
  tokenKeys: KeyRing;
  pseudonymise: Pseudonymise;
  /** TTA_ENV. Demonstration accounts exist in `local` only. */
  env: 'local' | 'production';
  /** The installation's country, for players who have not named theirs. Default US. */
  country?: string;
  /** Default 18: younger players need enrolment by a clinic. */
  minAge?: number;
  log?: Pick<Log, 'warn'>;
  /** How old the list of revoked roles may grow before it is read again. Default 20 s. */
  revocationsReadEveryMs?: number;
}

const DEMO_SUBJECT = /^demo-/;

export function createAccounts(deps: AccountsDeps): Accounts {
  const { env, pseudonymise, country = 'US', minAge = 18 } = deps;
  const graph = withConstraints(deps.graph, CONSTRAINTS);
  const tokens = createTokenIssuer(deps);
  const care = createCareTeams({ graph, pseudonymise });
  const { log, revocationsReadEveryMs: readEveryMs } = deps;
  const revocations = createRevocations({ graph, pseudonymise, log, readEveryMs });
  const profiles = createProfiles({ graph, sealer: deps.sealer, keys: deps.keys, country, minAge });
  /** Demonstration people that signed in through this process. Verifying must not need the graph, so they are noted here,
   *  and a player is marked in the graph with the first use of the profile. */
  const demo = { players: new Set<string>(), clinicians: new Set<string>(), marked: new Set<string>() };

  function noteDemo(actor: Actor): Actor {
    const { demo: claimed, ...person } = actor;
    if (env !== 'local' || !(claimed === true || DEMO_SUBJECT.test(actor.subject))) return person;
    if (actor.role === 'player') demo.players.add(pseudonymise(actor.subject));
    if (actor.role === 'clinician') demo.clinicians.add(actor.subject);
    return { ...person, demo: true };
  }

  async function markDemo(player: string): Promise<void> {
    if (!demo.players.has(player) || demo.marked.has(player)) return;
    await care.markDemo(player);
    demo.marked.add(player);
  }

  return {
    async verify(token) {
      const { actor, issuedAt } = await tokens.read(token);
      await revocations.requireStanding(actor, issuedAt);
      return noteDemo(actor);
    },
    issue: tokens.issue,
    revoke: revocations.revoke,
    ...createBreakGlass({ graph, sealer: deps.sealer, pseudonymise }),
    ...createInvitations({ graph, sealer: deps.sealer, pseudonymise }),
    enrolMinor: (player, clinician) => profiles.enrolMinor(player, pseudonymise(clinician)),
    assignCare: care.assignCare,
    isClinician: async (subject) => demo.clinicians.has(subject) || care.isClinician(subject),

    async profile(player) {
      await markDemo(player);
      const found = await profiles.profile(player);
      return found.intake === null && demo.players.has(player) ? profiles.recordDemoIntake(player) : found;
    },
    async saveProfile(player, patch) {
      await markDemo(player);
      return profiles.saveProfile(player, patch);
    },
    async recordIntake(player, intake) {
      await markDemo(player);
      return profiles.recordIntake(player, intake);
    },

    async forget(player) {
      demo.marked.delete(player);
      await profiles.forget(player);
    },

    async teamOf(player) {
      const team = await care.teamOf(player);
      // Every demonstration clinician is on it, also one who has not signed in here yet.
      return env === 'local' && team.demo ? team.named + Math.max(1, demo.clinicians.size) : team.named;
    },

    teamless: (players) => care.teamless(players, env === 'local'),
    playersOf: (clinician) => care.playersOf(clinician, demo.clinicians.has(clinician)),

    async cares(clinician, player) {
      if (demo.clinicians.has(clinician) && (await care.caresAsDemo(player))) return true;
      return care.cares(clinician, player);
    },
  };
}
