// What the words of a slot mean: which things, people and places may stand there, and of several which come first.
import type { EntityId } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { Slot, SlotName } from './grammar.ts';
import { SLOTS } from './grammar.ts';
import type { Meant, Wanted } from './nouns.ts';
import { heldBy, isPronoun, meaning, PERSONS, peopleCalled } from './nouns.ts';
import type { Scope } from './scope.ts';
import { namedAnywhere } from './topics.ts';

function reachOf(slot: SlotName, { visible, ways }: Scope): ReadonlySet<EntityId> {
  return slot === 'way' ? new Set([...ways, ...visible]) : slot === 'path' ? ways : visible;
}

function wantedBy(slot: SlotName, scope: Scope): Wanted {
  const { kinds, strict, inHand, own, movable }: Slot = SLOTS[slot];
  const held = heldBy(scope, PLAYER);
  return {
    from: own ? new Set([...scope.visible].filter(held)) : reachOf(slot, scope),
    ...(kinds === undefined ? {} : { kinds }),
    ...(strict === undefined ? {} : { strict }),
    ...(movable === undefined ? {} : { movable }),
    ...(inHand === undefined ? {} : { prefer: (id: EntityId) => held(id) === inHand, inHand }),
  };
}

const PEOPLE: ReadonlySet<SlotName> = new Set(['who', 'hearer', 'to']);
export const isOfPeople = (slot: SlotName): boolean => PEOPLE.has(slot);

/** What is not in sight can be meant by who wishes to go there, and somebody met before by who speaks of them by name. */
export function meantBy(words: readonly string[], slot: SlotName, scope: Scope): Meant | null {
  // "Take it" is "take the path" only just after the path.
  const [pronoun, ...more] = words;
  if (slot === 'path' && more.length === 0 && isPronoun(pronoun) && !isWay(scope.last[0], scope)) return null;
  // Asked which there are, the one spoken of last is not all of them; and it need not be in sight.
  if (slot === 'any') return anyCalled(words, scope);
  const near = meaning(words, scope, wantedBy(slot, scope));
  if (near?.is !== 'nothing') return near;
  if (PEOPLE.has(slot)) return person(words, scope);
  if (slot === 'way' && !isPronoun(words.at(-1))) {
    return meaning(words, scope, { from: scope.beyond, kinds: ['place'], strict: true });
  }
  return near;
}

/** People can be gone to as well, and are none. */
const isWay = (id: EntityId | undefined, { ways, nouns }: Scope): boolean =>
  id !== undefined && ways.has(id) && nouns.byId.get(id)?.kind !== 'character';

function anyCalled(words: readonly string[], scope: Scope): Meant | null {
  const here = meaning(words, { ...scope, last: [] }, { from: scope.visible });
  if (here?.is !== 'nothing' || isPronoun(words.at(-1))) return here;
  const [id, ...others] = namedAnywhere(words, scope);
  return id === undefined
    ? here
    : others.length === 0
      ? { is: 'these', ids: [id] }
      : { is: 'which', ids: [id, ...others] };
}

const OUTSIDE_THE_STORY = new Set(['real', 'actual', 'human', 'living', 'live']);

/** "Him", "the old man"; but "a real woman" is nobody in the story. */
function isFigure(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (words.some((word) => OUTSIDE_THE_STORY.has(word))) return false;
  return PERSONS.has(last) || (words.length === 1 && isPronoun(last));
}

/** Whoever is here and may be called so; else one met before. "Her" is nobody where there is only a man. */
function person(words: readonly string[], scope: Scope): Meant | null {
  const called = isFigure(words) ? peopleCalled(words.at(-1) ?? '', scope) : null;
  if (called !== null && called.is !== 'nothing') return called;
  return meaning(words, scope, { from: scope.ways, kinds: ['character'], strict: true });
}

/** Certainly said of a person, and of none who is here: a pronoun, such as a stranger is called, or the name of somebody. */
export function isSomebody(words: readonly string[], scope: Scope): boolean {
  if (isFigure(words)) return true;
  return meaning(words, scope, { from: scope.topics, kinds: ['character'], strict: true })?.is !== 'nothing';
}
