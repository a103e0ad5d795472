// A command put into the contract's form, seen in this view: what its verb comes to with such an object, which exit it takes,
// who is spoken to, how sure it is.
import type { Intent, InteractionType, Understanding } from '../../domain/agents.ts';
import type { EntityId, WorldView } from '../../domain/world.ts';
import type { Command, Language } from './commands.ts';
import type { Meant } from './nouns.ts';
import type { Scope } from './scope.ts';
import type { Reading } from './tokens.ts';
import { toneOf } from './tone.ts';

export type Single = Omit<Understanding, 'then'>;

/** The contract's limit on follow-on commands. */
export const MAX_THEN = 2;

export const INTERACTIONS: Readonly<Partial<Record<Intent, InteractionType>>> = {
  talk: 'talk',
  ask: 'talk',
  tell: 'talk',
  say: 'talk',
  greet: 'talk',
  thank: 'talk',
  apologise: 'talk',
  promise: 'talk',
  feel: 'talk',
  recap: 'about_game',
  undo: 'about_game',
  hint: 'about_game',
  gamehelp: 'about_game',
  skip: 'about_game',
  gentler: 'about_game',
  which: 'about_game',
  technique: 'technique',
  stop: 'stop',
  areyoureal: 'real',
};

/** How sure a reading is. Below 0.5 a model may be asked instead. */
export const SURE = {
  exact: 0.95,
  which: 0.8,
  bareNoun: 0.6,
  missing: 0.6,
  refused: 0.8,
  spokenFreely: 0.65,
  feeling: 0.85,
  aside: 0.85,
  seeming: 0.66,
  guess: 0.5,
  none: 0.3,
  strange: 0.15,
} as const;
export interface Context {
  reading: Reading;
  language: Language;
  scope: Scope;
  view: WorldView;
}

export const kindOf = (id: EntityId | undefined, { language }: Context) =>
  id === undefined ? undefined : language.nouns.byId.get(id)?.kind;

/** Whom words are said to when nobody is named: the character last spoken of, else the only one here. */
export function addressee({ scope, view }: Context): EntityId | undefined {
  const here = view.characters.map((character) => character.id).filter((id) => scope.visible.has(id));
  return scope.focus.find((id) => here.includes(id)) ?? (here.length === 1 ? here[0] : undefined);
}

export const single = (meant: Meant | null): EntityId | undefined => (meant?.is === 'these' ? meant.ids[0] : undefined);

const isLocked = (id: EntityId | undefined, view: WorldView): boolean =>
  view.exits.some((exit) => exit.id === id && exit.locked) ||
  view.things.some((thing) => thing.id === id && thing.properties.locked === true);

/** What the kind of its object makes of a verb: going to a person is talking to them, "leave the lamp" is dropping it. */
function fitted(command: Command, context: Context): Command {
  const { view } = context;
  const target = single(command.target);
  const kind = kindOf(target, context);
  if (command.intent === 'move' && kind === 'character' && context.scope.visible.has(target ?? ''))
    return { ...command, intent: 'talk', spoken: true };
  // "Give Mara" names to whom, not what.
  if (command.intent === 'give' && kind === 'character' && command.indirect === null) {
    return { ...command, target: null, indirect: command.target };
  }
  if (command.aboutHearer && view.characters.length === 0) return { ...command, intent: 'areyoureal', spoken: false };
  if (command.intent === 'move' && kind === 'thing') return { ...command, intent: 'examine' };
  if (command.intent === 'drop' && (kind === 'place' || kind === 'exit')) {
    if (target === view.place.id) return { ...command, intent: 'move', target: null, way: 'out' };
    // Nobody leaves a place by going there: the answer is where one is.
    return kind === 'place' ? { ...command, intent: 'where', target: null } : { ...command, intent: 'move' };
  }
  if (command.intent === 'use' && (kind === 'place' || kind === 'exit'))
    return { ...command, intent: kind === 'place' ? 'move' : 'use' };
  if (command.intent === 'open' && command.indirect !== null && isLocked(target, view))
    return { ...command, intent: 'unlock' };
  if (['open', 'close', 'lock', 'unlock'].includes(command.intent) && kind === 'place') {
    const exit = view.exits.find(({ to, hidden }) => to === target && !hidden);
    return exit === undefined ? command : { ...command, target: { is: 'these', ids: [exit.id] } };
  }
  return command;
}

/** The exit a move takes: by name, by place, by "out" or by the way the player came. */
function routed(command: Command, context: Context): Pick<Single, 'direction' | 'target'> {
  const exits = context.view.exits.filter((exit) => !exit.hidden);
  const target = single(command.target);
  if (command.way === 'back') {
    const last = context.view.recent
      .flatMap((turn) => turn.changes)
      .find((c) => c.type === 'move' && c.entity === 'player' && c.to === context.view.place.id);
    const exit =
      last?.type === 'move' ? exits.find(({ to }) => to === last.from) : exits.length === 1 ? exits[0] : undefined;
    return exit === undefined ? {} : { direction: exit.direction, target: exit.to };
  }
  if (command.way === 'out') {
    const exit = exits.find(({ direction }) => direction === 'out') ?? (exits.length === 1 ? exits[0] : undefined);
    return exit === undefined ? { direction: 'out' } : { direction: exit.direction, target: exit.to };
  }
  const exit = exits.find(({ id, to }) => id === target || to === target);
  const direction = exit?.direction ?? command.direction;
  return { ...(direction === undefined ? {} : { direction }), ...(target === undefined ? {} : { target }) };
}

function sureness(command: Command): number {
  if (command.intent === 'unknown') return SURE.none;
  if (command.missing > 0) return SURE.missing;
  if (command.refused) return SURE.refused;
  if (command.target?.is === 'which' || command.indirect?.is === 'which') return SURE.which;
  if (command.intent === 'feel') return SURE.feeling;
  return command.fixed === 0 ? SURE.bareNoun : SURE.exact;
}

/** The contract's form of a command; several when its object was several ("take both", "drop them"). */
export function understood(found: Command, context: Context): Single[] {
  const command = fitted(found, context);
  const somebody = addressee(context);
  const indirect =
    single(command.indirect) ?? (command.intent === 'give' && command.indirect === null ? somebody : undefined);
  const which = [command.target, command.indirect].find((meant) => meant?.is === 'which');
  const moved = command.intent === 'move' || command.direction !== undefined ? routed(command, context) : {};
  const these: readonly EntityId[] = command.target?.is === 'these' ? command.target.ids : [];
  // More than a turn's commands hold is one command about all of them.
  const all = command.intent === 'take' && these.length > 1 + MAX_THEN;
  const targets: readonly (EntityId | undefined)[] = all || these.length === 0 ? [undefined] : these;
  return targets.slice(0, 1 + MAX_THEN).map((id): Single => {
    const said = command.spoken && !command.refused && command.target === null && command.missing === 0;
    const toWhom = said ? somebody : answered(command, context);
    const target = command.intent === 'move' ? moved.target : (id ?? toWhom);
    const topic = command.aboutHearer ? target : command.topic;
    const candidates = which?.is === 'which' ? which.ids : all ? these : [];
    // The order tells an answer ("the brass one") which part it fills: candidates stand where their noun stood.
    const inOrder = which === command.indirect ? [target, ...candidates] : [...candidates, target, indirect];
    const mentioned = [...inOrder, indirect, topic].filter((e) => e !== undefined);
    const entities = [...new Set(mentioned)].filter((e) => inView(e, context));
    return {
      intent: command.intent,
      interaction: INTERACTIONS[command.intent] ?? 'play',
      ...(target === undefined ? {} : { target }),
      ...(indirect === undefined ? {} : { indirect }),
      ...(moved.direction === undefined ? {} : { direction: moved.direction }),
      ...(topic === undefined ? {} : { topic }),
      spoken: (command.spoken || toWhom !== undefined) && command.missing === 0 && context.view.characters.length > 0,
      entities,
      ...(all ? { wish: 'all' } : candidates.length > 0 ? { ambiguous: candidates } : {}),
      ...(command.intent === 'drop' && command.way === 'back' ? { wish: 'back' } : {}),
      unresolved: command.missing > 0,
      tone: toneOf(
        context.reading.words,
        context.reading.clauses.some((clause) => clause.asks),
      ),
      confidence: sureness(command),
    };
  });
}

/** Turns of talk, after which a bare yes or no is said to the same person. */
const CONVERSATION: ReadonlySet<string> = new Set(
  Object.entries(INTERACTIONS)
    .flatMap(([intent, kind]) => (kind === 'talk' ? [intent] : []))
    .concat('yes', 'no'),
);

function answered({ intent, target, refused }: Command, { view }: Context): EntityId | undefined {
  if ((intent !== 'yes' && intent !== 'no') || refused || target !== null) return undefined;
  const last = view.recent[0];
  const whom = last !== undefined && CONVERSATION.has(last.intent) ? last.focus[0] : undefined;
  return view.characters.find(({ id }) => id === whom)?.id;
}

/** Seen, reachable, or a fact that somebody here or the player knows. */
function inView(id: EntityId, { scope, view }: Context): boolean {
  return (
    scope.visible.has(id) ||
    scope.ways.has(id) ||
    scope.beyond.has(id) ||
    id === 'player' ||
    view.playerKnows.includes(id) ||
    view.characters.some((c) => c.knows.includes(id))
  );
}
