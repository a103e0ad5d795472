// The plan in the questions that leave for a model, over the real graph: what each of the three agents is told of it, what a third
// party never is, and what comes of it in the turn.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Technique, TherapeuticPlan } from '../../src/domain/plan.ts';
import { planFrom } from '../../src/domain/plan.ts';
import { afterOffer } from '../../src/domain/plan-offer.ts';
import { NO_GUIDANCE } from '../../src/domain/session.ts';
import type { TurnDone, TurnRun, TurnSession } from '../../src/domain/turn-run.ts';
import type { TurnServices } from '../../src/turn/index.ts';
import { runFast, runSlow } from '../../src/turn/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import type { Asked, ModelEndpoint } from '../support/model-endpoint.ts';
import { answer, openModelEndpoint } from '../support/model-endpoint.ts';
import { modelServices } from '../support/model-services.ts';
import type { Turns } from '../support/turns.ts';
import { createTurns, later, replyOf } from '../support/turns.ts';

const UNREAD = 'zorble the frimpet gently onto Bram, would you';
const ACT = 'put the letter on the bell';
const GOOD = 'You set the letter down on the cold stone. Salt wind lifts one corner of it, and lets it fall again. ';
const NOTE = 'Anna lost her sister Ruth in May. Keep it slow.';
const PROFILE = {
  goals: ['worry less at night'],
  intensity: 0.9,
  readiness: 0.2,
  avoidSoft: ['losing someone'],
  avoidHard: ['my uncle Tom', 'spiders'],
  techniques: true,
  bodyFocus: false,
};
const STEP_MS = 1_500;

describe('the plan in a turn with a model', () => {
  let house: House;
  let turns: Turns;
  let endpoint: ModelEndpoint;
  let near: TurnServices;
  let far: TurnServices;
  let degraded: string[];

  before(async () => {
    house = await openHouse();
    turns = createTurns(house);
    endpoint = await openModelEndpoint();
    const options = {
      stepMs: STEP_MS,
      onDegraded: ({ type }: { type: string }, reason: string) => void degraded.push(`${type} ${reason}`),
    };
    near = modelServices(house, endpoint, options);
    far = modelServices(house, endpoint, { ...options, elsewhere: true });
  });
  after(async () => {
    await endpoint?.close();
    await house?.close();
  });
  beforeEach(() => {
    degraded = [];
    endpoint.asked.length = 0;
    endpoint.behave((asked) => (nameOf(asked) === 'telling' ? answer(GOOD) : answer('')));
  });

  const nameOf = ({ body }: Asked): string => body.response_format?.json_schema?.name ?? 'telling';
  /** The data of the last question of a kind. */
  const question = (name: string): Record<string, unknown> => {
    const asked = endpoint.asked.findLast((one) => nameOf(one) === name);
    assert.ok(asked !== undefined, `nobody asked for a ${name}`);
    return JSON.parse(asked.body.messages[1]?.content ?? '') as Record<string, unknown>;
  };

  async function session(rest: Partial<TurnSession> = {}): Promise<TurnSession> {
    const { avoidHard, avoidSoft } = PROFILE;
    return {
      ...(await turns.opened()),
      modelConsent: true,
      plan: planFrom(PROFILE),
      avoid: [...avoidHard, ...avoidSoft, 'shipwrecks'],
      guidance: { ...NO_GUIDANCE, avoid: ['shipwrecks'], note: NOTE },
      ...rest,
    };
  }

  async function play(
    by: TurnServices,
    of: TurnSession,
    text: string,
  ): Promise<{ done: TurnDone; run: TurnRun | null }> {
    let run: TurnRun | null = null;
    let result = await runFast(by, { session: of, input: { turnId: randomUUID(), text } });
    while (!result.done) {
      run = await runSlow(by, result.run);
      result = await runFast(by, { run });
    }
    return { done: result, run };
  }

  it('reaches the narrator: where to lean, how near to go, what to leave out, and the note of the team', async () => {
    const { done } = await play(near, await session(), 'drop the letter');
    const { depth, lean, never, ratherNot, note } = question('telling');
    assert.deepEqual([depth, lean, note], ['light', ['worry'], NOTE]);
    assert.deepEqual(never, ['my uncle Tom', 'spiders', 'shipwrecks', 'breath and bodily sensations']);
    assert.deepEqual(ratherNot, ['losing someone']);
    assert.equal(replyOf(done).source, 'model');
  });

  it('reaches the world builder as what not to bring in', async () => {
    await play(near, await session(), ACT);
    const { never, ratherNot, facts } = question('changes');
    assert.ok(Array.isArray(never) && never.includes('my uncle Tom'));
    assert.deepEqual(ratherNot, ['losing someone']);
    assert.ok(Array.isArray(facts));
  });

  it('tells a third party no word that a person wrote', async () => {
    endpoint.behave((asked) =>
      nameOf(asked) === 'telling'
        ? answer(GOOD)
        : answer({ possible: true, changes: [{ type: 'set', entity: 'bell', property: 'dusty', to: true }] }),
    );
    const { done } = await play(far, await session(), ACT);
    assert.equal(replyOf(done).source, 'model');
    const { never, ratherNot, lean } = question('telling');
    assert.ok(Array.isArray(never) && never.includes('spiders'), 'a theme by our name for it');
    assert.deepEqual([ratherNot, lean], [['grief'], ['worry']]);
    assert.ok(Array.isArray(question('changes').never));
    assert.doesNotMatch(JSON.stringify(endpoint.asked), /uncle|\bTom\b|\blosing|Anna|Ruth|at night/);
  });

  it('is told to nobody without the consent of its player', async () => {
    for (const by of [near, far]) {
      await play(by, await session({ modelConsent: false }), 'drop the letter');
      const told = question('telling');
      for (const field of ['lean', 'never', 'ratherNot', 'note']) assert.ok(!(field in told), field);
      assert.equal(told.depth, 'steady', 'which is what everybody has');
    }
  });

  it('holds at once when the profile changes', async () => {
    const first = await session();
    const { done } = await play(near, first, 'drop the letter');
    const changed = { ...later(first, done), plan: planFrom({ ...PROFILE, readiness: 1, goals: [], avoidSoft: [] }) };
    await play(near, { ...changed, avoid: [] }, 'take the letter');
    const told = question('telling');
    assert.equal(told.depth, 'open');
    for (const field of ['lean', 'ratherNot']) assert.ok(!(field in told), field);
  });

  it('keeps to small things where the story is to be gentler, whatever the player is ready for', async () => {
    const plan = planFrom({ ...PROFILE, readiness: 1, intensity: 1 });
    await play(near, await session({ plan, guidance: { ...NO_GUIDANCE, gentler: true } }), 'drop the letter');
    assert.deepEqual([question('telling').depth, question('telling').gentler], ['light', true]);
  });

  const giveaways = ['You set the letter down. Ruth waves from the quay. ', 'You lost her sister Ruth in a dream. '];
  for (const text of giveaways) {
    it(`is never quoted: "${text.trim()}" is not told`, async () => {
      endpoint.behave(() => answer(text));
      const { done } = await play(near, await session(), 'drop the letter');
      assert.deepEqual(degraded, ['nga contradicts']);
      assert.doesNotMatch(replyOf(done).text, /Ruth|sister/);
    });
  }

  describe('with an offer', () => {
    const offered = (technique: Technique): TherapeuticPlan => {
      const [form] = technique.forms;
      assert.ok(form !== undefined);
      const { id, act } = technique;
      return afterOffer(planFrom({ ...PROFILE, readiness: 1 }), {
        turnSeq: 1,
        technique: id,
        form: form.id,
        act: act.id,
        intents: act.intents,
        suggestion: form.suggestion,
        done: form.done,
        untilTurn: 9,
        askedBy: null,
      });
    };
    const lookedAt = (): Technique => {
      const found = near.techniques.find(({ act }) => act.intents.includes('look'));
      assert.ok(found !== undefined);
      return found;
    };

    it('is understood as taken up in any words, and counted as the act it is', async () => {
      const technique = lookedAt();
      endpoint.behave((asked) =>
        nameOf(asked) === 'telling'
          ? answer(GOOD)
          : answer({
              intent: 'look',
              target: null,
              indirect: null,
              topic: null,
              direction: null,
              tone: 'neutral',
              sure: 0.9,
            }),
      );
      const { done } = await play(near, await session({ plan: offered(technique) }), UNREAD);
      const invited = { to: technique.forms[0]?.suggestion, counts: technique.act.intents };
      assert.deepEqual(question('meaning').invited, invited);
      assert.equal(done.news.at(-1)?.act?.act, technique.act.id);
      assert.equal(question('telling').invited, invited.to);
    });

    it('lets the narrator know what the author tells next, which stands after its words', async () => {
      let of = await session({ plan: planFrom({ ...PROFILE, readiness: 1, avoidHard: [], avoidSoft: [] }), avoid: [] });
      for (const text of ['wait', 'wait']) of = later(of, (await play(near, of, text)).done);
      const plan = { ...of.plan, requests: [{ by: 'clinician', technique: null }] } as const;
      const { done } = await play(near, { ...of, plan }, 'drop the letter');
      const { next } = question('telling');
      assert.ok(typeof next === 'string' && next.length > 0);
      const reply = replyOf(done);
      assert.equal(reply.source, 'model');
      assert.ok(reply.text.endsWith(next.trim()), reply.text);
    });
  });
});
