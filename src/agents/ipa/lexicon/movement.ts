// Ways to say where to go.
import type { Direction } from '../../../domain/world.ts';
import type { Rule } from './rule.ts';
import { SEE } from './rule.ts';

const GO = 'go|walk|run|head|move|travel|step|continue|proceed|hurry|wander|stroll|sneak|crawl|jump|return|come';

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  north: 'n|north|northward|northwards',
  south: 's|south|southward|southwards',
  east: 'e|east|eastward|eastwards',
  west: 'w|west|westward|westwards',
  up: 'u|up|upstairs|upward|upwards|aloft',
  down: 'd|down|downstairs|downward|downwards',
  in: 'in|inside|indoors',
  out: 'out|outside|outdoors',
};

export const movement: Rule[] = [
  // Object.entries widens the keys of the record above.
  ...(Object.entries(DIRECTIONS) as [Direction, string][]).map(
    ([direction, names]): Rule => ({
      intent: 'move',
      direction,
      patterns: `[back] ${names}; ${GO}|climb|try [back] [to] [the] ${names}`,
    }),
  ),
  ...(Object.entries(DIRECTIONS) as [Direction, string][]).map(
    ([direction, names]): Rule => ({ intent: 'look', direction, patterns: `${SEE} [to] [the] ${names}` }),
  ),
  ...(['up', 'down', 'in', 'out'] as const).map(
    (direction): Rule => ({
      intent: 'move',
      direction,
      patterns: `${GO}|climb [back] ${DIRECTIONS[direction]} [of] [to|through|into] <way>`,
    }),
  ),
  {
    intent: 'move',
    patterns: `
      ${GO} [back] [over] to|into|inside|in|through|towards|toward|onto|on|along|across|via|down|up <way>;
      go|walk|head|return|visit|cross|approach|reach <way>; make my|your way to|into|towards <way>;
      up|down|through|into|inside|to|towards|toward|across|along|back [to] <path>; take|use|follow|climb|enter <path>; climb up|down|over|through <path>`,
    sure: true,
  },
  {
    intent: 'move',
    patterns: `${GO} [back] to|into|inside|through|towards|toward <way>; visit|enter [in|into|inside|to] <way>`,
  },
  // Where a stair has no name of its own.
  ...(['up', 'down'] as const).map(
    (direction): Rule => ({
      intent: 'move',
      direction,
      patterns: `${GO}|climb ${direction} [the] [stair|stairs|steps|ladder]; ${direction} [the] [stair|stairs|steps|ladder]`,
    }),
  ),
  {
    intent: 'move',
    way: 'out',
    patterns: `
      leave; exit; run away|off; get|go away; get|go|walk|run out of here|there; leave here|outside; go outside`,
  },
  {
    intent: 'move',
    way: 'back',
    patterns: `
      back; go|walk|run|head|turn|step|move|get|come back [again]; return; go back the way i|we came;
      retrace my steps`,
  },
  { intent: 'move', patterns: 'go|walk|run|move|enter' },
  { intent: 'follow', patterns: 'follow|accompany|chase <who>; go|come|walk with <who>; go after <who>' },
];
