// Schema of the graph, in versions. Every statement may be repeated, so two processes that start together, or one that
// died half way, end with the same schema; the Migration node says which versions are done.
import { AppError } from '../domain/errors.ts';
import type { Graph } from './types.ts';

interface Migration {
  version: number;
  name: string;
  statements: readonly string[];
}

const unique = (name: string, label: string, ...properties: string[]): string =>
  `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE (${properties.map((p) => `n.${p}`)}) IS UNIQUE`;
const index = (name: string, label: string, ...properties: string[]): string =>
  `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${properties.map((p) => `n.${p}`)})`;

const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'sessions and their worlds',
    statements: [
      unique('session_id', 'Session', 'sessionId'),
      index('session_player', 'Session', 'player'),
      // One lookup for every kind of entity; its first property also finds all of a session's.
      unique('entity_id', 'Entity', 'sessionId', 'id'),
      unique('goal_id', 'Goal', 'sessionId', 'id'),
    ],
  },
  {
    version: 2,
    name: 'turns, acts and what they left behind',
    statements: [
      unique('turn_id', 'Turn', 'sessionId', 'turnId'),
      // `slot` is the turn's number while the turn stands; undoing frees it for the next turn.
      unique('turn_slot', 'Turn', 'sessionId', 'slot'),
      index('turn_seq', 'Turn', 'sessionId', 'turnSeq'),
      unique('act_seq', 'Act', 'sessionId', 'seq'),
      index('audit_session', 'AuditEntry', 'sessionId', 'turnSeq'),
    ],
  },
];

/** Processes that create the same schema at the same moment block each other, and on a cold server for seconds. */
const PATIENCE_MS = 60_000;

export async function migrate(graph: Graph): Promise<void> {
  // Nobody there at all is said at once, not after a minute.
  await graph.ping();
  const giveUpAt = performance.now() + PATIENCE_MS;
  const run: Graph['run'] = (statement, parameters) => patiently(giveUpAt, () => graph.run(statement, parameters));

  await run(unique('migration_version', 'Migration', 'version'));
  const done = await run<{ version: number }>('MATCH (m:Migration) RETURN m.version AS version');
  for (const migration of MIGRATIONS) {
    if (done.some(({ version }) => version === migration.version)) continue;
    for (const statement of migration.statements) await run(statement);
    await run('MERGE (m:Migration {version: $version}) ON CREATE SET m.name = $name, m.at = timestamp()', {
      version: migration.version,
      name: migration.name,
    });
  }
  // An index is of no use before it is filled; the first turn would scan.
  await run('CALL db.awaitIndexes(60)');
}

async function patiently<T>(giveUpAt: number, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.retryable) || performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
    }
  }
}
