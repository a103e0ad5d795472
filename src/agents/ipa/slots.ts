// What the words of a slot mean: which things, people and places may stand there, and of several which come first.
import type { EntityId } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import type { SlotName } from './grammar.ts';
import { SLOTS } from './grammar.ts';
import type { Meant, Wanted } from './nouns.ts';
import { heldBy, isPronoun, meaning } from './nouns.ts';
import type { Scope } from './scope.ts';

function reachOf(slot: SlotName, { visible, ways }: Scope): ReadonlySet<EntityId> {
  return slot === 'way' ? new Set([...ways, ...visible]) : slot === 'path' ? ways : visible;
}

function wantedBy(slot: SlotName, scope: Scope): Wanted {
  const { kinds, strict, inHand, own } = {
    kinds: undefined,
    strict: undefined,
    inHand: undefined,
    own: false,
    ...SLOTS[slot],
  };
  const held = heldBy(scope, PLAYER);
  return {
    from: own ? new Set([...scope.visible].filter(held)) : reachOf(slot, scope),
    ...(kinds === undefined ? {} : { kinds }),
    ...(strict === undefined ? {} : { strict }),
    ...(inHand === undefined ? {} : { prefer: (id: EntityId) => held(id) === inHand, inHand }),
  };
}

const PEOPLE: ReadonlySet<SlotName> = new Set(['who', 'hearer', 'to']);

/** What is not in sight can be meant by who wishes to go there, and somebody met before by who speaks of them by name. */
export function meantBy(words: readonly string[], slot: SlotName, scope: Scope): Meant | null {
  // "Take it" is "take the path" only just after the path.
  const [pronoun, ...more] = words;
  if (slot === 'path' && more.length === 0 && isPronoun(pronoun) && !scope.ways.has(scope.last[0] ?? '')) return null;
  const near = meaning(words, scope, wantedBy(slot, scope));
  if (near?.is !== 'nothing' || isPronoun(words.at(-1))) return near;
  if (slot === 'way') return meaning(words, scope, { from: scope.beyond, kinds: ['place'], strict: true });
  return PEOPLE.has(slot) ? meaning(words, scope, { from: scope.ways, kinds: ['character'], strict: true }) : near;
}
