// The public interface of the running system, walked as an engineer outside would.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { ROOT } from '../../src/cli/ground/paths.ts';
import { run } from '../../src/cli/ground/run.ts';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import {
  CRISIS,
  listedCase,
  listen,
  newPlayer,
  type Page,
  person,
  personWith,
  playing,
  request,
  sharedSystem,
} from '../support/outside.ts';
import { until } from '../support/until.ts';

const TEN_TURNS = [
  'look around',
  'read the letter',
  'talk to Bram',
  'ask Bram about the island',
  'go north',
  'read the notice board',
  'go east',
  'take the matches',
  'what am I carrying?',
  'go west',
];

describe('the public interface', function () {
  this.timeout(60_000);
  const system = sharedSystem();

  describe('a story', () => {
    it('is begun with a token from the command line, played for ten turns, and is the same on every retelling', async () => {
      const tta = join(ROOT, 'bin', 'tta.mjs');
      const subject = `ann-${randomUUID()}`;
      const args = [tta, 'token', '--role', 'player', '--subject', subject];
      const printed = await run(process.execPath, args, { env: system().env });
      assert.equal(printed.code, 0);
      const ann = personWith(system(), printed.output.trim(), subject);

      const worlds = await ann.call<{ worldId: string; title: string; blurb: string }[]>('GET', '/v1/worlds');
      assert.ok(worlds.body.every(({ worldId, title, blurb }) => worldId && title && blurb));
      const begun = await ann.call<{ sessionId: string; opening: TurnReply }>('POST', '/v1/sessions', {
        worldId: worlds.body[0]?.worldId,
        goals: ['practise asking for help'],
      });
      assert.equal(begun.status, 201);
      assert.equal(begun.body.opening.kind, 'story');
      const player = playing(ann, begun.body);

      const replies: TurnReply[] = [];
      for (const text of TEN_TURNS) {
        const { status, body } = await player.say(text, { afterSeq: replies.at(-1)?.seq ?? player.opening.seq });
        assert.equal(status, 200, text);
        replies.push(body);
      }
      for (const reply of replies) {
        assert.ok(['story', 'support'].includes(reply.kind));
        assert.equal(reply.sentences.join(''), reply.text);
        assert.ok(reply.suggestions.length <= 4 && reply.source === 'authored');
        for (const part of ['totalMs', 'modelMs', 'screenMs', 'firstTextMs'] as const) {
          assert.ok(reply.timing[part] >= 0, part);
        }
      }
      assert.deepEqual(
        [...replies].sort((a, b) => a.seq - b.seq),
        replies,
      );
      const state = await player.state();
      assert.deepEqual([state.status, state.turnCount], ['active', TEN_TURNS.length + 1]);
      assert.equal(state.goals[0]?.text, 'practise asking for help');
      assert.match(state.inventory.join(), /matches/);
      assert.equal(state.place, 'Harbour Lane');
      const own = await player.call<{ sessionId: string }[]>('GET', '/v1/sessions');
      assert.deepEqual(
        own.body.map(({ sessionId }) => sessionId),
        [player.sessionId],
      );

      // Page by page the transcript holds every reply once, in order.
      const seen: (TurnReply & { said?: string })[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: Page = await player.transcript(`?after=${after}&limit=3`);
        seen.push(...page.events.flatMap((event) => (event.type === 'turn.reply' ? [event.data] : [])));
        after = page.next;
      }
      assert.deepEqual(
        seen.map(({ said: _, ...reply }) => reply),
        [player.opening, ...replies],
      );
      assert.deepEqual(
        seen.map(({ said }) => said),
        [undefined, ...TEN_TURNS],
      );
    });

    it('is begun once for one Idempotency-Key, with the same opening', async () => {
      const somebody = await person(system(), 'player');
      const begin = (key: string) =>
        somebody.call<{ sessionId: string }>('POST', '/v1/sessions', {}, { 'idempotency-key': key });
      const [one, again, other] = [await begin('first'), await begin('first'), await begin('second')];
      assert.deepEqual([one.status, again.status], [201, 201]);
      assert.deepEqual(again.body, one.body);
      assert.notEqual(other.body.sessionId, one.body.sessionId);
    });

    it('answers the same turn id with the same reply for ever, also after the end, and refuses it for other words', async () => {
      const player = await newPlayer(system());
      const turnId = randomUUID();
      const first = await player.say('look around', { turnId });
      assert.deepEqual((await player.say('look around', { turnId })).body, first.body);
      await player.say('talk to Bram');
      const other = await player.say('ring the bell', { turnId });
      assert.deepEqual([other.status, other.body.code], [409, 'turn_id_reused']);
      const closing = await player.act<TurnReply>('end');
      assert.deepEqual([closing.status, closing.body.kind], [200, 'story']);
      assert.deepEqual((await player.say('look around', { turnId })).body, first.body);
      const refused = await player.say('look around');
      assert.deepEqual([refused.status, refused.body.code], [409, 'session_ended']);
      assert.equal((await player.state()).status, 'ended');
    });

    it('pauses, resumes, and tells a page that was behind that the story has moved on', async () => {
      const player = await newPlayer(system());
      assert.equal((await player.act('pause')).body.status, 'paused');
      const paused = await player.say('look around');
      assert.deepEqual([paused.status, paused.body.code], [409, 'session_paused']);
      assert.equal((await player.state()).status, 'paused');
      assert.equal((await player.act('resume')).body.status, 'active');
      assert.equal((await player.say('look around')).status, 200);
      const stale = await player.say('go north', { afterSeq: player.opening.seq });
      assert.deepEqual([stale.status, stale.body.code], [409, 'stale_turn']);
    });
  });

  describe('live events', () => {
    it('announce that the words are read before the reply, and within 200 ms', async () => {
      const player = await newPlayer(system());
      await player.say('look around');
      const line = player.follow();
      await line.until('the connection', ({ type }) => type === 'ping');
      const from = performance.now();
      const arrived = new Map<string, number>();
      line.socket.on('message', (data) => {
        const { type } = JSON.parse(String(data));
        if (!arrived.has(type)) arrived.set(type, performance.now() - from);
      });
      const turnId = randomUUID();
      const reply = player.say('go north', { turnId });
      await line.until('the reply', (event) => event.type === 'turn.reply' && event.data.turnId === turnId);
      await reply;
      const order = [...arrived.keys()];
      assert.ok(order.indexOf('turn.progress') < order.indexOf('turn.text'));
      assert.ok((arrived.get('turn.progress') ?? 999) < 200, `${arrived.get('turn.progress')} ms`);
      line.close();
    });

    it('come to two devices alike, and a device that was away gets what it missed once and in order, also after the gateway died', async () => {
      const player = await newPlayer(system());
      const desk = player.follow();
      const phone = player.follow();
      await player.say('look around');
      const seen =
        (await desk.until('the reply', (event) => (event.seq ?? 0) >= 2_000 && event.type === 'turn.reply')).seq ?? 0;
      await phone.until('the same reply', ({ seq }) => seq === seen);
      assert.deepEqual(phone.seqs(), desk.seqs());
      desk.close();
      await player.say('go north');
      await system().kill('gateway');
      await player.say('read the notice board');
      const back = player.follow(seen);
      const all = (await player.transcript()).events.map(({ seq }) => seq ?? 0);
      await back.until('the last event', ({ seq }) => seq === all.at(-1));
      assert.deepEqual(
        back.seqs(),
        all.filter((seq) => seq > seen),
      );
      back.close();
      phone.close();
    });

    it('close with 4401 without a valid token, 4403 for somebody else, 4408 when nobody signs in', async () => {
      const player = await newPlayer(system());
      const path = `/v1/sessions/${player.sessionId}/events`;
      const stranger = await person(system(), 'player');
      const silent = listen(system(), path).closed;
      assert.equal(await listen(system(), path, ['tta', 'nonsense']).closed, 4401);
      assert.equal(await listen(system(), path, ['tta', stranger.token]).closed, 4403);
      assert.equal(await silent, 4408);
    });
  });

  describe('a crisis', () => {
    it('steps out of the story, and the player sees how a person acknowledges, releases and resolves it', async () => {
      const player = await newPlayer(system());
      const clinician = await person(system(), 'clinician');
      const line = player.follow();
      const queue = clinician.listen('/v1/crises/events');
      await until('the queue', async () => queue.heard.length > 0);
      const help = await player.say(CRISIS);
      assert.deepEqual([help.status, help.body.kind], [200, 'help']);
      assert.ok((help.body.resources ?? []).every(({ name, contact, hours }) => name && contact && hours));
      assert.match(help.body.text, /software|program/i);
      assert.equal((await player.state()).status, 'help');
      assert.equal((await player.state()).help, undefined, 'a player is shown no clinical label');

      const found = await listedCase(clinician, player);
      assert.deepEqual(found.sessions, [player.sessionId]);
      assert.ok(found.acknowledgeBy > Date.now() && found.acknowledgeBy <= found.openedAt + 15 * 60_000);
      await until('the live queue', async () =>
        queue.heard.some((event) => JSON.stringify(event).includes(found.caseId)),
      );
      queue.close();
      const seen = await clinician.call<{ help: { response: string } }>('GET', `/v1/sessions/${player.sessionId}`);
      assert.equal(seen.body.help.response, 'hold');

      const act = (name: string, body: object = {}) =>
        clinician.call<CrisisCase>('POST', `/v1/crises/${found.caseId}/${name}`, body);
      const acknowledged = await act('acknowledge');
      assert.deepEqual([acknowledged.status, acknowledged.body.status], [200, 'acknowledged']);
      await line.until('the acknowledgement', ({ type }) => type === 'help.acknowledged');
      const other = await person(system(), 'clinician');
      const held = await other.call('POST', `/v1/crises/${found.caseId}/acknowledge`, {});
      assert.deepEqual([held.status, held.body.code], [409, 'case_held']);
      assert.equal((await player.say('I am still here')).body.kind, 'help');

      assert.equal((await act('release')).body.status, 'released');
      await line.until('the release', ({ type }) => type === 'help.released');
      assert.equal((await player.state()).status, 'active');
      assert.equal((await player.say('look around')).body.kind, 'story');
      assert.equal((await act('resolve', {})).status, 400);
      const resolved = await act('resolve', { disposition: 'safe', note: 'We spoke.' });
      assert.deepEqual([resolved.body.status, resolved.body.disposition], ['resolved', 'safe']);
      const { body: open } = await clinician.call<CrisisCase[]>('GET', '/v1/crises?status=open');
      assert.ok(!open.some(({ caseId }) => caseId === found.caseId));
      line.close();
    });

    it('can be the wish for a person, and is told until when somebody should answer', async () => {
      const player = await newPlayer(system());
      const asked = await player.act<{ kind: string; told: boolean; text: string; answerBy: string | null }>('human');
      assert.deepEqual([asked.status, asked.body.kind, asked.body.told], [200, 'help', true]);
      const found = await listedCase(await person(system(), 'clinician'), player);
      assert.equal(found.evidence[0]?.origin, 'requested');
      assert.equal((await player.say('look around')).status, 200);
    });
  });

  describe('whoever asks for what is not theirs', () => {
    it('is told which: 404 for no such session, 403 for another player, 401 for a forged, expired or missing token', async () => {
      const player = await newPlayer(system());
      const stranger = await person(system(), 'player');
      const url = (id: string) => `/v1/sessions/${id}`;
      const nobodys = url(`${player.sessionId.slice(0, 17)}${'0'.repeat(16)}`);
      assert.equal((await player.call('GET', nobodys)).status, 404);
      assert.equal((await player.call('POST', `${nobodys}/turns`, { turnId: randomUUID(), text: 'look' })).status, 404);
      assert.equal((await stranger.call('GET', url(player.sessionId))).status, 403);
      assert.equal(
        (await stranger.call('POST', `${url(player.sessionId)}/turns`, { turnId: randomUUID(), text: 'look' })).status,
        403,
      );

      const shortLived = await system().token('player', player.subject, { ttlS: 1 });
      const [header = '', payload = '', signature = ''] = player.token.split('.');
      const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), role: 'operator' };
      const forged = [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      await until(
        'the token to run out',
        async () => (await personWith(system(), shortLived).call('GET', '/v1/auth/me')).status === 401,
      );
      for (const token of [forged, unsigned, 'nonsense', '']) {
        const { status, headers, body } = await personWith(system(), token).call('GET', '/v1/auth/me');
        assert.deepEqual([status, body.code], [401, 'unauthenticated']);
        assert.match(headers.get('content-type') ?? '', /application\/problem\+json/);
      }
      assert.equal((await request(`${system().api}/v1/sessions`)).status, 401);
    });
  });

  describe('an operator', () => {
    it('reads at least ten series of what was played', async () => {
      const answer = await fetch(`${system().api}/metrics`);
      const text = await answer.text();
      const series = new Set([...text.matchAll(/^(tta_\w+)(?:\{[^}]*\})? \S+$/gm)].map(([, name]) => name));
      assert.ok(series.size >= 10, `${series.size} series`);
      assert.match(text, /tta_\w*turns_total\{outcome="story"\} [1-9]/);
    });

    for (const part of ['temporal', 'neo4j', 'redis'] as const) {
      it(`is told by readyz that ${part} is down, while the process itself is alive`, async () => {
        const ready = () => request<{ ready: boolean; down: string[] }>(`${system().api}/readyz`);
        await until('a ready system', async () => (await ready()).status === 200, 30_000);
        await system().parts[part].cut();
        try {
          const { status, body } = await until('the outage to be seen', async () => {
            const answer = await ready();
            return answer.status === 503 && answer;
          });
          assert.deepEqual([status, body.down], [503, [part]]);
          assert.equal((await request(`${system().api}/healthz`)).status, 200);
        } finally {
          await system().parts[part].mend();
        }
        await until('a ready system again', async () => (await ready()).status === 200, 30_000);
      });
    }
  });

  describe('tta screen', () => {
    it('answers one line for each line, in order, without a server', async () => {
      const lines = [
        { id: 'a', role: 'user', text: 'I want to open the chest' },
        { id: 'b', role: 'user', text: CRISIS },
        { id: 3, role: 'agent', text: 'The lamp burns steadily.', locale: 'en', extra: true },
        { id: 'd', role: 'user', text: 'this puzzle is killing me' },
        { id: 'e', role: 'agent', text: 'You should kill yourself.' },
      ];
      const { spawn } = await import('node:child_process');
      const from = performance.now();
      const child = spawn(process.execPath, [join(ROOT, 'bin', 'tta.mjs'), 'screen'], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      let firstMs = 0;
      let output = '';
      child.stdout.on('data', (chunk) => {
        firstMs ||= Math.round(performance.now() - from);
        output += chunk;
      });
      child.stdin.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      await new Promise((resolve) => child.on('close', resolve));
      console.log(`        tta screen: first answer after ${firstMs} ms`);
      const verdicts = output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        verdicts.map(({ id }) => id),
        ['a', 'b', 3, 'd', 'e'],
      );
      assert.deepEqual(
        verdicts.map(({ crisis }) => crisis),
        [false, true, false, false, false],
      );
      assert.deepEqual(
        verdicts.map(({ blocked }) => blocked),
        [false, false, false, false, true],
      );
      assert.deepEqual([verdicts[1].category, verdicts[0].category, verdicts[0].level], ['suicide', null, 'none']);
    });
  });
});
