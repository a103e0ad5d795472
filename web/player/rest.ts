// When it is time to say that this is a good place to rest: pure, over the times at which somebody was seen to play. It
// counts one sitting and forgets it; nothing is added up over days.

/** Three quarters of an hour: long enough for a chapter, short enough that eyes and mind are still fresh after it. */
export const REST_AFTER_MS = 45 * 60_000;
/** Away this long is a rest already, whether or not anybody called it one. */
export const AWAY_MS = 10 * 60_000;

export interface Sitting {
  /** Epoch ms of its first and of its newest sign of play. */
  since: number;
  last: number;
  /** The rest was offered in this sitting; it is offered once. */
  told: boolean;
}

/** The sitting after a sign of play at this time: the same one, or a new one when the last sign is long past. */
export function seen(sitting: Sitting | null, at: number): Sitting {
  // A clock that was set back would make a sitting of negative length; it begins anew.
  if (sitting === null || at - sitting.last > AWAY_MS || at < sitting.last) return { since: at, last: at, told: false };
  return { ...sitting, last: at };
}

/** Whether to offer a rest now: not to somebody who has gone away, and not twice in a sitting. */
export function restIsDue(sitting: Sitting | null, now: number): boolean {
  if (sitting === null || sitting.told || now - sitting.last > AWAY_MS) return false;
  return now - sitting.since >= REST_AFTER_MS;
}
