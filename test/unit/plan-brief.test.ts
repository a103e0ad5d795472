// The plan in the story: what the agents are told of it, and what a player reads over a whole session of the real world.
import assert from 'node:assert/strict';
import type { Narration } from '../../src/domain/agents.ts';
import type { PlanProfile, Technique } from '../../src/domain/plan.ts';
import { planFrom } from '../../src/domain/plan.ts';
import { briefOf, PRACTISED, TAKEN_UP, woven } from '../../src/domain/plan-brief.ts';
import { afterOffer, offer, situationOf } from '../../src/domain/plan-offer.ts';
import { afterTurn, NO_STEP, practiceLines } from '../../src/domain/plan-progress.ts';
import { parse, understandingSchema } from '../../src/domain/schemas/index.ts';
import { loadFrameworks } from '../../src/story/index.ts';
import { authoredStory, ownSafety } from '../support/authored.ts';
import { OPEN_PROFILE } from './plan-fixture.ts';
import { createPlayer } from './story-player.ts';

const techniques = loadFrameworks();
const safety = ownSafety();
const TOLD: Narration = {
  sentences: ['You walk north. ', 'The lane is empty.'],
  suggestions: ['Look around', 'Go back', 'Wait', 'Listen'],
  narratorState: null,
  authoredOnly: true,
};

function offered(): { form: Technique['forms'][number]; plan: ReturnType<typeof planFrom> } {
  const plan = { ...planFrom(OPEN_PROFILE), requests: [{ by: 'player', technique: null }] } as const;
  const found = offer(plan, techniques, {
    turnSeq: 5,
    situation: ['outdoors'],
    interaction: 'play',
    gentler: false,
    seed: 'a',
  });
  assert.ok(found);
  return { form: found.form, plan: afterOffer(plan, found.offered) };
}

describe('the plan as the agents read it', () => {
  const { form, plan } = offered();

  it('says what may still be taken up, and what was, with the words for it', () => {
    const other = briefOf(plan, { turnSeq: 6, text: 'go north' });
    assert.equal(other.suggested, form.suggestion);
    assert.equal(other.did, null);
    const taken = briefOf(plan, { turnSeq: 6, text: form.suggestion.toLowerCase() });
    assert.equal(taken.did?.told, form.done);
    assert.equal(briefOf(plan, { turnSeq: 60, text: form.suggestion }).suggested, null);
    assert.equal(briefOf({ ...plan, on: false }, { turnSeq: 6, text: form.suggestion }).suggested, null);
  });

  it('says nothing of what was found, nor what the player wants to be spared', () => {
    const hurt = { ...plan, cautions: ['disclosed_abuse'], avoidHard: ['my father'] } as const;
    assert.doesNotMatch(JSON.stringify(briefOf(hurt, { turnSeq: 6, text: 'wait' })), /abuse|father/);
  });

  it('gives input processor and world builder an answer in their own shapes', () => {
    assert.deepEqual(parse(understandingSchema, TAKEN_UP), TAKEN_UP);
    assert.equal(PRACTISED.success, true);
  });

  it('is told after what happened, as a paragraph of its own, with its suggestion first', () => {
    const { sentences, suggestions } = woven(TOLD, { did: null, offer: form });
    assert.equal(sentences.join(''), `You walk north. The lane is empty.\n\n${form.beat}`);
    assert.ok(sentences.length > 3, 'it is streamed by sentences');
    assert.deepEqual(suggestions, [form.suggestion, 'Look around', 'Go back', 'Wait']);
    assert.deepEqual(woven(TOLD, { did: null, offer: null }), TOLD);
  });

  it('tells what was done before all else', () => {
    const act = { turnSeq: 6, technique: 'x', act: 'y' };
    const did = { act, told: form.done };
    assert.equal(woven(TOLD, { did, offer: null }).sentences.join(''), `${form.done}\n\n${TOLD.sentences.join('')}`);
    const alone = woven({ ...TOLD, sentences: [] }, { did, offer: null });
    assert.equal(alone.sentences.join(''), form.done);
    assert.deepEqual(woven(TOLD, { did: { act, told: null }, offer: null }), TOLD);
  });
});

describe('a session of sixty turns in the real world, with the plan in it', () => {
  async function session(profile: Partial<PlanProfile>) {
    const story = authoredStory();
    const [world] = story.worlds();
    assert.ok(world);
    const player = createPlayer(story, world.id);
    let plan = planFrom({ ...OPEN_PROFILE, ...profile });
    let suggested: readonly string[] = (await player.tell('opening')).suggestions;
    const told: string[] = [];
    const turnsWith: number[] = [];
    for (let turnSeq = 1; turnSeq <= 60; turnSeq += 1) {
      const text = suggested[turnSeq % 3 === 0 ? 0 : turnSeq % Math.max(1, suggested.length)] ?? 'look around';
      const verdict = safety.screenPlayerText(text);
      const before = afterTurn(plan, { ...NO_STEP, turnSeq, verdict, act: null, offered: null });
      const played = await player.say(text);
      const brief = briefOf(before, { turnSeq, text, understanding: played.understanding });
      const found = offer(before, techniques, {
        turnSeq,
        situation: situationOf(player.view(), played.understanding, played.proposal.outcomes),
        interaction: played.understanding.interaction,
        gentler: false,
        seed: `session/${turnSeq}`,
      });
      const narration = woven(played.narration, { ...brief, offer: found?.form ?? null });
      const screening = safety.screenNarrative(narration.sentences);
      assert.ok(screening.passed, narration.sentences.join(''));
      plan = afterTurn(plan, {
        ...NO_STEP,
        turnSeq,
        verdict,
        act: brief.did?.act ?? null,
        offered: found?.offered ?? null,
      });
      if (found !== null) turnsWith.push(turnSeq);
      told.push(narration.sentences.join(''));
      suggested = narration.suggestions;
    }
    return { told, turnsWith, plan };
  }

  const shows = (text: string): boolean =>
    techniques.some(({ forms }) => forms.some(({ beat, done }) => text.includes(beat) || text.includes(done)));

  it('shows no technique at all when they are off', async () => {
    const { told, plan } = await session({ techniques: false });
    assert.deepEqual(told.filter(shows), []);
    assert.deepEqual(plan.practised, []);
  });

  it('shows some when they are on, at most one in any three turns, and says what the player did', async () => {
    const { told, turnsWith, plan } = await session({});
    assert.ok(turnsWith.length >= 4);
    for (const turn of turnsWith) assert.ok(shows(told[turn - 1] ?? ''));
    for (let i = 1; i < turnsWith.length; i += 1) assert.ok((turnsWith[i] ?? 0) - (turnsWith[i - 1] ?? 0) >= 3);
    const lines = practiceLines(plan.practised, techniques, 'player');
    assert.ok(lines.length > 0);
    for (const line of lines) assert.match(line, /^You .* (once|twice|\w+ times)\.$/);
  });
});
