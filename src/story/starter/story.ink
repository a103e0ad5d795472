// The words of this world. A place has arrive, back and look; a thing has look, and here where it lies; a person has what is
// below. Words in braces ask the world: {held("lantern"):…|…}. {~one|two} takes one of them, {first|then} one after the other.
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

// What may happen in any world is told by this file. Write a knot of your own, and name it in world.yaml, for what is special.
INCLUDE outcomes.ink

-> DONE

=== opening
It is dark already, and somebody in the next garden is talking to the grass.
-> DONE

=== recap
You are at {place()}. {stage("evening") > 0:Ada has her ring again.|The ring is still somewhere in the grass.}
{carried() != "":You have {carried()} with you.}
-> DONE

=== closing
{stage("evening") > 0:A light goes along the hedge, stops, and is lifted once, for you.|You leave the dark to itself for tonight. It will be thinner in the morning.}
-> DONE

=== hint
{stage("evening") > 0:There is nothing more that must be done.|{held("lantern"):Ada could use what you are carrying.|Somebody keeps a lantern in that shed, and a key not far from it.}}
-> DONE

=== porch
= arrive
The porch is one step and a lamp that does not work. A path goes north.
-> DONE
= back
{~The step again, still warm from the day.|You come back to the porch.}
-> DONE
= look
One step, one nail in the door frame, one lamp that does not work. The path goes north.
-> DONE

=== garden
= arrive
The garden is mostly hedge and stars. There is a bench, and a shed with a door.
-> DONE
= back
{~Wet grass, and the hedge breathing.|You cross the garden.}
-> DONE
= look
A hedge, a bench, a shed. The path goes south.
-> DONE
= listen
{stage("evening") > 0:Crickets, and nobody looking for anything.|A hand going through grass, patiently.}
-> DONE

=== shed
= arrive
The shed smells of string and last year's onions.
-> DONE
= back
{~String, onions, a spider with nothing to say.|The shed, exactly as you left it.}
-> DONE
= look
Shelves, string, flowerpots in a leaning tower. The door leads out.
-> DONE

=== small_key
= look
A key with a loop of red wool, so as not to be lost.
-> DONE
= here
A small key hangs on the nail.
-> DONE

=== lantern
= look
A storm lantern. Something in it rattles, in a hopeful way.
-> DONE
= here
A lantern stands on the shelf.
-> DONE

=== bench
= look
A bench that has been sat on by three generations and a fox.
-> DONE

=== shed_door
= locked
{The shed door is locked. Somebody has a sense of order.|The shed door is locked, as it was.}
-> DONE
= look
{is_locked("shed_door"):A small door with a small lock.|A small door, open.}
-> DONE

=== ada
= look
{stage("evening") > 0:Ada, with a ring on her hand and a lantern at her feet.|Ada, on her knees in the grass, in her good coat.}
-> DONE
= here
{stage("evening") > 0:Ada is holding her hand up to the light.|{Here is Ada, on her knees in the grass.|{~Ada is feeling along the hedge.|Ada has moved a yard to the left.}}}
-> DONE
= greet
{"Mind your feet," says Ada. "It could be anywhere."|{~Ada waves without looking up.|"Still me," says Ada.}}
-> DONE
= talk
{~"I talk to it," says Ada. "It does not help, but it is company."|"You would think it would shine," says Ada.}
-> DONE
= t_lost_ring
{stage("evening") > 0:"Found," says Ada, and shows you.|"My ring," says Ada. "It was my mother's. It came off with the glove, and now there is only grass."}
-> DONE
= t_lantern
{stage("evening") > 0:"It has a good heart, that lantern," says Ada.|"There was one in the shed," says Ada. "The key went home with somebody. You, for all I know."}
-> DONE
= lantern_lent
Ada sets the lantern down in the grass and lets it settle. All at once every blade has a shadow, and one of them has a spark at its foot. She does not say anything. She holds it up, so that you can see.
-> DONE
= unknown
{~"I could not tell you," says Ada.|Ada thinks about it, and goes on looking.}
-> DONE
= said
{~"Mm," says Ada, and means it.|Ada sits back on her heels to listen.}
-> DONE
= told
"Is that so," says Ada, and keeps it.
-> DONE
= thanked
{~"Whatever for?" says Ada, pleased.|Ada nods.}
-> DONE
= sorry
"Nothing to be sorry about," says Ada.
-> DONE
= hurt
{Ada turns back to the grass. "When you are ready," she says.|Ada says nothing for a moment.}
-> DONE
= declined
"Keep it for now," says Ada. "I have my hands full of grass."
-> DONE
= promise
"Then I shall expect you," says Ada.
-> DONE
