// Care teams: which clinicians may read which players.
import type { Pseudonymise } from '../privacy/index.ts';
import type { Graph } from '../world/types.ts';
import type { Accounts } from './types.ts';

interface CareTeams extends Pick<Accounts, 'cares' | 'assignCare' | 'isClinician'> {
  /** How many named clinicians whose role stands, and whether it is a demonstration player. */
  teamOf(player: string): Promise<{ named: number; demo: boolean }>;
  /** With `demo` a demonstration player has a team: every demonstration clinician. */
  teamless(players: readonly string[], demo: boolean): Promise<string[]>;
  /** With `demo` the demonstration players too. */
  playersOf(clinician: string, demo: boolean): Promise<string[]>;
  /** Demonstration players are in the care of every demonstration clinician, without a line between the two. */
  markDemo(player: string): Promise<void>;
  caresAsDemo(player: string): Promise<boolean>;
}

export function createCareTeams(deps: { graph: Pick<Graph, 'run'>; pseudonymise: Pseudonymise }): CareTeams {
  const { graph, pseudonymise } = deps;
  return {
    async cares(clinician, player) {
      const [row] = await graph.run<{ cares: boolean }>(
        `RETURN EXISTS { (:Clinician {clinician: $clinician})-[:CARES_FOR]->(:PlayerProfile {player: $player}) } AS cares`,
        { clinician: pseudonymise(clinician), player },
      );
      return row?.cares === true;
    },
    async playersOf(clinician, demo) {
      const rows = await graph.run<{ player: string }>(
        `MATCH (:Clinician {clinician: $given.clinician})-[:CARES_FOR]->(p:PlayerProfile) RETURN p.player AS player
         UNION
         MATCH (p:PlayerProfile) WHERE $given.demo AND p.demo RETURN p.player AS player`,
        { given: { demo, clinician: pseudonymise(clinician) } },
      );
      return rows.map(({ player }) => player);
    },
    async assignCare(clinician, player) {
      await graph.run(
        `MERGE (c:Clinician {clinician: $clinician})
         MERGE (p:PlayerProfile {player: $player})
         MERGE (c)-[r:CARES_FOR]->(p)
         ON CREATE SET r.since = $now`,
        { clinician: pseudonymise(clinician), player, now: Date.now() },
      );
    },
    async isClinician(subject) {
      // An account keeps the role it came in with last; `enrolledAt` stays with a clinician who was given another one since.
      const [row] = await graph.run<{ stands: boolean }>(
        `RETURN EXISTS { (:Account {account: $account, role: 'clinician'}) }
             OR EXISTS { (c:Clinician {clinician: $account}) WHERE c.enrolledAt IS NOT NULL AND c.revokedAt IS NULL } AS stands`,
        { account: pseudonymise(subject) },
      );
      return row?.stands === true;
    },
    async teamOf(player) {
      const [row] = await graph.run<{ named: number; demo: boolean }>(
        `RETURN COUNT { (c:Clinician)-[:CARES_FOR]->(:PlayerProfile {player: $player}) WHERE c.revokedAt IS NULL } AS named,
                EXISTS { (:PlayerProfile {player: $player, demo: true}) } AS demo`,
        { player },
      );
      return row ?? { named: 0, demo: false };
    },
    async teamless(players, demo) {
      const rows = await graph.run<{ player: string }>(
        `UNWIND $given.players AS player
         OPTIONAL MATCH (p:PlayerProfile {player: player})
         WITH player, p
         WHERE NOT ($given.demo AND coalesce(p.demo, false))
           AND NOT EXISTS { MATCH (c:Clinician)-[:CARES_FOR]->(p) WHERE c.revokedAt IS NULL }
         RETURN player`,
        { given: { players, demo } },
      );
      return rows.map(({ player }) => player);
    },
    async markDemo(player) {
      await graph.run('MERGE (p:PlayerProfile {player: $player}) SET p.demo = true', { player });
    },
    async caresAsDemo(player) {
      const [row] = await graph.run<{ demo: boolean }>(
        'RETURN EXISTS { (:PlayerProfile {player: $player, demo: true}) } AS demo',
        { player },
      );
      return row?.demo === true;
    },
  };
}
