// The therapeutic plan in a session on the real parts: what is offered, what counts as done, what switches it off, and that the
// graph says the same as the session.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import type { PlanProfile } from '../../src/domain/plan.ts';
import { planFrom } from '../../src/domain/plan.ts';
import type { PlanStep } from '../../src/domain/plan-progress.ts';
import { practiceLines } from '../../src/domain/plan-progress.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import { turnSeqOf } from '../../src/domain/turn.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';

const WILLING: PlanProfile = {
  goals: ['worry less'],
  intensity: 1,
  readiness: 1,
  avoidSoft: [],
  avoidHard: [],
  techniques: true,
};
const QUIET_PLAY = ['look around', 'listen', 'wait a moment', 'what am I carrying?'];

describe('the plan of a session', () => {
  let house: House;

  before(async () => {
    house = await openHouse();
    await house.work();
  });
  after(() => house?.close());

  const begin = async (profile: PlanProfile) => (await house.begin({ plan: planFrom(profile) })).sessionId;

  async function play(sessionId: string, turns: number): Promise<TurnReply[]> {
    const replies: TurnReply[] = [];
    for (let i = 0; i < turns; i += 1) {
      replies.push(await house.say(sessionId, QUIET_PLAY[i % QUIET_PLAY.length] ?? 'wait'));
    }
    return replies;
  }

  /** What the turns that stand did to the plan, as the graph keeps it. */
  async function steps(sessionId: string): Promise<(PlanStep & { turnSeq: number })[]> {
    const rows = await house.composition.rooms.graph.run<{ turnSeq: number; plan: string }>(
      'MATCH (t:Turn {sessionId: $sessionId}) WHERE t.plan IS NOT NULL RETURN t.turnSeq AS turnSeq, t.plan AS plan ORDER BY t.turnSeq',
      { sessionId },
    );
    return rows.map(({ turnSeq, plan }) => ({ ...(JSON.parse(plan) as PlanStep), turnSeq }));
  }
  const offers = async (sessionId: string) =>
    (await steps(sessionId)).flatMap(({ offered }) => (offered === null ? [] : [offered]));

  it('brings a technique in at most every third turn, in the words of the author, with what to do about it', async () => {
    const sessionId = await begin(WILLING);
    const replies = await play(sessionId, 30);
    const brought = await offers(sessionId);
    assert.ok(brought.length >= 3, `only ${brought.length} in 30 turns`);
    for (const [i, { turnSeq, technique, form, suggestion }] of brought.entries()) {
      const before = brought[i - 1]?.turnSeq ?? 0;
      assert.ok(turnSeq - before >= 3, `turn ${turnSeq} comes ${turnSeq - before} after the one before`);
      const reply = replies.find(({ seq }) => turnSeqOf(seq) === turnSeq);
      const words = house.composition.rooms.techniques
        .find(({ id }) => id === technique)
        ?.forms.find(({ id }) => id === form);
      assert.ok(reply !== undefined && words !== undefined);
      assert.ok(reply.text.includes(words.beat.trim()), 'the reply tells it');
      assert.ok(reply.suggestions.includes(suggestion), 'and suggests what to do');
    }
  });

  it('brings none in sixty turns where techniques are off', async () => {
    const sessionId = await begin({ ...WILLING, techniques: false });
    await play(sessionId, 60);
    assert.deepEqual(await offers(sessionId), []);
  });

  it('brings nothing above the readiness that the player named', async () => {
    const sessionId = await begin({ ...WILLING, readiness: 0.2 });
    await play(sessionId, 30);
    const known = house.composition.rooms.techniques;
    for (const { technique } of await offers(sessionId)) {
      const { readiness = 1 } = known.find(({ id }) => id === technique) ?? {};
      assert.ok(readiness <= 0.2, `${technique} needs ${readiness}`);
    }
  });

  it('knows what was taken up, tells it in its own words, and keeps it in the graph for both to read', async () => {
    const sessionId = await begin(WILLING);
    const offered = await untilOffered(sessionId);
    const reply = await house.say(sessionId, offered.suggestion);
    assert.ok(reply.text.includes(offered.done.trim()), reply.text);
    const practised = await house.composition.rooms.world.practiceIn(sessionId);
    const { turnSeq } = offered;
    assert.deepEqual(practised, [
      {
        technique: offered.technique,
        act: offered.act,
        times: 1,
        firstTurn: turnSeq + 1,
        lastTurn: turnSeq + 1,
      },
    ]);
    assert.match(practiceLines(practised, house.composition.rooms.techniques, 'player').join(), / once\.$/);
  });

  it('is switched off at once when the profile says so', async () => {
    const sessionId = await begin(WILLING);
    const offered = await untilOffered(sessionId);
    const profile = { ...WILLING, techniques: false };
    await house.sessions.act(sessionId, 'profile', { avoid: [], profile, modelConsent: false });
    const reply = await house.say(sessionId, offered.suggestion);
    assert.ok(!reply.text.includes(offered.done.trim()), 'what was offered before counts no more');
    await play(sessionId, 20);
    assert.equal((await offers(sessionId)).length, 1);
  });

  it('brings what a clinician asked for, once', async () => {
    const sessionId = await begin(WILLING);
    await house.sessions.act(sessionId, 'guide', {
      ...{ role: 'clinician', subject: 'ruiz', displayName: 'Dr. Ruiz' },
      guidance: { kind: 'offer_technique', detail: 'mindfulness_grounding' },
    });
    await play(sessionId, 4);
    const [first, ...more] = await offers(sessionId);
    assert.equal(first?.askedBy, 'clinician');
    assert.ok(more.every(({ askedBy }) => askedBy === null));
  });

  it('rests when the player wants to skip it', async () => {
    const sessionId = await begin(WILLING);
    const offered = await untilOffered(sessionId);
    await house.say(sessionId, 'skip this');
    await play(sessionId, 6);
    assert.deepEqual(
      (await offers(sessionId)).map(({ turnSeq }) => turnSeq),
      [offered.turnSeq],
    );
  });

  it('is gentler from the turn after the player asks', async () => {
    const sessionId = await begin(WILLING);
    await house.say(sessionId, 'please be gentler with me');
    await play(sessionId, 25);
    const known = house.composition.rooms.techniques;
    for (const { technique } of await offers(sessionId)) {
      const { intensity = 1 } = known.find(({ id }) => id === technique) ?? {};
      assert.ok(intensity <= 0.3, `${technique} asks ${intensity}`);
    }
  });

  it('says the same when a turn is sent twice', async () => {
    const sessionId = await begin(WILLING);
    for (let i = 0; i < 12; i += 1) {
      const turnId = randomUUID();
      const once = await house.say(sessionId, 'look around', turnId);
      assert.deepEqual(await house.say(sessionId, 'look around', turnId), once);
    }
    const brought = await offers(sessionId);
    assert.equal(new Set(brought.map(({ turnSeq }) => turnSeq)).size, brought.length);
  });

  it('knows in a later session what was said in an earlier one', async () => {
    const { sessionId } = await house.begin();
    await house.say(sessionId, 'My mother died last month and I keep thinking about her');
    const found = await house.composition.rooms.world.findingsOf(sessionId.slice(0, 16));
    assert.ok(found.some(({ reasons }) => reasons.some((id) => id.startsWith('distress.bereavement'))));
  });

  async function untilOffered(sessionId: string) {
    for (let turn = 0; turn < 40; turn += 1) {
      const [offered] = await offers(sessionId);
      if (offered !== undefined) return offered;
      await house.say(sessionId, QUIET_PLAY[turn % QUIET_PLAY.length] ?? 'wait');
    }
    return assert.fail('nothing was offered in forty turns');
  }
});
