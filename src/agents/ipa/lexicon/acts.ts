// Ways to say what is done with hands, eyes and ears.
import type { Rule } from './rule.ts';
import { SEE } from './rule.ts';

const WITH = 'with|using';

export const acts: Rule[] = [
  {
    intent: 'look',
    patterns: `
      l; look [here]; keep|go|carry [on] playing; play on; back to the game|story; go|carry on with the story|game; ${SEE} around|about [here|me|myself|us]; look around this|the place|room;
      have|take a look [around]; describe this|the place|room; what is here|around; what is around me|here|us;
      what can i|you|we see [here|around]; what do i|you|we see [here|around]; what else is here; what is there;
      show me around; see; observe; turn|spin around|round; ${SEE} behind|above|below|beside|before [me|us]`,
  },
  {
    intent: 'examine',
    patterns: `
      x|examine|inspect|study|check|observe|watch|describe|view|consider|admire <thing>;
      ${SEE} at|in|into|inside|under|behind|through|over|upon <thing>; check|look out <thing>; check over <thing>;
      look <thing> over; ${SEE} what is in|inside|on|under|behind <thing>; look closely|carefully|closer at <thing>;
      take|have a [closer|good|quick] look at|in|inside <thing>; ${SEE} out [of|from] <thing>; ${SEE} up|down|back|over|across at <thing>`,
  },
  {
    intent: 'examine',
    sure: true,
    patterns: `
      look|see <thing>; is|are|was <thing> <words>; what is|are [in|inside|on|under|behind|about|with] <thing>;
      what about <thing>; what does <thing> look|feel like; how does <thing> look|work;
      is there anything|something in|on|under|behind|inside <thing>; what can you tell me about <thing>;
      can you see <thing>; show me <thing>; does <thing> <words>`,
  },
  {
    intent: 'search',
    patterns: `
      search|explore [here|around]; search|ransack|rummage|explore|investigate <thing>;
      search|rummage in|inside|through|under|behind <thing>; look|search around for <thing>; look|search for <thing>;
      find|seek <thing>; look around in <thing>`,
  },
  {
    intent: 'take',
    patterns: `
      take|get|grab|fetch|collect|snatch|obtain|acquire|steal|pocket <loose>; pick up <loose>;
      pick <loose> up; pick <loose>; take hold of <loose>;
      take|get|grab|lift|remove|pick|retrieve [up] <loose> from|off|out [of] <onto>; take up <loose>;
      take <loose> with me; take out <loose>`,
  },
  {
    intent: 'take',
    sure: true,
    patterns: 'i want|need <loose>; i would like <loose>; lift|remove|borrow|have|keep|carry <loose>',
  },
  {
    intent: 'drop',
    patterns: `
      drop|discard|release|leave <held>; put|set|lay|throw <held> down|away; put|set|lay down <held>;
      throw away|down <held>; let go of <held>; drop|leave <held> here; get rid of <held>;
      drop|leave <held> on the floor|ground`,
  },
  {
    intent: 'drop',
    way: 'back',
    patterns: `
      put|set|lay|throw <held> back; put|set|lay|throw back <held>;
      put <held> back where it|they was|were|belongs|belong|goes|go|came; put <held> back where i found|got it|them`,
  },
  {
    intent: 'give',
    patterns: `
      give|hand|offer|pass|show|bring|return|present|lend <held> [back|over] to <to>;
      give|hand|offer|pass|show|bring|lend <to> [back] <held>; give|hand|pass|bring <held> away|back|over; hand over <held>; hand over <held> to <to>; deliver <held>; deliver <held> to <to>; give|hand|offer|show|return <held>;
      share <held> with <to>`,
  },
  {
    intent: 'put',
    patterns: `
      
      put|place|set|lay|drop|insert|stick|hide|hang|leave|stand [down] <held> [down|back] on|in|into|inside|onto|under|upon|beside|near|behind|by|against|beneath|at|over|next [to] [top|of] <onto>;
      put|place <held> on top of <onto>; put|place <held>; cover|fill|wrap <onto> [up] with|in <held>; put|wrap|lay <held> around|round|over <onto>; throw|toss <held> into|at|in|on|onto <onto>`,
  },
  {
    intent: 'use',
    patterns: `
      use|try|operate|activate|apply <thing> on|with|to|in|at <with>;
      use|try|operate|activate|press|push|pull|turn|twist|wind|ring|play|move|shake|knock|row|sail|ride|wear|fix|repair|mend|clean|wash|polish|fill|empty|water|paint|cut|break|tie|untie|start|tend|stir <thing>;
      push|pull|turn|fix|repair|mend|clean|cut|break|tie|untie|wipe|fill <thing> ${WITH}|to|from <with>;
      turn off|over <thing>; turn <thing> off|over|around; put on <thing>; put <thing> on; take off <thing>;
      take <thing> off; knock on|at <thing>;
      sit|lie|stand|rest|sleep|kneel [down] on|in|at|by|beside|near|against <thing>; play with|on <thing>; take|have a seat on|at|by|beside <thing>;
      climb [up|down|over|on|onto|into|in] <thing>; get|crawl|creep|snuggle|curl [up] under|beneath|behind|in|into|with <thing>; wrap|cover myself [up] in|with <thing>; get in|into|on|onto <thing>; blow out <thing>; make <thing>;
      warm [up] at|by|beside|near <thing>; warm myself|up|my [hands|feet|fingers|back] at|by|over|on|beside <thing>;
      write|draw [in|on] <thing>; hold|raise <thing> [up]; knock; ring; swim in <thing>; help <thing>`,
  },
  { intent: 'use', sure: true, patterns: 'stop|halt|pause|silence <thing>' },
  {
    intent: 'open',
    patterns: `
      open [up] <door>; open [up] <door> ${WITH} <with>; pull|push|force|swing|pry <door> open;
      uncover|unwrap|unseal|unfold <door>`,
  },
  { intent: 'close', patterns: 'close|shut|seal|cover [up] <door>; push|pull|swing <door> shut|closed' },
  {
    intent: 'unlock',
    patterns: `
      unlock|unbolt|unlatch <door>; unlock|unbolt|open <door> ${WITH} <with>; use <with> to unlock|open <door>;
      use <with> on <door> lock`,
  },
  { intent: 'lock', patterns: `lock|bolt|latch <door>; lock|bolt <door> ${WITH} <with>; lock up <door>` },
  {
    intent: 'read',
    patterns: `
      read [from|through|over|in] <thing>; read what is [written] on|in <thing>; read; what does <thing> say; leaf|flip|page through <thing>`,
  },
  {
    intent: 'light',
    patterns: `
      light|ignite|kindle|relight [up] <thing>; light|ignite|kindle <thing> ${WITH} <with>; turn|switch on <thing>;
      turn|switch <thing> on; set fire to <thing>`,
  },
  { intent: 'eat', patterns: 'eat|taste|bite|nibble|devour <food>; take a bite of|from <food>; eat' },
  {
    intent: 'drink',
    patterns: `
      drink|sip|swallow [from] <food>; take a sip of|from <food>; have|take a drink [of] <food>; drink`,
  },
  {
    intent: 'listen',
    patterns: `
      listen [closely|carefully|around|quietly]; listen [closely|carefully] to|at|for <thing>; hear <thing>;
      what can|do i|you|we hear; what does <thing> sound like`,
  },
  {
    intent: 'smell',
    patterns: `
      smell|sniff [around|here]; smell|sniff [at] <thing>; smell|sniff the air; what can|do i|you|we smell;
      what does <thing> smell like`,
  },
  {
    intent: 'touch',
    patterns: `
      touch|feel|rub|stroke|pat|pet|hug|press|squeeze|embrace <thing>; hold|take|squeeze|touch <who> hand; hold <thing>;
      run my hand|hands|fingers over|along <thing>; what does <thing> feel like; hold hands with <thing>;
      reach for|out [to] <thing>`,
  },
  {
    intent: 'wait',
    patterns: `
      z; wait [here|around]; wait for <thing>; stay [here|there|put];
      rest|pause|stand|sit|relax|sleep|kneel [here|down|up|still];
      sit|lie|settle|stand [back] down|still|up|here|there; lie down; take a seat|walk|moment; sing a song; give me a minute|moment|second; i need a minute|moment|second; dance|sing with|for|to <who>; take|have a nap|rest;
      close my eyes; do nothing; go to sleep; stay where i am; have a seat; continue; go|carry on; keep going; next;
      think [hard|again|about] [it|this|that|things]; think it|this|that|things over|through; ponder; reflect; daydream; hesitate;
      let time pass; wait and see; wait a minute|moment|second; get|wake up;
      smile|nod|wave|shrug|sigh|cry|laugh|dance|sing|hum|whistle; smile|nod|wave|laugh at|to|with <thing>`,
  },
  {
    intent: 'inventory',
    patterns: `
      i|inv|inventory; check|open|show [me] my|the inventory|bag|pockets|things|belongings|stuff; inventory check;
      what do i have [with|on] [me]; what have i got; what am i carrying|holding|wearing;
      what is in my bag|pockets|hands|inventory|pocket|hand; what items do i have; what things do i have;
      list|check my things|items|belongings`,
  },
  {
    intent: 'where',
    patterns: `
      where am i; where are we; where is this; what is this place; what place is this; where exactly am i;
      where am i now; which place is this; where can|could|should|do|may i|we go [to] [from|next|now] [here|now|next]; exits;
      what are the exits; list exits; which ways can i go; which way can i go; map; where do i go; where to`,
  },
  { intent: 'where', patterns: 'where is|are|was <topic>; where did <topic> go; where can i find <topic>' },
  {
    intent: 'where',
    sure: true,
    patterns: `
      find|seek|locate <elsewhere>; look|search|call for <elsewhere>; show|tell me the way to <elsewhere>; directions to <elsewhere>;
      how do|can|could|does|would|should i|we|one get|go|come|find|reach [back] [to|into|inside] <elsewhere>;
      which|what way is|to [it] [to] <elsewhere>; what is the way to <elsewhere>; which way do i go to <elsewhere>`,
  },
  {
    intent: 'who',
    patterns: `
      who is|else here|around|there; who else is here; who is here with me;
      is anyone|anybody|someone|somebody here|around|home; who am i; who can i talk to; who [else] lives|works here;
      am i alone; who is this|that|she|he`,
  },
  { intent: 'who', patterns: 'who is|are|was <topic>; tell me who <topic> is' },
  // A verb alone: what it is to be done with is asked.
  { intent: 'take', patterns: 'take|get|grab' },
  { intent: 'drop', patterns: 'drop' },
  { intent: 'give', patterns: 'give|offer' },
  { intent: 'put', patterns: 'put|place' },
  { intent: 'use', patterns: 'use|push|pull|turn|play' },
  { intent: 'open', patterns: 'open' },
  { intent: 'close', patterns: 'close|shut' },
  { intent: 'unlock', patterns: 'unlock' },
  { intent: 'lock', patterns: 'lock' },
  { intent: 'examine', patterns: 'x|examine|inspect' },
  { intent: 'light', patterns: 'light' },
  // Understood, and nothing that this story does.
  {
    intent: 'unknown',
    patterns: 'kill|hit|attack|punch|kick|hurt|fight|slap|stab|shoot|strangle|bite|burn|destroy|smash|threaten <thing>',
  },
];
