// Speaking with people: what they tell, what they learn, and how kindness or rudeness changes them.
import type { EntityId, WorldChange } from '../../domain/world.ts';
import type { Command, Decision } from './decision.ts';
import { failed, told } from './decision.ts';
import type { Scope } from './scope.ts';
import { learning, setting, warming } from './scope.ts';

/** Small kindnesses warm only so far; trust beyond it is earned by what the player does. */
const POLITE_UP_TO = 0.35;

type Answer = (command: Command, scope: Scope, to: EntityId) => Decision;

/** Finds who is spoken to: the one named, else the one person here. */
function spokenTo(answer: Answer, alone: string): (command: Command, scope: Scope) => Decision {
  return (command, scope) => {
    const { target } = command;
    if (target !== undefined && scope.character(target)) {
      return met(scope, target, isRude(command) ? rude(scope, target) : answer(command, scope, target));
    }
    if (target !== undefined && scope.world.characters[target] && !scope.present(target))
      return failed('not_here', [target]);
    const [first, second] = scope.view.characters;
    if (first === undefined) return failed(alone);
    if (second !== undefined)
      return failed(
        'ambiguous',
        scope.view.characters.map(({ id }) => id),
      );
    return met(scope, first.id, isRude(command) ? rude(scope, first.id) : answer(command, scope, first.id));
  };
}

/** "Sorry, that was stupid of me" sounds angry and is not: whoever apologises or thanks is taken at their word. */
function isRude({ tone, intent }: Command): boolean {
  return tone === 'angry' && intent !== 'apologise' && intent !== 'thank' && intent !== 'promise';
}

/** Whoever has been spoken with is no stranger any more. */
function met(scope: Scope, to: EntityId, decision: Decision): Decision {
  return { ...decision, changes: [...setting(scope, to, 'met', true), ...decision.changes] };
}

function rude(scope: Scope, to: EntityId): Decision {
  return told('hurt', [to], { knot: `${to}.hurt`, changes: warming(scope, to, -0.15) });
}

function polite(scope: Scope, to: EntityId, by: number): WorldChange[] {
  const now = scope.character(to)?.disposition ?? 0;
  return now >= POLITE_UP_TO ? [] : warming(scope, to, Math.min(by, Math.round((POLITE_UP_TO - now) * 100) / 100));
}

export const greet = spokenTo((_command, scope, to) => {
  const again = scope.character(to)?.properties.met === true;
  return told('greeted', [to], { knot: `${to}.greet`, changes: again ? [] : polite(scope, to, 0.1) });
}, 'nobody_here');

export const talk = spokenTo((command, scope, to) => {
  if (command.topic !== undefined) return answerOn(command.topic, scope, to);
  return told('talked', [to], { knot: `${to}.talk` });
}, 'nobody_here');

export const ask = spokenTo((command, scope, to) => {
  const about = command.topic ?? command.indirect;
  return about === undefined ? told('no_answer', [to], { knot: `${to}.unknown` }) : answerOn(about, scope, to);
}, 'nobody_here');

/** What was told is known from then on, when the player knew it. */
export const tell = spokenTo((command, scope, to) => {
  const fact = command.topic;
  if (fact === undefined) return told('said', [to], { knot: `${to}.said` });
  const learned = scope.world.facts[fact] && scope.playerKnows(fact) ? learning(scope, to, fact) : [];
  if (learned.length > 0) return told('told', [to, fact], { knot: `${to}.told`, changes: learned });
  return answerOn(fact, scope, to);
}, 'nobody_here');

export const say = spokenTo((command, scope, to) => {
  if (command.topic !== undefined && scope.world.characters[to]?.topics[command.topic])
    return answerOn(command.topic, scope, to);
  return told('said', [to], { knot: `${to}.said` });
}, 'said_alone');

export const thank = spokenTo(
  (_command, scope, to) => told('thanked', [to], { knot: `${to}.thanked`, changes: polite(scope, to, 0.05) }),
  'thanks_alone',
);

/** An apology mends what rudeness broke, at once and fully: holding a grudge would punish the player for one bad line. */
export const soften = spokenTo((_command, scope, to) => {
  const below = (scope.character(to)?.disposition ?? 0) < (scope.world.characters[to]?.disposition ?? 0);
  return told('apologised', [to], { knot: `${to}.sorry`, changes: below ? warming(scope, to, 0.15) : [] });
}, 'sorry_alone');

/** An author who gives the world a storyline of this name has every promise kept in it, whoever is near. */
const PROMISES = 'promises';

export const promise = spokenTo(
  (_command, scope, to) =>
    told('promised', [to], {
      knot: `${to}.promise`,
      changes: [
        ...setting(scope, to, 'promised', true),
        ...(scope.view.storylines[PROMISES] === undefined ? [] : setting(scope, PROMISES, to, true)),
      ],
    }),
  'promise_alone',
);

/** Yes or no: to the person just spoken with, else to nobody. An author's own line for it comes before what one says to anything. */
export function reply(alone: string, code: string): (command: Command, scope: Scope) => Decision {
  return ({ target }, scope) => {
    if (target === undefined || scope.character(target) === undefined) return told(alone);
    const { paths } = scope.world.ink;
    const own = [`${target}.${code}`, `o_${code}`].some((path) => paths.has(path));
    return told(code, [target], own ? {} : { knot: `${target}.said` });
  };
}

function answerOn(about: EntityId, scope: Scope, to: EntityId): Decision {
  const topic = scope.world.characters[to]?.topics[about];
  if (topic === undefined)
    return told('no_answer', [to, about], {
      knot: about === to && scope.world.ink.paths.has(`${to}.t_self`) ? `${to}.t_self` : `${to}.unknown`,
    });
  if ((scope.character(to)?.disposition ?? 0) < topic.from)
    return failed('not_yet', [to, about], { knot: `${to}.not_yet` });
  return told('answered', [to, about], {
    knot: `${to}.t_${about}`,
    changes: topic.teaches.flatMap((fact) => learning(scope, 'player', fact)),
  });
}
