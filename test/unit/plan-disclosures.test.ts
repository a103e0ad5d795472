// From a player's words to what is never offered after them: the screening's rules and the plan's, together.
import assert from 'node:assert/strict';
import type { Caution } from '../../src/domain/plan.ts';
import { planFrom, withFinding } from '../../src/domain/plan.ts';
import { obstacleTo } from '../../src/domain/plan-offer.ts';
import { loadFrameworks } from '../../src/story/index.ts';
import { ownSafety } from '../support/authored.ts';
import { OPEN_PROFILE } from './plan-fixture.ts';

const techniques = loadFrameworks();
const safety = ownSafety();

const SAID: Readonly<Record<'bereavement' | 'discrimination' | 'disclosed_abuse', readonly string[]>> = {
  disclosed_abuse: [
    'he used to beat me, years ago',
    'my father hit me when I was a child',
    'I was abused by my uncle as a kid, it is long over',
    'my last relationship was an abusive relationship',
    'I am a survivor of domestic violence',
    'when I was little my stepdad would lock us in',
  ],
  bereavement: [
    'my mum died last year',
    'My best friend passed away in March.',
    'i lost my dad when i was twelve',
    'this place reminds me of my grandmother, who died here',
    'we buried my brother on friday',
    "I'm still grieving",
    'ever since my dog died the house is too quiet',
    "it's the anniversary of her death today",
    'I had a miscarriage',
    'i came back from the funeral',
    'Nan died on Tuesday',
    'my mum used to bake. she died last year',
  ],
  discrimination: [
    'they stare at me because of my headscarf',
    "I didn't get the flat because I'm black",
    'my boss is racist to me',
    'i get so much racism at work',
    'they told me to go back to my country',
    'people treat me differently because of my accent',
    'I was discriminated against again',
    'someone shouted a slur at me on the bus: they called me slurs',
    'he was being homophobic towards us',
  ],
};

const UNTOUCHED = [
  'ask Mara about the keeper who died',
  'did he die in the tower?',
  'he died in the storm',
  'look at the grave',
  'my phone died',
  'my lamp is dead',
  'I lost my way',
  'I lost my letter',
  'go back to the harbour',
  'because I am tired',
  'because of my cold hands',
  'because of the storm',
  'tell him I am a stranger',
  'my friend laughed',
  'I miss the sea',
  'take the black cloth',
  'go to the old house',
  'they threw me a rope',
  'he beat me at cards again',
  'hit the bell',
  'the rain beat on the roof',
];

const cautions = (text: string): readonly Caution[] =>
  withFinding(planFrom(OPEN_PROFILE), safety.screenPlayerText(text), 4).cautions;

describe('what a player tells of their life', () => {
  for (const [caution, texts] of Object.entries(SAID)) {
    it(`is known as ${caution}`, () => {
      for (const text of texts) {
        assert.ok(
          cautions(text).some((one) => one === caution),
          text,
        );
        if (caution !== 'disclosed_abuse') assert.equal(safety.screenPlayerText(text).response, 'story', text);
      }
    });
  }

  it('is no danger when it is long over', () => {
    for (const text of SAID.disclosed_abuse) assert.notEqual(safety.screenPlayerText(text).level, 'high', text);
  });

  it('is not taken from the words of a game', () => {
    for (const text of UNTOUCHED) assert.deepEqual(cautions(text), [], text);
  });

  it('bars reframing from the same turn on, also where abuse, panic or danger was told of', () => {
    const texts = [
      ...Object.values(SAID).flat(),
      'my dad hits me when he is drunk',
      'he used to beat me, years ago',
      'I want to kill myself',
    ];
    for (const text of texts) {
      const plan = withFinding(planFrom(OPEN_PROFILE), safety.screenPlayerText(text), 4);
      for (const technique of techniques) {
        assert.notEqual(obstacleTo(plan, technique, 4), null, text);
        if (technique.framework === 'cbt_reframing') assert.notEqual(obstacleTo(plan, technique, 400), null, text);
      }
    }
  });

  it('adds up', () => {
    const plan = [SAID.bereavement[0] ?? '', SAID.discrimination[0] ?? '', 'my husband hits me'].reduce(
      (now, text, i) => withFinding(now, safety.screenPlayerText(text), 4 + i),
      planFrom(OPEN_PROFILE),
    );
    for (const caution of ['bereavement', 'discrimination', 'disclosed_abuse', 'level_moderate'] as const)
      assert.ok(plan.cautions.includes(caution), caution);
  });

  it('may also be known by the kind alone', () => {
    const verdict = { level: 'low', category: 'abuse', response: 'support', reasons: ['judge.meaning'] } as const;
    assert.ok(withFinding(planFrom(OPEN_PROFILE), verdict, 4).cautions.includes('disclosed_abuse'));
  });
});
