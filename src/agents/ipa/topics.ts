// What words are about when nothing is done with it: a question's matter, a place far off, what "it" is in talk. Unlike a noun of
// a command it may be anything that has a name, in sight or not.
import type { EntityId } from '../../domain/world.ts';
import { byName, meaning, NOT_IN_A_NAME, REFERS } from './nouns.ts';
import type { Scope } from './scope.ts';
import { ARTICLES, unowned } from './scope.ts';

/** Enough to find what a remark is about; a letter of a thousand words is about many things. */
const TOPIC_WITHIN = 60;

/** The longest name in a run of words, for what a sentence is about. Facts somebody here knows come first. */
export function topicIn(all: readonly string[], scope: Scope): EntityId | undefined {
  const words = all.slice(0, TOPIC_WITHIN);
  for (let length = Math.min(words.length, 5); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const span = words.slice(at, at + length);
      // "Can I help?" is not about a can of oil.
      if (length === 1 && (ARTICLES.has(span[0] ?? '') || NOT_IN_A_NAME.has(span[0] ?? ''))) continue;
      const found = topicOf(span, scope);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Everything of this name, wherever it is, but no matters of knowledge. Whether the player knows of it is not told here. */
export function namedAnywhere(span: readonly string[], scope: Scope): readonly EntityId[] {
  const words = unowned(span);
  while (words.length > 1 && ARTICLES.has(words[0] ?? '')) words.shift();
  return byName(words, scope, { from: scope.topics }).filter((id) => scope.nouns.byId.get(id)?.kind !== 'fact');
}

/** A place of this name somewhere in the world, but none that only a hidden way is seen to lead to. */
export function placeCalled(span: readonly string[], scope: Scope): EntityId | undefined {
  const { view, topics } = scope;
  const veiled = new Set(
    [view, ...view.neighbours].flatMap(({ exits }) => exits.filter(({ hidden }) => hidden)).map(({ to }) => to),
  );
  const from = new Set([...topics].filter((id) => !veiled.has(id)));
  const meant = meaning(span, scope, { from, kinds: ['place'], strict: true });
  return meant?.is === 'these' ? meant.ids[0] : undefined;
}

/** What "it" is in a question: the last that was spoken of and is nobody, be it out of sight or only a matter. */
export function topicBefore(words: readonly string[], { spokenOf, nouns, view }: Scope): EntityId | undefined {
  const refers = words.length === 1 ? REFERS.get(words[0] ?? '') : undefined;
  if (refers !== 'it' && words.join(' ') !== 'them') return undefined;
  return spokenOf.find((id) => {
    const kind = nouns.byId.get(id)?.kind;
    return kind !== undefined && kind !== 'character' && id !== view.place.id;
  });
}

/** What the last turn was about, where that was said to or by somebody. */
export function talkedOf({ view, nouns }: Scope): EntityId | undefined {
  const [whom, about] = view.recent[0]?.focus ?? [];
  return nouns.byId.get(whom ?? '')?.kind === 'character' && view.recent[0]?.intent === 'ask' ? about : undefined;
}

export function topicOf(span: readonly string[], scope: Scope): EntityId | undefined {
  const words = unowned(span);
  while (words.length > 1 && ARTICLES.has(words[0] ?? '')) words.shift();
  const ids = byName(words, scope, { from: scope.topics });
  const knownHere = new Set([
    ...scope.view.characters.flatMap((character) => character.knows),
    ...scope.view.playerKnows,
  ]);
  const rank = (id: EntityId): number => (knownHere.has(id) ? 0 : scope.visible.has(id) ? 1 : 2);
  return [...ids].sort((a, b) => rank(a) - rank(b))[0];
}
