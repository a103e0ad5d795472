// Compares what was told with the world it was told of. It knows plain English forms only and never the narrator, so that
// a fault of the narrator cannot hide in it; what it cannot read it passes over.
import type { EntityId, WorldView } from '../domain/world.ts';
import { PLAYER } from '../domain/world.ts';
import type { AuthoredWorld } from './types.ts';

export type FactRule = 'held' | 'gone' | 'carried' | 'lock' | 'who' | 'where' | 'ways' | 'promise' | 'told' | 'lamp';

export interface Contradiction {
  rule: FactRule;
  entity: EntityId;
  /** The sentence that cannot be so. */
  sentence: string;
}

/** One turn: its text, and the graph's view when it began and when it ended. */
export interface ToldTurn {
  text: string;
  before: WorldView;
  after: WorldView;
}

interface Said {
  /** The narrator's own words, without direct speech: what people say may be wrong. */
  sentences: readonly string[];
  turn: ToldTurn;
  world: AuthoredWorld;
}

type Check = (said: Said) => Contradiction[];

/** Every statement of the text that view and text cannot both be right about. */
export function checkFacts(turn: ToldTurn, world: AuthoredWorld): Contradiction[] {
  const plain = turn.text.replace(/[’‘]/g, "'").replace(/["“][^"”]*["”]/g, ' … ');
  const sentences = plain.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence));
  return CHECKS.flatMap((check) => check({ sentences, turn, world }));
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const nameIn = (name: string): string => `(?:${escaped(name)}|${escaped(name.replace(/^the /, ''))})`;
const ownerOf = ({ things }: WorldView, id: EntityId): EntityId | undefined => things.find((t) => t.id === id)?.at;
/** A character's change in this turn, so that leaving and arriving may both be told. */
const hereIn = ({ turn: { before, after } }: Said, id: EntityId): boolean =>
  [before, after].some(({ characters }) => characters.some((c) => c.id === id));

/** "The fiddle string" is not the fiddle. */
function notMore(name: string, { things: all }: AuthoredWorld): string {
  const more = Object.values(all).flatMap((other) =>
    other.name.startsWith(`${name} `) ? [escaped(other.name.slice(name.length))] : [],
  );
  return more.length === 0 ? '' : `(?!${more.join('|')})`;
}

/** Each thing whose name stands in a form such as "You take …", with the sentence. */
function things(said: Said, form: (name: string) => string): [EntityId, string][] {
  return Object.entries(said.world.things).flatMap(([id, { name }]) =>
    said.sentences
      .filter((sentence) => new RegExp(form(nameIn(name) + notMore(name, said.world)), 'iu').test(sentence))
      .map((sentence): [EntityId, string] => [id, sentence]),
  );
}

const finding =
  (rule: FactRule) =>
  ([entity, sentence]: [EntityId, string]): Contradiction => ({ rule, entity, sentence });

/** "You take the matches": then they are yours. */
const taking: Check = (said) =>
  things(said, (name) => `^(?:you (?:take|pick up) (?:the )?${name}\\b(?! out)|into your pocket: ${name})`)
    .filter(([id]) => ownerOf(said.turn.after, id) !== PLAYER)
    .map(finding('held'));

/** "A box of matches lies on the shelf", "You can also see the matches": then they are not in anybody's hands. */
const lying: Check = (said) =>
  things(
    said,
    (name) =>
      `(?:you (?:can also )?see [^.]*${name}|^here, too: [^.]*${name}|${name}[^.,]* (?:lies|hangs|stands) (?:on|in|over|here))`,
  )
    // A thing of another place may be spoken of; one in somebody's hands does not lie about.
    .filter(([id]) => ownerOf(said.turn.after, id) === PLAYER || ownerOf(said.turn.after, id) === undefined)
    .filter(([id]) => said.world.things[id]?.portable === true)
    .map(finding('gone'));

/** "You are carrying …": all of it is carried, and nothing is left out. */
const carrying: Check = (said) => {
  const { after } = said.turn;
  return said.sentences.flatMap((sentence) => {
    const empty = /^(?:your pockets are empty|nothing in your pockets)/i.test(sentence);
    // "Still the shell" lists what is carried only where that was asked.
    const still = after.recent[0]?.outcome === 'inventory' ? '|still' : '';
    const listed = new RegExp(`^(?:you are carrying|you have${still}|you go through your pockets:) (.+)$`, 'i').exec(
      sentence,
    )?.[1];
    if (!empty && listed === undefined) return [];
    return Object.entries(said.world.things).flatMap(([id, { name, portable }]) => {
      const named = listed !== undefined && new RegExp(`\\b${escaped(name)}\\b`, 'iu').test(listed);
      const held = ownerOf(after, id) === PLAYER;
      // "You have the letter already" names one thing and lists none.
      const whole = empty || /^you are carrying|^you go through/i.test(sentence);
      return portable && (named ? !held : held && whole) ? [finding('carried')([id, sentence])] : [];
    });
  });
};

/** A door that is told open is not locked, and one told locked is. */
const locks: Check = (said) =>
  said.turn.after.exits.flatMap((exit) => {
    const authored = said.world.exits[exit.id];
    if (exit.hidden || authored?.name == null) return [];
    // The tower door is told as "the green door" too: an author's adjective with the last word of the name.
    const noun = authored.name.split(' ').at(-1) ?? '';
    const names = [authored.name, ...authored.adjectives.map((adjective) => `the ${adjective} ${noun}`)].map(escaped);
    const form = (state: string): RegExp => new RegExp(`(?:${names.join('|')})(?: at its foot)? (?:${state})`, 'iu');
    const wrong = exit.locked
      ? form('stands (?:ajar|open)|is (?:open|unlocked)|comes open|swings')
      : form('is (?:shut|locked)|does not (?:move|budge)|has rusted');
    return said.sentences.filter((s) => wrong.test(s)).map((s) => finding('lock')([exit.id, s]));
  });

/** Whoever does something here is here. A name at the head of a sentence, with a verb of the present, is a deed. */
const present: Check = (said) =>
  // What is told again of the story so far is told of people elsewhere.
  said.turn.after.recent[0]?.outcome === 'recap'
    ? []
    : Object.entries(said.world.characters).flatMap(([id, { name }]) =>
        said.sentences
          .filter((s) =>
            new RegExp(
              `^(?:${escaped(name)} (?:is|sits|nods|looks up|stands|shakes|takes|waves)|here is ${escaped(name)}|there is ${escaped(name)}|you greet ${escaped(name)})\\b`,
              'u',
            ).test(s.replace(/^(Here is|There is|You greet)/, (m) => m.toLowerCase())),
          )
          .filter((s) => !/\bnot here\b|nowhere in sight|has your word/.test(s) && !hereIn(said, id))
          .map((s) => finding('who')([id, s])),
      );

/** "You are at the quay", "You come to …": that is where the player is. */
const whereabouts: Check = (said) =>
  Object.entries(said.world.places).flatMap(([id, { name }]) =>
    said.sentences
      .filter((s) =>
        new RegExp(
          `^(?:you are at|you come to|you return to|you are there already:|back to) ${escaped(name)}\\b`,
          'iu',
        ).test(s),
      )
      .filter(() => said.turn.after.place.id !== id)
      .map((s) => finding('where')([id, s])),
  );

/** "You can go north to …": such a way is there, open to the eye, and leads there. */
const waysOn: Check = (said) =>
  said.sentences.flatMap((sentence) => {
    const list = /you can go (.+)$/i.exec(sentence)?.[1];
    if (list === undefined) return [];
    const ways = said.turn.after.exits.filter(({ hidden }) => !hidden);
    return [
      ...list.matchAll(/\b(north|south|east|west|up|down|in|out) to ((?:the )?[\p{L}' ]+?)(?= or |,|\.|$)/giu),
    ].flatMap(([, direction = '', place = '']) =>
      ways.some(
        (way) =>
          way.direction === direction.toLowerCase() &&
          said.world.places[way.to]?.name.toLowerCase() === place.toLowerCase(),
      )
        ? []
        : [finding('ways')([direction, sentence])],
    );
  });

/** "Idris has your word": then a promise to Idris is kept in the world. */
const promises: Check = (said) =>
  Object.entries(said.world.characters).flatMap(([id, { name }]) => {
    const { characters, storylines } = said.turn.after;
    const given =
      characters.find((c) => c.id === id)?.properties.promised === true || storylines.promises?.[id] === true;
    return said.sentences
      .filter((s) => new RegExp(`^${escaped(name)} has (?:your word|a promise of yours)`, 'u').test(s) && !given)
      .map((s) => finding('promise')([id, s]));
  });

/** Told to somebody by the player, a fact is known to them; what they had to be told they did not know before. */
const tellings: Check = ({ turn: { text, before, after }, world }) => {
  const last = after.recent[0];
  const [who = '', fact = ''] = last?.focus ?? [];
  if (last?.outcome !== 'told' || last.turnSeq === before.recent[0]?.turnSeq || world.facts[fact] === undefined)
    return [];
  const knows = ({ characters }: WorldView): boolean =>
    characters.find((c) => c.id === who)?.knows.includes(fact) === true;
  return knows(after) && !knows(before) ? [] : [finding('told')([who, text])];
};

/** The beam of a lamp that is not lit, or the dark of one that is. */
const light: Check = (said) => {
  const lit = said.turn.after.storylines.lamp?.lit === true;
  const wrong = lit
    ? /\bno light in it\b|glass at the top of it is dark/i
    : /\bthe light (?:goes|swings|turns|comes) (?:round|out over|over)|the great lamp turns/i;
  if (said.world.storylines.lamp === undefined) return [];
  return said.sentences.filter((s) => wrong.test(s)).map((s) => finding('lamp')(['lamp', s]));
};

const CHECKS: readonly Check[] = [
  taking,
  lying,
  carrying,
  locks,
  present,
  whereabouts,
  waysOn,
  promises,
  tellings,
  light,
];
