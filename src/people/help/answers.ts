// Understands an answer given in a help dialogue: its buttons, a plain yes or no, silence, anger at the helper, and the
// two ways out. Deliberately simple; whether the words are graver than before is the screening's task, not this one's.
// What is not plain is `other`: every step has a reply that fits anything.
import type { Answer, Common, Step } from './dialogues.ts';

/** `button`: said by pressing one, so it means what the button says. */
export type Heard = { type: 'game' } | { type: 'goOn' } | { type: 'answer'; answer: Answer; button: boolean };

/** A way out is said plainly and briefly; in a long text the same words may mean anything. */
const LONGEST_WAY_OUT = 14;
const DENIES = /\b(not|n't|never|no|cannot|more than|wish|isn|wasn|don|can't|won't)\b/;

const ABOUT_GAME =
  /\b(about|in|part of|for|from) (the|this|my|our|a) (game|story|play|book|character)\b|\b(only|just) (the |a |my )?(game|story|joke|character|roleplay|role play|playing|kidding|joking)\b|^(it'?s |it is |it was |that'?s |that is |that was )?my character\b/;
const NOT_REAL = /^(it'?s |it is |it was |that'?s |that is |that was |this is )?not (about )?(me|real)$/;
const GO_ON_TO_STORY = /\b(go|get|take me|move|carry|keep|going|continue|resume|back)\b.{0,20}\b(story|game)\b/;
const GO_ON =
  /^((please|ok|okay|yes|yeah|and|so|now|let'?s|can we|could we|may i|can i|i want to|i would like to|i'?d like to) )*(go on|go back|continue|resume|carry on|keep going|play on)( (please|now|with it|playing))*$/;

const YES =
  /^(yes|yeah|yea|yep|yup|ya|yh|aye|sure|ok|okay|true|right|correct|definitely|a little|a bit|i (do|am|have|did|can|will|could|would)( (so|it|that|now|already))?$|i called|i think so|maybe yes|there is)\b/;
const NO =
  /^(no|nope|nah|not|never|none|nobody|no one|noone|nothing|nowhere|i'?m not|i (do not|don'?t|am not|have not|haven'?t|can'?t|cannot|won'?t|will not|have (nobody|no one|none|nothing)))\b/;
/** Anger at the helper, not at oneself or at somebody else: "I am worthless" and "he will not leave me alone" are neither. */
const RUDE =
  /^(just |please |oh |now )*(shut up|go away|leave me alone|get lost|piss off|fuck off|fuck you|screw you|stupid|idiot|useless|dumb|moron|bullshit|stop asking|i hate you|fuck this|whatever)\b|\b(you|u|you'?re|ur|your|this|these|bot|robot|machine)\b.{0,24}\b(stupid|idiot|useless|dumb|moron|suck|sucks|bullshit|annoying|worthless|bot|shit|crap|pathetic)\b|\b(hate|screw|fuck) (you|u|this)\b/;

export function hear(text: string, step: Step | undefined, common: Common): Heard {
  const said = plain(text);
  if (same(said, common.suggestions.game)) return { type: 'game' };
  if (same(said, common.suggestions.goOn)) return { type: 'goOn' };
  if (!/[\p{L}\p{N}]/u.test(said)) return answered('silence');
  const button = step === undefined ? undefined : buttonOf(said, step.buttons);
  if (button !== undefined) return { type: 'answer', answer: button, button: true };
  const wayOut = wayOutOf(
    said
      .replace(/[.!?,]+/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  );
  if (wayOut !== null) return { type: wayOut };
  if (RUDE.test(said)) return answered('rude');
  return answered(NO.test(said) ? 'no' : YES.test(said) ? 'yes' : 'other');
}

function answered(answer: Answer): Heard {
  return { type: 'answer', answer, button: false };
}

function wayOutOf(text: string): 'game' | 'goOn' | null {
  // "No, it was about the game" denies the danger, not the game.
  const said = text.replace(/^(no|nope|nah) /, '');
  if (said.split(' ').length > LONGEST_WAY_OUT) return null;
  if (NOT_REAL.test(said)) return 'game';
  if (DENIES.test(said)) return null;
  if (ABOUT_GAME.test(said)) return 'game';
  return GO_ON.test(said) || GO_ON_TO_STORY.test(said) ? 'goOn' : null;
}

function buttonOf(said: string, buttons: Step['buttons']): Answer | undefined {
  const answers = ['yes', 'no', 'other'] as const;
  return answers.find((answer) => same(said, buttons[answer]));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 500);
}

function same(said: string, suggestion: string): boolean {
  return said.replace(/[.!]+$/, '') === plain(suggestion).replace(/[.!]+$/, '');
}
