// Neo4j 5.26 Community over Bolt, from its published jars and a launcher of a few lines, without Docker.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import neo4j from 'neo4j-driver';
import type { Component } from '../../domain/component.ts';
import { AppError } from '../../domain/errors.ts';
import { couldNot, fetchOnce, hasDocker, type Say } from './fetch.ts';
import { missing } from './missing.ts';
import { createPart, type Launch } from './part.ts';
import { ROOT } from './paths.ts';
import { onPath, run } from './run.ts';

const VERSION = '5.26.0';

export interface Neo4jOptions {
  /** Of a server that runs already; null to start one. */
  url: string | null;
  user: string;
  password: string;
  port: number;
  stateDir: string;
  say: Say;
}

export function createNeo4j(options: Neo4jOptions): Component {
  const url = options.url ?? `bolt://127.0.0.1:${options.port}`;
  const driver = neo4j.driver(url, neo4j.auth.basic(options.user, options.password), {
    connectionAcquisitionTimeout: 3_000,
    connectionTimeout: 2_000,
    maxConnectionPoolSize: 2,
    telemetryDisabled: true,
  });

  async function answers(): Promise<void> {
    try {
      await driver.executeQuery('RETURN 1');
    } catch {
      throw new AppError(
        'part_missing',
        `Neo4j does not answer at ${url}: start it, check NEO4J_USER and NEO4J_PASSWORD, or unset NEO4J_URL.`,
      );
    }
  }

  const part = createPart({
    name: 'neo4j',
    stateDir: options.stateDir,
    say: options.say,
    launch: () => (options.url === null ? launchNeo4j(options) : Promise.resolve(null)),
    answers,
    startTimeoutMs: options.url === null ? 120_000 : 10_000,
    graceS: 10,
  });
  return {
    ...part,
    async ready() {
      await part.ready();
      if (options.url === null) await warm(driver.session());
    },
    async stop() {
      await driver.close();
      await part.stop();
    },
  };
}

async function launchNeo4j(options: Neo4jOptions): Promise<Launch> {
  const home = join(options.stateDir, 'neo4j');
  const configuration = writeConfiguration(home, options.port);
  const installed = onPath('neo4j');
  if (installed !== null) {
    return { command: installed, args: ['console'], env: { ...process.env, NEO4J_CONF: dirname(configuration) } };
  }
  const fromJars = await launchFromJars(home, configuration, options.say);
  if (fromJars !== null) return fromJars;
  if (await hasDocker()) {
    const where = ['-p', `127.0.0.1:${options.port}:7687`, '-v', `${home}:/data`, '-e', 'NEO4J_AUTH=none'];
    return { command: 'docker', args: ['run', '--rm', '--init', ...where, 'neo4j:5.26-community'] };
  }
  throw missing({
    title: 'Neo4j',
    variable: 'NEO4J_URL',
    binary: 'neo4j',
    registry: 'or a JDK 17 or 21 and `mvn`, with which it is fetched',
  });
}

/** Ours leaves the machine's own database alone: other directories, another port, reachable from this machine only. */
function writeConfiguration(home: string, port: number): string {
  const file = join(home, 'conf', 'neo4j.conf');
  mkdirSync(join(home, 'run'), { recursive: true });
  mkdirSync(dirname(file), { recursive: true });
  const settings = {
    'server.directories.data': join(home, 'data'),
    'server.directories.logs': join(home, 'logs'),
    'server.directories.run': join(home, 'run'),
    'server.bolt.enabled': true,
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': false,
    'server.https.enabled': false,
    // Only this machine reaches it, so a newcomer needs no password.
    'dbms.security.auth_enabled': false,
    'dbms.usage_report.enabled': false,
    'server.memory.pagecache.size': '128m',
    // A quarter of a gigabyte set aside for each log file is too much for a laptop and for a test run.
    'db.tx_log.preallocate': false,
    // On its way out it would otherwise wait 5 s for clients that have left before it.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': 0,
    'internal.dbms.bolt.netty_server_shutdown_timeout': '2s',
  };
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  return file;
}

async function launchFromJars(home: string, configuration: string, say: Say): Promise<Launch | null> {
  const java = onPath('java');
  const javac = onPath('javac');
  if (java === null || javac === null) return null;
  const source = join(ROOT, 'deploy', 'neo4j');
  const directory = await fetchOnce(`neo4j-${VERSION}`, async (unfinished) => {
    const maven = onPath('mvn');
    if (maven === null) return false;
    say(`fetching Neo4j ${VERSION} (130 MB of jars) with mvn`);
    const jars = join(unfinished, 'lib');
    const args = [
      '-B',
      '-q',
      '-f',
      join(source, 'pom.xml'),
      'dependency:copy-dependencies',
      `-DoutputDirectory=${jars}`,
    ];
    const fetched = await run(maven, args);
    if (fetched.code !== 0) return couldNot(say, 'mvn', fetched.output);
    // Compiled once here rather than by each start.
    const classes = join(unfinished, 'classes');
    const compiled = await run(javac, ['-cp', join(jars, '*'), '-d', classes, join(source, 'Launcher.java')]);
    return compiled.code === 0 || couldNot(say, 'javac', compiled.output);
  });
  if (directory === null) return null;
  const classPath = `${join(directory, 'classes')}:${join(directory, 'lib', '*')}`;
  return { command: java, args: [...JAVA_OPTIONS, '-cp', classPath, 'Launcher', home, configuration] };
}

/** One world per session is small; the serial collector and a modest heap suit a laptop that runs four other things. */
const JAVA_OPTIONS = ['-Xms256m', '-Xmx768m', '-XX:+UseSerialGC'];

/** How often and how long at most the reading and writing paths are run through, so that the first player meets a warm JVM. */
const WARM = { rounds: 150, timeoutMs: 2_500 };

async function warm(session: ReturnType<ReturnType<typeof neo4j.driver>['session']>): Promise<void> {
  const until = performance.now() + WARM.timeoutMs;
  for (let round = 0; round < WARM.rounds && performance.now() < until; round++) {
    await session.run(
      `CREATE (a:WarmUp {id: $id, at: timestamp()})-[:IN {open: true}]->(b:WarmUp {id: $id + '/2', tags: ['x', 'y']})
       WITH a, b OPTIONAL MATCH (a)-[r:IN]->(c:WarmUp) WHERE c.id STARTS WITH $id
       WITH a, b, collect(properties(c)) AS found SET a.seen = size(found) DETACH DELETE a, b RETURN found`,
      { id: `warm-up/${round}` },
    );
  }
  await session.close();
}
