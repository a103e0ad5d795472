// One text as the player meant it: an answer to "which one?", words said aloud, or clauses as commands in order. Text that is
// none of these changes nothing, whatever it demands.
import type { Intent, Understanding } from '../../domain/agents.ts';
import type { EntityId, WorldView } from '../../domain/world.ts';
import { PLAYER } from '../../domain/world.ts';
import { aside, seeming, wishOf } from './asides.ts';
import type { Command, Language } from './commands.ts';
import { isIntent, parseClause } from './commands.ts';
import type { Meant } from './nouns.ts';
import { meaning } from './nouns.ts';
import type { Context, Single } from './reading.ts';
import { INTERACTIONS, MAX_THEN, SURE, single, understood } from './reading.ts';
import type { Scope } from './scope.ts';
import { arrivedAt, having, scopeOf } from './scope.ts';
import { freely, quotation, vocative } from './speech.ts';
import { corrections } from './spelling.ts';
import type { Clause, Reading } from './tokens.ts';
import { read } from './tokens.ts';
import { tellsFeeling } from './tone.ts';

/** A reading that needed a spelling corrected is this much less sure. */
const CORRECTED = 0.9;
/** In longer texts no spelling is corrected: they are talk, and their slips do not matter. */
const LONGEST_COMMAND = 30;

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['former', 0],
  ['1', 0],
  ['either', 0],
  ['any', 0],
  ['whichever', 0],
  ['second', 1],
  ['latter', 1],
  ['2', 1],
  ['third', 2],
  ['3', 2],
  ['last', -1],
]);

/** The last turn, or the one whose question was asked again by "which one?". */
function questioned({ recent }: WorldView): WorldView['recent'][number] | undefined {
  return recent.find(({ intent, outcome }) => intent !== 'which' || outcome !== 'ambiguous');
}

/** "The brass one", after "which lamp?": the earlier command with its noun settled. */
function answer(words: readonly string[], context: Context): Single[] | null {
  const asked = questioned(context.view);
  if (asked?.outcome !== 'ambiguous' || !isIntent(asked.intent) || words.length > 6) return null;
  // "Take the bun", after "put down which?", is something else.
  if (words[0] === 'take' && asked.intent !== 'take') return null;
  const choices = asked.focus.filter((id) => context.scope.visible.has(id) || context.scope.ways.has(id));
  const said = words.filter(
    (word) =>
      !['i', 'mean', 'meant', 'please', 'the', 'one', 'ones', 'of', 'them', 'take', 'okay', 'um', 'uh'].includes(word),
  );
  const from = new Set(choices);
  const ordinal = said.length === 1 ? ORDINALS.get(said[0] ?? '') : undefined;
  const named = said.length === 0 ? null : (meaning(said, context.scope, { from }) ?? null);
  const meant = named?.is === 'these' ? named : meaning([...said, 'one'], context.scope, { from });
  const chosen = ordinal === undefined ? single(meant) : choices.at(ordinal);
  if (chosen === undefined || said.length === 0) return null;
  const heads = (id: EntityId): ReadonlySet<string> =>
    context.language.nouns.all.find(({ entity }) => entity.id === id)?.heads ?? new Set();
  const rivals = choices.filter((id) => [...heads(id)].some((head) => heads(chosen).has(head)));
  // With no rival by name it was asked of everything there is, and the others play no part in it.
  const rest = rivals.length < 2 ? [] : choices.filter((id) => !rivals.includes(id));
  const second = rest[0] !== undefined && choices.indexOf(rest[0]) < choices.indexOf(rivals[0] ?? chosen);
  const these = (id: EntityId): Meant => ({ is: 'these', ids: [id] });
  return understood(
    {
      intent: asked.intent,
      fixed: 1,
      target: these(second && rest[0] !== undefined ? rest[0] : chosen),
      indirect: rest[0] === undefined ? null : these(second ? chosen : rest[0]),
      topic: undefined,
      spoken: INTERACTIONS[asked.intent] === 'talk',
      toTheEnd: false,
      aboutHearer: false,
      missing: 0,
      refused: false,
    },
    context,
  );
}

const FILLERS = new Set(
  'well okay so oh ah um uh hmm hm please right now yes yeah no hey look sure alright thanks'.split(' '),
);

/** Clauses as commands in order; null when the first of them is none, for then the text is talk. */
function commands(context: Context, clauses: readonly Clause[]): Single[] | null {
  const { language } = context;
  let { scope } = context;
  const answers: { refused: boolean; singles: Single[] }[] = [];
  const told =
    clauses.length > 1
      ? clauses.filter((clause, i) => i === clauses.length - 1 || !clause.words.every((word) => FILLERS.has(word)))
      : clauses;
  const parsed: Command[] = [];
  for (const [i, clause] of told.entries()) {
    const own = clause.words.findIndex((word, at) => at > 0 && word === 'without');
    const words = own > 0 ? clause.words.slice(0, own) : clause.words;
    const previous = parsed.at(-1);
    let found = parseClause(words, language, scope);
    if (i === 0) {
      if (found === null) return null;
      if (found.toTheEnd) {
        const rest = told.slice(1).findIndex((next) => next.joint === 'then' || next.joint === 'stop');
        const whole = told.slice(0, rest < 0 ? told.length : rest + 1).flatMap((next) => [...next.words]);
        found = found.intent === 'feel' ? found : (parseClause(whole, language, scope) ?? found);
      }
    } else if (previous?.toTheEnd && clause.joint !== 'then' && clause.joint !== 'stop') {
      continue;
    } else if (found !== null && found.fixed === 0 && previous !== undefined && clause.joint !== 'stop') {
      // "take the lamp and the key": a noun alone carries the verb on.
      found = { ...previous, target: found.target, missing: 0 };
    }
    // What follows something not understood may depend on it.
    if (found === null || (i > 0 && found.missing > 0)) break;
    parsed.push(found);
    const singles = understood(found, { ...context, scope, view: scope.view });
    answers.push({ refused: found.refused, singles });
    const going = found.refused ? undefined : singles.find((one) => one.intent === 'move');
    const exit = scope.view.exits.find(
      ({ id, to, direction }) =>
        id === going?.target || to === going?.target || (going?.target === undefined && direction === going?.direction),
    );
    scope =
      exit === undefined
        ? having(
            scope,
            singles.flatMap((one) => one.entities),
          )
        : arrivedAt(scope, exit.to);
  }
  if (answers.length === 0) return null;
  const wanted = answers.filter(({ refused }) => !refused);
  return (wanted.length > 0 ? wanted : answers.slice(0, 1)).flatMap(({ singles }) => singles);
}

/** "I want to leave my husband", "I'm going to quit smoking" are no search for a thing of that name. */
const OWN_LIFE = new Set(
  'husband wife partner boyfriend girlfriend ex mother mum mom father dad parents brother sister son daughter kids children family job boss work school marriage friend friends life therapist doctor'.split(
    ' ',
  ),
);
const speaksOfOwnLife = (words: readonly string[]): boolean =>
  words.some(
    (word, i) => (word === 'my' && OWN_LIFE.has(words[i + 1] ?? '')) || (word === 'quit' && i < words.length - 1),
  );

const ASKED_OF = new Set(['is', 'are', 'was', 'does']);
const POINTING = new Set(['there', 'this', 'it', 'that']);

const POLITE = new Set<Intent>(['feel', 'thank', 'apologise', 'greet', 'yes', 'no', 'unknown']);

/** Longer texts are talk, whatever their last words are. */
const BRIEF = 12;

/** "I'm out of time, stop": one of several clauses is a plain wish to stop. */
function parting(context: Context): Single | null {
  const { clauses, words } = context.reading;
  if (clauses.length < 2 || words.length > BRIEF || tellsFeeling(words)) return null;
  for (const clause of clauses) {
    const found = parseClause(clause.words, context.language, context.scope);
    if (found?.intent !== 'stop' || found.refused || found.missing > 0) continue;
    const [stop] = understood(found, context);
    if (stop !== undefined) return { ...stop, confidence: SURE.aside };
  }
  return null;
}

function interpret(reading: Reading, language: Language, view: WorldView, scope: Scope): Single[] {
  const context: Context = { reading, language, scope, view };
  const { clauses, words } = reading;
  const asks = clauses.some((clause) => clause.asks);
  const said = quotation(context);
  if (said !== null) return [said];
  const chosen = answer(words, context);
  if (chosen !== null) return chosen;
  const called = vocative(context);
  if (called !== null) return [called];
  const commanded = commands(context, clauses);
  const first = commanded?.[0];
  if (commanded === null || first === undefined)
    return [aside(context) ?? parting(context) ?? seeming(context) ?? freely(words, asks, context)];
  // "Sorry, I have to go": what is said beside it outweighs a politeness or a command that came to nothing.
  const slight =
    first.unresolved ||
    first.ambiguous !== undefined ||
    first.confidence < SURE.refused ||
    first.target === PLAYER ||
    ((first.intent === 'who' || first.intent === 'where') && first.topic === undefined);
  // "Help, I need to calm down" is more than the first word of it.
  const more = first.intent === 'gamehelp' && clauses.length > 1;
  // "Is this therapy", with one thing in sight that "this" could be.
  const pointing = first.intent === 'examine' && ASKED_OF.has(words[0] ?? '') && POINTING.has(words[1] ?? '');
  const beside =
    slight || more || pointing || POLITE.has(first.intent)
      ? (aside(context) ?? (slight || more ? (parting(context) ?? seeming(context)) : null))
      : null;
  if (beside !== null) return [beside];
  if (first.unresolved && speaksOfOwnLife(words)) return [freely(words, asks, context)];
  return commanded.map((one) => {
    const wish = wishOf(one.intent, context);
    return wish === undefined ? one : { ...one, wish };
  });
}

/** What a command here is most likely made of: verbs, and the names of what is in sight. */
function wordsNear({ byFirstWord, nouns }: Language, { visible, ways }: Scope): ReadonlySet<string> {
  const named = nouns.all.filter(({ entity }) => visible.has(entity.id) || ways.has(entity.id));
  return new Set([...byFirstWord.keys(), ...named.flatMap(({ heads, modifiers }) => [...heads, ...modifiers])]);
}

function worth(found: readonly Single[]): number {
  const first = found[0];
  return first === undefined ? 0 : first.confidence - (first.unresolved ? 0.05 : 0);
}

export function understand(text: string, language: Language, view: WorldView): Understanding {
  const scope = scopeOf(language.nouns, view);
  const reading = read(text);
  let best = interpret(reading, language, view, scope);
  if (worth(best) <= SURE.spokenFreely && reading.words.length <= LONGEST_COMMAND) {
    const near = wordsNear(language, scope);
    const ways = reading.clauses.map(({ words }) => corrections(words, language.known, near));
    for (let choice = 0; choice < Math.max(0, ...ways.map(({ length }) => length)); choice++) {
      const clauses = reading.clauses.map((clause, i) => ({
        ...clause,
        words: ways[i]?.[choice] ?? ways[i]?.[0] ?? clause.words,
      }));
      const words = clauses.flatMap((clause) => [...clause.words]);
      const again = interpret({ ...reading, clauses, words }, language, view, scope);
      if (worth(again) * CORRECTED > worth(best))
        best = again.map((one) => ({ ...one, confidence: one.confidence * CORRECTED }));
    }
  }
  const [first, ...rest] = best;
  // `interpret` answers at least one reading for any text.
  // biome-ignore lint/suspicious/noThenProperty: the contract's name for follow-on commands; an array, so no promise takes it for its own.
  return { ...first!, then: rest.slice(0, MAX_THEN) };
}
