// "Which lamp?": what goes by a name, of what the player sees or has heard of. It changes nothing, and where the story has just
// asked which of several was meant, the question is asked again.
import type { EntityId } from '../../domain/world.ts';
import type { Command, Decision } from './decision.ts';
import { failed, told } from './decision.ts';
import type { Scope } from './scope.ts';

export function which({ target, ambiguous, unresolved }: Command, scope: Scope): Decision {
  const { recent, place } = scope.view;
  const last = recent.find(({ intent, outcome }) => intent !== 'which' || outcome !== 'ambiguous');
  const spokenOf = (last?.focus ?? []).filter((id) => isSeen(id, scope) && id !== place.id);
  const asked = last?.outcome === 'ambiguous' ? spokenOf : [];
  const named = ambiguous ?? (target === undefined ? [] : [target]);
  if (named.length === 0 && !unresolved) {
    if (asked.length > 1) return failed('ambiguous', asked);
    return seen(spokenOf) ?? failed('which_what');
  }
  const again = asked.filter((id) => named.includes(id));
  if (again.length > 1) return failed('ambiguous', again);
  return seen(named.filter((id) => isSeen(id, scope))) ?? heardOf(named, scope);
}

function seen([first, ...more]: readonly EntityId[]): Decision | null {
  if (first === undefined) return null;
  return more.length === 0 ? told('which_only', [first]) : told('which_among', [first, ...more]);
}

function heardOf(named: readonly EntityId[], scope: Scope): Decision {
  const [only, ...more] = named.filter((id) => isHeardOf(id, scope));
  if (only === undefined) return failed('which_none');
  if (more.length > 0) return told('which_heard', [only, ...more]);
  const [teller] = scope.view.characters.filter(({ id }) => scope.world.characters[id]?.topics[only] !== undefined);
  return told('which_far', [only, teller?.id]);
}

function isSeen(id: EntityId, scope: Scope): boolean {
  return scope.present(id) || scope.view.exits.some(({ to, hidden }) => to === id && !hidden);
}

/** Spoken of in earlier turns, offered as a question to somebody here, or named in what every player reads of the world first. */
function isHeardOf(id: EntityId, { view, world }: Scope): boolean {
  if (view.recent.some(({ focus }) => focus.includes(id))) return true;
  if (view.characters.some((one) => world.characters[one.id]?.topics[id]?.suggest === true)) return true;
  const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  const blurb = plain(`${world.title} ${world.summary}`);
  // What is only there to be seen shares its names with much.
  if (world.things[id]?.properties.scenery === true) return false;
  const names = (world.places[id] ?? world.things[id] ?? world.characters[id])?.names ?? [];
  return names.some((name) => blurb.includes(plain(name)));
}
