// One clause as a command: which rule of the lexicon accounts for all of its words, with every noun resolved. Politeness and
// refusal around it are peeled off until a rule fits or nothing is left.
import type { Intent } from '../../domain/agents.ts';
import { INTENTS } from '../../domain/agents.ts';
import type { Vocabulary } from '../../domain/vocabulary.ts';
import type { Direction, EntityId } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import { ASIDE_WORDS } from './aside-table.ts';
import type { Bindings, Pattern, Slot, SlotName } from './grammar.ts';
import { compile, firstWords, match, SLOTS } from './grammar.ts';
import type { Rule } from './lexicon/index.ts';
import { RULES } from './lexicon/index.ts';
import type { Meant } from './nouns.ts';
import { isPronoun, meaning } from './nouns.ts';
import type { Nouns, Scope } from './scope.ts';
import { ARTICLES, indexNouns } from './scope.ts';
import { isOfPeople, isSomebody, meantBy } from './slots.ts';
import { wordsOf } from './tokens.ts';
import { tellsFeeling } from './tone.ts';
import { placeCalled, talkedOf, topicBefore, topicIn, topicOf } from './topics.ts';
import { COMMON_WORDS, LEADS, REFUSALS, TRAILS } from './words.ts';

interface Entry {
  rule: Rule;
  pattern: Pattern;
}

/** A vocabulary made ready: built once per world, used by every turn. */
export interface Language {
  nouns: Nouns;
  byFirstWord: ReadonlyMap<string, readonly Entry[]>;
  /** Those that begin with a noun. */
  byNoun: readonly Entry[];
  /** Words a spelling correction may lead to, and must leave alone. */
  known: ReadonlySet<string>;
  /** "taking" -> "take", for the verbs that begin a pattern. */
  gerunds: ReadonlyMap<string, string>;
}

export interface Command {
  intent: Intent;
  /** Fixed words the rule needed: 0 for a bare noun. */
  fixed: number;
  target: Meant | null;
  indirect: Meant | null;
  topic: EntityId | undefined;
  direction?: Direction;
  way?: 'out' | 'back';
  spoken: boolean;
  toTheEnd: boolean;
  /** Its topic is whoever is spoken to. */
  aboutHearer: boolean;
  /** Nouns that name nothing here. */
  missing: number;
  /** It was said that this is not to happen. */
  refused: boolean;
}

function gerundsOf(verb: string): string[] {
  if (verb.length < 2) return [];
  const stem = verb.endsWith('e') && !verb.endsWith('ee') ? verb.slice(0, -1) : verb;
  return [`${stem}ing`, `${verb}${verb.at(-1)}ing`, verb.endsWith('ie') ? `${verb.slice(0, -2)}ying` : `${verb}ing`];
}

function entriesOf(rules: readonly Rule[]): Entry[] {
  return rules.flatMap((rule) => rule.patterns.split(';').map((source) => ({ rule, pattern: compile(source.trim()) })));
}

/** The lexicon is the same for every world, so it is compiled once. */
const COMMON_ENTRIES = entriesOf(RULES);

export function prepare(vocabulary: Vocabulary): Language {
  const nouns = indexNouns(vocabulary);
  const own = (vocabulary.verbs ?? []).map(({ phrase, intent }): Rule => {
    const verb = wordsOf(phrase).join(' ');
    return { intent, patterns: `${verb}; ${verb} <thing>; ${verb} <thing> with|on|at|to|in|into|from|over <with>` };
  });
  const byFirstWord = new Map<string, Entry[]>();
  const byNoun: Entry[] = [];
  const words = new Set<string>();
  // A world's own verbs come first: of equally good readings the earlier one is taken.
  for (const entry of [...entriesOf(own), ...COMMON_ENTRIES]) {
    for (const part of entry.pattern.parts) if ('words' in part) for (const word of part.words) words.add(word);
    const firsts = firstWords(entry.pattern);
    if (firsts === null) byNoun.push(entry);
    for (const first of new Set(firsts)) {
      const entries = byFirstWord.get(first) ?? [];
      entries.push(entry);
      byFirstWord.set(first, entries);
    }
  }
  const gerunds = new Map(
    [...byFirstWord.keys()].flatMap((verb) => gerundsOf(verb).map((gerund): [string, string] => [gerund, verb])),
  );
  const known = new Set([...COMMON_WORDS, ...ASIDE_WORDS, ...words, ...nouns.words, ...gerunds.keys()]);
  return { nouns, byFirstWord, byNoun, gerunds, known };
}

const isEmpty = ([first, ...more]: readonly string[], rest: readonly string[], { nouns }: Scope): boolean =>
  more.length === 0 &&
  (first === 'there' ||
    (first === 'it' && rest.length > 2) ||
    // "Is this seat taken?": the noun comes after it.
    ((first === 'this' || first === 'that') && nouns.words.has(rest[0] ?? '')));

const STRICTLY_PEOPLE: ReadonlySet<SlotName> = new Set(['to', 'hearer']);

/** "It to her" is no thing that is near her, and "her the letter" no letter of hers: what is given and to whom are two nouns. */
function namesReceiver(words: readonly string[], scope: Scope): boolean {
  const [first = '', second = ''] = words;
  if ((isPronoun(first) && ARTICLES.has(second)) || first === 'him' || first === 'them') return true;
  const at = words.lastIndexOf('to');
  return at > 0 && at < words.length - 1 && isSomebody(words.slice(at + 1), scope);
}

/** "Hello to her", where she is not: not all of it is said. A sentence of one's own may well end so. */
function isToAbsent(words: readonly string[], scope: Scope): boolean {
  const [to, whom = ''] = words.slice(-2);
  return (
    words.length < 6 &&
    to === 'to' &&
    (whom === 'her' || whom === 'him') &&
    !words.includes('i') &&
    meantBy([whom], 'who', scope)?.is === 'nothing'
  );
}

/** "Come with me" follows nobody. */
const NOT_ONESELF: ReadonlySet<SlotName> = new Set(['held', 'loose', 'who']);
const addressesOneself = (meant: Meant): boolean => meant.is === 'these' && meant.ids[0] === PLAYER;

/** The command that these bindings make of the rule; null when a slot's words cannot stand there. */
function build({ rule, pattern }: Entry, bound: Bindings, scope: Scope): Command | null {
  const command: Command = {
    intent: rule.intent,
    fixed: pattern.fixed,
    target: null,
    indirect: null,
    topic: undefined,
    ...(rule.direction === undefined ? {} : { direction: rule.direction }),
    ...(rule.way === undefined ? {} : { way: rule.way }),
    spoken: rule.spoken ?? false,
    toTheEnd: rule.toTheEnd ?? false,
    aboutHearer: rule.aboutHearer ?? false,
    missing: 0,
    refused: false,
  };
  if (rule.aboutLast) {
    command.topic = talkedOf(scope);
    if (command.topic === undefined) return null;
  }
  for (const [slot, words] of bound) {
    const { role } = SLOTS[slot];
    if (role === 'words') {
      if (rule.intent === 'say' && !bound.has('hearer') && isToAbsent(words, scope)) return null;
      continue;
    }
    if (role === 'topic') {
      const { kinds }: Slot = SLOTS[slot];
      command.topic = topicOf(words, scope) ?? topicBefore(words, scope);
      if (command.topic === undefined) {
        // "it" and "her" are topics as well.
        const meant = meaning(words, scope, { from: scope.visible });
        if (meant === null && words.length > 6) return null;
        if (meant?.is === 'these') command.topic = meant.ids[0];
        else if (rule.sure) return null;
      }
      const kind = scope.nouns.byId.get(command.topic ?? '')?.kind;
      if (kinds !== undefined && (kind === undefined || !kinds.includes(kind))) return null;
      continue;
    }
    // "Is there a wrong answer?", "Is it all right if I ask him?": of nothing that one could look at.
    if (rule.sure && bound.has('words') && isEmpty(words, bound.get('words') ?? [], scope)) return null;
    if (rule.intent === 'give' && slot === 'held' && !bound.has('to') && namesReceiver(words, scope)) return null;
    const meant = meantBy(words, slot, scope);
    if (meant === null) return null;
    if (addressesOneself(meant) && (rule.spoken || NOT_ONESELF.has(slot))) return null;
    if (meant.is === 'nothing') {
      if (rule.sure || (STRICTLY_PEOPLE.has(slot) && !isSomebody(words, scope))) return null;
      // "It", where nothing was spoken of: as though no object had been named, so that it is asked for.
      if (words.length === 1 && isPronoun(words[0]) && !isOfPeople(slot)) continue;
      if (rule.calling && !isSomebody(words, scope)) continue;
      command.missing++;
      if (slot === 'way') command.topic = placeCalled(words, scope);
    } else if (slot === 'any' && !meant.ids.some((id) => scope.visible.has(id))) command.missing++;
    command[role] = meant;
  }
  // Last, because it is the costly part and a noun that does not fit ends the attempt before.
  const said = bound.get('words');
  if (said !== undefined) command.topic ??= topicIn(said, scope);
  return command;
}

const better = (a: Command, b: Command | null): boolean =>
  b === null || a.missing < b.missing || (a.missing === b.missing && a.fixed > b.fixed);

function byRule(words: readonly string[], language: Language, scope: Scope): Command | null {
  let best: Command | null = null;
  for (const entry of [...(language.byFirstWord.get(words[0] ?? '') ?? []), ...language.byNoun]) {
    for (const bound of match(entry.pattern, words)) {
      const command = build(entry, bound, scope);
      if (command !== null && better(command, best)) best = command;
    }
  }
  return best;
}

const NOUN_INTENT = { place: 'move', exit: 'move', character: 'talk', thing: 'examine', fact: 'examine' } as const;

/** A noun and nothing else: what one does first with such a thing. */
function bareNoun(words: readonly string[], language: Language, scope: Scope): Command | null {
  if (words.length > 5) return null;
  const meant = meaning(words, scope, {
    from: new Set([...scope.visible, ...scope.ways]),
    kinds: ['thing', 'character', 'exit', 'place'],
  });
  const id = meant === null || meant.is === 'nothing' ? undefined : meant.ids[0];
  const kind = id === undefined ? undefined : language.nouns.byId.get(id)?.kind;
  if (meant === null || kind === undefined) return null;
  const intent = NOUN_INTENT[kind];
  return {
    intent,
    fixed: 0,
    target: meant,
    indirect: null,
    topic: undefined,
    spoken: intent === 'talk',
    toTheEnd: false,
    aboutHearer: false,
    missing: 0,
    refused: false,
  };
}

function after(words: readonly string[], leads: readonly (readonly string[])[]): readonly string[][] {
  return leads
    .filter((lead) => lead.length < words.length && lead.every((word, i) => word === words[i]))
    .map((lead) => words.slice(lead.length));
}

function before(words: readonly string[], trails: readonly (readonly string[])[]): readonly string[][] {
  return trails
    .filter(
      (trail) =>
        trail.length < words.length && trail.every((word, i) => word === words[words.length - trail.length + i]),
    )
    .map((trail) => words.slice(0, words.length - trail.length));
}

const FEELING: Command = {
  intent: 'feel',
  fixed: 1,
  target: null,
  indirect: null,
  topic: undefined,
  spoken: true,
  toTheEnd: true,
  aboutHearer: false,
  missing: 0,
  refused: false,
};

/** Refusing an end is going on; refusing anything else is a no, about the same thing. */
function refuse(command: Command): Command {
  if (command.intent === 'stop') return { ...command, intent: 'yes', refused: false, spoken: false };
  const { direction: _direction, way: _way, ...rest } = command;
  // What is not to happen need not be asked about either.
  const settled = (meant: Meant | null): Meant | null => (meant?.is === 'which' ? null : meant);
  const [target, indirect] = [settled(rest.target), settled(rest.indirect)];
  return { ...rest, intent: 'no', target, indirect, refused: true, spoken: false };
}

const ON = new Set(['keep', 'carry', 'go', 'continue', 'start', 'begin']);

/** "Keep looking", "carry on walking", "start reading it": what is done is the second verb. */
function goingOn([first = '', ...more]: readonly string[]): readonly (readonly string[])[] {
  const rest = more[0] === 'on' ? more.slice(1) : more;
  return ON.has(first) && (rest[0]?.endsWith('ing') ?? false) ? [rest] : [];
}

/** Peelings tried for one clause: a command needs two or three, "please please please …" could ask for millions. */
const MAX_PEELINGS = 80;

/** The best reading of a clause; null when it is no command. */
export function parseClause(
  given: readonly string[],
  language: Language,
  scope: Scope,
  bare = true,
  budget = { left: MAX_PEELINGS },
): Command | null {
  if (budget.left-- <= 0) return null;
  const words = [language.gerunds.get(given[0] ?? '') ?? given[0] ?? '', ...given.slice(1)];
  const exact = byRule(given, language, scope) ?? (words[0] === given[0] ? null : byRule(words, language, scope));
  if (exact !== null && exact.missing === 0) return exact;
  if (bare && tellsFeeling(given)) return FEELING;
  for (const rest of after(given, REFUSALS)) {
    const inner = parseClause(rest, language, scope, false, budget);
    // "Not sure" refuses nothing.
    if (inner !== null && inner.missing === 0 && inner.intent !== 'yes') return refuse(inner);
  }
  let best = exact;
  const shorter = [
    ...goingOn(given).map((rest) => ({ rest, bare: false })),
    ...after(given, LEADS).map((rest) => ({ rest, bare: bare && given[0] !== 'i' && given[0] !== 'we' })),
    ...before(words, TRAILS).map((rest) => ({ rest, bare })),
  ];
  for (const attempt of shorter) {
    const command = parseClause(attempt.rest, language, scope, attempt.bare, budget);
    if (command !== null && better(command, best)) best = command;
    if (best?.missing === 0) return best;
  }
  return best ?? (bare ? bareNoun(given, language, scope) : null);
}

export function isIntent(value: string): value is Intent {
  return (INTENTS as readonly string[]).includes(value);
}
