// Constraints of the records this room keeps in the graph. They make the graph refuse a second record of one account.
import type { Graph } from '../world/types.ts';

const CONSTRAINTS = [
  'CREATE CONSTRAINT account_id IF NOT EXISTS FOR (n:Account) REQUIRE n.account IS UNIQUE',
  'CREATE CONSTRAINT player_profile IF NOT EXISTS FOR (n:PlayerProfile) REQUIRE n.player IS UNIQUE',
  'CREATE CONSTRAINT clinician_id IF NOT EXISTS FOR (n:Clinician) REQUIRE n.clinician IS UNIQUE',
  'CREATE CONSTRAINT invitation_code IF NOT EXISTS FOR (n:Invitation) REQUIRE n.codeHash IS UNIQUE',
  'CREATE INDEX invitation_account IF NOT EXISTS FOR (n:Invitation) ON (n.account)',
];

/** The graph, with the constraints made before its first statement in this process. */
export function withConstraints(graph: Graph): Pick<Graph, 'run'> {
  let made: Promise<void> | undefined;
  async function make(): Promise<void> {
    for (const statement of CONSTRAINTS) await graph.run(statement);
  }
  return {
    async run(statement, parameters) {
      made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      await made;
      return graph.run(statement, parameters);
    },
  };
}
