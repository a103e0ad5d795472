// What may happen anywhere: common outcomes (o_<code>, told with the ids they are about), beginnings, endings, plain words.

=== opening
The last boat of the season puts you ashore on Orrin with the evening coming on. You have one letter in your pocket and a promise to put it into the right hands. Up on the head there is a lighthouse, and its lamp should have been lit an hour ago.
-> DONE

=== recap
{~This is where you left off: {place()}, with the evening where you left it.|You are still where you stopped: {place()}. Nothing has been moved.|{place()}, then, and the sound of the sea.} <>
{stage("lamp") == 0: {i_know("lamp_dark"):The lamp of Orrin has been dark for three nights, and the letter for Idris is still to be delivered. He sits in the lighthouse yard, north of Harbour Lane.|You have a letter to bring to Idris, the keeper of the light, up on the head.}}
{stage("lamp") == 1: {held("iron_key"):Idris has his letter, and you have his key; the green door at the foot of the tower is waiting.|Idris has his letter, and a ship called the Curlew will pass tonight, hoping for a light.} {i_know("needs_oil_and_wick"):The lamp needs a wick and oil.}}
{stage("lamp") == 2: The tower is open. {prop("lamp","wick"):The wick is in; the oil is not.|{prop("lamp","oil"):The oil is in; the wick is not.|The great lamp still wants its wick and its oil.}}}
{stage("lamp") == 3: The great lamp is ready, with wick and oil. It needs only a flame.}
{prop("friend","shared"):You and Pim have divided a bun between you.} {prop("picture","given"):Idris has a picture of himself that he had never seen from that side.} {prop("picture","swapped") && not prop("picture","given"):Ines has her blue, and you have her sketch.}
{stage("lamp") > 3: The light is going round over the water, and you had a hand in that.}
{stage("post") == 1: Wenna has lent you the brass handle for the old wall box on the head path.}
{stage("post") == 2: The wall box gave up a folded note, for Nell, in a neat upright hand.}
{stage("post") == 3: Idris has read the note he thought was lost, and wants it in the last bag.}
{stage("post") > 3: The last bag of Orrin is sealed, with a dozen letters in it.}
{stage("song") == 1: Corin is looking for the three pieces of a tune{not prop("song","strung"): and a string for his fiddle}.}
{stage("song") > 1: Come Home has been played to its end, and Corin has taken it down to the water.}
{prop("promises","idris"):Idris has your word.} {prop("promises","mara"):Mara has a promise of yours on her wall.} {prop("promises","pim"):You and Pim have shaken on something.} {prop("promises","bram"):There is a knot in Bram's twine on your account.} {prop("promises","wenna"):Wenna holds your undertaking, in triplicate.} {prop("promises","corin"):You gave Corin your word, in the margin of a hymn.} {prop("promises","oona"):The bees know what you promised Oona.} {prop("promises","ines"):A yellow dot on a door post stands for what you promised Ines.}
{carried() != "":You are carrying {carried()}.}
-> DONE

=== closing
{stage("lamp") == 0:{held("letter"):{~You let the evening be, for now. The letter is dry in your pocket, with its name on it, and the man it is for is not going anywhere.|The letter can wait until you come back. It has come a long way already, and paper knows how to wait.}|You let the evening be, for now. Nothing here will be lost for waiting.}}
{stage("lamp") == 1:{held("iron_key"):{~You have the key with you, and it is warm from your hand. The green door has been shut for three nights, and will not mind a little longer.|You leave it there, between the key and the door. Up on the head an old man has told somebody about his knee; that is done, whatever comes.}|{~Idris has his letter. You leave him reading it, on his bench, in what there is of the light.|The letter is in the right hands. Idris has gone back to the second page.}}}
{stage("lamp") == 2:{~The tower stands open behind you, for the first time in three days, and the air is going up the stair.|The green door is open, and the great lamp is waiting at the top of its steps. It is good at waiting.}}
{stage("lamp") == 3:The wick stands in the oil, and the oil is climbing it. When you come back it will be ready for you.}
{stage("lamp") > 3:{~The light goes round. You stand for a while and let it pass over you, and over the roofs, and out to where the ship went by. You can leave Orrin like this: lit, and lived in, and expecting somebody on Tuesday.|The light goes round behind you, and finds you, and lets you go, all the way down the lane.}}
{stage("post") > 3: Somewhere between here and the Curlew a letter is on its way, twelve years late and not late at all.}
{stage("song") > 1: Under everything, from the quay, goes a tune that somebody has remembered how to finish.}
{stage("post") > 0 && stage("post") < 4: The wall box has kept what it had for twelve years, and can keep it for another night.} {stage("song") == 1: The tune waits at its top note. It is allowed to wait.}
{prop("promises","idris") && stage("lamp") < 4:What you gave Idris your hand on is still good; he is not a man who counts the hours.|{prop("promises","mara"):What you promised Mara is on her wall, and walls keep.|{prop("promises","pim"):What you swore to Pim is sealed, and gulls have been told.|{prop("promises","bram"):There is a knot in a piece of twine, and it will hold till you come.}}}}
{~Go gently. The island will be here.|Whenever you come back, someone will have left a lamp in a window.|Good night, then. The island will go on with it.}
-> DONE

=== support
The story can wait. {~Nothing on the island minds if you stand still for a bit: the water comes in, the water goes out.|You find a step out of the wind and sit down on it, and for a time there is only the sound of the water.}
You can go on when you feel like it, or leave it for today. Both are fine.
-> DONE

=== refusal
{~That is not a way this story goes.|The story will not go down that path.} {~The wind shifts, and the evening is all still there around you.|The island waits, with other things in it to do.}
-> DONE

=== hint
{stage("lamp") == 0: {visits() == 0 && at("quay"):You have a letter with a name on it. The ferryman may know where the keeper sits.|{at("yard"):The letter in your pocket has his name on it.|Idris, the keeper, is in the yard of the lighthouse, north of Harbour Lane. He ought to have his letter.}}}
{stage("lamp") == 1: {held("iron_key"):{i_know("boathouse_way"):The key fits the green door. And the way to the boathouse is behind the hull in the cove.|The key fits the green door. As for oil and wick, the old hull in the cove deserves a proper search, or a word with Pim.}|{i_know("needs_oil_and_wick"):You had the key to the tower, and must have put it down somewhere.|Idris will talk now. Ask him about the lamp, or about the key.}}}
{stage("lamp") == 2: {held("oil_can") && held("wick"):You have what the lamp needs. It stands at the top of the stair.|{prop("lamp","wick") || prop("lamp","oil"):The lamp is half mended. Wick and oil were both in the chest in the boathouse.|The lamp wants oil and a wick. Both are in a chest in the old boathouse, behind the hull in the cove.}}}
{stage("lamp") == 3: {held("matches"):You have matches, and the lamp is ready.|You need a flame. There was a box of matches by the stove in the tea room.}}
{stage("lamp") > 3: The lamp is lit. There is nothing that must be done; but Idris is in the yard, and he would like to be spoken to.}
{stage("lamp") > 3 && stage("post") == 0: {~There is a postmistress on the Strand, too, with something on her mind about forgotten letters.|On the Strand, east of the quay, a post office is spending its last day.}} {stage("lamp") > 3 && stage("song") == 0: {~In the chapel, north of the Strand, somebody is looking for the end of a tune.|A fiddler sits in the chapel, short of a string and a tune.}}
{stage("post") == 1: The brass handle fits the wall box, out along the head path.} {stage("post") == 2: The note was written by Idris. It could be shown to him, or given to Wenna.} {stage("post") == 3: Wenna has the last bag open on her floor.}
{stage("song") == 1: {prop("song","strung"):Corin has his string.|Wenna keeps lost property, strings and all.} {prop("song","first") && prop("song","middle") && prop("song","last"):He has the whole tune now; ask him for it.|Bram, Oona and Idris each keep a phrase of the tune.}}
-> DONE

=== o_hint(a, b)
-> hint

=== o_recap(a, b)
-> recap

=== o_passed(a, b)
{~You go by {the(a)} without stopping.|You pass {the(a)}.}
-> DONE

=== o_done(a, b)
It is done.
-> DONE

=== o_moved(a, b)
You come to {the(a)}.
-> DONE

=== o_looked(a, b)
You look round {the(a)}.
-> DONE

=== o_lying_here(a, b)
{~You see {list(a)} here.|Here, too: {list(a)}.|You can also see {list(a)}.}
-> DONE

=== o_examined(a, b)
{~You look at {the(a)}, and there is no more to it than you thought.|Nothing about {the(a)} surprises you.}
-> DONE

=== o_taken(a, b)
{~You take {the(a)}.|You pick up {the(a)}, and it is yours to carry for now.|Into your pocket: {the(a)}.}
-> DONE

=== o_taken_all(a, b)
{~You take {list(a)}.|You gather up {list(a)}.}
-> DONE

=== o_dropped(a, b)
{~You put down {the(a)}.|You set {the(a)} down where you will find {it(a)} again.|You leave {the(a)} here.}
-> DONE

=== o_already_held(a, b)
{~You have {the(a)} already.|You pat your pocket. Yes: {the(a)}.}
-> DONE

=== o_take_person(a, b)
{~{the(a)} is not for carrying.|You think better of it. {the(a)} would have views.}
-> DONE

=== o_fixed(a, b)
{~You try {the(a)}, and {the(a)} stays where it is.|That belongs where it is, and has for years.|It would take more hands than you have, and a reason.}
-> DONE

=== o_not_yours(a, b)
{the(b)} has {the(a)}. You could ask.
-> DONE

=== o_not_here(a, b)
{~You look about, but {the(a)} {is(a)} not here.|Not here. You would have to look for {the(a)} somewhere else.|{the(a)} {is(a)} nowhere in sight.}
-> DONE

=== o_no_such_thing(a, b)
{~You look for it, but there is nothing of that kind here.|Whatever that was, it is not here, or goes by another name.|You turn right round once. Nothing here answers to that.|Not here, or not that you can find. "Look around" will show you what there is.|You cast about for it, high and low, and come up with a handful of evening.}
-> DONE

=== o_take_what(a, b)
{~Your hand goes out, and waits to be told what for.|Take what? You look round for something to the purpose.}
-> DONE

=== o_drop_what(a, b)
You go through your pockets. Which thing did you mean to put down?
-> DONE

=== o_give_what(a, b)
You hold out an empty hand. What did you mean to give?
-> DONE

=== o_give_whom(a, b)
You hold out {the(a)}. To whom?
-> DONE

=== o_open_what(a, b)
There is more than one thing in the world that opens. Which?
-> DONE

=== o_read_what(a, b)
Read what? You look about for something with writing on it.
-> DONE

=== o_with_what(a, b)
{~You are ready to. With what, though?|You stop, hands half raised. What was it you meant to use?}
-> DONE

=== o_not_held(a, b)
{~You do not have {the(a)} with you.|You go through your pockets twice. No sign of {the(a)}.}
-> DONE

=== o_does_not_fit(a, b)
{~You try it one way and then the other. {the(a)} and {the(b)} have nothing to say to each other.|It was worth trying. {the(a)} and {the(b)} go their separate ways.}
-> DONE

=== o_no_effect(a, b)
{~You give it a try, and the world goes on as before.|You do what can be done with {the(a)}. It makes no difference, but now you know.|Nothing comes of it. {the(a)} {is(a)} as {it(a) == "them":they were|before}.}
-> DONE

=== o_cannot_light(a, b)
{~{the(a)} would not thank you for setting fire to it.|That is not the thing on this island that wants lighting.}
-> DONE

=== o_cannot_eat(a, b)
{~You are not as hungry as that.|You give it a doubtful sniff, and decide against it.}
-> DONE

=== o_cannot_drink(a, b)
There is nothing in that to drink.
-> DONE

=== o_declined(a, b)
{the(a)} shakes a head at that, kindly enough.
-> DONE

=== o_nobody_here(a, b)
{~There is nobody here but you and the weather.|You are alone here. A gull looks up, but it is only being polite.|Nobody is by to hear it. The wind has an opinion, but it is a general one.}
-> DONE

=== o_stays_put(a, b)
{~Nobody is going anywhere just now.|You wait to be led somewhere. Nobody leads.}
-> DONE

=== o_where_to(a, b)
Which way? You can go {ways()}.
-> DONE

=== o_no_way(a, b)
{~There is no way on there. From here you can go {ways()}.|You try it, and come up against the end of things. You can go {ways()}.}
-> DONE

=== o_no_way_there(a, b)
{~You cannot get there in one go from here. From here you can go {ways()}.|That is not the next place along. You can go {ways()}.}
-> DONE

=== o_already_here(a, b)
You are there already: {place()}.
-> DONE

=== o_already_near(a, b)
{~You are as near as makes no difference.|A step is all it takes, and you take it. {the(a)} {is(a)} right here.}
-> DONE

=== o_one_at_a_time(a, b)
You stop at {the(a)}, to look about you before you go any further.
-> DONE

=== o_far_place(a, b)
{the(a)} is not to be seen properly from here. You would have to go there.
-> DONE

=== o_locked(a, b)
Locked.
-> DONE

=== o_way_open(a, b)
{the(a)} is not fastened. You can simply go.
-> DONE

=== o_stays_open(a, b)
You push it to. The wind, or the floor, or long habit brings it open again.
-> DONE

=== o_does_not_open(a, b)
{~{the(a)} is not the kind of thing that opens.|There is no lid to {the(a)}, nor a catch, nor a hinge.}
-> DONE

=== o_opened(a, b)
You open {the(a)}.
-> DONE

=== o_closed(a, b)
You close {the(a)}.
-> DONE

=== o_already_open(a, b)
{the(a)} is open.
-> DONE

=== o_already_closed(a, b)
{the(a)} is closed.
-> DONE

=== o_no_lock(a, b)
There is no lock there to turn.
-> DONE

=== o_already_locked(a, b)
{the(a)} is locked already.
-> DONE

=== o_already_unlocked(a, b)
{the(a)} is unlocked already.
-> DONE

=== o_wrong_key(a, b)
You try {the(b)} in the lock. It was never going to fit, and it does not.
-> DONE

=== o_no_key(a, b)
You have no key for that.
-> DONE

=== o_locked_now(a, b)
You turn the key twice the other way, and {the(a)} is locked.
-> DONE

=== o_unlocked(a, b)
The key turns twice, and {the(a)} is unlocked.
-> DONE

=== o_read(a, b)
{~There is nothing to read on {the(a)}.|You look for writing, and find only the usual scratches.}
-> DONE

=== o_search(a, b)
{~You search, and find it just as it seemed.|You look over, under and behind. Nothing new comes to light.}
-> DONE

=== o_listen(a, b)
{~You listen. The wind, the water, yourself.|You hold your breath to hear better. It is very quiet.}
-> DONE

=== o_smell(a, b)
{~Salt, mostly. On Orrin it is always salt, mostly.|You breathe in. Clean, cold air.}
-> DONE

=== o_touch(a, b)
{~You put out a hand. It is cold, and real, and a little damp.|Under your fingers it is just what it looks like.}
-> DONE

=== o_waited(a, b)
{~You wait. A minute goes past, in no hurry.|You let some time go by. The light changes by a shade.|You stand and wait, and the evening waits with you.|Nothing happens, and then goes on happening. You find you do not mind.}
-> DONE

=== o_ambiguous(a, b)
{~Which do you mean: {choice(a)}?|Do you mean {choice(a)}?}
-> DONE

=== o_which_only(a, b)
{~That can only be {the(a)}.|There is only one here: {the(a)}.|You must mean {the(a)}.}
-> DONE

=== o_which_among(a, b)
{~There are {list(a)}.|It could be {choice(a)}.|From here you see {list(a)}.}
-> DONE

=== o_which_heard(a, b)
{~None of them is here. You have heard of {list(a)}.|It could be {choice(a)}, and none of them is here.}
-> DONE

=== o_which_far(a, b)
{~That will be {the(a)}, which {is(a)} not here.|You have heard of {the(a)}. {it(a) == "them":They are|It is} not here.} {b != "":{the(b)} may know more.}
-> DONE

=== o_which_none(a, b)
{~Nothing that you can see goes by that name.|You look, and see nothing of that name.}
-> DONE

=== o_nobody_such(a, b)
{~You look round, and nobody here is called that.|Nobody here answers to that.|Whoever you mean is not here.}
-> DONE

=== o_nothing_taken(a, b)
{~You have taken nothing that could go back.|There is nothing to put back: you have taken nothing.}
-> DONE

=== o_not_taken(a, b)
{~You came with {the(a)}, so there is no place here to put {it(a)} back.|{the(a)} {is(a)} yours from before. {it(a) == "them":They go|It goes} back to no place here.}
-> DONE

=== o_which_what(a, b)
{~Call it by its name, and you will have it.|Which one, you ask yourself. Give it its name.}
-> DONE

=== o_inventory(a, b)
{carried() == "":Your pockets are empty.|{~You are carrying {carried()}.|You go through your pockets: {carried()}.}}
-> DONE

=== o_where(a, b)
You are at {place()}. From here you can go {ways()}.
-> DONE

=== o_who(a, b)
{people() == "":There is nobody here but you.|{~Here with you: {people()}.|You look round. {people()}, and you.}} {near("bram"):{~The man mending the net is Bram, who runs the ferry.|Bram is the broad one, with the needle.}} {near("mara"):Mara keeps the tea room.} {near("idris"):The old man on the bench can only be Idris Vane, whose name is on the letter.} {near("pim"):The girl with the pockets is Pim.} {near("wenna"):Wenna is the postmistress.} {near("corin"):Corin is the one with the fiddle.} {near("oona"):Oona is the one in the hat with the veil.} {near("ines"):Ines is the painter.}
-> DONE

=== o_story(a, b)
{You tell yourself one, under your breath: once there was an island that kept one light on, just in case.|There is nobody here to tell you a story. It may be that you are in one.}
-> DONE

=== o_again_what(a, b)
Again? You stop, and cannot quite say what it was. Tell it once more in full.
-> DONE

=== o_undone(a, b)
{~You take it back, and it is as though it had not happened.|Let it not have happened, then. And it has not.} You are at {place()}.
-> DONE

=== o_nothing_to_undo(a, b)
There is nothing to take back.
-> DONE

=== o_cannot_undo(a, b)
Too much has moved since then. That one stays done.
-> DONE

=== o_yes(a, b)
{~Good. Whatever you like, then: somewhere to go, something to look at, somebody to ask.|Yes. The evening seems to agree.|So be it. What would you like to do about it?}
-> DONE

=== o_no(a, b)
{~No, then. It is yours to say.|You shake your head, and let it be.}
-> DONE

=== o_unclear(a, b)
{~You stand with that thought for a moment, and cannot make an act of it. You could look around, or speak to somebody.|The wind takes that one before it turns into anything. Try it in other words: go somewhere, look at something, ask someone.|You begin, and stop, not sure what you meant to do. A short plain sentence might do it.|It is a thought, but not yet a thing to do. From here you can go {ways()}.}
-> DONE

=== o_no_answer(a, b)
There is no answer to that just now.
-> DONE

=== o_not_yet(a, b)
{the(a)} is not ready to speak of that.
-> DONE

=== o_said(a, b)
You say it aloud.
-> DONE

=== o_said_alone(a, b)
{~You say it out loud, and the air takes it. It feels different, having been said.|Nobody hears it but you and the island. That may be enough.}
-> DONE

=== o_thanks_alone(a, b)
You say thank you to the evening in general. It does no harm.
-> DONE

=== o_sorry_alone(a, b)
You say it quietly. There is nobody here who needs to hear it; perhaps it was for you.
-> DONE

=== o_promise_alone(a, b)
You promise it to the sea, which has heard a good many, and has kept them all.
-> DONE

=== o_greeted(a, b)
You greet {the(a)}.
-> DONE

=== o_feel(a, b)
{tone() == "sad": {~You stop where you are and let it be a heavy evening for a minute. The sea has room for it.|It sits with you like weather. You do not have to do anything about it just now.}}
{tone() == "anxious": {~You look for something that is holding still. The stone under your feet is. You stand on it.|Your breath is going a little fast. The waves are slower, and they do not mind being copied.}}
{tone() == "angry": {~You pick up a stone and put it down again, harder than it needs. The stone does not mind. It helps a little.|It is in your hands and your jaw. The wind takes some of it.}}
{tone() == "tired": {~You lean on the nearest thing that will bear it. There is no clock on this island that matters.|Tired, then. You let your shoulders drop. Nothing here is in a hurry.}}
{tone() == "neutral" || tone() == "curious": {~You notice how you are, and give it a nod, as you would to someone on the road.|You take stock for a moment. So that is how it is, this evening.}}
{tone() == "warm" || tone() == "playful": {~It is a good feeling, and you let it have the whole of your face.|You carry that along with you. It weighs nothing.}}
-> DONE

=== gentle
{~There is a step out of the wind here, and nobody minds if you sit on it for as long as you like.|The water comes in, the water goes out. Nothing here will happen before you are ready for it.|Somewhere a kettle is put on. The evening has room for you, at whatever pace you bring.|The light is soft on the stones. You can go slowly; the island does.}
-> DONE

=== close_soon
{The evening is drawing in on Orrin, and this would be a good place to stop for today. What you have done here will keep.|The lamps are being lit along the lane, one after another. It is a good hour to go in, and to come back another day.|It has been a full evening. You could let it end here, and find everything as you left it.}
-> DONE

=== o_gamehelp(a, b)
This is a game that you play by writing what you do. Short sentences work best: "go north", "look at the bell", "take the matches", "ask Bram about the weather", "give the letter to Idris".
You can also write "inventory", "where am I", "hint", "undo" or "recap". Write "stop" when you want to leave, or press the help button at any time if you want help for yourself.
-> DONE

=== o_back_brief(a, b)
{~Back to {the(a)}.|{the(a)} again.|You return to {the(a)}.|{the(a)}, once more.|And so to {the(a)}.}
-> DONE

=== o_looked_brief(a, b)
{~{the(a)}, as before.|All is as it was at {the(a)}.|{the(a)}: nothing has moved.} You can go {ways()}.
-> DONE

=== o_here_brief(a, b)
{~{the(a)} is here.|{the(a)} looks up.|There is {the(a)}.|{the(a)} nods to you.|Here is {the(a)}.}
-> DONE

=== o_examined_brief(a, b)
{~You know {the(a)} by now.|{the(a)}, just as it was.|Another look. Still {the(a)}.|Nothing new about {the(a)}.}
-> DONE

=== o_read_brief(a, b)
{~You have read that.|The words have not changed.|It says what it said.}
-> DONE

=== o_search_brief(a, b)
{~You have looked there.|Nothing more to find.|You search again. Nothing.}
-> DONE

=== o_listen_brief(a, b)
{~The same sounds, going on.|You listen a while longer.|Quiet, mostly.}
-> DONE

=== o_smell_brief(a, b)
{~As before, and salt.|Your nose agrees with itself.}
-> DONE

=== o_touch_brief(a, b)
{~It feels as it felt.|Still there, under your hand.}
-> DONE

=== o_answered_brief(a, b)
{~{the(a)} has told you that.|{the(a)} has no more to say of it.|"As I said," says {the(a)}.}
-> DONE

=== o_no_answer_brief(a, b)
{~{the(a)} has no answer to that, and looks sorry not to.|{the(a)} gives it some thought, and gives it up.|That is not a thing {the(a)} can tell you.}
-> DONE

=== o_not_yet_brief(a, b)
{~Not yet.|{the(a)} is not ready.|It is too soon.}
-> DONE

=== o_talked_brief(a, b)
{~You and {the(a)} pass the time.|A few words with {the(a)}.|{the(a)} talks, and you listen.}
-> DONE

=== o_greeted_brief(a, b)
{~{the(a)} greets you back.|A nod from {the(a)}.|"Hello," says {the(a)}.}
-> DONE

=== o_thanked_brief(a, b)
{~{the(a)} nods.|{the(a)} is glad of it.|"Any time," says {the(a)}.}
-> DONE

=== o_promised_brief(a, b)
{~{the(a)} has your word.|"I know," says {the(a)}.|Your promise stands.}
-> DONE

=== o_declined_brief(a, b)
{~{the(a)} will not have it.|"You keep it," says {the(a)}.|{the(a)} gives it back.}
-> DONE

=== o_said_brief(a, b)
{~{the(a)} listens, and goes on listening when you have stopped.|{the(a)} takes that in.|{the(a)} hears you.}
-> DONE

=== o_waited_brief(a, b)
{~You wait.|A little time passes.|You stay a while.}
-> DONE

=== o_inventory_brief(a, b)
{carried() == "":Nothing in your pockets.|{~You have {carried()}.|Still {carried()}.}}
-> DONE

=== o_no_effect_brief(a, b)
{~No change.|Nothing happens.|That does nothing.}
-> DONE

=== o_fixed_brief(a, b)
{~It stays put.|No. It will not move.|Not for taking.}
-> DONE

=== o_already_held_brief(a, b)
{~You have it.|It is in your pocket.}
-> DONE

=== o_not_yours_brief(a, b)
{~It is not yours to take.|{the(b)} has it.}
-> DONE

=== o_taken_brief(a, b)
{~You take {the(a)}.|{the(a)}, taken.}
-> DONE

=== o_dropped_brief(a, b)
{~You put {the(a)} down.|{the(a)} stays here.}
-> DONE

=== o_not_here_brief(a, b)
{~Not here.|{the(a)} {is(a)} not here.}
-> DONE

=== o_unclear_brief(a, b)
{~You cannot make an act of that.|That does not come to anything.|Try other words.}
-> DONE

=== o_locked_brief(a, b)
{~Locked, still.|It is locked.}
-> DONE
