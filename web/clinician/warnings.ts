// What keeps a new case from being noticed, as lines of the banner. The banner stays until each is mended.
import type { LineState } from '../shared/live-socket.ts';
import type { SoundState } from './sound.ts';
import { timeOfDay } from './words.ts';

export type NoticePermission = 'granted' | 'denied' | 'default' | 'unsupported';

export interface Standing {
  sound: SoundState;
  notices: NoticePermission;
  /** `none`: this reader has no live link (a supervisor's list is asked for instead). */
  line: LineState | 'none';
  /** Since when it is not live, epoch ms. */
  lineSince: number | null;
  /** The list could not be read since then, epoch ms; null while it can. */
  listOldSince: number | null;
}

export interface Warning {
  id: 'sound' | 'notices' | 'line' | 'list';
  text: string;
  /** What one click can do about it. */
  mend: 'sound' | 'notices' | 'line' | null;
  grave: boolean;
}

export function warningsOf(standing: Standing): Warning[] {
  const warnings: Warning[] = [];
  const since = standing.lineSince === null ? '' : ` since ${timeOfDay(standing.lineSince)}`;
  if (standing.listOldSince !== null) {
    const text = `This list may be old: it could not be read since ${timeOfDay(standing.listOldSince)}. Use the phone ladder meanwhile.`;
    warnings.push({ id: 'list', text, mend: 'line', grave: true });
  }
  if (standing.line === 'refused')
    warnings.push({
      id: 'line',
      text: `The live link was closed${since}: reload and sign in again.`,
      mend: null,
      grave: true,
    });
  else if (standing.line === 'lost' || (standing.line === 'connecting' && standing.lineSince !== null)) {
    const text = `The live link is down${since}. The list is asked for every five seconds instead.`;
    warnings.push({ id: 'line', text, mend: 'line', grave: true });
  }
  const sound = {
    on: null,
    blocked: 'Sound is blocked by the browser until you click.',
    off: 'Sound is off: a new case is not heard.',
    unsupported: 'This browser cannot play a sound: a new case is not heard.',
  }[standing.sound];
  if (sound !== null)
    warnings.push({ id: 'sound', text: sound, mend: standing.sound === 'unsupported' ? null : 'sound', grave: false });
  const notices = {
    granted: null,
    default: 'Browser notifications are off: behind another window a new case is not seen.',
    denied: 'Browser notifications are blocked: allow them in the browser’s settings for this site.',
    unsupported: 'This browser has no notifications: keep this window in sight.',
  }[standing.notices];
  if (notices !== null)
    warnings.push({
      id: 'notices',
      text: notices,
      mend: standing.notices === 'default' ? 'notices' : null,
      grave: false,
    });
  return warnings;
}
