// The one contract of the three agents. A rule-based, an authored and a model form of an agent are the same to a turn.
import type { Direction, EntityId, WorldChange, WorldView } from './world.ts';

export const AGENT_TYPES = ['ipa', 'wba', 'nga'] as const;
/** Input processor, world builder, narrative generator. */
export type AgentType = (typeof AGENT_TYPES)[number];

export interface AgentId {
  type: AgentType;
  /** Which of several agents of that type, such as `rules` or `model`. */
  instance: string;
}

export const INTENTS = [
  'move',
  'look',
  'examine',
  'search',
  'take',
  'drop',
  'give',
  'put',
  'use',
  'open',
  'close',
  'lock',
  'unlock',
  'read',
  'light',
  'eat',
  'drink',
  'listen',
  'smell',
  'touch',
  'talk',
  'ask',
  'tell',
  'say',
  'greet',
  'thank',
  'apologise',
  'promise',
  'follow',
  'wait',
  'inventory',
  'where',
  'who',
  'story',
  'recap',
  'again',
  'undo',
  'hint',
  'gamehelp',
  'feel',
  'technique',
  'gentler',
  'skip',
  'stop',
  'areyoureal',
  'yes',
  'no',
  'which',
  'unknown',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What kind of conversation this is; each has its own path through a turn. */
export type InteractionType = 'play' | 'talk' | 'about_game' | 'technique' | 'stop' | 'real';

export type Tone = 'neutral' | 'warm' | 'playful' | 'curious' | 'anxious' | 'sad' | 'angry' | 'tired';

/** What an answer was really made by: an agent that asks a model answers by rule, or from the authored story, when it need
 *  not ask or got no answer that could be used. */
export type AgentSource = 'model' | 'authored' | 'rules';

export interface Understanding {
  intent: Intent;
  interaction: InteractionType;
  /** The main thing, character, place or exit it is about. */
  target?: EntityId;
  /** The second one: `give TARGET to INDIRECT`, `unlock TARGET with INDIRECT`. */
  indirect?: EntityId;
  direction?: Direction;
  /** Topic of ask/tell as a fact or entity id, where one was recognised. */
  topic?: EntityId;
  /** Of words to the game itself, what they are about: the technique or framework wished for (`grounding` is one), or what is
   *  asked of the game, such as `saving`. Absent when nothing in particular was named.
   *  Of an act, what its verb does not say: `back` where a thing was, `all` that is here. */
  wish?: string;
  /** True when words were spoken aloud in the fiction. The words themselves stay in the turn's text. */
  spoken: boolean;
  /** All entities mentioned, most salient first. */
  entities: readonly EntityId[];
  /** When a name fits several entities: all of them, and `intent` is kept. The narrator asks which. */
  ambiguous?: readonly EntityId[];
  /** When a noun was used that names nothing here. The word itself is not kept. */
  unresolved: boolean;
  tone: Tone;
  /** 0 … 1; below 0.5 a model form may be asked instead. */
  confidence: number;
  /** Absent where the agent has only one way to answer. */
  source?: AgentSource;
  /** More commands in the same text ("take the lamp and go north"), in order, at most two more. */
  then: readonly Omit<Understanding, 'then'>[];
}

/** What happened, as a code with the entities it concerns; the narrator tells it and may not contradict it. */
export interface Outcome {
  /** Such as `moved`, `taken`, `already_held`, `locked`, `not_here`, `unclear`, or an authored interaction's id. */
  code: string;
  success: boolean;
  /** The authored Ink knot that tells it, where an interaction names one. */
  knot?: string;
  entities: readonly EntityId[];
}

export interface WorldProposal {
  changes: readonly WorldChange[];
  /** One per command of the text, in order; at least one. */
  outcomes: readonly Outcome[];
  source?: AgentSource;
}

export interface Narration {
  /** Sentences in order, each with the white space that follows it, so that joining them gives the text. */
  sentences: readonly string[];
  /** At most four, imperative, such as "Ask Mara about the light". */
  suggestions: readonly string[];
  narratorState: string | null;
  /** True when every sentence is authored without free slots (screened at build). */
  authoredOnly: boolean;
  source?: AgentSource;
}

/** Which authored text is wanted when it is not the telling of a player's command. */
export type Occasion = 'turn' | 'opening' | 'recap' | 'closing' | 'support' | 'refusal';

/** For agents that ask a model; whoever answers by rule needs neither. */
export interface Patience {
  /** Milliseconds that are left for this answer, where that is less than the agent's own time. With none it asks nobody. */
  withinMs?: number;
  /** Nobody waits for the answer any more: ends it at once. */
  signal?: AbortSignal;
}

/** A theme the player is to be spared: as a person wrote it, and as the screen's lexicon names it, in words of ours. */
export interface Spared {
  written: string;
  known: readonly string[];
}

/**
 * What the session's plan and the care team mean for an agent that asks a model. Rules and author follow the plan without it. Nothing
 * in it says what screening found; what a person wrote may name somebody (docs/decisions/0014).
 */
export interface Steering {
  /** What the player wants to work on, such as `worry`. */
  themes: readonly string[];
  /** How near the story may come to what is hard: the less of what the player allows and is ready for. */
  depth: 'light' | 'steady' | 'open';
  /** False: nothing that turns to breath or body. */
  bodyFocus: boolean;
  avoid: { hard: readonly Spared[]; soft: readonly Spared[] };
  /** The suggestion of an earlier turn that may still be taken up, and commands that count as having done it. */
  invited: { suggestion: string; intents: readonly Intent[] } | null;
  /** What the author tells right after this turn's narration, word for word. */
  next: string | null;
  /** Free words of the care team about this player, never quoted. */
  note: string | null;
}

export interface UnderstandInput extends Patience {
  text: string;
  view: WorldView;
  /** The player agreed that the provider of a model receives what they write. Without it no word of theirs leaves. */
  consented?: boolean;
  steering?: Steering;
}

export interface InputProcessor {
  id: AgentId;
  version: string;
  speed: 'fast' | 'slow';
  /** Of a slow agent: false when it will answer this without waiting, so that the turn need not wait either. */
  asks?(input: UnderstandInput): boolean;
  understand(input: UnderstandInput): Promise<Understanding>;
}

/** `objection` says why an earlier proposal was refused by the graph. */
export interface ProposeInput extends Patience {
  understanding: Understanding;
  view: WorldView;
  objection?: string;
  steering?: Steering;
}

export interface WorldBuilder {
  id: AgentId;
  version: string;
  speed: 'fast' | 'slow';
  /** As of the input processor. */
  asks?(input: ProposeInput): boolean;
  propose(input: ProposeInput): Promise<WorldProposal>;
}

export interface NarrativeGenerator {
  id: AgentId;
  version: string;
  speed: 'fast' | 'slow';
  /** `view` is the world after the proposal's changes; `findings` are rule ids that blocked an earlier telling. */
  narrate(input: NarrateInput): Promise<Narration>;
}

export interface NarrateInput extends Patience {
  occasion: Occasion;
  understanding?: Understanding;
  proposal?: WorldProposal;
  view: WorldView;
  findings?: readonly string[];
  /** What the care team asked of the story; the third blocked narrative of a session asks for `gentler` too. */
  guidance?: { gentler: boolean; closeSoon: boolean };
  steering?: Steering;
  /** Tell only what happened, in the plainest words there are: the last try after blocked ones. */
  plain?: boolean;
  /** Choice of variants: the same seed tells the same words, so a turn that is run again says the same. */
  seed: string;
  /** Told each sentence, in order, as soon as it is whole and before it is screened. The answer may still be another telling. */
  onSentence?: (sentence: string) => void;
}
