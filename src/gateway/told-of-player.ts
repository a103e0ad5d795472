// What a session is told of its player's profile and consents: when it begins, and at once when they change.
import type { Profile } from '../accounts/types.ts';
import type { PlanProfile } from '../domain/plan.ts';
import type { GatewaySettings } from './services.ts';

/** The hard themes first: they are never to be left out. */
export function toldOf(profile: Profile, settings: Pick<GatewaySettings, 'modelProvider' | 'intakeText'>) {
  const { goals, intensity, readiness, avoidSoft, avoidHard, techniques } = profile;
  const planProfile: PlanProfile = { goals, intensity, readiness, avoidSoft, avoidHard, techniques };
  return {
    avoid: [...avoidHard, ...avoidSoft],
    profile: planProfile,
    modelConsent: agreedToModel(profile, settings),
  };
}

/** The consent names who receives what is written: it is in the text that was agreed to, and holds for no other provider. */
function agreedToModel(
  { intake }: Pick<Profile, 'intake'>,
  { modelProvider, intakeText }: Pick<GatewaySettings, 'modelProvider' | 'intakeText'>,
): boolean {
  if (modelProvider === null || intake === null) return false;
  return intake.consents.modelProvider && intake.textVersion === intakeText.version;
}
