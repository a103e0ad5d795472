// The ground everything stands on: programs on a leash, locks, ports, and the commands as a newcomer meets them.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, tryLock } from '../../scripts/lib/lock.mjs';
import { keyRings } from '../../src/cli/ground/keys.ts';
import { startLeashed } from '../../src/cli/ground/leash.ts';
import { partsEnvironment } from '../../src/cli/ground/parts.ts';
import { choosePorts } from '../../src/cli/ground/ports.ts';
import { run } from '../../src/cli/ground/run.ts';
import { takeState } from '../../src/cli/ground/state.ts';

const LEASH = 'scripts/lib/leash.sh';

async function eventually(what: string, holds: () => boolean): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await delay(25)) if (holds()) return;
  assert.fail(`${what} did not come about within 10 s`);
}

function pidIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

describe('ground', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tta-ground-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  /** A process that holds a program on a leash, and stands for `npm start`. */
  async function keeper(program: string): Promise<{ top: ChildProcess; pid: number }> {
    const pidFile = join(directory, 'program.pid');
    const script = `require('child_process').spawn('sh',['${LEASH}','${pidFile}','1','sh','-c',${JSON.stringify(program)}],{stdio:['pipe','inherit','inherit'],detached:true});setInterval(()=>{},1e6)`;
    const top = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
    await eventually('the program', () => pidIn(pidFile) > 0);
    return { top, pid: pidIn(pidFile) };
  }

  it('ends a program when the process that started it is killed outright', async () => {
    const { top, pid } = await keeper('exec sleep 1000');
    assert.ok(isAlive(pid));
    top.kill('SIGKILL');
    await eventually('the end of the program', () => !isAlive(pid));
  });

  it('kills a program that does not end when it is asked to', async () => {
    const { top, pid } = await keeper('trap "" TERM; while :; do sleep 1; done');
    top.kill('SIGKILL');
    await eventually('the end of the program', () => !isAlive(pid));
  });

  it('passes on the exit code of a program and takes its pid file away', async () => {
    const program = startLeashed({
      name: 'seven',
      stateDir: directory,
      graceS: 1,
      command: 'sh',
      args: ['-c', 'exit 7'],
    });
    assert.equal(await program.ended, 7);
    assert.equal(pidIn(join(directory, 'run', 'seven.pid')), 0);
  });

  it('refuses a second copy on the same state with one sentence, and takes over from one that was killed', async () => {
    const first = await takeState(directory, () => undefined);
    await assert.rejects(
      takeState(directory, () => undefined),
      /Another copy \(process \d+\).*TTA_STATE_DIR/,
    );
    first.release();
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    writeFileSync(join(directory, 'lock'), `${dead.pid} 1`);
    (await takeState(directory, () => undefined)).release();
  });

  it('gives a lock to one holder at a time', () => {
    const file = join(directory, 'a.lock');
    const first = tryLock(file);
    assert.equal(tryLock(file).heldBy, process.pid);
    first.release?.();
    const second = tryLock(file);
    assert.ok(second.release);
    second.release();
  });

  it('chooses the next port when one is taken, and the same ones again', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert(typeof address === 'object' && address !== null);
    const wanted = { PORT: String(address.port), TTA_PORT_BASE: '28600' };
    const ports = await choosePorts(wanted, join(directory, 'ports.json'));
    server.close();
    assert.ok(ports.gateway > address.port);
    assert.equal(new Set(Object.values(ports)).size, 5);
    assert.deepEqual(JSON.parse(readFileSync(join(directory, 'ports.json'), 'utf8')).ports, ports);
  });

  it('makes the keys of a local installation once and none for production', () => {
    const rings = keyRings({}, directory, true);
    assert.match(rings.TTA_TOKEN_KEYS, /^\w+:[\w-]{43}$/);
    assert.notEqual(rings.TTA_TOKEN_KEYS, rings.TTA_DATA_KEYS);
    assert.deepEqual(keyRings({}, directory, true), rings);
    assert.throws(() => keyRings({ TTA_ENV: 'production' }, directory, true), /Set TTA_TOKEN_KEYS and TTA_DATA_KEYS/);
  });

  it('names a server that does not answer, and how to go on, without a stack trace', async () => {
    const env = {
      ...process.env,
      TTA_STATE_DIR: directory,
      REDIS_URL: 'redis://127.0.0.1:1',
      TEMPORAL_ADDRESS: process.env.TEMPORAL_ADDRESS ?? '',
      NEO4J_URL: process.env.NEO4J_URL ?? '',
    };
    const { code, output } = await run(process.execPath, ['bin/tta.mjs', 'dev', '--parts'], { env });
    assert.equal(code, 1);
    assert.match(output, /Redis does not answer at 127\.0\.0\.1:1 \(REDIS_URL\): start it, or unset REDIS_URL\./);
    assert.doesNotMatch(output, /\n\s+at /);
  });

  it('refuses settings that cannot be right before any server is waited for, each with its name', async () => {
    const start = (env: NodeJS.ProcessEnv) =>
      run(process.execPath, ['bin/tta.mjs', 'dev'], {
        env: { ...process.env, TTA_STATE_DIR: directory, TEMPORAL_ADDRESS: '', NEO4J_URL: '', REDIS_URL: '', ...env },
      });
    const wrong: [NodeJS.ProcessEnv, RegExp][] = [
      [
        { REDIS_URL: 'nonsense', NEO4J_URL: 'there', TEMPORAL_ADDRESS: 'http://there' },
        /^The environment.* TEMPORAL_ADDRESS: host and port.*; REDIS_URL: .*; NEO4J_URL: [^\n]*\n$/,
      ],
      [{ TTA_CONFIG: join(directory, 'none.yaml') }, /none\.yaml cannot be read: check TTA_CONFIG[^\n]*\n$/],
    ];
    for (const [env, sentence] of wrong) {
      const { code, output } = await start(env);
      assert.equal(code, 1);
      assert.match(output, sentence);
    }
  });

  it('takes an empty variable for one that is not set, and finds the Web UI of a Temporal server of somebody else', async () => {
    const ports = await choosePorts({ TTA_PORT_BASE: '21600', PORT: '21700' }, join(directory, 'ports.json'));
    const own = partsEnvironment({ TEMPORAL_ADDRESS: '', REDIS_URL: '', NEO4J_URL: '', TEMPORAL_UI_URL: '' }, ports);
    assert.deepEqual(own, partsEnvironment({}, ports));
    assert.equal(own.TEMPORAL_UI_URL, `http://127.0.0.1:${ports.temporalUi}`);
    const theirs = partsEnvironment({ TEMPORAL_ADDRESS: 'temporal.example:7233' }, ports);
    assert.equal(theirs.TEMPORAL_UI_URL, 'http://temporal.example:8233');
    const named = { TEMPORAL_ADDRESS: '127.0.0.1:7233', TEMPORAL_UI_URL: 'http://127.0.0.1:9000' };
    assert.equal(partsEnvironment(named, ports).TEMPORAL_UI_URL, named.TEMPORAL_UI_URL);
  });

  it('tells of one command when it is asked how to use it', async () => {
    const { code, output } = await run(process.execPath, ['bin/tta.mjs', 'config', 'check', '--help']);
    assert.equal(code, 0);
    assert.match(output, /^Usage: npx tta config check \[FILE\]\n/);
  });

  it('screens JSON lines one for one and in order, a bad one too', async () => {
    const child = spawn(process.execPath, ['bin/tta.mjs', 'screen'], { stdio: ['pipe', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stdin.end(
      '{"id":"a","role":"user","text":"I want to kill myself"}\nnonsense\n{"id":"b","role":"user","text":"go north"}\n',
    );
    const [code] = await once(child, 'close');
    assert.equal(code, 0);
    const [first, second, third] = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual([first.id, first.crisis, first.category], ['a', true, 'suicide']);
    assert.deepEqual(second, { id: null, error: 'not JSON' });
    assert.deepEqual([third.id, third.crisis, third.level], ['b', false, 'none']);
  });

  it('lists every command, and marks those of later versions', async () => {
    const { code, output } = await run(process.execPath, ['bin/tta.mjs', 'help']);
    assert.equal(code, 0);
    for (const name of [
      'dev',
      'worker',
      'gateway',
      'token',
      'screen',
      'config check',
      'session',
      'audit verify',
      'world',
      'messages',
      'agents',
      'tools',
      'resources',
      'report',
    ]) {
      assert.ok(output.includes(`\n  ${name}`), name);
    }
    assert.match(output, /not in this version/);
  });
});
