// Constraints of the audit records, made before the first statement of a process. They make the graph refuse a second
// record in one place of a chain, and the same record twice.
import type { Graph } from '../../world/types.ts';

const CONSTRAINTS = [
  'CREATE CONSTRAINT audit_writer IF NOT EXISTS FOR (n:AuditWriter) REQUIRE n.writer IS UNIQUE',
  'CREATE CONSTRAINT audit_record_place IF NOT EXISTS FOR (n:AuditRecord) REQUIRE (n.writer, n.n) IS UNIQUE',
  'CREATE CONSTRAINT audit_record_id IF NOT EXISTS FOR (n:AuditRecord) REQUIRE (n.writer, n.id) IS UNIQUE',
  'CREATE CONSTRAINT audit_lease IF NOT EXISTS FOR (n:AuditLease) REQUIRE n.file IS UNIQUE',
  // What changed since the last anchor is found without looking at what did not.
  'CREATE INDEX audit_writer_changed IF NOT EXISTS FOR (n:AuditWriter) ON (n.changedAt)',
  'CREATE INDEX session_last_turn IF NOT EXISTS FOR (n:Session) ON (n.lastTurnAt)',
];

export type Run = Graph['run'];

const made = new WeakMap<object, Promise<void>>();

/** `run` of the graph; the first call in a process makes the constraints, and a failure of that is tried again by the next. */
export function withAuditSchema(graph: Pick<Graph, 'run'>): Run {
  async function make(): Promise<void> {
    for (const statement of CONSTRAINTS) await graph.run(statement);
  }
  return async (statement, parameters) => {
    let making = made.get(graph);
    if (making === undefined) {
      making = make();
      making.catch(() => made.delete(graph));
      made.set(graph, making);
    }
    await making;
    return graph.run(statement, parameters);
  };
}
