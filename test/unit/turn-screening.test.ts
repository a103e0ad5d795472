// What one turn may show, without servers: the real screening, help, agents and story over a graph that is a plain record.

import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { applyToView, createAgents } from '../../src/agents/index.ts';
import type { NarrativeGenerator } from '../../src/domain/agents.ts';
import { AppError } from '../../src/domain/errors.ts';
import { NO_TECHNIQUES } from '../../src/domain/plan.ts';
import { HOLD_REVIEW_MS, NO_GUIDANCE } from '../../src/domain/session.ts';
import type { TurnDone, TurnSession } from '../../src/domain/turn-run.ts';
import { createHelp } from '../../src/people/index.ts';
import { createFileKeyStore, createSealer, parseKeyRing } from '../../src/privacy/index.ts';
import { createSafety } from '../../src/safety/index.ts';
import type { TurnServices } from '../../src/turn/index.ts';
import { runFast } from '../../src/turn/index.ts';
import type { TurnCommit } from '../../src/world/index.ts';
import { authoredStory, ownHelp, ownSafety } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const CRISIS = 'I want to kill myself tonight. I have the pills here.';
const HARMFUL = 'You should kill yourself. ';
const player = randomBytes(8).toString('hex');
const sessionId = `${player}-${randomBytes(8).toString('hex')}`;

describe('a turn', () => {
  const story = authoredStory();
  const [{ id: worldId } = { id: '' }] = story.worlds();
  const safety = ownSafety();
  let dir: string;
  let services: TurnServices;
  let commits: TurnCommit[];
  let graphAway: boolean;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tta-turn-'));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  beforeEach(async () => {
    commits = [];
    graphAway = false;
    const dataKeys = parseKeyRing(`test:${randomBytes(32).toString('base64url')}`);
    const keys = createFileKeyStore({ dir: join(dir, randomUUID()), dataKeys });
    await keys.ensurePlayer(player);
    await keys.ensureSession(sessionId);
    const agents = createAgents({ story });
    const { view } = createPlayer(story, worldId);
    const stored = <T>(value: T): Promise<T> =>
      graphAway ? Promise.reject(new AppError('unavailable', 'The graph is away.')) : Promise.resolve(value);
    services = {
      safety,
      help: ownHelp(),
      world: {
        recall: () => stored({ view: view(), auditHead: '', undone: 0, existing: null, orphan: null }),
        async commitTurn(commit) {
          commits.push(commit);
          return stored({ ...commit, state: 'applied' });
        },
        migrate: () => stored(undefined),
        openSession: () => stored(undefined),
        undoTurn: () => stored('absent'),
        recordAct: () => stored(undefined),
        findTurn: () => stored(null),
        session: () => stored(null),
        sessionsOf: () => stored([]),
        practiceIn: () => stored([]),
        findingsOf: () => stored([]),
        history: () => stored([]),
        check: () => stored([]),
        erase: () => stored(undefined),
      },
      sealer: createSealer(keys),
      stream: {
        append: async () => undefined,
        announce: async () => undefined,
        withdraw: async () => undefined,
        since: async () => ({ epoch: '', events: [] }),
        follow: async () => ({ epoch: '', stop: async () => undefined }),
        lease: async () => true,
        releaseLease: async () => undefined,
        ping: async () => undefined,
        close: async () => undefined,
      },
      techniques: [],
      ahead: { prepare: () => undefined, take: () => null },
      worldOf: () => ({
        inputProcessor: agents.inputProcessor(worldId),
        worldBuilder: agents.worldBuilder(worldId),
        narrator: agents.narrator(worldId),
        fallbackNarrator: agents.narrator(worldId),
        seed: story.seed(worldId),
        nameOf: (entity) => entity,
        titleOf: (entity: string) => entity,
        applyToView: (from, changes) => applyToView(from, changes, story.authored(worldId)),
      }),
      clock: { now: () => Date.now(), tick: () => performance.now() },
      nonce: () => randomUUID(),
    };
  });

  async function play(text: string, more: Partial<TurnSession> = {}): Promise<TurnDone> {
    const session: TurnSession = {
      ...{
        sessionId,
        worldId,
        worldVersion: '1',
        locale: 'en',
        country: 'GB',
        turnSeq: 1,
        paused: false,
        help: null,
        returning: false,
      },
      ...{ guidance: NO_GUIDANCE, avoid: [], protected: false, plan: NO_TECHNIQUES, modelConsent: false },
      ...more,
    };
    const result = await runFast(services, { session, input: { turnId: randomUUID(), text } });
    assert.ok(result.done);
    return result;
  }
  const replyOf = ({ outcome }: TurnDone) => {
    assert.ok(outcome.answered);
    return outcome.reply;
  };
  /** A narrator that tells what it is given, as a model might. */
  function narratorOf(tellings: readonly string[], asked: (readonly string[])[]): NarrativeGenerator {
    return {
      id: { type: 'nga', instance: 'model' },
      version: '1',
      speed: 'fast',
      async narrate({ findings = [] }) {
        asked.push(findings);
        const sentences = [tellings[asked.length - 1] ?? HARMFUL];
        return { sentences, suggestions: [], narratorState: null, authoredOnly: false };
      },
    };
  }
  function toldBy(narrator: NarrativeGenerator): void {
    const { worldOf } = services;
    services = { ...services, worldOf: (id) => ({ ...worldOf(id), narrator }) };
  }

  it('of plain play tells the story and opens nothing', async () => {
    const done = await play('look around');
    assert.deepEqual([replyOf(done).kind, done.help, done.evidence], ['story', null, []]);
  });

  for (const [when, more] of Object.entries({
    'in play': {},
    'of a paused session': { paused: true },
  })) {
    it(`with a crisis ${when} is answered with help and gives the case its evidence, and no agent is asked`, async () => {
      const done = await play(CRISIS, more);
      const reply = replyOf(done);
      assert.equal(reply.kind, 'help');
      assert.ok((reply.resources ?? []).some(({ contact }) => contact.includes('116 123')));
      assert.deepEqual(
        done.evidence.map(({ kind, level, response, origin }) => [kind, level, response, origin]),
        [['suicide', 'critical', 'hold', 'screening']],
      );
      assert.equal(done.help?.response, 'hold');
      assert.deepEqual([commits[0]?.kind, commits[0]?.runs, commits[0]?.changes], ['help', [], []]);
    });
  }

  it('with a crisis that is too long is answered with help, and any other that long is refused', async () => {
    const long = 'The rain goes on and on. '.repeat(100);
    assert.equal(replyOf(await play(`${long}${CRISIS}`)).kind, 'help');
    assert.deepEqual((await play(long)).outcome, { answered: false, code: 'text_too_long' });
  });

  it('with a crisis is answered with help while the graph is away', async () => {
    graphAway = true;
    const done = await play(CRISIS);
    assert.equal(replyOf(done).kind, 'help');
    assert.equal(done.evidence.length, 1);
    await assert.rejects(play('look around'));
  });

  it('while help is open goes on with help, and a new crisis in it reaches the case', async () => {
    const { help } = await play(CRISIS);
    assert.ok(help !== null);
    const calm = await play('go north', { help });
    assert.deepEqual([replyOf(calm).kind, calm.evidence], ['help', []]);
    assert.equal((await play(CRISIS, { help })).evidence.length, 1);
  });

  it('that nothing can read gets an honest notice and no story, and keeps nothing', async () => {
    const closed = createSafety({ directory: dir });
    services = { ...services, safety: closed, help: createHelp(closed) };
    for (const text of ['look around', CRISIS]) {
      const done = await play(text);
      const { kind, retryable, resources } = replyOf(done);
      assert.deepEqual([kind, retryable, done.turnSeq], ['notice', true, null]);
      assert.ok((resources ?? []).length > 0);
    }
    assert.deepEqual(commits, []);
  });

  it('with a request for harm is turned away in the voice of the story, and changes nothing', async () => {
    const done = await play('tell me how to build a pipe bomb');
    assert.deepEqual([replyOf(done).kind, replyOf(done).worldChanges, done.evidence], ['story', [], []]);
    assert.deepEqual([commits[0]?.changes, commits[0]?.verdict.blocked, commits[0]?.intent], [[], true, 'none']);
  });

  it('of somebody who feels low steps back kindly, with a place to call and no case', async () => {
    const done = await play('I feel so low and empty today');
    assert.deepEqual([replyOf(done).kind, done.evidence, done.help], ['support', [], null]);
    assert.ok((replyOf(done).resources ?? []).length > 0);
  });

  it('that hints at abuse also offers the way off the page, and one of low mood does not', async () => {
    const done = await play('I have to be careful what I say around my boyfriend');
    assert.deepEqual([replyOf(done).kind, replyOf(done).quickExit, done.evidence], ['support', true, []]);
    assert.equal(replyOf(await play('I feel so low and empty today')).quickExit, undefined);
  });

  it('in a language without a measured screen gets an honest line and no story', async () => {
    const done = await play('Je voudrais regarder autour de moi et parler avec le vieux gardien du phare');
    assert.deepEqual([replyOf(done).kind, replyOf(done).retryable], ['notice', false]);
  });

  it('whose narrator writes harm asks it twice more with the findings, then tells the authored form', async () => {
    const asked: (readonly string[])[] = [];
    toldBy(narratorOf([], asked));
    const reply = replyOf(await play('look around'));
    assert.equal(reply.kind, 'story');
    assert.ok(!reply.text.includes('kill'));
    assert.equal(asked.length, 3);
    assert.deepEqual(
      asked.map((findings) => findings.length > 0),
      [false, true, true],
    );
  });

  it('whose narrator mends its words at the second asking tells those', async () => {
    const asked: (readonly string[])[] = [];
    toldBy(narratorOf([HARMFUL, 'The sea is calm tonight.'], asked));
    assert.equal(replyOf(await play('look around')).text, 'The sea is calm tonight.');
  });

  it('says how often narrative was blocked in it, and what weighed on the words it answers', async () => {
    toldBy(narratorOf([HARMFUL, 'The sea is calm tonight.'], []));
    const { blocked, concern } = await play('look around');
    assert.deepEqual([blocked, concern], [1, null]);
    assert.deepEqual((await play(CRISIS)).concern, { kind: 'suicide', level: 'critical' });
  });

  it('of a session where too much was blocked is told in authored words only', async () => {
    const asked: (readonly string[])[] = [];
    toldBy(narratorOf(['A model says this.'], asked));
    const reply = replyOf(await play('look around', { protected: true }));
    assert.equal(asked.length, 0);
    assert.deepEqual([reply.kind, reply.source], ['story', 'authored']);
  });

  it('that asks for an exercise the player has switched off says kindly where it is switched on, whoever narrates', async () => {
    const page = readFileSync(new URL('../../web/player/profile.tsx', import.meta.url), 'utf8');
    const asked: (readonly string[])[] = [];
    for (const text of ['can we do a breathing exercise', 'help me calm down', 'show me a grounding technique']) {
      const reply = replyOf(await play(text));
      assert.match(
        reply.text,
        /^Take what time you need\. .*switched off.*“What the story should know” under “Options”/s,
      );
      const setting = /tick “([^”]+)”/.exec(reply.text)?.[1];
      assert.ok(setting !== undefined && page.includes(setting), 'the words of the page');
      assert.doesNotMatch(reply.text, /brings it in/, 'the story promises nothing');
      toldBy(narratorOf(['A model says this.', 'And this.', 'And that.'], asked));
    }
    assert.equal(asked.length, 0);
    const on = replyOf(await play('can we do a breathing exercise', { plan: { ...NO_TECHNIQUES, on: true } }));
    assert.doesNotMatch(on.text, /switched off/);
  });

  it('that takes one back shows what is no more, by the name it was told by', async () => {
    const player = createPlayer(story, worldId);
    await player.say('drop the letter');
    const { world } = services;
    const recall = async () => ({ view: player.view(), auditHead: '', undone: 0, existing: null, orphan: null });
    services = { ...services, world: { ...world, recall } };
    assert.deepEqual(replyOf(await play('undo')).worldChanges, [{ kind: 'undone', what: 'letter' }]);
    assert.deepEqual(replyOf(await play('take the letter')).worldChanges, [{ kind: 'taken', what: 'letter' }]);
    await player.say('go north');
    assert.deepEqual(replyOf(await play('undo')).worldChanges, [{ kind: 'undone', what: 'lane' }]);
  });

  it('that would bring a theme the player does not want to meet is told without it', async () => {
    const told = replyOf(await play('look around'));
    assert.match(told.text, /lighthouse|light/i);
    const spared = await play('look around', { avoid: ['letters'] });
    toldBy(narratorOf(['A letter lies on the step.', 'A letter blows past.', 'The letter again.'], []));
    const without = await play('look around', { avoid: ['letters'] });
    assert.doesNotMatch(replyOf(without).text, /letter/i);
    assert.deepEqual([spared.blocked, without.blocked], [0, 0], 'a theme is no fault of the narrator');
  });

  it('of a player in a hold who says that it was about the game notes that on the case, and holds', async () => {
    const { help } = await play(CRISIS);
    assert.ok(help !== null);
    const said = await play('this was about the game', { help });
    assert.deepEqual(
      said.evidence.map(({ origin, level }) => [origin, level]),
      [['game', 'critical']],
    );
    assert.equal(said.help?.response, 'hold');
  });

  it('of a hold that no person has released for a day asks anew, and the player may go on', async () => {
    const { help } = await play(CRISIS);
    assert.ok(help !== null);
    const old = { ...help, openedAt: Date.now() - HOLD_REVIEW_MS - 1 };
    const asked = await play('hello?', { help: old });
    assert.deepEqual([replyOf(asked).kind, asked.help?.response], ['help', 'checkin']);
    assert.equal((await play(CRISIS, { help: old })).help?.response, 'hold', 'unless there is danger again');
  });

  it('that not even the authored form can tell says so, and shows nothing of it', async () => {
    toldBy(narratorOf([], []));
    const { worldOf } = services;
    services = { ...services, worldOf: (id) => ({ ...worldOf(id), fallbackNarrator: worldOf(id).narrator }) };
    const reply = replyOf(await play('look around'));
    assert.equal(reply.kind, 'notice');
    assert.ok(!reply.text.includes('kill'));
  });
});
