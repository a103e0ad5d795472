// What a session is told of its player: the words that go to a model's provider go only to the one that was agreed to.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Profile } from '../../src/accounts/types.ts';
import { intakeText } from '../../src/gateway/intake-text.ts';
import { toldOf } from '../../src/gateway/told-of-player.ts';

const settingsWith = (modelProvider: string | null) => ({
  modelProvider,
  intakeText: intakeText({ coverage: 'none', modelProvider }),
});
const AGREED = settingsWith('models.example.org');

function profileOf(modelProvider: boolean, textVersion = AGREED.intakeText.version): Profile {
  return {
    goals: ['sleep'],
    avoidSoft: ['storms'],
    avoidHard: ['spiders'],
    intensity: 0.4,
    readiness: 0.3,
    techniques: true,
    country: 'GB',
    language: 'en',
    intake: {
      textVersion,
      at: 1,
      consents: { play: true, clinicianMayRead: true, crisisContact: true, modelProvider },
    },
  };
}

describe('what a session is told of its player', () => {
  it('sends words to the provider that the player agreed to', () => {
    assert.equal(toldOf(profileOf(true), AGREED).modelConsent, true);
  });

  it('sends none without the consent, before the intake, or where no model is used', () => {
    assert.equal(toldOf(profileOf(false), AGREED).modelConsent, false);
    assert.equal(toldOf({ ...profileOf(true), intake: null }, AGREED).modelConsent, false);
    assert.equal(toldOf(profileOf(true), settingsWith(null)).modelConsent, false);
  });

  it('sends none to a provider that another text named', () => {
    assert.equal(toldOf(profileOf(true), settingsWith('other.example.org')).modelConsent, false);
  });

  it('names hard themes before soft ones, and what the plan goes by', () => {
    const { avoid, profile } = toldOf(profileOf(false), AGREED);
    assert.deepEqual(avoid, ['spiders', 'storms']);
    assert.deepEqual([profile.readiness, profile.intensity, profile.techniques], [0.3, 0.4, true]);
  });
});
