// The world builder that may ask a model: the author's rules decide first and their word stands. Only an act they have no answer
// for goes to a model, whose wish is checked, sent back once with the reason, and else forgotten.
import { z } from 'zod';
import type { Outcome, ProposeInput, WorldBuilder, WorldProposal } from '../../domain/agents.ts';
import { worldProposalSchema } from '../../domain/schemas/agents.ts';
import type { Message } from '../../models/index.ts';
import type { AuthoredWorld } from '../../story/index.ts';
import { propose, scopeOf } from '../wba/index.ts';
import type { ModelAgentOptions, Reason } from './asking.ts';
import { asked, askFor, endingIn, isTimeFor, SHARE_OF_STEP, timeOf } from './asking.ts';
import { changesOffered } from './offered.ts';
import { MOST_CHANGES, permitted, statesOf, wishSchema } from './permitted.ts';
import { promptOf } from './prompts.ts';
import { factsNamed, sceneOf } from './scene.ts';
import { sparedIn } from './steering.ts';

/** With these the rules say that nobody has written what comes of it; every other answer is somebody's decision. */
const UNSETTLED: ReadonlySet<string> = new Set([
  'no_effect',
  'does_not_fit',
  'cannot_light',
  'cannot_eat',
  'cannot_drink',
]);
/** An act that only a model could make something of; the narrator tells it from its changes. */
export const IMPROVISED = 'improvised';
/** Three changes are about a hundred tokens. */
const MAX_TOKENS = 300;
/** A refused wish goes back once: whoever does not understand a reason does not understand it twice. */
const TRIES = 2;

const answerSchema = z.strictObject({ possible: z.boolean(), changes: z.array(wishSchema) });

export function createModelWorldBuilder(world: AuthoredWorld, options: ModelAgentOptions): WorldBuilder {
  const { provider, withinMs, onDegraded } = options;
  const id = { type: 'wba', instance: 'model' } as const;
  const prompt = promptOf('wba');

  const unsettled = (input: ProposeInput): Outcome | null => {
    const { understanding, view } = input;
    if (understanding.then.length > 0 || !isTimeFor(input)) return null;
    const [outcome] = propose(understanding, view, world).outcomes;
    return outcome !== undefined && UNSETTLED.has(outcome.code) ? outcome : null;
  };

  /** What a model makes of it; null when it sees nothing to change, a reason when it could not be used. */
  async function improvised(input: ProposeInput, outcome: Outcome): Promise<WorldProposal | Reason | null> {
    const { view, understanding, objection, steering } = input;
    const scope = scopeOf(view, world);
    const offered = changesOffered(scope);
    if (offered === null) return null;
    const { intent, target, indirect, tone } = understanding;
    const act = { intent, target: target ?? null, indirect: indirect ?? null, tone };
    const messages: Message[] = [
      asked({
        act,
        scene: sceneOf(scope),
        states: statesOf(world),
        facts: factsNamed(offered.facts, scope),
        ...sparedIn(steering, provider),
        ...(objection && { refused: objection }),
      }),
    ];
    const signal = endingIn(timeOf(withinMs, input) * SHARE_OF_STEP, input);
    let reason: Reason = 'refused';
    for (let tried = 0; tried < TRIES; tried += 1) {
      const answered = await askFor(provider, prompt, {
        messages,
        schema: answerSchema,
        offered: offered.schema,
        name: 'changes',
        maxTokens: MAX_TOKENS,
        signal,
      });
      if ('reason' in answered) return answered.reason;
      const { possible, changes: wishes } = answered.value;
      if (!possible || wishes.length === 0) return null;
      const judged = permitted(wishes.slice(0, MOST_CHANGES + 1), scope);
      if ('changes' in judged) {
        if (judged.changes.length === 0) return null;
        const entities = [
          ...new Set([
            ...outcome.entities,
            ...judged.changes.flatMap((change) => ('entity' in change ? [change.entity] : [change.who])),
          ]),
        ];
        const proposal = worldProposalSchema.safeParse({
          changes: judged.changes,
          outcomes: [{ code: IMPROVISED, success: true, entities }],
          source: 'model',
        });
        return proposal.success ? proposal.data : 'wrong_shape';
      }
      reason = 'refused';
      messages.push({ role: 'assistant', content: JSON.stringify(answered.value) }, asked({ refused: judged.because }));
    }
    return reason;
  }

  return {
    id,
    version: prompt.version,
    speed: 'slow',
    asks: (input) => unsettled(input) !== null,
    async propose(input) {
      const plain: WorldProposal = { ...propose(input.understanding, input.view, world), source: 'rules' };
      const outcome = unsettled(input);
      if (outcome === null) return plain;
      const found = await improvised(input, outcome);
      if (typeof found !== 'string') return found ?? plain;
      onDegraded?.(id, found);
      return plain;
    },
  };
}
