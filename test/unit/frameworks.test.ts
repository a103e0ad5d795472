// What authors wrote for the frameworks: complete, safe to show, in the words of a story, and never in those of a clinic.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgents } from '../../src/agents/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import { ALWAYS_BARRED, FRAMEWORKS, SITUATIONS } from '../../src/domain/plan.ts';
import { loadFrameworks } from '../../src/story/index.ts';
import { authoredStory, ownSafety } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const techniques = loadFrameworks();
const forms = techniques.flatMap((technique) =>
  technique.forms.map((form) => ({ ...form, key: `${technique.id}/${form.id}`, technique })),
);
const safety = ownSafety();

/** Words of the consulting room. A player came for a story. */
const CLINICAL =
  /\b(therap|cbt|cognitive|mindful|techniqu|exercis|coping|symptom|anxi|depress|disorder|trauma|patient|clinic|treat|heal|mental|emotion|reframe|grounding|intervention|session|progress|score|streak|diagnos|self-?care|trigger)/i;

describe('the frameworks', () => {
  it('are all there, each with at least three techniques of at least three forms', () => {
    for (const framework of FRAMEWORKS) {
      const own = techniques.filter((technique) => technique.framework === framework);
      assert.ok(own.length >= 3, framework);
      assert.ok(own.every((technique) => technique.forms.length >= 3));
    }
  });

  it('have something to begin with for a player of little readiness, and nothing of it turns to the body alone', () => {
    const light = techniques.filter(({ readiness, bodyFocused }) => readiness <= 0.2 && !bodyFocused);
    assert.ok(light.length >= 3);
  });

  it('fit every situation, also for those who do not want to turn to breath or body', () => {
    for (const situation of SITUATIONS) {
      const fitting = forms.filter(({ when, technique }) => when.includes(situation) && !technique.bodyFocused);
      assert.ok(new Set(fitting.map(({ technique }) => technique.framework)).size >= 3, situation);
    }
  });

  it('bar reframing after harm, loss, injustice or a grave level, in the files too', () => {
    for (const { framework, contraindications, id } of techniques) {
      for (const caution of ALWAYS_BARRED[framework])
        assert.ok(contraindications.includes(caution), `${id} ${caution}`);
    }
  });

  it('name a source that can be looked up', () => {
    for (const { source } of techniques) {
      assert.ok(source.year >= 1979 && source.year <= 2026);
      assert.match(source.authors, /^\p{Lu}/u);
    }
  });

  it('speak to the player, and not as a clinic does', () => {
    for (const { beat, suggestion, done, key } of forms) {
      assert.match(`${beat} ${done}`, /\byou(r|rself)?\b/i, key);
      const found = CLINICAL.exec(`${beat} ${suggestion} ${done}`);
      assert.equal(found, null, `${key}: ${found?.[0]}`);
      assert.doesNotMatch(beat, /\byou (must|have to|need to|should)\b(?! be of use)/i, key);
    }
    for (const { act, id } of techniques) assert.doesNotMatch(act.player, CLINICAL, id);
  });

  it('never say the same thing twice', () => {
    for (const part of ['beat', 'done'] as const) {
      const texts = forms.map((form) => form[part]);
      assert.equal(new Set(texts).size, texts.length);
    }
  });

  it('pass the screen of narratives, alone and after each other', () => {
    for (const { beat, done, key } of forms) {
      const screening = safety.screenNarrative([`${beat} `, done]);
      assert.ok(screening.passed, `${key}: ${screening.passed ? '' : screening.findings.join(', ')}`);
    }
    assert.equal(safety.screenNarrative(['You should kill yourself.']).passed, false);
  });

  it('suggest what is never taken for distress or a crisis when it is sent back', () => {
    for (const { suggestion, key } of forms) {
      const verdict = safety.screenPlayerText(suggestion);
      assert.equal(verdict.response, 'story', `${key}: ${verdict.reasons.join(', ')}`);
      assert.deepEqual(verdict.reasons, [], key);
    }
  });

  it('suggest nothing that the game takes for leaving, undoing or a question about itself', async () => {
    const story = authoredStory();
    const [world] = story.worlds();
    assert.ok(world);
    const view = createPlayer(story, world.id).view();
    const reader = createAgents({ story }).inputProcessor(world.id);
    for (const { suggestion, key } of forms) {
      const { intent, interaction } = await reader.understand({ text: suggestion, view });
      assert.ok(!['stop', 'undo', 'skip', 'again', 'areyoureal', 'gamehelp'].includes(intent), `${key}: ${intent}`);
      assert.ok(interaction !== 'stop' && interaction !== 'real', key);
    }
  });
});

describe('a framework file', () => {
  const whole = readFileSync(new URL('../../src/story/frameworks/cbt-reframing.yaml', import.meta.url), 'utf8');
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'frameworks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const refused = (source: string, expected: RegExp): void => {
    writeFileSync(join(folder, 'mine.yaml'), source);
    assert.throws(
      () => loadFrameworks(folder),
      (error) => error instanceof AppError && error.code === 'config_invalid' && expected.test(error.message),
    );
  };

  it('is taken when it is whole', () => {
    writeFileSync(join(folder, 'mine.yaml'), whole);
    assert.equal(loadFrameworks(folder).length, 4);
  });

  it('is refused with its name and the field that is wrong', () => {
    refused(whole.replace('readiness: 0.4', 'readiness: 4'), /mine\.yaml techniques\.0\.readiness/);
    refused(whole.replace('    title: Looking for', '    titel: Looking for'), /mine\.yaml techniques\.0/);
    refused(whole.replace('intents: [ask, search]', 'intents: [ponder]'), /techniques\.0\.act\.intents\.0/);
    refused(whole.replace('when: [after_failure]', 'when: [at_sea]'), /techniques\.0\.forms\.0\.when\.0/);
    refused(`${whole}\n  - : [`, /mine\.yaml/);
  });

  it('is refused when reframing would be told to somebody who was harmed', () => {
    refused(whole.replace('[disclosed_abuse, bereavement,', '[bereavement,'), /has to hold disclosed_abuse/);
  });

  it('is refused when a body-focused technique forgets those who exclude it', () => {
    refused(whole.replace('bodyFocused: false', 'bodyFocused: true'), /has to hold body_focus_excluded/);
  });

  it('is refused when a technique has no form that fits anywhere', () => {
    refused(whole.replaceAll('when: []', 'when: [indoors]'), /techniques\.0\.forms: one of them has to fit anywhere/);
  });

  it('is refused when an id is used twice, in it or beside it', () => {
    refused(whole.replace('id: known_and_guessed', 'id: another_reading'), /techniques\.1\.id: is used twice/);
    writeFileSync(join(folder, 'other.yaml'), whole);
    refused(whole, /Two framework files hold the technique another_reading/);
  });
});
