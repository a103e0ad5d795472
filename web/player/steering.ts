// The words with which a player steers the telling, what each does in plain words, and when they have to wait.
import type { PublicStatus } from '../../src/domain/events.ts';

export interface Steering {
  name: string;
  /** Read aloud after the name, as in "Undo: take the last change back". */
  does: string;
  /** What is sent, as if it had been typed. */
  words: string;
}

export const STEERING: readonly Steering[] = [
  { name: 'Hint', does: 'ask what could be done here', words: 'hint' },
  { name: 'Undo', does: 'take the last change back', words: 'undo' },
  { name: 'Again', does: 'do the last thing once more', words: 'again' },
  { name: 'Gentler', does: 'ask for a quieter telling', words: 'gentler' },
  { name: 'Skip this', does: 'leave this be and turn to something else', words: 'skip this' },
];

/** `lasts` is false for what is over in a moment. */
export interface Resting {
  reason: string;
  lasts: boolean;
}

/** Why no steering word can be sent now; null when one can. */
export function steeringRests(status: PublicStatus, turnInFlight: boolean): Resting | null {
  switch (status) {
    case 'paused':
      return { reason: 'These wait until you carry on.', lasts: true };
    case 'help':
      return {
        reason: 'These wait until the story goes on. You can answer above, or use “Get help now”.',
        lasts: true,
      };
    case 'ended':
      return { reason: 'This story has ended; there is nothing more to steer.', lasts: true };
    case 'active':
      return turnInFlight ? { reason: 'One moment: your last words are being answered.', lasts: false } : null;
  }
}
