// What is wrong with the plot of a world: places out of reach, ends without a way back, storylines that cannot end, things
// that nobody would ever learn are there, and what an author still owes the reader.
import type { AuthoredWorld } from '../types.ts';
import type { Finding } from './finding.ts';
import type { InkPart } from './ink-text.ts';
import type { Reach } from './reach.ts';

export interface Examined {
  world: AuthoredWorld;
  reach: Reach;
  parts: ReadonlyMap<string, InkPart>;
  /** Line of a field of world.yaml. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Was this field of world.yaml written at all? */
  written(field: string): boolean;
}

type Rule = (examined: Examined) => Finding[];

const at = (
  { lineOf }: Examined,
  path: readonly PropertyKey[],
  severity: Finding['severity'],
  code: string,
  message: string,
): Finding => ({ severity, code, file: 'world.yaml', line: lineOf(path), message });

const unreachablePlaces: Rule = (examined) =>
  Object.keys(examined.world.places)
    .filter((id) => !examined.reach.places.has(id))
    .map((id) =>
      at(
        examined,
        ['places', id],
        'error',
        'place-unreachable',
        `Nobody can come to ${id}. Add a way there, or a key or step that opens one.`,
      ),
    );

const deadEnds: Rule = (examined) => {
  const { world, reach } = examined;
  if (Object.keys(world.places).length < 2) return [];
  return [...reach.places]
    .filter((id) => !Object.values(world.exits).some((exit) => exit.from === id && reach.exits.has(exit.id)))
    .map((id) =>
      at(
        examined,
        ['places', id],
        'error',
        'dead-end',
        `There is no way out of ${id}. Open one: a player there is stuck.`,
      ),
    );
};

const shutWays: Rule = (examined) => {
  const { world, reach } = examined;
  const ids = Object.keys(world.exits).filter((_id, i) => i % 2 === 0);
  return ids.flatMap((id, i) => {
    const twin = world.exits[id]?.twin ?? id;
    return reach.exits.has(id) || reach.exits.has(twin)
      ? []
      : [
          at(
            examined,
            ['exits', i, 'id'],
            'warning',
            'way-never-open',
            `The way ${id} can never be gone. Give it a key, or a step that opens it, or take it out.`,
          ),
        ];
  });
};

const unreachableThings: Rule = (examined) =>
  Object.keys(examined.world.things)
    .filter((id) => !examined.reach.met.has(id))
    .map((id) =>
      at(
        examined,
        ['things', id],
        'error',
        'thing-unreachable',
        `Nobody ever gets to see ${id}. Reveal it, or put it where a player can come.`,
      ),
    );

const impossibleSteps: Rule = (examined) =>
  examined.world.interactions.flatMap((step, i) =>
    examined.reach.steps.has(step.id)
      ? []
      : [
          at(
            examined,
            ['interactions', i],
            'error',
            'step-impossible',
            `${step.id} can never happen: what its \`when\` or its target asks for never comes about. Mend the condition, or let something bring it about.`,
          ),
        ],
  );

/** The last stage that text or conditions speak of must be one that something brings about. */
const endlessStorylines: Rule = (examined) => {
  const { world, reach, parts } = examined;
  const spoken = new Map<string, number>();
  const note = (path: string, stage: number): void => {
    spoken.set(path, Math.max(stage, spoken.get(path) ?? 0));
  };
  for (const { when, changes } of world.interactions) {
    for (const [path, wanted] of Object.entries(when.is)) {
      const stage = typeof wanted === 'object' ? wanted.min : wanted;
      if (typeof stage === 'number') note(path, stage);
    }
    for (const effect of changes) if ('set' in effect && typeof effect.to === 'number') note(effect.set, effect.to);
  }
  for (const { asks } of parts.values()) for (const { storyline, stage } of asks) note(`${storyline}.stage`, stage);
  return [...spoken].flatMap(([path, last]) => {
    const [storyline = ''] = path.split('.');
    if (world.storylines[storyline] === undefined) return [];
    const reached = Math.max(0, ...[...(reach.values.get(path) ?? [])].filter((value) => typeof value === 'number'));
    return reached >= last
      ? []
      : [
          at(
            examined,
            ['storylines', storyline],
            'error',
            'storyline-endless',
            `${path} is spoken of up to ${last}, but nothing that can happen takes it beyond ${reached}. Write the step that does.`,
          ),
        ];
  });
};

/** What can be carried is told wherever it lies. What cannot must stand in the words of its place, or nobody will look at it. */
const unmentionedThings: Rule = (examined) => {
  const { world, parts, reach } = examined;
  return Object.entries(world.things).flatMap(([id, thing]) => {
    const lies = world.places[thing.at] !== undefined;
    if ((thing.portable && lies) || thing.at === 'player' || !reach.met.has(id)) return [];
    const names = [...thing.names, thing.name.replace(/^(?:the|a|an) /i, '')].map((name) =>
      name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
    const named = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'iu');
    // Whoever sits on the bench tells of it as well as the yard does.
    const about = [
      thing.at,
      ...[...Object.entries(world.characters), ...Object.entries(world.things)]
        .filter(([, o]) => o.at === thing.at)
        .map(([o]) => o),
    ];
    const told = [...parts.values()].some(({ path, pieces }) => {
      const [knot = ''] = path.split('.');
      return knot !== id && (!lies || about.includes(knot)) && pieces.some(({ text }) => named.test(text));
    });
    const where = lies ? `The words of ${thing.at} do not name ${id}` : `Only its own words name ${id}`;
    return told
      ? []
      : [
          at(
            examined,
            ['things', id],
            'warning',
            'thing-unmentioned',
            `${where}. Name it, so that a player knows to look.`,
          ),
        ];
  });
};

const unusedFacts: Rule = (examined) => {
  const { world, reach } = examined;
  const topics = new Set(Object.values(world.characters).flatMap((character) => Object.keys(character.topics)));
  return Object.keys(world.facts)
    .filter((id) => !topics.has(id) && !reach.facts.has(id))
    .map((id) =>
      at(
        examined,
        ['facts', id],
        'warning',
        'fact-unused',
        `Nobody can learn ${id} or ask about it. Let somebody teach it.`,
      ),
    );
};

const owed: Rule = (examined) => {
  const { world, written } = examined;
  const findings: Finding[] = [];
  if (!written('warnings'))
    findings.push(
      at(
        examined,
        ['title'],
        'error',
        'no-warnings',
        'Say under `warnings` what may be hard to read, or write `warnings: []` when nothing is.',
      ),
    );
  if (world.reviewedBy === undefined || /^not /i.test(world.reviewedBy))
    findings.push(
      at(
        examined,
        [world.reviewedBy === undefined ? 'title' : 'reviewedBy'],
        'warning',
        'no-review',
        'This world was not reviewed by a clinician. Let one read it and put name and date under `reviewedBy`.',
      ),
    );
  for (const [id, { properties }] of Object.entries(world.places)) {
    if (typeof properties.indoors === 'boolean') continue;
    findings.push(
      at(
        examined,
        ['places', id],
        'warning',
        'no-indoors',
        `Say whether ${id} is indoors (properties: { indoors: true }): techniques that ask for a room or the open air are not told here.`,
      ),
    );
  }
  return findings;
};

export const WORLD_RULES: readonly Rule[] = [
  unreachablePlaces,
  deadEnds,
  shutWays,
  unreachableThings,
  impossibleSteps,
  endlessStorylines,
  unmentionedThings,
  unusedFacts,
  owed,
];
