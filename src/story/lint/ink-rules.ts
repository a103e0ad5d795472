// Which knots and stitches nobody will ever hear, because nothing in the world asks for them by that name.
import type { Finding } from './finding.ts';
import type { InkPart } from './ink-text.ts';
import type { Examined } from './world-rules.ts';

/** Asked for on an occasion of the session, not by what somebody did. */
const OCCASIONS = ['opening', 'recap', 'closing', 'hint', 'support', 'refusal', 'gentle', 'close_soon'];
const SENSES = ['look', 'read', 'search', 'listen', 'smell', 'touch'];
const OF_PLACES = ['arrive', 'back'];
const OF_EXITS = ['locked', 'no_key'];
const OF_CHARACTERS = [
  'here',
  'greet',
  'talk',
  'unknown',
  'thanked',
  'sorry',
  'hurt',
  'declined',
  'told',
  'promise',
  'said',
  'story',
  'repeats',
  't_self',
];

/** `common` are the codes of what may happen anywhere: the `o_…` knots of the shared ink. */
export function untoldParts(examined: Examined, common: ReadonlySet<string>, shared: ReadonlySet<string>): Finding[] {
  const { parts } = examined;
  const told = new Set([...parts.keys()].filter((path) => isAskedFor(path, examined, common)));
  for (const path of told) for (const next of parts.get(path)?.leadsTo ?? []) told.add(next);
  return [...parts.values()]
    .filter(({ path, file }) => !told.has(path) && !shared.has(file) && speaks(path, parts))
    .map(({ path, file, line }) => ({
      severity: 'warning',
      code: 'never-told',
      file,
      line,
      message: `Nothing ever tells ${path}. Correct its name, or let an interaction name it as its knot.`,
    }));
}

/** A knot that holds nothing but stitches is only their roof. */
function speaks(path: string, parts: ReadonlyMap<string, InkPart>): boolean {
  const roof = [...parts.keys()].some((other) => other.startsWith(`${path}.`));
  return !roof || (parts.get(path)?.pieces.length ?? 0) > 0;
}

function isAskedFor(path: string, { world }: Examined, common: ReadonlySet<string>): boolean {
  const [knot = '', stitch] = path.split('.');
  if (world.interactions.some((step) => step.knot === path || path === `o_${step.id}`)) return true;
  if (stitch === undefined) {
    const code = /^o_(.+?)(?:_brief)?$/.exec(knot)?.[1];
    return OCCASIONS.includes(knot) || (code !== undefined && common.has(code));
  }
  const { [knot]: character } = world.characters;
  const thing = world.things[knot];
  const known = [
    ...(world.places[knot] ? OF_PLACES : []),
    ...(world.exits[knot] ? OF_EXITS : []),
    ...(thing?.portable ? ['here'] : []),
    ...(character ? OF_CHARACTERS : []),
    ...Object.entries(character?.topics ?? {}).flatMap(([id, { from }]) => [
      `t_${id}`,
      ...(from > -1 ? ['not_yet'] : []),
    ]),
  ];
  const isEntity = (world.places[knot] ?? world.exits[knot] ?? thing ?? character) !== undefined;
  return isEntity && (known.includes(stitch) || SENSES.includes(stitch) || common.has(stitch));
}
