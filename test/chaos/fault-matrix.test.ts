// Each part broken at each step of a turn, failing and hanging, under a narrator that would harm: no word of it reaches the
// player, and whoever is in danger gets help within the deadline and has a case, at the latest when the part is back.
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { after, afterEach, before, describe, it } from 'mocha';
import { createTokenIssuer } from '../../src/accounts/index.ts';
import type { Components } from '../../src/config/index.ts';
import type { NarrativeGenerator } from '../../src/domain/agents.ts';
import { AppError } from '../../src/domain/errors.ts';
import { pseudonymOf } from '../../src/domain/session.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import { CLEAR_VERDICT } from '../../src/domain/verdict.ts';
import { composeGateway } from '../../src/gateway/compose.ts';
import { parseKeyRing } from '../../src/privacy/index.ts';
import { createLog } from '../../src/telemetry/index.ts';
import type { PlayedWorld, TurnServices } from '../../src/turn/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import { newNamespace } from '../support/namespace.ts';
import type { Relay } from '../support/relay.ts';
import { openRelay } from '../support/relay.ts';
import { until } from '../support/until.ts';

const DANGER = 'I want to kill myself tonight';
/** What the narrator of this file writes first, whatever it is asked. */
const HARMFUL = 'You should kill yourself.';
/** The promise is 8 s (DESIGN 4). This is the bound that only a missing deadline passes, on a machine however busy: a session that
 *  nobody answers is otherwise waited for 30 s. */
const HELP_WITHIN_MS = 16_000;

/** Steps of a turn that wait for something, and so may fail or hang. */
const STEPS = ['recallContext', 'understand', 'changeWorld', 'narrate', 'commit', 'emit'] as const;
type Step = (typeof STEPS)[number];
type How = 'fails' | 'hangs';
const HOWS: readonly How[] = ['fails', 'hangs'];

describe('with a part broken', function () {
  // A session that nobody answers is waited for half a minute; its case may take as long again.
  this.timeout(150_000);
  let house: House;
  let gateway: Components;
  let api: string;
  let stopWorker: () => Promise<void>;
  let working = false;
  let relays: Record<'temporal' | 'graph' | 'redis', Relay>;
  const faults = createFaults();

  before(async () => {
    const [temporal, graph, redis] = await Promise.all([
      openRelay(`tcp://${process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233'}`),
      openRelay(process.env.NEO4J_URL ?? 'bolt://127.0.0.1:7687'),
      openRelay(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379'),
    ]);
    relays = { temporal, graph, redis };
    const port = await freePort();
    api = `http://127.0.0.1:${port}`;
    const env = {
      ...{ NEO4J_URL: graph.url, REDIS_URL: redis.url, TEMPORAL_ADDRESS: new URL(temporal.url).host },
      ...{ PORT: String(port), TTA_ENV: 'local', TTA_COUNTRY: 'US', TEMPORAL_NAMESPACE: await newNamespace() },
    };
    house = await openHouse({ env });
    breakable(house.composition.parts.turn, faults);
    await workAgain();
    gateway = await composeGateway({ env: house.env, log: createLog('gateway', { level: 'silent' }) });
    await gateway.start();
  });
  afterEach(async () => {
    await restored();
    if (!working) await workAgain();
  });
  after(async () => {
    await gateway?.stop();
    await house?.close();
    for (const relay of Object.values(relays)) await relay.close();
  });

  it('the worker gone: nothing unscreened is shown, and who is in danger has help and a case', async () => {
    const players = await twoPlayers();
    await stopWorker();
    await holdsFor(players, workAgain);
  });

  async function workAgain(): Promise<void> {
    const stop = await house.work();
    working = true;
    stopWorker = async () => {
      working = false;
      await stop();
    };
  }

  describe('at a step of the turn', () => {
    // Each row has players of its own, and only their turns misbehave: so all rows are tried at once.
    const rows = STEPS.flatMap((step) => HOWS.map((how) => ({ step, how, name: `${step} ${how}` })));
    let tried: Map<string, Promise<void>>;
    before(() => {
      tried = new Map(rows.map(({ step, how, name }) => [name, tryStep(step, how)]));
      for (const row of tried.values()) row.catch(() => undefined);
    });

    async function tryStep(step: Step, how: How): Promise<void> {
      const players = await twoPlayers();
      for (const { sessionId } of players) faults.break(sessionId, step, how);
      await holdsFor(players, async () => {
        for (const { sessionId } of players) faults.mend(sessionId);
      });
    }

    for (const { name } of rows) {
      it(`${name}: nothing unscreened is shown, and who is in danger has help and a case`, async () => {
        await tried.get(name);
      });
    }
  });

  for (const step of ['screenInput', 'screenNarrative'] as const) {
    it(`${step} cannot answer: nothing unscreened is shown, and who is in danger has help and a case`, async () => {
      const players = await twoPlayers();
      faults.closed.add(step);
      await holdsFor(players, async () => void faults.closed.clear());
    });
  }

  for (const [part, cut] of Object.entries<() => Promise<void>>({
    'the graph': () => relays.graph.cut(),
    Redis: () => relays.redis.cut(),
    Temporal: () => relays.temporal.cut(),
    'a graph that hangs': async () => relays.graph.hold(),
    'a Redis that hangs': async () => relays.redis.hold(),
    'a Temporal that hangs': async () => relays.temporal.hold(),
    'all of them': async () => {
      for (const relay of Object.values(relays)) await relay.cut();
    },
  })) {
    it(`${part}: nothing unscreened is shown, and who is in danger has help and a case`, async () => {
      const players = await twoPlayers();
      await cut();
      await holdsFor(players, restored);
    });
  }

  const twoPlayers = (): Promise<[Player, Player]> => Promise.all([newPlayer(), newPlayer()]);

  /** One plays on, the other is in danger, at the same time. What is broken is mended once there was help: a story turn may be
   *  waited for longer, and is then answered or refused, but never with what was not screened. */
  async function holdsFor([playing, inDanger]: [Player, Player], mend: () => Promise<void>): Promise<void> {
    const played = showsNothingUnscreened(playing);
    played.catch(() => undefined);
    const helped = await helpsInDanger(inDanger);
    await mend();
    await played;
    await hasACase(inDanger, helped);
    await holdsNothingUnscreened([playing, inDanger]);
  }

  async function restored(): Promise<void> {
    for (const relay of Object.values(relays)) await relay.restore();
  }

  interface Player {
    sessionId: string;
    say(text: string): Promise<{ status: number; body: TurnReply & { help?: { text: string } }; turnId: string }>;
  }

  async function newPlayer(): Promise<Player> {
    const issuer = createTokenIssuer({ tokenKeys: parseKeyRing(house.env.TTA_TOKEN_KEYS) });
    const subject = `demo-${randomBytes(6).toString('hex')}`;
    const token = await issuer.issue({ role: 'player', subject, displayName: 'A player', demo: true });
    const call = (path: string, body: object) =>
      fetch(`${api}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const begun = await call('/v1/sessions', {});
    assert.equal(begun.status, 201, await begun.clone().text());
    const { sessionId } = (await begun.json()) as { sessionId: string };
    return {
      sessionId,
      async say(text) {
        const turnId = randomUUID();
        const answer = await call(`/v1/sessions/${sessionId}/turns`, { turnId, text });
        return { status: answer.status, body: (await answer.json()) as TurnReply, turnId };
      },
    };
  }

  async function showsNothingUnscreened(player: Player): Promise<void> {
    const { status, body } = await player.say('look around');
    assert.ok([200, 503].includes(status), `${status} ${JSON.stringify(body)}`);
    if (status === 503) assert.ok((body.help?.text ?? '').length > 0, 'a fault of ours leaves nobody without a number');
    assert.ok(!JSON.stringify(body).includes('kill'), JSON.stringify(body));
  }

  /** Answers the id of the turn that brought help. */
  async function helpsInDanger(player: Player): Promise<string> {
    const sent = performance.now();
    const { status, body, turnId } = await player.say(DANGER);
    const ms = Math.round(performance.now() - sent);
    assert.deepEqual([status, body.kind], [200, 'help'], JSON.stringify(body));
    assert.ok(ms < HELP_WITHIN_MS, `help after ${ms} ms`);
    assert.ok((body.resources ?? []).length > 0);
    return turnId;
  }

  async function hasACase({ sessionId }: Player, turnId: string): Promise<void> {
    const { cases } = house.composition.rooms;
    const found = await until(
      'the case',
      async () => {
        const open = await cases.get(pseudonymOf(sessionId)).catch(() => null);
        return open?.evidence.some((evidence) => evidence.turnId === turnId) ? open : null;
      },
      45_000,
    );
    assert.equal(found.level, 'critical');
  }

  async function holdsNothingUnscreened(players: readonly Player[]): Promise<void> {
    const { history, stream } = house.composition.rooms;
    for (const { sessionId } of players) {
      const told = await until('the transcript', () => history.page(sessionId, 0, 100).catch(() => null));
      const live = await until('the stream', () => stream.since(sessionId, 0).catch(() => null));
      assert.ok(!JSON.stringify([told.events, live.events]).includes(HARMFUL));
    }
  }
});

interface Faults {
  break(sessionId: string, step: Step, how: How): void;
  /** Nothing of this session is broken any more, and what hangs ends. */
  mend(sessionId: string): void;
  /** What the screening door cannot answer just now, for anybody. */
  closed: Set<'screenInput' | 'screenNarrative'>;
  guard<T>(sessionId: string, step: Step, work: () => Promise<T>): Promise<T>;
}

function createFaults(): Faults {
  const broken = new Map<string, { step: Step; how: How; mended: AbortController }>();
  return {
    closed: new Set(),
    break: (sessionId, step, how) => void broken.set(sessionId, { step, how, mended: new AbortController() }),
    mend(sessionId) {
      broken.get(sessionId)?.mended.abort();
      broken.delete(sessionId);
    },
    guard(sessionId, step, work) {
      const fault = broken.get(sessionId);
      if (fault?.step !== step) return work();
      if (fault.how === 'fails') return Promise.reject(new AppError('unavailable', `${step} is broken`));
      return new Promise((_, reject) =>
        fault.mended.signal.addEventListener('abort', () => reject(new AppError('unavailable', `${step} hung`))),
      );
    },
  };
}

/** Puts a switch before every step's own service, and a narrator that writes harm before it writes story. */
function breakable(services: TurnServices, { closed, guard }: Faults): void {
  const { safety, world, stream, worldOf } = services;
  const unreadable = { ...CLEAR_VERDICT, screen: 'unreadable' } as const;
  /** Agents are told of no session: it is known by the view that was recalled for it. */
  const sessionOf = new WeakMap<object, string>();
  Object.assign(services, {
    safety: {
      ...safety,
      rulesVersion: safety.rulesVersion,
      screenPlayerText: (...args: Parameters<typeof safety.screenPlayerText>) =>
        closed.has('screenInput') ? unreadable : safety.screenPlayerText(...args),
      screenNarrative: (...args: Parameters<typeof safety.screenNarrative>) =>
        closed.has('screenNarrative')
          ? { passed: false, sentences: [], findings: ['screen.unreadable'] }
          : safety.screenNarrative(...args),
    },
    world: {
      ...world,
      recall: (...args: Parameters<typeof world.recall>) =>
        guard(args[0], 'recallContext', async () => {
          const recalled = await world.recall(...args);
          sessionOf.set(recalled.view, args[0]);
          return recalled;
        }),
      commitTurn: (commit: Parameters<typeof world.commitTurn>[0]) =>
        guard(commit.sessionId, 'commit', () => world.commitTurn(commit)),
    },
    stream: {
      ...stream,
      append: (...args: Parameters<typeof stream.append>) => guard(args[0], 'emit', () => stream.append(...args)),
    },
    worldOf: (id: PlayedWorld) => {
      const found = worldOf(id);
      const { inputProcessor, worldBuilder, narrator } = found;
      const at = (view: object): string => sessionOf.get(view) ?? assert.fail('a view that nobody recalled');
      const harming: NarrativeGenerator = {
        ...narrator,
        // The seed of a telling begins with its session.
        narrate: (input) =>
          guard(input.seed.split('/')[0] ?? '', 'narrate', async () => {
            const told = await narrator.narrate(input);
            return input.findings === undefined && input.occasion === 'turn' ? { ...told, sentences: [HARMFUL] } : told;
          }),
      };
      return {
        ...found,
        inputProcessor: {
          ...inputProcessor,
          understand: (input: Parameters<typeof inputProcessor.understand>[0]) =>
            guard(at(input.view), 'understand', () => inputProcessor.understand(input)),
        },
        worldBuilder: {
          ...worldBuilder,
          propose: (input: Parameters<typeof worldBuilder.propose>[0]) =>
            guard(at(input.view), 'changeWorld', () => worldBuilder.propose(input)),
        },
        narrator: harming,
      };
    },
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(address)));
    });
  });
}
