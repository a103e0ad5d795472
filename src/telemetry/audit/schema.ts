// Constraints of the audit records, made before the first statement of a process. They make the graph refuse a second
// record in one place of a chain, and the same record twice.
import { type Graph, withConstraints } from '../../world/index.ts';

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

/** One for each graph of a process: the trail, the anchors and the verification share it. */
const prepared = new WeakMap<object, Run>();

export function withAuditSchema(graph: Pick<Graph, 'run'>): Run {
  const known = prepared.get(graph);
  if (known !== undefined) return known;
  const { run } = withConstraints(graph, CONSTRAINTS);
  prepared.set(graph, run);
  return run;
}
