// One turn with a real language model in this process, over the real graph and streams. It is a very small one and writes badly:
// what is asserted holds with any model, and that it was really asked.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Agents } from '../../src/agents/index.ts';
import { createAgents } from '../../src/agents/index.ts';
import { promptOf } from '../../src/agents/model/index.ts';
import type { AgentId } from '../../src/domain/agents.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { TurnDone, TurnRun, TurnSession } from '../../src/domain/turn-run.ts';
import type { CompletionRequest, EmbeddedProvider } from '../../src/models/index.ts';
import { createEmbeddedProvider } from '../../src/models/index.ts';
import { checkFacts } from '../../src/story/check-facts.ts';
import type { TurnServices } from '../../src/turn/index.ts';
import { runFast, runSlow } from '../../src/turn/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import type { Heard } from '../support/small-model.ts';
import { listening, smallModel } from '../support/small-model.ts';
import type { Turns } from '../support/turns.ts';
import { createTurns, replyOf } from '../support/turns.ts';

/** Free speech, which the rules hear and a model may read; and an act that no author wrote. */
const SPEECH = 'Bram, I missed the smell of tar all winter';
const ACT = 'put the letter on the bell';
const MODEL_AGENTS = { ipa: { model: true }, wba: { model: true }, nga: { model: true } };
/** The turn must be answered within, whatever the model does and whatever else the machine does. */
const STEP_MS = { ipa: 10_000, wba: 8_000, nga: 8_000 };
/** For the one question that is waited for: seconds on a machine with nothing else to do. */
const PATIENCE_MS = 4 * 60_000;
/** Of a step, for what is not the model: the graph and the rules, on a machine that does other things. */
const BESIDE_MS = 2_000;
/** A slow registry is waited for; it is asked once per checkout. */
const FETCH_MS = 15 * 60_000;

describe('a turn with a small model in this process', () => {
  let house: House;
  let turns: Turns;
  let model: EmbeddedProvider | undefined;
  let services: TurnServices;
  /** The same agents with time to wait. */
  let patient: Agents;
  let heard: Heard[];
  let screened: string[];
  let degraded: string[];

  before(async function () {
    this.timeout(FETCH_MS);
    const found = await smallModel();
    if ('missing' in found) {
      console.log(`      skipped: ${found.missing}`);
      this.skip();
    }
    // One thread: with as many as there are cores, each waits for another that somebody else's work keeps from running.
    model = await createEmbeddedProvider({ modelPath: found.file, threads: 1, timeoutMs: PATIENCE_MS });
    // As in any process after its first turns: the instructions have been read.
    for (const agent of ['ipa', 'wba', 'nga'] as const)
      await model.complete({ system: promptOf(agent).text, messages: [{ role: 'user', content: '{}' }], maxTokens: 1 });

    house = await openHouse();
    turns = createTurns(house);
    const { rooms, parts } = house.composition;
    const ear = listening(model);
    heard = ear.heard;
    const agentsWithin = (ms: typeof STEP_MS): Agents =>
      createAgents({
        story: rooms.story,
        enabled: MODEL_AGENTS,
        timeouts: { ms, warnAt: 1, onSlow: () => undefined },
        model: ear.provider,
        onDegraded: ({ type }: AgentId, reason) => degraded.push(`${type} ${reason}`),
      });
    const agents = agentsWithin(STEP_MS);
    patient = agentsWithin({ ipa: PATIENCE_MS, wba: PATIENCE_MS, nga: PATIENCE_MS });
    services = {
      ...parts.turn,
      safety: {
        ...parts.turn.safety,
        screenNarrative: (sentences, options) => {
          const screening = parts.turn.safety.screenNarrative(sentences, options);
          screened.push(...screening.sentences);
          return screening;
        },
      },
      worldOf: (reference) => ({
        ...parts.turn.worldOf(reference),
        inputProcessor: agents.inputProcessor(reference.worldId),
        worldBuilder: agents.worldBuilder(reference.worldId),
        narrator: agents.narrator(reference.worldId),
        fallbackNarrator: agents.fallbackNarrator(reference.worldId),
      }),
    };
  });
  after(async () => {
    await house?.close();
    await model?.close();
  });
  beforeEach(() => {
    heard.length = 0;
    screened = [];
    degraded = [];
  });

  interface Played {
    session: TurnSession;
    turnId: string;
    done: TurnDone;
    run: TurnRun;
    /** Steps that waited for the model, with how long. */
    slow: Record<string, number>;
  }

  /** As the workflow drives it. */
  async function play(text: string): Promise<Played> {
    const session = { ...(await turns.opened()), modelConsent: true };
    const turnId = randomUUID();
    const slow: Record<string, number> = {};
    let run: TurnRun | null = null;
    let result = await runFast(services, { session, input: { turnId, text } });
    while (!result.done) {
      const from = performance.now();
      const { next } = result.run;
      run = await runSlow(services, result.run);
      slow[next] = performance.now() - from;
      result = await runFast(services, { run });
    }
    assert.ok(run !== null, 'some step had to wait for the model');
    return { session, turnId, done: result, run, slow };
  }

  const sourceOf = ({ runs }: TurnRun, agent: string): string | undefined =>
    runs.find((one) => one.agent === agent)?.source;
  const answered = (agent: string): Heard | undefined => heard.find((one) => one.agent === agent);

  /** What must hold of a turn whatever the model makes of it. */
  async function holds({ session, turnId, done, run, slow }: Played, text: string): Promise<void> {
    const reply = replyOf(done);
    assert.equal(reply.kind, 'story');
    assert.ok(reply.text.length > 0);

    const limits: Record<string, number> = { understand: STEP_MS.ipa, changeWorld: STEP_MS.wba, narrate: STEP_MS.nga };
    for (const [step, ms] of Object.entries(slow))
      assert.ok(ms <= (limits[step] ?? 0) + BESIDE_MS, `${step} took ${Math.round(ms)} ms`);

    assert.ok(reply.sentences.length > 0);
    for (const sentence of reply.sentences) assert.ok(screened.includes(sentence), `not screened: ${sentence}`);

    const told = answered('nga');
    assert.ok(told !== undefined, 'the narrator asked the model');
    const letters = (words: string): string => words.replace(/[^\p{L}]/gu, '');
    if (reply.source === 'model') assert.ok(letters(told.text).includes(letters(reply.sentences[0] ?? '?')));
    else assert.ok(degraded.some((reason) => reason.startsWith('nga ')) || done.blocked > 0, 'it says why not');
    assert.equal(reply.source, sourceOf(run, 'nga'));

    assert.ok(run.view !== undefined);
    const before = run.view;
    const { view: after } = await house.composition.rooms.world.recall(session.sessionId, randomUUID(), 99);
    assert.deepEqual(
      checkFacts({ text: reply.text, before, after }, house.composition.rooms.story.authored(session.worldId)),
      [],
    );

    const asked = heard.length;
    const again = await runFast(services, { session, input: { turnId, text } });
    assert.ok(again.done);
    assert.deepEqual(replyOf(again), reply, 'what is stored is what was answered');
    assert.equal(heard.length, asked, 'a turn that is known asks nobody');
  }

  it('is understood through a grammar', async function () {
    this.timeout(PATIENCE_MS);
    const { sessionId, worldId } = await turns.opened();
    const { view } = await house.composition.rooms.world.recall(sessionId, randomUUID(), 99);
    const { source } = await patient.inputProcessor(worldId).understand({ text: SPEECH, view, consented: true });
    const [meaning] = heard;
    assert.ok(meaning !== undefined && meaning.text.length > 0, 'the model generated an answer');
    // A grammar leaves no other way to answer; a model that merely wrote would not name every field.
    const { required } = meaning.request.schema?.shape ?? {};
    assert.ok(Array.isArray(required));
    assert.deepEqual(Object.keys(meaning.json ?? {}), required);
    if (source === 'rules') assert.deepEqual(degraded, ['ipa unsure']);
    else assert.deepEqual([source, degraded], ['model', []]);
  });

  it('is answered in time, by the model or as the author wrote it', async () => {
    const played = await play(SPEECH);
    assert.deepEqual(Object.keys(played.slow), ['understand', 'narrate']);
    assert.equal(heard[0]?.agent, 'ipa');
    assert.equal(sourceOf(played.run, 'ipa'), degraded.some((reason) => /^ipa /.test(reason)) ? 'rules' : 'model');
    await holds(played, SPEECH);
  });

  it('may improvise what no author wrote; what the rules forbid does not come into the world', async () => {
    const played = await play(ACT);
    assert.deepEqual(Object.keys(played.slow), ['changeWorld', 'narrate']);
    const wish = answered('wba');
    assert.ok(wish !== undefined && wish.ms > 0);
    const { changes = [] } = played.run.proposal ?? {};
    if (sourceOf(played.run, 'wba') === 'model') assert.ok(changes.length > 0 && changes.length <= 3);
    else assert.deepEqual(changes, [], 'the rules had no answer for it');
    await holds(played, ACT);
  });

  describe('asked by itself', () => {
    const ask = (content: string, rest: Partial<CompletionRequest> = {}) => {
      assert.ok(model !== undefined);
      return model.complete({ system: 'You answer.', messages: [{ role: 'user', content }], maxTokens: 24, ...rest });
    };
    const failsAs = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

    it('is held to a schema, also where a value may be one of several kinds', async () => {
      const lamp = z.strictObject({
        lamp: z.union([z.literal('lit'), z.literal('out')]),
        anyOf: z.literal(7).nullable(),
      });
      const { $schema: _dialect, ...shape } = z.toJSONSchema(lamp);
      const { json, text } = await ask('Is the lamp red?', { maxTokens: 90, schema: { name: 'lamp', shape } });
      assert.ok(lamp.safeParse(json).success, text);
    });

    it('answers under more instructions than it keeps, and goes on from what was said before', async () => {
      for (const system of ['You count.', 'You sing.', 'You wait.', 'You count.'])
        assert.ok((await ask('Begin.', { system, maxTokens: 2 })).text.length > 0);
      const messages = [
        { role: 'user', content: 'Say one.' },
        { role: 'assistant', content: 'One.' },
        { role: 'user', content: 'Say two.' },
      ] as const;
      assert.ok((await ask('', { messages })).text.length > 0);
    });

    it('gives up when its time is over, and answers the next', async () => {
      const signal = AbortSignal.timeout(300);
      await assert.rejects(ask('Tell me all about the sea.', { maxTokens: 2_000, signal }), failsAs('unavailable'));
      assert.ok((await ask('Go on.')).text.length > 0);
    });
  });
});
