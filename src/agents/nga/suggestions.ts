// At most four things to do next. Each is tried with the world builder's own rules first, so none is offered that would be
// refused, and nothing that the player has still to find out is given away.
import type { EntityId } from '../../domain/world.ts';
import type { AuthoredWorld, Condition } from '../../story/index.ts';
import type { Command, Scope } from '../wba/index.ts';
import { decide } from '../wba/index.ts';
import { nameOf } from './facts.ts';
import { markOf } from './memory.ts';

interface Offer {
  text: string;
  command: Command;
}

const MOST = 4;

/** After a wish to stop there is a way to stop and one to go on, and nothing that tempts. */
const PARTING: Readonly<Record<string, readonly string[]>> = {
  stop: ['Close gently for today', 'Keep playing'],
  closing: ['Keep playing'],
};

/** What is offered after these outcomes whatever the world holds; undefined when the world is asked. */
export function partingAfter(codes: readonly string[]): readonly string[] | undefined {
  const last = codes.findLast((code) => PARTING[code] !== undefined);
  return last === undefined ? undefined : PARTING[last];
}

/** True when the line at this path of the ink was told of late. */
type Known = (path: string) => boolean;

/**
 * `told` is what this turn was about: it is not among the remembered turns yet, and is not offered again. `heard` marks the
 * lines told of late: what has not been heard is offered first.
 */
export function suggestionsFor(
  scope: Scope,
  told: readonly EntityId[] = [],
  heard: readonly string[] = [],
  closeSoon = false,
): string[] {
  const marks = new Set(heard);
  const known: Known = (path) => marks.has(markOf(path));
  const tried = [
    storySteps(scope),
    conversation(scope, told, known),
    pickings(scope),
    closerLooks(scope, told, known),
  ].map((offers) => possible(offers, scope));
  const [steps = [], talk = [], things = [], looks = []] = tried;
  const accepted = [steps, talk, things, ways(scope), looks];
  // One of each kind in turn, so that talk, things and ways are all in sight.
  const chosen: string[] = closeSoon ? ['Stop for today'] : [];
  for (let round = 0; chosen.length < MOST && round < MOST; round += 1) {
    for (const texts of accepted) {
      const text = texts[round];
      if (text !== undefined && chosen.length < MOST && !chosen.includes(text)) chosen.push(text);
    }
  }
  return chosen;
}

/** The first few that the world builder would let happen: no more can be chosen. */
function possible(offers: Iterable<Offer>, scope: Scope): string[] {
  const texts: string[] = [];
  for (const { text, command } of offers) {
    if (texts.length >= MOST) break;
    if (decide(command, scope).outcome.success) texts.push(text);
  }
  return texts;
}

function command(intent: Command['intent'], rest: Partial<Command> = {}): Command {
  return {
    intent,
    interaction: 'play',
    spoken: false,
    entities: [],
    unresolved: false,
    tone: 'neutral',
    confidence: 1,
    ...rest,
  };
}

interface Step extends Offer {
  when: Condition;
}

/** Of a world's hundreds of interactions those that are ever suggested: the same on every turn. */
const STEPS = new WeakMap<AuthoredWorld, readonly Step[]>();

function stepsOf(world: AuthoredWorld): readonly Step[] {
  const known = STEPS.get(world);
  if (known !== undefined) return known;
  const steps = world.interactions.flatMap(({ do: [intent], suggest: text, success, when, ...step }): Step[] => {
    const [target] = step.target ?? [];
    const [indirect] = step.indirect ?? [];
    const [topic] = step.topic ?? [];
    if (text === undefined || intent === undefined || !success) return [];
    const rest = { ...(target && { target }), ...(indirect && { indirect }), ...(topic && { topic }) };
    return [{ text, when, command: command(intent, rest) }];
  });
  STEPS.set(world, steps);
  return steps;
}

/** One by one, because the first few that are possible are enough. */
function* storySteps({ world, holds }: Scope): Generator<Offer> {
  for (const step of stepsOf(world)) if (holds(step.when)) yield step;
}

/** First a greeting, then what has not been told yet. */
function conversation(scope: Scope, told: readonly EntityId[], known: Known): Offer[] {
  return scope.view.characters.flatMap((character) => {
    const authored = scope.world.characters[character.id];
    if (authored === undefined) return [];
    const name = nameOf(character.id, scope);
    const greeting: Offer = { text: `Greet ${name}`, command: command('greet', { target: character.id }) };
    const asked = new Set(
      scope.view.recent
        .slice(0, 8)
        .filter((m) => m.focus[0] === character.id)
        .map((m) => m.focus[1]),
    );
    const questions = Object.entries(authored.topics)
      .filter(
        ([about, t]) =>
          t.suggest &&
          !asked.has(about) &&
          !told.includes(about) &&
          (t.teaches.length === 0 || t.teaches.some((fact) => !scope.playerKnows(fact))),
      )
      .filter(([about, t]) => t.teaches.length > 0 || !known(`${character.id}.t_${about}`))
      .sort(([, a], [, b]) => Number(b.teaches.length > 0) - Number(a.teaches.length > 0))
      .map(
        ([about]): Offer => ({
          text: `Ask ${name} about ${topicName(about, scope)}`,
          command: command('ask', { target: character.id, topic: about }),
        }),
      );
    return character.properties.met === true ? questions : [greeting, ...questions];
  });
}

function topicName(about: EntityId, scope: Scope): string {
  const fact = scope.world.facts[about];
  return fact === undefined ? nameOf(about, scope) : (fact.about ?? fact.names?.[0] ?? 'that');
}

function pickings(scope: Scope): Offer[] {
  return scope.view.things
    .filter(({ id, at }) => at === scope.view.place.id && scope.world.things[id]?.portable)
    .map(({ id }) => ({ text: `Take ${nameOf(id, scope)}`, command: command('take', { target: id }) }));
}

/** Not tried like the others: where the player has just arrived, the places beyond are not in the view yet. */
function ways(scope: Scope): string[] {
  const last = scope.view.recent.find((m) => m.changes.some((c) => c.type === 'move' && c.entity === 'player'));
  const cameFrom = last?.changes.find((c) => c.type === 'move' && c.entity === 'player');
  // A move just told is not among the remembered turns yet, and `back` is then where it began.
  const back = cameFrom?.type !== 'move' ? '' : cameFrom.to === scope.view.place.id ? cameFrom.from : cameFrom.to;
  const visits = new Map(scope.view.neighbours.map(({ place }) => [place.id, place.visits]));
  const rank = (to: EntityId): number => (to === back ? 2 : (visits.get(to) ?? 0) > 0 ? 1 : 0);
  return scope.view.exits
    .filter(({ hidden, locked }) => !hidden && !locked)
    .sort((a, b) => rank(a.to) - rank(b.to))
    .map(({ direction }) => `Go ${direction}`);
}

function closerLooks(scope: Scope, told: readonly EntityId[], known: Known): Offer[] {
  const seen = new Set([...told, ...scope.view.recent.slice(0, 12).flatMap((m) => m.focus)]);
  return (
    scope.view.things
      // What is there only to be looked at by whoever wishes to is not offered: it would crowd out the story.
      .filter(({ at, properties }) => at === scope.view.place.id && properties.scenery !== true)
      .filter(({ id }) => !seen.has(id) && !known(`${id}.look`))
      .map(({ id }) => ({ text: `Look at ${nameOf(id, scope)}`, command: command('examine', { target: id }) }))
  );
}
