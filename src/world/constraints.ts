// Constraints that another room needs for the records it keeps in the graph: made before its first statement in a process.
import type { Graph } from './types.ts';

/** The graph's `run`, with these statements (each `IF NOT EXISTS`) run first. When that fails the next call tries again. */
export function withConstraints(graph: Pick<Graph, 'run'>, statements: readonly string[]): Pick<Graph, 'run'> {
  let made: Promise<void> | undefined;
  async function make(): Promise<void> {
    for (const statement of statements) await graph.run(statement);
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
