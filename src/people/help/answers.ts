// Understands an answer given in a help dialogue: its buttons, a plain yes or no, silence, anger at the helper, and the
// two ways out. Deliberately simple; whether the words are graver than before is the screening's task, not this one's.
import type { Answer, Common, Step } from './dialogues.ts';

export type Heard = { type: 'game' } | { type: 'goOn' } | { type: 'answer'; answer: Answer };

const ABOUT_GAME =
  /\b(about|in|part of|for|from) (the|this|my|our|a) (game|story|play|book|character)\b|\b(only|just) (the |a |my )?(game|story|joke|character|roleplay|role play|playing|kidding|joking)\b|\bmy character\b|\bnot (me|real|about me)\b/;
const GO_ON =
  /\b(go|get|take me|move|carry|keep) (back|on|going)?\s?(on|to|with)?\s?(with )?(the |my |our )?(story|game)\b|\b(continue|resume|carry on|back to the (story|game)|go on with)\b/;
const YES =
  /^(yes|yeah|yep|yup|ya|ok|okay|sure|i (do|am|have|did|can|will|could|called)|i'?m|there is|someone|true|maybe yes|a little|right)\b/;
const NO =
  /^(no|nope|nah|not|never|none|nobody|no one|nothing|nowhere|i (do not|don'?t|am not|have not|haven'?t|can'?t|cannot|won'?t))\b|^i'?m not\b/;
const RUDE =
  /\b(shut up|stupid|idiot|useless|dumb|hate you|fuck you|fuck off|piss off|screw you|go away|leave me alone|you suck|worthless|bullshit|moron|annoying|get lost|bot)\b/;

/** Which of a step's three buttons means what, in their order: unless the words say otherwise, the third is `other`. */
const BUTTONS: readonly Answer[] = ['yes', 'no', 'other'];

export function hear(text: string, step: Step | undefined, common: Common): Heard {
  const said = text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 500);
  if (same(said, common.suggestions.game) || ABOUT_GAME.test(said)) return { type: 'game' };
  if (same(said, common.suggestions.goOn) || GO_ON.test(said)) return { type: 'goOn' };
  if (!/[\p{L}\p{N}]/u.test(said)) return { type: 'answer', answer: 'silence' };
  const button = step?.suggestions.findIndex((suggestion) => same(said, suggestion)) ?? -1;
  if (button >= 0) return { type: 'answer', answer: meaning(said, BUTTONS[button] ?? 'other') };
  if (RUDE.test(said)) return { type: 'answer', answer: 'rude' };
  return { type: 'answer', answer: NO.test(said) ? 'no' : YES.test(said) ? 'yes' : 'other' };
}

/** A button that plainly begins with yes or no means that, whatever its place. */
function meaning(said: string, byPlace: Answer): Answer {
  if (/^(no|nobody|not)\b/.test(said)) return 'no';
  return /^yes\b/.test(said) ? 'yes' : byPlace;
}

function same(said: string, suggestion: string): boolean {
  return said.replace(/[.!]+$/, '') === suggestion.toLowerCase().replaceAll('\u2019', "'");
}
