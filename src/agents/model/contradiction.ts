// Does a told sentence contradict the world? It looks only for what a model most often gets wrong and a player would stumble over
// next turn: a thing in hands that do not hold it, a locked way open, another place, something still hidden, a step out of the story.
// A false alarm costs a rich telling, never a turn: the author's words are told instead.
import type { WorldProposal } from '../../domain/agents.ts';
import type { EntityId } from '../../domain/world.ts';
import type { Scope } from '../wba/index.ts';
import { fictionWatch } from './fiction.ts';

export type Contradiction = 'held' | 'open' | 'place' | 'hidden' | 'fiction';

const NEGATED = /\b(not|no|never|cannot|can't|won't|without|neither|nor|nothing|refuses?)\b|n['\u2019]t\b/i;
const TAKES =
  "you(?:['\u2019]ve)?(?:\\s+(?:now|have|reach|out|and|then|quietly|carefully|slowly|gently))*\\s+(?:take|took|taken|pick up|picked up|pocket|grab|carry|hold|lift|got|have|own)";
const ENTERS =
  'you(?:\\s+(?:then|now|quietly|slowly))*\\s+(?:enter|step into|walk into|arrive at|come to|reach|are in|stand in|are now in)';
const OPENS =
  '(?:opens?|swings? (?:open|wide|inward)|stands? (?:open|ajar|wide)|is (?:open|ajar|unlocked|no longer locked)|unlocks?|gives way|clicks open|springs? open|creaks? open)';
/** Between a verb and its noun: a clause, not a paragraph. */
const NEAR = '[^.!?;]{0,40}?';

/** Checks the sentences of one telling, in their order, against the world after the turn; what the turn itself moved or named may be
 *  spoken of freely. */
export function contradictionsOf(
  scope: Scope,
  proposal: WorldProposal | undefined,
): (sentence: string) => Contradiction | null {
  const { view, world } = scope;
  const moved = new Set(
    (proposal?.changes ?? []).flatMap((change) =>
      change.type === 'move' ? [change.entity, change.from, change.to] : [],
    ),
  );
  const exits = new Set(view.exits.map(({ id }) => id));

  const hidden = [
    ...view.things.filter(({ properties }) => properties.hidden === true).map(({ id }) => world.things[id]?.names[0]),
    ...view.exits.filter((exit) => exit.hidden).map(({ id }) => world.exits[id]?.names[0]),
  ].filter((name) => name !== undefined);
  const notHeld = Object.entries(world.things)
    .filter(([id, { portable }]) => portable && !scope.held(id) && !moved.has(id))
    .flatMap(([id, { names }]) => (isAmbiguous(names, id, scope) ? names.slice(0, 1) : names));
  // "The door" is no door in particular where another one is open.
  const openNames = new Set(
    view.exits.filter((exit) => !exit.locked).flatMap(({ id }) => world.exits[id]?.names ?? []),
  );
  const locked = view.exits
    .filter((exit) => exit.locked && !exit.hidden)
    .flatMap(({ id }) => [...(world.exits[id]?.names ?? [])])
    .filter((name) => !openNames.has(name));
  const elsewhere = Object.entries(world.places)
    .filter(([id]) => id !== view.place.id && !moved.has(id) && !exits.has(id))
    .flatMap(([, { names }]) => names.slice(0, 1));

  const rules: readonly [Contradiction, RegExp | null][] = [
    ['held', after(TAKES, notHeld)],
    ['open', before(locked, OPENS)],
    ['place', after(ENTERS, elsewhere)],
  ];
  const secret = anyOf(hidden);
  const leavesFiction = fictionWatch();

  return (sentence) => {
    if (leavesFiction(sentence)) return 'fiction';
    if (secret?.test(sentence)) return 'hidden';
    const clauses = sentence.split(/[;:\u2013\u2014]|,\s+(?:but|and|yet)\s/);
    for (const [what, pattern] of rules) {
      if (pattern !== null && clauses.some((clause) => affirms(clause, pattern))) return what;
    }
    return null;
  };
}

/** A denial stands before or within what it denies: "opens without a sound" has opened. */
function affirms(clause: string, pattern: RegExp): boolean {
  const found = pattern.exec(clause);
  return found !== null && !NEGATED.test(clause.slice(0, found.index + found[0].length));
}

/** A one-word name that something held has too cannot tell which of them is meant. */
function isAmbiguous(names: readonly string[], id: EntityId, { view, world, held }: Scope): boolean {
  return view.things.some(
    (thing) => thing.id !== id && held(thing.id) && world.things[thing.id]?.names.some((name) => names.includes(name)),
  );
}

function anyOf(names: readonly string[]): RegExp | null {
  return names.length === 0 ? null : new RegExp(`\\b(?:${names.map(escaped).join('|')})\\b`, 'i');
}

function after(verb: string, names: readonly string[]): RegExp | null {
  return names.length === 0 ? null : new RegExp(`\\b${verb}\\b${NEAR}\\b(?:${names.map(escaped).join('|')})\\b`, 'i');
}

function before(names: readonly string[], verb: string): RegExp | null {
  return names.length === 0
    ? null
    : new RegExp(
        `\\b(?:${names.map(escaped).join('|')})\\b${NEAR}\\b${verb}\\b|\\b(?:unlock|open|push open|force)\\b${NEAR}\\b(?:${names.map(escaped).join('|')})\\b`,
        'i',
      );
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
