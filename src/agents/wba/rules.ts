// One command against one view: what changes, and what happened as a code. Authored interactions come first, then the
// common rules of this folder, each of which knows one family of verbs.
import type { Intent } from '../../domain/agents.ts';
import type { EntityId, WorldChange } from '../../domain/world.ts';
import type { AuthoredWorld, Interaction } from '../../story/index.ts';
import { againWith } from './again.ts';
import { answer, isToTheGame } from './answering.ts';
import type { Command, Decision } from './decision.ts';
import { failed, told } from './decision.ts';
import { close, drop, examine, give, lock, open, sense, take, unlock } from './handling.ts';
import { move } from './moving.ts';
import type { Scope } from './scope.ts';
import { changesOf, scopeOf } from './scope.ts';
import { ask, greet, promise, reply, say, soften, talk, tell, thank } from './talking.ts';
import { undo } from './undo.ts';
import { applyToView } from './view.ts';
import { which } from './which.ts';

type Rule = (command: Command, scope: Scope) => Decision;

const plain =
  (code: string): Rule =>
  () =>
    told(code);
/** Verbs that have no effect unless an author gave them one. */
const without =
  (code: string): Rule =>
  (command, scope) =>
    command.target === undefined
      ? failed('with_what', [])
      : scope.present(command.target)
        ? failed(code, [command.target, command.indirect])
        : failed('not_here', [command.target]);

/** What was done last of what stands, once more, also where an author gave it an effect. */
const again: Rule = (_command, scope) => {
  const command = againWith(scope);
  return command === null ? failed('again_what') : decide(command, scope);
};

const RULES: Readonly<Record<Intent, Rule>> = {
  move,
  look: (command, scope) =>
    command.target === undefined ? told('looked', [scope.view.place.id]) : examine(command, scope),
  examine,
  search: (command, scope) => sense('search')(command, scope),
  take: (command, scope) => (command.wish === 'all' ? takeAll(command, scope) : take(command, scope)),
  drop,
  give,
  put: drop,
  use: without('no_effect'),
  open,
  close,
  lock,
  unlock,
  read: sense('read'),
  light: without('cannot_light'),
  eat: without('cannot_eat'),
  drink: without('cannot_drink'),
  listen: sense('listen'),
  smell: sense('smell'),
  touch: sense('touch'),
  talk,
  ask,
  tell,
  say,
  greet,
  thank,
  apologise: soften,
  promise,
  follow: (command, scope) =>
    command.target !== undefined && scope.character(command.target) === undefined
      ? move(command, scope)
      : failed('stays_put', [command.target]),
  wait: (_command, scope) => told('waited', [scope.view.place.id]),
  inventory: plain('inventory'),
  where: (_command, scope) => told('where', [scope.view.place.id]),
  who: plain('who'),
  story: (_command, scope) => {
    const teller = scope.view.characters.find(({ id }) => scope.world.ink.paths.has(`${id}.story`));
    return teller === undefined ? told('story') : told('story', [teller.id], { knot: `${teller.id}.story` });
  },
  recap: plain('recap'),
  again,
  undo: (_command, scope) => undo(scope),
  hint: plain('hint'),
  gamehelp: answer,
  feel: plain('feel'),
  technique: answer,
  gentler: answer,
  skip: answer,
  stop: answer,
  areyoureal: answer,
  yes: reply('yes', 'agreed'),
  no: reply('no', 'disagreed'),
  which,
  unknown: () => failed('unclear'),
};

/** Each by its own rules and the author's; what does not let itself be taken stays, and is not spoken of. */
function takeAll({ entities, wish: _all, ...command }: Command, scope: Scope): Decision {
  const changes: WorldChange[] = [];
  const taken: EntityId[] = [];
  for (const target of entities) {
    const now = scopeOf(applyToView(scope.view, changes, scope.world), scope.world);
    const { outcome, changes: own } = decide({ ...command, entities, target }, now);
    if (!outcome.success) continue;
    changes.push(...own);
    taken.push(target);
  }
  return taken.length === 0 ? failed('take_what') : told('taken_all', taken, { changes });
}

/** Talking about what is not here is fine; talking to somebody who is not here is not. */
const TALK: readonly Intent[] = ['ask', 'tell', 'say', 'talk', 'greet', 'thank', 'apologise', 'promise'];

export function decide(command: Command, scope: Scope): Decision {
  if (command.intent === 'which') return which(command, scope);
  if (command.ambiguous !== undefined && command.ambiguous.length > 1) return failed('ambiguous', command.ambiguous);
  if (command.unresolved && command.intent === 'move' && command.topic !== undefined)
    return failed('no_way_there', [command.topic]);
  if (command.unresolved && lacksHearer(command, scope)) return failed('nobody_such');
  if (command.unresolved && !TALK.includes(command.intent) && command.intent !== 'unknown')
    return failed('no_such_thing', command.target === undefined ? [] : [command.target]);
  if (isToTheGame(command)) return answer(command);
  const authored = findInteraction(command, scope);
  if (authored !== undefined) return perform(authored, command, scope);
  return RULES[command.intent](command, scope);
}

/** Somebody was named to whom it is said or given, and nobody here is called so. */
function lacksHearer({ intent, target, indirect }: Command, { view }: Scope): boolean {
  if (view.characters.length === 0) return false;
  return TALK.includes(intent)
    ? target === undefined
    : intent === 'give' && target !== undefined && indirect === undefined;
}

/** The first interaction of the author's list that fits the command and holds in the view. */
function findInteraction(command: Command, scope: Scope): Interaction | undefined {
  return interactionsFor(scope.world, command.intent).find(
    (i) => fits(i, command) && reachable(i, command, scope) && scope.holds(i.when),
  );
}

/** A world has hundreds, of which a few are of one intent; a turn tries some ten commands for what it suggests. */
const BY_INTENT = new WeakMap<AuthoredWorld, Map<Command['intent'], readonly Interaction[]>>();

function interactionsFor(world: AuthoredWorld, intent: Command['intent']): readonly Interaction[] {
  const known = BY_INTENT.get(world) ?? new Map<Command['intent'], readonly Interaction[]>();
  BY_INTENT.set(world, known);
  const found = known.get(intent) ?? world.interactions.filter((i) => i.do.includes(intent));
  known.set(intent, found);
  return found;
}

function perform(interaction: Interaction, command: Command, scope: Scope): Decision {
  const entities = [command.target, command.indirect];
  return interaction.success
    ? told(interaction.id, entities, { knot: interaction.knot, changes: changesOf(interaction.changes, scope) })
    : failed(interaction.id, entities, { knot: interaction.knot });
}

function fits(interaction: Interaction, { intent, target, indirect, topic }: Command): boolean {
  // "use the oil on the lamp" and "use the lamp with the oil" are one act.
  const either =
    pairs(interaction, target, indirect) ||
    ((intent === 'use' || intent === 'put') && pairs(interaction, indirect, target));
  // "Fill the lamp" leaves out with what.
  const unsaid =
    intent === 'put' &&
    indirect === undefined &&
    target !== undefined &&
    interaction.indirect?.includes(target) === true;
  return (
    (either || unsaid) &&
    (interaction.topic === undefined || (topic !== undefined && interaction.topic.includes(topic)))
  );
}

function pairs(interaction: Interaction, a: EntityId | undefined, b: EntityId | undefined): boolean {
  return (
    (interaction.target === undefined || (a !== undefined && interaction.target.includes(a))) &&
    (interaction.indirect === undefined ||
      (b === undefined ? interaction.indirectOptional : interaction.indirect.includes(b)))
  );
}

/** What is acted on must be here; a topic need not be. */
function reachable(interaction: Interaction, { target, indirect }: Command, scope: Scope): boolean {
  return (
    (interaction.target === undefined || target === undefined || scope.present(target)) &&
    (interaction.indirect === undefined || indirect === undefined || scope.present(indirect))
  );
}
