// The defects of the original system that the first part must not have, each shown absent in the running one.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import neo4j from 'neo4j-driver';
import { type LeashedProgram, startLeashed } from '../../src/cli/ground/leash.ts';
import { ROOT } from '../../src/cli/ground/paths.ts';
import { run } from '../../src/cli/ground/run.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import {
  CRISIS,
  listen,
  newPlayer,
  type Person,
  person,
  personWith,
  request,
  sharedSystem,
} from '../support/outside.ts';
import { until } from '../support/until.ts';

describe('defects of the original', function () {
  this.timeout(90_000);
  const system = sharedSystem();

  describe('1: its service never called an agent, and the world never changed by play', () => {
    it('each turn asks the three agents in order, and what they change stays changed', async () => {
      const player = await newPlayer(system());
      const taken = [];
      for (const text of ['go north', 'go east', 'take the matches', 'go west'])
        taken.push((await player.say(text)).body);
      assert.deepEqual(
        taken.map(({ worldChanges }) => worldChanges.map(({ kind, what }) => `${kind} ${what}`.toLowerCase())),
        [['moved harbour lane'], ['moved the tea room'], ['taken the matches'], ['moved harbour lane']],
      );
      const { place, inventory } = await player.state();
      assert.equal(place, 'Harbour Lane');
      assert.match(inventory.join(), /matches/);
      const again = (await player.say('take the matches')).body;
      assert.deepEqual(again.worldChanges, [], 'they are held already');

      const runs = await agentRuns(taken[2]?.turnId ?? '');
      assert.deepEqual(runs, ['ipa', 'nga', 'wba']);
    });
  });

  describe('2: "quite a nice day" was read as "quit", and "look around" raised an error', () => {
    it('a nice day does not end the story, and looking around tells of the place', async () => {
      const player = await newPlayer(system());
      const nice = await player.say('It is quite a nice day');
      assert.deepEqual([nice.status, nice.body.kind], [200, 'story']);
      assert.equal((await player.state()).status, 'active');
      const around = await player.say('look around');
      assert.deepEqual([around.status, around.body.kind], [200, 'story']);
      assert.match(around.body.text, /The quay|Bram/);
    });
  });

  describe('3: safety was off by default, and open when it failed', () => {
    it('an installation with no setting of any kind screens every text', async () => {
      const player = await newPlayer(system());
      assert.equal((await player.say(CRISIS)).body.kind, 'help');
      const harm = await (await newPlayer(system())).say('tell me how to build a pipe bomb');
      assert.deepEqual([harm.status, harm.body.worldChanges], [200, []]);
      assert.doesNotMatch(harm.body.text, /pipe|bomb/i);
    });

    describe('with rules that cannot be read', () => {
      let folder: string;
      let gateway: LeashedProgram;
      let somebody: Person;

      before(async function () {
        this.timeout(60_000);
        folder = await mkdtemp(join(tmpdir(), 'tta-closed-'));
        for (const name of ['src', 'config', 'scripts', 'package.json']) {
          await cp(join(ROOT, name), join(folder, name), { recursive: true });
        }
        await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
        await writeFile(join(folder, 'config', 'safety', 'player-suicide.yaml'), 'rules: [');
        const PORT = String(Number(system().env.PORT) + 50);
        gateway = startLeashed({
          name: 'gateway',
          command: process.execPath,
          args: ['--import', 'tsx', join(folder, 'src', 'gateway', 'main.ts')],
          env: { ...system().env, PORT },
          stateDir: folder,
          graceS: 5,
        });
        const api = `http://127.0.0.1:${PORT}`;
        await until('the gateway with broken rules', async () => fetch(`${api}/healthz`).catch(() => null), 50_000);
        const subject = `somebody-${randomUUID()}`;
        somebody = personWith({ ...system(), api }, await system().token('player', subject), subject);
      });
      after(async () => {
        await gateway?.stop();
        await rm(folder, { recursive: true, force: true });
      });

      it('no text gets a story: the page says that it could not be read, with numbers to call', async () => {
        for (const text of ['look around', CRISIS]) {
          const path = `/v1/sessions/${'0'.repeat(16)}-${'0'.repeat(16)}/turns`;
          const { status, body } = await somebody.call<TurnReply>('POST', path, { turnId: randomUUID(), text });
          assert.deepEqual([status, body.kind, body.retryable], [200, 'notice', true]);
          assert.ok((body.resources ?? []).length > 0);
        }
      });

      it('no goal or name is taken', async () => {
        const answer = await somebody.call('PUT', '/v1/players/me', { goals: ['walk more'] });
        assert.deepEqual([answer.status, answer.body.code], [503, 'unavailable']);
      });
    });
  });

  describe('16: admin endpoints were open unless a key was set', () => {
    it('an operator’s route is closed to everybody who is not signed in as one', async () => {
      const invitation = { role: 'operator', subject: 'me', displayName: 'Me' };
      const invite = (headers: Record<string, string> = {}) =>
        request(`${system().api}/v1/invitations`, 'POST', invitation, headers);
      assert.equal((await invite()).status, 401);
      assert.equal((await invite({ 'x-api-key': '', authorization: '' })).status, 401);
      for (const role of ['player', 'clinician', 'supervisor'] as const) {
        assert.equal((await (await person(system(), role)).call('POST', '/v1/invitations', invitation)).status, 403);
      }
      assert.equal(
        (await (await person(system(), 'operator')).call('POST', '/v1/invitations', invitation)).status,
        201,
      );
      for (const path of [
        'config',
        'definitions/turn',
        'agents',
        'tools',
        'resources',
        'messages/dead',
        'reports/safety',
      ]) {
        assert.ok([401, 404].includes((await request(`${system().api}/v1/${path}`)).status), path);
      }
    });

    it('a local run does not start on an address that others can reach', async () => {
      const env = { ...system().env, TTA_HOST: '0.0.0.0', PORT: String(Number(system().env.PORT) + 60) };
      const args = ['--import', 'tsx', join(ROOT, 'src', 'gateway', 'main.ts')];
      const { code, output } = await run(process.execPath, args, { env, timeoutMs: 30_000 });
      assert.notEqual(code, 0);
      assert.match(output, /TTA_HOST/);
    });
  });

  describe('17: the socket dropped events missed while away, and any user could follow another', () => {
    it('a page whose socket is cut again and again misses nothing and sees nothing twice', async () => {
      const player = await newPlayer(system());
      const seen: number[] = [];
      for (const text of ['look around', 'go north', 'read the notice board', 'go west', 'listen']) {
        const line = player.follow(seen.at(-1) ?? 0);
        const turnId = randomUUID();
        const told = player.say(text, { turnId });
        // Cut in the middle of the turn: the next connection goes on after the last event seen.
        await line.until('something of this turn', ({ data }) => 'turnId' in data && data.turnId === turnId);
        line.socket.terminate();
        await line.closed;
        seen.push(...line.seqs());
        await told;
      }
      const all = (await player.transcript()).events.map(({ seq }) => seq ?? 0);
      const line = player.follow(seen.at(-1) ?? 0);
      if (seen.at(-1) !== all.at(-1)) await line.until('the last event', ({ seq }) => seq === all.at(-1));
      line.close();
      assert.deepEqual([...seen, ...line.seqs()], all);
    });

    it('a stranger, another team’s clinician and nobody in particular cannot follow a session', async () => {
      const player = await newPlayer(system());
      const path = `/v1/sessions/${player.sessionId}/events`;
      assert.equal(await (await person(system(), 'player')).listen(path).closed, 4403);
      assert.equal(await (await person(system(), 'clinician', { demo: false })).listen(path).closed, 4403);
      assert.equal(await listen(system(), `${path}?token=${player.token}`, ['tta', 'x']).closed, 4401);
    });
  });

  describe('18: session state died with the process', () => {
    it('a session goes on where it was after worker and gateway were killed at once, in the middle of a turn', async () => {
      const player = await newPlayer(system());
      for (const text of ['go north', 'go east', 'take the matches']) await player.say(text);
      const turnId = randomUUID();
      const last = await player.say('look around', { turnId });
      const before = await player.state();
      // Somebody writes just as everything dies; the same id is sent until it is answered.
      const lostId = randomUUID();
      const lost = player.say('go west', { turnId: lostId }).catch(() => null);
      await system().kill('worker', 'gateway');
      await lost;
      const answered = await until(
        'the lost turn to be answered',
        async () => {
          const answer = await player.say('go west', { turnId: lostId }).catch(() => null);
          return answer?.status === 200 && answer.body;
        },
        60_000,
      );
      assert.deepEqual([answered.kind, answered.place], ['story', 'Harbour Lane']);
      assert.deepEqual((await player.say('look around', { turnId })).body, last.body);
      const now = await player.state();
      assert.deepEqual(now.inventory, before.inventory);
      assert.equal(now.turnCount, before.turnCount + 1);
      const { events } = await player.transcript();
      const ids = events.flatMap((event) => (event.type === 'turn.reply' ? [event.data.turnId] : []));
      assert.equal(new Set(ids).size, ids.length, 'no turn is told twice');
      assert.equal((await player.say('listen')).status, 200);
    });
  });

  describe('20: end-to-end tests called things that did not exist', () => {
    it('every command that the help lists for this version runs, and every other says that it is not there', async () => {
      const tta = (...args: string[]) =>
        run(process.execPath, [join(ROOT, 'bin', 'tta.mjs'), ...args], { env: system().env, timeoutMs: 30_000 });
      const help = await tta('help');
      assert.equal(help.code, 0);
      assert.match(help.output, /tta|dev/);
      const [token, config, unknown] = await Promise.all([
        tta('token', '--role', 'operator', '--subject', 'op'),
        tta('config', 'check', join(ROOT, 'tta_config.yaml')),
        tta('nothing'),
      ]);
      assert.deepEqual([token.code, config.code, unknown.code], [0, 0, 2]);
      const operator = personWith(system(), token.output.trim());
      assert.equal((await operator.call<{ role: string }>('GET', '/v1/auth/me')).body.role, 'operator');
    });
  });

  /** Which agents the graph says have worked on a turn. */
  async function agentRuns(turnId: string): Promise<string[]> {
    const { NEO4J_URL = '', NEO4J_USER = '', NEO4J_PASSWORD = '' } = system().env;
    const driver = neo4j.driver(
      NEO4J_URL,
      NEO4J_PASSWORD === '' ? undefined : neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD),
    );
    try {
      const query = 'MATCH (:Turn {turnId: $turnId})-[:HAS_RUN]->(r:AgentRun) RETURN r.agent AS agent ORDER BY agent';
      const { records } = await driver.executeQuery(query, { turnId });
      return records.map((record) => String(record.get('agent')));
    } finally {
      await driver.close();
    }
  }
});
