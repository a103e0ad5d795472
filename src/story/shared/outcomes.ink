// Words for what may happen in any world, for authors who do not write their own: a world includes this file by its name.
// It speaks of no place, weather or person.

=== support
The story can wait. You can go on when you feel like it, or leave it for today. Both are fine.
-> DONE

=== refusal
{~That is not a way this story goes.|The story will not go down that path.}
-> DONE

=== o_hint(a, b)
-> hint

=== o_recap(a, b)
-> recap

=== o_agreed(a, b)
{~You nod, and {the(a)} takes that for an answer.|You say yes. {the(a)} has heard it.}
-> DONE

=== o_disagreed(a, b)
{~You shake your head, and {the(a)} lets it be.|No, then. {the(a)} does not press you.}
-> DONE

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
{~You look for it, but there is nothing of that kind here.|Whatever that was, it is not here, or goes by another name.|You turn right round once. Nothing here answers to that.}
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
{~You give it a try, and the world goes on as before.|You do what can be done with {the(a)}. It makes no difference, but now you know.|Nothing comes of it. {the(a)} {is(a)} as {it(a) == "them":they were|before}.|You and {the(a)} look at each other, so to speak. That seems to be all.}
-> DONE

=== o_cannot_light(a, b)
{~{the(a)} would not thank you for setting fire to it.|That is not for lighting.}
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
{~There is nobody here but you.|You are alone here.}
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
You stop at {the(a)} to look about you before going any further.
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
You push it to. Long habit brings it open again.
-> DONE

=== o_does_not_open(a, b)
{the(a)} is not the kind of thing that opens.
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
{~You listen, and hear yourself listening.|You hold your breath to hear better. It is very quiet.}
-> DONE

=== o_smell(a, b)
You breathe in. Clean, cold air.
-> DONE

=== o_touch(a, b)
{~You put out a hand. It is cold, and real, and a little damp.|Under your fingers it is just what it looks like.}
-> DONE

=== o_waited(a, b)
{~You wait. A minute goes past, in no hurry.|You let some time go by. The light changes by a shade.|Nothing happens, and then goes on happening. You find you do not mind.}
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
{people() == "":There is nobody here but you.|{~Here with you: {people()}.|You look round. {people()}, and you.}}
-> DONE

=== o_story(a, b)
There is nobody here to tell you a story. It may be that you are in one.
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
You nod, to nobody in particular. Say what you would like to do, and you will do it.
-> DONE

=== o_no(a, b)
{~No, then. It is yours to say.|You shake your head, and let it be.}
-> DONE

=== o_unclear(a, b)
{~You stand with that thought for a moment, and cannot make an act of it. You could look around, or speak to somebody.|You begin, and stop, not sure what you meant to do. A short plain sentence might do it.|It is a thought, but not yet a thing to do. From here you can go {ways()}.}
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
You say it out loud, and the air takes it. It feels different, having been said.
-> DONE

=== o_thanks_alone(a, b)
You say thank you to nobody in particular. It does no harm.
-> DONE

=== o_sorry_alone(a, b)
You say it quietly. There is nobody here who needs to hear it; perhaps it was for you.
-> DONE

=== o_promise_alone(a, b)
You promise it to yourself, which is where most promises begin.
-> DONE

=== o_greeted(a, b)
You greet {the(a)}.
-> DONE

=== o_feel(a, b)
{~You notice how you are, and give it a nod, as you would to someone on the road.|You take stock for a moment. So that is how it is, just now.}
-> DONE

=== gentle
{~There is no hurry in anything here.|Nothing here will happen before you are ready for it.|You can go slowly, or not at all.|It is quiet, and it may stay so.}
-> DONE

=== o_gamehelp(a, b)
This is a game that you play by writing what you do. Short sentences work best: "look around", "go north", "take" or "open" with the name of a thing, "ask" with the name of a person.
You can also write "inventory", "where am I", "hint", "undo" or "recap"; "gentler" or "skip this" when something is too much; and "stop" when you want to leave. If you want help for yourself, press "Get help now" at the top of the page.
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
As before.
-> DONE

=== o_touch_brief(a, b)
{~It feels as it felt.|Still there, under your hand.}
-> DONE

=== o_answered_brief(a, b)
{~{the(a)} has told you that.|{the(a)} has no more to say of it.|"As I said," says {the(a)}.}
-> DONE

=== o_no_answer_brief(a, b)
{~{the(a)} does not know.|{the(a)} shakes a head.|No answer to that one.}
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
{~{the(a)} will not have it.|"You keep it," says {the(a)}.|No, says the shake of a head.}
-> DONE

=== o_said_brief(a, b)
{~{the(a)} listens.|{the(a)} takes that in.|"Yes," says {the(a)}.}
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
