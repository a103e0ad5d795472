// What `npm test` does once the packages are there: real servers on free ports with state that is thrown away, the page
// built, every test run, the counts told on the last line.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../src/cli/ground/chromium.ts';
import { keyRings } from '../../src/cli/ground/keys.ts';
import { logFile, startLeashed } from '../../src/cli/ground/leash.ts';
import { createPage } from '../../src/cli/ground/page.ts';
import { createParts, partsEnvironment } from '../../src/cli/ground/parts.ts';
import { ROOT } from '../../src/cli/ground/paths.ts';
import { choosePorts } from '../../src/cli/ground/ports.ts';
import { sayAs } from '../../src/cli/ground/progress.ts';
import { findTestServer } from '../../src/cli/ground/temporal.ts';
import { createComponents } from '../../src/config/components.ts';
import { AppError } from '../../src/domain/errors.ts';
import { newNamespace } from './namespace.ts';

/** Away from those of `npm start`, so that both keep theirs when run at the same time. */
const TEST_PORTS = { TTA_PORT_BASE: '27600', PORT: '27700' };

/** `args` go to mocha: files instead of all tests, or options such as `--grep`. Returns the exit code. */
export async function runTests(args: readonly string[]): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'tta-test-'));
  const ports = await choosePorts({ ...process.env, ...TEST_PORTS }, join(directory, 'ports.json'));
  const parts = createParts({ env: process.env, ports, stateDir: directory, say: sayAs });
  const components = createComponents([...parts, createPage(sayAs('page'))], {
    onReady: (name, ms) => sayAs(name)(`ready after ${(ms / 1000).toFixed(1)} s`),
  });
  const told = untilToldToStop();
  try {
    const set = Promise.all([components.start(), testServer(), chromium()]);
    set.catch(() => undefined);
    const ready = await Promise.race([set, told]);
    if (typeof ready === 'number') return ready;
    const [, server, browser] = ready;
    const env = {
      ...process.env,
      ...partsEnvironment(process.env, ports),
      ...keyRings({}, directory, true),
      PORT: String(ports.gateway),
      TTA_ENV: 'local',
      TTA_TEST_SERVER: server,
      ...(browser === null ? {} : { TTA_CHROMIUM: browser }),
    };
    return await runAll(args, env, directory, told);
  } catch (error) {
    console.error(error instanceof AppError ? error.message : error);
    console.log('0 passed, 1 failed');
    return 1;
  } finally {
    await components.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function testServer(): Promise<string> {
  return process.env.TTA_TEST_SERVER ?? (await findTestServer(sayAs('test clock')));
}

async function chromium(): Promise<string | null> {
  const found = process.env.TTA_CHROMIUM ?? (await findChromium(sayAs('browser')));
  if (found === null)
    sayAs('browser')('no Chromium on PATH, so browser tests are skipped; install chromium to run them');
  return found;
}

/** Two runs beside each other, each with Temporal to itself: what waits for servers and browsers leaves a core to what computes. */
const RUNS = [
  { name: 'system', args: ['test/{browser,chaos,system}/**/*.test.ts'], patience: 0 },
  // Gives way to the other, whose tests look at clocks.
  { name: 'code', args: ['test/**/*.test.ts', '--ignore', 'test/{browser,chaos,system}/**'], patience: 5 },
];

interface Run {
  name: string;
  args: readonly string[];
  /** As of nice(1). */
  patience: number;
}

async function runAll(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  directory: string,
  told: Promise<number>,
): Promise<number> {
  const files = args.some((arg) => arg.endsWith('.ts'));
  const runs: Run[] = files
    ? [{ name: 'tests', args, patience: 0 }]
    : RUNS.map((run) => ({ ...run, args: [...args, ...run.args] }));
  const results = await Promise.all(runs.map((run, n) => runMocha(run, env, join(directory, run.name), n === 0, told)));
  const { passed, failed, skipped } = results.reduce(
    (sum, { counts }) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  return results.every(({ code }) => code === 0) && failed === 0 && passed > 0 ? 0 : 1;
}

async function runMocha(
  { name, args, patience }: Run,
  env: NodeJS.ProcessEnv,
  stateDir: string,
  shown: boolean,
  told: Promise<number>,
): Promise<{ code: number; counts: Counts }> {
  const counts = join(stateDir, 'counts.json');
  const mocha = join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js');
  // The settings of .mocharc.json, without its node-option: that would run the tests in a process of its own.
  const settings = ['--no-config', '--exit', '--timeout', '60000'];
  const reporter = ['--reporter', join(ROOT, 'test', 'support', 'counts-reporter.cjs')];
  const program = startLeashed({
    name,
    stateDir,
    graceS: 5,
    inherit: shown,
    command: 'nice',
    args: ['-n', String(patience), process.execPath, '--import', 'tsx', mocha, ...settings, ...reporter, ...args],
    env: { ...env, TEMPORAL_NAMESPACE: await newNamespace(env.TEMPORAL_ADDRESS), TTA_TEST_COUNTS: counts },
  });
  void told.then(() => program.stop());
  const code = await program.ended;
  if (!shown) process.stdout.write(readFileSync(logFile(stateDir, name)));
  return { code, counts: countsIn(counts) };
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A run that ended without telling its counts has failed, whatever it did before. */
function countsIn(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Resolves with the exit code at the first signal; at the second we leave at once. */
function untilToldToStop(): Promise<number> {
  return new Promise((resolve) => {
    let told = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (told) process.exit(130);
        told = true;
        resolve(130);
      });
    }
  });
}
