// The places: what is seen on arriving, on coming back and on looking round, and what there is to hear, smell and find.

=== quay
= no_way_there
-> whither.to_quay
= waited
-> waiting.wait_quay
= far_place
Down there is the quay, with the Petrel alongside it, no bigger than a shoe.
-> DONE
= arrive
The quay is a long arm of grey stone with the sea breathing on both sides of it.
-> DONE
= back
{~You come back down to the quay, where the tide has moved the weed about and nothing else.|The quay again. The ropes creak and the water slaps at the steps.|You are back on the quay, with salt on your lips before you have gone ten steps.}
{prop("lamp","lit"): Far above, the light goes round, and the wet stones shine each time it passes.}
-> DONE
= look
A long arm of grey stone reaches into the water, worn hollow where the ropes run. The Petrel lies alongside, and a harbour bell hangs from a post green with salt. North of you, steps go up to Harbour Lane, and a sea wall leads off east along the Strand.
{prop("lamp","lit"): The light swings out over everything, slow and sure, and comes round again.|Up on the head the lighthouse stands against the last of the sky. No light in it.}
-> DONE
= listen
{Water under stone, a rope taking the strain, a gull with a complaint.|The same small noises, in another order. It is restful.}
-> DONE
= smell
Weed and diesel and rope, and a thread of woodsmoke from the village.
-> DONE
= search
You look along the stones and behind the post. A bent nail, a feather, a coin so worn that it could be any country's. You leave them to the quay.
-> DONE
= touch
The stone is cold and rough, and damp in the hollows.
-> DONE

=== lane
= no_way_there
-> whither.to_lane
= waited
-> waiting.wait_lane
= arrive
Steps bring you up into Harbour Lane, twelve low houses with their shutters closed for winter. One window is lit, to the east, with steam on the inside of the glass. A notice board stands where the lane divides: north to the lighthouse, west down to the cove, south to the quay.
-> DONE
= back
{~Harbour Lane, shutters closed, one window lit.|You come back into the lane, where a cat watches you from a wall and thinks its own thoughts.|The lane is as you left it, only a shade bluer.} <>
{~The tea room is east, the lighthouse north, the cove west, the quay south.|East is the tea room, west the cove; the lighthouse is up the hill to the north, and the quay below you, south.}
-> DONE
= look
Twelve low houses, all but one of them shuttered. The tea room to the east has its lamp lit and its windows steamed. North the lane climbs to the lighthouse; west it drops to the cove; steps go south to the quay. A notice board stands in the middle, holding on to its notices, under a strip of sky.
{prop("lamp","lit"): Someone has opened a shutter on the north side. Then, while you look, someone else does.}
-> DONE
= listen
{Wind in the chimneys, and behind the steamed window the lid of a kettle.|Somewhere a shutter taps, twice, and is done.}
-> DONE
= smell
Ginger, from the east. There is no arguing with it.
-> DONE
= search
You look under the board and along the walls. Behind a drainpipe someone has lined up nine limpet shells in order of size. You do not disturb them.
-> DONE

=== tea_room
= no_way_there
-> whither.to_tea_room
= waited
-> waiting.wait_tea_room
= far_place
You look in at the tea-room window. Steam on the glass; a shape moving behind it with a cloth; a light that makes the lane look colder.
-> DONE
= arrive
A bell over the door announces you. Inside it is warm enough to make your ears ache: a black stove, five tables with their chairs turned up, and a counter with flour on it. The sign in the window says CLOSED, but it says it from the inside.
-> DONE
= back
{~The bell over the door, the warmth, the ginger.|You let yourself in out of the wind, and your shoulders come down by themselves.|The tea room takes you in again. Another chair has been set on its feet.}
-> DONE
= look
Five tables, a black stove with a kettle on it, a floury counter. The wind goes past the window and stays out there, with the lighthouse and the dark. The only door is the one to the lane, west.
-> DONE
= listen
The stove ticks. The kettle is thinking about it.
-> DONE
= smell
Ginger, hot iron, and damp wool drying somewhere out of sight.
-> DONE
= search
You look along the shelves: jam, jam, a jar of buttons, jam. Each jar is dated in the same upright hand.
-> DONE
= touch
Everything within reach of the stove is warm, even the walls.
-> DONE

=== yard
= no_way_there
-> whither.to_yard
= waited
-> waiting.wait_yard
= far_place
The lighthouse stands at the top of the lane, very white, with the sky behind it. {prop("lamp","lit"):The beam comes round, and goes by.|The glass at its top is dark.}
-> DONE
= arrive
The lane climbs, turns its back on the village and ends in a cobbled yard, swept clean. The lighthouse goes up from it, white and very tall, with its one green door. {is_locked("tower_door"):The door is shut, and from the look of the step nobody has used it for days.|The green door stands ajar.}
-> DONE
= back
{came_from("tower"):{~You come out into the yard, and the wind is glad to have you back.|Out of the green door, into the yard, and all that sky.}|{~You climb back up to the yard, and the wind comes round the tower to meet you.|The lighthouse yard again, cobbles and whitewash and a great deal of sky.|Up to the yard once more. It is less of a climb each time.}} {is_locked("tower_door"):The green door is shut.|The green door stands ajar.}
-> DONE
= look
A swept yard with a low wall round it and the sea beyond the wall on three sides. {prop("lamp","lit"):High overhead the light turns, and the beam goes out across the dark like a slow arm.|The tower goes up and up, and the glass at the top of it is dark.} {is_locked("tower_door"):The green door at its foot is locked.|The green door at its foot is open, and the way in is clear.} South, the lane goes down to the village, and a path sets out east along the head.
-> DONE
= listen
{Wind round the tower, one long note, like breath across a bottle.|The note of the tower has dropped a little. The wind is going round.}
-> DONE
= smell
Cold, clean, salt. A trace of old lamp oil from the keyhole of the green door.
-> DONE
= search
You walk the wall round. There is nothing loose in this yard: every stone has been swept, and swept again, by somebody with too little to do.
-> DONE

=== tower
= no_way_there
-> whither.to_tower
= waited
-> waiting.wait_tower
= far_place
You put your head back. The tower goes up and up, white, with one small window a third of the way, and another at two thirds, for getting your breath at. {prop("lamp","lit"):At the top the light is going round.|The glass at the top of it is dark.}
-> DONE
= arrive
Inside, the wind stops as if a hand had been laid on it. You stand in a round white room with a desk, a row of empty hooks and a photograph on the wall. A stair goes up along the curve of it and out of sight.
-> DONE
= back
{came_from("lamp_room"):{~Ninety-one steps down, and your knees know every one of them.|You come down round the curve of the stair to the room with the hooks.}|{~The round room, cool and quiet.|The foot of the tower. Your steps have left a track in three days of dust.}} <>
{~The stair goes up; the door leads out.|Up is the stair, and out is the yard.}
-> DONE
= look
A round white room, no corners for anything to hide in: a desk, a row of hooks, a photograph in a frame. The stair goes up. The door leads out to the yard.
-> DONE
= listen
Very far up, something small ticks in the wind. Otherwise it is the quietest place on the island.
-> DONE
= smell
Whitewash, brass polish, cold stone.
-> DONE
= search
You open the drawers of the desk. Pencils, sorted by length. A tin of peppermints, empty. A list in careful writing, headed <>
"For whoever comes next", with nothing under it.
-> DONE

=== lamp_room
= no_way_there
-> whither.to_lamp_room
= waited
-> waiting.wait_lamp_room
= arrive
Ninety-one steps, and you come up through the floor into glass. The whole island lies below you, small and whole, and the sea goes round it without a break. In the middle stands the great lamp, tall as a person, waiting.
-> DONE
= back
{~Ninety-one steps again, and the sky all round.|You climb back to the lamp room, and stop to let your heart catch up.|Up into the glass once more.} {prop("lamp","lit"):The great lamp turns, too bright to look at and too good not to.|The great lamp stands where it stood.}
-> DONE
= look
Glass on every side{prop("lamp","clean"):, so clear now that it might not be there at all|, dim with a season's salt}. In the middle, the great lamp. {prop("lamp","lit"):It burns, tall and steady, and the beam goes round over the water, over the roofs, over the water.|{prop("lamp","wick"):{prop("lamp","oil"):A new wick stands in it, dark with oil. It wants only a flame.|A new wick stands in it, dry as a bone. The oil well below is empty.}|{prop("lamp","oil"):The oil well is full, but the burner above has no wick to draw it up.|The burner has no wick, and the oil well is dry.}}} The stair leads down.
-> DONE
= listen
{prop("lamp","lit"):A low purr, the lamp drinking its oil; and the gears, going round like a cat settling.|The wind leans on the glass. The glass does not mind.}
-> DONE
= smell
{prop("lamp","oil"):Lamp oil, sharp and clean.|Dust, and brass, and the memory of oil.}
-> DONE
= search
You go round behind the lamp. The tools hang in their order, every one of them. {prop("lamp","wick"):Only the drawer for wicks is empty.|The drawer marked WICKS is empty, and the drawer marked OIL holds a note that says: boathouse.}
-> DONE

=== cove
= no_way_there
-> whither.to_cove
= waited
-> waiting.wait_cove
= far_place
Grey stones, and the sea at work on them. You would have to go down to see more.
-> DONE
= arrive
The path comes out between rocks on a small cove of grey shingle. Every wave draws the stones down with it and gives them back. At the top of the beach lies an upturned hull, tarred black, with grass grown up along its side.
-> DONE
= back
{came_from("boathouse"):{~You squeeze out past the hull, into the light and the noise of the stones.|Sideways again, and you are out on the shingle, blinking.}|{~You come back down to the cove, and the shingle gives under you.|The cove again, and the long rattle of stones.|The cove. The tide has taken two steps up the beach since you were here.}}
-> DONE
= look
Grey shingle, black weed, an upturned hull at the top of the beach against the cliff, and high over the cliff the head of the lighthouse. {is_hidden("gap"):The path leads back east to the lane; north are the rock pools.|Behind the hull is the gap in the rock that leads in to the boathouse. East is the lane, north the rock pools.}
-> DONE
= listen
{Each wave pulls the stones down the beach, and they talk about it all the way.|If you breathe with the waves, you find that they are slower than you are. After a while you are that slow too.}
-> DONE
= smell
Weed, tar, cold stone.
-> DONE
= gap_found
{came_from("cove"):You kneel and look along the dark side of the hull.|You look along the hull.} It does not lie against the cliff at all: there is a gap behind it as wide as your shoulders, and cool air coming out, smelling of tar and rope. Someone has swept the shingle at its mouth. You could go in.
-> DONE
= touch
The stones are cold and round, and each is exactly the right size for a hand.
-> DONE

=== boathouse
= no_way_there
-> whither.to_boathouse
= waited
-> waiting.wait_boathouse
= arrive
You go in sideways, one hand on the rock, and the gap opens into a long low boathouse that the village must have forgotten when the cliff came down across its doors. Daylight falls in through a crack in the roof, on coils of rope and a sea chest painted blue.
-> DONE
= back
{~Sideways through the gap, and you are in the old boathouse again.|The boathouse, dim and dry and smelling of tar.}
-> DONE
= look
Rafters hung with net floats, coils of rope gone stiff, a sea chest painted blue{prop("chest","open"): with its lid thrown back}. On one rafter someone has chalked a row of ships, each with a name. The gap leads out to the cove.
-> DONE
= listen
The sea, but far away, like the sea in a shell.
-> DONE
= smell
Tar and dry rope, and under it the sharp clean smell of lamp oil.
-> DONE
= search
{prop("chest","open"):You have a good look round. Apart from the chest there are only floats and ropes, and a ledge with a child's collection: blue glass, a gull's skull, a spoon.|You have a good look round. The ropes are past using. The sea chest is not locked, and that smell of oil is coming from it.}
-> DONE
