// The input processor that may ask a model: rules read first, and only where they are unsure, or where the player speaks
// freely to somebody, is a model asked what was meant. It can name only what is in sight, and the world's rules come after it.
import { z } from 'zod';
import type { InputProcessor, Intent, UnderstandInput, Understanding } from '../../domain/agents.ts';
import { INTENTS } from '../../domain/agents.ts';
import { understandingSchema } from '../../domain/schemas/agents.ts';
import type { EntityId } from '../../domain/world.ts';
import type { AuthoredWorld } from '../../story/index.ts';
import type { RulesInputProcessor } from '../ipa/index.ts';
import { INTERACTIONS, SURE } from '../ipa/reading.ts';
import type { Scope } from '../wba/index.ts';
import { scopeOf } from '../wba/index.ts';
import type { Answered, ModelAgentOptions } from './asking.ts';
import { asked, askFor, endingIn, isTimeFor, SHARE_OF_STEP, timeOf } from './asking.ts';
import { idsNear, oneOrNone } from './offered.ts';
import { promptOf } from './prompts.ts';
import { sceneOf, topicsOf } from './scene.ts';
import { invitedIn } from './steering.ts';

/** The contract's line: below it a model may be asked instead of the rules, and is not believed either. */
const UNSURE = 0.5;
/** Speech whose words the rules hear without taking anything from them. */
const SPEECH: ReadonlySet<Intent> = new Set(['say', 'tell', 'talk', 'ask']);
/** Of what counts as play, answers that are given in words; and that nothing fits. */
const SAID: ReadonlySet<Intent> = new Set(['yes', 'no', 'unknown']);
/** An answer is about sixty tokens. */
const MAX_TOKENS = 200;

/** `which` and `again` follow from earlier turns, which the model is not told; `undo` must be the player's own plain word. */
const OFFERED = INTENTS.filter((intent) => !['which', 'again', 'undo'].includes(intent));

/** Asks for an answer. "Can I" and "will you" may ask for a deed. */
const QUESTION = /^\W*(?:what|when|where|who|whom|whose|why|how|which|is|are|am|was|were|do|does|did)\b/i;

const meantSchema = z.strictObject({
  intent: z.enum(OFFERED),
  target: z.string().nullable(),
  indirect: z.string().nullable(),
  topic: z.string().nullable(),
  direction: z.enum(['north', 'south', 'east', 'west', 'up', 'down', 'in', 'out']).nullable(),
  tone: z.enum(['neutral', 'warm', 'playful', 'curious', 'anxious', 'sad', 'angry', 'tired']),
  sure: z.number(),
});
type Meant = z.output<typeof meantSchema>;

/**
 * What may be meant. Of words that are plainly said to somebody a model may say which words they are, or that they were for the game, or the
 * act that the story invited to; it may not make a deed of them: a small one takes "Bram, I missed the smell of tar" for a touch, and
 * "what time is it" for one too.
 */
function intentsFor({ text, steering }: UnderstandInput, read: Understanding, scope: Scope): readonly Intent[] {
  if (!isSaid(text, read, scope) && !QUESTION.test(text)) return OFFERED;
  const invited = steering?.invited?.intents ?? [];
  return OFFERED.filter((one) => SAID.has(one) || INTERACTIONS[one] !== undefined || invited.includes(one));
}

/** With a verb of speaking, in quotation marks, or to somebody by name. The rules take for speech also what is nothing else to them. */
function isSaid(text: string, read: Understanding, { view, world }: Scope): boolean {
  if (!read.spoken) return false;
  if (read.confidence > SURE.spokenFreely || /^\s*["'\u2018\u201c]/.test(text)) return true;
  const begins = text.trimStart().toLowerCase();
  const names = view.characters.flatMap(({ id }) => world.characters[id]?.names ?? []);
  return names.some((name) => begins.startsWith(`${name.toLowerCase()},`));
}

/** The same with nothing to name but what is here. */
function offeredAt(scope: Scope, intents: readonly Intent[]): z.ZodType {
  const ways = scope.view.exits.filter(({ hidden }) => !hidden);
  const near = oneOrNone(idsNear(scope));
  return meantSchema.extend({
    intent: z.enum(intents),
    target: near,
    indirect: near,
    topic: oneOrNone(topicsOf(scope).map(({ id }) => id)),
    direction: oneOrNone(ways.map(({ direction }) => direction)),
  });
}

export function createModelInputProcessor(
  world: AuthoredWorld,
  rules: RulesInputProcessor,
  options: ModelAgentOptions,
): InputProcessor {
  const { provider, withinMs, onDegraded } = options;
  const id = { type: 'ipa', instance: 'model' } as const;
  const prompt = promptOf('ipa');

  async function meaning(input: UnderstandInput, scope: Scope, intents: readonly Intent[]): Promise<Answered<Meant>> {
    return askFor(provider, prompt, {
      messages: [
        asked({ scene: sceneOf(scope), topics: topicsOf(scope), ...invitedIn(input.steering), player: input.text }),
      ],
      schema: meantSchema,
      offered: offeredAt(scope, intents),
      name: 'meaning',
      maxTokens: MAX_TOKENS,
      signal: endingIn(timeOf(withinMs, input) * SHARE_OF_STEP, input),
    });
  }

  const wouldAsk = (input: UnderstandInput, read: Understanding): boolean =>
    input.consented === true &&
    isTimeFor(input) &&
    read.then.length === 0 &&
    !isKnown(read) &&
    (read.confidence < UNSURE || speaksFreely(read));

  /** The rules know what is spoken of, and the author has words for it. */
  const isKnown = ({ topic }: Understanding): boolean => topic !== undefined && Object.hasOwn(world.facts, topic);

  return {
    id,
    version: prompt.version,
    speed: 'slow',
    asks: (input) => wouldAsk(input, rules.read(input)),
    async understand(input) {
      const read = rules.read(input);
      const plain: Understanding = { ...read, source: 'rules' };
      if (!wouldAsk(input, read)) return plain;
      const scope = scopeOf(input.view, world);
      const intents = intentsFor(input, read, scope);
      const answered = await meaning(input, scope, intents);
      const isMeant = 'value' in answered && intents.includes(answered.value.intent);
      const understood = isMeant ? understanding(answered.value, read, scope) : null;
      if (understood !== null) return understood;
      onDegraded?.(id, 'reason' in answered ? answered.reason : 'unsure');
      return plain;
    },
  };
}

function speaksFreely({ spoken, intent, topic }: Understanding): boolean {
  return spoken && topic === undefined && SPEECH.has(intent);
}

/** The contract's form of what a model answered; null where it is unsure, or names what is not here. */
function understanding(meant: Meant, read: Understanding, scope: Scope): Understanding | null {
  const { intent, direction, tone } = meant;
  if (intent === 'unknown' || !(meant.sure >= UNSURE)) return null;
  const near = new Set<EntityId | null>([null, ...idsNear(scope)]);
  if (!near.has(meant.target) || !near.has(meant.indirect)) return null;
  if (meant.topic !== null && !topicsOf(scope).some(({ id }) => id === meant.topic)) return null;
  const interaction = INTERACTIONS[intent] ?? 'play';
  const { target, indirect, topic } = meant;
  const parsed = understandingSchema.safeParse({
    intent,
    interaction,
    ...(target === null ? {} : { target }),
    ...(indirect === null ? {} : { indirect }),
    ...(topic === null ? {} : { topic }),
    ...(direction === null ? {} : { direction }),
    spoken: read.spoken || (interaction === 'talk' && intent !== 'feel' && scope.view.characters.length > 0),
    entities: [...new Set([target, indirect].filter((id) => id !== null))],
    unresolved: false,
    // An angry word is heard by rule: a model does not talk a character into having been insulted, or out of it.
    tone: read.tone === 'angry' || tone === 'angry' ? read.tone : tone,
    confidence: Math.min(meant.sure, 1),
    source: 'model',
    // biome-ignore lint/suspicious/noThenProperty: the contract's name for follow-on commands; nothing awaits one.
    then: [],
  });
  return parsed.success ? parsed.data : null;
}
