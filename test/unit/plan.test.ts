// The limits of the therapeutic plan that a player can rely on, over whole sessions and over sessions made up at random.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Caution } from '../../src/domain/plan.ts';
import {
  planFrom,
  REST_AFTER_CHECKIN,
  REST_AFTER_SUPPORT,
  SITUATIONS,
  withFinding,
  withProfile,
  withRequest,
} from '../../src/domain/plan.ts';
import {
  GENTLE_INTENSITY,
  mentions,
  type Offer,
  obstacleTo,
  offer,
  situationOf,
  TURNS_BETWEEN_OFFERS,
  techniquesMeant,
} from '../../src/domain/plan-offer.ts';
import { parse, therapeuticPlanSchema } from '../../src/domain/schemas/index.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { LEVELS, responseTo } from '../../src/domain/verdict.ts';
import { loadFrameworks } from '../../src/story/index.ts';
import { ownSafety } from '../support/authored.ts';
import { OPEN_PROFILE, play, verdictOf } from './plan-fixture.ts';

const techniques = loadFrameworks();
const BEREAVED = verdictOf({ reasons: ['distress.bereavement'] });
const SUPPORT = verdictOf({ level: 'low', response: 'support', reasons: ['distress.low-mood'] });
const CHECKIN = verdictOf({
  level: 'moderate',
  category: 'selfharm',
  crisis: true,
  response: 'checkin',
  reasons: ['selfharm.urge'],
});
const HOLD = verdictOf({
  level: 'critical',
  category: 'suicide',
  crisis: true,
  response: 'hold',
  reasons: ['suicide.plan'],
});

const ids = (offers: readonly Offer[]): string[] => offers.map(({ technique }) => technique.id);
const frameworks = (offers: readonly Offer[]): Set<string> =>
  new Set(offers.map(({ technique }) => technique.framework));
/** Sixty turns with ten seeds: what may not happen is looked for in six hundred turns. */
const often = (run: (seed: number) => Offer[]): Offer[] => Array.from({ length: 10 }, (_, seed) => run(seed)).flat();
const sixty = (profile: Parameters<typeof play>[1], script: Parameters<typeof play>[3] = () => ({})): Offer[] =>
  often(
    (seed) =>
      play(techniques, profile, 60, (turn, plan) => ({ seed: `${seed}/${turn}`, ...script(turn, plan) })).offers,
  );

describe('the pace of techniques', () => {
  it('is none at all in sixty turns for a player who turned them off, whoever asks for one', () => {
    const asked = sixty({ techniques: false }, (turn, plan) =>
      turn === 10 ? { change: withRequest(plan, { by: 'clinician', technique: null }) } : {},
    );
    assert.deepEqual(ids(asked), []);
  });

  it('is at most one turn in three, and not every third', () => {
    const { turns, offers } = play(techniques, {}, 60);
    assert.ok(offers.length >= 5 && offers.length <= 20, `${offers.length}`);
    for (let at = 0; at + 2 < turns.length; at += 1) {
      const carrying = turns.slice(at, at + 3).filter((turn) => turn.offer !== null).length;
      assert.ok(carrying <= 1, `turns ${at + 1} to ${at + 3}`);
    }
    const gaps = new Set(offers.slice(1).map(({ offered }, i) => offered.turnSeq - (offers[i]?.offered.turnSeq ?? 0)));
    assert.ok(gaps.size > 1, 'it comes by the clock');
  });

  it('leaves the first turns to the story', () => {
    assert.ok(sixty({}).every(({ offered }) => offered.turnSeq >= TURNS_BETWEEN_OFFERS));
  });

  it('brings variety: no form a second time while others fit', () => {
    const { offers } = play(techniques, {}, 60);
    const forms = offers.map(({ technique, form }) => `${technique.id}/${form.id}`);
    assert.equal(new Set(forms).size, forms.length);
    for (let i = 1; i < offers.length; i += 1) assert.notEqual(offers[i]?.technique.id, offers[i - 1]?.technique.id);
  });

  it('carries nothing in a question about the game, a wish to stop or "are you real?"', () => {
    for (const interaction of ['about_game', 'stop', 'real'] as const)
      assert.deepEqual(ids(sixty({}, () => ({ interaction }))), []);
  });
});

describe('what a player is ready for', () => {
  it('keeps what asks for .6 from a readiness of .2', () => {
    const found = sixty({ readiness: 0.2 });
    assert.ok(found.length > 0);
    assert.ok(found.every(({ technique }) => technique.readiness <= 0.2));
    assert.ok(techniques.some(({ readiness }) => readiness >= 0.6));
    assert.ok(
      sixty({}).some(({ technique }) => technique.readiness >= 0.6),
      'it comes to those who are ready',
    );
  });

  it('keeps to the intensity they chose, and to less when the story is to be gentler', () => {
    assert.ok(sixty({ intensity: 0.2 }).every(({ technique }) => technique.intensity <= 0.2));
    const gentle = sixty({}, () => ({ gentler: true }));
    assert.ok(gentle.length > 0 && gentle.every(({ technique }) => technique.intensity <= GENTLE_INTENSITY));
  });

  it('turns to breath and body for nobody who excluded it, by the setting or by a theme', () => {
    for (const profile of [{ bodyFocus: false }, { avoidHard: ['breathing exercises'] }, { avoidSoft: ['my body'] }]) {
      const found = sixty(profile);
      assert.ok(found.length > 0);
      assert.ok(!found.some(({ technique }) => technique.bodyFocused));
    }
    assert.ok(
      sixty({}).some(({ technique }) => technique.bodyFocused),
      'it comes to the others',
    );
  });

  it('leans towards their goals', () => {
    const calm = sixty({ goals: ['I want to be calmer before I sleep'] });
    const share = calm.filter(({ technique }) => technique.helps.includes('calm')).length / calm.length;
    const anyway = sixty({});
    const before = anyway.filter(({ technique }) => technique.helps.includes('calm')).length / anyway.length;
    assert.ok(share > before + 0.1, `${share} against ${before}`);
  });

  it('changes at once with the profile, and nothing that was found is forgotten', () => {
    const found = withFinding(planFrom(OPEN_PROFILE), BEREAVED, 2);
    const after = withProfile(found, { ...OPEN_PROFILE, readiness: 0.1, techniques: false });
    assert.equal(after.on, false);
    assert.equal(after.readiness, 0.1);
    assert.deepEqual(after.cautions, ['bereavement']);
  });

  it('keeps no word of a goal', () => {
    const plan = planFrom({ ...OPEN_PROFILE, goals: ['worry less about my sister Ottilie'] });
    assert.ok(plan.themes.includes('worry'));
    assert.ok(!JSON.stringify(plan).includes('Ottilie'));
  });
});

describe('what a player asked to be spared', () => {
  it('shuts out every form that names it', () => {
    const told = (offers: Offer[]): string => offers.map(({ form }) => `${form.beat} ${form.done}`).join(' ');
    assert.match(told(sixty({})), /horse|goat|birds/);
    assert.doesNotMatch(told(sixty({ avoidHard: ['animals'] })), /horse|goat|birds/);
    assert.match(told(sixty({})), /friends?\b/);
    assert.doesNotMatch(told(sixty({ avoidHard: ['my friends'] })), /friend/);
  });

  it('comes last when it was only to be kept in the background', () => {
    const soft = sixty({ avoidSoft: ['friends'] });
    assert.ok(soft.length > 0);
    assert.doesNotMatch(soft.map(({ form }) => form.beat).join(' '), /\bfriend\b/);
  });

  it('is looked for by the screening door too, which knows other words for it', () => {
    const safety = ownSafety();
    const mayShow = (text: string): boolean => safety.screenNarrative([text], { avoid: ['heights'] }).passed;
    for (const { form } of sixty({}, () => ({ mayShow, situation: [...SITUATIONS] }))) assert.ok(mayShow(form.beat));
    assert.deepEqual(ids(sixty({}, () => ({ mayShow: () => false }))), []);
  });

  it('is not found in small words', () => {
    const form = techniques[0]?.forms[0];
    assert.ok(form);
    assert.equal(mentions(form, ['the thing with other people']), false);
  });
});

describe('what screening found', () => {
  const reframing = (offers: Offer[]): number =>
    offers.filter(({ technique, offered }) => technique.framework === 'cbt_reframing' && offered.turnSeq > 5).length;
  const following = (verdict: Verdict): Offer[] => sixty({}, (turn) => (turn === 5 ? { verdict } : {}));

  it('ends reframing for good after abuse, loss, discrimination or any level from moderate on', () => {
    assert.ok(reframing(sixty({})) > 10);
    const findings: [string, Verdict][] = [
      ['abuse', verdictOf({ level: 'low', category: 'abuse', response: 'support', reasons: ['abuse.violence'] })],
      [
        'abuse beside low mood',
        verdictOf({ level: 'low', response: 'support', reasons: ['distress.low-mood', 'abuse.control'] }),
      ],
      ['bereavement', BEREAVED],
      ['discrimination', verdictOf({ reasons: ['distress.discrimination'] })],
      ['moderate', CHECKIN],
      ['critical', HOLD],
    ];
    for (const [name, verdict] of findings) assert.equal(reframing(following(verdict)), 0, name);
    assert.ok(
      following(BEREAVED).some(({ offered }) => offered.turnSeq > 20),
      'other techniques come back',
    );
    assert.ok(reframing(following(SUPPORT)) > 0, 'a low moment does not end it');
  });

  it('bars whatever a technique itself says it is not for', () => {
    const why = (id: string, caution: Caution) => {
      const found = techniques.find((one) => one.id === id);
      assert.ok(found);
      return obstacleTo(planFrom(OPEN_PROFILE, [caution]), found, 9);
    };
    assert.equal(why('slow_breath', 'panic'), 'contraindicated');
    assert.equal(why('listening', 'psychosis'), 'contraindicated');
    assert.equal(why('carry_along', 'bereavement'), 'contraindicated');
    assert.equal(why('slow_look', 'panic'), null);
  });

  it('holds in the next session too, when it is handed on', () => {
    const plan = planFrom(OPEN_PROFILE, ['discrimination']);
    const barred = techniques.filter((one) => one.framework === 'cbt_reframing');
    assert.ok(barred.every((one) => obstacleTo(plan, one, 9) === 'contraindicated'));
  });

  it('pauses techniques for a while after a step back, and longer after a check-in', () => {
    const quiet = (verdict: Verdict, turns: number): void => {
      const found = following(verdict);
      assert.ok(!found.some(({ offered: { turnSeq } }) => turnSeq >= 5 && turnSeq <= 5 + turns));
      assert.ok(found.some(({ offered }) => offered.turnSeq > 5 + turns));
    };
    quiet(SUPPORT, REST_AFTER_SUPPORT);
    quiet(BEREAVED, REST_AFTER_SUPPORT);
    quiet(CHECKIN, REST_AFTER_CHECKIN);
  });

  it('keeps techniques out after great danger until a clinician asks for one', () => {
    assert.ok(following(HOLD).every(({ offered }) => offered.turnSeq < 5));
    const asked = sixty({}, (turn, plan) => {
      if (turn === 5) return { verdict: HOLD };
      return turn === 30 ? { change: withRequest(plan, { by: 'clinician', technique: 'slow_look' }) } : {};
    }).filter(({ offered }) => offered.turnSeq >= 5);
    assert.equal(asked.length, 10, 'once in each of the ten');
    assert.ok(asked.every(({ technique, offered }) => technique.id === 'slow_look' && offered.turnSeq >= 30));
  });

  it('keeps them out although a clinician had asked before it, or asks for what there is not', () => {
    const before = sixty({}, (turn, plan) => {
      if (turn === 4) return { change: withRequest(plan, { by: 'clinician', technique: 'slow_look' }) };
      if (turn === 5) return { verdict: HOLD };
      return turn === 20 ? { change: withRequest(plan, { by: 'clinician', technique: 'hypnosis' }) } : {};
    });
    assert.ok(before.every(({ offered }) => offered.turnSeq < 5));
  });

  it('means nothing when nothing was found', () => {
    const plan = planFrom(OPEN_PROFILE);
    assert.equal(withFinding(plan, verdictOf({}), 3), plan);
  });
});

describe('a technique that somebody asked for', () => {
  it('comes at the next turn that allows one', () => {
    for (const technique of ['compass', 'What to stand for here', 'problem_solving', 'mindfulness']) {
      const { turns } = play(techniques, {}, 60, (turn, plan) =>
        turn === 20 ? { change: withRequest(plan, { by: 'clinician', technique }) } : {},
      );
      const before = turns.filter((turn) => turn.turnSeq < 20 && turn.offer !== null).at(-1)?.turnSeq ?? 0;
      const next = turns.find((turn) => turn.turnSeq >= 20 && turn.offer !== null);
      assert.equal(next?.turnSeq, Math.max(20, before + TURNS_BETWEEN_OFFERS), technique);
      assert.equal(next?.offer?.offered.askedBy, 'clinician');
    }
  });

  it('comes once, and what the player asked for does not displace what the clinician did', () => {
    const both = withRequest(withRequest(planFrom(OPEN_PROFILE), { by: 'clinician', technique: 'compass' }), {
      by: 'player',
      technique: 'name_it',
    });
    const { offers } = play(techniques, {}, 12, (turn) => (turn === 1 ? { change: both } : {}));
    assert.deepEqual(
      offers.slice(0, 2).map(({ technique, offered }) => [technique.id, offered.askedBy, offered.turnSeq]),
      [
        ['compass', 'clinician', 3],
        ['name_it', 'player', 6],
      ],
    );
    const { plan: later } = play(techniques, {}, 20, (turn, now) =>
      turn === 4 ? { change: withRequest(now, { by: 'player', technique: null }) } : {},
    );
    assert.deepEqual(later.requests, []);
  });

  it('waits where it is barred, and holds up nobody else', () => {
    const { offers, plan } = play(techniques, { readiness: 0.4 }, 12, (turn, now) => {
      if (turn === 1) return { change: withRequest(now, { by: 'clinician', technique: 'by_name' }) };
      return turn === 2 ? { change: withRequest(now, { by: 'player', technique: 'listening' }) } : {};
    });
    assert.equal(offers[0]?.technique.id, 'listening');
    assert.deepEqual(plan.requests, [{ by: 'clinician', technique: 'by_name' }]);
  });

  it('is found by id, title or framework, and a wish that means nothing finds nothing', () => {
    assert.deepEqual(
      techniquesMeant(techniques, 'slow look').map(({ id }) => id),
      ['slow_look'],
    );
    assert.equal(techniquesMeant(techniques, 'ACT').length, 3);
    assert.equal(techniquesMeant(techniques, null).length, techniques.length);
    assert.deepEqual(techniquesMeant(techniques, 'hypnosis'), []);
    assert.deepEqual(techniquesMeant(techniques, '…'), []);
  });

  it('overrides no limit, and the reason can be told', () => {
    const asked = { by: 'clinician', technique: 'by_name' } as const;
    const found = techniques.find(({ id }) => id === 'by_name');
    assert.ok(found);
    const why = (profile: Partial<typeof OPEN_PROFILE>, cautions: Caution[] = []) =>
      obstacleTo(withRequest(planFrom({ ...OPEN_PROFILE, ...profile }, cautions), asked), found, 9);
    assert.equal(why({}), null);
    assert.equal(why({ techniques: false }), 'off');
    assert.equal(why({ readiness: 0.2 }), 'readiness');
    assert.equal(why({ intensity: 0.2 }), 'intensity');
    assert.equal(why({}, ['bereavement']), 'contraindicated');
    assert.equal(why({}, ['level_moderate', 'level_high']), 'contraindicated');
    assert.equal(why({ avoidHard: ['roofs', 'far', 'back then'] }), 'avoided');
    assert.equal(obstacleTo(withFinding(planFrom(OPEN_PROFILE), SUPPORT, 8), found, 9), 'resting');
    assert.equal(obstacleTo({ ...planFrom(OPEN_PROFILE), lastOfferTurn: 8 }, found, 9), 'too_soon');
  });
});

describe('the situation', () => {
  const view = (indoors: boolean | undefined, company = false) => ({
    place: { id: 'p', region: 'r', visits: 1, properties: indoors === undefined ? {} : { indoors } },
    characters: company ? [{ id: 'mara', at: 'p', disposition: 0, knows: [], properties: {} }] : [],
  });

  it('is read from place, company and what happened', () => {
    assert.deepEqual(situationOf(view(true)), ['indoors']);
    assert.deepEqual(situationOf(view(undefined, true)), ['with_someone']);
    const understood = { intent: 'unlock', unresolved: false } as const;
    assert.deepEqual(situationOf(view(false), understood, [{ success: false }]), ['outdoors', 'after_failure']);
    assert.deepEqual(situationOf(view(false), { intent: 'wait', unresolved: false }, [{ success: true }]), [
      'outdoors',
      'at_rest',
    ]);
  });

  it('takes a sentence that was not understood for no failure of the player', () => {
    assert.deepEqual(situationOf(view(true), { intent: 'take', unresolved: true }, [{ success: false }]), ['indoors']);
  });

  it('is what the form was written for', () => {
    for (const situation of [['indoors'], ['outdoors', 'with_someone'], ['indoors', 'after_failure']] as const)
      for (const { form } of sixty({}, () => ({ situation })))
        assert.ok(form.when.every((need) => situation.some((one) => one === need)));
  });
});

describe('any session at all', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const topics = fc.array(
    fc.constantFrom('animals', 'my friend', 'water', 'breathing', 'houses', 'the road', 'shame'),
    {
      maxLength: 2,
    },
  );
  const profile = fc.record({
    goals: fc.array(fc.constantFrom('worry less', 'sleep', 'be kinder to myself', 'decide'), { maxLength: 2 }),
    intensity: share,
    readiness: share,
    avoidSoft: topics,
    avoidHard: topics,
    techniques: fc.boolean(),
    bodyFocus: fc.boolean(),
  });
  const reasons = fc.constantFrom(
    'abuse.now',
    'distress.bereavement',
    'distress.discrimination',
    'distress.panic',
    'eating.starving',
  );
  const said = fc.record({
    verdict: fc.oneof(
      { weight: 12, arbitrary: fc.constant(verdictOf({})) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...LEVELS), reasons)
          .map(([level, reason]) => verdictOf({ level, response: responseTo(level), reasons: [reason] })),
      },
    ),
    situation: fc.subarray([...SITUATIONS]),
    interaction: fc.constantFrom('play', 'talk', 'technique', 'about_game'),
    gentler: fc.boolean(),
    request: fc.option(fc.constantFrom(null, 'compass', 'slow_breath', 'by_name'), { nil: undefined, freq: 8 }),
    by: fc.constantFrom('player', 'clinician'),
  });

  it('stays within every limit, is the same when it is run again, and passes through a new run whole', () => {
    fc.assert(
      fc.property(profile, fc.array(said, { minLength: 20, maxLength: 60 }), (who, script) => {
        const run = () =>
          play(techniques, who, script.length, (turn, plan) => {
            const { request, by, ...rest } = script[turn - 1] ?? { request: undefined, by: 'player' as const };
            return request === undefined ? rest : { ...rest, change: withRequest(plan, { by, technique: request }) };
          });
        const { turns, plan, offers } = run();
        assert.deepEqual(run().offers, offers);
        assert.deepEqual(parse(therapeuticPlanSchema, plan), plan);
        assert.ok(JSON.stringify(plan).length < 6000);
        let last = -TURNS_BETWEEN_OFFERS;
        for (const { turnSeq, offer: found, plan: then } of turns) {
          if (found === null) continue;
          const { technique, form } = found;
          assert.ok(who.techniques);
          assert.ok(turnSeq - last >= TURNS_BETWEEN_OFFERS);
          last = turnSeq;
          assert.ok(technique.readiness <= who.readiness && technique.intensity <= who.intensity);
          assert.ok(!technique.bodyFocused || (who.bodyFocus && !then.cautions.includes('disclosed_abuse')));
          const barred = ['disclosed_abuse', 'bereavement', 'discrimination', 'level_moderate'] as const;
          if (technique.framework === 'cbt_reframing') assert.ok(!barred.some((one) => then.cautions.includes(one)));
          assert.ok(!mentions(form, who.avoidHard));
          assert.ok(turnSeq > then.restUntil);
          const { verdict, situation = [] } = script[turnSeq - 1] ?? {};
          assert.equal(verdict?.response, 'story');
          assert.ok(form.when.every((need) => situation.includes(need)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is decided by the seed alone where chance decides', () => {
    const plan = planFrom(OPEN_PROFILE);
    const at = (seed: string) =>
      offer(plan, techniques, { turnSeq: 9, situation: ['indoors'], interaction: 'play', gentler: false, seed });
    assert.deepEqual(at('a'), at('a'));
    const drawn = Array.from({ length: 200 }, (_, i) => at(`s${i}`));
    const none = drawn.filter((one) => one === null).length;
    assert.ok(none > 100 && none < 140, `${none}`);
    assert.equal(frameworks(drawn.flatMap((one) => one ?? [])).size, 5);
  });
});
