// What counts as having done something, and how it is said: in plain words, to the player and to the clinician.
import assert from 'node:assert/strict';
import type { Understanding } from '../../src/domain/agents.ts';
import type { TherapeuticPlan } from '../../src/domain/plan.ts';
import { planFrom, withFinding, withProfile } from '../../src/domain/plan.ts';
import { offer } from '../../src/domain/plan-offer.ts';
import { actOf, afterTurn, isSamePhrase, NO_STEP, practiceLines, recordAct } from '../../src/domain/plan-progress.ts';
import { actSchema, offeredSchema, parse } from '../../src/domain/schemas/index.ts';
import { loadFrameworks } from '../../src/story/index.ts';
import { OPEN_PROFILE, verdictOf } from './plan-fixture.ts';

const techniques = loadFrameworks();
const QUIET = verdictOf({});

/** Something brought into the story in turn 9, from one technique. */
function offered(id: string) {
  const only = techniques.filter((technique) => technique.id === id);
  const plan = { ...planFrom(OPEN_PROFILE), requests: [{ by: 'clinician', technique: id }] } as const;
  const found = offer(plan, only, {
    turnSeq: 9,
    situation: ['outdoors'],
    interaction: 'play',
    gentler: false,
    seed: 'x',
  });
  assert.ok(found);
  const after = afterTurn(plan, { ...NO_STEP, turnSeq: 9, verdict: QUIET, act: null, offered: found.offered });
  return { found, after };
}

// biome-ignore lint/suspicious/noThenProperty: an array, never called; the type is the agents' contract.
const did = (intent: Understanding['intent'], confidence = 0.9) => ({ intent, confidence, then: [] });

describe('having done what the story offered', () => {
  const { found, after } = offered('listening');

  it('is doing exactly what was suggested, however it is typed', () => {
    const text = `  ${found.form.suggestion.toUpperCase()}!! `;
    assert.deepEqual(actOf(after, { turnSeq: 10, text }), { turnSeq: 10, technique: 'listening', act: 'listened' });
  });

  it('is also a command of that kind, alone or among others', () => {
    assert.ok(actOf(after, { turnSeq: 11, text: 'hark', understanding: did('listen') }));
    const among = {
      ...did('move'),
      // biome-ignore lint/suspicious/noThenProperty: as above.
      then: [
        { ...did('listen'), interaction: 'play', spoken: false, entities: [], unresolved: false, tone: 'neutral' },
      ],
    } as const;
    assert.ok(actOf(after, { turnSeq: 10, text: 'go on and listen', understanding: among }));
  });

  it('is nothing else, nothing that was guessed, and nothing long after', () => {
    assert.equal(actOf(after, { turnSeq: 10, text: 'go north', understanding: did('move') }), null);
    assert.equal(actOf(after, { turnSeq: 10, text: 'hm', understanding: did('listen', 0.65) }), null);
    assert.equal(actOf(after, { turnSeq: 12, text: found.form.suggestion }), null);
    assert.equal(actOf(planFrom(OPEN_PROFILE), { turnSeq: 10, text: 'listen', understanding: did('listen') }), null);
  });

  it('counts once for each time it was offered', () => {
    const act = actOf(after, { turnSeq: 10, text: 'listen', understanding: did('listen') });
    assert.ok(act);
    const once = recordAct(after, act);
    assert.equal(actOf(once, { turnSeq: 11, text: 'listen', understanding: did('listen') }), null);
    assert.equal(once.practised[0]?.times, 1);
  });

  it('is not expected any more after a hard moment, or once techniques are off', () => {
    const support = verdictOf({ level: 'low', response: 'support', reasons: ['distress.panic'] });
    const turn = { turnSeq: 11, text: 'listen', understanding: did('listen') };
    assert.equal(actOf(withFinding(after, support, 10), turn), null);
    const off = withProfile(after, { ...OPEN_PROFILE, techniques: false });
    assert.equal(actOf(off, turn), null);
    assert.equal(actOf(withProfile(off, OPEN_PROFILE), turn), null);
  });

  it('changes nothing when the same turn is taken twice', () => {
    const act = actOf(after, { turnSeq: 10, text: found.form.suggestion });
    const news = { ...NO_STEP, turnSeq: 10, verdict: QUIET, act, offered: null };
    const once = afterTurn(after, news);
    assert.deepEqual(afterTurn(once, news), once);
    const told = { ...NO_STEP, turnSeq: 9, verdict: QUIET, act: null, offered: found.offered };
    assert.deepEqual(afterTurn(after, told), after);
  });

  it('travels as plain data', () => {
    const stored: unknown = JSON.parse(JSON.stringify(found.offered));
    assert.deepEqual(parse(offeredSchema, stored), found.offered);
    assert.ok(parse(actSchema, { turnSeq: 1, technique: 'listening', act: 'listened' }));
  });

  it('takes no two phrases for the same that are not', () => {
    assert.ok(isSamePhrase('Listen for the quietest sound.', 'listen for the quietest sound'));
    assert.ok(!isSamePhrase('listen', 'Listen for the quietest sound'));
    assert.ok(!isSamePhrase('don’t listen for the quietest sound', 'Listen for the quietest sound'));
  });
});

describe('progress in words', () => {
  const done = (plan: TherapeuticPlan, technique: string, act: string, ...turns: number[]): TherapeuticPlan =>
    turns.reduce((now, turnSeq) => recordAct(now, { turnSeq, technique, act }), plan);
  const plan = done(
    done(planFrom(OPEN_PROFILE), 'slow_look', 'looked_slowly', 4, 9, 21),
    'kind_word',
    'said_a_kind_word',
    30,
  );

  it('tells the player what they did, the latest first', () => {
    assert.deepEqual(practiceLines(plan.practised, techniques, 'player'), [
      'You said a kind word to yourself once.',
      'You stopped to name what you saw three times.',
    ]);
  });

  it('tells the clinician the same, and which technique it was', () => {
    assert.deepEqual(practiceLines(plan.practised, techniques, 'clinician'), [
      'Said a kind word to themselves once (A kind word to oneself).',
      'Stopped to name what they saw three times (Naming what is there to see).',
    ]);
  });

  it('knows no score and no streak: what is often is many, and nothing is said of what was not done', () => {
    const turns = Array.from({ length: 30 }, (_, i) => i + 1);
    const much = done(planFrom(OPEN_PROFILE), 'slow_look', 'looked_slowly', ...turns);
    assert.deepEqual(practiceLines(much.practised, techniques, 'player'), [
      'You stopped to name what you saw many times.',
    ]);
    assert.deepEqual(practiceLines([], techniques, 'player'), []);
    for (const line of practiceLines(plan.practised, techniques, 'player'))
      assert.doesNotMatch(line, /\d|%|streak|score/);
  });

  it('is silent on a technique that a later release took away', () => {
    const gone = done(planFrom(OPEN_PROFILE), 'tea_ceremony', 'poured', 3);
    assert.deepEqual(practiceLines(gone.practised, techniques, 'clinician'), []);
  });
});
