// The narrator that asks a model: the author's telling comes first and is what the model retells, so facts, memory and
// suggestions are the author's whatever the model says. Nothing a player says in the story is ever in its question. When it is late,
// gone or contradicts the world, the author's telling stands.
import type { Intent, NarrateInput, Narration, NarrativeGenerator } from '../../domain/agents.ts';
import { narrationSchema } from '../../domain/schemas/agents.ts';
import { typeset } from '../../domain/typography.ts';
import { PLAYER } from '../../domain/world.ts';
import type { AuthoredWorld } from '../../story/index.ts';
import { sentencesOf } from '../nga/sentences.ts';
import { isAnswered, scopeOf } from '../wba/index.ts';
import type { ModelAgentOptions, Reason } from './asking.ts';
import { asked, endingIn, isTimeFor, reasonOf } from './asking.ts';
import { contradictionsOf } from './contradiction.ts';
import { promptOf } from './prompts.ts';
import { retellingWatch } from './retelling.ts';
import { changesInWords, sceneOf } from './scene.ts';
import { leaningIn, noteIn, quoting } from './steering.ts';
import { IMPROVISED } from './world-builder.ts';

/** Of the step's time: the first telling, and each of the two that may follow a blocked one. Together they fit in the step. */
const FIRST_SHARE = 0.6;
const AGAIN_SHARE = 0.15;
/** Of what is left of the turn, where that is less: two tries, each with half, still leave some for the author. */
const LEFT_SHARE = 0.5;
/** Six sentences are about two hundred tokens. */
const MAX_TOKENS = 320;
/** Longer is a model that does not stop; what came until then is enough. */
const MOST_SENTENCES = 10;
const MOST_LETTERS = 1600;
/** A telling that was cut off stands when this much of it is whole. */
const ENOUGH_SENTENCES = 2;
const ENDED = /[.!?\u2026]["'\u201d\u2019)]*\s*$/;

const INFORMING: ReadonlySet<Intent> = new Set([
  'hint',
  'recap',
  'inventory',
  'where',
  'who',
  'story',
  'read',
  'undo',
  'which',
]);

export function createModelNarrator(
  world: AuthoredWorld,
  authored: NarrativeGenerator,
  options: ModelAgentOptions,
): NarrativeGenerator {
  const { provider, withinMs, onDegraded } = options;
  const id = { type: 'nga', instance: 'model' } as const;
  const prompt = promptOf('nga');

  /** The model's sentences, each checked as it comes. */
  async function retold(request: NarrateInput, happened: Narration): Promise<string[] | Reason> {
    const { findings = [], onSentence, withinMs: leftMs = Number.POSITIVE_INFINITY } = request;
    const ownMs = withinMs * (findings.length === 0 ? FIRST_SHARE : AGAIN_SHARE);
    const signal = endingIn(Math.min(ownMs, leftMs * LEFT_SHARE), request);
    const scope = scopeOf(request.view, world);
    const contradicts = contradictionsOf(scope, request.proposal);
    const retelling = retellingWatch(happened.sentences.join(''), JSON.stringify(sceneOf(scope)));
    const quotes = quoting(noteIn(request.steering, provider), [
      ...happened.sentences,
      ...Object.values(world.characters).flatMap(({ names }) => names),
      prompt.text,
    ]);
    const sentences: string[] = [];
    /** Null when it is taken, else why the telling ends. */
    const take = (sentence: string): Reason | null => {
      if (contradicts(sentence) !== null || quotes(sentence) || retelling.strays(sentence)) return 'contradicts';
      sentences.push(sentence);
      onSentence?.(sentence);
      return null;
    };
    let pending = '';
    try {
      const stream = provider.stream({
        system: prompt.text,
        messages: [asked({ ...questionOf(request, happened, world), ...leaningIn(request.steering, provider) })],
        maxTokens: MAX_TOKENS,
        temperature: 0.8,
        signal,
      });
      for await (const piece of withoutThinking(stream)) {
        pending += piece;
        // The last one may still grow.
        const whole = sentencesOf(pending).slice(0, -1);
        for (const sentence of whole) {
          const fault = take(typeset(sentences.length === 0 ? sentence.trimStart() : sentence));
          if (fault !== null) return fault;
        }
        pending = pending.slice(whole.join('').length);
        const isLong = retelling.isLong || sentences.length >= MOST_SENTENCES;
        if (isLong || sentences.join('').length >= MOST_LETTERS) return sentences;
      }
    } catch (error) {
      return sentences.length >= ENOUGH_SENTENCES ? sentences : reasonOf(error, signal);
    }
    const last = sentences.length === 0 ? pending.trim() : pending.trimEnd();
    // Out of tokens in the middle of a sentence: what is whole is told.
    if (ENDED.test(last)) {
      const fault = take(typeset(last));
      if (fault !== null) return fault;
    }
    return sentences.length === 0 ? 'too_short' : sentences;
  }

  return {
    id,
    version: prompt.version,
    speed: 'slow',
    async narrate(request) {
      const happened = await authored.narrate(request);
      const plain: Narration = { ...happened, source: 'authored' };
      // Openings, recaps, refusals, words of support and answers about the game are the author's alone.
      if (request.occasion !== 'turn' || request.plain === true || request.proposal === undefined) return plain;
      if (isAnswered(request.proposal.outcomes) || informs(request)) return plain;
      const told = isTimeFor(request) ? await retold(request, happened) : 'late';
      if (typeof told === 'string') {
        onDegraded?.(id, told);
        return plain;
      }
      const narration = narrationSchema.safeParse({
        sentences: told,
        suggestions: happened.suggestions,
        narratorState: happened.narratorState,
        authoredOnly: false,
        source: 'model',
      });
      return narration.success ? narration.data : plain;
    },
  };
}

/** The player asked to be told something, or came to where they have never been: a model that retells it may leave it out. */
function informs({ view, understanding, proposal }: NarrateInput): boolean {
  const comes = proposal?.changes.some((change) => change.type === 'move' && change.entity === PLAYER) ?? false;
  return (comes && view.place.visits === 0) || INFORMING.has(understanding?.intent ?? 'unknown');
}

function questionOf(request: NarrateInput, happened: Narration, world: AuthoredWorld): Record<string, unknown> {
  const { view, proposal, understanding, guidance, findings = [] } = request;
  const scope = scopeOf(view, world);
  const improvised = proposal?.outcomes.some(({ code }) => code === IMPROVISED) ?? false;
  return {
    happened: improvised && proposal !== undefined ? changesInWords(proposal, scope) : happened.sentences.join(''),
    did: understanding?.intent ?? 'nothing',
    about: (proposal?.outcomes ?? []).map(({ success, entities }) => ({ success, entities })),
    tone: understanding?.tone ?? 'neutral',
    scene: sceneOf(scope),
    ...(guidance?.gentler === true ? { gentler: true } : {}),
    ...(guidance?.closeSoon === true ? { closing: true } : {}),
    ...(findings.length === 0 ? {} : { refused: findings }),
  };
}

/** Thoughts between tags are not told; a tag comes at the very beginning or not at all. */
async function* withoutThinking(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let head: string | null = '';
  for await (const piece of pieces) {
    if (head === null) {
      yield piece;
      continue;
    }
    head += piece;
    const begins = head.trimStart();
    if ('<think>'.startsWith(begins.slice(0, '<think>'.length)) && begins.length < '<think>'.length) continue;
    if (!begins.startsWith('<think>')) {
      yield head;
      head = null;
      continue;
    }
    const end = begins.indexOf('</think>');
    if (end < 0) continue;
    yield begins.slice(end + '</think>'.length).trimStart();
    head = null;
  }
  if (head !== null && !head.trimStart().startsWith('<think>')) yield head;
}
