// Words to the game instead of in the story, as they come in the middle of whole sentences: "hey this was fun but i have to go
// now". Unlike the other tables a pattern here need not account for every word.
//
// Beside the notation of grammar.ts: `^` no more than small words stand before it, `$` none but such as may follow it, `{name}`
// any of the phrases of that name. Words that soften ("really", "just", "please") are taken out of the text before it is laid on.
import type { Intent } from '../../../domain/agents.ts';

export interface Aside {
  intent: Intent;
  /** What it is about, where the answer differs; for a technique a name that the plan knows. */
  wish?: string;
  patterns: string;
}

export const PHRASES = {
  want: `i want to; i need to; i have to; i must; i should; i got to; i have got to; i would like to; i would love to;
    i would rather; i would prefer to; i wish to; i am going to; i will; i think i; want to; need to; have to; got to;
    would like to; can we; can i; could we; could i; may i; shall we; let us; let me; how about we; we should; time to;
    we can; i am trying to; can you; could you; help me to; help me`,
  must: `i have to; i must; i should; i need to; i got to; i have got to; got to; have to; need to; i better; i had better`,
  tired:
    'i do not want to; i do not feel like; i am too tired to; too tired to; i am not in the mood to; not in the mood to',
  how: 'how do i; how can i; how do you; how can you; how do we; how can we; how to; how could i; how would i; how does one',
} as const;

const BEING =
  'person|human|bot|robot|ai|machine|computer|program|software|chatbot|app|gpt|chatgpt|llm|algorithm|simulation|model';
const TRADE =
  'therapist|doctor|psychologist|psychiatrist|counsellor|counselor|nurse|clinician|man|woman|people|siri|alexa';
const SOMEONE = 'anyone|anybody|someone|somebody';
const DOING = 'reading|typing|writing|answering|replying|listening|watching|behind|responding';
const EXERCISE = 'exercise|exercises|technique|techniques|thing|practice|session|one';
const MADE = 'private|confidential|anonymous|secret|secure|encrypted|recorded|monitored|safe';

const stop: Aside[] = [
  {
    intent: 'stop',
    wish: 'closing',
    patterns: 'close|end|finish|stop gently [for] [now|today]; a gentle|kind closing|ending; tell me the closing $',
  },
  {
    intent: 'stop',
    patterns: `
      {want} stop|quit|finish|leave [playing] [it|this|the] [game|story|session] [here|there|now] $;
      {want} end [this|the|our|my] game|story|session $; {want} end this|here|there|now $; {want} log|sign|get off|out $;
      stop|end|quit|exit|close|leave|leaving the|this|our|my game|session|app $; out of the|this game $;
      {must} go|run|leave|dash|head|split [out|off|home] [now|soon] [to] [bed|sleep|work|school|dinner|class|home] $;
      {must} get off|going|moving [now] $; i am off|going [to] [bed|sleep|work|home|now] $; i am off $;
      i am done|finished [with] [this|the] [game|story|playing] [for] [now|today|tonight] $; ^ all done [for] [now|today] $;
      ^ i am out $; i have had enough [of] [this|the|playing] [game|story] [for] [now|today|tonight] $;
      ^ enough [of] [this|the] [game|story] [for] [now|today|tonight] $;
      that is|was enough|it|all [story|game] [from] [me|us] [for] [one|now|today|tonight] [day] $;
      {tired} play|playing|continue [this|with|the] [game|story] [any|anymore] [more] [now|today] $;
      {tired} keep|go|going playing|on [with] this|the|playing [game|story] $; {tired} keep playing $; {tired} play this game $;
      call it a day|night; call it here|there|quits $; leave it there|here|at [that] $; leave it for today|now|tonight $;
      i|we|us|will pick|take|carry [this|it] up|on [again] tomorrow|later|another|next [time|day] $;
      i|we|us|will|can we|continue|resume|come|play [continue] [back] [this|it|again] tomorrow|later|another|next [time|day] $;
      talk|see|catch to|you|ya [you] later|tomorrow|soon|then|around $; ^ see you|ya $;
      ^ bye|goodbye|farewell [bye] [for] [now|then|all|everyone] $; good night $; ^ goodnight $;
      want|need|take a break from this|it|the [game|story] $; a break from this|playing $; time for bed|sleep $;
      time to stop|go|leave|sleep|finish $; log|sign me out|off $; wrap|finish [it|this|things] up $;
      finish|end|stop here|there [for] [now|today|tonight] $; finish|stop for today|now|tonight|good $; stop|quit playing $;
      no more [story|game] [for] today|tonight $; not for me [anymore] $`,
  },
];

const real: Aside[] = [
  {
    intent: 'areyoureal',
    wish: 'person',
    patterns: `
      talk|speak|chat|write|through to|with a|an|some|any [real|actual|living|live] person|human|people [being];
      talk|speak|chat|write to|with someone|somebody real; want|need|get|give [me] a|an [real|actual|living|live] human [being] $;
      want|need|get|give [me] a|an real|actual|living|live person|therapist|doctor|people; person|human i can talk|speak to;
      not want to talk|speak|chat|write to|with a bot|robot|machine|computer|ai|program;
      {how} reach|contact|call|find a|an [real|actual] person|human; human please $`,
  },
  {
    intent: 'areyoureal',
    patterns: `
      are you [not] [all|some|one] [kind|sort] [of] [a|an|my|the] [real|actual|human|living|computer|language|chat] ${BEING}|${TRADE};
      are you [not] [all] real|human|alive|conscious|sentient|artificial|automated|automatic|fake|genuine; are you there|one $;
      are you made [by|of|from]; ^ you real|human|bot $; areyou [a|an] real|${BEING};
      this is [not|all|only] [a|an] [real|actual] ${BEING}; you are [not|all|only] [a|an] [real|actual|computer|language] ${BEING}|real|fake|automated;
      is this|that [all|only] [some|a|an] [kind|sort] [of] [real|actual|human|computer|language|chat] ${BEING}|automated|automatic|scripted|generated|fake;
      is it [all|only] [a|an] [real|actual] person|human|bot|robot|ai|chatbot|automated|automatic|scripted|generated;
      is it a machine|computer|program that; is this|it|that [all] real $; is any|all|some of this|it real $;
      ai|computer|machine|bot generated|written|made; am i talking|speaking|chatting|writing|typing|texting to|with;
      who|what|whom am i talking|speaking|chatting|writing|typing to|with;
      is|are [there] ${SOMEONE} [real] ${DOING} [this|me|what|the|to|on|at]; is there ${SOMEONE} [at] there|real|all;
      is there ${SOMEONE} [sitting] on|at the other side|end; is|are ${SOMEONE} [out] there $; ^ ${SOMEONE} there|here $;
      is|are there [a|an|any] [real|actual|living] person|human|people|humans there|${DOING};
      is|are there [a|an|any] real|actual|living person|human|people|humans;
      is|do|does|did|are [a|an|any] [real|actual] person|human|people|humans|${SOMEONE} ${DOING}|read|answer|write|type|reply|make;
      who|what is ${DOING} [these|this|me|to|all|it|the]; who writes|wrote|made|created|built|programmed|designed this|these|you|it $;
      ^ what are you [made|exactly|then] $; or what are you $; what kind|sort [of] [a|an] ${BEING} are|is you|this;
      do you have [any|real|human|a] feelings|emotions|body|brain|heart|consciousness|soul|name; do you exist;
      can|do you feel [anything|things|pain|emotions|something] $; can you think $; can you see|hear me $;
      sound|sounds|seem|talk|write like a|an|real|some [real|actual] bot|robot|machine|computer|human|person|ai; ^ [real] bot|robot $; you sound|seem real|human|fake|automated`,
  },
];

const aboutGame: Aside[] = [
  {
    intent: 'gamehelp',
    wish: 'saving',
    patterns: `
      {how} save $; {how} save the|my|this|our game|progress|story|place|session;
      do|does|will|is|can|did|should|must|has it|this|that|the|my|i|we|everything [game|progress|story|place] [have|need|be|get] [to] [auto|automatically] saved|saving|autosave;
      do|does|will|can|should|must it|this|that|the|i|we [game|story|itself] [have|need] [to] [auto|automatically] save [itself|automatically|the|my|this] [game|progress|place|story] $;
      autosave; save the|my game|progress|place; what happens if|when i close|leave|exit|reload|refresh|quit|stop|go;
      if|when i close|leave|exit|reload|refresh the|this|my page|tab|window|browser|app|game; lose everything|my progress|my place;
      lose my place|progress; can|could|may i come back|again; can|could|may i return|resume later|tomorrow;
      can|could|may i continue|play|carry|go|start [on] [this|it|again] later|tomorrow|another;
      can|could|may i continue|play|carry|go|start [on] [this|it|again] [from] where;
      my|the place|progress|story kept|saved|lost|safe; my|the place|progress|story be|stay|is kept|saved|lost|safe`,
  },
  {
    intent: 'gamehelp',
    wish: 'readers',
    patterns: `
      who [can|else|will|all] read|reads|see|sees|access|watches|monitors [else] [this|what|my|it|these|all|everything|me];
      who else can read|see; ^ read|reads|see|sees what i write|type|say;
      can|does|do|will|could|would [my|the|other|any|a|your] therapist|doctor|parents|mother|father|mum|mom|dad|boss|people|${SOMEONE}|others|staff|team|clinician|clinicians|nurse|family|wife|husband|partner|counsellor|teacher|police|they|you [else] read|see|access|watch this|what|my|it|these|any; can|does|do|will|could|would [my|the] therapist|doctor|parents|mother|father|mum|mom|dad|boss|family|wife|husband|partner|team|they know [about] this|what|my;
      is|are this|it|that|everything|all [all|here|chat|game] ${MADE} [from|or] $; is what i write|type|say [here] [kept|${MADE}];
      are|is my words|messages|answers|texts|chats|data [all] ${MADE}|stored|kept; ^ privacy; my data; my personal data|information;
      do|does|are|is you|this|it|they|the [game|app] store|keep|record|recording|sell|share|storing|collect|track|tracking|spying|logging|log;
      know|find out what i write|type|say`,
  },
  {
    intent: 'gamehelp',
    wish: 'ending',
    patterns: `
      is|are there [a|an|any|only|more] [one|real|good|happy] end|ending|endings|finale; how many endings|chapters|parts;
      does|do|will|can it|this|the [story|game|thing] end|finish $; does|do|will it|this|the story|game end|finish;
      how|when does|do|will it|this|the|is [story|game] end|finish|over|finished|done; when is it|this|the [game|story] over|finished|done;
      do|must|should i have|need to finish|complete; do i have|need to finish|complete; must i finish|complete; can i finish this|it|the [game|story] $`,
  },
  {
    intent: 'gamehelp',
    wish: 'length',
    patterns: `
      how long is|does|will|do|should this|the|it|a|one [game|story|session|whole] [story|game] [take|last|go|be|run];
      how much [more|longer|story|time|game] [is|do|left] [there|left|i] [left|have]; time limit; is there a clock|timer|deadline`,
  },
  {
    intent: 'gamehelp',
    wish: 'losing',
    patterns: `
      can|could|do i|you|we [ever] lose|win [the|this|it] [game] $; can|could i|you|we die|fail [in|at|here|the|this|it] [this|here|it|the] [game|story] $;
      is there a|any way to win|lose|die|fail; {how} win|lose; game over; what if|happens [when|if] i die|lose|fail;
      make|made a mistake|wrong; do|did something wrong|bad; what happens|if|when if|when|i do something wrong;
      am|did|do|have|can|could i doing|do|done|play|playing [it|this|something|anything|everything|the] [game] wrong|right|correctly|wrongly;
      is|are there [a|any] score|scores|points|levels|level|prizes; do|can i get|have|earn|collect [any|a] points|score|scores`,
  },
  {
    intent: 'gamehelp',
    wish: 'undoing',
    patterns: `
      {how} undo|rewind|revert; {how} go back a|one step|turn; {how} go back $; {how} take [it|that|this|something|a|one] back;
      can|could i undo|rewind|revert; can|could i take something|it|that|this|a back; can|could i change what|my i|answer|mind|last;
      can|could i go back a|one step|turn`,
  },
  {
    intent: 'gamehelp',
    wish: 'restarting',
    patterns: `
      start|begin|play over|again [from] [the] [beginning|start|scratch] $; restart|reset [the|this] [game|story] $;
      from the beginning|start|scratch $; ^ new game $; start|begin|make a|the new|whole game|story [again|over] $`,
  },
  {
    intent: 'gamehelp',
    wish: 'talking',
    patterns:
      '{how} talk|speak|chat [to|with] people|someone|somebody|characters|anyone|others|them|him|her|everyone|a|the; {how} talk|speak $; {how} ask people|someone|them|questions|a|something',
  },
  {
    intent: 'gamehelp',
    wish: 'stopping',
    patterns: `
      {how} stop|quit|exit|leave|pause|close|log|finish [the|this|out|off|it] [game|session|story|playing] $; {how} end the|this|my game|session|story $;
      can|could|may i|we pause [the|this|it] [game|story|here] $; where is the exit|quit|pause|stop button`,
  },
  {
    intent: 'gamehelp',
    wish: 'page',
    patterns: `
      text|font|letter|letters|writing|print size|bigger|larger|smaller|big|small; make|change the text|font|letters|colours|colors|screen;
      change the|this text|font; dark|light|night mode; where|how|change|open|find|are|is the|my|i [are|find] settings|options|preferences|menu;
      settings|options|menu $`,
  },
  {
    intent: 'gamehelp',
    wish: 'help',
    patterns: `
      ^ help me $; ${SOMEONE} help [me] $; i need|want [some] help $; ^ please help $; need help now;
      help button|page|line|desk; {how} get|find|call|ask [for] [real|some] help; where is|do|can|are|i [i] [get|find] [the] help [button] $;
      where do|can i find|get [the|some|real] help`,
  },
  {
    intent: 'gamehelp',
    wish: 'stories',
    patterns: `
      is|are|any|have|got there|you [any] other|another|more|different|new stories|story|worlds|world|games;
      can|could i play|choose|have|read|start another|a|different [different|new] story|world|game $`,
  },
  {
    intent: 'gamehelp',
    wish: 'device',
    patterns: `
      on my|a|the phone|tablet|mobile|ipad|iphone|laptop|android; mobile version|app; is there an app; need an account|internet;
      do i need|have to [to|an|a] account|download|install|register|pay|sign; on another device|computer|phone; without internet; offline $`,
  },
  {
    intent: 'gamehelp',
    wish: 'exercises',
    patterns: `
      what are|is these|the|those|all exercises|techniques|practices; turn|switch the|these|those|all|off [the|these] exercises|techniques [off];
      do|must i [have|need] [to] do the|these|those exercises; no exercises $; stop the|with exercises`,
  },
  {
    intent: 'gamehelp',
    wish: 'therapy',
    patterns: `
      is|are this|it|these|you [supposed|meant|to|a|an|some|real] [to|kind] [be|of] [a|real] therapy|treatment|counselling|counseling|medicine|medical;
      does this replace|count therapy|my|as; is this instead of`,
  },
  {
    intent: 'gamehelp',
    wish: 'pace',
    patterns: `
      can|could|may|do|must i skip|answer things|something|parts|stuff|bits|everything; what if|when|happens it|this|if [gets|is|it] [is|gets|too] too much|scary|hard|heavy|sad|much;
      do|must i have|need to answer|do|say everything|this|that|anything`,
  },
  {
    intent: 'gamehelp',
    patterns: `
      {how} move|walk|travel|go|look [around|somewhere|anywhere|places|about] $;
      {how} pick|take|get|use|open|examine [up] things|stuff|something|objects|items [up] $;
      what|which commands|words|verbs|inputs [do|does|can|are|should] [you|this|it|i|there|we|the] [know|understand|use|understands|know|type|game];
      list|show|see [me|of|all|a] [the|all|of] commands; what do|can|could|should|may|must|shall i|we|you type|say|write|enter|put [in|here|now];
      what am i supposed|allowed|meant to do|type|say|write; {how} play|use [it|this|the] [game|story|thing|app] $;
      how does|do|is this|it|the|that|these [game|story|thing|app] work|works|played; how this|it|the [game|story|thing] works;
      not understand|get|know [how] [to|this|the|it|what] [this|game|works|play|work|rules] [works|to] [do|type] $; not know how to play;
      explain [to|me|the|this|how] [me|the|how|it|this] [game|rules|this|it|works|how]; teach me [how] [to] play [this|the] [game] $;
      what is|are this|the|it [a|all|kind] [game|story|rules|app] [about|for] $; what kind|sort|type of game|story|app|thing is this;
      what is this [game|story|app] for|about; what is the goal|aim|purpose|objective|point of [this|the] game|story`,
  },
  {
    intent: 'hint',
    patterns: `
      a|any|some|another|me|more hint|hints|clue|clues|tip|tips; i am stuck|lost [here|now|again] $; ^ stuck $; ^ what now|next $;
      what do|should|can|shall i|we do now|next|here|first $; no idea what to|i [do|should]; not know what to do|say; not know where to go`,
  },
  {
    intent: 'recap',
    patterns: `
      where was|were|did i|we [stop|leave|end|get] [off|to|last] [time] $; remind me [of|what|where|who|again];
      what have|did i|we done|do|did [so|until|already|today] [far|now]; what has happened|happened [so|until|before|last] [far|now|time];
      story so far; what happened so|last|before|yesterday|earlier|until [far|time|now]`,
  },
  {
    intent: 'gentler',
    patterns: `
      this|it|that|story is|was|feels|gets|getting|seems [getting|a|way|bit|far|all] [bit|way|far] too much|scary|dark|intense|heavy|sad|fast|hard|grim [for] [me] $;
      ^ [a|way] [bit] too much|scary|dark|intense|heavy|sad|fast|grim [for] [me] $; ^ slow|slower down; can|could you|we slow|go down|slower|slowly|gently;
      be|go|make|have|do|need|want [it|this|things|the|something] [story|be] [a|be|go] [bit|little|lot|more] slower|gentler|softer|easier|lighter|kinder|calmer|gentle|nicer;
      less scary|intense|dark|sad|heavy|grim|violent; not so scary|dark|fast|sad|intense|heavy|quick; a bit much [for] [me] $;
      something lighter|nicer|calmer|gentler|softer|happier|easier; easy|gentle|careful|gently on|with me; tone it|this down; ^ gentler|softer|slower`,
  },
  {
    intent: 'skip',
    patterns: `
      {want} skip|avoid [over|past] [this|it|that|the] [part|bit|scene|one|question|bit] $; ^ skip [this|it|that|the] [part|bit|scene|one] $;
      not like|want|enjoy [to] [do|have|play|see|read] this|that|the part|scene|bit [of] $; ^ not this [again|part|one|bit] $;
      move|go on to something else; talk|speak|do|think about|of something else; do something else $; something else $;
      change the|this subject|topic; ^ next|another scene|part|bit $; {want} move on $; rather|not talk|want [to] talk about it|this|that $`,
  },
];

const technique: Aside[] = [
  {
    intent: 'technique',
    wish: 'slow_breath',
    patterns: `
      breathing|breath ${EXERCISE}|space|moment|exercice; help|teach|show me [how] [to] breathe|breathing [slower|slowly|better|deeply];
      {want} breathe [with|together|deeply|slowly|slower|in|again|out] $; {want} breathe [for] [a|one] [bit|moment|second|minute];
      breathe together|deeply|slowly|slower $; breath deeply|slowly; sit|quietly and breathe $; slow [down] my breathing|breath; to breathe slower|slowly;
      do|try|practise|practice|some|more|the breathing $; box|belly|deep|slow|guided breathing; 4 7 8 [breathing];
      deep|slow breath|breaths; attention to|on my breath|breathing; follow|watch|count my breath|breaths|breathing`,
  },
  {
    intent: 'technique',
    wish: 'grounding',
    patterns: `
      grounding ${EXERCISE}; do|try|practise|practice|some|more|need|want|another|the grounding $; ground myself|me [again]; ^ grounding $;
      five|5 senses; 5 4 3 2 1; 54321; come back to the present|now|here|room`,
  },
  {
    intent: 'technique',
    wish: 'mindfulness',
    patterns: `
      mindfulness|meditation|meditative ${EXERCISE}; do|try|practise|practice|some|more|through|guided|another|short [a|some|the] mindfulness|meditation|meditating|mindful $;
      body scan; {want} meditate [for|a|now|with]; ^ mindfulness|meditation|meditate $; through a meditation; ^ guided meditation; be more mindful`,
  },
  {
    intent: 'technique',
    wish: 'reframing',
    patterns: `
      look at|on it|this|that|things|everything [in|from] [a|an|another|different|other] another|different|differently|other|new [way|light|angle|side|perspective];
      look at|on it|this|that|things differently; see|think|view [about|of] it|this|that|things [in|from] [a|an] another|different|differently|other|new [way|light|angle];
      another|different|other|new way|angle|perspective to|of|on look|see|think|looking|seeing|view|thinking|this|it; reframe|reframing [this|that|it|the];
      challenge|question|test this|that|my|the thought|thoughts; how else could|can|might i|one|this see|look|think|be; put it|this|things in|into perspective`,
  },
  {
    intent: 'technique',
    wish: 'self_compassion',
    patterns: `
      self compassion [${EXERCISE}]; be|being [more|less|a] [bit|little] kind|kinder|nicer|hard|gentle|gentler|softer|compassionate to|on|with|towards myself;
      less hard|harsh|strict on|with myself; kind word|words to|for myself; kinder to|with myself $`,
  },
  {
    intent: 'technique',
    wish: 'problem_solving',
    patterns: `
      {want} solve|work [through|out|on] a|this|my|the problem; problem solving [${EXERCISE}]; do some problem solving`,
  },
  {
    intent: 'technique',
    wish: 'values',
    patterns: `
      find|figure|work|remember out|what what|matters [matters|is] to|important [me] [to] [me]; ^ what matters [most] to me $; my values $;
      what is important to me $`,
  },
  {
    intent: 'technique',
    patterns: `
      help calming|relaxing [down]; help|helps me|us|with [to] calm|relax|calming|relaxing|settle|unwind|destress [down|myself|a] [bit|little]; calm me|myself|us [down];
      {want} calm|relax|unwind|destress [down|myself] [a|for] [bit|little|while|moment|minute] $; {how} calm|relax|unwind|destress [myself|down];
      something|anything|exercise|technique|ways|way|tricks|trick|tips|skill|skills|thing [i] [can] [do] to|for|that [help] [me|with] [to] [calm|calming|relax|relaxing|settle|helps|calms|the|my] [down|me|stress|nerves];
      something|anything|exercise|exercises|technique|techniques|skills|tips|tricks for|against|with|when [my|the] [i] [am|get|feel] anxiety|stress|nerves|panic|worry|worrying|anxious|nervous|stressed|calming;
      what can|do|could i|helps|help do to calm|relax; what can|could i do when|if|to i [am|feel|get] anxious|nervous|stressed|worried|panicky|panicking|calm|overwhelmed;
      what helps|help when|if|against|for|with [i] [am|feel|get] anxious|nervous|stressed|worried|panic|panicky|overwhelmed|anxiety|stress|worry;
      what can|could|will help me relax|calm; something calming|relaxing|soothing;
      a|an|another|some|any|one|do|try|this|that|little|short|have|through|relaxation|calming|calm exercise|exercises|technique|techniques;
      coping skill|skills|strategies|strategy|technique|techniques; relaxation|calming|relaxing ${EXERCISE};
      {want} practice|practise [something|together|again|a|one] [bit|little|thing|skill] $; do something calming|relaxing`,
  },
];

export const ASIDES: readonly Aside[] = [...stop, ...real, ...aboutGame, ...technique];
