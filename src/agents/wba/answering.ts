// Words to the game itself: plain answers out of the fiction. They come before anything an author wrote for the world, and
// change nothing in it; what they say stands in story/shared/answers.ink, the same for every world.
import type { Intent, Outcome } from '../../domain/agents.ts';
import type { Command, Decision } from './decision.ts';
import { told } from './decision.ts';

const ANSWERED: ReadonlySet<Intent> = new Set(['gamehelp', 'areyoureal', 'stop', 'gentler', 'skip', 'technique']);

export const isToTheGame = ({ intent }: Command): boolean => ANSWERED.has(intent);

/** The knot of the answer. A question about nothing in particular has none: the world's own words tell how it is played. */
export function answer({ intent, wish }: Command): Decision {
  if (intent === 'stop' && wish === 'closing') return told('closing', [], { knot: 'closing' });
  // Which technique is wished for is the plan's business, not the answer's.
  const about = intent === 'technique' ? intent : (wish ?? intent);
  return told(intent, [], intent === 'gamehelp' && wish === undefined ? {} : { knot: `about.${about}` });
}

const OUT_OF_FICTION: ReadonlySet<string> = new Set(['gamehelp', 'areyoureal', 'stop', 'closing', 'gentler', 'skip']);

/** Whether something was answered out of the fiction: told word for word, and followed by no line of the story. */
export const isAnswered = (outcomes: readonly Pick<Outcome, 'code'>[] = []): boolean =>
  outcomes.some(({ code }) => OUT_OF_FICTION.has(code));
