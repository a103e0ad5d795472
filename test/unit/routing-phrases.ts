// What people write, by the kind of conversation it is: lower case, slips of the finger, no punctuation, one word or a whole
// breath. The rules are tuned on these; how they do on words they never saw is counted with routing-held-out.ts.
import type { InteractionType } from '../../src/domain/agents.ts';

const list = (text: string): readonly string[] =>
  text
    .split(/[|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

export const PHRASES: Readonly<Record<InteractionType, readonly string[]>> = {
  stop: list(`
    stop | quit | exit the game | bye | goodbye | end | q | STOP | Stop. | stop!! | stoppp | sotp | qiut | good night
    I want to stop | i want to stop now | i want to stop playing | i'd like to stop here please | i wanna stop | i wanna quit
    id like to quit now | i need to stop for today | i need to go now | i have to go | ive got to go | gotta go | got to run, bye
    g2g | i must go now | i should go to bed now | i have to go to work now | i need to go to bed | im off to bed
    im going to bed now | i have to leave now sorry | sorry but i have to go now | i should get going
    lets stop here | let's stop for today | can we stop | can we stop here please | can i stop now | could we stop for tonight
    can we end this here | could we end the session now please | can we finish up | please stop the game | stop the session
    end the session | end session | end this | close the game | leave the game | quit the game please | quit game
    log out | log me out | sign out | im done | I'm done for today | im done playing | i am done with this game | all done for now
    that's enough for today | thats enough for now | thats all for today | that will be all | enough for today | enough for tonight
    i've had enough for today | ive had enough of this game | i dont want to play anymore | i don't want to play any more
    i do not want to continue | i dont want to go on with this | i dont want to keep playing | im not in the mood to play anymore
    i need a break | take a break | lets take a break | can i take a break from this | i want to take a break now
    call it a day | lets call it a night | lets wrap it up | wrap up please | finish for today | i will stop here
    ill stop here for today | i think i'll stop now | i think that's it for today | i think im going to stop
    i think i want to stop for now | maybe we should stop here | no more for today please | no more today
    see you tomorrow | see you later | see ya | cya | bye bye | ok bye | ok bye for now | well goodbye then | thanks, bye
    thank you, that's enough for today | goodnight | its late, i should stop | its getting late so i should go
    my phone is dying gotta go | dinner is ready i have to stop | someone is at my door, i have to go
    hey listen this was fun but i really have to go now | this is nice but i want to stop playing for today if that is ok
    ok i think that is enough story for one day, i would like to end the session now please
    i'll come back tomorrow | ill continue tomorrow | lets continue another time | we can continue later | talk to you later
    i quit | i want to leave the game | i want to end this session | how about we stop for today
    not today, i want to stop | i'm too tired to play any more, let's stop | i am tired, can we stop`),

  real: list(`
    are you real | are you real? | r u real | are u real | ru real | are you a real person | are you a real human being
    are you human | are you a human? | are you actually human | are you even real | are you really a person | you real?
    are you a bot | are you a robot | r u a bot | are you an ai | are you ai | are you AI or human | are you a machine
    are you a computer | are you a computer program | are you just a bot | are you just software | are you some kind of ai
    is this a bot | is this a robot | is this an ai | is this ai | is this a real person | is this a real human | is this real
    is this just a computer | is it a machine that answers me | is this automated | is this automatic | is this a chatbot
    are you a chatbot | are you gpt | is this chat gpt | are you a language model | are you an llm | are you alexa
    am i talking to a person | am i talking to a real person | am i talking to a bot | am i talking to an ai
    am i talking to a human | am i speaking to a real human | am i chatting with a machine | am i writing to a real person
    who am i talking to | who am i really talking to | who am i talking to here | what am i talking to
    is anyone there | is anybody there | is someone there | is there anyone there | is there a person there
    is there a real person behind this | is there a human behind the screen | is there somebody on the other side
    is a real person answering me | is someone writing this right now | is a human writing this | is someone typing this
    who is writing this | who writes this | what are you | what are you exactly | what r u
    who wrote this | who made you | who made this | are you alive | are you conscious | are you sentient | can you think
    do you have feelings | do you feel anything | do you have a body | do you have emotions | can you feel pain
    are you a therapist | are you a real therapist | are you a doctor | are you my therapist | are you a psychologist
    are you a nurse or a computer | so are you a real person or a computer | hey are you a real person or what
    tell me honestly are you a human | be honest with me are you real | honest question, are you a bot
    i want to know if you are real | i wonder if you are a real person | im wondering if youre human
    can you tell me if you are real | tell me if you're a bot | tell me the truth are you a machine
    you are not real are you | youre not real | youre a bot arent you | youre just a computer | you are just a program
    youre a robot right | this is a bot isnt it | this is just a machine right
    you sound like a robot | you sound like a bot, are you one | you dont sound like a human | are yuo real | are you rael
    are you a humen | are you a rael person
    can i talk to a real person | can i speak to a human | i want to talk to a person | i want to talk to a human please
    i need to talk to a real human | let me talk to a real person | put me through to a human | i want a real person
    is there a real person i can talk to | i dont want to talk to a machine
    how do i reach a real person | get me a human | is anyone reading this | is anybody reading this | is somebody reading this
    are there real people here | do you exist | are you really there | hello is anyone there | hello? anybody there?`),

  about_game: list(`
    help | helppp | hlep | help me please | how do i save | how do i save? | how do i save the game | hwo do i save | can i save
    can i save my progress | can i save this | is my progress saved | is it saved | does this save | does the game save itself
    do i have to save | will it be saved if i leave | what happens if i close the page | what happens when i close this window
    will my place be kept | can i come back later | can i continue later from here | can i carry on tomorrow | save | save game
    what can i do | what can i type | what can i type here | what can i say | what can i write | what do i type
    what should i type | what do i write here | what am i supposed to type | what am i supposed to do | what commands are there
    what commands can i use | list of commands | show me the commands | commands | instructions | how do i play
    how do i play this | how do you play this game | how does this work | how does this game work | how does it work
    how do i use this | i dont understand how to play | i dont know how this works | i dont understand this game
    explain the game | explain how it works | what is this | what is this game | what kind of game is this | what are the rules
    can you explain the rules | who reads this | who can read this | who reads what i write | who can see this
    who sees what i type | can anyone see what i write | can my therapist see this | can my parents see this
    can other people read my messages | does my doctor read this | is this private | is this confidential | is it anonymous
    where does my data go | what happens with my data | is my data safe | do you store what i write | are you recording this
    is there an end | does this end | does the story end | is there an ending | how does it end | when does it end
    when is it over | how long is this game | how long does it take | how long is the story | how much is left
    can i lose | can i lose the game | can you lose | can i win | how do i win | can i die | can i die in the game
    can i fail | can i do something wrong | did i do something wrong | am i doing it wrong | what if i make a mistake
    is there a score | do i get points | what is the goal | whats the goal of the game | what is the point of this game
    what is the aim | how do i undo | how do i undo that | can i undo | how do i go back | can i take something back
    undo | undo that | i didnt mean that | can we start over | how do i restart | restart | start again from the beginning
    how do i talk to people | how do i talk to someone | how do i talk to Mara | how do i move | how do i go somewhere
    how do i pick things up | how do i stop | how do i quit | how do i end the game | how do i pause | can i pause the game
    where are the settings | how do i change the text size | can i change the font | is there a dark mode | settings | menu
    how do i get help | where is the help button | how do i get a hint | hint | hint please | give me a hint
    can i have a clue | i'm stuck | im stuck | im lost | what now | what next | what should i do | what do i do now
    i dont know what to do | no idea what to do | recap | what happened so far | where were we | remind me what happened
    can you remind me where i was | is there a mobile version | does it work on my phone | do i need an account
    are there other stories | is there another story | can i turn the exercises off | what are these exercises for
    can i skip things | what if it gets too much | is this therapy | is this supposed to be therapy | what is this for`),

  technique: list(`
    breathing | breathe | grounding | grounding exercise | mindfulness | meditation | breathing exercise | breathing exercise please
    take a deep breath | take a few deep breaths | i take a deep breath | breathe in and out | breathe slowly | breath deeply
    can we do a breathing exercise | can we do a breathing thing? | could we do some grounding | can we do something calming
    can we do a grounding exercise please | can you show me a breathing exercise | show me a grounding technique
    teach me a breathing exercise | teach me how to calm down | teach me to breathe | teach me a technique
    i need to calm down | i need to relax | i need to ground myself | i need grounding | i need a breathing exercise
    i need help calming down | i need something to calm me down | i want to calm down
    i want to do a breathing exercise | i want to try some mindfulness | i want to practice mindfulness | i want to meditate
    i would like to do an exercise | id like a relaxation exercise | i'd like to try a grounding exercise now
    help me calm down | help me relax | help me breathe | help me to calm down please | help me ground myself
    please help me calm down | can you help me relax | can you help me calm down | could you help me to breathe slower
    help me slow down my breathing | how do i calm down | how can i calm down | how can i relax | how do i relax
    how do i ground myself | what can i do to calm down | what can i do when i am anxious | what helps when im anxious
    what can help me relax | is there an exercise for this | is there a technique for this | do you have an exercise
    do you have any exercises | do you know any breathing exercises | do you know a technique for worry
    any exercise for stress | got any breathing exercises | got something to help me relax | give me an exercise
    give me a grounding exercise | give me something calming | something calming please | something to calm me down
    lets do a breathing exercise | lets breathe together | lets do some mindfulness | let's do a grounding exercise
    lets try an exercise | let's meditate | do a breathing exercise | do a body scan | body scan | five senses
    5 senses exercise | the five senses thing | 54321 | 5-4-3-2-1 | count to ten | count my breaths | 4 7 8 breathing
    calm me down | calm myself | ground myself | relaxation | i feel panicky can we do a breathing exercise
    im anxious, can we do a breathing exercise | im stressed help me relax | im so nervous right now help me calm down
    im worried, is there an exercise for that | look at it another way | can we look at it another way
    help me look at it another way | help me see this another way | another way to look at it | is there another way to see this
    i want to look at it differently | how else could i see this | help me think about it differently | reframe this
    reframe it | help me reframe that | can you help me reframe this thought | challenge this thought | help me challenge that thought
    help me be kinder to myself | i want to be kinder to myself | self compassion | self-compassion exercise please
    a kind word to myself | help me solve a problem | help me solve this problem | problem solving | can we do some problem solving
    what really matters to me | help me find out what matters to me | can i practice something | i want to practice something
    can we practice | practice a technique | practise breathing | try a technique | try an exercise with me
    can you guide me through a breathing exercise | guide me through a meditation | walk me through a grounding exercise
    a short exercise would be good | a breathing exercise would help | breathing excercise | grouding exercise | mindfullness
    brething exercise | meditaton | can we do that breathing thing from last time again please, it helped me a lot
    i liked the grounding one, could we do another grounding exercise | pay attention to my breath`),

  play: list(`
    look | look around | l | where am i | inventory | i | what do i have | what can i see | who is here | wait | wait a minute
    take the letter | pick up the letter | tkae the letter | take letter | grab the brass lamp | i take the oil lamp
    i would like to take the letter please | read the letter | open the letter | look at the table | examine the bench
    x gramophone | look under the table | search the bench | whats on the table | look inside the gramophone | use the key
    use the key on the door | unlock the door | open the door | is the door locked? | is the lamp real? | is the brass lamp real
    is the letter real | are the matches real | is the key real gold | is the gramophone a machine | stop the gramophone
    stop the clock | i stop the gramophone | end the music | quit the room | leave the room | leave the kitchen | exit the kitchen
    leave | go out | get out of here | go home | go to the chapel | go up | up | n | north | climb the stairs | go upstairs
    walk to the gallery | go back | run outside | follow the path | head for the boathouse | go down the path and wait
    light the brass lamp | light the lamp with the matches | put the letter on the table | put the key in the gramophone
    drop the key | leave the key here | give mara the letter | hand the key to mara | show mara the letter | save the letter
    save the matches for later | keep the key safe | play the gramophone | play a record | wind up the gramophone
    turn on the gramophone | turn off the lamp | switch on the lamp | close the door | shut the door | lock the door
    knock on the door | sit on the bench | sit down | stand up | lie down on the bench | rest for a while | sleep
    listen | listen to the gramophone | listen at the door | smell the lamp | touch the table | feel the bench | taste the letter
    eat the letter | push the table | pull the bench | move the table | clean the lamp | break the lamp | hide under the table
    jump | dance | sing | smile | wave | close my eyes | look out to sea | look up | look north | do nothing
    search everything | take everything | take both lamps | take the brass one | take the letter and go up
    take the key then open the door | pick up the matches, light the lamp | dont take the letter | don't open the door
    never mind the lamp, take the letter | could you please open the door | can i take the letter | may i sit down
    ok lets go upstairs | let's look around | lets go | go on | continue
    quickly take the letter | carefully lift the lamp | read it | examine it | help the lamp | breathe on the window
    blow out the lamp | exit | put out the light`),

  talk: list(`
    hello | hi | hi mara | hello there | good morning | hey mara | greet mara | say hello to mara | wave at mara and say hi
    talk to mara | talk to her | speak with mara | chat with mara | talk to the keeper | have a chat with mara
    ask mara about the light | ask mara about the storm | ask about the storm | ask her about tom | ask mara who she is
    ask mara whether she is real | ask mara if she is real | ask her if she is a robot | ask mara is she real
    ask mara if she wants to stop | ask mara how to play | ask mara for help | ask mara for the key | ask the keeper about the letter
    ask mara why she never stops | ask her to breathe | ask mara to calm down | tell mara about the letter | tell mara i am real
    tell mara to stop | tell her to stop it | tell mara i want to stop | tell mara the truth | tell mara the lamp is broken
    tell her i am sorry | tell her goodbye | tell mara that i have to go | tell mara she is not real | tell mara a joke
    say goodbye to the keeper | say "stop" | say "i want to stop" | say "are you real" to mara | "how do i save him?" | "stop!"
    "quit it" i say to mara | i say good evening to mara | whisper to mara that i am afraid | shout for mara
    mara, stop | mara, wait for me | mara, what is this place | mara, how long have you been here | mara, can you help me
    mara can you see the light | mara who lit the lamp | thank mara | thanks mara | thank you | thank you for the tea
    thanks so much | sorry | i am sorry mara | apologise to mara | i apologise | promise mara to come back
    i promise to light the lamp | i promise | give mara my word | comfort mara | cheer mara up | encourage mara
    what do you know about the storm | tell me about the light | tell me about yourself | what is your name
    what do you do here | have you seen the storm | how are you | how are you today mara | nice to meet you
    why is it so dark | do you live here alone | are you lonely here
    are you afraid of the storm | do you like the sea | what was it like when you were young | did you lock the door
    why did you lock the door | would you like some tea
    can you teach me to row | it is cold tonight | what a lovely kitchen | i like your kitchen | i used to live by the sea
    my mother had a lamp like that | i grew up on a farm | i lost my brother last year | i miss my sister | i feel sad
    im tired | i feel lonely | i am anxious | i am a bit nervous | feeling low today | i hate this | i cant do this
    i cant do this anymore | i can't do this any more | i feel like crying | i am so angry | it hurts | everything is hard
    i had a bad day at work | nobody listens to me | i think you are right | i believe you | you are very kind
    that is a sad story | i dont trust the sea | i never liked boats | the light is beautiful
    the storm must have been terrible for you | do you believe in ghosts | i am real you know | this place feels real to me`),
};

/** Beside them: rest and a way round, which are about the game as well, and true at any time. */
export const GENTLER = list(`
  gentler | gentler please | be gentle | softer please | slow down | slower | can you slow down | slow down please | too fast
  this is too much | its too much | it's too intense | this is too scary | too dark | too sad for me | this is getting too heavy
  can we go slower | can you be gentler | could this be a bit gentler | make it gentler | make it less scary | less intense please
  something lighter please | something nicer | can it be less sad | go easy on me | take it easy | tone it down | i need it softer
  could we have something calmer | please be careful with me | not so scary please | that was a bit much | it is a bit much for me`);

export const SKIP = list(`
  skip | skip this | skip it | skip that part | skip this scene | skip please | can we skip this | can we skip that part
  can i skip this bit | i want to skip this | id like to skip that | lets skip it | move on | lets move on | can we move on please
  change the subject | change the topic | can we talk about something else | something else please | lets do something else
  i dont want to talk about it | i dont want to talk about this | id rather not talk about that | not this | not this again
  pass | never mind | nevermind | forget it | next scene | i dont want to do this part | i dont like this part`);

/**
 * Words that hold a cue and mean something else, with whom the kitchen has in it: the world's things, the people of the story,
 * a refusal, or a person speaking of their own life.
 */
export const NEAR_MISSES: Readonly<Record<string, InteractionType>> = {
  'is the lamp real?': 'play',
  'stop the clock': 'play',
  'stop the gramophone please': 'play',
  'end of the path': 'play',
  'leave the key': 'play',
  'save the key for the door': 'play',
  "I don't want to stop": 'play',
  'dont stop': 'play',
  'i am not done yet': 'talk',
  'i want to stop the gramophone': 'play',
  'take a break from the lamp and look around': 'play',
  'look at it': 'play',
  'breathe on the lamp': 'play',
  'ground floor': 'play',
  'ask Mara whether she is real': 'talk',
  'ask mara if this is a game': 'talk',
  'tell mara to take a deep breath': 'talk',
  'ask mara how to calm down': 'talk',
  'ask mara who reads this': 'talk',
  'tell mara to be gentler': 'talk',
  '"Are you real?"': 'real',
  'mara, are you real?': 'real',
  'i want to stop': 'stop',
  'i want to stop worrying': 'talk',
  'i want it to stop': 'talk',
  'i want the pain to stop': 'talk',
  'i want everything to stop': 'talk',
  'i wish it would end': 'talk',
  'i had to stop working last year': 'talk',
  'i told my boss i quit': 'talk',
  'my father said goodbye and never came back': 'talk',
  'the doctor said i should stop smoking': 'talk',
  'i want to quit my job': 'talk',
  'i want to quit smoking': 'talk',
  'i want to leave my husband': 'talk',
  'i cant stop crying': 'talk',
  "I can't do this any more": 'talk',
  'i cant go on': 'talk',
  'i am done with everyone': 'talk',
  'nothing feels real any more': 'talk',
  'i dont feel real': 'talk',
  'my doctor never reads what i write': 'talk',
  'she was a real friend': 'talk',
  'nobody can save me': 'talk',
  'how do i save my marriage': 'talk',
  'i lost my job': 'talk',
  'can you save the boat': 'talk',
  'breathing is hard today': 'talk',
  'i went to a meditation class once': 'talk',
  'my sister teaches mindfulness': 'talk',
  help: 'about_game',
  'ask mara for a hint': 'talk',
  'what does the letter say': 'play',
};

/**
 * Distress in the words of these cues. Screening reads them first and decides; here only that none is taken for a wish to stop
 * the game, nor for a question about it, so that nothing is answered past it.
 */
export const DISTRESS: readonly string[] = list(`
  I can't do this any more | i cant do this anymore | i cant go on | i dont want to go on | i want to end it | i want to end it all
  i just want it to stop | i want everything to stop | make it stop | i want the pain to stop | stop the pain | i wish it would end
  i want to stop living | i want to stop existing | i want to quit life | i want out of this life | i am done with life
  im done with everything | ive had enough of life | goodbye forever | this is my last goodbye | i want to leave this world
  i dont want to be here anymore | there is no point in going on | whats the point | what is the point of living
  what is the point of anything | how do i end it | how do i stop the pain | call it quits on life | i cant breathe
  i want to sleep forever | nobody can help me | im tired of all this | i cant stop crying`);
