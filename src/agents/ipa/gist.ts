// The last resort before free words are taken for talk: what a sentence is about when no phrase of the tables is in it. Two cues
// are needed, never one, and a wish to stop must hold nothing but words of parting, so that it is never read into distress.
import type { Intent } from '../../domain/agents.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export interface Gist {
  intent: Intent;
  wish: string | undefined;
}

const ASKING = set('is are am was were do does did can could will would may who what when where how which have has or');
const REQUEST = set('can could help show teach give let want need try any some may learn like');
const ONESELF = set('i me we us myself together');
/** A tale of other people, or of earlier, asks nothing of the game. */
const ELSEWHERE = set(`
  he she him his her they them their went used told said says yesterday mother mum mom father dad brother sister son daughter
  husband wife friend boss uncle aunt boy girl`);

const MACHINE = set(
  'bot bots robot robots ai machine computer computers software program programmed code coded chatbot algorithm',
);
const PERSON = set('human humans person people man woman therapist somebody someone');
const GENUINE = set('real actual genuine fake behind written typing machine computer bot robot answering');
const ADDRESSED = set('you your this these it i or');

/** Which word of a question about the game is answered by what. */
const GAME: ReadonlyMap<string, string | undefined> = new Map(
  Object.entries({
    saving: 'save saved saving autosave progress',
    readers: 'private privacy confidential anonymous answers',
    ending: 'ending endings chapter chapters finished',
    losing: 'score scores points lose losing win winning mistake',
    undoing: 'undo',
    restarting: 'restart',
    exercises: 'exercises',
    therapy: 'therapy treatment medical',
    page: 'settings font',
    '': 'game app commands command',
  }).flatMap(([wish, words]) => words.split(' ').map((word) => [word, wish === '' ? undefined : wish] as const)),
);

/** What a player can call their own in it. */
const MINE = set('progress game story place answers answer words messages data turn turns move account settings text');

const PRACTICE = set(`
  breathe breathing breath breaths calm calmer relax relaxed relaxation relaxing meditate meditation mindful mindfulness ground
  grounding exercise exercises technique techniques coping reframe senses nerves stress overthinking unwind soothe practise
  practice perspective`);

const PARTING = set('stop stopping quit quitting finish finished leave sleep bed bedtime playing going done');
/** With these nothing else is meant by a word of parting. */
const PARTING_ONLY = set(`
  i we me us am are is have to must should better want need would like prefer rather think guess let can could please now today
  tonight here enough for the a of off with time soon get go will be now right again game session story long too late and my
  thank thanks okay ok bye day night all from`);

const some = (words: readonly string[], among: { has(word: string): boolean }): boolean =>
  words.some((word) => among.has(word));

/** Null where nothing is plain enough. `words` are without those that only soften; `asks` says whether it ended in a question mark. */
export function gistOf(words: readonly string[], asks: boolean): Gist | null {
  const parting = words.filter((word) => PARTING.has(word));
  if (parting.length > 0 && words.length > 1 && words.every((word) => PARTING.has(word) || PARTING_ONLY.has(word)))
    return { intent: 'stop', wish: undefined };
  if (some(words, ELSEWHERE)) return null;
  const question = asks || ASKING.has(words[0] ?? '');
  const machine = some(words, MACHINE) && some(words, ADDRESSED) && (question || some(words, set('you this')));
  if (machine || (question && some(words, PERSON) && some(words, GENUINE)))
    return { intent: 'areyoureal', wish: undefined };
  if (some(words, PRACTICE) && some(words, REQUEST) && (some(words, ONESELF) || question))
    return { intent: 'technique', wish: undefined };
  const about = words.find((word) => GAME.has(word));
  // "How do I save my marriage" is no question about the game.
  if (words.some((word, i) => word === 'my' && !MINE.has(words[i + 1] ?? ''))) return null;
  return question && about !== undefined ? { intent: 'gamehelp', wish: GAME.get(about) } : null;
}
