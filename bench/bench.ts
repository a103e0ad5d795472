// `npm run bench`: what a turn costs. The whole system on one machine with throw-away state; sessions played through the
// gateway as players play them, and in the same run a bare workflow of one local activity, turn about, as the yardstick.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keyRings } from '../src/cli/ground/keys.ts';
import { createPart } from '../src/cli/ground/part.ts';
import { createParts, PART_NAMES, partsEnvironment } from '../src/cli/ground/parts.ts';
import { ROOT } from '../src/cli/ground/paths.ts';
import { choosePorts } from '../src/cli/ground/ports.ts';
import type { Environment } from '../src/config/index.ts';
import { createComponents, readEnvironment } from '../src/config/index.ts';
import { barePlayers } from './bare/players.ts';
import { clientPlayers } from './client-players.ts';
import { createCpuAccount } from './cpu.ts';
import { gatewayPlayers } from './gateway-players.ts';
import { costPerTurn, historySize } from './history.ts';
import type { Played } from './measure.ts';
import { percentile, playAll, together } from './measure.ts';

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '64' },
    turns: { type: 'string', default: '20' },
    'agent-delay': { type: 'string', default: '0' },
    rounds: { type: 'string', default: '2' },
    'alone-turns': { type: 'string' },
  },
});
const sessions = Number(values.sessions);
const turns = Number(values.turns);
const agentDelayMs = Number(values['agent-delay']);
const rounds = Number(values.rounds);

/** A lone turn is measured on a house that has been played in: both compilers, Node's and the graph's, have seen it. With
 *  slow agents a lone turn is mostly their waiting, and 300 of them would take minutes. */
const LONE_TURNS = Number(values['alone-turns'] ?? (agentDelayMs > 0 ? 20 : 200));
const LONE_BLOCK = 10;
const LONE_WARM_UP = LONE_TURNS + LONE_BLOCK;
/** Away from those of `npm start` and `npm test`. */
const BENCH_PORTS = { TTA_PORT_BASE: '28600', PORT: '28700' };

const stateDir = mkdtempSync(join(tmpdir(), 'tta-bench-'));
const ports = await choosePorts({ ...process.env, ...BENCH_PORTS }, join(stateDir, 'ports.json'));
const say = (name: string) => (text: string) => console.error(`${name}: ${text}`);
const parts = createParts({ env: process.env, ports, stateDir, say });
const env = {
  ...process.env,
  ...partsEnvironment(process.env, ports),
  ...keyRings({}, stateDir, true),
  PORT: String(ports.gateway),
  TTA_STATE_DIR: stateDir,
  TTA_ENV: 'local',
  TTA_COUNTRY: 'US',
  BENCH_AGENT_DELAY_MS: String(agentDelayMs),
};
const components = createComponents([
  ...parts,
  ownProcess('worker', 'bench/worker.ts', [...PART_NAMES]),
  ownProcess('gateway', 'src/gateway/main.ts', ['worker', ...PART_NAMES]),
]);

try {
  await components.start();
  console.log(JSON.stringify(await measure()));
} finally {
  await components.stop();
  if (process.env.BENCH_KEEP === undefined) rmSync(stateDir, { recursive: true, force: true });
}
process.exit(0);

/** One of our two processes. `BENCH_PROFILE=DIR` leaves CPU profiles of each there, in a folder of its name: one file for the
 *  process and a small one for the thread that loads its modules. */
function ownProcess(name: string, main: string, stopsBefore: readonly string[]) {
  const dir = process.env.BENCH_PROFILE;
  const profiling = dir === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', join(dir, name)];
  let ready = false;
  return createPart({
    name,
    needs: [...PART_NAMES],
    stopsBefore,
    stateDir,
    say: say(name),
    launch: async () => ({
      command: process.execPath,
      args: [...profiling, '--enable-source-maps', '--import', 'tsx', join(ROOT, main)],
      env,
    }),
    answers: async () => {
      if (!ready) throw new Error('not ready');
    },
    startTimeoutMs: 120_000,
    // Also a long profile is written by then.
    graceS: 20,
    onSpawn: ({ child }) => {
      child.on('message', () => {
        ready = true;
      });
    },
  });
}

async function measure() {
  const settings = readEnvironment(env);
  const api = `http://127.0.0.1:${ports.gateway}`;
  const { alone, aloneByClient, bareAlone, cost } = await measureAlone(api, settings);
  // Then all at once, turn about with the yardstick.
  const crowd = await gatewayPlayers(api, settings, sessions);
  const bare = await barePlayers(settings, sessions);
  await playAll(crowd.players, 2);
  await playAll(bare.players, 2);
  const direct = await clientPlayers(settings, crowd.sessionIds);
  const ours: Played[] = [];
  const byClient: Played[] = [];
  const yardstick: Played[] = [];
  const spent = {
    gateway: createCpuAccount(stateDir),
    client: createCpuAccount(stateDir),
    bare: createCpuAccount(stateDir),
  };
  for (let round = 0; round < rounds; round += 1) {
    yardstick.push(await spent.bare.during(() => playAll(bare.players, turns)));
    ours.push(await spent.gateway.during(() => playAll(crowd.players, turns)));
    byClient.push(await spent.client.during(() => playAll(direct.players, turns)));
  }
  const latencies = ours.flatMap((played) => played.samples.map((sample) => sample.latencyMs));
  const overheads = ours.flatMap((played) => played.samples.map((sample) => sample.latencyMs - sample.modelMs));
  const bareTurnsPerSecond = rate(yardstick);
  const turnsPerSecond = rate(ours);
  await Promise.all([bare.close(), direct.close()]);
  return {
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    sessions,
    turns: latencies.length,
    agentDelayMs,
    turnsPerSecond,
    latencyMs: { p50: percentile(latencies, 50), p95: percentile(latencies, 95), p99: percentile(latencies, 99) },
    overheadMs: { p50: percentile(overheads, 50), p95: percentile(overheads, 95) },
    ...cost,
    failed: [alone, ...ours].reduce((sum, played) => sum + played.failed, 0),
    aloneMs: latencyOf(alone),
    aloneByClientMs: latencyOf(aloneByClient),
    bareAloneMs: latencyOf(bareAlone),
    cpuMsPerTurn: spent.gateway.perTurn(),
    clientCpuMsPerTurn: spent.client.perTurn(),
    bareCpuMsPerTurn: spent.bare.perTurn(),
    bareTurnsPerSecond,
    client: clientFigures(byClient, bareTurnsPerSecond),
    ratioToBare: Math.round((turnsPerSecond / bareTurnsPerSecond) * 100) / 100,
  };
}

/** One player alone, over HTTP and through the client, turn about with the lone yardstick: what of a lone turn is the
 *  gateway's, what ours and what Temporal's own. In blocks, because these machines change their pace from minute to minute. */
async function measureAlone(api: string, settings: Environment) {
  const lone = await gatewayPlayers(api, settings, 1);
  const sessionId = lone.sessionIds[0] ?? '';
  const direct = await clientPlayers(settings, lone.sessionIds);
  const bare = await barePlayers(settings, 1);
  await playAll(lone.players, LONE_WARM_UP);
  await playAll(bare.players, LONE_WARM_UP);
  const before = await historySize(settings, sessionId);
  let cost: ReturnType<typeof costPerTurn> | undefined;
  const blocks: { alone: Played; aloneByClient: Played; bareAlone: Played }[] = [];
  for (let played = 0; played < LONE_TURNS; played += LONE_BLOCK) {
    blocks.push({
      alone: await playAll(lone.players, LONE_BLOCK),
      aloneByClient: await playAll(direct.players, LONE_BLOCK),
      bareAlone: await playAll(bare.players, LONE_BLOCK),
    });
    // Of the first block: a session goes on in a new run after some hundreds of turns.
    cost ??= costPerTurn(before, await historySize(settings, sessionId));
  }
  await Promise.all([direct.close(), bare.close()]);
  return {
    alone: together(blocks.map((block) => block.alone)),
    aloneByClient: together(blocks.map((block) => block.aloneByClient)),
    bareAlone: together(blocks.map((block) => block.bareAlone)),
    cost,
  };
}

function latencyOf({ samples }: Played) {
  const latencies = samples.map((sample) => sample.latencyMs);
  return { p50: percentile(latencies, 50), p95: percentile(latencies, 95) };
}

/** The same turns through the client, as the yardstick is called: like compared with like. */
function clientFigures(played: readonly Played[], bareTurnsPerSecond: number) {
  const latencies = played.flatMap(({ samples }) => samples.map((sample) => sample.latencyMs));
  const turnsPerSecond = rate(played);
  return {
    turnsPerSecond,
    latencyMs: { p50: percentile(latencies, 50), p95: percentile(latencies, 95) },
    failed: played.reduce((sum, one) => sum + one.failed, 0),
    ratioToBare: Math.round((turnsPerSecond / bareTurnsPerSecond) * 100) / 100,
  };
}

/** Turns a second over all rounds, a tenth. */
function rate(played: readonly Played[]): number {
  const answered = played.reduce((sum, one) => sum + one.samples.length, 0);
  const seconds = played.reduce((sum, one) => sum + one.seconds, 0);
  return Math.round((answered / seconds) * 10) / 10;
}
