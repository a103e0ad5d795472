// The Small Hours: an example for authors, complete and short. Places and things first, then the one person, then the frame.
// What may happen anywhere is told by the shared outcomes.ink.
EXTERNAL held(a)
EXTERNAL near(a)
EXTERNAL at(a)
EXTERNAL came_from(a)
EXTERNAL owner(a)
EXTERNAL prop(a, b)
EXTERNAL stage(a)
EXTERNAL is_locked(a)
EXTERNAL is_hidden(a)
EXTERNAL i_know(a)
EXTERNAL knows(a, b)
EXTERNAL warmth(a)
EXTERNAL visits()
EXTERNAL tone()
EXTERNAL the(a)
EXTERNAL list(a)
EXTERNAL choice(a)
EXTERNAL it(a)
EXTERNAL is(a)
EXTERNAL carried()
EXTERNAL people()
EXTERNAL place()
EXTERNAL ways()

INCLUDE outcomes.ink

-> DONE

=== opening
It is ten past three, and you are awake, which is nobody's fault. Somewhere in the house a tap has begun to drip in waltz time.
-> DONE

=== recap
{~You are awake in the small hours, still, and this is {place()}.|{place()}, and the small hours, and you.} {stage("night_in") > 0:The cat has been let in, and the house is the warmer for it.|{prop("cat","met"):There is a cat on the garden wall, who has not made up her mind.|Something was scratching at the back door.}}
{carried() != "":You have {carried()} with you.}
-> DONE

=== closing
{stage("night_in") > 0:The cat turns round twice on the bed and becomes a weight on your feet. You will not remember falling asleep. One never does.|{~You leave the house to its clock. Morning is doing what it can.|You let the night have itself back. It is a good deal further on than it was.}}
-> DONE

=== hint
{stage("night_in") > 0:There is nothing more that must be done tonight. There is a bed at the top of the stairs.|{held("milk"):A saucer is a kind of invitation, and there is a garden door.|Something out there may be hungry; the kitchen has milk.}}
-> DONE

=== landing
= arrive
The landing has a carpet worn pale down its middle, and one window with the moon in it. Stairs go down to the kitchen.
-> DONE
= back
{~Upstairs the moon has moved one pane along.|You come up in the dark, a hand on the rail.}
-> DONE
= look
{A pale strip of carpet, a window seat, the moon. The stairs go down.|The carpet shows where everyone has walked, and the window where nobody has. Down there is the kitchen.|{~Upstairs it is much as it was, only later. There are the stairs.|Nobody else is up. The landing makes as little of it as it can, and leaves you the stairs.|The light has slid off the seat and on to the wall. One could go down.}}
-> DONE
= listen
A drip, a tick, and then, outside, a very small complaint.
-> DONE
= waited
{stage("night_in") > 0:-> night_end.asleep}
{You sit down on the top stair. The strip of moon on the carpet has moved by about the width of a toe.|Somewhere a board remembers being stepped on.|You wait, and so does the house.}
-> DONE

=== kitchen
= arrive
The kitchen keeps the day's warmth in its tiles. A clock, a table, a jug. A door leads out to the garden.
-> DONE
= back
{~Tiles under bare feet, and the clock's opinion.|The kitchen, blue with moonlight to the height of the table.}
-> DONE
= look
{Table, clock, a dresser with its plates asleep on edge, a kettle, the tap. Stairs lead up; the back door leads out.|The table is laid for nobody, the kettle is cold, and the tap keeps time for all of them. Up, or out.|{~What light there is has got as far as the tap. You could go up, or out.|Everything is in its place, and one of the things is you.|A kitchen at night is mostly handles. There are the stairs, and there is the back door.}}
-> DONE
= listen
{stage("night_in") > 0:Lapping, and under it a purr like a distant lorry.|Scratch. A pause, to see whether that will do it. Scratch.}
-> DONE

= waited
{You stand on the tiles, first one foot and then the other. The night does the rest.|The tap counts to three, and begins again.|You wait. Nobody has ever been so unhurried as this kitchen.}
-> DONE

=== night_garden
= listen
{Frost, if it has a sound; and a long way off, one lorry, going home.|Nothing, with a little wind in it.}
-> DONE
= waited
{near("cat"):{You keep still. On the wall somebody else keeps still as well, and is better at it.|You look at the stars. When you look down there is one yard less of wall between you.|Your breath goes up. The cat watches it go.}|{You keep still, and the frost goes on with what it was making.|A star moves, and is an aeroplane, and is gone.}}
-> DONE
= arrive
Outside it is so still that the frost makes the only sound there is. One chair, one bird bath, every star.
-> DONE
= back
{~Stars again, in the order you left them.|The cold comes up to you like somebody you know.}
-> DONE
= look
{near("cat"):{A chair furred with frost, a bird bath, a wall with a dark shape along the top. The door leads in.|Everything out here is white but the dark shape on the wall, which has ears. Behind you is the door.|{~Frost on the chair, frost on the bird bath; on the wall somebody who does not hold with frost.|You look from the chair to the wall. You are looked at from the wall.|There is a great deal of sky, and one cat.}}|{The chair in its white fur, the bird bath, the wall with nobody on it. The door leads in.|Small round prints go along the wall, and down it, and in at the door.|{~The garden has it all to itself again.|Chair, bird bath, wall: they will be here in the morning, with birds on them.}}}
-> DONE

=== clock
= look
{Ten past three, it says, and has been for a while; you watch until it is eleven minutes past.|The hands have moved. You caught neither of them at it.|{~It says what it says in a low voice, out of regard for the hour.|Later, on the whole.|The long hand is climbing. It does this every night.}}
-> DONE

=== milk
= look
{stage("night_in") > 0:{An empty jug, with a clean rim, and a very clean bottom.|Somebody has left a lick of it on the outside, by mistake.|Empty, and looking pleased.}|{A small jug of milk, with a beaded cloth to keep the moon out.|The milk has a skin of light on it. It would do for two.|{~There is as much in it as one would want at this hour.|White, and cool, and minding its own business.}}}
-> DONE
= drunk
{You drink a mouthful, cold, from the jug, as one is not supposed to. You leave the rest, in case of company.|One more mouthful. There is still enough for somebody small.}
-> DONE
= here
{A jug of milk stands on the table, under its cloth.|There is the milk jug, with its beads in a row.|The jug has not moved. Jugs do not.}
-> DONE

=== blanket
= look
{Red squares and blue, each knitted by a different hand. You know most of the hands.|You find the loosest square. Somebody was talking while they made it, and laughing, by the look of the last two rows.|One square has a dark hair knitted into it, grey by now on the head it came from.|{~Blue, red, blue; and in one place blue twice, because the red had run out.|There is a corner that has been chewed, by a person or a dog.|It smells of the cupboard, and of other winters.|You count the squares, and get one more than last time.}}
-> DONE
= here
{A knitted blanket is folded on the window seat.|On the seat the blanket keeps its squares together.|The blanket is where it lives.}
-> DONE
= taken
You put the blanket over your arm. It has kept the shape of the seat.
-> DONE
= worn
{You put the blanket round your shoulders. It weighs about as much as an arm.|You pull it closer. One of the red squares has a mistake in it, just where your thumb comes.}
-> DONE

=== bird_bath
= look
{A skin of ice, and in it a leaf, exactly like a leaf.|The leaf has not got out. There is a star in there with it now, the right way up.|{~The ice creaks, very quietly, as a small floor would.|One could skate on it, at the size of a wren.}}
-> DONE
= touch
{You put a finger on the ice, and it sticks for a moment, as if it would rather you stayed.|The ice has kept your fingerprint.}
-> DONE

=== cat
= look
{stage("night_in") > 0:A grey cat, of this address, as of tonight. The one white foot is tucked in under her.|A grey cat of no fixed address, with one white foot, which she is keeping off the frost.}
-> DONE
= here
{stage("night_in") > 0:{The cat is here, being a cat about it.|The cat has found the warmest tile, and is on it.|The cat opens one eye, and it is you, and she shuts it.}|{Along the wall sits a grey cat, looking at everything but you.|{~The cat has moved one yard nearer, by accident.|The cat is washing, to show that she could leave.}}}
-> DONE
= greet
{The cat considers the word you have used for her, and will let it pass.|{~A slow blink, which is a whole sentence.|The tail goes up like a question mark.}}
-> DONE
= talk
{~You tell the cat how it is at this hour. The cat has seen hours.|The cat puts one ear in your direction, and keeps the other for mice.}
-> DONE
= stroked
{stage("night_in") > 0:{She lets you, from the ears to the tail, and then again. There is a motor running in there somewhere.|She has turned over, which is a trap and an honour.}|{You hold out one finger. She comes along the wall far enough to put her forehead to it, once, hard, as one stamps a letter.|The forehead again. It is very small, and warmer than you thought.}}
-> DONE
= beside
{You sit down by her, not too near. After some time it is nearer. Neither of you did it.|You stay. She stays. It is the hour for it.}
-> DONE
= hears_tomorrow
{"Tomorrow", you say, and the rest of it. The cat has never met one. She looks at you with great attention, as at somebody describing the sea.|The cat listens to the part about tomorrow, and washes it off, starting with the ears.|She has heard you. She puts the white foot down on the present, and leaves it there.}
-> DONE
= hears_people
{The cat has had several people. She sits a little closer while you tell her about yours.|An ear comes round at the name, as if it might be somebody she knew.|She looks at the place beside you, politely, and then at you.}
-> DONE
= hears_loss
{The cat does not look away, which is what people do. She comes along, and sits down on your foot, and is heavy.|She stays. It is the one thing that she knows how to do about it.}
-> DONE
= felt
{tone() == "sad":{You do not say it very loudly. She hears it with both ears, and then there is a weight against your ankle that was not there before.|She stays where she is. It is dark, and there are two of you in it.}}
{tone() == "anxious":{Her sides go in and out, about half as fast as yours. You watch that for a bit. It is hard to watch it and not be asked along.|The cat has looked behind the bird bath already, and there is nothing there. She can let you have that for certain.}}
{tone() == "angry":{Her tail goes from side to side, on your account.|She has felt like that about a heron.}}
{tone() == "tired":{The cat yawns, so widely that there is hardly any cat left; and then you do.|She shuts her eyes at you, slowly, by way of showing how.}}
{tone() == "warm" || tone() == "playful":{She seems to have noticed already. The end of the tail goes up.|The cat takes the credit, as is right.}}
{tone() == "neutral" || tone() == "curious":{The cat considers you from one end to the other, and has no objection.|She blinks at you, and it is hard to say why that should help.}}
-> DONE
= fed
You put the jug down in the frost, and step back, and look at the stars as if you had come out for those. When you look again there is a cat at the jug, drinking. She finishes. She walks past you, in at the open door, and does not look to see if you are coming.
-> DONE
= wrapped
{You hold out the blanket. She treads it all over, twice, finds it is not asleep and lies down on it, to teach it how.|You spread it out. She waits until it is quite flat, and then she goes in at one side, and there is a hill in the middle that purrs.|{~She takes the blue half, and leaves you to think about the red.|This time she only puts a foot on it, to show whose it is.|You lay it down, and she is on it before the last corner is.|She has a go at the corner that was chewed, and it is plain now by whom.}}
-> DONE
= t_clock
The cat has never needed one.
-> DONE
= t_night
{stage("night_in") > 0:She has stopped listening to the night; it can manage.|Both ears turn outward, to the dark, and back.}
-> DONE
= unknown
{~The cat looks at a place just above your shoulder.|There is no answer, but it is a companionable sort of no answer.}
-> DONE
= said
{~The cat hears you to the end, with her eyes shut.|A whisker moves.}
-> DONE
= told
The cat takes this in and adds it to what cats know.
-> DONE
= thanked
{~She does not do it for thanks.|The white foot stretches, and is put away.}
-> DONE
= sorry
{~It is forgotten; she has forgotten several better quarrels.|The cat leans, briefly, against your shin.}
-> DONE
= hurt
{She goes up the wall in one movement, and sits there with her back to you, not far off.|An ear flattens. She waits for you to be yourself.}
-> DONE
= declined
She sniffs it, thoroughly, out of respect, and leaves it where it is.
-> DONE
= promise
The cat takes your word for it, and your warm place on the step as well.
-> DONE
=== night_talk
= felt
{tone() == "sad" || tone() == "anxious":{You say so to the dark, and the dark has heard it before, from all along the street. Behind how many of these windows is there somebody standing like this?|It is a big feeling for so small an hour. You put your hand on the rail, or the wall, or whatever there is, and it is there.|You let it be as big as it is. The tap drips through the middle of it, one, two, three.}|{You take stock: two feet, one carpet, no hurry. So that is how it is, just now.|The house has seen you worse and seen you better, and it keeps the same temperature for both.|You notice it, and the clock notices the time.}}
-> DONE
= tomorrow
{It is all there, lined up behind tomorrow's door, with its coat on. But it cannot come in until the night has finished, and the night is only half past three.|You have been through it already tonight, all the way to the end, several ways. None of them has happened.|Tomorrow can have tomorrow. You have a jug, a blanket, and something scratching.}
-> DONE
= people
{You say the name, and the house says nothing, considerately.|At this hour they are all asleep, the ones that you think of, and look about seven years old.}
-> DONE
= hour
{It is that time of night when the clock has only the one hand that matters. Other people are awake as well; you can tell from the quiet, which is being kept by several.|Nobody has asked you to sleep. You are only asked to be here, and you are.|A little later than it was.}
-> DONE
= scratching
{stage("night_in") > 0:Nothing scratches now.|{It is small, and low down, and it has manners: it stops to see whether anybody is coming. It is outside the back door.|There it is again. Three, and a rest.}}
-> DONE

=== night_end
= asleep
{You lie down, and presently there are four small feet on the stair. The cat turns round twice on the bed and becomes a weight on yours. The tap drips in waltz time. You count it, for as long as|You are asleep, or it makes no difference.}
-> DONE

=== moonlight
= fixed
You cannot. Nobody has managed it, though a good many have stood just here.
-> DONE
= look
{The moon is in the second pane from the left, looking in, like somebody who has come about the rent and thought better of it.|It has moved over by the width of a finger. You held yours up, to see.}
-> DONE
=== window_seat
= look
A cushion gone flat in the middle with being thought on.
-> DONE
= sat
{You sit down with your knees up. Below there is the garden, all in one grey, and something going along the wall.|You sit a while longer. The glass is cold on one side of your face.|{~The cushion sighs, and so do you.|You lean your head on the frame, which has been leant on.|From here the houses opposite have their eyes shut.}}
-> DONE
=== tap
= look
Drip. Drip, drip. It is in three-four, and it is not going to be hurried.
-> DONE
= turned
{You turn it as tight as it goes. It stops. It stops. It drips.|You turn it the other way and back again. It has lost its place, and begins from the top.}
-> DONE
=== plates
= look
Plates on edge, asleep, each leaning on the next. One of them is awake and has caught some moon.
-> DONE
=== kettle
= look
A kettle with a dent in it, from a story that nobody agrees about.
-> DONE
= warmed
{You put the kettle on, and take it off again just before it sings. You stand with the cup in both hands, and it is something to be holding.|There is some left. It is still warm, or your hands are.}
-> DONE
=== table
= look
Four places. Somebody has drawn a small fish in the wood at one of them, with a fork.
-> DONE
= sat
{You sit at the table, in the place with the fish.|You sit on, with your elbows where one does not put them.}
-> DONE
=== stars
= fixed
Too many to carry.
-> DONE
= look
{All of them. After a time some are nearer than the others, and then you have to hold on to the door frame.|They are in the order in which you left them, but further along.}
-> DONE
=== chair
= look
An iron chair, furred white, with a leaf on it like a ticket.
-> DONE
= sat
{You move the leaf, and sit down on the frost. It is so cold that it is nearly funny. You stay for the length of four breaths, and can see them all.|Four more breaths. They go up past the bird bath.}
-> DONE
=== wall
= look
{near("cat"):The dark shape along the top of the wall has two ears, and one of them is for you.|A brick wall, with a smooth place along the top, the width of a cat.}
-> DONE
