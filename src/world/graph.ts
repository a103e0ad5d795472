// The handle on Neo4j: one auto-commit statement at a time, retried briefly, its errors turned into ours. An auto-commit
// statement is one transaction already; a managed one costs a turn 60 % more (docs/graph.md has the measurements).
import neo4j, { isRetryableError, Neo4jError } from 'neo4j-driver';
import { AppError } from '../domain/errors.ts';
import type { Graph } from './types.ts';

export interface GraphAddress {
  /** `bolt://host:port`, or `neo4j://` for a cluster. */
  url: string;
  /** Empty or absent where the server asks for no sign-in. */
  user?: string | undefined;
  password?: string | undefined;
}

/** A local activity has 2 s for its whole turn, so connecting and waiting for a connection must fail well before. */
const CONNECT_MS = 1_000;
/** Longest time a failing statement is tried again; the caller's own retry policy takes over from there. */
const RETRY_MS = 1_000;
/** A server that accepts and never answers must not hold a caller. Copying a world of 1,000 places takes about 1 s. */
const ANSWER_MS = 10_000;
/** A worker runs at most 32 fast turns at a time; more connections only queue inside the server. */
const POOL_SIZE = 32;

/** Before a turn's statements: their plan is all index lookups, right for an empty graph and a full one, so planning them
 *  again as the graph grows (some 200 ms, in the middle of somebody's turn) could only cost. */
export const KEEP_PLAN = 'CYPHER replan=skip ';

/** Says so to the planner, which on an empty graph would rather walk the whole index, and then keep to it for ever. */
export const seeking = (variable: string): string => `USING INDEX SEEK ${variable}:Entity(sessionId, id)`;

const DUPLICATE = 'Neo.ClientError.Schema.ConstraintValidationFailed';

/** Connects lazily: the first statement or `ping` finds out whether anybody answers. */
export function connectGraph(address: GraphAddress): Graph {
  const { user, password } = address;
  const driver = neo4j.driver(address.url, user ? neo4j.auth.basic(user, password ?? '') : undefined, {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: POOL_SIZE,
    connectionTimeout: CONNECT_MS,
    connectionAcquisitionTimeout: CONNECT_MS,
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });

  async function once(statement: string, parameters: Readonly<Record<string, unknown>>): Promise<object[]> {
    // Naming the database saves the round trip that asks for the default one.
    const session = driver.session({ database: 'neo4j' });
    try {
      const result = await withoutStackTrace(() => session.run(statement, parameters, { timeout: ANSWER_MS }));
      return result.records.map((record) => record.toObject());
    } finally {
      // Not awaited: with a dead server, closing waits for the same answer that did not come.
      void session.close().catch(() => undefined);
    }
  }

  async function run<Row extends object>(
    statement: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<Row[]> {
    const giveUpAt = performance.now() + RETRY_MS;
    for (let attempt = 1; ; attempt += 1) {
      try {
        // The caller names the columns it wrote in its own statement.
        return (await answered(once(statement, parameters))) as Row[];
      } catch (error) {
        const pauseMs = Math.random() * 25 * 2 ** attempt;
        const last = performance.now() + pauseMs > giveUpAt;
        if (last || !(error instanceof Neo4jError) || !isRetryableError(error)) throw graphError(error);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  return {
    run,
    async ping() {
      await run('RETURN 1 AS one');
    },
    async close() {
      await driver.close();
    },
  };
}

/** The driver takes a stack trace of every statement in case it fails, which with source maps costs a turn half a millisecond;
 *  our own errors say which statement it was. */
function withoutStackTrace<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** A statement that broke a uniqueness constraint: somebody else wrote the same record first. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof AppError && error.cause instanceof Neo4jError && error.cause.code === DUPLICATE;
}

async function answered<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(undefined)), ANSWER_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function graphError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof Neo4jError)) return new AppError('internal', 'The graph client failed.', { cause: error });
  if (error.code === DUPLICATE) {
    return new AppError('version_conflict', 'The graph holds this record already; read it and try again.', {
      cause: error,
    });
  }
  if (error.code.startsWith('Neo.ClientError.Security')) {
    const message = 'The world graph (Neo4j) refuses the sign-in: check NEO4J_USER and NEO4J_PASSWORD.';
    return new AppError('unavailable', message, { cause: error });
  }
  if (error.code.startsWith('Neo.ClientError') || error.code.startsWith('Neo.DatabaseError')) {
    return new AppError('internal', `The graph refused a statement (${error.code}).`, { cause: error });
  }
  if (error.code.startsWith('Neo.TransientError')) {
    const message = 'The world graph (Neo4j) is too busy to answer; try again in a moment.';
    return new AppError('unavailable', message, { cause: error });
  }
  return unavailable(error);
}

function unavailable(cause: unknown): AppError {
  const message = 'The world graph (Neo4j) does not answer: check that it runs at NEO4J_URL, then try again.';
  return new AppError('unavailable', message, { cause });
}
