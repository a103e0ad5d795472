// Ways to speak about the game itself, to answer it, or to ask for rest.
import type { Rule } from './rule.ts';

export const game: Rule[] = [
  {
    intent: 'stop',
    patterns: `
      quit|stop|end|bye|goodbye|q|logout|finish [now|here|please|playing]; good bye; bye bye;
      quit|stop|end|leave|exit|close the|this game|session|story|app|playing;
      quit|stop|end|leave|exit game|playing|session; stop it|this|here [now|here]; end this|here [now|here]; stop for now|today|tonight;
      i want|need|would like to|out stop|quit|leave|finish [now|here|please|it|this|playing]; i want|need|would like to end this|here [now|please]; want out;
      i want|need to stop playing [now]; call it a day|night; let us call it a day|night;
      let us stop|end|finish|leave it here [for] [now|today|there]; let us stop|finish there;
      that is enough|all|it [for] [now|today|tonight]; that will do|be [all|enough] [for] [now|today|tonight];
      enough for today|now|tonight; i am done [for] [now|today|tonight|here|playing]; i have [got] to go [now];
      i need|must|should to|go go|now [now]; i must|should go [now]; i got to go [now]; got to go;
      i have had enough [for] [now|today]; log off|out; sign off|out; see you later|tomorrow|soon; good night;
      goodnight; no more [for] [today|now|please]; can we stop|end|finish [here|now|please|there|for] [now|today];
      i need|want a break; take a break; i do not want to play [any|anymore] [more|now]; i do not want to continue;
      close gently [for] [now|today]; stop the story; end our session; finish up; wrap up; let us wrap [it|this] up`,
  },
  {
    intent: 'areyoureal',
    patterns: `
      are you real|human|alive|conscious|sentient;
      are you [a|an] [real] bot|robot|ai|human|person|machine|computer|program|chatbot|therapist|doctor|software [or] [a|an] [real] [bot|robot|human|person|machine];
      are you [a] real person|human; is this|it real;
      is this|it|that a|an bot|robot|ai|real|machine|computer [person|human];
      am i talking|speaking|chatting to|with a|an bot|robot|ai|real|machine|computer|human|person [person|human];
      what are you; is anyone|anybody|someone|somebody there; is anyone|anybody|someone reading this;
      is there a [real] person|human there|here|behind [this]; is a [real] person|human reading|writing this;
      who is reading this; who made|wrote this|you;
      i want|need to talk|speak to|with a [real] person|human|someone [real];
      can i talk|speak to|with a [real] person|human|someone [real]; do you have feelings;
      can|do you think|feel;
      are you an|a language model; is this just a game; are you just a program|machine|computer`,
  },
  {
    intent: 'gamehelp',
    patterns: `
      help [please|me]; i need|want [some] help [now]; what can i|we do [here|now]; what can|could i say|type|write [here|now];
      how do i|we|you play [this]; how does this|it|the work|game [work]; how do i|you save [the|my] [game|progress];
      save [game]; how do|can i save [this|my|the] [game|progress]; do i need to save;
      is this|it|my saved|saving [game|progress];
      commands|instructions|tutorial|controls|about|menu|settings|options;
      how do i|you start|begin|continue|undo|stop|quit|pause; what are the rules|commands|controls;
      what is this [game]; how does this game|story work; what do i type; explain the game;
      load|restore|restart [game]; how do i use this; how do|can i talk to people|someone|characters;
      how do|can i talk|speak to <hearer>; what is the goal|aim [of] [this|the] [game]; what is the point of this|the game; what am i supposed to do|say`,
  },
  {
    intent: 'hint',
    patterns: `
      hint|hints|clue [please]; give me a hint|clue; a hint [please]; hint me; i need|want [a] [some] hint|clue; i give up; i would like a hint|clue;
      i am stuck|lost; what should|do|shall i|we do [now|next|here]; what now|next; what is next; what happens next|now; what is there to do [here|now]; what can be done [here];
      what should|can|could i try [now|next]; where should|do i start|begin; any hints|ideas|clues;
      help me out|here; can i have|get a hint|clue; can you help [me]; could you help [me];
      i do not know what to do [now|next|here]; i have no idea; i do not know; suggest something;
      what do you suggest; not sure [what] [to] [do]; i am not sure [what] [to] [do]; i am confused`,
  },
  {
    intent: 'undo',
    patterns: `
      undo [that|it|this]; take that back; take it back; i did not mean that|it; i take it|that back; oops; revert;
      go back a turn|step; can i undo [that|this|it]; undo the last move|turn|step|thing`,
  },
  {
    intent: 'again',
    patterns: `
      g|again|repeat; do that|it again; try again; once more; one more time; same again; repeat it|that;
      again please; try that|it again`,
  },
  {
    intent: 'recap',
    patterns: `
      recap|summary|summarise|summarize [please]; what happened [so] [far|before|earlier|until|last] [now|time];
      what has happened [so] [far]; where were we; where was i; remind me [what] [happened]; remind me where we were;
      story so far; what was that; what did you say; say that again; what did i do [so] [far]; catch me up;
      what have i|we done [so] [far]; give me a recap|summary; previously; what happened just now;
      tell me what happened [so] [far]; sum it up`,
  },
  {
    intent: 'story',
    patterns: `
      story; tell [me|us] a [short|new|good|nice] story; tell [me|us] another story;
      i want|would like [to] [hear] a story; read me a story; a story please; tell me something; tell me more;
      start|begin the|a story; start|begin; surprise me; go on with the story; continue the story; tell me the story;
      know any [good] stories`,
  },
  {
    intent: 'technique',
    patterns: `
      breathe [in|out|deeply|slowly|again] [and] [out]; take a [deep|slow|long] breath;
      take [some|a] [few|couple] [of] [deep|slow] breaths;
      breathing|grounding|mindfulness|meditation|relaxation|exercise [exercise|technique|thing|practice];
      do|try|start|practise|practice [a|some|the|another] breathing|grounding|mindfulness|meditation|calming|relaxation|relaxing [exercise|technique|thing|practice];
      do|try an exercise|technique; meditate; calm down; help me calm|relax|breathe|ground [down|myself];
      help me to calm|relax|breathe [down]; ground|calm myself [down]; count my breaths|breath; five senses;
      show|teach me a breathing|grounding|calming [exercise|technique|thing];
      i need|want to calm|relax|breathe [down|myself]; something calming;
      practise|practice breathing|mindfulness|grounding; count to ten|four|five; breathing;
      need a breathing|grounding exercise|moment; reframe [that|this|it]; reframe the thought;
      how do|can i calm down; slow my breathing`,
  },
  {
    intent: 'gentler',
    patterns: `
      gentler|softer|slower [please]; be [more|a] [bit] gentle|gentler|softer|kinder|careful|kind; slow down;
      less intense|scary|dark|sad; this|it is too much|intense|scary|dark|sad|heavy|hard;
      too much|intense|scary|dark|heavy; something lighter|gentler|softer|nicer|calmer|happier; easy [on] [me];
      go easy [on] [me]; take it slow|easy|slowly; can|could it|this be gentler|softer|lighter|slower;
      can|could you be [more] [a] [bit] gentle|gentler|kinder|softer|slower;
      make it gentler|softer|lighter|easier|calmer; can we go slower|slowly; a bit gentler; tone it down;
      more gently`,
  },
  {
    intent: 'skip',
    patterns: `
      skip [this|it|that|ahead]; skip this|the part|scene|bit|question|one;
      can we skip [this|it|that] [part|bit|scene|one]; move on; let us move on; change the subject|topic;
      something else; can we do|try|talk something|about else; talk about something else; do something else;
      not this; pass; i would rather not [say|talk] [about] [it|this|that]; i do not want to talk about it|this|that;
      next part|scene; never mind; nevermind; forget it; avoid this`,
  },
  {
    intent: 'yes',
    patterns: `
      y|yes|yeah|yep|yup|sure|okay|certainly|absolutely|definitely|agreed|fine|aye; yes please|okay|sure; of course;
      sounds good|great|nice|fine; why not; i agree; i am ready; ready; go ahead; let us do it|this|that; let us go;
      i do; i will; i would|like love|that [to|that]; all right; okay then; sure thing; that is right|fine|true|okay;
      right|correct|exactly; do it; please do; i think so`,
  },
  {
    intent: 'no',
    patterns: `
      no|nope|nah; no thanks|way|thank [you]; not really|now|yet|today; i would rather not; i do not want to|that|it;
      i do not want|need <thing>; i do not think so; i refuse; no i do not; never; absolutely|definitely not;
      not at all; maybe later; i will not; shake my head; of course not; i am not ready [yet]; rather not; do not`,
  },
  {
    intent: 'which',
    patterns: `
      which [one|ones]; which <any>; which <any> do you mean; which one do you mean; what are my choices|options;
      which one is it; which are there; which do you mean; which of them|these|those; which [one] of the <any>;
      which <any> is|are it|that|this|there|meant|here; which <any> can i see|take|use; which <any> are you talking about|of`,
  },
  { intent: 'which', sure: true, patterns: 'what <any>; what <any> are there|here; what <any> do you mean' },
  {
    intent: 'feel',
    spoken: true,
    patterns: `
      i want|need it|this|that|everything|all to stop|end; i wish it|this|everything would stop|end; make it stop;
      how do|can|could i end it|this|everything|all [all]; how do|can|could i stop the|this|my pain|thoughts|feeling|hurting;
      what is the point [of] [anything|it|all|trying|everything]; it hurts; i can not do this|it [anymore|any] [more]; i can not cope|sleep|breathe|stand|go [with|on|it|this];
      i hate this|myself|it|everything; it is hopeless|hard|unfair; cry; i feel; i feel like crying|nothing; scream`,
  },
];
