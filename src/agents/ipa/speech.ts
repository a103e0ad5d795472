// Words said aloud: in quotation marks, to somebody by name, or simply said. Never a command of the player's own.
import type { Intent } from '../../domain/agents.ts';
import type { EntityId } from '../../domain/world.ts';
import type { Command } from './commands.ts';
import { parseClause } from './commands.ts';
import type { Meant } from './nouns.ts';
import { meaning } from './nouns.ts';
import type { Context, Single } from './reading.ts';
import { addressee, kindOf, SURE, single, understood } from './reading.ts';
import type { Clause } from './tokens.ts';
import { tellsFeeling, toneOf } from './tone.ts';
import { topicIn } from './topics.ts';
import { COMMON_WORDS, INTERJECTIONS } from './words.ts';

const command = (intent: Intent, target: Meant | null, topic?: EntityId): Command => ({
  intent,
  fixed: 1,
  target,
  indirect: null,
  topic,
  spoken: true,
  toTheEnd: true,
  aboutHearer: false,
  missing: 0,
  refused: false,
});

const QUESTION = new Set(
  'what where who whom whose why how when which is are was were do does did can could would will should have has'.split(
    ' ',
  ),
);
/** A sentence has somebody or something it is about. */
const SUBJECTS = new Set(
  'i we you he she it they this that there is are was were am has have had my your his her our their nobody somebody someone everyone'.split(
    ' ',
  ),
);
const SPEECH_ACTS = new Set<Intent>(['greet', 'thank', 'apologise', 'promise', 'feel', 'yes', 'no', 'areyoureal']);
/** Talk to the machinery instead of to the story. It is only text, and the reading of it is not trusted. */
const MACHINERY = new Set(
  'instruction instructions prompt prompts system developer jailbreak override json assistant admin sudo ignore disregard'.split(
    ' ',
  ),
);

/** Whether most words are English ones. Names of this world count. */
function isEnglish(words: readonly string[], { language, reading }: Context): boolean {
  const known = words.filter((word) => COMMON_WORDS.has(word) || language.nouns.words.has(word)).length;
  return reading.latin > 0.8 && known * 2 >= words.length;
}

/** Words that are no command: a feeling, a question or a remark, said to whoever is here. */
export function freely(words: readonly string[], asks: boolean, context: Context, to?: EntityId): Single {
  const target = to ?? addressee(context);
  const topic = topicIn(
    words.filter((word) => !COMMON_WORDS.has(word) || context.language.nouns.words.has(word)),
    context.scope,
  );
  const about = topic === target ? undefined : topic;
  const make = (intent: Intent, confidence: number): Single => {
    const whom: Meant | null = target === undefined ? null : { is: 'these', ids: [target] };
    const [first] = understood(command(intent, whom, about), context);
    // `understood` answers at least one for one target.
    return { ...first!, confidence };
  };
  const nothing = (confidence: number): Single => {
    const { target: _target, ...rest } = make('unknown', confidence);
    return { ...rest, interaction: 'play', spoken: false, entities: rest.entities.filter((id) => id !== target) };
  };
  if (!isEnglish(words, context)) return nothing(SURE.strange);
  if (words.some((word) => MACHINERY.has(word))) return nothing(SURE.strange);
  if (tellsFeeling(words)) return make('feel', SURE.feeling);
  // "What a lovely place" asks nothing.
  const exclaims = words[0] === 'what' && (words[1] === 'a' || words[1] === 'an');
  const question = !exclaims && (asks || QUESTION.has(words[0] ?? ''));
  const remark = exclaims || words.some((word) => SUBJECTS.has(word) || word.endsWith('ed'));
  if (context.view.characters.length > 0) {
    if (question) return make('ask', SURE.spokenFreely);
    // "Hide under the rug" is an act that the lexicon has no pattern for; it is not a thing one says.
    if (words.length === 1 && INTERJECTIONS.has(words[0] ?? '')) return make('say', SURE.guess);
    if (words.length < 2 || (!remark && context.language.byFirstWord.has(words[0] ?? ''))) return nothing(SURE.none);
    return make('say', remark ? SURE.spokenFreely : SURE.guess);
  }
  if (question && words.includes('i')) return { ...make('hint', SURE.guess), spoken: false };
  const emotional = words.includes('i') && !['neutral', 'curious', 'playful'].includes(toneOf(words, asks));
  if (emotional) return make('feel', SURE.guess);
  return nothing(SURE.none);
}

/** Words in quotation marks, or after a name and a comma: never a command of the player's own. */
function aloud(words: readonly string[], asks: boolean, context: Context, to?: EntityId, told = false): Single {
  const act = parseClause(words, context.language, context.scope);
  const target = to ?? addressee(context);
  // "Are you real?" is answered plainly, unless the player tells that it is asked of somebody in the story.
  const within = told && act?.intent === 'areyoureal';
  if (act !== null && SPEECH_ACTS.has(act.intent) && !act.refused && !within) {
    const [first] = understood(
      { ...act, target: act.target ?? (target === undefined ? null : { is: 'these', ids: [target] }), spoken: true },
      context,
    );
    if (first !== undefined) return first;
  }
  // "Mara, this is for you": the words go with the gesture.
  if (act?.intent === 'give' && act.spoken && act.indirect === null) {
    const to: Meant | null = target === undefined ? null : { is: 'these', ids: [target] };
    const [given] = understood({ ...act, indirect: to }, context);
    if (given !== undefined) return given;
  }
  const free = freely(words, asks, context, target);
  if (free.intent !== 'unknown') return free;
  const [said] = understood(
    command('say', target === undefined ? null : { is: 'these', ids: [target] }, free.topic),
    context,
  );
  return said === undefined ? free : { ...said, confidence: Math.max(free.confidence, SURE.guess) };
}

const SAYING = new Set('say ask tell shout whisper call answer reply murmur yell'.split(' '));

export function quotation(context: Context): Single | null {
  const { quoted, unquoted, clauses } = context.reading;
  if (quoted === null) return null;
  const asks = clauses.some((clause) => clause.asks);
  if (unquoted.length === 0) return aloud(quoted, asks, context);
  if (!unquoted.some((word) => SAYING.has(word)) || unquoted.length > 8) return null;
  const named = topicIn(
    unquoted.filter((word) => !SAYING.has(word) && word !== 'i' && word !== 'to'),
    context.scope,
  );
  const pronoun = unquoted.find((word) => ['him', 'her', 'them'].includes(word));
  const meant =
    pronoun === undefined
      ? null
      : single(meaning([pronoun], context.scope, { from: context.scope.visible, kinds: ['character'] }));
  const to =
    kindOf(named, context) === 'character' && context.scope.visible.has(named ?? '') ? named : (meant ?? undefined);
  // Said to her, where she is not: whoever is here has not been spoken to.
  const absent = kindOf(named, context) === 'character' || pronoun === 'her' || pronoun === 'him';
  if (to === undefined && absent) {
    const [unheard] = understood({ ...command('say', null), missing: 1 }, context);
    if (unheard !== undefined) return unheard;
  }
  return aloud(quoted, asks, context, to, true);
}

/** "Mara, open the door": said to her, not done by the player. */
export function vocative(context: Context): Single | null {
  const { clauses } = context.reading;
  const first = clauses[0];
  const last = clauses.at(-1);
  if (first === undefined || last === undefined || clauses.length < 2) return null;
  const called = (clause: Clause): EntityId | undefined => {
    const id = single(
      meaning(clause.words, context.scope, { from: context.scope.visible, kinds: ['character'], strict: true }),
    );
    return clause.words.length <= 3 && !['him', 'her', 'them', 'it'].includes(clause.words[0] ?? '') ? id : undefined;
  };
  const asks = clauses.some((clause) => clause.asks);
  const wordsOf = (list: readonly Clause[]): string[] => list.flatMap((clause) => [...clause.words]);
  const head = clauses[1]?.joint === 'comma' ? called(first) : undefined;
  if (head !== undefined) return aloud(wordsOf(clauses.slice(1)), asks, context, head);
  const tail = last.joint === 'comma' ? called(last) : undefined;
  // "Take the lamp, Mara" is said to her, "examine Tom, Mara" is a list.
  if (tail === undefined || clauses.some((clause) => clause !== last && called(clause) !== undefined)) return null;
  const rest = wordsOf(clauses.slice(0, -1));
  const own = parseClause(rest, context.language, context.scope);
  return own !== null && single(own.target) !== undefined && kindOf(single(own.target), context) === 'character'
    ? null
    : aloud(rest, asks, context, tail);
}
