// Where things are when somebody asks, what there is to see that nobody needs, and what goes by while one waits.

=== whither
= to_quay
The quay is at the bottom of the island, south of Harbour Lane.
-> DONE
= to_lane
Harbour Lane is the village: up the steps from the quay, and under the lighthouse.
-> DONE
= to_tea_room
The tea room is on the east side of Harbour Lane. Follow the ginger.
-> DONE
= to_yard
The lighthouse is up on the head. From the quay it is north, up the steps to Harbour Lane, and then north again until you run out of island.
-> DONE
= to_tower
{is_locked("tower_door"):The way into the tower is the green door in the lighthouse yard, and it is locked.|The way into the tower is the green door in the lighthouse yard, and it stands open.}
-> DONE
= to_lamp_room
The lamp is at the top of the tower, ninety-one steps up from the round room.
-> DONE
= to_cove
The cove is west of Harbour Lane, at the end of a path between rocks.
-> DONE
= to_boathouse
{is_hidden("gap"):{i_know("boathouse_way"):The boathouse is behind the old hull, at the top of the cove.|There was a boathouse somewhere along the shore once. If there is a way into it still, you have not found it.}|The boathouse is behind the old hull at the cove. You go in sideways.}
-> DONE
= to_head_path
The head path sets out east from the lighthouse yard.
-> DONE
= to_signal_hill
Signal Hill is the very top of the island, up from the head path.
-> DONE
= to_strand
The Strand runs along the sea wall, east of the quay.
-> DONE
= to_post_office
The post office is the middle house on the Strand, east of the quay.
-> DONE
= to_net_loft
The net loft is up a ladder on the Strand, beside the post office.
-> DONE
= to_chapel
The chapel is north of the Strand, between two gardens.
-> DONE
= to_garden
The walled garden lies behind the chapel, through the small door to the north.
-> DONE
= to_rock_pools
The rock pools are north along the shore from the cove.
-> DONE
= to_bram
{near("bram"):Bram is right here, mending.|Bram will be on the quay. He is always on the quay.}
-> DONE
= to_mara
{near("mara"):Mara is right here, with a cloth in her hand.|Mara will be in the tea room, on the east side of Harbour Lane.}
-> DONE
= to_idris
{near("idris"):He is here, in front of you.|Idris will be in the yard of the lighthouse, at the top of Harbour Lane.}
-> DONE
= to_pim
{near("pim"):Pim is right here, and watching you look.|Pim will be at the cove, west of Harbour Lane. It is her beach.}
-> DONE
= to_wenna
{near("wenna"):Wenna is here, behind her grille.|Wenna will be in the post office on the Strand, until tomorrow noon.}
-> DONE
= to_corin
{near("corin"):Corin is here, with his fiddle.|{stage("song") > 1:Corin has taken his fiddle down to the quay.|Corin will be in the chapel, north of the Strand.}}
-> DONE
= to_oona
{near("oona"):Oona is here. It is her garden.|Oona will be in the walled garden, behind the chapel.}
-> DONE
= to_ines
{near("ines"):Ines is here, a long way back from her easel.|Ines will be in the net loft, up the ladder on the Strand.}
-> DONE
= to_nell
{i_know("nell_passes_tonight"):Somewhere out there in the dark, on the Curlew, coming nearer.|Not on the island. Not for a long time, from the way that people say the name.}
-> DONE
= to_stores
{prop("chest","open"):They were in the blue chest, in the boathouse behind the hull.|{i_know("needs_oil_and_wick"):In the old boathouse, Idris thinks, if anybody can still find the way in.|You do not know of any.}}
-> DONE

=== whois
= is_bram
The ferryman, who brought you over, and would take you back.
-> DONE
= is_mara
She keeps the tea room. From the sound of it she keeps an eye on everybody else.
-> DONE
= is_idris
The name on your letter: Idris Vane, the Light, Orrin. He keeps the lamp up on the head, or did until three nights ago.
-> DONE
= is_pim
Mara's niece, nine years old, and in business.
-> DONE
= is_wenna
The postmistress. The post office closes tomorrow, and she with it.
-> DONE
= is_corin
The fiddler. He is short of one string and the end of a tune.
-> DONE
= is_oona
The beekeeper, in the garden behind the chapel. She is the oldest person on the island, and says so.
-> DONE
= is_ines
A painter from a long way off, who came for a fortnight in June.
-> DONE
= is_nell
{i_know("nell_left"):Nell Hart: once the keeper's apprentice, and as good as his daughter. She left twelve years ago.|A name that people here say with a small stop in front of it. You could ask them.}
-> DONE

=== guide
= how
{There is no wrong thing to type here, and nobody is counting. Walk somewhere, look at something, ask a person about something, and see what they say. If you lose the thread, "hint" will find it.|Nothing on Orrin can be spoiled by trying it. What you miss will still be there; what you break mends, and "undo" takes back a step.|You are doing it. This is all it is: going about, and looking, and asking. The rest comes by itself.}
-> DONE
= promised
{not prop("promises","idris") && not prop("promises","mara") && not prop("promises","pim") && not prop("promises","bram") && not prop("promises","wenna") && not prop("promises","corin") && not prop("promises","oona") && not prop("promises","ines"):You brought a letter, and said that you would put it into the right hands. You have promised nothing else on Orrin, yet.|You go over it, so as to have it right.}
{prop("promises","idris"):Idris has your word, and a handshake on it.} {prop("promises","mara"):Mara has written one down on her wall.} {prop("promises","pim"):With Pim it was sealed, palm to palm.} {prop("promises","bram"):There is a knot in Bram's twine on your account.} {prop("promises","wenna"):Wenna has yours in triplicate.} {prop("promises","corin"):Corin wrote yours in the margin of a hymn.} {prop("promises","oona"):Oona had you tell it to the bees.} {prop("promises","ines"):There is a yellow dot on a door post in the net loft.}
-> DONE
= aloud
{people() != "":It is said, and nobody makes anything of it but what it is.|{You say it out loud, and the air takes it. It sounds a different size out here.|There is nobody by to answer. The sea goes on with what it was saying, a little more quietly, you would think.|You tell it to the island. It has kept harder things than that.}}
-> DONE
= bored
{Whoever is bored on Orrin rings the harbour bell, or asks Pim for a job, or goes up the hill to see whether an old man has changed his mind. All three have been known to work.|Bored is all right. It is what the sea does.|Then go where you have not been yet. There are sixteen places on this island, and a way into one of them that hardly anybody knows.}
-> DONE
= silence
{You say nothing, and it is heard. There is a good deal of that spoken here.|Nothing, again. It has not been a bad conversation.}
-> DONE
= kicked
{You let it have one. It was here before you came, and is very good at not noticing. Your toe has learnt something.|Once more. It does not get any softer, but you do, a little.}
-> DONE
= lamp_far
{prop("lamp","lit"):It is lit, and goes round; you can see it from anywhere on the island, now.|The lamp on the head has been dark for three nights. There is nobody just here to tell you more; the man to ask is its keeper.}
-> DONE
= cove_far
There is a cove on the west side, below Harbour Lane. You would have to go down and look.
-> DONE

=== scenery
= lighthouse
{prop("lamp","lit"):White, up on the head, with the light going round at the top of it as if it had never done anything else.|{White, very upright, up on the head at the top of the island, and dark. It is too far to go in one step, but you cannot miss it: up the steps from the quay to Harbour Lane, then north until you run out of island.|Up on the head, and still dark. By way of Harbour Lane, and then north.}}
-> DONE
= sea
{prop("lamp","lit"):{Out to the edge of the world, black and easy, and every twelve seconds a road of light goes across it.|The sea, breathing, with the light walking about on it.}|{Grey, going to slate, going to no colour at all where the sky comes down. Somewhere on it there are ships, and people in them looking this way.|The same sea, and not one wave of it the same. It gets darker while you look.|It comes in, it goes out. You find you have been matching it.}}
-> DONE
= sea_sound
{Each wave says the same thing, and each time you nearly have it.|In, and a rattle, and out, and a breath. After a while you cannot say which of you is doing it.|It has gone on since before there were ears. It does not seem to mind an audience.}
-> DONE
= sea_in
{You go down to the edge, and it comes to meet you, over one shoe. It is so cold that it feels like a remark. That will do.|One shoe was enough.}
-> DONE
= thrown
Your arm goes back, and stays there. It has come a long way, and the promise was yours. You put it in your pocket again, and the sea does without.
-> DONE
= sky
{prop("lamp","lit"):{Stars, between one sweep of the beam and the next.|The beam goes over, and the stars come out again behind it.}|{A long yellow crack in the west, and all the rest of it coming down blue. One star, or a ship.|Darker. The one star has company.}}
-> DONE

// One sea and one sky, seen from many places.
=== light_quay
= fixed
It has stood there for longer than there has been anybody to move it.
-> DONE
= look
-> scenery.lighthouse
=== light_cove
= fixed
It has stood there for longer than there has been anybody to move it.
-> DONE
= look
-> scenery.lighthouse
=== light_strand
= fixed
It has stood there for longer than there has been anybody to move it.
-> DONE
= look
-> scenery.lighthouse
=== light_tea
= fixed
It has stood there for longer than there has been anybody to move it.
-> DONE
= look
-> scenery.lighthouse
=== sea_quay
= fixed
You take up a handful, and it goes home between your fingers.
-> DONE
= look
-> scenery.sea
=== sea_cove
= fixed
You take up a handful, and it goes home between your fingers.
-> DONE
= look
-> scenery.sea
=== sea_strand
= fixed
You take up a handful, and it goes home between your fingers.
-> DONE
= look
-> scenery.sea
=== sea_yard
= fixed
It is a long way down, and there is a good deal of it.
-> DONE
= look
-> scenery.sea
=== sea_head
= fixed
It is a long way down, and there is a good deal of it.
-> DONE
= look
-> scenery.sea
=== sea_hill
= fixed
It is a long way down, and there is a good deal of it.
-> DONE
= look
-> scenery.sea
=== sea_lamp
= fixed
It is a long way down, and there is a good deal of it.
-> DONE
= look
-> scenery.sea
=== sky_quay
= fixed
It is a little high for you.
-> DONE
= look
-> scenery.sky
=== sky_yard
= fixed
It is a little high for you.
-> DONE
= look
-> scenery.sky
=== sky_hill
= fixed
You are very nearly tall enough, up here.
-> DONE
= look
-> scenery.sky
=== sky_cove
= fixed
It is a little high for you.
-> DONE
= look
-> scenery.sky
=== sky_lane
= fixed
It is a little high for you.
-> DONE
= look
-> scenery.sky
=== gull
= fixed
The gull moves one foot further off, exactly as far as your arm is long.
-> DONE
= look
{A gull stands on one leg and looks at you sidelong, as if you might at any moment turn into a sandwich.|Still not a sandwich, says the eye of the gull.}
-> DONE

=== net
= look
Brown twine and cork, yards of it, with one long tear coming slowly together under Bram's needle. It may be a net. It may by now be all mending.
-> DONE

=== houses
= look
{prop("lamp","lit"):Twelve houses, and behind three of the shutters there are lamps now, where people have got up to see.|Twelve low houses, shoulder to shoulder against the weather. Each door is a different colour, and beside each there is a hook for a lantern. The hooks are empty.}
-> DONE
= knocked
{You knock at the nearest. Nobody comes. Summer people, or out, or asleep; but the knocker is a brass seal with a kind face, and it was worth it for that.|You try the next one. No one there either, but a curtain stirs at the tea room.}
-> DONE

=== lane_window
= look
-> tea_room.far_place

=== lane_cat
= fixed
She pours herself out of your hands, and back along the wall.
-> DONE
= look
A ginger cat with one bent ear, flat along the top of the wall like something poured there.
-> DONE
= stroked
{She allows it: first the bent ear, then, after thought, the other. There is a purr in there like a small boat a long way out.|You know about the ears by now. So does she.}
-> DONE

=== board_pins
= fixed
You think of the wind, and of the notices, and of somebody looking for one glove. The pin stays.
-> DONE
= look
Sea-glass green, with a bent point. They come off somebody's net floats.
-> DONE

=== jam
= fixed
They are dated, counted, and known by name.
-> DONE
= look
Strawberry, gooseberry, plum; "Damson, the good year"; and one at the back marked "Idris, birthday, do not sell".
-> DONE

=== tea
= look
A thick white cup, steaming, with a chip in the rim. It is just the colour of the door of the stove.
-> DONE
= drunk
{It is strong enough to lean on. The heat goes down, and then, after a moment, it goes out to your hands.|You drink some more. However much you drink, there seems to be more of it.}
-> DONE

=== tables
= look
Five tables, no two of a height. On the underside of the nearest somebody small has carved a crab.
-> DONE
= sat
{You turn down a chair and sit. Your feet notice first.|You sit for a bit. Nobody wants anything of you.}
-> DONE

=== hooks
= fixed
They are screwed in as a keeper screws things in.
-> DONE
= look
{A row of five brass hooks. Over one of them is a card in upright letters, I. VANE. Over the next there was a card; you can see the four holes, and the paler place.|Five hooks, one name, one paler place. Nothing hangs on that one.}
-> DONE

=== desk
= look
A plain desk with a lip all round it, as on a ship, so that nothing should roll off in weather. Nothing here has ever rolled.
-> DONE

=== view
= look
{prop("lamp","lit"):Roofs, wall, chapel, hill: each comes up white for a breath as the beam goes by, and is given back.|You can see the whole of it from here. The quay, like a thumb. Twelve roofs. One thread of smoke. A scrap of something small moving about on the cove. Everyone on the island could see you, too, if you had a light.}
-> DONE

=== ships
= fixed
You cannot carry off a beam. You take the picture of it with you, which she would have preferred.
-> DONE
= look
{A row of ships in chalk, by somebody who knew what each rope was for: Morning Star, Petrel, Kittiwake, Curlew. Under the last, smaller: "N.H., aged 9. When I am big."|The Curlew is the last of the row, and the best.}
-> DONE

=== ledge
= fixed
"Don't touch my ledge," somebody would say, if she were here; and so you do not.
-> DONE
= look
A child's museum: blue glass, a gull's skull, a spoon. In front of each there is a stone with a number on it, and one stone has no number and nothing behind it yet.
-> DONE

=== heaps
= look
{Two heaps of stones. When you have looked for long enough you begin to see it: a chin, a shrug, somebody's aunt.|The heap of people is winning.}
-> DONE
= picked
{You pick one up. It is cold and it fits. Is it people, or not? You put it on the heap you think, and it stays there.|You choose another, and skim it: two, three, and a plop.}
-> DONE

=== stamp
= look
A rubber stamp with a brass handle, worn to a waist. ORRIN, it says backwards, and today's date, and will not say tomorrow's.
-> DONE

=== office_clock
= look
It is right. It has been right since it was hung. Wenna has set the ships by it.
-> DONE

=== pews
= look
Green pews, carved along the top by generations of the bored: boats, hearts, one very good cow.
-> DONE
= sat
{You sit down. The pew says something in wood, and settles, and so do you.|You sit on. One could sit here until the roof wore out.}
-> DONE

=== pictures
= look
{Lighthouse in rain, lighthouse at noon, lighthouse behind a line of washing. In all of them the lamp is lit. She began in June.|You count twenty-three lighthouses. On one of them there is a small upright man.}
-> DONE

=== trees
= look
Apples, a plum, and one pear as thick as a door, tied to the wall with strips of old jersey. Here and there you can make out an elbow.
-> DONE

=== crab
= fixed
He would rather not.
-> DONE
= look
He backs into his crack with his fists up, like a man who has been told to come out.
-> DONE

=== waiting
= wait_quay
{near("bram"):{Bram mends, and you stand by. Neither of you is in the other's way.|You wait. A rope stretches, thinks, and goes slack. Bram hums two notes, the second a shade long.|A gull walks the whole length of the quay, on business, and walks back.|Bram holds out the tin of peppermints without looking round.}|You wait. The boat lifts, and sets itself down.}
-> DONE
= wait_lane
{You sit down on somebody's step. The stone has kept some of the day. Up on its wall the cat turns round once, and lies down the other way.|You let some time go by. Along the lane the blue gets into the corners.|In the tea-room window a shape goes past the steam, and stops, and wipes a circle to look out at you.|A shutter ticks. The lane has all evening.}
-> DONE
= wait_tea_room
{near("mara"):{You sit by the stove and say nothing. Mara puts a cup down at your elbow and says nothing either.|Mara counts jars under her breath and comes out one over, and seems pleased.|The kettle gets to the point at last. Mara moves it off, and the room is quieter by exactly a kettle.|You sit on. Your coat has begun to steam.}|You sit by the stove. The clock would like you to notice it.}
-> DONE
= wait_yard
{near("idris") && stage("lamp") < 4:{You stay. The old man does not ask you why. After a time the two of you have begun to look at the same wave.|A cloud the shape of a loaf goes by. You both see it off the premises.|Idris moves his stiff leg an inch, and lets out his breath. You have the feeling that he would not have done it in front of a stranger.|You wait. It has stopped being waiting, some while ago. It is only sitting.|{stage("lamp") == 0:"Most people talk," says Idris. It is not a complaint.|Idris unfolds the letter to look at one word of it, and folds it up.}}|You wait in the lee of the wall, and the wind goes over your head.}
-> DONE
= wait_cove
{near("pim"):{You watch the stones. Pim watches you watch them.|Seven waves, and then a bigger one. Pim has counted it too; she holds up seven fingers and then both arms.|You wait. A stone arrives next to your foot, as a present or a hint.}|You wait, and the shingle talks.}
-> DONE
= wait_lamp_room
{prop("lamp","lit"):{You sit with your back against the warm brass, and let it go round.|The beam goes out, and comes home. You could do this for thirty-one years.}|{You sit on the top step, where somebody has often sat. There is a hollow in it.|The sky goes down through its blues. Up here you are the last to lose it.}}
-> DONE
= wait_chapel
{near("corin"):{You sit at the end of a pew. Corin plays the question, very softly, and leaves it with you.|You wait. Corin waits too, with his bow up, and then you both notice and look somewhere else.|Dust comes down through the window in no particular order.}|You sit a while. The quiet has a grain in it, like the wood.}
-> DONE
= wait_garden
{near("oona"):{You stand where you were put. A bee lands on your cuff, reads it, and goes home.|Oona hands you one end of a string, and goes off with the other, and does not come back for some time.|An apple lets go. You both hear it. Neither of you picks it up.}|You wait, and the bees see to things.}
-> DONE
= wait_strand
{You lean on the sea wall. It has been leaned on just here.|A wave comes as far as last year's line, and thinks better of it.|Six windows, and in the middle one a lamp. You watch it be there.}
-> DONE
= wait_post_office
{near("wenna"):{You stand in the queue. You are the queue.|The minute hand comes up to the twelve, and Wenna looks at it as a captain looks at a rock.|Wenna stamps a blank sheet, to hear it.}|You wait, and the clock sees to it.}
-> DONE
= wait_net_loft
{near("ines"):{You stay out of the light. Ines paints, and swears mildly, and paints.|A lighthouse drips. Another has dried.|Ines steps back, and back, and you move your foot just in time.}|You wait among the lighthouses.}
-> DONE
= wait_signal_hill
{You sit down in the heather and let the wind do the talking.|The smoke from the one chimney bends over, and straightens up.}
-> DONE
= wait_head_path
{You sit down by the wall box, where somebody has worn the grass away with sitting.|Far down, one wave makes up its mind about a rock.}
-> DONE
= wait_tower
{The room is so round that your thoughts come back to you from the other side.|You stay a bit. Dust settles on the dust.}
-> DONE
= wait_boathouse
{You sit on a coil of rope. The light through the roof has moved on by the width of a plank.|Drip, somewhere, about once for every breath.}
-> DONE
= wait_rock_pools
{You keep still. In the pool nearest to you, things that had been stones get up and walk about.|You keep still some more. A limpet moves, or you imagine it.}
-> DONE

=== beside
= by_bram
You find the other half of the bollard, more or less, and the two of you look at the weather.
-> DONE
= by_mara
"If you're staying you can sit," says Mara, and a chair comes down off a table.
-> DONE
= by_idris
-> idris_own.sat_with
= by_pim
You get down on the shingle beside her. It is colder than it looks, and better.
-> DONE
= by_wenna
There is no chair on your side of the counter. You lean, and she allows it.
-> DONE
= by_corin
You slide into the pew beside him. He moves his rosin over to make room for it, and then for you.
-> DONE
= by_oona
There is another bucket. You turn it over.
-> DONE
= by_ines
You keep her company from the heap of nets. "Good," says Ines. "There you do not make a shadow."
-> DONE
