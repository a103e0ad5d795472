// The themes a player does not want to meet, as a session is told of them.
import type { Profile } from '../accounts/types.ts';

/** The hard ones first: they are never to be left out. */
export function avoided({ avoidHard, avoidSoft }: Pick<Profile, 'avoidHard' | 'avoidSoft'>): string[] {
  return [...avoidHard, ...avoidSoft];
}
