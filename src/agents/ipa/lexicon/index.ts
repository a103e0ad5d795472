// What can be said, as data: patterns of words and slots with the intent they mean. To teach a phrase, add it to its row.
import { acts } from './acts.ts';
import { game } from './game.ts';
import { movement } from './movement.ts';
import type { Rule } from './rule.ts';
import { further, talk } from './talk.ts';

export type { Rule } from './rule.ts';

/** Of equally good readings the earlier one is taken, so whole sentences about the game stand before verbs with objects. */
export const RULES: readonly Rule[] = [...further, ...game, ...talk, ...movement, ...acts];
