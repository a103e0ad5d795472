// Neo4j 5.26 Community over Bolt, from its published jars and a launcher of a few lines, without Docker.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import neo4j from 'neo4j-driver';
import type { Component } from '../../domain/component.ts';
import { AppError } from '../../domain/errors.ts';
import { couldNot, FETCH_TIMEOUT_MS, fetchOnce, hasDocker, type Say } from './fetch.ts';
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
  const jars = await fetchJars(say);
  const launcher = jars === null ? null : await compileLauncher(jars, say);
  if (java === null || jars === null || launcher === null) return null;
  const classPath = `${join(launcher, 'launcher.jar')}:${join(jars, '*')}`;
  const archive = await archiveClasses(java, classPath, say);
  const options = [...JAVA_OPTIONS, `-XX:SharedArchiveFile=${archive}`, '-cp', classPath];
  return { command: java, args: [...options, 'Launcher', home, configuration] };
}

const SOURCE = join(ROOT, 'deploy', 'neo4j');
function fetchJars(say: Say): Promise<string | null> {
  return fetchOnce(`neo4j-jars-${VERSION}`, async (unfinished) => {
    const maven = onPath('mvn');
    if (maven === null) return false;
    say(`fetching Neo4j ${VERSION} (130 MB of jars) with mvn`);
    const pom = join(SOURCE, 'pom.xml');
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`];
    const fetched = await run(maven, ['-B', '-q', '-f', pom, ...goal], { timeoutMs: FETCH_TIMEOUT_MS });
    return fetched.code === 0 || couldNot(say, 'mvn', fetched.output);
  });
}

/** Named anew when Launcher.java changes. */
const LAUNCHER = 'neo4j-launcher-2';

function compileLauncher(jars: string, say: Say): Promise<string | null> {
  return fetchOnce(LAUNCHER, async (unfinished) => {
    const [javac, jar] = [onPath('javac'), onPath('jar')];
    if (javac === null || jar === null) return false;
    const classes = join(unfinished, 'classes');
    const compiled = await run(javac, ['-cp', join(jars, '*'), '-d', classes, join(SOURCE, 'Launcher.java')]);
    if (compiled.code !== 0) return couldNot(say, 'javac', compiled.output);
    const packed = await run(jar, ['cf', join(unfinished, 'launcher.jar'), '-C', classes, '.']);
    return packed.code === 0 || couldNot(say, 'jar', packed.output);
  });
}

/** Any free port will do: nobody comes. */
const NO_PORT = 0;
const REHEARSAL_TIMEOUT_MS = 120_000;
/** Reading, writing and planning, whose classes are most of what a first player would wait for. */
const STATEMENT =
  'CREATE (a:Rehearsal {id: 1})-[:TO]->(b:Rehearsal) WITH a, b OPTIONAL MATCH (a)-->(c) WITH a, b, collect(c) AS found DETACH DELETE a, b';

/**
 * Starts the database once for nobody: the JVM keeps the classes it loaded in an archive, and every later start takes less than
 * half the time. The JVM ignores an archive that does not fit or is not there, so a failed rehearsal is no fault.
 */
async function archiveClasses(java: string, classPath: string, say: Say): Promise<string> {
  const directory = await fetchOnce(`${LAUNCHER}-classes-${VERSION}`, async (unfinished) => {
    say('rehearsing the start of Neo4j, so that later ones are quick');
    const home = join(unfinished, 'rehearsal');
    const configuration = writeConfiguration(home, NO_PORT);
    const options = [...JAVA_OPTIONS, `-XX:ArchiveClassesAtExit=${join(unfinished, 'classes.jsa')}`, '-cp', classPath];
    const args = [...options, 'Launcher', home, configuration, STATEMENT];
    await run(java, args, { timeoutMs: REHEARSAL_TIMEOUT_MS });
    rmSync(home, { recursive: true, force: true });
    return true;
  });
  return join(directory ?? '', 'classes.jsa');
}

/**
 * One world per session is small; the serial collector and a modest heap suit a laptop that runs four other things. The first
 * compiler only: the second one spends a small machine's first minutes on itself, and gains little where a store is waited for.
 */
const JAVA_OPTIONS = ['-Xms256m', '-Xmx768m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
