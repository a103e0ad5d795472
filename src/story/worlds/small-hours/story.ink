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
You are awake in the small hours, in {place()}. {stage("night_in") > 0:The cat has been let in, and the house is the warmer for it.|Something was scratching at the back door.}
{carried() != "":You have {carried()} with you.}
-> DONE

=== closing
{stage("night_in") > 0:The cat turns round twice on the bed and becomes a weight on your feet. You will not remember falling asleep. One never does.|You leave the kitchen to its clock. Morning is doing what it can.}
-> DONE

=== hint
{stage("night_in") > 0:There is nothing more that must be done tonight.|{held("milk"):A saucer is a kind of invitation, and there is a garden door.|Something out there may be hungry; the kitchen has milk.}}
-> DONE

=== landing
= arrive
The landing has a carpet worn pale down its middle, and one window with the moon in it. Stairs go down to the kitchen.
-> DONE
= back
{~Upstairs the moon has moved one pane along.|You come up in the dark, a hand on the rail.}
-> DONE
= look
A pale strip of carpet, a window seat, the moon. The stairs go down.
-> DONE
= listen
A drip, a tick, and then, outside, a very small complaint.
-> DONE

=== kitchen
= arrive
The kitchen keeps the day's warmth in its tiles. A clock, a table, a jug. A door leads out to the garden.
-> DONE
= back
{~Tiles under bare feet, and the clock's opinion.|The kitchen, blue with moonlight to the height of the table.}
-> DONE
= look
Table, clock, a dresser with its plates asleep on edge. Stairs lead up; the back door leads out.
-> DONE
= listen
{stage("night_in") > 0:Lapping, and under it a purr like a distant lorry.|Scratch. A pause, to see whether that will do it. Scratch.}
-> DONE

=== night_garden
= arrive
Outside it is so still that the frost makes the only sound there is. One chair, one bird bath, every star.
-> DONE
= back
{~Stars again, in the order you left them.|The cold comes up to you like somebody you know.}
-> DONE
= look
A chair furred with frost, a bird bath, a wall with a dark shape along the top. The door leads in.
-> DONE

=== clock
= look
{Ten past three, and has been for a while; you watch until it is eleven minutes past.|The hands have moved. You caught neither of them at it.}
-> DONE

=== milk
= look
A small jug of milk, with a beaded cloth to keep the moon out.
-> DONE
= here
A jug of milk stands on the table, under its cloth.
-> DONE

=== blanket
= look
Red squares and blue, each knitted by a different hand. You know most of the hands.
-> DONE
= here
A knitted blanket is folded on the window seat.
-> DONE

=== bird_bath
= look
A skin of ice, and in it a leaf, exactly like a leaf.
-> DONE

=== cat
= look
A grey cat of no fixed address, with one white foot, which she is keeping off the frost.
-> DONE
= here
{stage("night_in") > 0:The cat is here, being a cat about it.|{Along the wall sits a grey cat, looking at everything but you.|{~The cat has moved one yard nearer, by accident.|The cat is washing, to show that she could leave.}}}
-> DONE
= greet
{The cat considers the word you have used for her, and will let it pass.|{~A slow blink, which is a whole sentence.|The tail goes up like a question mark.}}
-> DONE
= talk
{~You tell the cat how it is at this hour. The cat has seen hours.|The cat puts one ear in your direction, and keeps the other for mice.}
-> DONE
= fed
You put the jug down in the frost, and step back, and look at the stars as if you had come out for those. When you look again there is a cat at the jug, drinking. She finishes. She walks past you, in at the open door, and does not look to see if you are coming.
-> DONE
= wrapped
You hold out the blanket. She treads it all over, twice, finds it is not asleep and lies down on it, to teach it how.
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
