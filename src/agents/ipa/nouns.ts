// From a noun phrase to what it means here: names, adjectives, pronouns, owners, "the other one".
import type { EntityKind, VocabularyEntity } from '../../domain/vocabulary.ts';
import type { Direction, EntityId } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import { MAX_NOUN_PHRASE } from './grammar.ts';
import type { Named, Scope } from './scope.ts';
import { ARTICLES, unowned } from './scope.ts';

const ALL = new Set(['all', 'every', 'each', 'both']);
const SIDES: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['north', 'north'],
  ['northern', 'north'],
  ['south', 'south'],
  ['southern', 'south'],
  ['east', 'east'],
  ['eastern', 'east'],
  ['west', 'west'],
  ['western', 'west'],
  ['upper', 'up'],
  ['lower', 'down'],
  ['upstairs', 'up'],
  ['downstairs', 'down'],
]);

export interface Wanted {
  from: ReadonlySet<EntityId>;
  /** Kinds in order of preference; the rest come after. */
  kinds?: readonly EntityKind[];
  /** Nothing but the listed kinds. */
  strict?: boolean;
  /** Among several, those for which this holds win. */
  prefer?: (id: EntityId) => boolean;
  /** Those are the things in the player's hands. */
  inHand?: boolean;
  /** "It" alone is nothing that stays where it is. */
  movable?: true;
}

export type Meant =
  | { is: 'these'; ids: readonly EntityId[] }
  /** A name that fits several. */
  | { is: 'which'; ids: readonly EntityId[] }
  /** A noun that names nothing here. */
  | { is: 'nothing' };

const these = (...ids: EntityId[]): Meant => ({ is: 'these', ids });

export const heldBy =
  (scope: Scope, owner: EntityId) =>
  (id: EntityId): boolean =>
    scope.view.things.some((thing) => thing.id === id && thing.at === owner);

type Pronoun = NonNullable<VocabularyEntity['pronoun']>;

function pronounOf(entity: VocabularyEntity): Pronoun {
  return entity.pronoun ?? (entity.kind === 'character' ? 'they' : 'it');
}

/** A character who is referred back to so, or anyone for the words that say no more. */
export function peopleCalled(word: string, scope: Scope): Meant {
  const refers = REFERS.get(word) ?? PERSONS.get(word);
  return settle(
    scope.view.characters
      .map(({ id }) => id)
      .filter((id) => {
        const entity = scope.nouns.byId.get(id);
        if (entity === undefined || !scope.visible.has(id)) return false;
        const own = pronounOf(entity);
        return refers === 'it' || refers === 'they' || own === 'they' || own === refers;
      }),
  );
}

/** Words for a figure of whom one knows no name. "Someone" and "a person" are not among them: who wants one may want a real one. */
export const PERSONS: ReadonlyMap<string, Pronoun> = new Map(
  Object.entries({
    he: 'man boy gentleman guy fellow chap lad sir',
    she: 'woman girl lady lass madam miss',
    they: 'stranger everyone everybody folks friend mate buddy pal dear kid child',
  } as const).flatMap(([refers, words]) =>
    words.split(' ').map((word): [string, Pronoun] => [word, refers as Pronoun]),
  ),
);

export const REFERS: ReadonlyMap<string, Pronoun> = new Map<string, Pronoun>([
  ['it', 'it'],
  ['this', 'it'],
  ['that', 'it'],
  ['he', 'he'],
  ['him', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['they', 'they'],
  ['them', 'they'],
  ['these', 'they'],
  ['those', 'they'],
]);

export const isPronoun = (word: string | undefined): boolean => REFERS.has(word ?? '');

/** The best kinds among the ids, then the preferred ones among those. */
function narrow(ids: readonly EntityId[], scope: Scope, wanted: Wanted): readonly EntityId[] {
  let left = ids;
  for (const kind of wanted.kinds ?? []) {
    const ofKind = left.filter((id) => scope.nouns.byId.get(id)?.kind === kind);
    if (ofKind.length > 0) {
      left = ofKind;
      break;
    }
  }
  if (wanted.strict) left = left.filter((id) => wanted.kinds?.some((kind) => scope.nouns.byId.get(id)?.kind === kind));
  const preferred = wanted.prefer === undefined ? [] : left.filter(wanted.prefer);
  return preferred.length > 0 ? preferred : left;
}

function pronoun(word: string, scope: Scope, wanted: Wanted): Meant {
  if (word === 'here') return these(scope.view.place.id);
  if (word === 'there') {
    const place = scope.focus.find((id) => scope.nouns.byId.get(id)?.kind === 'place' && id !== scope.view.place.id);
    return place === undefined ? pronoun('it', scope, wanted) : these(place);
  }
  const refers = REFERS.get(word) ?? 'it';
  const fits = (id: EntityId): boolean => {
    const entity = scope.nouns.byId.get(id);
    if (entity === undefined || entity.kind === 'fact' || !wanted.from.has(id)) return false;
    // "Take it" is said of nothing that cannot be taken, and "it" is never where one stands.
    const kind = wanted.kinds === undefined || wanted.kinds.includes(entity.kind);
    return kind && id !== scope.view.place.id && pronounOf(entity) === refers;
  };
  const spokenOf = scope.focus.filter(fits);
  if (refers === 'they' && spokenOf.length === 0) {
    const last = scope.last.filter((id) => wanted.from.has(id) && scope.nouns.byId.get(id)?.kind === 'thing');
    if (last.length > 0) return these(...last);
  }
  // "Put it back": of what was spoken of it is what can be put.
  const earlier = narrow(spokenOf, scope, wanted.inHand ? wanted : { ...wanted, prefer: () => true })[0];
  if (earlier !== undefined) return these(earlier);
  // Nothing can be given or put away by empty hands.
  if (wanted.inHand && !scope.view.things.some(({ at }) => at === PLAYER)) return { is: 'nothing' };
  // What was not spoken of is not among what "it" may be when it is only there to be seen, or cannot be moved and should be.
  const present = [...scope.view.characters, ...scope.view.things]
    .filter(({ properties }) => properties.scenery !== true)
    .map(({ id }) => id)
    .filter((id) => fits(id) && !(wanted.movable && scope.nouns.byId.get(id)?.fixed))
    .filter((id) => wanted.movable === undefined || wanted.inHand !== false || (wanted.prefer?.(id) ?? true));
  const left = narrow(present, scope, wanted);
  return left.length === 0
    ? { is: 'nothing' }
    : left.length === 1
      ? { is: 'these', ids: left }
      : { is: 'which', ids: left };
}

/** "the other one", "the other lamp": shares a noun with what was just spoken of, and is not it. */
function other(words: readonly string[], scope: Scope, wanted: Wanted): Meant | null {
  const noun = words.filter((word) => word !== 'other' && word !== 'one');
  const last = scope.focus.find((id) => wanted.from.has(id));
  const named = scope.nouns.all.find(({ entity }) => entity.id === last);
  if (named === undefined) return noun.length > 0 ? { is: 'nothing' } : null;
  const alike = scope.nouns.all
    .filter(
      ({ entity, heads }) =>
        entity.id !== last && wanted.from.has(entity.id) && [...heads].some((head) => named.heads.has(head)),
    )
    .filter((n) => noun.length === 0 || fitOf(n, noun) !== 'no')
    .map(({ entity }) => entity.id);
  return settle(narrow(alike, scope, wanted));
}

const settle = (ids: readonly EntityId[]): Meant =>
  ids.length === 0 ? { is: 'nothing' } : ids.length === 1 ? { is: 'these', ids } : { is: 'which', ids };

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

/** Exact names win over a head with modifiers, so that a plain "lamp" beside a "brass lamp" can be named at all. */
function fitOf(named: Named, words: readonly string[]): 'exact' | 'near' | 'no' {
  if (named.names.some((name) => name.length === words.length && name.every((word, i) => word === words[i])))
    return 'exact';
  const head = words.at(-1);
  if (head === undefined || !words.every((word) => isPart(named, word) || isPart(named, singular(word)))) return 'no';
  return head === 'one' || named.heads.has(head) || named.heads.has(singular(head)) ? 'near' : 'no';
}

function isPart({ modifiers, heads, entity }: Named, word: string): boolean {
  return modifiers.has(word) || heads.has(word) || (entity.kind === 'exit' && SIDES.has(word));
}

export function byName(words: readonly string[], scope: Scope, wanted: Wanted): readonly EntityId[] {
  const one = words.at(-1) === 'one' && words.length > 1;
  const sought = one ? words.slice(0, -1) : words;
  const side = sought.map((word) => SIDES.get(word)).find((direction) => direction !== undefined);
  const near: EntityId[] = [];
  const exact: EntityId[] = [];
  for (const named of one ? scope.nouns.all : endingIn(sought.at(-1), scope)) {
    if (!wanted.from.has(named.entity.id)) continue;
    const exit = side === undefined ? undefined : scope.view.exits.find(({ id }) => id === named.entity.id);
    if (exit !== undefined && exit.direction !== side && !named.modifiers.has(sought[0] ?? '')) continue;
    if (one) {
      if (sought.every((word) => named.modifiers.has(word))) near.push(named.entity.id);
      continue;
    }
    const how = fitOf(named, sought);
    if (how === 'exact') exact.push(named.entity.id);
    else if (how === 'near') near.push(named.entity.id);
  }
  return exact.length > 0 ? exact : near;
}

/** All that `fitOf` could say anything but no of. "One" alone can be the end of any name. */
function endingIn(word: string | undefined, { nouns: { all, byHead } }: Scope): readonly Named[] {
  if (word === undefined || word === 'one') return all;
  const written = byHead.get(word) ?? [];
  const plural = singular(word) === word ? [] : (byHead.get(singular(word)) ?? []);
  if (plural.length === 0 || written.length === 0) return plural.length === 0 ? written : plural;
  const either = new Set([...written, ...plural]);
  return all.filter((named) => either.has(named));
}

/** Words that belong to a sentence, not to the name of a thing: a span with one of them is no noun phrase. */
export const NOT_IN_A_NAME = new Set(
  'i you we us am is are was were be been do does did have has had will would can could should shall may might must not never if because so why how when who what where which whether please very too just really to and or but than me my'
    .split(' ')
    .concat("'s"),
);
const LINKS = new Set('in on under from to of by near beside behind with at inside over above outside'.split(' '));

/** What a span of words means; null when it cannot be a noun phrase at all. */
export function meaning(span: readonly string[], scope: Scope, wanted: Wanted): Meant | null {
  if (span.length > MAX_NOUN_PHRASE) return null;
  let words = [...span];
  if (isEverything(words)) return everything(scope, wanted);
  const every = words.length > 1 && ALL.has(words[0] ?? '');
  if (every) words = words.slice(1).filter((word) => word !== 'of');
  const first = words[0];
  // "Under the blanket" is where, not what.
  if (first === undefined || (LINKS.has(first) && words.length > 1)) return null;
  if (words.length === 1) {
    if (first === 'me' || first === 'myself' || first === 'self') return wanted.strict ? null : these(PLAYER);
    if (REFERS.has(first) || first === 'here' || first === 'there') return pronoun(first, scope, wanted);
    if (first === 'one') return pronoun('it', scope, wanted);
  }
  while (words.length > 1 && ARTICLES.has(words[0] ?? '')) words = words.slice(1);
  if (words.length === 1 && words[0] === 'one') return pronoun('it', scope, wanted);
  if (words.includes('other')) {
    const found = other(words, scope, wanted);
    if (found !== null) return found;
  }
  const owner = words.indexOf("'s");
  const ids = narrow(byName(unowned(words), scope, wanted), scope, wanted);
  if (ids.length > 0) return every ? these(...ids) : settle(recent(ids, scope));
  if (owner > 0) return owned(words.slice(0, owner), words.slice(owner + 1), scope, wanted);
  const link = words.findIndex((word, i) => i > 0 && LINKS.has(word));
  // "Fill it with oil" is no "it" that is near some oil.
  if (link === 1 && words[1] === 'with' && PERSONAL.has(first)) return null;
  if (link > 0) return linked(words.slice(0, link), words.slice(link + 1), scope, wanted);
  return words.length > 4 || words.some((word) => NOT_IN_A_NAME.has(word)) ? null : { is: 'nothing' };
}

/** "All", "everything here", "all of it", "them all": no name among the words. */
function isEverything(words: readonly string[]): boolean {
  const [first, second] = words;
  if (first === 'all' || first === 'everything') return words.slice(1).every((word) => NO_NAME.has(word));
  return words.length === 2 && second === 'all' && REFERS.has(first ?? '');
}
const NO_NAME = new Set(
  'of it them the that this these those here there is around thing things stuff i you can see'.split(' '),
);

/** A handful is meant one by one; of more than that the player is asked which, but for what can be taken up all at once. */
const HANDFUL = 3;

function everything(scope: Scope, wanted: Wanted): Meant {
  const loose = scope.view.things
    .filter(({ id, at }) => scope.visible.has(id) && (at === PLAYER || at === scope.view.place.id))
    // The sea and the sky are not among what one takes when one takes everything.
    .filter(({ properties }) => properties.scenery !== true)
    // Nor what cannot be moved; to be looked at it is as good as the rest.
    .filter(({ id }) => wanted.prefer === undefined || scope.nouns.byId.get(id)?.fixed !== true)
    .map(({ id }) => id);
  const wantedOnes = loose.filter((id) => wanted.from.has(id) && (wanted.prefer?.(id) ?? true));
  const oneByOne = wantedOnes.length <= HANDFUL || (wanted.movable === true && wanted.inHand === false);
  return wantedOnes.length > 0 && oneByOne ? these(...wantedOnes) : settle(wantedOnes);
}

/** One of several was what the last turn was about: that one is meant, unless the question was which. */
function recent(ids: readonly EntityId[], scope: Scope): readonly EntityId[] {
  const last = scope.last[0];
  return ids.length > 1 && !scope.asked && last !== undefined && ids.includes(last) ? [last] : ids;
}

function owned(who: readonly string[], what: readonly string[], scope: Scope, wanted: Wanted): Meant | null {
  const owner = meaning(who, scope, { from: scope.visible, kinds: ['character'] });
  const id = owner?.is === 'these' ? owner.ids[0] : undefined;
  return meaning(what, scope, id === undefined ? wanted : { ...wanted, prefer: heldBy(scope, id) });
}

const PERSONAL = new Set('it he him she her they them'.split(' '));

/** "the key on the table", "the door to the chapel": the second noun only helps to choose. */
function linked(what: readonly string[], whereabouts: readonly string[], scope: Scope, wanted: Wanted): Meant | null {
  const near = meaning(whereabouts, scope, { from: scope.topics });
  const plain = meaning(what, scope, wanted);
  if (near === null || plain === null) return null;
  const at = near.is === 'these' ? near.ids[0] : undefined;
  if (plain.is === 'nothing' || at === undefined) return plain;
  const leads = (id: EntityId): boolean => scope.view.exits.some((exit) => exit.id === id && exit.to === at);
  return meaning(what, scope, { ...wanted, prefer: (id) => leads(id) || heldBy(scope, at)(id) });
}
