// Ways to speak with people of the story.
import type { Rule } from './rule.ts';

const SAY = 'say|shout|whisper|call|yell|murmur|mutter|answer|reply|respond';

/** Asking on about what the talk was of; where it was of nothing, these words are something else. */
export const further: Rule[] = [
  {
    intent: 'ask',
    spoken: true,
    aboutLast: true,
    patterns: 'tell|say me more [please]; say more; what else; what more',
  },
];

export const talk: Rule[] = [
  {
    intent: 'ask',
    spoken: true,
    aboutHearer: true,
    patterns: `
      who are you; what is your name; tell me [more|something] about yourself|you; what do you do [here];
      ask <who> about himself|herself|themselves|themself; ask <who> who he|she|they is|are`,
  },
  {
    intent: 'greet',
    spoken: true,
    calling: true,
    patterns: `
      hi|hello|hey|greetings|howdy [there|again|everyone|all|friend]; good morning|afternoon|evening|day;
      hi|hello|hey [there] <who>; good morning|afternoon|evening|day <who>; how are you <who>`,
  },
  {
    intent: 'greet',
    spoken: true,
    patterns: `
      greet|welcome <who>; wave to|at <who>;
      ${SAY} hi|hello|hey [there]; ${SAY} hi|hello|hey [there] to <who>; greet; introduce myself;
      introduce myself to <who>; nice to meet you; how are you; how do you do;
      ask <who> how she|he|they is|are; say good morning|evening|day; say good morning|evening|day to <who>`,
  },
  {
    intent: 'thank',
    spoken: true,
    calling: true,
    patterns: `
      thanks|cheers [again|so] [much]; thank you [again]; thanks|thank [you] <who>; thank you so|very much; thanks a lot;
      thanks for <words>; thank you for <words>; thank <who> for <words>; ${SAY} thanks; ${SAY} thank you;
      ${SAY} thanks to <who>; ${SAY} thank you to <who>; many thanks; tell <who> thank you|thanks;
      that is kind of you; i appreciate it|that`,
  },
  {
    intent: 'apologise',
    spoken: true,
    calling: true,
    toTheEnd: true,
    patterns: `
      sorry; i am [so|very|really] sorry; apologise|apologize; apologise|apologize to <who>;
      apologise|apologize to <who> for <words>; ${SAY} sorry; ${SAY} sorry to <who>; ${SAY} i am sorry;
      ${SAY} i am sorry to <who>; tell <who> [that] i am [so|very|really] sorry;
      i am [so|very|really] sorry for|that|about|i <words>; sorry <who>; forgive me; i apologise|apologize;
      tell <who> [that] i am [so|very|really] sorry for|that|about|i <words>; my apologies`,
  },
  {
    intent: 'promise',
    spoken: true,
    calling: true,
    toTheEnd: true,
    patterns: `
      promise; i promise; i promise [you|that] <words>; promise [to] <who>; promise <who> [that|to] <words>;
      promise to <words>; give <who> my word; you have my word; swear to <words>; i swear; make a promise [to] <who>`,
  },
  {
    intent: 'ask',
    spoken: true,
    patterns: `
      ask|question <who> about <topic>; ask <who> for <topic>; ask about|for <topic>;
      what does <who> know about <topic>; talk|speak|chat with|to <who> about <topic>; talk|speak|chat about <topic>;
      discuss <topic> with <who>; ask <who>; question <who>`,
  },
  {
    intent: 'ask',
    spoken: true,
    toTheEnd: true,
    patterns: 'ask <who> if|whether|what|where|why|how|to|when|who|which|is|does|do|can|could <words>',
  },
  {
    intent: 'ask',
    spoken: true,
    sure: true,
    patterns: `
      tell me [more|something|anything|everything] about <topic>; hear|know|learn [more|something|anything|all] about <topic>;
      who is|was <topic> for|from|by; whose <topic> is it|this|that; whose is <topic>; buy|order|pay|ask [for] <topic>; what else do you know about <topic>; what do you know about <topic>; what do you think about|of <topic>;
      do you know [about|anything] [about] <topic>; have you seen <topic> [today|lately|anywhere]; give|hand me <topic>;
      what happened to|with <topic>; what is the story of|behind|with <topic>; can|may i have <topic>`,
  },
  {
    intent: 'talk',
    spoken: true,
    patterns: `
      talk|speak|chat|converse to|with <who>; talk|speak|chat; have a chat|word|conversation with <who>;
      start a conversation with <who>; talk to|with someone|somebody|anyone; approach <who>;
      interview|comfort|console|cheer <who> [up]`,
  },
  {
    intent: 'tell',
    spoken: true,
    toTheEnd: true,
    patterns: `
      tell <who> about <topic>; tell|inform|warn <who> [that|how] <words>; confide in <who>; confess to <who>;
      tell everyone [that] <words>`,
  },
  {
    intent: 'give',
    spoken: true,
    sure: true,
    patterns: `
      <mine> is|are for you; <mine> is|are for <to>; <mine> is|are yours [now]; here is|are <mine> [for] [you]; here take|have <mine>;
      i bring|brought|have|got you <mine>; i bring|brought|have|got <mine> for you; i have brought|got [you] <mine> [for] [you];
      would you like <mine>; you can|may have|keep <mine>; have <mine>`,
  },
  { intent: 'yes', spoken: true, patterns: `tell <who> yes; ${SAY} yes [to] <who>; ${SAY} yes` },
  { intent: 'no', spoken: true, patterns: `${SAY} no [to] <who>; ${SAY} no; refuse; tell <who> no|never` },
  {
    intent: 'say',
    spoken: true,
    toTheEnd: true,
    patterns: `
      ${SAY} <words> to <hearer>; ${SAY} to <hearer> [that] <words>; ${SAY} [that|out] [loud] <words>;
      i see [now]; i understand [now]; got it; fair enough; that makes sense; makes sense; good to know;
      come [along] with me|us; come along; follow me|us; join me|us; goodbye|farewell <who>; say goodbye|bye|farewell to <who>; call [out] to <who>; call for help; take care;
      congratulate|compliment|encourage|reassure <who>; good|nice|poor|dear|clever <hearer>`,
  },
];
